// What a platform hands over, and what the inbox keeps of it: redacted words and references, enough to finish after a kill.
import { z } from 'zod'
import { answers } from '../../conversation/state.ts'
import { commands } from '../../conversation/vocabulary.ts'
import { type BillVerb, billVerbs } from '../../domain/bill.ts'
import type { Language } from '../../domain/desk.ts'
import type { Raw } from '../../redaction/raw.ts'
import type { Redacted } from '../../redaction/redacted.ts'
import type { ScreenFields } from '../../redaction/screenshot/screen-fields.ts'
import type { Sealed } from '../../redaction/sealed.ts'

/** Things that nobody can read for secrets: they are not passed on, and both sides are told. */
export const unreadables = ['voice', 'video', 'sticker', 'file', 'contact', 'location', 'poll', 'other'] as const
export type Unreadable = (typeof unreadables)[number]

/** One event of a platform, as the platform's adapter reads it. */
export type Incoming = {
  readonly platform: string
  /** The platform's own id of the person; only its keyed hash is kept. */
  readonly user: string
  /** The platform's own id of the event: the same id is taken once. */
  readonly eventId: string
  /** The private chat in which the person is answered; kept sealed. Undefined: the platform reads its own queue. */
  readonly address?: string | undefined
  /** The message as the platform numbers it in that chat. */
  readonly messageId?: string | undefined
  /** The message that it answers, in the same chat. */
  readonly answers?: string | undefined
  /** A language that the user chose before the first word. */
  readonly lang?: Language
  /** The language of their app: holds until their first words say more. */
  readonly hint?: Language
  readonly message:
    | { readonly kind: 'text'; readonly raw: Raw }
    | { readonly kind: 'choice'; readonly step: number; readonly index: number }
    | { readonly kind: 'picture'; readonly screenshot: Screenshot }
    /** A picture that is still to be fetched; `album` is the same for pictures sent together. */
    | { readonly kind: 'media'; readonly file: string; readonly caption: Raw; readonly album: string | null }
    | { readonly kind: 'unreadable'; readonly what: Unreadable; readonly caption: Raw }
    /** The message `of` reads otherwise now. */
    | { readonly kind: 'edit'; readonly of: string; readonly raw: Raw }
    /** The message `of` was deleted by its author. */
    | { readonly kind: 'deleted'; readonly of: string }
    | { readonly kind: 'reaction'; readonly of: string; readonly mark: string | null }
    | { readonly kind: 'reachable'; readonly reachable: boolean }
    | { readonly kind: 'rating'; readonly ticketId: number; readonly stars: number }
    /** A button under a bill. */
    | { readonly kind: 'bill'; readonly billId: number; readonly verb: BillVerb }
    /** A button that an older version of ours made. */
    | { readonly kind: 'stale' }
}

/** What the reader made of a picture: nothing of the original is in it. Undefined: it could not be handled safely. */
export type Screenshot = { readonly covered: number; readonly fields: ScreenFields } | undefined

const redacted = z.custom<Redacted>((value) => typeof value === 'string')
const sealed = z.custom<Sealed>((value) => typeof value === 'string')

/** The line that a message answers. */
const answering = z.int().optional()

const kept = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: redacted,
    references: answers,
    secret: z.boolean(),
    answers: answering,
  }),
  z.object({ kind: z.literal('command'), command: z.enum(commands), references: answers }),
  z.object({ kind: z.literal('choice'), step: z.int(), index: z.int() }),
  // A picture that was read is kept as the words on it that may be known; null: it was refused.
  z.object({
    kind: z.literal('picture'),
    text: redacted.nullable(),
    covered: z.int(),
    references: answers,
    caption: redacted.optional(),
    answers: answering,
  }),
  z.object({
    kind: z.literal('media'),
    file: sealed,
    caption: redacted,
    references: answers,
    album: z.string().nullable(),
    answers: answering,
  }),
  z.object({ kind: z.literal('unreadable'), what: z.enum(unreadables), caption: redacted, answers: answering }),
  /** `of` is the inbox row of the message as it was first written; null where we never had it. */
  z.object({
    kind: z.literal('edit'),
    of: z.string().nullable(),
    text: redacted,
    references: answers,
    secret: z.boolean(),
  }),
  z.object({ kind: z.literal('deleted'), of: z.string().nullable() }),
  z.object({ kind: z.literal('reaction'), line: z.int().nullable(), mark: z.string().nullable() }),
  z.object({ kind: z.literal('reachable'), reachable: z.boolean() }),
  z.object({ kind: z.literal('bill'), billId: z.int(), verb: z.enum(billVerbs) }),
  z.object({ kind: z.literal('rating'), ticketId: z.int(), stars: z.int() }),
  z.object({ kind: z.literal('stale') }),
])
export type Kept = z.infer<typeof kept>
export type KeptPicture = Extract<Kept, { kind: 'picture' }>
export type KeptBill = Extract<Kept, { kind: 'bill' }>
export type KeptMedia = Extract<Kept, { kind: 'media' }>

export const readIncoming = (body: string): Kept => kept.parse(JSON.parse(body))
