// What a person sees in a chat now: texts after edits, without what was deleted, with buttons, media, reactions and pins.
import type { Chat } from './chat.ts'
import type { MediaKind } from './files.ts'
import type { Post } from './post.ts'
import { GENERAL, Topic } from './topic.ts'

export type SeenMedia = { readonly kind: MediaKind; readonly name: string; readonly bytes: Uint8Array }

export type Seen = {
  readonly id: number
  readonly chat: number
  readonly topic: number | undefined
  /** `bot`, `group` for an anonymous admin, or the id of a person. */
  readonly by: 'bot' | 'group' | number
  /** The text, or the caption of media. */
  readonly text: string
  readonly buttons: readonly (readonly string[])[]
  readonly media: SeenMedia | undefined
  readonly album: string | undefined
  readonly reactions: readonly string[]
  readonly pinned: boolean
  readonly edited: boolean
  readonly replyTo: number | undefined
  /** The name of the service message, such as `forum_topic_closed`. */
  readonly service: string | undefined
  readonly post: Post
}

export function seen(post: Post): Seen {
  const { wire, files, chat, topic } = post
  const [file] = files
  // On the wire a plain message of a topic answers the message that opened it; nobody sees it so.
  const answers = wire.reply_to_message?.message_id
  return {
    id: post.id,
    chat: chat.id,
    topic,
    by: post.byBot ? 'bot' : wire.sender_chat ? 'group' : (wire.from?.id ?? 'group'),
    text: wire.text ?? wire.caption ?? '',
    buttons: (wire.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text)),
    media: file && { kind: file.kind, name: file.name, bytes: file.bytes },
    album: wire.media_group_id,
    reactions: [...post.reactions.values()].flat().map(({ emoji }) => emoji ?? 'custom'),
    pinned: post.pinned,
    edited: wire.edit_date !== undefined,
    replyTo: answers === topic ? undefined : answers,
    service: post.service,
    post,
  }
}

/** All of a chat; with a topic its messages alone, with `General` those of no topic. */
export const screen = (chat: Chat, topic?: Topic | number | 'General'): readonly Seen[] => {
  const id = topic instanceof Topic ? topic.id : topic
  return [...chat.posts.values()]
    .filter((post) =>
      id === undefined ? true : id === 'General' || id === GENERAL ? post.topic === undefined : post.topic === id,
    )
    .map(seen)
}
