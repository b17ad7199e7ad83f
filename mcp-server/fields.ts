// The fields that several tools share: what each may hold, and the one sentence that says so to an assistant.
import { z } from 'zod'
import { channelNames } from '../core/domain/channel.ts'
import type { Instant } from '../core/kit/clock.ts'
import { dateTimeOf } from '../core/kit/zone.ts'
import type { Redacted } from '../core/redaction/redacted.ts'

/** A sentence of ours: only redacted text fits in. */
export const sentence = (says: string) => z.string().max(800).describe(says) as unknown as z.ZodType<Redacted, Redacted>
/** Four stars and four characters, nothing else. */
export const masked = (says: string) =>
  z
    .string()
    .regex(/^\*{4}[0-9A-Za-z]{4}$/)
    .describe(says)
/** ¥50, ¥49.90, +¥5, or a band such as ¥50-¥99. */
export const amount = (says: string) =>
  z
    .string()
    .regex(/^[+-]?¥\d{1,12}(\.\d\d)?(\+|-¥\d{1,12})?$/)
    .describe(says)
export const time = (says: string) =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d\+08:00$/)
    .describe(says)
export const date = (says: string) =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .describe(says)

/** 2026-11-21T14:05+08:00 */
export const showTime = (at: Instant): string => `${dateTimeOf(at).replace(' ', 'T')}+08:00`
/** The same where there is a time. */
export const maybeTime = (at: Instant | null | undefined): string | undefined => (at == null ? undefined : showTime(at))

export const lang = z.enum(['zh', 'en']).default('zh').describe('answer language')
export const method = z.enum(channelNames).describe('payment channel')
/** As the site shows it. */
export const shownStatus = z
  .enum(['Pending', 'Processing', 'Completed', 'Cancelled', 'Refunded'])
  .meta({ brief: true, description: 'as on the site, e.g. Completed' })
export const shownMethod = z.enum(channelNames).meta({ brief: true, description: 'e.g. alipay' })
export const orderStatus = z.enum(['Pending', 'Processing', 'Completed', 'Cancelled', 'Refunded'])

/** An id as somebody gives it: what has another form is not found, like what does not exist. */
export const reference = (says: string) => z.string().max(64).describe(says)
export const orderRef = reference('order number (DZ…) or a handle')
/** Assistants write a number that is all digits as one. */
const numberText = (most: number) => z.union([z.string().max(most), z.number()]).transform(String)
export const ticketRef = numberText(64).describe('number of the case, e.g. 12')
const yuanText = numberText(16)
export const amountYuan = yuanText.describe('order amount in yuan; a check, needed for support')
export const paidOn = z.string().max(10).describe('day paid, YYYY-MM-DD; instead of the amount')
export const yuan = (says: string) => yuanText.describe(says)

export const window = {
  since: date('first day, YYYY-MM-DD, Beijing time'),
  until: date('last day, at most 90 days after since'),
}
export const cursor = z.string().max(64).optional().describe('next_cursor of the page before')
export const handle = z
  .string()
  .regex(/^h_[\w-]{22}$/)
  .optional()
  .describe('use as order_ref; valid one hour')

/** Stand in every answer. */
export const answered = {
  as_of: time('read at'),
  next_step: sentence('to tell the customer'),
}
export const found = z.boolean().describe('false: unknown, malformed or not theirs')
