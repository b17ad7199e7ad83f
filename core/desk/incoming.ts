// What a platform hands over, and what the inbox keeps of it: redacted words and references, enough to finish after a kill.
import { z } from 'zod'
import { answers } from '../conversation/state.ts'
import { commands } from '../conversation/vocabulary.ts'
import type { Language } from '../domain/desk.ts'
import type { Raw } from '../redaction/raw.ts'
import type { Redacted } from '../redaction/redacted.ts'
import type { ScreenFields } from '../redaction/screenshot.ts'

/** One event of a platform, as the platform's adapter reads it. */
export type Incoming = {
  readonly platform: string
  /** The platform's own id of the person; only its keyed hash is kept. */
  readonly user: string
  /** The platform's own id of the event: the same id is taken once. */
  readonly eventId: string
  /** A language that the user chose before the first word. */
  readonly lang?: Language
  readonly message:
    | { readonly kind: 'text'; readonly raw: Raw }
    | { readonly kind: 'choice'; readonly step: number; readonly index: number }
    | { readonly kind: 'picture'; readonly screenshot: Screenshot }
}

/** What the reader made of a picture: nothing of the original is in it. Undefined: it could not be handled safely. */
export type Screenshot = { readonly covered: number; readonly fields: ScreenFields } | undefined

const redacted = z.custom<Redacted>((value) => typeof value === 'string')

const kept = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: redacted,
    references: answers,
    intent: z.string().nullable(),
    secret: z.boolean(),
  }),
  z.object({ kind: z.literal('command'), command: z.enum(commands), references: answers }),
  z.object({ kind: z.literal('choice'), step: z.int(), index: z.int() }),
  // A picture that was read is kept as the words on it that may be known; null: it was refused.
  z.object({ kind: z.literal('picture'), text: redacted.nullable(), covered: z.int(), references: answers }),
])
export type Kept = z.infer<typeof kept>

export const readIncoming = (body: string): Kept => kept.parse(JSON.parse(body))
