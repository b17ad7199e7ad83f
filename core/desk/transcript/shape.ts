// A ticket from its first word to its last, as it is exported: redacted, under the names that users know. The shape is versioned.
import { z } from 'zod'
import type { Redacted } from '../../redaction/redacted.ts'

const redacted = z.custom<Redacted>((value) => typeof value === 'string')
/** ISO 8601, UTC. */
const time = z.iso.datetime()

const picture = z.strictObject({
  type: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  width: z.int().positive(),
  height: z.int().positive(),
  /** How many places of it were covered. */
  covered: z.int().nonnegative(),
  /** Base64. */
  data: z.base64(),
})
export type Picture = z.infer<typeof picture>

const entry = z.strictObject({
  /** Its number in this transcript, from 1. */
  n: z.int().positive(),
  at: time,
  /** `note`: among staff, never shown to the user. */
  author: z.enum(['user', 'bot', 'staff', 'note', 'system']),
  /** Of a colleague. */
  name: redacted.nullable(),
  text: redacted,
  /** The buttons under it. */
  buttons: z.array(redacted),
  /** The entry that it answers. */
  answers: z.int().positive().nullable(),
  /** Written by staff and not sent: somebody else had the ticket. */
  held: z.boolean(),
  /** Taken back by its author. */
  removed: z.boolean(),
  /** Whether it reached the user; null for what was not for them. */
  delivery: z.enum(['sent', 'waiting', 'undeliverable']).nullable(),
  /** How it read before each edit, oldest first. */
  versions: z.array(z.strictObject({ at: time, text: redacted })),
  pictures: z.array(picture),
})
export type Entry = z.infer<typeof entry>

export const transcriptShape = z.strictObject({
  version: z.literal(1),
  madeAt: time,
  ticket: z.strictObject({
    number: z.int().positive(),
    topic: z.string(),
    reason: z.string(),
    /** The step of the flow at which the bot gave it away. */
    origin: z.string(),
    lang: z.enum(['zh', 'en']),
    platform: z.string(),
    account: redacted.nullable(),
    state: z.enum(['queue', 'human', 'waiting-user', 'closed']),
    priority: z.enum(['normal', 'high', 'urgent']),
    owner: redacted.nullable(),
    moneyOpen: z.boolean(),
    openedAt: time,
    claimedAt: time.nullable(),
    firstReplyAt: time.nullable(),
    closedAt: time.nullable(),
    closedBy: z.enum(['staff', 'user', 'auto', 'bot']).nullable(),
    reopened: z.int().nonnegative(),
    follows: z.int().nullable(),
    mergedInto: z.int().nullable(),
    rating: z.int().min(1).max(5).nullable(),
  }),
  /** The talk that led to it, and everything since. */
  entries: z.array(entry),
  /** False where there was more than is listed: the oldest of it was left out. */
  complete: z.boolean(),
  verdicts: z.array(
    z.strictObject({
      at: time,
      about: z.string(),
      finding: z.string(),
      handoff: z.boolean(),
      /** `table:id` of the rows it rests on. */
      evidence: z.array(z.string()),
    }),
  ),
  /** What was done to the ticket and, from it, to the rows of its verdicts. */
  deeds: z.array(
    z.strictObject({
      at: time,
      by: redacted,
      action: z.string(),
      subject: z.string(),
      detail: z.record(z.string(), z.union([redacted, z.number(), z.boolean(), z.null()])),
    }),
  ),
})
export type Transcript = z.infer<typeof transcriptShape>
