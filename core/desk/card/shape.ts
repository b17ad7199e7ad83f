// What a ticket's card keeps: redacted texts, masks and times only, so that it can be shown to staff as it is.
import { z } from 'zod'
import { instantOf } from '../../kit/clock.ts'
import type { Redacted } from '../../redaction/redacted.ts'

const redacted = z.custom<Redacted>((value) => typeof value === 'string')
const at = z.int().transform(instantOf)
const entry = z.object({ text: redacted, at })
const maybe = redacted.nullable()

/** How an account stands to the one that is signed in: the seed's four accounts, compared. */
const compared = z.enum(['same', 'another', 'none', 'unknown'])
export type Compared = z.infer<typeof compared>

/** From the rows of the order that the newest verdict is about; nobody's word is in it. */
const records = z.object({
  account: maybe,
  accountStatus: z.string().nullable(),
  method: z.string().nullable(),
  time: at.nullable(),
  amount: maybe,
  status: z.string().nullable(),
  /** The masked number. */
  number: maybe,
  /** What came, where it is not what was ordered. */
  paid: maybe,
  twice: z.enum(['no', 'two-payments', 'two-orders']).nullable(),
  /** The code that was spoken of: its row, and what staff see of it. */
  codeId: z.string().nullable(),
  code: maybe,
  paying: compared,
  api: compared,
  /** When the account last used the API. */
  apiAt: at.nullable(),
  redeeming: compared,
})
export type CardRecords = z.infer<typeof records>

export const cardShape = z.object({
  who: redacted,
  platform: z.string(),
  lang: z.enum(['zh', 'en']),
  /** What the user was about, in the flow's own words. */
  capability: redacted,
  reason: z.string(),
  environment: z.string(),
  /** The user's last words, redacted, newest last. */
  symptom: z.array(entry),
  /** What the user said of amount, and what a screenshot showed: their words, not ours. */
  said: z.object({ amount: maybe, page: maybe }).optional(),
  path: z.array(entry),
  answers: z.array(redacted),
  lookups: z.array(entry),
  /** `table:id` of the rows that the newest verdict rests on. */
  evidence: z.array(z.string()),
  /** The newest finding in words. */
  verdict: maybe.optional(),
  records: records.nullable().optional(),
  /** Earlier tickets of the same user, newest first. */
  earlier: z.array(z.object({ id: z.int(), topic: redacted })).optional(),
  lastKnownGood: entry.nullable(),
  promised: redacted,
  nextReview: at,
})
export type Card = z.infer<typeof cardShape>

export const readCard = (json: string): Card => cardShape.parse(JSON.parse(json))
