// A ticket's thread: made when the first thing is to be shown in it, made again when somebody deleted it, its card kept true.
import { createHash } from 'node:crypto'
import type { OutboxRow, ThreadRow, TicketLineRow, TicketRow } from '../../domain/desk.ts'
import { SECOND } from '../../kit/clock.ts'
import type { Done, Request, Spot } from '../../ports/chat-platform.ts'
import { join, mint, type Redacted, say } from '../../redaction/redacted.ts'
import type { Readers, Writers } from '../../store/nouns.ts'
import { cardButtons, renderCard } from '../card/card.ts'
import { showLine } from '../staff/line.ts'
import { chatHash } from './address.ts'
import { amendStep, reactStep } from './copies.ts'
import { ticketLane } from './enqueue.ts'
import { type Job, readJob } from './job.ts'
import { splitText } from './split.ts'
import { keepLinks, keyOf, linkRow, type Post, repeated, type Step } from './step.ts'

/** After a thread was deleted by hand, the new one begins with these. */
const REPLAYED = 20
const OPEN = 100

type At = {
  readonly r: Readers
  readonly post: Post
  readonly row: OutboxRow
  readonly ticket: TicketRow
  readonly thread: ThreadRow
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)
const stateOf = ({ state, topic }: TicketRow) => ({ state, topic })

export async function stepOfThread(r: Readers, post: Post, row: OutboxRow, job: Job): Promise<Step | undefined> {
  const ticket = await r.tickets.byId(row.ticketId as number)
  const thread = ticket && (await r.threads.ofTicket(ticket.id))
  if (!ticket || !thread) return undefined
  const at: At = { r, post, row, ticket, thread }
  return (await prepare(at)) ?? stepOfJob(at, job)
}

/** What must be there before anything can be shown: the thread, its card, and after a loss the last lines. */
async function prepare({ r, post, row, ticket, thread }: At): Promise<Step | undefined> {
  const id = ticket.id
  if (thread.threadId === null) {
    return {
      request: {
        kind: 'open-thread',
        key: `t${id}-${thread.made}`,
        name: thread.name,
        state: stateOf(ticket),
        ...(thread.state === 'making' ? { againSince: ticket.openedAt } : {}),
      },
      kept: async (w, done) => {
        const now = await w.threads.ofTicket(id)
        if (now && done.thread !== undefined) {
          await w.threads.save({ ...now, threadId: done.thread, state: 'open', made: now.made + 1 })
        }
      },
      last: false,
      marked: false,
    }
  }
  const to: Spot = { room: 'staff', thread: thread.threadId }
  const again = (text: Redacted): Redacted => (row.state === 'ambiguous' ? repeated(post, ticket.lang, text) : text)
  if (thread.cardMessageId === null) {
    const [card = mint('')] = splitText(renderCard(ticket, post.context), post.platform.limits.text - 100)
    return {
      request: {
        kind: 'text',
        to,
        key: `k${id}-${thread.made}`,
        text: again(card),
        buttons: cardButtons(ticket),
        opens: true,
      },
      kept: async (w, done) => {
        const now = await w.threads.ofTicket(id)
        const message = done.messages[0]
        if (!now || message === undefined) return
        // Without a hash, what was said before the loss is still to be shown.
        await w.threads.save({ ...now, cardMessageId: message, cardHash: now.made > 1 ? null : hashOf(card) })
        await w.outbox.addLink({ ...linkRow(post, to, row, message), outboxId: null, lineId: null, ticketId: id })
      },
      last: false,
      marked: true,
    }
  }
  if (thread.made <= 1 || thread.cardHash !== null) return undefined
  // What waits to be shown comes by itself, and once.
  const open = await r.outbox.lane(post.platform.name, ticketLane(id), OPEN)
  const coming = open.filter(({ body }) => readJob(body).kind === 'line').map(({ lineId }) => lineId)
  const lines = (await r.tickets.lastLines(id, REPLAYED)).filter((line) => !coming.includes(line.id)).toReversed()
  const history = join([mint('↻'), ...lines.map((line) => showLine(line, ticket.lang))], '\n')
  const [text = mint('↻')] = splitText(history, post.platform.limits.text - 100)
  return {
    request: { kind: 'text', to, key: `k${id}-${thread.made}h`, text: again(text), buttons: [] },
    kept: async (w) => {
      const now = await w.threads.ofTicket(id)
      if (now) await w.threads.save({ ...now, cardHash: 'shown' })
    },
    last: false,
    marked: true,
  }
}

async function stepOfJob(at: At, job: Job): Promise<Step | undefined> {
  const { r, post, row, ticket, thread } = at
  if (job.kind === 'card') return cardStep(at)
  if (job.kind === 'thread') return threadStep(at)
  if (job.kind === 'amend') return amendStep(r, post, row, ticket)
  if (job.kind === 'react') return reactStep(r, post, row, ticket, job)
  // Something is said in a thread that is closed: it is opened for it. Whoever closed the ticket closes the thread again.
  if (thread.state === 'closed') return setThread(at, true, false)
  const to: Spot = { room: 'staff', thread: thread.threadId }
  const again = row.state === 'ambiguous'
  const marked = (text: Redacted): Redacted => (again ? repeated(post, ticket.lang, text) : text)
  if (job.kind === 'word') {
    const answers = await answeredByWord(at, job.answers)
    return {
      request: {
        kind: 'text',
        to,
        key: keyOf(row),
        text: marked(job.text),
        buttons: job.buttons,
        prompt: job.prompt,
        ...(answers === undefined ? {} : { answers }),
      },
      kept: (w, done) => keepLinks(w, post, to, row, done),
      last: true,
      marked: true,
    }
  }
  return job.kind === 'line' ? lineStep(at, to, marked) : undefined
}

/** The staff's own message that a word answers. */
async function answeredByWord({ r, post, thread }: At, inboxId: string | null): Promise<string | undefined> {
  if (inboxId === null) return undefined
  const chat = chatHash(post, { room: 'staff', thread: thread.threadId })
  return (await r.outbox.linksOfInbox(inboxId)).find((link) => link.chatHash === chat)?.messageId
}

async function lineStep(
  { r, post, row, ticket }: At,
  to: Spot,
  marked: (text: Redacted) => Redacted,
): Promise<Step | undefined> {
  const line = row.lineId === null ? undefined : await r.tickets.line(row.lineId)
  if (!line) return undefined
  const waitedMs = post.context.clock.now() - line.at
  const shown = showLine(line, ticket.lang, waitedMs > 60 * SECOND ? waitedMs : 0)
  const pictures = row.parts === 0 ? await r.tickets.attachmentsOfLine(line.id) : []
  const kept = (w: Writers, done: Done): Promise<void> => keepLinks(w, post, to, row, done)
  if (pictures.length > 0) {
    const [caption = shown, ...rest] = splitText(shown, post.platform.limits.caption - 100)
    const request: Request = {
      kind: 'pictures',
      to,
      key: keyOf(row),
      pictures: pictures.slice(0, post.platform.limits.album).map(({ bytes }) => bytes),
      caption: marked(caption),
    }
    return { request, kept, last: rest.length === 0, marked: true }
  }
  const all = splitText(shown, post.platform.limits.text - 100)
  const text = all[row.parts]
  if (text === undefined) return undefined
  const answers = row.parts === 0 ? await answeredLine(r, post, to, line) : undefined
  const request: Request = {
    kind: 'text',
    to,
    key: keyOf(row),
    text: marked(text),
    buttons: [],
    ...(answers === undefined ? {} : { answers }),
  }
  return { request, kept, last: row.parts === all.length - 1, marked: true }
}

async function answeredLine(r: Readers, post: Post, to: Spot, { answers }: TicketLineRow): Promise<string | undefined> {
  if (answers === null) return undefined
  const chat = chatHash(post, to)
  return (await r.outbox.linksOfLine(answers)).find((link) => link.chatHash === chat)?.messageId
}

function cardStep({ post, ticket, thread }: At): Step | undefined {
  const [text = mint('')] = splitText(renderCard(ticket, post.context), post.platform.limits.text - 100)
  const cardHash = hashOf(text)
  if (cardHash === thread.cardHash || thread.cardMessageId === null) return undefined
  const spot: Spot = { room: 'staff', thread: thread.threadId }
  return {
    request: {
      kind: 'edit',
      at: spot,
      message: thread.cardMessageId,
      text,
      buttons: cardButtons(ticket),
      state: stateOf(ticket),
    },
    kept: async (w) => {
      const now = await w.threads.ofTicket(ticket.id)
      if (now) await w.threads.save({ ...now, cardHash })
    },
    last: true,
    marked: false,
  }
}

function threadStep(at: At): Step | undefined {
  const open = at.ticket.state !== 'closed'
  return open === (at.thread.state === 'open') ? undefined : setThread(at, open, true)
}

function setThread({ ticket, thread }: At, open: boolean, last: boolean): Step {
  return {
    request: {
      kind: 'set-thread',
      thread: thread.threadId ?? '',
      name: thread.name,
      open,
      state: stateOf(ticket),
    },
    kept: async (w) => {
      const now = await w.threads.ofTicket(ticket.id)
      if (now) await w.threads.save({ ...now, state: open ? 'open' : 'closed' })
    },
    last,
    marked: false,
  }
}

export const nameOf = (ticketId: number, topic: Redacted, lang: Redacted): Redacted =>
  say`#${ticketId} · ${topic} · ${lang}`
