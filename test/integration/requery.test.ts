// An order ends only when the provider is certain: asked, not paid, and its code taken back.
import { afterEach, describe, expect, it } from 'vitest'
import { cancelOrder } from '../../core/desk/order/order.ts'
import { requery } from '../../core/desk/payment/requery.ts'
import { MINUTE } from '../../core/kit/clock.ts'
import { fen } from '../../core/kit/money.ts'
import type { PaymentChannel } from '../../core/ports/payment-channel.ts'
import { FIFTY, OPENED_AT, openShop, type Shop, type ShopOptions } from '../fakes/shop.ts'

let shop: Shop
async function open(options: ShopOptions = {}): Promise<Shop> {
  shop = await openShop(options)
  await shop.openAccount('alice')
  return shop
}
afterEach(async () => {
  expect(await shop.broken()).toEqual([])
  await shop.close()
})
const heardSince = (from: number): readonly string[] => shop.heard.slice(from)
const closing = (answer: 'gone' | 'paid' | 'unknown') => ({ provider: () => ({ close: async () => answer }) })
/** Somebody pays in the moment between our question and the close. */
const racing = (channel: PaymentChannel): Partial<PaymentChannel> => ({
  close: async (number, signal) => {
    await shop.sandbox.pay('alipay', number, 'T1', fen(5_000n))
    return channel.close(number, signal)
  },
})

describe('at the timeout', () => {
  it('the provider is asked, the trade is closed, it is asked once more, then the order is cancelled: in this order', async () => {
    await open()
    const order = await shop.order()
    shop.clock.advance(15 * MINUTE)
    await requery(shop.context, order, 'reconciler')
    expect(heardSince(1)).toEqual(['query', 'close', 'query'])
    expect(await shop.orderOf(order.id)).toMatchObject({ state: 'cancelled', cancelReason: 'expired' })
  })

  it('a millisecond before it nothing is closed', async () => {
    await open()
    const order = await shop.order()
    shop.clock.advance(15 * MINUTE - 1)
    await requery(shop.context, order, 'reconciler')
    expect(heardSince(1)).toEqual(['query'])
    expect((await shop.orderOf(order.id)).state).toBe('pending')
  })

  it.each(['unknown', 'paid'] as const)(
    'a close that says %s leaves the order Pending, and is tried again',
    async (answer) => {
      await open(closing(answer))
      const order = await shop.order()
      await shop.store.write((w) => w.orders.unschedule(order.id))
      shop.clock.advance(15 * MINUTE)
      await requery(shop.context, order, 'reconciler')
      expect((await shop.orderOf(order.id)).state).toBe('pending')
      expect(await shop.store.read((r) => r.orders.nextDueOf(order.id))).toBe(OPENED_AT + 20 * MINUTE)
    },
  )

  it('money that came although the close went well is credited', async () => {
    await open({
      provider: (channel) => ({
        close: async (number) => {
          await shop.sandbox.pay('alipay', number, 'T1', fen(5_000n))
          return (await channel.query(number, new AbortController().signal)).kind === 'paid' ? 'gone' : 'unknown'
        },
      }),
    })
    const order = await shop.order()
    shop.clock.advance(15 * MINUTE)
    expect((await requery(shop.context, order, 'reconciler')).did).toBe('credited')
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('a provider that cannot be read behind the close leaves it Pending', async () => {
    let closed = false
    await open({
      provider: (channel) => ({
        close: async (number, signal) => {
          closed = true
          return channel.close(number, signal)
        },
        query: async (number, signal) => (closed ? { kind: 'unknown' } : channel.query(number, signal)),
      }),
    })
    const order = await shop.order()
    shop.clock.advance(15 * MINUTE)
    await requery(shop.context, order, 'reconciler')
    expect((await shop.orderOf(order.id)).state).toBe('pending')
  })

  it('a close that hangs leaves it Pending, too', async () => {
    await open({ queryDeadlineMs: 50, provider: () => ({ close: () => new Promise(() => undefined) }) })
    const order = await shop.order()
    shop.clock.advance(15 * MINUTE)
    await requery(shop.context, order, 'reconciler')
    expect((await shop.orderOf(order.id)).state).toBe('pending')
  })

  it('money that comes between the question and the close is credited', async () => {
    await open({ provider: racing })
    const order = await shop.order()
    shop.clock.advance(15 * MINUTE)
    expect((await requery(shop.context, order, 'reconciler')).did).toBe('credited')
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('an unreadable provider leaves it Pending, and nothing is closed', async () => {
    await open()
    const order = await shop.order()
    shop.sandbox.setDown('alipay', 'fails')
    shop.clock.advance(15 * MINUTE)
    await requery(shop.context, order, 'reconciler')
    expect(heardSince(1)).toEqual(['query'])
    expect((await shop.orderOf(order.id)).state).toBe('pending')
  })

  it('money in suspense keeps it Pending', async () => {
    await open()
    const order = await shop.order()
    await shop.pay(order, 'T1', fen(4_000n))
    await shop.notify(order, 'T1')
    shop.clock.advance(15 * MINUTE)
    await requery(shop.context, order, 'reconciler')
    expect(await shop.orderOf(order.id)).toMatchObject({ state: 'pending', disputed: true })
  })
})

describe("the user's cancel", () => {
  it('asks and closes first, and needs no timeout', async () => {
    await open()
    const order = await shop.order()
    expect(await cancelOrder(shop.context, order.id)).toBe('cancelled')
    expect(heardSince(1)).toEqual(['query', 'close', 'query'])
    expect(await shop.orderOf(order.id)).toMatchObject({
      state: 'cancelled',
      cancelReason: 'user',
      cancelledAt: OPENED_AT,
    })
  })

  it('of an order that is paid credits it instead', async () => {
    await open()
    const order = await shop.order()
    await shop.pay(order, 'T1')
    expect(await cancelOrder(shop.context, order.id)).toBe('credited-instead')
    expect([await shop.balance(), (await shop.orderOf(order.id)).state]).toEqual([FIFTY, 'completed'])
  })

  it('of an order that is paid in that very moment credits it instead', async () => {
    await open({ provider: racing })
    const order = await shop.order()
    expect(await cancelOrder(shop.context, order.id)).toBe('credited-instead')
    expect(await shop.balance()).toBe(FIFTY)
  })

  it.each(['unknown', 'paid'] as const)('whose close says %s changes nothing', async (answer) => {
    await open(closing(answer))
    const order = await shop.order()
    expect(await cancelOrder(shop.context, order.id)).toBe('provider-unknown')
    expect((await shop.orderOf(order.id)).state).toBe('pending')
  })

  it('at exactly fifteen minutes comes too late: the order expired', async () => {
    await open()
    const order = await shop.order()
    shop.clock.advance(15 * MINUTE)
    expect(await cancelOrder(shop.context, order.id)).toBe('order-not-open')
    expect(await shop.orderOf(order.id)).toMatchObject({ state: 'cancelled', cancelReason: 'expired' })
  })

  it('twice cancels once', async () => {
    await open()
    const order = await shop.order()
    const outcomes = await Promise.all([cancelOrder(shop.context, order.id), cancelOrder(shop.context, order.id)])
    expect(outcomes.toSorted()).toEqual(['cancelled', 'order-not-open'])
    expect(await shop.store.read(async (r) => (await r.orders.events(order.id)).length)).toBe(2)
  })

  it('does not end it for the provider: money that still comes is credited as late', async () => {
    await open()
    const order = await shop.order()
    await cancelOrder(shop.context, order.id)
    shop.clock.advance(MINUTE)
    await shop.pay(order, 'T1')
    await shop.notify(order, 'T1')
    expect(await shop.orderOf(order.id)).toMatchObject({ state: 'completed', late: true })
  })
})
