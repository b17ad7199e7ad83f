// Times and amounts as Chinese providers write them: a Shanghai clock to the second, yuan with two decimals.
import { HOUR, type Instant, parseInstant } from '../kit/clock.ts'
import { type Fen, parseYuan } from '../kit/money.ts'

/** 2026-11-21 09:14:00 */
export const secondsText = (at: Instant): string => rfc3339(at).slice(0, 19).replace('T', ' ')
/** 2026-11-21T09:14:00+08:00 */
export const rfc3339 = (at: Instant): string => `${new Date(at + 8 * HOUR).toISOString().slice(0, 19)}+08:00`
/** Undefined where it is no such time. */
export const readSeconds = (text: string | null | undefined): Instant | undefined =>
  parseInstant(`${(text ?? '').replace(' ', 'T')}+08:00`)

/** 50.00 */
export const yuanText = (amount: Fen): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
/** More than nothing, with at most two decimals; undefined otherwise. */
export function readYuan(text: string | number | undefined): Fen | undefined {
  const amount = parseYuan(text ?? '')
  return amount !== undefined && amount > 0n ? amount : undefined
}
