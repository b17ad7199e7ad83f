// What a deed is about: the ticket of its thread or button, and the line that its message answers.
import type { MessageLink, TicketLineRow, TicketRow } from '../../domain/desk.ts'
import type { Readers, Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { hashChat } from '../outbox/address.ts'
import { readJob } from '../outbox/job.ts'
import type { StaffIncoming } from './incoming.ts'

export async function ticketOf(
  r: Readers,
  { platform, thread, message }: StaffIncoming,
): Promise<TicketRow | undefined> {
  if (message.kind === 'button') return r.tickets.byId(message.ticketId)
  const known = thread === null ? undefined : await r.threads.byThread(platform, thread)
  return known && r.tickets.byId(known.ticketId)
}

/** Message numbers count within a chat: the same number in a private chat is another message. */
export const linkOf = (
  r: Readers,
  { keyring }: Context,
  { platform, chat }: StaffIncoming,
  messageId: string | undefined,
): Promise<MessageLink | undefined> =>
  messageId === undefined
    ? Promise.resolve(undefined)
    : r.outbox.link(platform, hashChat(keyring, platform, chat), messageId)

export type Answered = {
  readonly line: TicketLineRow | null
  /** The desk asked for an answer that goes to the user. */
  readonly prompted: boolean
}

/** Null where the message answers nothing of this very ticket. */
export async function answeredBy(
  r: Readers,
  context: Context,
  ticket: TicketRow,
  incoming: StaffIncoming,
): Promise<Answered | null> {
  const link = await linkOf(r, context, incoming, incoming.answers)
  if (link?.ticketId !== ticket.id) return null
  const line = link.lineId === null ? null : ((await r.tickets.line(link.lineId)) ?? null)
  const row = link.outboxId === null ? undefined : await r.outbox.byId(link.outboxId)
  const job = row && readJob(row.body)
  return { line, prompted: job?.kind === 'word' && job.prompt }
}

/** Ties a colleague's own message to the event and to the line that it became. */
export async function linkMessage(
  w: Writers,
  { keyring, clock }: Context,
  { platform, chat, messageId, message }: StaffIncoming,
  inboxId: string,
  ticketId: number | null,
  lineId: number | null,
): Promise<void> {
  // A button's message is the desk's own, an edit's and a reaction's is linked since it was written.
  const said = ['text', 'media', 'copy', 'unreadable'] as const satisfies readonly (typeof message.kind)[]
  if (messageId === undefined || !said.some((kind) => kind === message.kind)) return
  const chatHash = hashChat(keyring, platform, chat)
  const at = clock.now()
  await w.outbox.addLink({ platform, chatHash, messageId, outboxId: null, inboxId, lineId, ticketId, at })
}
