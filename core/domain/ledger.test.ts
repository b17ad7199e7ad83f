// Postings cannot be unbalanced, and the same posting always has the same hash.
import { describe, expect, it } from 'vitest'
import { madeUpOrder } from '../../test/fakes/order.ts'
import { credit, fen } from '../kit/money.ts'
import { type Posting, payloadHash, postings } from './ledger.ts'

const order = madeUpOrder()
const every: readonly Posting[] = [
  postings.orderCredited(order),
  postings.planBoughtByOrder(order),
  postings.planBoughtFromWallet('p1', 'alice', credit(5n)),
  postings.suspended('pay1', 'alipay', fen(4_990n), order.id),
  postings.codeRedeemed('c1', 'alice', credit(5n)),
  postings.used('u1', 'alice', credit(5n)),
  postings.taskHeld('t1', 'alice', credit(5n)),
  postings.taskSettled('t1', 'alice', credit(5n)),
  postings.taskVoided('t1', 'alice', credit(5n)),
  postings.taskRefunded('t1', 'alice', credit(5n)),
  postings.refundHeld('r1', order, credit(5n)),
  postings.refundVoided('r1', order, credit(5n)),
  postings.refundReturned('r1', order, credit(5n), fen(3n)),
]

describe('every posting', () => {
  it.each(every)('$kind has a key of its own and moves something between two accounts', (posting) => {
    expect(every.filter(({ key }) => key === posting.key)).toHaveLength(1)
    for (const { debit, credit: to, amount } of posting.transfers) {
      expect(debit).not.toBe(to)
      expect(amount > 0n).toBe(true)
    }
  })

  it('that gives somebody credit takes it from an account of ours, not from another person', () => {
    for (const { transfers } of every) {
      const people = transfers
        .flatMap(({ debit, credit: to }) => [debit, to])
        .filter((account) => /^(?:wallet|hold):/.test(account))
      expect(new Set(people.map((account) => account.split(':')[1])).size).toBeLessThanOrEqual(1)
    }
  })
})

describe('an order', () => {
  it('gives credit at its own rate, whatever the policy says later', () => {
    const [, units] = postings.orderCredited({ ...order, unitsPerYuan: 400_000 }).transfers
    expect(units).toMatchObject({ asset: 'CREDIT', credit: 'wallet:alice', amount: 20_000_000n })
  })

  it('never mixes its two assets in one transfer', () =>
    expect(postings.orderCredited(order).transfers.map(({ asset }) => asset)).toEqual(['CNY', 'CREDIT']))
})

it('a reversal is the exact opposite', () => {
  const { transfers } = postings.orderCredited(order)
  const back = postings.reversal({ id: 'tx', orderId: order.id, transfers }, 'a mistake')
  expect(back.transfers).toEqual(transfers.map((t) => ({ ...t, debit: t.credit, credit: t.debit })))
  expect(back.reverses).toBe('tx')
})

it('another amount, account or kind has another hash, a repeat has the same', () => {
  const hash = (posting: Posting) => payloadHash(posting)
  const one = postings.used('u1', 'alice', credit(5n))
  expect(hash(postings.used('u1', 'alice', credit(5n)))).toBe(hash(one))
  const others = [
    postings.used('u1', 'alice', credit(6n)),
    postings.used('u1', 'bob', credit(5n)),
    { ...one, kind: 'x' },
  ]
  expect(new Set([one, ...others].map(hash)).size).toBe(4)
})
