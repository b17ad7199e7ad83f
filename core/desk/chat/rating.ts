// One tap after a person's resolve: one to five stars, once a ticket, not too often, and never a reason to begin anything anew.
import { type FlowBook, interfaceText } from '../../conversation/book.ts'
import type { InterfaceKey } from '../../conversation/interface-text.ts'
import { isIdle } from '../../conversation/move.ts'
import type { State } from '../../conversation/state.ts'
import type { ConversationRow, TicketRow } from '../../domain/desk.ts'
import type { TicketRefusal } from '../../domain/ticket-event.ts'
import { asksRating } from '../../domain/ticket-rating.ts'
import { DAY, instantOf, plus } from '../../kit/clock.ts'
import { mint, type Redacted } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { tellUser } from '../outbox/enqueue.ts'
import { moveTicket, rulesOf } from '../staff/tickets.ts'
import type { Kept } from './incoming.ts'

/** Enough to know when a user was asked last. */
const EARLIER = 20

/** Asked once a ticket, after a person answered and closed it, and not of somebody who was asked a few days ago. */
export async function askRating(w: Writers, context: Context, book: FlowBook, ticket: TicketRow): Promise<void> {
  const at = context.clock.now()
  const earlier = await w.tickets.ofConversation(ticket.conversationId, EARLIER)
  const asked = earlier.flatMap(({ ratingAskedAt }) => ratingAskedAt ?? [])
  const lastAskedAt = asked.length === 0 ? null : instantOf(Math.max(...asked))
  if (!asksRating(ticket, lastAskedAt, rulesOf(context))) return
  const conversation = await w.conversations.byId(ticket.conversationId)
  if (!conversation) return
  await w.tickets.save({ ...ticket, ratingAskedAt: at })
  const text = interfaceText(book, ticket.lang, 'rate_us', { ticket: mint(`#${ticket.id}`) })
  await tellUser(w, at, conversation, { kind: 'rate', text, ticketId: ticket.id })
}

const refused = (kind: TicketRefusal['kind']): InterfaceKey =>
  kind === 'already-rated' ? 'rated_already' : 'rated_not_now'

export async function rate(
  w: Writers,
  context: Context,
  book: FlowBook,
  conversation: ConversationRow,
  { ticketId, stars }: Pick<Extract<Kept, { kind: 'rating' }>, 'ticketId' | 'stars'>,
): Promise<void> {
  const ticket = await w.tickets.byId(ticketId)
  // A button can be forwarded; only the ticket's own user rates it.
  if (!ticket || ticket.conversationId !== conversation.id) return
  const rated = await moveTicket(w, context, ticket, { kind: 'rated', stars: stars as 1 | 2 | 3 | 4 | 5 }, mint('user'))
  const text = interfaceText(book, ticket.lang, rated.ok ? 'rated' : refused(rated.error.kind))
  await tellUser(w, context.clock.now(), conversation, { kind: 'say', text, step: 0, choices: [] })
}

/** `5`, `5 星`, `4 stars`, `⭐⭐⭐`: nothing else in the message. */
function starsIn(text: Redacted): number | undefined {
  const number = /^([1-5])\s*(?:颗?星|分|stars?|★|⭐\uFE0F?)?[。.!！]?$/i.exec(text.trim())?.[1]
  if (number !== undefined) return Number(number)
  const drawn = /^(?:★|⭐\uFE0F?){1,5}$/.test(text.trim()) ? text.match(/[★⭐]/g)?.length : undefined
  return drawn
}

/**
 * Somebody types the stars instead of pressing them, where buttons cannot be pressed: that opens no ticket again. True
 * where it was one. Only an answer to the question counts: nothing else is open, and it was asked within the last day.
 */
export async function ratedInWords(
  w: Writers,
  context: Context,
  book: FlowBook,
  conversation: ConversationRow,
  state: State,
  text: Redacted,
): Promise<boolean> {
  const stars = starsIn(text)
  if (stars === undefined || conversation.ticketId !== null || !isIdle(state)) return false
  const [last] = await w.tickets.ofConversation(conversation.id, 1)
  if (!last?.ratingAskedAt || last.rating !== null) return false
  if (context.clock.now() > plus(last.ratingAskedAt, DAY)) return false
  await rate(w, context, book, conversation, { ticketId: last.id, stars })
  return true
}
