// What an operator can type, and the sentence that says so where it is something else.
import { z } from 'zod'
import { DAY, type Instant, parseInstant, plus } from '../../core/kit/clock.ts'
import { type Credit, credit, MAX_AMOUNT } from '../../core/kit/money.ts'
import { shanghai } from '../../core/kit/zone.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'

/** An id of ours, or of the gateway. */
export const rowId = z.string().regex(/^[\w.:-]{1,64}$/, 'an id: letters, digits and . : _ -')

export const upTo = (most: number): z.ZodType<number> =>
  z
    .string()
    .regex(/^\d{1,9}$/, `a whole number from 1 to ${most}`)
    .transform(Number)
    .refine((value) => value >= 1 && value <= most, `a whole number from 1 to ${most}`)

/** How many lines of a list. */
export const limit = (otherwise: number): z.ZodType<number> =>
  upTo(100_000)
    .optional()
    .transform((value) => value ?? otherwise)

export const units: z.ZodType<Credit> = z
  .string()
  .regex(/^\d{1,16}$/, `credit units, a whole number from 1 to ${MAX_AMOUNT}`)
  .transform(BigInt)
  .refine((value) => value >= 1n && value <= MAX_AMOUNT, `credit units, a whole number from 1 to ${MAX_AMOUNT}`)
  .transform(credit)

/** An instant with its offset, or a date: the last moment of it in Shanghai. */
export const until: z.ZodType<Instant> = z.string().transform((text, context) => {
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? shanghai(text) : Number.NaN
  const at = Number.isNaN(date) ? parseInstant(text) : plus(date as Instant, DAY)
  if (at !== undefined) return at
  context.addIssue({
    code: 'custom',
    message: 'a date such as 2026-12-31, or a time such as 2026-12-31T18:00:00+08:00',
  })
  return z.NEVER
})

export const emailAddress = z.email({ error: 'a whole e-mail address' }).max(200)
export const personName = z
  .string()
  .trim()
  .min(1, { error: 'a name, 100 characters at most' })
  .max(100, { error: 'a name, 100 characters at most' })

/** Words of a person: closed at once, the redactor opens them. */
export const words = z
  .string()
  .refine((text) => text.trim() !== '' && text.length <= 500, 'some words, 500 characters at most')
  .transform((text) => new Raw(text))

/** A code is read at the desk: what is none is never repeated. */
export const typedCode = z.string().max(200, 'a code')
export const onlyFor = rowId
export const status = z.enum(['normal', 'suspended'], 'normal or suspended')
export const refundState = z.enum(
  ['requested', 'approved', 'rejected', 'returned'],
  'requested, approved, rejected or returned',
)
export const toggle = z.boolean().optional()

const NAME = 'a name: letters, digits, spaces and . _ - only, 60 at most'

/** Who else looked at a decision. */
export const secondPerson = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u, NAME)
  // Letters of a name only: it may stand in the audit trail as it is.
  .transform((name) => redact(new Raw(name)).text)

/** Whose name the audit trail carries; without one the system user's, without that `operator`. */
export const actor = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u, NAME)
  .optional()
