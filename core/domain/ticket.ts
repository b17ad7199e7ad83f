// A ticket between queue, person and user: every event, the states in which it counts, and what it does. Pure.
import { HOUR, type Instant, plus } from '../kit/clock.ts'
import { err, ok, type Result } from '../kit/result.ts'
import type { TicketRow, TicketState } from './desk.ts'
import { asked, closing, firstDue, paused, resolveDue, resumed, started, wakeAt } from './ticket-clock.ts'
import { closed, closesNow, dueNow, settled } from './ticket-due.ts'
import type { TicketEvent, TicketEventKind, TicketRefusal, TicketRules } from './ticket-event.ts'
import { resolved } from './ticket-rating.ts'

type Moved = Result<TicketRow, TicketRefusal>
type Rule<K extends TicketEventKind> = {
  readonly counts: readonly TicketState[]
  /** The refusal in every other state. */
  readonly otherwise: 'closed' | 'not-closed'
  readonly step: (ticket: TicketRow, event: TicketEvent<K>, rules: TicketRules) => Moved
}

const open = { counts: ['queue', 'human', 'waiting-user'], otherwise: 'closed' } as const
const shut = { counts: ['closed'], otherwise: 'not-closed' } as const

const refuse = (kind: Exclude<TicketRefusal['kind'], 'taken'>): Moved => err({ kind })

/** In the hands of this colleague; when it left the queue first stays known. */
const owned = (ticket: TicketRow, { staff, persona }: TicketEvent<'transfer' | 'claim' | 'reply'>, now: Instant) => ({
  ...ticket,
  state: ticket.state === 'queue' ? ('human' as const) : ticket.state,
  owner: staff,
  persona,
  claimedAt: ticket.claimedAt ?? now,
})

/** The user's time to answer begins anew where what holds the ticket open has changed. */
const rearmed = (ticket: TicketRow, rules: TicketRules): Moved => ok({ ...ticket, ...closing(ticket, rules) })

const table: { readonly [K in TicketEventKind]: Rule<K> } = {
  claim: {
    ...open,
    step: (ticket, event, { now }) => {
      const { owner, persona } = ticket
      if (owner === event.staff) return ok(ticket)
      return owner === null ? ok(owned(ticket, event, now)) : err({ kind: 'taken', owner, persona })
    },
  },
  transfer: { ...open, step: (ticket, event, { now }) => ok(owned(ticket, event, now)) },
  reply: {
    ...open,
    step: (ticket, event, rules) => {
      const { owner, persona, firstReplyAt, firstDueAt, nextReviewAt } = ticket
      if (owner !== null && owner !== event.staff && event.anyway !== true)
        return err({ kind: 'taken', owner, persona })
      const answered = {
        ...(owner === null ? owned(ticket, event, rules.now) : ticket),
        state: 'waiting-user' as const,
        firstReplyAt: firstReplyAt ?? rules.now,
        // The first look is over with the first reply; a time that somebody named stays.
        nextReviewAt: nextReviewAt === firstDueAt ? resolveDue(rules) : nextReviewAt,
      }
      return rearmed({ ...answered, ...paused(answered, rules) }, rules)
    },
  },
  'user-wrote': {
    ...open,
    step: (ticket, _, rules) => {
      const state = ticket.state === 'waiting-user' ? 'human' : ticket.state
      const running = { ...ticket, ...resumed(ticket, rules), state }
      return rearmed({ ...running, ...asked(running, rules) }, rules)
    },
  },
  note: { ...open, step: (ticket) => ok(ticket) },
  priority: { ...open, step: (ticket, { priority }) => ok({ ...ticket, priority }) },
  hold: {
    ...open,
    step: (ticket, { on }, rules) => (ticket.hold === on ? ok(ticket) : rearmed({ ...ticket, hold: on }, rules)),
  },
  money: {
    ...open,
    step: (ticket, event, rules) =>
      ticket.moneyOpen === event.open ? ok(ticket) : rearmed({ ...ticket, moneyOpen: event.open }, rules),
  },
  close: {
    ...open,
    step: (ticket, { by, moneyOpen }, rules) => {
      if (moneyOpen) return refuse('money-open')
      // The sweep may come a moment after the user wrote: what it saw before does not count.
      if (by === 'auto' && !closesNow(ticket, rules)) return refuse('not-due')
      return ok(closed({ ...ticket, moneyOpen }, by, rules))
    },
  },
  'to-bot': {
    ...open,
    step: (ticket, { staff, moneyOpen }, rules) => {
      if (ticket.owner !== staff) return refuse('not-owner')
      return moneyOpen ? refuse('money-open') : ok(closed({ ...ticket, moneyOpen }, 'bot', rules))
    },
  },
  reopen: {
    ...shut,
    step: (ticket, _, rules) => {
      if (rules.now > plus(ticket.closedAt ?? rules.now, rules.desk.reopenHours * HOUR)) return refuse('too-old')
      return ok({
        ...ticket,
        ...started(ticket.firstReplyAt !== null, rules),
        state: ticket.owner === null ? 'queue' : 'human',
        closedAt: null,
        closedBy: null,
        mergedInto: null,
        reopened: ticket.reopened + 1,
        nextReviewAt: firstDue(rules),
      })
    },
  },
  merge: {
    ...open,
    step: (ticket, { into, moneyOpen }, rules) => {
      if (into.id === ticket.id) return refuse('same-ticket')
      if (into.state === 'closed') return refuse('closed')
      const inSight = into.moneyOpen && into.accountId !== null && into.accountId === ticket.accountId
      if (moneyOpen && !inSight) return refuse('money-open')
      return ok({ ...closed({ ...ticket, moneyOpen }, 'staff', rules), mergedInto: into.id })
    },
  },
  rated: {
    ...shut,
    step: (ticket, { stars }) => {
      if (!resolved(ticket)) return refuse('not-resolved')
      return ticket.rating === null ? ok({ ...ticket, rating: stars }) : refuse('already-rated')
    },
  },
  woken: {
    ...open,
    step: (ticket, _, rules) =>
      ok(
        dueNow(ticket, rules)
          .filter(({ kind }) => kind !== 'auto-close')
          .reduce((row, due) => settled(row, due, rules), ticket),
      ),
  },
  reviewed: { ...open, step: (ticket, { at }) => ok({ ...ticket, nextReviewAt: at }) },
}

/**
 * The ticket after the event, or why it is refused; total, and the only way a ticket changes. `version` stays: the
 * store counts it. What is said to whom, and the audit, are the caller's.
 */
export function move<K extends TicketEventKind>(ticket: TicketRow, event: TicketEvent<K>, rules: TicketRules): Moved {
  const rule: Rule<K> = table[event.kind]
  if (!rule.counts.includes(ticket.state)) return refuse(rule.otherwise)
  const moved = rule.step(ticket, event, rules)
  return moved.ok ? ok({ ...moved.value, wakeAt: wakeAt(moved.value, rules) }) : moved
}
