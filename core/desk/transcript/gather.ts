// A ticket's transcript from the rows: its lines with all they once said, the bot's own words, pictures, verdicts and deeds.
import type { LineVersion, OutboxRow, TicketLineRow, TicketRow } from '../../domain/desk.ts'
import { DAY, type Instant, instantOf, MINUTE, plus } from '../../kit/clock.ts'
import { invariant } from '../../kit/invariant.ts'
import { mask, type Redacted, say } from '../../redaction/redacted.ts'
import type { Heard, Said } from '../../store/history.ts'
import type { Readers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { readJob } from '../outbox/job.ts'
import { heardWords } from './heard.ts'
import { type Names, namesIn, shownDetail } from './names.ts'
import { pictureOf } from './picture.ts'
import type { Entry, Picture, Transcript } from './shape.ts'

/** Messages of the bot and of the user beside the lines; more than a long talk has. */
const MOST_MESSAGES = 2_000
const MOST_DEEDS = 1_000
/** So much of the talk before the ticket belongs to it. */
const BEFORE_MS = DAY
/** The last words are said a moment after the ticket closed. */
const AFTER_MS = MINUTE

const iso = (at: Instant): string => new Date(at).toISOString()
const isoOr = (at: Instant | null): string | null => (at === null ? null : iso(at))

const deliveries: { readonly [S in OutboxRow['state']]: 'sent' | 'waiting' | 'undeliverable' } = {
  queued: 'waiting',
  sending: 'waiting',
  ambiguous: 'waiting',
  sent: 'sent',
  dead: 'undeliverable',
}

/** An entry before it has its number; `line` is the one that others may answer. */
type Draft = Omit<Entry, 'n' | 'answers' | 'at'> & {
  readonly at: Instant
  readonly rank: number
  readonly line: number | null
  readonly answersLine: number | null
}

const blank = {
  buttons: [],
  held: false,
  removed: false,
  delivery: null,
  versions: [],
  pictures: [],
  name: null,
  line: null,
  answersLine: null,
}

function ofBot(row: Said): Draft | undefined {
  const job = readJob(row.body)
  // The message with a payment code, and each time that it turned.
  if (job.kind === 'bill' || job.kind === 'turn') {
    const text = say`▦ ${job.about}`
    return { ...blank, at: row.at, rank: 1, author: 'bot', text, delivery: deliveries[row.state] }
  }
  if (row.lineId !== null || (job.kind !== 'say' && job.kind !== 'rate')) return undefined
  const buttons = job.kind === 'say' ? job.choices.map(({ label }) => label) : []
  return { ...blank, at: row.at, rank: 1, author: 'bot', text: job.text, buttons, delivery: deliveries[row.state] }
}

function ofUser(row: Heard, said: readonly Said[]): Draft | undefined {
  const text = heardWords(
    row,
    said.filter(({ at }) => at <= row.at),
  )
  return text === undefined ? undefined : { ...blank, at: row.at, rank: 0, author: 'user', text }
}

const ofLine = (
  line: TicketLineRow,
  versions: readonly LineVersion[],
  pictures: readonly Picture[],
  sent: Said | undefined,
): Draft => ({
  ...blank,
  at: line.at,
  rank: line.author === 'user' ? 0 : 1,
  author: line.author,
  name: line.persona as Redacted | null,
  text: line.text,
  held: line.held,
  removed: line.removed,
  delivery: line.author === 'staff' && sent ? deliveries[sent.state] : null,
  versions: versions.map(({ at, text }) => ({ at: iso(at), text })),
  pictures: [...pictures],
  line: line.id,
  answersLine: line.answers,
})

/** In the order of time; of one moment, what the user did stands before what was answered. */
function numbered(drafts: readonly Draft[]): readonly Entry[] {
  const sorted = drafts.toSorted((a, b) => a.at - b.at || a.rank - b.rank)
  const numbers = new Map(sorted.flatMap(({ line }, index) => (line === null ? [] : [[line, index + 1] as const])))
  return sorted.map(({ at, rank, line, answersLine, ...entry }, index) => ({
    ...entry,
    n: index + 1,
    at: iso(at),
    answers: answersLine === null ? null : (numbers.get(answersLine) ?? null),
  }))
}

async function deedsOf(r: Readers, ticket: TicketRow, evidence: readonly string[], nameOf: Names) {
  const own = `ticket:${ticket.id}`
  const found: Transcript['deeds'] = []
  for (const subject of [own, ...new Set(evidence)]) {
    for (const { at, actor, action, detail } of await r.history.deeds(subject, MOST_DEEDS)) {
      // What was done to an order elsewhere is no part of this ticket.
      if (subject !== own && (JSON.parse(detail) as { ticket?: unknown }).ticket !== ticket.id) continue
      found.push({ at: iso(at), by: nameOf(actor), action, subject, detail: shownDetail(detail, nameOf) })
    }
  }
  return found.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** Undefined where there is no such ticket. Of what is over its time, the rows stay and the words are gone. */
export async function transcriptOf(r: Readers, context: Context, id: number): Promise<Transcript | undefined> {
  const ticket = await r.tickets.byId(id)
  if (!ticket) return undefined
  const conversation = await r.conversations.byId(ticket.conversationId)
  invariant(conversation, 'a ticket without a conversation')
  const before = (await r.tickets.ofConversation(ticket.conversationId, 100)).find((other) => other.id < id)
  const from = instantOf(Math.max(plus(ticket.openedAt, -BEFORE_MS), (before?.closedAt ?? -AFTER_MS) + AFTER_MS))
  const to = ticket.closedAt === null ? context.clock.now() : plus(ticket.closedAt, AFTER_MS)
  const talk = { conversationId: ticket.conversationId, from, to, limit: MOST_MESSAGES }
  const said = (await r.history.said(talk)).toReversed()
  const heard = (await r.history.heard(talk)).toReversed()
  const lines = await r.tickets.lines(id)
  const nameOf = namesIn(context, ticket, lines)

  const drafts: Draft[] = []
  for (const line of lines) {
    const pictures = await r.tickets.attachmentsOfLine(line.id)
    const sent = said.find(({ lineId }) => lineId === line.id)
    drafts.push(
      ofLine(
        line,
        await r.tickets.versions(line.id),
        pictures.flatMap((one) => pictureOf(one) ?? []),
        sent,
      ),
    )
  }
  const shown = new Set(lines.map(({ inboxId }) => inboxId))
  drafts.push(...heard.flatMap((row) => (shown.has(row.id) ? [] : (ofUser(row, said) ?? []))))
  drafts.push(...said.flatMap((row) => ofBot(row) ?? []))

  const verdicts = (await r.history.found(talk)).map(({ at, evidence, ...verdict }) => ({
    at: iso(at),
    ...verdict,
    evidence: JSON.parse(evidence) as string[],
  }))
  return {
    version: 1,
    madeAt: iso(context.clock.now()),
    ticket: {
      number: ticket.id,
      topic: ticket.topic,
      reason: ticket.reason,
      origin: ticket.origin,
      lang: ticket.lang,
      platform: conversation.platform,
      account: ticket.accountId === null ? null : mask(ticket.accountId),
      state: ticket.state,
      priority: ticket.priority,
      owner: ticket.owner === null ? null : nameOf(ticket.owner),
      moneyOpen: ticket.moneyOpen,
      openedAt: iso(ticket.openedAt),
      claimedAt: isoOr(ticket.claimedAt),
      firstReplyAt: isoOr(ticket.firstReplyAt),
      closedAt: isoOr(ticket.closedAt),
      closedBy: ticket.closedBy,
      reopened: ticket.reopened,
      follows: ticket.follows,
      mergedInto: ticket.mergedInto,
      rating: ticket.rating,
    },
    entries: [...numbered(drafts)],
    complete: said.length < MOST_MESSAGES && heard.length < MOST_MESSAGES,
    verdicts,
    deeds: await deedsOf(
      r,
      ticket,
      verdicts.flatMap(({ evidence }) => evidence),
      nameOf,
    ),
  }
}
