// Giving a conversation to a person: one open ticket a conversation, with a card, and a word to the user about who and when.

import { type FlowBook, interfaceText, openingOf } from '../../conversation/book.ts'
import type { HandoffEffect } from '../../conversation/effect.ts'
import type { State } from '../../conversation/state.ts'
import { when } from '../../diagnosis/words.ts'
import { isStaffed, nextStaffed } from '../../domain/calendar.ts'
import type { ConversationRow, TicketRow } from '../../domain/desk.ts'
import { firstDue } from '../../domain/ticket-clock.ts'
import { openTicket } from '../../domain/ticket-opening.ts'
import { DAY, type Instant, plus } from '../../kit/clock.ts'
import { join, mint, type Redacted } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import { makeCard } from '../card/card.ts'
import { recordsOf } from '../card/records.ts'
import type { Context } from '../context.ts'
import { refreshCard } from '../outbox/enqueue.ts'
import { nameOf } from '../outbox/thread.ts'
import { moveTicket, rulesOf } from '../staff/tickets.ts'
import { codesSpokenOf, codeWord } from '../wallet/code-word.ts'
import { readIncoming } from './incoming.ts'

/** These verdicts mean that money waits for a decision: the ticket cannot be closed over it. */
const MONEY = ['late-needs-human', 'amount-mismatch', 'payment-without-order', 'duplicate-suspense', 'provider-unknown']

/** So many earlier tickets stand on the card. */
const EARLIER = 5

export type HandedOff = { readonly ticketId: number; readonly said: Redacted }

export type HandOffTo = {
  readonly context: Context
  readonly book: FlowBook
  readonly environment: string
  /** The platform on which staff see it; undefined: the terminal only. */
  readonly staff: string | undefined
}

/** The ticket that an earlier one of the same matter goes on as, if that was closed a short time ago. */
async function reopened(
  w: Writers,
  { context }: HandOffTo,
  last: TicketRow | undefined,
  topic: string,
): Promise<TicketRow | undefined> {
  if (!last?.closedAt || last.topic !== topic || last.mergedInto !== null) return undefined
  const moved = await moveTicket(w, context, last, { kind: 'reopen' }, mint('user'))
  return moved.ok ? moved.value : undefined
}

/** Tickets that the same account opened elsewhere: a talk may have moved to another platform. */
async function elsewhere(w: Writers, conversation: ConversationRow, accountId: string | null) {
  const found: TicketRow[] = []
  for (const { platform, userHash } of accountId === null ? [] : await w.accounts.identities(accountId)) {
    const other = await w.conversations.ofUser(platform, userHash)
    if (other && other.id !== conversation.id) found.push(...(await w.tickets.ofConversation(other.id, EARLIER)))
  }
  return found
}

/** Opens the ticket in the caller's transaction, or adds to the one that is open. */
export async function handOff(
  w: Writers,
  to: HandOffTo,
  conversation: ConversationRow,
  state: State,
  effect: HandoffEffect,
  accountId: string | null,
): Promise<HandedOff> {
  const { context, book, environment, staff } = to
  const now = context.clock.now()
  const { lang } = state
  if (conversation.ticketId !== null) {
    const said = interfaceText(book, lang, 'with_person', { ticket: mint(`#${conversation.ticketId}`) })
    return { ticketId: conversation.ticketId, said }
  }
  const verdicts = await w.verdicts.since(conversation.id, plus(now, -DAY))
  const received = await w.inbox.received(conversation.id, 5)
  const messages = received.toReversed().map((row) => ({ row, message: readIncoming(row.body) }))
  const said: { text: Redacted; at: Instant; inboxId: string }[] = []
  for (const { row, message } of messages) {
    if (message.kind !== 'text') continue
    const code = await codeWord(w, context, accountId, message.references, lang)
    said.push({ text: code ? join([message.text, code], ' ') : message.text, at: row.at, inboxId: row.id })
  }
  const pages = messages.flatMap(({ message }) => (message.kind === 'picture' && message.text ? [message.text] : []))
  const page = accountId === null ? [] : await w.orders.page(accountId, plus(now, 1), 20)
  const rules = rulesOf(context)
  const nextReviewAt = firstDue(rules)
  const staffed = isStaffed(now, context.policy.hours)
  const topic = effect.topic ?? 'human'
  const promise = interfaceText(book, lang, staffed ? 'handed_over' : 'handed_over_closed', {
    ticket: mint('#…'),
    back_at: when(nextStaffed(now, context.policy.hours), now),
  })
  const evidence = verdicts[0] ? (JSON.parse(verdicts[0].evidence) as string[]) : []
  const [spokenOf] = await codesSpokenOf(w, conversation.id, null)
  const own = await w.tickets.ofConversation(conversation.id, EARLIER)
  const earlier = [...own, ...(await elsewhere(w, conversation, accountId))]
    .toSorted((a, b) => b.id - a.id)
    .slice(0, EARLIER)
  const card = makeCard({
    book,
    state,
    lang,
    platform: conversation.platform,
    environment,
    accountId,
    reason: effect.reason,
    topic: effect.topic,
    said,
    page: pages.at(-1) ?? null,
    verdicts,
    records: await recordsOf(w, context, accountId, evidence, spokenOf?.id ?? null),
    earlier,
    lastCredited: page.find(({ completedAt }) => completedAt !== null),
    nextReview: nextReviewAt,
    promised: firstLine(promise),
  })
  const [last] = own
  const again = await reopened(w, to, last, topic)
  const row = openTicket(
    {
      conversationId: conversation.id,
      accountId,
      lang,
      topic,
      card: JSON.stringify(card),
      reason: effect.reason,
      origin: originOf(book, state),
      moneyOpen: verdicts[0] !== undefined && MONEY.includes(verdicts[0].finding),
      follows: last?.id ?? null,
    },
    rules,
  )
  const ticketId = again?.id ?? (await w.tickets.add(row))
  if (again) await w.tickets.save({ ...again, card: row.card, moneyOpen: again.moneyOpen || row.moneyOpen })
  for (const { text, at, inboxId } of said) {
    if (await w.tickets.lineOfInbox(inboxId)) continue
    const line = { author: 'user', staff: null, persona: null, answers: null, held: false, removed: false } as const
    const lineId = await w.tickets.addLine({ ticketId, inboxId, text, at, ...line })
    for (const link of await w.outbox.linksOfInbox(inboxId)) await w.outbox.setLine(link, lineId, ticketId)
  }
  if (!again) {
    const name = nameOf(ticketId, card.capability, mint(lang))
    if (staff !== undefined) await w.threads.insert({ ...newThread, ticketId, platform: staff, name })
  }
  await refreshCard(w, now, { id: ticketId })
  // The promise was written before the ticket had its number.
  return { ticketId, said: mint(promise.replace('#…', `#${ticketId}`)) }
}

const newThread = {
  state: 'wanted',
  threadId: null,
  cardMessageId: null,
  cardHash: null,
  made: 0,
  listedAt: null,
} as const

/** Where in which flow the bot gave up: `flow/step`. The way to a person itself is only named where nothing stood before it. */
const originOf = (book: FlowBook, { path }: State): string => {
  const human = openingOf(book, '/human')?.flow
  const last = path.findLast(({ flow }) => flow !== human) ?? path.at(-1)
  return last ? `${last.flow}/${last.step}` : '-'
}

const firstLine = (text: Redacted): Redacted => mint(text.replace(/^.*?#…[.。，,]?\s*/, '').split('\n')[0] ?? '')
