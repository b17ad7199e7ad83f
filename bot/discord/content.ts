// What a message holds, part by part, for every kind that Discord knows: words, pictures, something to pass on, what cannot be read. Pure.
import { type APIAttachment, type APIMessage, MessageFlags, MessageType } from 'discord.js'
import type { Unreadable } from '../../core/desk/chat/incoming.ts'
import { fileOf } from './file.ts'

export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly file: string; readonly caption: string }
  /** No words in it. */
  | { readonly kind: 'copy'; readonly what: 'sticker' | 'voice'; readonly file: string; readonly caption: string }
  | { readonly kind: 'unreadable'; readonly what: Unreadable; readonly caption: string }

/** Somebody said something; every other kind is Discord's own word about a channel. */
const SAID: readonly MessageType[] = [MessageType.Default, MessageType.Reply]

const PICTURES = ['image/png', 'image/jpeg', 'image/webp']
const MOST_BYTES = 20 * 1024 * 1024

/** What is looked at of a message; a forwarded one stands inside another. */
type Said = Pick<APIMessage, 'content' | 'attachments'> &
  Partial<Pick<APIMessage, 'sticker_items' | 'poll' | 'flags' | 'embeds' | 'components'>>

const typeOf = ({ content_type: type = '' }: APIAttachment): string => type.split(';')[0]?.trim().toLowerCase() ?? ''

function partOf(attachment: APIAttachment, isVoice: boolean, channel: string, message: string): Content {
  const caption = ''
  const type = typeOf(attachment)
  const file = fileOf(channel, message, attachment)
  if (PICTURES.includes(type) && attachment.size <= MOST_BYTES) return { kind: 'picture', file, caption }
  if (isVoice) return { kind: 'copy', what: 'voice', file, caption }
  const what = type.startsWith('audio/') ? 'voice' : /^(video\/|image\/gif)/.test(type) ? 'video' : 'file'
  return { kind: 'unreadable', what, caption }
}

function partsOf(said: Said, channel: string, message: string): readonly Content[] {
  const isVoice = ((said.flags ?? 0) & MessageFlags.IsVoiceMessage) !== 0
  const stickers = (said.sticker_items ?? []).map(
    ({ id }): Content => ({ kind: 'copy', what: 'sticker', file: id, caption: '' }),
  )
  return [
    ...said.attachments.map((attachment) => partOf(attachment, isVoice, channel, message)),
    ...stickers,
    ...(said.poll ? [{ kind: 'unreadable', what: 'poll', caption: '' } as const] : []),
  ]
}

/** The words stand with the first part. */
const worded = (text: string, parts: readonly Content[]): readonly Content[] => {
  const [first, ...others] = parts
  if (!first) return text === '' ? [] : [{ kind: 'text', text }]
  return [first.kind === 'text' ? first : { ...first, caption: text }, ...others]
}

/** Parts in their order; none where nobody said anything, or where Discord keeps from us what was said. */
export function contentOf(message: APIMessage): readonly Content[] {
  if (!SAID.includes(message.type)) return []
  const forwarded = (message.message_snapshots ?? []).map(({ message: inner }) => inner)
  const all = [message, ...forwarded]
  const text = all
    .map(({ content }) => content)
    .filter((content) => content !== '')
    .join('\n')
  return worded(
    text,
    all.flatMap((said) => partsOf(said, message.channel_id, message.id)),
  )
}

/** It says something, and we are not allowed to read what. */
export const isWithheld = (message: APIMessage): boolean =>
  SAID.includes(message.type) && contentOf(message).length === 0 && (message.embeds?.length ?? 0) === 0

export const wasSaid = ({ type }: Pick<APIMessage, 'type'>): boolean => SAID.includes(type)
