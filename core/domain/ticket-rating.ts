// When a user is asked for stars, and when stars count: once a ticket, after a person resolved it, not too often. Pure.
import { DAY, type Instant, plus } from '../kit/clock.ts'
import type { TicketRow } from './desk.ts'
import type { TicketRules } from './ticket-event.ts'

/** A person answered and closed it: only then is there something to rate. */
export const resolved = ({ closedBy, firstReplyAt, mergedInto }: TicketRow): boolean =>
  closedBy === 'staff' && firstReplyAt !== null && mergedInto === null

/**
 * Whether to ask now. `lastAskedAt`: when this user was last asked about any ticket, null for never. Whoever asks
 * writes `ratingAskedAt` into the row.
 */
export const asksRating = (ticket: TicketRow, lastAskedAt: Instant | null, { now, desk }: TicketRules): boolean =>
  resolved(ticket) &&
  ticket.rating === null &&
  ticket.ratingAskedAt === null &&
  (lastAskedAt === null || now >= plus(lastAskedAt, desk.ratingEveryDays * DAY))
