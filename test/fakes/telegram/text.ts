// Text as Telegram takes it: trimmed, not empty, not too long, its entities inside it, commands and links found in it.
import { parseMarkup } from './markup.ts'
import { breach } from './refusal.ts'
import type { Entity } from './wire.ts'

const KINDS = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
  'text_mention',
  'custom_emoji',
])

/** Telegram finds these itself. */
const FOUND: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['bot_command', /(?<![\w/])\/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?/g],
  ['url', /https?:\/\/[^\s\u4e00-\u9fff，。]+/g],
  ['email', /[\w.+-]+@[\w-]+\.[A-Za-z]{2,}/g],
]

const isLow = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '')

export type Styled = { readonly text: string; readonly entities: readonly Entity[] }

function check(text: string, entity: Entity): void {
  const { type, offset, length } = entity
  const end = offset + length
  if (!KINDS.has(type)) throw breach(`can't parse MessageEntity: Unsupported type specified`)
  if (offset < 0) throw breach(`receive an entity with incorrect offset ${offset}`)
  if (length < 0) throw breach(`receive an entity with incorrect length ${length}`)
  if (offset >= text.length) throw breach(`entity begins after the end of the text at UTF-16 offset ${offset}`)
  if (end > text.length)
    throw breach(`entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`)
  if (isLow(text, offset))
    throw breach(
      `entity begins in a middle of a UTF-16 symbol at byte offset ${Buffer.byteLength(text.slice(0, offset))}`,
    )
  if (isLow(text, end))
    throw breach(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${Buffer.byteLength(text.slice(0, end))}`,
    )
  if (type === 'text_link' && !entity.url) throw breach(`can't parse MessageEntity: Can't find field "url"`)
}

function found(text: string, taken: readonly Entity[]): readonly Entity[] {
  return FOUND.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: hit, index }) => ({ type, offset: index, length: hit.length })),
  ).filter(
    ({ offset, length }) => !taken.some((one) => one.offset < offset + length && offset < one.offset + one.length),
  )
}

/** The text without its blank ends; entities move along. */
function trimmed(text: string, entities: readonly Entity[]): Styled {
  const kept = text.replace(/\r/g, '').trim()
  const lost = text.length - text.trimStart().length
  const moved = entities.flatMap((entity) => {
    const offset = Math.max(0, entity.offset - lost)
    const end = Math.min(kept.length, entity.offset + entity.length - lost)
    return end > offset ? [{ ...entity, offset, length: end - offset }] : []
  })
  return { text: kept, entities: moved }
}

export type TextLimits = { readonly most: number; readonly tooLong: string; readonly empty: string | undefined }

export const MESSAGE: TextLimits = { most: 4096, tooLong: 'message is too long', empty: 'message text is empty' }
export const CAPTION: TextLimits = { most: 1024, tooLong: 'message caption is too long', empty: undefined }

/** What is kept of a text: the limit counts characters (code points) after the markup was taken out. */
export function styled(
  given: { text: string; mode?: string | undefined; entities?: readonly Entity[] | undefined },
  limits: TextLimits,
): Styled {
  const marked = given.mode ? parseMarkup(given.text, given.mode) : { text: given.text, entities: given.entities ?? [] }
  for (const entity of marked.entities) check(marked.text, entity)
  const { text, entities } = trimmed(marked.text, marked.entities)
  if (text === '' && limits.empty) throw breach(limits.empty)
  if ([...text].length > limits.most) throw breach(limits.tooLong)
  const all = [...entities, ...found(text, entities)]
  return { text, entities: all.sort((a, b) => a.offset - b.offset || b.length - a.length) }
}
