// get_ticket_status: where a support case stands. What people wrote in it is not read.
import { z } from 'zod'
import { openingOf } from '../../core/conversation/book.ts'
import { categories } from '../../core/conversation/match/category.ts'
import type { TicketState } from '../../core/domain/desk.ts'
import type { TicketView } from '../../core/store/views/tickets.ts'
import * as field from '../fields.ts'
import { type Ask, ended, tool } from '../tool.ts'

const waits: Record<TicketState, 'staff' | 'customer' | 'nobody'> = {
  queue: 'staff',
  human: 'staff',
  'waiting-user': 'customer',
  closed: 'nobody',
}
const shownState = {
  queue: 'queued',
  human: 'with_person',
  'waiting-user': 'waiting_customer',
  closed: 'closed',
} as const
const nextKey = { staff: 'ticket-staff', customer: 'ticket-customer', nobody: 'ticket-closed' } as const

/** A topic is the name of a flow; only those that a category leads to are told. */
const topicOf = ({ desk }: Ask<unknown>, topic: string): (typeof categories)[number] =>
  categories.find((one) => openingOf(desk.book, one)?.flow === topic) ?? 'other'

export const numberOfTicket = (text: string): number =>
  Number(/^\s*#?(\d{1,12})\s*$/.exec(text.normalize('NFKC'))?.[1] ?? 0)

export const findTicket = (ask: Ask<unknown>, reference: string): Promise<TicketView | undefined> => {
  const id = numberOfTicket(reference)
  const { subject, desk } = ask
  return desk.store.look((views) =>
    subject.kind === 'account' ? views.tickets.own(id, subject.accountId) : views.tickets.any(id),
  )
}

const latest = (ticket: TicketView): number =>
  Math.max(ticket.openedAt, ticket.claimedAt ?? 0, ticket.firstReplyAt ?? 0, ticket.closedAt ?? 0)

export const getTicketStatus = tool({
  name: 'get_ticket_status',
  title: 'Ticket status',
  description: "Reports a support case's state. Customer and staff text is not returned.",
  scope: 'tickets:read',
  input: z.strictObject({ ticket_ref: field.ticketRef, lang: field.lang }),
  output: z.strictObject({
    found: field.found,
    state: z.enum(['queued', 'with_person', 'waiting_customer', 'closed']).optional().describe('absent if not found'),
    waiting_on: z.enum(['staff', 'customer', 'nobody']).optional().describe('who has to act'),
    topic: z.enum(categories).optional().describe('what it is about'),
    updated_at: field.time('last step that is recorded').optional(),
    due_by: field.time('next look at it').optional(),
    ...field.answered,
  }),
  example: { ticket_ref: '12' },
  missed: ({ found }) => !found,
  answer: async (ask) => {
    const ticket = await findTicket(ask, ask.input.ticket_ref)
    if (!ticket) return { found: false, ...ended(ask, 'not-found') }
    const waiting_on = waits[ticket.state]
    return {
      found: true,
      state: shownState[ticket.state],
      waiting_on,
      topic: topicOf(ask, ticket.topic),
      updated_at: field.showTime(latest(ticket) as typeof ticket.openedAt),
      due_by: ticket.state === 'closed' ? undefined : field.showTime(ticket.nextReviewAt),
      ...ended(ask, nextKey[waiting_on], ask.desk.book.facts[ask.lang]),
    }
  },
})
