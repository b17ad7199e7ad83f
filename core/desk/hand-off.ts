// Giving a conversation to a person: one open ticket a conversation, with a card, and a word to the user about who and when.

import { type FlowBook, interfaceText } from '../conversation/book.ts'
import type { HandoffEffect } from '../conversation/effect.ts'
import type { State } from '../conversation/state.ts'
import { when } from '../diagnosis/words.ts'
import { isStaffed, nextStaffed } from '../domain/calendar.ts'
import type { ConversationRow } from '../domain/desk.ts'
import { DAY, MINUTE, plus } from '../kit/clock.ts'
import { mint, type Redacted } from '../redaction/redacted.ts'
import type { Writers } from '../store/nouns.ts'
import { makeCard } from './card.ts'
import type { Context } from './context.ts'
import { readIncoming } from './incoming.ts'

/** How soon somebody looks at a new ticket, in working time. */
const FIRST_REVIEW_MS = 30 * MINUTE

/** These verdicts mean that money waits for a decision: the ticket cannot be closed over it. */
const MONEY = ['late-needs-human', 'amount-mismatch', 'payment-without-order', 'duplicate-suspense', 'provider-unknown']

export type HandedOff = { readonly ticketId: number; readonly said: Redacted }

/** Opens the ticket in the caller's transaction, or adds to the one that is open. */
export async function handOff(
  w: Writers,
  context: Context,
  book: FlowBook,
  conversation: ConversationRow,
  state: State,
  effect: HandoffEffect,
  accountId: string | null,
  environment: string,
): Promise<HandedOff> {
  const now = context.clock.now()
  const { lang } = state
  if (conversation.ticketId !== null) {
    const said = interfaceText(book, lang, 'with_person', { ticket: mint(`#${conversation.ticketId}`) })
    return { ticketId: conversation.ticketId, said }
  }
  const verdicts = await w.verdicts.since(conversation.id, plus(now, -DAY))
  const received = await w.conversations.received(conversation.id, 5)
  const said = received.toReversed().flatMap((row) => {
    const message = readIncoming(row.body)
    return message.kind === 'text' ? [{ text: message.text, at: row.at, inboxId: row.id }] : []
  })
  const page = accountId === null ? [] : await w.orders.page(accountId, plus(now, 1), 20)
  const nextReview = nextStaffed(plus(now, FIRST_REVIEW_MS), context.policy.hours)
  const staffed = isStaffed(now, context.policy.hours)
  const facts = {
    book,
    state,
    lang,
    platform: conversation.platform,
    environment,
    accountId,
    reason: effect.reason,
    topic: effect.topic,
    said,
    verdicts,
    lastCredited: page.find(({ completedAt }) => completedAt !== null),
    nextReview,
  }
  const promise = interfaceText(book, lang, staffed ? 'handed_over' : 'handed_over_closed', {
    ticket: mint('#…'),
    back_at: when(nextStaffed(now, context.policy.hours), now),
  })
  const ticketId = await w.tickets.insert({
    conversationId: conversation.id,
    accountId,
    lang,
    topic: effect.topic ?? 'human',
    card: JSON.stringify(makeCard({ ...facts, promised: firstLine(promise) })),
    moneyOpen: verdicts[0] !== undefined && MONEY.includes(verdicts[0].finding),
    openedAt: now,
    nextReviewAt: nextReview,
  })
  for (const { text, at, inboxId } of said)
    await w.tickets.addLine({ ticketId, inboxId, author: 'user', persona: null, text, at })
  // The promise was written before the ticket had its number.
  return { ticketId, said: mint(promise.replace('#…', `#${ticketId}`)) }
}

const firstLine = (text: Redacted): Redacted => mint(text.replace(/^.*?#…[.。，,]?\s*/, '').split('\n')[0] ?? '')
