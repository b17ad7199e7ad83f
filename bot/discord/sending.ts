// One message as Discord takes it: words that format nothing and mention nobody, a nonce by which a repeat is dropped. Pure.
import { createHash } from 'node:crypto'
import { type APIEmbed, MessageFlags, type RawFile, type RESTPostAPIChannelMessageJSONBody } from 'discord.js'
import type { Redacted } from '../../core/redaction/redacted.ts'
import type { Row } from './layout.ts'
import { literal } from './literal.ts'
import type { Named } from './name.ts'

export const TEXT = 2_000
const NONCE = 25
export const NOBODY = { parse: [] }

export type Words = { readonly content: string; readonly embeds: APIEmbed[] }

/** Where so much had to be escaped that it is too long, the words stand in a frame, which has more room. */
export function wordsOf(text: Redacted): Words {
  const escaped = literal(text)
  return escaped.length <= TEXT ? { content: escaped, embeds: [] } : { content: '', embeds: [{ description: escaped }] }
}

/** The same in every repeat of a request to a channel, and another in every other channel. */
export const nonceOf = (key: string, channel: string): string =>
  createHash('sha256').update(`${channel} ${key}`).digest('base64url').slice(0, NONCE)

/** Named by us: a file's own name is words of somebody. */
export const picturesOf = (pictures: readonly Uint8Array[]): RawFile[] =>
  pictures.map((bytes, index) => {
    const isPng = bytes[0] === 0x89
    return {
      name: `picture-${index + 1}.${isPng ? 'png' : 'jpg'}`,
      data: Buffer.from(bytes),
      contentType: isPng ? 'image/png' : 'image/jpeg',
    }
  })

export type Message = {
  readonly words: Words
  readonly rows: Row[]
  readonly files?: RawFile[]
  readonly stickers?: readonly string[]
  readonly answers?: Named | undefined
}

export function bodyOf({ words, rows, answers, stickers }: Message, channel: string, key: string) {
  // An answer across channels is none; one to what is gone arrives all the same.
  const reference =
    answers?.channel === channel
      ? { message_reference: { message_id: answers.message, channel_id: channel, fail_if_not_exists: false } }
      : {}
  return {
    ...words,
    components: rows,
    allowed_mentions: { ...NOBODY, replied_user: false },
    nonce: nonceOf(key, channel),
    enforce_nonce: true,
    flags: MessageFlags.SuppressEmbeds * (words.embeds.length === 0 ? 1 : 0),
    ...(stickers ? { sticker_ids: [...stickers] as [string] } : {}),
    ...reference,
  } satisfies RESTPostAPIChannelMessageJSONBody
}

/** The same for one person's eyes: no nonce and no answering there. */
export const whisperOf = ({ words, rows }: Message) => ({
  ...words,
  components: rows,
  allowed_mentions: NOBODY,
  flags: MessageFlags.Ephemeral,
})

export const editOf = ({ words, rows }: Pick<Message, 'words' | 'rows'>) => ({
  ...words,
  components: rows,
  allowed_mentions: NOBODY,
})
