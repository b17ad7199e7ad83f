// Ordering: the limits of a person, an open order shown again instead of made twice, and a key that gives the same order.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cancelOrder, type OrderWish, placeOrder } from '../../core/desk/order/order.ts'
import { HOUR, MINUTE } from '../../core/kit/clock.ts'
import { fen, fenOfYuan } from '../../core/kit/money.ts'
import { OPENED_AT, openShop, type Shop } from '../fakes/shop.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
  await shop.openAccount('alice')
  await shop.openAccount('bob')
})
afterEach(async () => {
  expect(await shop.broken()).toEqual([])
  await shop.close()
})

const place = (yuan: number, changes: Partial<OrderWish> = {}) =>
  placeOrder(shop.context, { accountId: 'alice', amount: fenOfYuan(yuan), channel: 'alipay', ...changes })
async function placed(yuan: number, changes: Partial<OrderWish> = {}) {
  const result = await place(yuan, changes)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const refusal = async (yuan: number, changes: Partial<OrderWish> = {}) => {
  const result = await place(yuan, changes)
  return result.ok ? 'made' : result.error.code
}

describe('an order', () => {
  it('is open for fifteen minutes, at the rate of the day, with a code', async () => {
    const { order, qr, shownAgain } = await placed(50)
    expect(order).toMatchObject({ state: 'pending', expiresAt: OPENED_AT + 15 * MINUTE, unitsPerYuan: 500_000 })
    expect([qr.length > 0, shownAgain]).toEqual([true, false])
    expect(await shop.store.read((r) => r.orders.events(order.id))).toMatchObject([
      { fromState: 'none', toState: 'pending' },
    ])
  })

  it.each([
    [fen(1_050n), 'amount-not-integer'],
    [fenOfYuan(9), 'amount-out-of-range'],
    [fenOfYuan(10_001), 'amount-out-of-range'],
  ])('of %d fen is refused, and the refusal is kept for the question about it', async (amount, code) => {
    const result = await place(1, { amount })
    expect(result).toMatchObject({ ok: false, error: { code } })
    const number = result.ok ? '' : result.error.number
    expect(await shop.store.read((r) => r.orders.refusalByNumber(number))).toMatchObject({ accountId: 'alice', code })
    expect([await shop.count('orders'), shop.heard.length]).toEqual([0, 0])
  })

  it('of ¥10 and of ¥10,000 is made', async () => {
    expect([await refusal(10), await refusal(10_000)]).toEqual(['made', 'made'])
  })

  it('of a suspended account is refused', async () => {
    await shop.openAccount('carol', 'suspended')
    expect(await refusal(50, { accountId: 'carol' })).toBe('account-not-normal')
  })
})

describe('a like order that is still open', () => {
  it('is shown again, with its code, instead of made twice', async () => {
    const first = await placed(50)
    const again = await placed(50)
    expect([again.order.id, again.qr, again.shownAgain]).toEqual([first.order.id, first.qr, true])
    expect(await shop.count('orders')).toBe(1)
  })

  it('tapped five times at once is made once', async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => placed(50)))
    expect(new Set(results.map(({ order }) => order.id)).size).toBe(1)
  })

  it.each([
    ['another amount', 60, {}],
    ['another channel', 50, { channel: 'wechat' as const }],
    ['a plan of the same price', 50, { planId: 'pro' }],
    ['another account', 50, { accountId: 'bob' }],
  ])('%s is another order', async (_, yuan, changes) => {
    await placed(50)
    expect((await placed(yuan, changes)).shownAgain).toBe(false)
  })

  it('is shown until its last millisecond; at fifteen minutes a new one is made', async () => {
    await placed(50)
    shop.clock.advance(15 * MINUTE - 1)
    expect((await placed(50)).shownAgain).toBe(true)
    shop.clock.advance(1)
    expect((await placed(50)).shownAgain).toBe(false)
  })

  it('that was cancelled or paid is not shown again', async () => {
    const first = await placed(50)
    await cancelOrder(shop.context, first.order.id)
    const second = await placed(50)
    await shop.pay(second.order, 'T1')
    await shop.notify(second.order, 'T1')
    const third = await placed(50)
    expect(new Set([first, second, third].map(({ order }) => order.id)).size).toBe(3)
  })
})

describe("a client's key", () => {
  it('gives the same order, whatever else happened', async () => {
    const first = await placed(50, { clientKey: 'k1' })
    await placed(60, { clientKey: 'k2' })
    expect((await placed(50, { clientKey: 'k1' })).order.id).toBe(first.order.id)
    expect(await shop.count('orders')).toBe(2)
  })

  it('belongs to its account', async () => {
    const mine = await placed(50, { clientKey: 'k1' })
    const theirs = await placed(50, { clientKey: 'k1', accountId: 'bob' })
    expect(theirs.order.id).not.toBe(mine.order.id)
  })

  it('of an order that is paid gives no code: it would be paid twice', async () => {
    const { order } = await placed(50, { clientKey: 'k1' })
    await shop.pay(order, 'T1')
    await shop.notify(order, 'T1')
    const asked = shop.heard.length
    expect(await place(50, { clientKey: 'k1' })).toEqual({
      ok: false,
      error: { code: 'order-not-open', number: order.number },
    })
    expect(shop.heard.length).toBe(asked)
  })
})

describe('the limits of a person', () => {
  it('five open orders; the sixth is made when one of them is over', async () => {
    for (const yuan of [10, 11, 12, 13, 14]) expect(await refusal(yuan)).toBe('made')
    expect(await refusal(15)).toBe('too-many-orders')
    expect((await placed(12)).shownAgain).toBe(true)
    expect(await refusal(15, { accountId: 'bob' })).toBe('made')
    shop.clock.advance(15 * MINUTE)
    expect(await refusal(15)).toBe('made')
  })

  it('twenty an hour, whatever became of them', async () => {
    for (let n = 0; n < 20; n++) {
      const { order } = await placed(10)
      expect(await cancelOrder(shop.context, order.id)).toBe('cancelled')
      shop.clock.advance(MINUTE)
    }
    expect(await refusal(10)).toBe('too-many-orders')
    // The first of them was made 20 minutes ago; it counts for the hour, the last millisecond included.
    shop.clock.advance(40 * MINUTE)
    expect(await refusal(10)).toBe('too-many-orders')
    shop.clock.advance(1)
    expect(await refusal(10)).toBe('made')
    expect(HOUR).toBe(60 * MINUTE)
  })

  it('do not hold for what a replay tells as a fact', async () => {
    for (let n = 0; n < 30; n++) await shop.order('alice', 50)
    expect(await shop.count('orders')).toBe(30)
  })
})
