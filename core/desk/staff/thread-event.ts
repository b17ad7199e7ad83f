// Somebody closed or opened a ticket's thread by hand: the ticket follows, or the thread does, and the reason is said.
import type { TicketRow } from '../../domain/desk.ts'
import type { Writers } from '../../store/nouns.ts'
import type { ChatOptions } from '../chat/chat.ts'
import { refreshCard, sayInThread, tellThread } from '../outbox/enqueue.ts'
import { type At, word } from './at.ts'
import { refused } from './refusal.ts'

/** The thread is to be as the ticket is, behind what is said in it. */
const align = (w: Writers, { context }: ChatOptions, ticket: TicketRow): Promise<void> =>
  tellThread(w, context.clock.now(), ticket.id, { kind: 'thread' })

/** `at` null: nobody who may decide did it, or the bot itself. */
export async function threadTurned(
  w: Writers,
  options: ChatOptions,
  ticket: TicketRow,
  open: boolean,
  at: At | null,
): Promise<void> {
  const thread = await w.threads.ofTicket(ticket.id)
  if (!thread) return
  await w.threads.save({ ...thread, state: open ? 'open' : 'closed' })
  if (open === (ticket.state !== 'closed')) return
  if (at === null) return refreshCard(w, options.context.clock.now(), ticket)
  const done = open ? await at.inside.reopen(w, ticket, at.member) : await at.inside.close(w, ticket, at.member)
  if (done.ok) return
  const { text } = refused(at, done.error)
  const now = options.context.clock.now()
  if (text !== null) await sayInThread(w, now, ticket.id, text)
  if (!open) await sayInThread(w, now, ticket.id, word(at, 'staff_topic_reopened'))
  await align(w, options, ticket)
}
