// A line was edited, taken back or reacted to: its copies on the other side follow.
import type { OutboxRow, TicketRow } from '../../domain/desk.ts'
import type { Spot } from '../../ports/chat-platform.ts'
import type { Readers } from '../../store/nouns.ts'
import { showLine, showReply } from '../staff/line.ts'
import { chatHash } from './address.ts'
import type { Job } from './job.ts'
import { splitText } from './split.ts'
import { type Post, type Step, spotOf } from './step.ts'

const nothing = async (): Promise<void> => undefined

/** The copies of a line on the side where it was not written, one request a copy. */
async function copiesOf(r: Readers, post: Post, row: OutboxRow, ticket: TicketRow, side: 'user' | 'staff') {
  const conversation = await r.conversations.byId(ticket.conversationId)
  const spot: Spot | undefined =
    side === 'staff' ? { room: 'staff', thread: null } : conversation && spotOf(post, conversation)
  if (!spot || row.lineId === null) return { spot, links: [] }
  const chat = chatHash(post, spot)
  return { spot, links: (await r.outbox.linksOfLine(row.lineId)).filter((link) => link.chatHash === chat) }
}

export async function amendStep(r: Readers, post: Post, row: OutboxRow, ticket: TicketRow): Promise<Step | undefined> {
  const line = row.lineId === null ? undefined : await r.tickets.line(row.lineId)
  if (!line) return undefined
  const side = line.author === 'user' ? 'staff' : 'user'
  const { spot, links } = await copiesOf(r, post, row, ticket, side)
  const link = links[row.parts]
  if (!spot || !link) return undefined
  const last = row.parts === links.length - 1
  // Staff keep a copy that says so, the first one; a copy that is the user's goes away.
  if (line.removed && (side === 'user' || row.parts > 0)) {
    return { request: { kind: 'remove', at: spot, message: link.messageId }, kept: nothing, last, marked: false }
  }
  const versions = side === 'staff' && !line.removed ? await r.tickets.versions(line.id) : []
  const shown = side === 'staff' ? showLine(line, ticket.lang, 0, versions) : showReply(post.book, line, ticket.lang)
  const text = splitText(shown, post.platform.limits.text - 100)[row.parts]
  if (text === undefined) return undefined
  const request = { kind: 'edit', at: spot, message: link.messageId, text, buttons: [] } as const
  return { request, kept: nothing, last, marked: false }
}

type React = Extract<Job, { kind: 'react' }>

export async function reactStep(
  r: Readers,
  post: Post,
  row: OutboxRow,
  ticket: TicketRow,
  { side, mark }: React,
): Promise<Step | undefined> {
  const { spot, links } = await copiesOf(r, post, row, ticket, side)
  const link = links.at(-1)
  if (!spot || !link) return undefined
  return {
    request: { kind: 'react', at: spot, message: link.messageId, mark },
    kept: nothing,
    last: true,
    marked: false,
  }
}
