// Working days are the operator's, in Shanghai: over weekends, holidays and the Saturdays that are worked instead.
import { describe, expect, it } from 'vitest'
import { instantOf, parseInstant } from '../kit/clock.ts'
import { dateTimeOf, shanghai } from '../kit/zone.ts'
import { addWorkdays, isStaffed, isWorkday, nextStaffed } from './calendar.ts'
import type { Policy } from './policy.ts'

const hours: Policy['hours'] = {
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '18:00',
  // The National Day week of 2026, with the two days that are worked for it.
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-09-27', '2026-10-10'],
}
const due = (date: string, time: string, days: number): string =>
  dateTimeOf(addWorkdays(shanghai(date, time), days, hours))

describe('a working day', () => {
  it.each([
    ['a Friday', '2026-11-20', true],
    ['a Saturday', '2026-11-21', false],
    ['a Sunday', '2026-11-22', false],
    ['a holiday on a Thursday', '2026-10-01', false],
    ['a Sunday that is worked', '2026-09-27', true],
    ['a Saturday that is worked', '2026-10-10', true],
  ])('%s, %s: %s', (_, date, works) => expect(isWorkday(shanghai(date, '12:00'), hours)).toBe(works))

  it('begins at midnight in Shanghai, not at that of the server', () => {
    expect(isWorkday(parseInstant('2026-11-20T15:59:59Z') ?? instantOf(0), hours)).toBe(true)
    expect(isWorkday(parseInstant('2026-11-20T16:00:00Z') ?? instantOf(0), hours)).toBe(false)
  })
})

describe('3 to 7 working days', () => {
  it.each([
    ['from a Monday', '2026-11-16', '10:00', '2026-11-19 18:00', '2026-11-25 18:00'],
    ['from a Friday evening', '2026-11-20', '23:59', '2026-11-25 18:00', '2026-12-01 18:00'],
    ['from a Sunday', '2026-11-22', '00:00', '2026-11-25 18:00', '2026-12-01 18:00'],
    ['over the National Day week', '2026-09-30', '17:00', '2026-10-10 18:00', '2026-10-15 18:00'],
    ['over the Sunday that is worked', '2026-09-25', '09:00', '2026-09-29 18:00', '2026-10-10 18:00'],
  ])('%s', (_, date, time, third, seventh) => {
    expect([due(date, time, 3), due(date, time, 7)]).toEqual([third, seventh])
  })

  it('a year of holidays ends, it does not loop for ever', () => {
    const none = { ...hours, days: [1], holidays: [] as string[] }
    for (let week = 0; week < 80; week++)
      none.holidays.push(dateTimeOf(instantOf(shanghai('2026-11-23') + week * 604_800_000)).slice(0, 10))
    expect(addWorkdays(shanghai('2026-11-20'), 3, none)).toBeGreaterThan(shanghai('2027-11-20'))
  })
})

describe('somebody is there', () => {
  it.each([
    ['08:59', false],
    ['09:00', true],
    ['17:59', true],
    ['18:00', false],
  ])('on a Friday at %s: %s', (time, there) => expect(isStaffed(shanghai('2026-11-20', time), hours)).toBe(there))

  it.each([
    ['now', '2026-11-20', '12:00', '2026-11-20 12:00'],
    ['later this morning', '2026-11-20', '07:00', '2026-11-20 09:00'],
    ['on Monday', '2026-11-20', '18:00', '2026-11-23 09:00'],
    ['after the holidays', '2026-09-30', '18:00', '2026-10-08 09:00'],
    ['on the Saturday that is worked', '2026-10-09', '18:00', '2026-10-10 09:00'],
  ])('next %s', (_, date, time, next) => expect(dateTimeOf(nextStaffed(shanghai(date, time), hours))).toBe(next))
})
