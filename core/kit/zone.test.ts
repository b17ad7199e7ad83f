// Everybody reads Shanghai's clock, wherever the server stands.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, parseInstant } from './clock.ts'
import { dateOf, dateTimeOf, shanghai, timeOf, weekdayOf, ZONE } from './zone.ts'

const years = fc.integer({ min: Date.UTC(1992, 0), max: Date.UTC(2100, 0) }).map(instantOf)

describe('Shanghai', () => {
  it.each([
    ['2026-11-20T15:59:59Z', '2026-11-20 23:59', 5],
    ['2026-11-20T16:00:00Z', '2026-11-21 00:00', 6],
    ['2027-02-28T16:30:00Z', '2027-03-01 00:30', 1],
    ['2028-02-28T16:30:00Z', '2028-02-29 00:30', 2],
    ['2026-12-31T18:05:00Z', '2027-01-01 02:05', 5],
  ])('%s is %s there', (utc, local, weekday) => {
    const at = parseInstant(utc) ?? instantOf(0)
    expect(dateTimeOf(at)).toBe(local)
    expect(weekdayOf(at)).toBe(weekday)
  })

  it('agrees with the calendar of the platform at any instant since 1992', () => {
    const asked = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' })
    fc.assert(fc.property(years, (at) => void expect(dateTimeOf(at)).toBe(asked.format(at))))
  })

  it('a date and a time of day lead back to their instant, to the minute', () => {
    fc.assert(fc.property(years, (at) => void expect(shanghai(dateOf(at), timeOf(at))).toBe(at - (at % 60_000))))
  })
})

describe('a time that somebody wrote', () => {
  it('is the same instant in any offset', () =>
    expect(parseInstant('2026-11-20T10:00:00+08:00')).toBe(parseInstant('2026-11-20T02:00:00.000Z')))

  it.each(['2026-11-20', '2026-11-20T10:00:00', '20.11.2026 10:00', '2026-13-01T00:00:00Z', 'now', ''])(
    '%j without a zone, or no time at all, is refused',
    (text) => expect(parseInstant(text)).toBeUndefined(),
  )
})
