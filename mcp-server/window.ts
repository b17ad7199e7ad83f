// A window of days that a list is asked for, and the filters that its cursor is bound to.
import { isDate } from '../core/desk/lookups/order.ts'
import { type Subject, subjectText } from '../core/desk/lookups/subject.ts'
import { DAY, type Instant, plus } from '../core/kit/clock.ts'
import { shanghai } from '../core/kit/zone.ts'

const MOST_DAYS = 90

type Days = { readonly since: string; readonly until: string }

/** Both are days that exist, in order, and not too far apart: a constant sentence where not. */
export function refusesWindow({ since, until }: Days): string | undefined {
  if (!isDate(since) || !isDate(until)) return 'since and until are days such as 2026-11-21'
  const days = (shanghai(until) - shanghai(since)) / DAY
  if (days < 0) return 'until must not be before since'
  return days > MOST_DAYS ? `the window is at most ${MOST_DAYS} days` : undefined
}

export const openWindow = ({
  since,
  until,
}: Days): { readonly from: Instant; readonly to: Instant; readonly owner: (subject: Subject) => string } => ({
  from: shanghai(since),
  to: plus(shanghai(until), DAY),
  owner: subjectText,
})

/** What a cursor was made for. */
export const filtersOf = (...parts: readonly (string | undefined)[]): string => JSON.stringify(parts)

/** Bytes of a page: what else stands in an answer is at most five hundred. */
const PAGE_BYTES = 3_500

/** As many rows as one answer holds; the others are on the next page. */
export function pageThatFits<Row extends object>(rows: readonly Row[]): Row[] {
  let bytes = 0
  const end = rows.findIndex((row) => {
    bytes += Buffer.byteLength(JSON.stringify(row)) + 1
    return bytes > PAGE_BYTES
  })
  return rows.slice(0, end < 0 ? rows.length : end)
}
