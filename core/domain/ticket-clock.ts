// A ticket's clocks: what starts, pauses and ends them, and when the sweep must look at it next. Pure.
import { HOUR, type Instant, instantOf, MINUTE, plus } from '../kit/clock.ts'
import type { TicketRow } from './desk.ts'
import type { TicketRules } from './ticket-event.ts'
import { plusWorking, workingBetween } from './working-time.ts'

/** `first` reply to the ticket, `next` reply to what the user wrote since, `resolve`. */
export type TicketClock = 'first' | 'next' | 'resolve'
/** 1 in the ticket, 2 to all staff, 3 to the operator. */
export type ReminderLevel = 1 | 2 | 3
export type Rung = { readonly level: ReminderLevel; readonly at: Instant }

type Clocks = Pick<TicketRow, 'firstDueAt' | 'nextDueAt' | 'resolveDueAt' | 'pausedAt' | 'reminders'>
type Closing = Pick<TicketRow, 'warnAt' | 'closeAt'>
type Waiting = Pick<TicketRow, 'state' | 'hold' | 'moneyOpen'>

const levels: readonly ReminderLevel[] = [1, 2, 3]

/** When a ticket that begins now is to be answered. */
export const firstDue = ({ now, hours, desk }: TicketRules): Instant =>
  plusWorking(now, desk.firstReplyMinutes * MINUTE, hours)
export const resolveDue = ({ now, hours, desk }: TicketRules): Instant =>
  plusWorking(now, desk.resolveHours * HOUR, hours)

/** A ticket begins, or begins again: an answer is awaited only where none was ever given. */
export const started = (answered: boolean, rules: TicketRules): Clocks => ({
  firstDueAt: answered ? null : firstDue(rules),
  nextDueAt: null,
  resolveDueAt: resolveDue(rules),
  pausedAt: null,
  reminders: 0,
})

export const stopped: Clocks & Closing = {
  firstDueAt: null,
  nextDueAt: null,
  resolveDueAt: null,
  pausedAt: null,
  reminders: 0,
  warnAt: null,
  closeAt: null,
}

/** The user was answered: the reply clocks end, resolving stands still until they write. */
export const paused = (ticket: Clocks, { now }: TicketRules): Clocks => ({
  ...withGiven(ticket, 'next', 0),
  firstDueAt: null,
  nextDueAt: null,
  pausedAt: ticket.pausedAt ?? now,
})

/** The user wrote: resolving goes on, later by the working time for which it stood; reminders of it stay given. */
export function resumed(ticket: Clocks, { now, hours }: TicketRules): Clocks {
  if (ticket.pausedAt === null || ticket.resolveDueAt === null) return { ...ticket, pausedAt: null }
  const stoodMs = workingBetween(ticket.pausedAt, now, hours)
  return { ...ticket, resolveDueAt: plusWorking(ticket.resolveDueAt, stoodMs, hours), pausedAt: null }
}

/** The user's first unanswered message counts, not their last; before the first reply only the first clock runs. */
export const asked = (ticket: Clocks, { now, hours, desk }: TicketRules): Clocks =>
  ticket.firstDueAt === null && ticket.nextDueAt === null
    ? { ...ticket, nextDueAt: plusWorking(now, desk.nextReplyMinutes * MINUTE, hours) }
    : ticket

/** When the user is warned and the ticket closes: in real time, because users have no office hours. */
export function closing({ state, hold, moneyOpen }: Waiting, { now, desk }: TicketRules): Closing {
  if (state !== 'waiting-user' || hold || moneyOpen) return { warnAt: null, closeAt: null }
  const waitMs = desk.autoCloseHours * HOUR
  return { warnAt: plus(now, waitMs / 2), closeAt: plus(now, waitMs) }
}

const dueAt = (ticket: Clocks, clock: TicketClock): Instant | null => {
  if (clock === 'first') return ticket.firstDueAt
  if (clock === 'next') return ticket.nextDueAt
  return ticket.pausedAt === null ? ticket.resolveDueAt : null
}

// Two ladders stand in one number: of the two reply clocks only one ever runs, resolving runs beside it.
const LADDER = 4

/** The highest level that was given for this clock. */
export const given = ({ reminders }: Pick<Clocks, 'reminders'>, clock: TicketClock): number =>
  clock === 'resolve' ? Math.trunc(reminders / LADDER) : reminders % LADDER

export const withGiven = <T extends Pick<Clocks, 'reminders'>>(ticket: T, clock: TicketClock, level: number): T => ({
  ...ticket,
  reminders: clock === 'resolve' ? level * LADDER + given(ticket, 'first') : given(ticket, 'resolve') * LADDER + level,
})

/** The reminders of this clock that are not yet given, with the moment of each; none while it does not run. */
export function rungs(ticket: Clocks, clock: TicketClock, { hours, desk }: TicketRules): readonly Rung[] {
  const due = dueAt(ticket, clock)
  if (due === null) return []
  return levels
    .filter((level) => level > given(ticket, clock))
    .map((level) => ({ level, at: plusWorking(due, (desk.remindMinutes[level - 1] ?? 0) * MINUTE, hours) }))
}

export const ticketClocks: readonly TicketClock[] = ['first', 'next', 'resolve']

/** The earliest moment at which the sweep has something to do; null for a closed ticket. */
export function wakeAt(ticket: Omit<TicketRow, 'id'>, rules: TicketRules): Instant | null {
  if (ticket.state === 'closed') return null
  const times = [ticket.nextReviewAt, ticket.warnAt, ticket.closeAt].filter((at) => at !== null)
  for (const clock of ticketClocks) times.push(...rungs(ticket, clock, rules).map(({ at }) => at))
  return instantOf(Math.min(...times))
}
