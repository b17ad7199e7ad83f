// Deeds that move money, each with what must have happened before: for a death at every single point of them.
import type { Order } from './book.ts'
import { asked } from './deeds/asking.ts'
import { cancelled, ordered } from './deeds/ordering.ts'
import { paid, told, toldTwice } from './deeds/paying.ts'
import { issued, typed } from './deeds/redeeming.ts'
import { askedBack, decided } from './deeds/returning.ts'
import { planPurchase, taskCharge, taskEnd, taskQuestion, taskReturn, usage } from './deeds/spending.ts'
import { until } from './deeds/time.ts'
import type { Play } from './play.ts'
import { rules } from './rules.ts'
import { OPENED_AT } from './shop.ts'

/** `once`: doing it again after an answer that was lost does it twice, because nobody but the caller can tell. */
export type Scene = {
  readonly before: (play: Play) => Promise<unknown>
  readonly deed: (play: Play) => Promise<unknown>
  readonly once?: true
}

const wish = { account: 'alice', fen: 50_00, channel: 'alipay', plan: null, key: 'first' } as const
const first = ({ book }: Play): Order => {
  const [order] = book.orders
  if (!order) throw new Error('a scene without an order')
  return order
}
const make = (play: Play): Promise<boolean> => ordered(play, wish)
const pay =
  (txn: string, wrong = 0) =>
  (play: Play) =>
    paid(play, first(play), txn, first(play).fen + wrong)
const letter = (play: Play, txn: string, wrong = 0) => ({
  ...first(play),
  txn,
  fen: first(play).fen + wrong,
  paidAt: play.book.now,
})
const tell =
  (txn: string, wrong = 0, dies = false) =>
  (play: Play) =>
    told(play, letter(play, txn, wrong), dies)
const all =
  (...deeds: readonly ((play: Play) => Promise<unknown>)[]) =>
  async (play: Play): Promise<void> => {
    for (const deed of deeds) await deed(play)
  }
const credited = all(make, pay('T0001'), tell('T0001'))
const charged = all(credited, (play) => taskCharge({ account: 'alice', units: 1_000_000, number: 'task' }).play(play))
const request = (play: Play) => askedBack(play, first(play).id)
const decide = (to: 'approved' | 'rejected' | 'returned') => (play: Play) => decided(play, first(play).id, to)
/** Until so long after the opening, however often it is tried. */
const pass = (ms: number, awake: boolean) => (play: Play) => until(play, OPENED_AT + ms, awake)
const issue = (play: Play) => issued(play, { units: 3_000_000, forMs: null, onlyFor: null })
const redeem = (play: Play) => {
  const [code] = play.book.codes
  return typed(play, 'alice', code?.text ?? '', code, true)
}
const miss = (play: Play) => typed(play, 'alice', '00000-00000-00000-00000', undefined, true)
const ask = (play: Play) => asked(play, first(play), 'payment', 'alice')

export const scenes: { readonly [name: string]: Scene } = {
  'an order is made': { before: async () => undefined, deed: make },
  'a notice is delivered': { before: all(make, pay('T0001')), deed: tell('T0001') },
  'a notice is delivered twice at once': {
    before: all(make, pay('T0001')),
    deed: (play) => toldTwice(play, letter(play, 'T0001')),
  },
  'a notice of another amount': { before: all(make, pay('T0001', 1)), deed: tell('T0001', 1) },
  'a second payment of one order': { before: all(credited, pay('T0002')), deed: tell('T0002') },
  'a question finds the payment': { before: all(make, pay('T0001')), deed: ask },
  'a question finds two payments': { before: all(make, pay('T0001'), pass(1, false), pay('T0002')), deed: ask },
  'a question takes up a fulfilment': { before: all(make, pay('T0001'), tell('T0001', 0, true)), deed: ask },
  'the reconciler finds the payment': { before: all(make, pay('T0001')), deed: pass(5_000, true) },
  'the reconciler takes up a fulfilment': {
    before: all(make, pay('T0001'), tell('T0001', 0, true)),
    deed: pass(60_000, true),
  },
  'the reconciler ends an order': { before: make, deed: pass(rules.openMs, true) },
  'the user cancels': { before: make, deed: (play) => cancelled(play, first(play).id) },
  'the user cancels what is paid': {
    before: all(make, pay('T0001')),
    deed: (play) => cancelled(play, first(play).id),
  },
  'late money': {
    before: all(make, (play) => cancelled(play, first(play).id), pass(1, false), pay('T0001')),
    deed: tell('T0001'),
  },
  'a code is issued': { before: async () => undefined, deed: issue, once: true },
  'a code is redeemed': { before: issue, deed: redeem },
  'the fifth miss': { before: all(miss, miss, miss, miss), deed: miss, once: true },
  'credit is used': {
    before: credited,
    deed: (play) => usage({ account: 'alice', units: 5_000 }).play(play),
    once: true,
  },
  'a task is charged': {
    before: credited,
    deed: (play) => taskCharge({ account: 'alice', units: 5_000, number: 'task' }).play(play),
  },
  'a task succeeds': { before: charged, deed: (play) => taskEnd({ number: 'task', outcome: 'succeeded' }).play(play) },
  'a task is given back': { before: charged, deed: (play) => taskReturn('task').play(play) },
  'a question gives a failed task back': {
    before: all(charged, (play) => taskEnd({ number: 'task', outcome: 'failed' }).play(play)),
    deed: (play) => taskQuestion({ number: 'task', account: 'alice' }).play(play),
  },
  'a plan is bought from the wallet': {
    before: all(credited, (play) => ordered(play, { ...wish, key: 'second' })),
    deed: (play) => planPurchase({ account: 'alice', purchaseId: 'p1' }).play(play),
  },
  'a refund is asked for': { before: credited, deed: request },
  'a refund is approved': { before: all(credited, request), deed: decide('approved') },
  'a refund is refused': { before: all(credited, request), deed: decide('rejected') },
  'a refund is returned': { before: all(credited, request, decide('approved')), deed: decide('returned') },
}
