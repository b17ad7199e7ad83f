// One payment, one place: however often, in whatever order and from whichever side we hear of it.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeOrder } from '../../core/desk/order/order.ts'
import { reconcile } from '../../core/desk/payment/reconcile.ts'
import { requery } from '../../core/desk/payment/requery.ts'
import { resumeOrder, settlePayment } from '../../core/desk/payment/settle-payment.ts'
import type { PaidFact } from '../../core/domain/channel.ts'
import type { Order } from '../../core/domain/order.ts'
import { MINUTE, SECOND } from '../../core/kit/clock.ts'
import { InvariantError } from '../../core/kit/invariant.ts'
import { fen, fenOfYuan } from '../../core/kit/money.ts'
import { FIFTY, OPENED_AT, openShop, type Shop } from '../fakes/shop.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
  await shop.openAccount('alice')
})
afterEach(async () => {
  expect(await shop.broken()).toEqual([])
  await shop.close()
})

const fact = (order: Order, txn: string, changes: Partial<PaidFact> = {}): PaidFact => ({
  channel: 'alipay',
  orderNumber: order.number,
  txn,
  amount: fenOfYuan(50),
  paidAt: OPENED_AT,
  ...changes,
})
const settle = (paid: PaidFact, storeOnly = false) =>
  shop.store.write(async (w) => (await settlePayment(w, shop.context, paid, 'notice', storeOnly)).kind)

describe('a payment', () => {
  it('is credited once: order, wallet, lot, ledger and history agree', async () => {
    const order = await shop.order()
    expect(await settle(fact(order, 'T1'))).toBe('credited')
    expect(await settle(fact(order, 'T1'))).toBe('repeat')
    expect(await shop.balance()).toBe(FIFTY)
    expect(await shop.orderOf(order.id)).toMatchObject({ state: 'completed', completedAt: OPENED_AT, late: false })
    expect([await shop.count('payment'), await shop.count('lot'), await shop.count('ledger_tx')]).toEqual([1, 1, 1])
  })

  it('named with other letters is the same payment', async () => {
    const order = await shop.order()
    await settle(fact(order, 'txn_abc1'))
    expect(await settle(fact(order, ' TXN_ABC1 '))).toBe('repeat')
    expect(await settle(fact(order, 'T2', { orderNumber: order.number.toLowerCase() }))).toBe('suspense')
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('heard of from both sides at once is credited once', async () => {
    const order = await shop.order()
    await shop.pay(order, 'T1')
    await Promise.all([
      shop.notify(order, 'T1'),
      requery(shop.context, order, 'query'),
      shop.notify(order, 'T1'),
      requery(shop.context, order, 'reconciler'),
    ])
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('with a known number for another order stays where it is', async () => {
    const [one, two] = [await shop.order(), await shop.order()]
    await settle(fact(one, 'T1'))
    expect(await settle(fact(two, 'T1'))).toBe('repeat')
    expect((await shop.orderOf(two.id)).state).toBe('pending')
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('of another channel than the order was shown at is refused as a bug of ours', async () => {
    const order = await shop.order()
    await expect(settle(fact(order, 'T1', { channel: 'wechat' }))).rejects.toThrow(InvariantError)
    expect(await shop.count('payment')).toBe(0)
  })
})

describe('money that fits nowhere goes to suspense, all of it, and nothing to the wallet', () => {
  it.each([
    ['a fen too little', 4_999n],
    ['a fen too much', 5_001n],
  ])('%s', async (_, amount) => {
    const order = await shop.order()
    expect(await settle(fact(order, 'T1', { amount: fen(amount) }))).toBe('suspense')
    expect(await shop.balance()).toBe(0n)
    expect(await shop.orderOf(order.id)).toMatchObject({ state: 'pending', disputed: true })
    expect(await shop.store.read((r) => r.ledger.fen('suspense:alipay'))).toBe(amount)
  })

  it('a second payment of the order, while the first stays credited', async () => {
    const order = await shop.order()
    await settle(fact(order, 'T1'))
    expect(await settle(fact(order, 'T2'))).toBe('suspense')
    expect(await shop.balance()).toBe(FIFTY)
    expect((await shop.orderOf(order.id)).state).toBe('completed')
  })

  it('a right payment behind a wrong one is credited', async () => {
    const order = await shop.order()
    await settle(fact(order, 'T1', { amount: fen(1n) }))
    expect(await settle(fact(order, 'T2'))).toBe('credited')
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('a payment for a number that we never gave', async () => {
    const order = await shop.order()
    expect(await settle(fact(order, 'T1', { orderNumber: 'DZ20261120NOBODY000000' }))).toBe('suspense')
    expect(await shop.balance()).toBe(0n)
  })
})

describe('a crash between the paid fact and the credit', () => {
  it('leaves the order Processing, and the next notice, the reconciler or a question finishes it once', async () => {
    const finish: readonly ((order: Order) => Promise<unknown>)[] = [
      (order) => settle(fact(order, 'T1')),
      async () => {
        shop.clock.advance(60 * SECOND)
        await reconcile(shop.context)
      },
      async (order) => requery(shop.context, await shop.orderOf(order.id), 'query'),
    ]
    for (const [index, resume] of finish.entries()) {
      const order = await shop.order()
      const txn = `T${index + 1}`
      await shop.pay(order, txn)
      expect(await settle(fact(order, txn, { paidAt: shop.clock.now() }), true)).toBe('stored')
      expect((await shop.orderOf(order.id)).state).toBe('processing')
      await resume(order)
      expect((await shop.orderOf(order.id)).state).toBe('completed')
      expect(await shop.balance()).toBe(FIFTY * BigInt(index + 1))
    }
  })

  it('is finished without asking a provider, and only once', async () => {
    const order = await shop.order()
    await settle(fact(order, 'T1'), true)
    const resume = () => shop.store.write((w) => resumeOrder(w, shop.context, order.id))
    expect([await resume(), await resume()]).toEqual([true, false])
    expect(shop.heard).not.toContain('query')
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('of a storing notice heard twice stays stored', async () => {
    const order = await shop.order()
    expect(await settle(fact(order, 'T1'), true)).toBe('stored')
    expect(await settle(fact(order, 'T1'), true)).toBe('repeat')
    expect(await shop.balance()).toBe(0n)
  })
})

it('a plan gives an entitlement and no credit, once', async () => {
  const wish = { accountId: 'alice', amount: fenOfYuan(50), channel: 'alipay' as const, planId: 'pro' }
  const placed = await placeOrder(shop.context, wish)
  if (!placed.ok) throw new Error(placed.error.code)
  await settle(fact(placed.value.order, 'T1'))
  await settle(fact(placed.value.order, 'T1'))
  expect([await shop.balance(), await shop.count('entitlement'), await shop.count('lot')]).toEqual([0n, 1, 0])
})

it('two payments of two orders, told in any order and any number of times, end in the same balances', async () => {
  const [one, two] = [await shop.order(), await shop.order()]
  for (const [order, txn] of [
    [one, 'A'],
    [one, 'B'],
    [two, 'C'],
  ] as const) {
    await shop.pay(order, txn)
  }
  const told = fc.array(fc.constantFrom('A', 'B', 'C', 'ask one', 'ask two', 'wait'), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(told, async (story) => {
      const acts: { readonly [act: string]: () => Promise<unknown> } = {
        A: () => shop.notify(one, 'A'),
        B: () => shop.notify(one, 'B'),
        C: () => shop.notify(two, 'C'),
        'ask one': async () => requery(shop.context, await shop.orderOf(one.id), 'query'),
        'ask two': async () => requery(shop.context, await shop.orderOf(two.id), 'query'),
        wait: async () => shop.clock.advance(MINUTE),
      }
      for (const act of story) await acts[act]?.()
      const done = await Promise.all([one, two].map(async ({ id }) => (await shop.orderOf(id)).state === 'completed'))
      expect(await shop.balance()).toBe(FIFTY * BigInt(done.filter(Boolean).length))
    }),
    { numRuns: 40 },
  )
})
