// What the sweep has to do about a ticket now, and how the ticket stands after each of these was done once. Pure.
import { HOUR, instantOf, plus } from '../kit/clock.ts'
import type { TicketRow } from './desk.ts'
import {
  type ReminderLevel,
  resolveDue,
  rungs,
  stopped,
  type TicketClock,
  ticketClocks,
  wakeAt,
  withGiven,
} from './ticket-clock.ts'
import type { TicketRules } from './ticket-event.ts'

export type Due =
  /** Level 1 stands in the ticket, 2 names all staff, 3 goes to the operator. */
  | { readonly kind: 'remind'; readonly clock: TicketClock; readonly level: ReminderLevel }
  | { readonly kind: 'warn-user' }
  | { readonly kind: 'auto-close' }
  | { readonly kind: 'review' }

/** How a closed ticket stands; who had it stays known, for a reopening. */
export const closed = (ticket: TicketRow, by: TicketRow['closedBy'], { now }: TicketRules): TicketRow => ({
  ...ticket,
  ...stopped,
  state: 'closed',
  closedAt: now,
  closedBy: by,
  wakeAt: null,
})

/** It may close by itself now: the user was warned, and has not written since. */
export const closesNow = ({ state, hold, moneyOpen, warnAt, closeAt }: TicketRow, { now }: TicketRules): boolean =>
  state === 'waiting-user' && !hold && !moneyOpen && warnAt === null && closeAt !== null && closeAt <= now

/**
 * Everything that is due at `now`, lower reminders first. After an outage several levels of one clock can be due at
 * once: the caller may say them in one message, each goes through `settled`. Before an `auto-close` the caller asks the
 * records about money and tells the ticket (`money`).
 */
export function dueNow(ticket: TicketRow, rules: TicketRules): readonly Due[] {
  if (ticket.state === 'closed') return []
  const reminders = ticketClocks.flatMap((clock) =>
    rungs(ticket, clock, rules)
      .filter(({ at }) => at <= rules.now)
      .map(({ level }): Due => ({ kind: 'remind', clock, level })),
  )
  const warns = ticket.warnAt !== null && ticket.warnAt <= rules.now
  return [
    ...reminders,
    ...(warns ? [{ kind: 'warn-user' } as const] : []),
    ...(closesNow(ticket, rules) ? [{ kind: 'auto-close' } as const] : []),
    ...(ticket.nextReviewAt <= rules.now ? [{ kind: 'review' } as const] : []),
  ]
}

const after: {
  readonly [K in Due['kind']]: (t: TicketRow, due: Extract<Due, { kind: K }>, r: TicketRules) => TicketRow
} = {
  remind: (ticket, { clock, level }) => withGiven(ticket, clock, level),
  // A warning that came late, after an outage, leaves the user as much time as one in time.
  'warn-user': (ticket, _, { now, desk }) => ({
    ...ticket,
    warnAt: null,
    closeAt: instantOf(Math.max(ticket.closeAt ?? 0, plus(now, (desk.autoCloseHours * HOUR) / 2))),
  }),
  'auto-close': (ticket, _, rules) => closed(ticket, 'auto', rules),
  // Until somebody names another time, it comes up again after as long as a ticket may take.
  review: (ticket, _, rules) => ({ ...ticket, nextReviewAt: resolveDue(rules) }),
}

const same = (one: Due, other: Due): boolean =>
  one.kind === other.kind &&
  (one.kind !== 'remind' || other.kind !== 'remind' || (one.clock === other.clock && one.level === other.level))

/** The ticket after `due` was done. What is not due now changes nothing, so doing it twice does no more than once. */
export function settled(ticket: TicketRow, due: Due, rules: TicketRules): TicketRow {
  if (!dueNow(ticket, rules).some((one) => same(one, due))) return ticket
  const next = (after[due.kind] as (t: TicketRow, due: Due, r: TicketRules) => TicketRow)(ticket, due, rules)
  return { ...next, wakeAt: wakeAt(next, rules) }
}
