// What staff change about their own words follows at the user: an edit, a taking back, a reaction.
import type { TicketLineRow, TicketRow } from '../../domain/desk.ts'
import { staffCommandOf } from '../../redaction/door.ts'
import type { Raw } from '../../redaction/raw.ts'
import { redact } from '../../redaction/redact.ts'
import type { Writers } from '../../store/nouns.ts'
import type { ChatOptions } from '../chat/chat.ts'
import { userLane } from '../outbox/enqueue.ts'
import type { Job } from '../outbox/job.ts'

/** Behind what is still on its way to the user, so that it finds the copies: a job of the ticket in the user's lane. */
async function follow(
  w: Writers,
  { context }: ChatOptions,
  ticket: TicketRow,
  lineId: number,
  job: Job,
): Promise<void> {
  const conversation = await w.conversations.byId(ticket.conversationId)
  if (!conversation) return
  await w.outbox.add({
    platform: conversation.platform,
    lane: userLane(conversation.id),
    conversationId: null,
    ticketId: ticket.id,
    lineId,
    body: JSON.stringify(job),
    at: context.clock.now(),
  })
}

/** A colleague's line reads otherwise now; what has not left yet is read when it leaves. */
export async function editLine(
  w: Writers,
  options: ChatOptions,
  ticket: TicketRow,
  line: TicketLineRow,
  raw: Raw,
): Promise<void> {
  const command = staffCommandOf(raw)
  // The message was an order to the desk, not words: what it led to is changed by another order.
  if (command && command.name !== 'r' && command.name !== 'note') return
  const { text } = redact(command ? command.argument : raw)
  if (text === line.text || line.removed) return
  await w.tickets.addVersion({ lineId: line.id, text: line.text, at: options.context.clock.now() })
  await w.tickets.saveLine({ ...line, text })
  if (line.author !== 'staff' || line.held) return
  await follow(w, options, ticket, line.id, { kind: 'amend' })
}

/** The user's copy goes away; the line stays, marked. */
export async function takeBack(
  w: Writers,
  options: ChatOptions,
  ticket: TicketRow,
  line: TicketLineRow,
): Promise<void> {
  await w.tickets.saveLine({ ...line, removed: true, held: false })
  if (line.author === 'staff' && !line.held) await follow(w, options, ticket, line.id, { kind: 'amend' })
}

export const passReactionToUser = (
  w: Writers,
  options: ChatOptions,
  ticket: TicketRow,
  lineId: number,
  mark: string | null,
): Promise<void> => follow(w, options, ticket, lineId, { kind: 'react', side: 'user', mark })
