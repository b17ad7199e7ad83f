// How a ticket begins: in the queue, with its clocks running. Pure.
import type { TicketRow } from './desk.ts'
import { firstDue, started, stopped, wakeAt } from './ticket-clock.ts'
import type { TicketRules } from './ticket-event.ts'

export type TicketFacts = Pick<
  TicketRow,
  'conversationId' | 'accountId' | 'lang' | 'topic' | 'card' | 'reason' | 'origin' | 'moneyOpen' | 'follows'
> &
  Partial<Pick<TicketRow, 'priority'>>

/** The row of a new ticket; its number is the store's. The first look at it is due with the first reply (`firstDue`). */
export function openTicket(facts: TicketFacts, rules: TicketRules): Omit<TicketRow, 'id'> {
  const ticket = {
    priority: 'normal' as const,
    ...facts,
    ...stopped,
    ...started(false, rules),
    state: 'queue' as const,
    owner: null,
    persona: null,
    openedAt: rules.now,
    nextReviewAt: firstDue(rules),
    claimedAt: null,
    firstReplyAt: null,
    closedAt: null,
    closedBy: null,
    hold: false,
    wakeAt: null,
    reopened: 0,
    mergedInto: null,
    rating: null,
    ratingAskedAt: null,
    version: 1,
  }
  return { ...ticket, wakeAt: wakeAt(ticket, rules) }
}
