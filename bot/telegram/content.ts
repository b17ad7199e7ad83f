// What a message holds, for every kind that the Bot API knows: words, a picture, something to pass on, or what cannot be read. Pure.
import type { Message } from 'grammy/types'
import type { Unreadable } from '../../core/desk/chat/incoming.ts'

export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly file: string; readonly caption: string }
  /** No words in it. */
  | { readonly kind: 'copy'; readonly what: 'sticker' | 'voice'; readonly file: string; readonly caption: string }
  | { readonly kind: 'unreadable'; readonly what: Unreadable; readonly caption: string }
  /** Nobody said anything: somebody joined, a title changed. */
  | { readonly kind: 'nothing' }

type Field = keyof Message

/** What cannot be read for secrets, by the field of a message that carries it; the first that is there. */
const unreadables: readonly (readonly [Field, Unreadable])[] = [
  ['animation', 'video'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['live_photo' as Field, 'video'],
  ['audio', 'voice'],
  ['document', 'file'],
  ['contact', 'contact'],
  ['venue', 'location'],
  ['location', 'location'],
  ['poll', 'poll'],
  ['checklist', 'poll'],
  ['dice', 'other'],
  ['story', 'other'],
  ['game', 'other'],
  ['invoice', 'other'],
  ['paid_media', 'other'],
  ['giveaway', 'other'],
  ['giveaway_winners', 'other'],
  ['gift', 'other'],
  ['unique_gift', 'other'],
  ['passport_data', 'other'],
  ['users_shared', 'other'],
  ['chat_shared', 'other'],
  ['web_app_data', 'other'],
]

/** Service messages of a private chat or a group that ask nothing of us. */
const silent: readonly Field[] = [
  ...(['new_chat_members', 'left_chat_member', 'new_chat_title', 'new_chat_photo', 'delete_chat_photo'] as const),
  ...(['group_chat_created', 'supergroup_chat_created', 'channel_chat_created'] as const),
  ...(['message_auto_delete_timer_changed', 'pinned_message', 'connected_website', 'write_access_allowed'] as const),
  ...(['proximity_alert_triggered', 'boost_added', 'chat_background_set', 'successful_payment'] as const),
  ...(['refunded_payment', 'giveaway_created', 'giveaway_completed', 'forum_topic_created'] as const),
  ...(['forum_topic_edited', 'forum_topic_closed', 'forum_topic_reopened', 'general_forum_topic_hidden'] as const),
  ...(['general_forum_topic_unhidden', 'video_chat_scheduled', 'video_chat_started', 'video_chat_ended'] as const),
  ...(['video_chat_participants_invited', 'migrate_to_chat_id', 'migrate_from_chat_id'] as const),
]

const PICTURES = ['image/png', 'image/jpeg', 'image/webp']

/** The largest that a bot may fetch. */
const MOST_BYTES = 20 * 1024 * 1024

/** Of the sizes of a photo, the largest that can be fetched. */
function largest(photo: NonNullable<Message['photo']>): string | undefined {
  const fits = photo.filter(({ file_size: bytes }) => (bytes ?? 0) <= MOST_BYTES)
  const byArea = fits.toSorted((a, b) => a.width * a.height - b.width * b.height)
  return byArea.at(-1)?.file_id
}

/** Never reads names of files, people or places: they are not what was said. */
export function contentOf(message: Message): Content {
  const caption = message.caption ?? ''
  if (message.text !== undefined) return { kind: 'text', text: message.text }
  if (message.photo) {
    const file = largest(message.photo)
    return file === undefined ? { kind: 'unreadable', what: 'file', caption } : { kind: 'picture', file, caption }
  }
  if (message.sticker) return { kind: 'copy', what: 'sticker', file: message.sticker.file_id, caption }
  if (message.voice) return { kind: 'copy', what: 'voice', file: message.voice.file_id, caption }
  const { document } = message
  // An animation carries a document too, for apps of old.
  if (document && !message.animation && PICTURES.includes(document.mime_type ?? '')) {
    return { kind: 'picture', file: document.file_id, caption }
  }
  const found = unreadables.find(([field]) => message[field] !== undefined)
  if (found) return { kind: 'unreadable', what: found[1], caption }
  if (silent.some((field) => message[field] !== undefined)) return { kind: 'nothing' }
  // A kind that is newer than this table: it must not vanish without a word.
  return { kind: 'unreadable', what: 'other', caption }
}
