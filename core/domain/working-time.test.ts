// Working time passes only while people work: it agrees with a slow walk over the clock, and its sums come out even.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, type Instant, instantOf, MINUTE, plus } from '../kit/clock.ts'
import { dateOf, dateTimeOf, shanghai, timeOf, weekdayOf } from '../kit/zone.ts'
import { isStaffed, nextStaffed } from './calendar.ts'
import { type Policy, policyShape } from './policy.ts'
import { policyDefaults } from './policy-defaults.ts'
import { plusWorking, workingBetween } from './working-time.ts'

type Hours = Policy['hours']

const hours: Hours = {
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '18:00',
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-09-27', '2026-10-10'],
}
const lunch: Hours = { ...hours, breaks: [{ from: '12:00', to: '13:30' }] }
const at = (text: string): Instant => shanghai(text.slice(0, 10), text.slice(11))

describe('due after', () => {
  it.each([
    ['30 min of a morning', '2026-11-20 10:00', 30, hours, '2026-11-20 10:30'],
    ['30 min from before opening', '2026-11-20 03:00', 30, hours, '2026-11-20 09:30'],
    ['what ends at closing time is due then', '2026-11-20 17:30', 30, hours, '2026-11-20 18:00'],
    ['one minute more: on Monday', '2026-11-20 17:30', 31, hours, '2026-11-23 09:01'],
    ['written on a Sunday', '2026-11-22 12:00', 30, hours, '2026-11-23 09:30'],
    ['16 hours over a weekend', '2026-11-20 16:00', 16 * 60, hours, '2026-11-24 14:00'],
    ['over the National Day week', '2026-09-30 17:45', 30, hours, '2026-10-08 09:15'],
    ['on the Saturday that is worked', '2026-10-09 17:45', 30, hours, '2026-10-10 09:15'],
    ['over lunch', '2026-11-20 11:50', 30, lunch, '2026-11-20 13:50'],
    ['written at lunch', '2026-11-20 12:40', 30, lunch, '2026-11-20 14:00'],
    ['no time at all', '2026-11-22 12:00', 0, hours, '2026-11-22 12:00'],
  ])('%s', (_, from, minutes, calendar, due) => {
    expect(dateTimeOf(plusWorking(at(from), minutes * MINUTE, calendar))).toBe(due)
  })

  it('a calendar in which nobody ever works ends, it does not loop for ever', () => {
    const holidays = Array.from({ length: 900 }, (_, day) => dateOf(plus(at('2026-11-20 00:00'), day * DAY)))
    const due = plusWorking(at('2026-11-20 10:00'), HOUR, { ...hours, holidays })
    expect(due).toBeGreaterThan(at('2027-11-20 10:00'))
  })
})

it('nobody is there at lunch, and somebody is back after it', () => {
  expect(isStaffed(at('2026-11-20 12:00'), lunch)).toBe(false)
  expect(isStaffed(at('2026-11-20 13:30'), lunch)).toBe(true)
  expect(dateTimeOf(nextStaffed(at('2026-11-20 12:10'), lunch))).toBe('2026-11-20 13:30')
})

it.each([
  ['outside of the day', [{ from: '08:00', to: '10:00' }]],
  ['the wrong way round', [{ from: '13:00', to: '12:00' }]],
  [
    'one in the other',
    [
      { from: '12:00', to: '14:00' },
      { from: '13:00', to: '15:00' },
    ],
  ],
  ['all of the day', [{ from: '09:00', to: '18:00' }]],
])('breaks %s are refused', (_, breaks) => {
  const read = policyShape.safeParse({ ...policyDefaults, hours: { ...hours, breaks } })
  expect(read.error?.issues.map(({ message }) => message)).toEqual([expect.stringContaining('breaks must lie')])
})

const QUARTER = 15 * MINUTE
const START = at('2026-09-20 00:00')
const quarters = (day: number, quarter: number): Instant => instantOf(START + day * DAY + quarter * QUARTER)
const clock = (quarter: number): string => timeOf(quarters(0, quarter))
const dates = fc.array(fc.nat({ max: 40 }), { maxLength: 8 }).map((list) => list.map((day) => dateOf(quarters(day, 0))))
const anyHours: fc.Arbitrary<Hours> = fc
  .record({
    days: fc.uniqueArray(fc.nat({ max: 6 }), { minLength: 1 }),
    edges: fc.uniqueArray(fc.nat({ max: 95 }), { minLength: 6, maxLength: 6 }),
    breaks: fc.nat({ max: 2 }),
    holidays: dates,
    workdays: dates,
  })
  .map(({ edges, breaks, ...rest }) => {
    const sorted = [...edges].sort((a, b) => a - b).map(clock)
    const pick = (n: number): string => sorted[n] ?? ''
    const pauses = [
      { from: pick(1), to: pick(2) },
      { from: pick(3), to: pick(4) },
    ].slice(0, breaks)
    return { ...rest, from: pick(0), to: pick(5), breaks: pauses }
  })
const anyTime = fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 95 })).map(([day, quarter]) => quarters(day, quarter))

/** The rule as one would say it to a new colleague, asked of one moment. */
function works(moment: Instant, { days, from, to, holidays, workdays, breaks = [] }: Hours): boolean {
  const [date, time] = [dateOf(moment), timeOf(moment)]
  if (!workdays.includes(date) && (holidays.includes(date) || !days.includes(weekdayOf(moment)))) return false
  return time >= from && time < to && !breaks.some((pause) => time >= pause.from && time < pause.to)
}

describe('beside a slow walk from quarter to quarter', () => {
  it('the due time is the same', () => {
    fc.assert(
      fc.property(anyHours, anyTime, fc.integer({ min: 1, max: 80 }), (calendar, from, count) => {
        let walked = from
        for (let left = count; left > 0; walked = plus(walked, QUARTER)) if (works(walked, calendar)) left--
        expect(plusWorking(from, count * QUARTER, calendar)).toBe(walked)
      }),
      { numRuns: 150 },
    )
  })

  it('the time worked is the same', () => {
    fc.assert(
      fc.property(anyHours, anyTime, anyTime, (calendar, from, to) => {
        let workedMs = 0
        for (let walked = from; walked < to; walked = plus(walked, QUARTER))
          if (works(walked, calendar)) workedMs += QUARTER
        expect(workingBetween(from, to, calendar)).toBe(workedMs)
      }),
      { numRuns: 150 },
    )
  })
})

describe('to the millisecond', () => {
  const ms = fc.nat({ max: 40 * HOUR })
  const exact = fc.nat({ max: 20 * DAY }).map((offset) => plus(START, offset))

  it('what is due after some work has seen exactly that work', () => {
    fc.assert(
      fc.property(anyHours, exact, ms, (calendar, from, workMs) => {
        expect(workingBetween(from, plusWorking(from, workMs, calendar), calendar)).toBe(workMs)
      }),
    )
  })

  it('two spans one after the other are their sum', () => {
    fc.assert(
      fc.property(anyHours, exact, ms, ms, (calendar, from, one, other) => {
        const both = plusWorking(plusWorking(from, one, calendar), other, calendar)
        expect(both).toBe(plusWorking(from, one + other, calendar))
      }),
    )
  })

  it('time cut in two is no longer and no shorter', () => {
    fc.assert(
      fc.property(anyHours, exact, exact, exact, (calendar, ...moments) => {
        const [from, middle, to] = [...moments].sort((a, b) => a - b) as [Instant, Instant, Instant]
        const halves = workingBetween(from, middle, calendar) + workingBetween(middle, to, calendar)
        expect(halves).toBe(workingBetween(from, to, calendar))
      }),
    )
  })
})
