// One tap after a person's resolve: one to five stars, once a ticket.
import { type FlowBook, interfaceText } from '../conversation/book.ts'
import type { ConversationRow, TicketRow } from '../domain/desk.ts'
import { DAY, plus } from '../kit/clock.ts'
import { mint } from '../redaction/redacted.ts'
import type { Writers } from '../store/nouns.ts'
import type { Context } from './context.ts'
import type { Kept } from './incoming.ts'
import { tellUser } from './outbox/enqueue.ts'
import { moveTicket } from './tickets.ts'

/** Asked once a ticket, after a person answered and closed it, and not of somebody who was asked a few days ago. */
export async function askRating(w: Writers, context: Context, book: FlowBook, ticket: TicketRow): Promise<void> {
  const at = context.clock.now()
  if (ticket.closedBy !== 'staff' || ticket.firstReplyAt === null || ticket.ratingAskedAt !== null) return
  const since = plus(at, -context.policy.desk.ratingEveryDays * DAY)
  const earlier = await w.tickets.ofConversation(ticket.conversationId, 20)
  if (earlier.some(({ ratingAskedAt }) => ratingAskedAt !== null && ratingAskedAt > since)) return
  const conversation = await w.conversations.byId(ticket.conversationId)
  if (!conversation) return
  await w.tickets.save({ ...ticket, ratingAskedAt: at })
  const text = interfaceText(book, ticket.lang, 'rate_us', { ticket: mint(`#${ticket.id}`) })
  await tellUser(w, at, conversation, { kind: 'rate', text, ticketId: ticket.id })
}

export async function rate(
  w: Writers,
  context: Context,
  book: FlowBook,
  conversation: ConversationRow,
  { ticketId, stars }: Extract<Kept, { kind: 'rating' }>,
): Promise<void> {
  const ticket = await w.tickets.byId(ticketId)
  // A button can be forwarded; only the ticket's own user rates it.
  if (!ticket || ticket.conversationId !== conversation.id) return
  const rated = await moveTicket(w, context, ticket, { kind: 'rated', stars: stars as 1 | 2 | 3 | 4 | 5 }, mint('user'))
  const text = interfaceText(book, ticket.lang, rated.ok ? 'rated' : 'rated_already')
  await tellUser(w, context.clock.now(), conversation, { kind: 'say', text, step: 0, choices: [] })
}
