// Putting something into the outbox, in the transaction of the change that causes it: which lane, whose row.
import type { ConversationRow, TicketRow } from '../../domain/desk.ts'
import type { Instant } from '../../kit/clock.ts'
import type { Redacted } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Job, JobButton } from './job.ts'

export const userLane = (conversationId: string): string => `user:${conversationId}`
export const ticketLane = (ticketId: number): string => `ticket:${ticketId}`
/** Edits of the card have a limit of their own and must not hold lines up. */
export const cardLane = (ticketId: number): string => `card:${ticketId}`
export const roomLane = (platform: string): string => `room:${platform}`
export const groupLane = (platform: string): string => `group:${platform}`

type Whose = Pick<ConversationRow, 'id' | 'platform'>

/** To the user. `lineId`: the ticket's line that it says, so that an edit or a reaction finds it. */
export const tellUser = (
  w: Writers,
  at: Instant,
  to: Whose,
  job: Job,
  lineId: number | null = null,
  ticketId: number | null = null,
): Promise<number> =>
  w.outbox.add({
    platform: to.platform,
    lane: userLane(to.id),
    conversationId: to.id,
    ticketId,
    lineId,
    body: JSON.stringify(job),
    at,
  })

/** Whether a change of a line is for the user's copy of it. */
async function concernsUser(w: Writers, job: Job, lineId: number | null): Promise<boolean> {
  if (job.kind === 'react') return job.side === 'user'
  if (job.kind !== 'amend' || lineId === null) return false
  return (await w.tickets.line(lineId))?.author === 'staff'
}

/**
 * To the ticket's thread; nothing where staff have no threads (the terminal reads the lines themselves). What changes
 * the user's copy of a line goes behind that copy in the user's own lane.
 */
export async function tellThread(
  w: Writers,
  at: Instant,
  ticketId: number,
  job: Job,
  lineId: number | null = null,
): Promise<void> {
  if (await concernsUser(w, job, lineId)) {
    const ticket = await w.tickets.byId(ticketId)
    const conversation = ticket && (await w.conversations.byId(ticket.conversationId))
    if (conversation) await tellUser(w, at, conversation, job, lineId, ticketId)
    return
  }
  const thread = await w.threads.ofTicket(ticketId)
  if (!thread) return
  const { platform } = thread
  const row = { platform, lane: ticketLane(ticketId), conversationId: null, ticketId, at }
  await w.outbox.add({ ...row, lineId, body: JSON.stringify(job) })
  if (job.kind !== 'word' && job.kind !== 'line') return
  // What is said in a closed ticket's thread opens it: behind the words it is closed again.
  if ((await w.tickets.byId(ticketId))?.state !== 'closed') return
  await w.outbox.add({ ...row, lineId: null, body: JSON.stringify({ kind: 'thread' } satisfies Job) })
}

/** A word of the desk in the ticket's thread. */
export const sayInThread = (
  w: Writers,
  at: Instant,
  ticketId: number,
  text: Redacted,
  more: { readonly buttons?: JobButton[][]; readonly prompt?: boolean; readonly answers?: string } = {},
): Promise<void> =>
  tellThread(w, at, ticketId, {
    kind: 'word',
    text,
    buttons: more.buttons ?? [],
    prompt: more.prompt ?? false,
    answers: more.answers ?? null,
  })

/** The card, and the thread's name and state, are to show the ticket as it stands. One waiting request is enough. */
export async function refreshCard(w: Writers, at: Instant, { id }: Pick<TicketRow, 'id'>): Promise<void> {
  const thread = await w.threads.ofTicket(id)
  if (!thread) return
  const waiting = await w.outbox.lane(thread.platform, cardLane(id), 10)
  for (const kind of ['card', 'thread'] as const) {
    const body = JSON.stringify({ kind } satisfies Job)
    if (waiting.some((row) => row.body === body && row.state === 'queued' && row.parts === 0)) continue
    await w.outbox.add({
      platform: thread.platform,
      lane: cardLane(id),
      conversationId: null,
      ticketId: id,
      lineId: null,
      body,
      at,
    })
  }
}

/** To the room that all staff of a platform share. */
export const tellRoom = (
  w: Writers,
  at: Instant,
  platform: string,
  text: Redacted,
  buttons: JobButton[][] = [],
): Promise<number> =>
  w.outbox.add({
    platform,
    lane: roomLane(platform),
    conversationId: null,
    ticketId: null,
    lineId: null,
    body: JSON.stringify({ kind: 'room', text, buttons } satisfies Job),
    at,
  })
