// When a digest is due and which days it tells of: on each working day, of everything since the working day before began. Pure.
import { isWorkday } from '../../domain/calendar.ts'
import type { Policy } from '../../domain/policy.ts'
import { DAY, type Instant, plus } from '../../kit/clock.ts'
import { dateOf, shanghai } from '../../kit/zone.ts'
import type { Span } from './figures.ts'

type Rules = Pick<Policy, 'hours' | 'desk'>

/** A calendar with no working day for so long is a mistake in the policy. */
const LONGEST_IDLE_DAYS = 400

const midnight = (at: Instant): Instant => shanghai(dateOf(at))
const momentOn = (day: Instant, { desk }: Rules): Instant => shanghai(dateOf(day), desk.digestAt)

/** The date whose digest is due by `at`; undefined before its hour and on a day off. */
export const digestDay = (at: Instant, rules: Rules): string | undefined =>
  isWorkday(at, rules.hours) && at >= momentOn(at, rules) ? dateOf(at) : undefined

/** From the beginning of the working day before until this day began: a Monday tells of the weekend too. */
export function spanOf(date: string, { hours }: Rules): Span {
  const to = shanghai(date)
  let from = plus(to, -DAY)
  for (let days = 1; days < LONGEST_IDLE_DAYS && !isWorkday(from, hours); days++) from = plus(from, -DAY)
  return { from: isWorkday(from, hours) ? from : plus(to, -DAY), to }
}

/** The next moment after `at` at which a digest falls due. */
export function nextDigestAt(at: Instant, rules: Rules): Instant {
  let day = midnight(at)
  for (let days = 0; days < LONGEST_IDLE_DAYS; days++, day = plus(day, DAY)) {
    if (isWorkday(day, rules.hours) && momentOn(day, rules) > at) return momentOn(day, rules)
  }
  return day
}
