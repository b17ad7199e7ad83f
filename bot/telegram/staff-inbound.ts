// Updates from the staff's group as what staff do: notes, replies, buttons, topics closed by hand. Pure.
import type { MaybeInaccessibleMessage, Message, MessageReactionUpdated, User } from 'grammy/types'
import type { Pressed } from '../../core/desk/outbox/address.ts'
import type { StaffIncoming } from '../../core/desk/staff/incoming.ts'
import type { Member } from '../../core/desk/staff/work.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { isForAnother } from './addressed.ts'
import { ANONYMOUS, type Around } from './around.ts'
import { contentOf } from './content.ts'
import { answeredBy, type Heard } from './inbound.ts'
import { TELEGRAM } from './platform.ts'

const NOTHING: Heard = { kind: 'nothing' }

/** A reply in General has a thread's number too, and is in no topic. */
const threadOf = (message: Message): string | null =>
  message.is_topic_message && message.message_thread_id !== undefined ? String(message.message_thread_id) : null

/** Who speaks: an admin may write in the group's name, and then nobody can tell which. */
function memberOf(around: Around, message: Message): Member | null {
  if (message.sender_chat) return message.sender_chat.id === message.chat.id ? ANONYMOUS : null
  return around.member(message.from?.id ?? 0) ?? null
}

/** Where a group or a topic itself changed. */
function serviceOf(around: Around, message: Message): StaffIncoming['message'] | undefined {
  if (message.migrate_to_chat_id !== undefined) return { kind: 'moved', to: String(message.migrate_to_chat_id) }
  if (message.migrate_from_chat_id !== undefined && String(message.migrate_from_chat_id) === around.staffChat())
    return { kind: 'moved', to: String(message.chat.id) }
  if (message.forum_topic_closed) return { kind: 'thread-closed' }
  if (message.forum_topic_reopened) return { kind: 'thread-reopened' }
  return undefined
}

function saidBy(message: Message): StaffIncoming['message'] | undefined {
  const content = contentOf(message)
  switch (content.kind) {
    case 'text':
      return { kind: 'text', raw: new Raw(content.text) }
    case 'picture': {
      const caption = new Raw(content.caption)
      return { kind: 'media', file: content.file, caption, album: message.media_group_id ?? null }
    }
    case 'copy':
      // Words under a voice message would go out unread.
      if (content.caption !== '') return { kind: 'unreadable', what: content.what }
      return { kind: 'copy', what: content.what, file: content.file }
    case 'unreadable':
      return { kind: 'unreadable', what: content.what }
    case 'nothing':
      return undefined
    default:
      return content satisfies never
  }
}

export function staffMessage(around: Around, eventId: string, message: Message, edited: boolean): Heard {
  const service = serviceOf(around, message)
  // What the bot itself did, and what another bot says, moves nothing; that the group moved is nobody's deed.
  const ofBot = message.from?.is_bot === true && message.sender_chat === undefined
  if (ofBot && service?.kind !== 'moved') return NOTHING
  const base = {
    platform: TELEGRAM,
    eventId,
    chat: String(message.chat.id),
    member: memberOf(around, message),
    thread: threadOf(message),
  }
  if (service) return { kind: 'staff', incoming: { ...base, message: service } }
  const text = message.text ?? message.caption
  if (text !== undefined && isForAnother(around, text)) return NOTHING
  const answers = answeredBy(message)
  const own = {
    ...base,
    messageId: String(message.message_id),
    ...(answers === undefined ? {} : { answers }),
  }
  if (edited) {
    if (text === undefined) return NOTHING
    const of = String(message.message_id)
    return { kind: 'staff', incoming: { ...own, message: { kind: 'edit', of, raw: new Raw(text) } } }
  }
  const said = saidBy(message)
  return said ? { kind: 'staff', incoming: { ...own, message: said } } : NOTHING
}

export function staffButton(
  around: Around,
  eventId: string,
  from: User,
  message: MaybeInaccessibleMessage,
  pressed: Pressed | undefined,
): Heard {
  if (pressed?.kind !== 'staff') return NOTHING
  const { ticketId, verb, argument } = pressed
  const thread = 'is_topic_message' in message ? threadOf(message) : null
  return {
    kind: 'staff',
    incoming: {
      platform: TELEGRAM,
      eventId,
      chat: String(message.chat.id),
      // A button tells who pressed it, whatever name they write under.
      member: around.member(from.id) ?? null,
      thread,
      messageId: String(message.message_id),
      message: { kind: 'button', ticketId, verb, argument },
    },
  }
}

export function staffReaction(
  around: Around,
  eventId: string,
  { chat, user, actor_chat: actor, message_id }: MessageReactionUpdated,
  mark: string | null,
): Heard {
  if (user?.is_bot) return NOTHING
  const member = actor ? (actor.id === chat.id ? ANONYMOUS : null) : (around.member(user?.id ?? 0) ?? null)
  return {
    kind: 'staff',
    incoming: {
      platform: TELEGRAM,
      eventId,
      chat: String(chat.id),
      member,
      thread: null,
      message: { kind: 'reaction', of: String(message_id), mark },
    },
  }
}
