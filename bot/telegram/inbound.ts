// Updates of Telegram as events of the desk: who, where, what. Pure: foreign words leave here as Raw and nothing is decided.
import type { Message, MessageReactionUpdated, Update, User } from 'grammy/types'
import type { GroupIncoming } from '../../core/desk/chat/group.ts'
import type { Incoming } from '../../core/desk/chat/incoming.ts'
import { readPressed } from '../../core/desk/outbox/address.ts'
import type { StaffIncoming } from '../../core/desk/staff/incoming.ts'
import type { Language } from '../../core/domain/desk.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { addressedTo } from './addressed.ts'
import type { Around } from './around.ts'
import { contentOf } from './content.ts'
import { TELEGRAM } from './platform.ts'
import { staffButton, staffMessage, staffReaction } from './staff-inbound.ts'

export type Heard =
  | { readonly kind: 'user'; readonly incoming: Incoming }
  | { readonly kind: 'staff'; readonly incoming: StaffIncoming }
  | { readonly kind: 'group'; readonly incoming: GroupIncoming }
  /** Nothing that concerns us. */
  | { readonly kind: 'nothing' }

const NOTHING: Heard = { kind: 'nothing' }

/** Exactly what is handled here. */
export const UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'message_reaction',
  'my_chat_member',
] as const satisfies readonly (keyof Update)[]

/** With the bot's own number: another token has numbers of its own, and may meet the same database. */
export const eventIdOf = ({ botId }: Around, { update_id }: Update): string => `${botId}:${update_id}`

export const languageOf = (user: User | undefined): Language | undefined =>
  user?.language_code === undefined ? undefined : user.language_code.startsWith('zh') ? 'zh' : 'en'

/** The message that this one answers. In a topic a message that answers nothing answers the topic's first one. */
export function answeredBy(message: Message): string | undefined {
  const answered = message.reply_to_message?.message_id
  return answered === undefined || answered === message.message_thread_id ? undefined : String(answered)
}

/** The reaction that is left; undefined where it is one that nobody can repeat. */
export function markOf({ new_reaction: now }: MessageReactionUpdated): string | null | undefined {
  if (now.length === 0) return null
  const emoji = now.find((one) => one.type === 'emoji')
  return emoji?.type === 'emoji' ? emoji.emoji : undefined
}

type Who = Pick<Incoming, 'platform' | 'user' | 'eventId' | 'address' | 'hint'>

const who = (eventId: string, user: User, chatId: number): Who => {
  const hint = languageOf(user)
  return {
    platform: TELEGRAM,
    user: String(user.id),
    eventId,
    address: String(chatId),
    ...(hint === undefined ? {} : { hint }),
  }
}

function privateMessage(eventId: string, message: Message, edited: boolean): Heard {
  const user = message.from
  if (!user || user.is_bot) return NOTHING
  const content = contentOf(message)
  const base = who(eventId, user, message.chat.id)
  const answers = answeredBy(message)
  const own = { ...base, messageId: String(message.message_id), ...(answers === undefined ? {} : { answers }) }
  const heard = (said: Incoming['message']): Heard => ({ kind: 'user', incoming: { ...own, message: said } })
  if (edited) {
    const text = message.text ?? message.caption
    // A live location moves; nothing was written.
    if (text === undefined) return NOTHING
    return heard({ kind: 'edit', of: String(message.message_id), raw: new Raw(text) })
  }
  switch (content.kind) {
    case 'text':
      return heard({ kind: 'text', raw: new Raw(content.text) })
    case 'picture':
      return heard({
        kind: 'media',
        file: content.file,
        caption: new Raw(content.caption),
        album: message.media_group_id ?? null,
      })
    case 'copy':
    case 'unreadable':
      return heard({ kind: 'unreadable', what: content.what, caption: new Raw(content.caption) })
    case 'nothing':
      return NOTHING
    default:
      return content satisfies never
  }
}

function groupMessage(around: Around, eventId: string, message: Message): Heard {
  const content = contentOf(message)
  if (content.kind === 'nothing' || message.from?.id === around.botId) return NOTHING
  const words = content.kind === 'text' ? content.text : content.caption
  const picture = content.kind === 'picture' ? content.file : null
  const addressed = addressedTo(around, message)
  if (words === '' && picture === null && !addressed) return NOTHING
  return {
    kind: 'group',
    incoming: {
      platform: TELEGRAM,
      eventId,
      chat: String(message.chat.id),
      user: String(message.from?.id ?? message.chat.id),
      messageId: String(message.message_id),
      lang: languageOf(message.from) ?? 'zh',
      addressed,
      words: new Raw(words),
      picture,
    },
  }
}

const isStaffPlace = (around: Around, message: Message): boolean => {
  const places = [message.chat.id, message.migrate_from_chat_id].map(String)
  return places.includes(around.staffChat())
}

function onMessage(around: Around, eventId: string, message: Message, edited: boolean): Heard {
  if (isStaffPlace(around, message)) return staffMessage(around, eventId, message, edited)
  return message.chat.type === 'private'
    ? privateMessage(eventId, message, edited)
    : groupMessage(around, eventId, message)
}

function onButton(around: Around, eventId: string, query: NonNullable<Update['callback_query']>): Heard {
  const { message, data, from } = query
  if (!message) return NOTHING
  const pressed = data === undefined ? undefined : readPressed(data)
  if (String(message.chat.id) === around.staffChat()) return staffButton(around, eventId, from, message, pressed)
  if (message.chat.type !== 'private') return NOTHING
  const base = who(eventId, from, message.chat.id)
  const said = ((): Incoming['message'] => {
    if (pressed?.kind === 'choice') return pressed
    if (pressed?.kind === 'bill') return pressed
    if (pressed?.kind === 'rate') return { kind: 'rating', ticketId: pressed.ticketId, stars: pressed.stars }
    return { kind: 'stale' }
  })()
  return { kind: 'user', incoming: { ...base, message: said } }
}

function onReaction(around: Around, eventId: string, reaction: MessageReactionUpdated): Heard {
  const { chat, user } = reaction
  const mark = markOf(reaction)
  if (mark === undefined) return NOTHING
  if (String(chat.id) === around.staffChat()) return staffReaction(around, eventId, reaction, mark)
  if (chat.type !== 'private' || !user || user.is_bot) return NOTHING
  const message = { kind: 'reaction', of: String(reaction.message_id), mark } as const
  return { kind: 'user', incoming: { ...who(eventId, user, chat.id), message } }
}

function onStanding(eventId: string, change: NonNullable<Update['my_chat_member']>): Heard {
  if (change.chat.type !== 'private') return NOTHING
  const reachable = change.new_chat_member.status !== 'kicked'
  const message = { kind: 'reachable', reachable } as const
  return { kind: 'user', incoming: { ...who(eventId, change.from, change.chat.id), message } }
}

export function hear(around: Around, update: Update): Heard {
  const eventId = eventIdOf(around, update)
  if (update.message) return onMessage(around, eventId, update.message as Message, false)
  if (update.edited_message) return onMessage(around, eventId, update.edited_message as Message, true)
  if (update.callback_query) return onButton(around, eventId, update.callback_query)
  if (update.message_reaction) return onReaction(around, eventId, update.message_reaction)
  if (update.my_chat_member) return onStanding(eventId, update.my_chat_member)
  return NOTHING
}
