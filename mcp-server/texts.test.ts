// The sentences of the lookups: every one that a tool can ask for is there, and none is there that nobody asks for.
import { expect, it } from 'vitest'
import { categories } from '../core/conversation/match/category.ts'
import { sentenceKeys } from '../core/desk/lookups/words.ts'
import { statusOf } from '../core/domain/order.ts'

const orderStates = Object.keys(statusOf)
const checks = ['order', 'payment', 'callback', 'ledger', 'duplicate', 'account'] as const
/** What a check can come to; the others hold or do not. */
const results: Partial<Record<(typeof checks)[number], readonly string[]>> = {
  order: ['ok', 'missing'],
  payment: ['ok', 'missing', 'problem'],
  callback: ['ok', 'missing', 'problem'],
  ledger: ['ok', 'missing'],
  duplicate: ['ok', 'problem', 'twice'],
}

const asked: { readonly [family: string]: readonly string[] } = {
  status: orderStates.flatMap((state) => (state === 'cancelled' ? ['cancelled-user', 'cancelled-expired'] : [state])),
  word: [...orderStates, 'queue', 'human', 'waiting-user', 'closed'],
  topic: categories,
  check: checks.flatMap((name) => (results[name] ?? ['ok', 'problem']).map((result) => `${name}-${result}`)),
  ask: ['amount-and-time', 'same-account', 'last-four', 'bill'],
  cause: ['provider-unknown'],
  code: ['none', 'several', 'redeemed', 'ready', 'not-eligible'],
  never: ['screenshot', 'code', 'person', 'number'],
  handoff: ['note', 'order', 'credited', 'not-credited', 'ticket', 'nothing'],
  next: [
    ...['not-found', 'list-some', 'entries-some', 'list-none', 'faq-some', 'faq-none', 'handoff'],
    ...orderStates.map((state) => `order-${state}`),
    ...['none', 'several', 'redeemed', 'ready', 'not-eligible'].map((key) => `code-${key}`),
    ...['not-requested', 'requested', 'approved', 'rejected', 'returned'].map((key) => `refund-${key}`),
    ...['not_credited', 'too_old', 'used', 'account', 'refunded'].map((key) => `refund-blocked-${key}`),
    ...['not-requested', 'requested', 'not-possible'].map((key) => `invoice-${key}`),
    ...['staff', 'customer', 'closed'].map((key) => `ticket-${key}`),
    ...['ask-in-chat', 'money-person', 'account-person', 'credited', 'one-payment', 'two-credited'],
  ],
}

it('every sentence that can be asked for is there, and no other', () => {
  const wanted = Object.entries(asked).flatMap(([family, keys]) => keys.map((key) => `${family}/${key}`))
  expect([...sentenceKeys].toSorted()).toEqual(wanted.toSorted())
})
