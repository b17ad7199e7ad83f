// The shapes that travel: users, chats, entities and messages as the Bot API writes them.

export type WireUser = {
  readonly id: number
  readonly is_bot: boolean
  readonly first_name: string
  readonly last_name?: string | undefined
  readonly username?: string | undefined
  readonly language_code?: string | undefined
}

export type WireChat = {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup'
  readonly title?: string | undefined
  readonly first_name?: string | undefined
  readonly last_name?: string | undefined
  readonly username?: string | undefined
  readonly is_forum?: true | undefined
}

/** Offset and length count UTF-16 units. */
export type Entity = {
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly url?: string | undefined
  readonly user?: unknown
  readonly language?: string | undefined
  readonly custom_emoji_id?: string | undefined
}

export type Reaction = { readonly type: string; readonly emoji?: string | undefined }

export type Button = {
  readonly text: string
  readonly url?: string | undefined
  readonly callback_data?: string | undefined
}

export type InlineKeyboard = { readonly inline_keyboard: readonly (readonly Button[])[] }

/** What a message says; every other field of a message is about who, where and when. */
export type Content = {
  text?: string | undefined
  entities?: readonly Entity[] | undefined
  caption?: string | undefined
  caption_entities?: readonly Entity[] | undefined
  [kind: string]: unknown
}

export type WireMessage = Content & {
  readonly message_id: number
  readonly date: number
  readonly chat: WireChat
  readonly from?: WireUser | undefined
  readonly sender_chat?: WireChat | undefined
  readonly message_thread_id?: number | undefined
  readonly is_topic_message?: true | undefined
  readonly reply_to_message?: WireMessage | undefined
  readonly media_group_id?: string | undefined
  reply_markup?: InlineKeyboard | undefined
  edit_date?: number | undefined
}
