// What a wall clock in Shanghai shows: every time that a user reads is in this zone, whatever the server's own is.
import { type Instant, instantOf } from './clock.ts'

export const ZONE = 'Asia/Shanghai'
// Mainland China has had one zone, without daylight saving, since 1991: the offset is a constant.
const OFFSET_MS = 8 * 60 * 60 * 1_000

const shifted = (at: Instant): Date => new Date(at + OFFSET_MS)

/** 2026-11-21 */
export const dateOf = (at: Instant): string => shifted(at).toISOString().slice(0, 10)
/** 09:14 */
export const timeOf = (at: Instant): string => shifted(at).toISOString().slice(11, 16)
/** 2026-11-21 09:14 */
export const dateTimeOf = (at: Instant): string => `${dateOf(at)} ${timeOf(at)}`
/** 0 is Sunday. */
export const weekdayOf = (at: Instant): number => shifted(at).getUTCDay()
/** The instant at which a Shanghai clock shows this date and time of day. */
export const shanghai = (date: string, time = '00:00'): Instant => instantOf(Date.parse(`${date}T${time}:00+08:00`))
