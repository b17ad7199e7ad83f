// The next call to the platform that a row of the outbox comes to, and what is kept when it succeeded.

import type { FlowBook } from '../../conversation/book.ts'
import { interfaceText } from '../../conversation/book.ts'
import type { ConversationRow, MessageLink, OutboxRow } from '../../domain/desk.ts'
import type { ChatPlatform, Done, Request, Spot } from '../../ports/chat-platform.ts'
import { type Redacted, say } from '../../redaction/redacted.ts'
import { unseal } from '../../redaction/sealed.ts'
import type { Readers, Writers } from '../../store/nouns.ts'
import { stateOf } from '../chat/conversations.ts'
import type { Context } from '../context.ts'
import { showReply } from '../staff/line.ts'
import { chatHash, userData } from './address.ts'
import { billStep } from './bill.ts'
import { amendStep, reactStep } from './copies.ts'
import { type Job, readJob } from './job.ts'
import { stepsOfSide } from './side.ts'
import { splitText } from './split.ts'
import { stepOfThread } from './thread.ts'

export type Post = { readonly context: Context; readonly book: FlowBook; readonly platform: ChatPlatform }

/** One request, what its success changes, and whether the row is done with it. */
export type Step = {
  readonly request: Request
  readonly kept: (w: Writers, done: Done) => Promise<void>
  readonly last: boolean
  /** Said again when the platform may have it already: the repeat carries a visible mark. */
  readonly marked: boolean
}

/** The same in every repeat of one part. */
export const keyOf = ({ id, parts }: OutboxRow): string => `${id}-${parts}`

/** The next step of a row; undefined where there is nothing to be done any more. */
export async function stepOf(r: Readers, post: Post, row: OutboxRow): Promise<Step | undefined> {
  const job = readJob(row.body)
  if (row.conversationId !== null) return stepForUser(r, post, row, job)
  if (row.ticketId !== null) return stepOfThread(r, post, row, job)
  return stepsOfSide(post, row, job)
}

export const linkRow = (post: Post, spot: Spot, row: OutboxRow, messageId: string): MessageLink => ({
  platform: post.platform.name,
  chatHash: chatHash(post, spot),
  messageId,
  outboxId: row.id,
  inboxId: null,
  lineId: row.lineId,
  ticketId: row.ticketId,
  at: post.context.clock.now(),
})

export const keepLinks = async (
  w: Writers,
  post: Post,
  spot: Spot,
  row: OutboxRow,
  { messages }: Done,
): Promise<void> => {
  for (const message of messages) await w.outbox.addLink(linkRow(post, spot, row, message))
}

/** Where a conversation is answered; undefined where the platform never told. */
export const spotOf = ({ context }: Post, { address }: ConversationRow): Spot | undefined =>
  address === null ? undefined : { room: 'user', address: unseal(context.keyring, 'conversation.address', address) }

export const repeated = (post: Post, lang: 'zh' | 'en', text: Redacted): Redacted =>
  say`${interfaceText(post.book, lang, 'may_repeat')} ${text}`

/** The user's message that a line of staff answers, in the user's chat. */
async function answeredMessage(r: Readers, post: Post, spot: Spot, lineId: number | null): Promise<string | undefined> {
  const line = lineId === null ? undefined : await r.tickets.line(lineId)
  if (line?.answers == null) return undefined
  const links = await r.outbox.linksOfLine(line.answers)
  return links.find((link) => link.chatHash === chatHash(post, spot))?.messageId
}

async function stepForUser(r: Readers, post: Post, row: OutboxRow, job: Job): Promise<Step | undefined> {
  const conversation = await r.conversations.byId(row.conversationId ?? '')
  const to = conversation && spotOf(post, conversation)
  if (!conversation || !to) return undefined
  const lang = conversation.lang ?? stateOf(conversation).lang
  const again = row.state === 'ambiguous'
  const kept = (w: Writers, done: Done): Promise<void> => keepLinks(w, post, to, row, done)
  const common = { kept, marked: true } as const
  if (job.kind === 'copy') {
    const file = { what: job.what, file: job.file }
    return { ...common, request: { kind: 'copy', to, key: keyOf(row), file }, last: true }
  }
  if (job.kind === 'rate') {
    const stars = [1, 2, 3, 4, 5] as const
    const buttons = [stars.map((star) => ({ label: say`${star} ★`, data: `rate:${job.ticketId}:${star}` }))]
    const text = again ? repeated(post, lang, job.text) : job.text
    return { ...common, request: { kind: 'text', to, key: keyOf(row), text, buttons }, last: true }
  }
  if (job.kind === 'bill' || job.kind === 'turn') return billStep(r, post, row, job, to, lang)
  if (job.kind === 'amend' || job.kind === 'react') {
    const ticket = row.ticketId === null ? undefined : await r.tickets.byId(row.ticketId)
    if (!ticket) return undefined
    return job.kind === 'amend' ? amendStep(r, post, row, ticket) : reactStep(r, post, row, ticket, job)
  }
  if (job.kind !== 'say') return undefined
  const line = row.lineId === null ? undefined : await r.tickets.line(row.lineId)
  if (line?.removed) return undefined
  // A reply that was edited before it went out goes out as it reads now.
  const words = line?.author === 'staff' ? showReply(post.book, line, lang) : job.text
  const pictures = line && row.parts === 0 ? await r.tickets.attachmentsOfLine(line.id) : []
  if (line && pictures.length > 0) {
    const [caption = words, ...rest] = splitText(words, post.platform.limits.caption - 100)
    const bytes = pictures.slice(0, post.platform.limits.album).map((picture) => picture.bytes)
    const answers = await answeredMessage(r, post, to, row.lineId)
    const request: Request = {
      kind: 'pictures',
      to,
      key: keyOf(row),
      pictures: bytes,
      caption: again ? repeated(post, lang, caption) : caption,
      ...(answers === undefined ? {} : { answers }),
    }
    return { ...common, request, last: rest.length === 0 }
  }
  const parts = splitText(words, post.platform.limits.text - 100)
  const text = parts[row.parts]
  if (text === undefined) return undefined
  const last = row.parts === parts.length - 1
  const answers = row.parts === 0 ? await answeredMessage(r, post, to, row.lineId) : undefined
  const request: Request = {
    kind: 'text',
    to,
    key: keyOf(row),
    text: again ? repeated(post, lang, text) : text,
    buttons: last ? userButtons(job.choices, job.step) : [],
    ...(answers === undefined ? {} : { answers }),
  }
  return { ...common, request, last }
}

type Choices = Extract<Job, { kind: 'say' }>['choices']

/** The flow's own choices one a row, the short row of Back, Human … together. */
function userButtons(choices: Choices, step: number) {
  const all = choices.map(({ label, role }, index) => ({ role, button: { label, data: userData(step, index) } }))
  const picks = all.filter(({ role }) => role === 'pick').map(({ button }) => [button])
  const row = all.filter(({ role }) => role !== 'pick').map(({ button }) => button)
  return row.length > 0 ? [...picks, row] : picks
}
