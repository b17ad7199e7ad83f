// The operator's working days in Shanghai: never computed from the user's clock. Pure.
import { DAY, type Instant, instantOf, plus } from '../kit/clock.ts'
import { dateOf, shanghai, weekdayOf } from '../kit/zone.ts'
import type { Policy } from './policy.ts'

type Hours = Policy['hours']

export function isWorkday(at: Instant, hours: Hours): boolean {
  const date = dateOf(at)
  if (hours.workdays.includes(date)) return true
  return hours.days.includes(weekdayOf(at)) && !hours.holidays.includes(date)
}

/** The end of the n-th working day after the one of `at`; that day itself does not count. */
export function addWorkdays(at: Instant, days: number, hours: Hours): Instant {
  let day = shanghai(dateOf(at))
  // A calendar of a year without a working day is a mistake in the policy; stop instead of looping for ever.
  for (let left = days, guard = 0; left > 0 && guard < 400; guard++) {
    day = plus(day, DAY)
    if (isWorkday(day, hours)) left--
  }
  return shanghai(dateOf(day), hours.to)
}

type Span = { readonly from: Hours['from']; readonly to: Hours['to'] }

/** The times of a working day as the clock shows them: 09:00 to 12:00, 13:00 to 18:00. */
export function spansOf({ from, to, breaks = [] }: Hours): readonly Span[] {
  const begins = [from, ...breaks.map((pause) => pause.to)]
  const ends = [...breaks.map((pause) => pause.from), to]
  return begins.map((begin, n) => ({ from: begin, to: ends[n] ?? to }))
}

/** A span in which people work: from `from` on, until just before `to`. */
export type Shift = { readonly from: Instant; readonly to: Instant }

/** The shifts of the Shanghai day of `at`, in order: none on a day off, one more for each break. */
export function shiftsOf(at: Instant, hours: Hours): readonly Shift[] {
  if (!isWorkday(at, hours)) return []
  const date = dateOf(at)
  return spansOf(hours).map(({ from, to }) => ({ from: shanghai(date, from), to: shanghai(date, to) }))
}

export const isStaffed = (at: Instant, hours: Hours): boolean =>
  shiftsOf(at, hours).some(({ from, to }) => at >= from && at < to)

/** When somebody is there: now, or the next opening. */
export function nextStaffed(at: Instant, hours: Hours): Instant {
  if (isStaffed(at, hours)) return at
  for (let ahead = 0; ahead < 400; ahead++) {
    const day = instantOf(shanghai(dateOf(at)) + ahead * DAY)
    const opening = shiftsOf(day, hours).find(({ from }) => from > at)
    if (opening) return opening.from
  }
  return at
}
