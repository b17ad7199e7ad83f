// Time as the desk counts it: only while people work, by the operator's calendar. Pure.
import { DAY, type Instant, instantOf, plus } from '../kit/clock.ts'
import { dateOf, shanghai } from '../kit/zone.ts'
import { type Shift, shiftsOf } from './calendar.ts'
import type { Policy } from './policy.ts'

type Hours = Policy['hours']

/** A calendar with no working day for so long is a mistake in the policy. */
const LONGEST_IDLE_DAYS = 400

const midnight = (at: Instant): Instant => shanghai(dateOf(at))
/** What of the shift lies between two moments, in ms. */
const within = (shift: Shift, from: Instant, to: Instant): number =>
  Math.max(0, Math.min(shift.to, to) - Math.max(shift.from, from))

/**
 * The first moment by which people have worked `ms` since `at`; `at` itself where `ms` is not above 0. What is due at
 * closing time is due then, not at the next opening. Where nobody ever works it is over a year away, not never.
 */
export function plusWorking(at: Instant, ms: number, hours: Hours): Instant {
  if (ms <= 0) return at
  let day = midnight(at)
  for (let left = ms, idleDays = 0; idleDays < LONGEST_IDLE_DAYS; day = plus(day, DAY)) {
    const shifts = shiftsOf(day, hours)
    idleDays = shifts.length === 0 ? idleDays + 1 : 0
    for (const shift of shifts) {
      const workedMs = within(shift, at, shift.to)
      if (left <= workedMs) return instantOf(shift.to - workedMs + left)
      left -= workedMs
    }
  }
  return day
}

/** How long people worked from `from` until `to`, in ms; 0 where `to` is not later. */
export function workingBetween(from: Instant, to: Instant, hours: Hours): number {
  let workedMs = 0
  for (let day = midnight(from); day < to; day = plus(day, DAY)) {
    for (const shift of shiftsOf(day, hours)) workedMs += within(shift, from, to)
  }
  return workedMs
}
