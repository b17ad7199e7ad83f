// The reconciler asks at its instants, neither earlier nor later nor more often, and never forgets an unclear answer.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextWorkAt, reconcile } from '../../core/desk/payment/reconcile.ts'
import { HOUR, type Instant, MINUTE, SECOND } from '../../core/kit/clock.ts'
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

/** Lets time run from one due moment to the next; when the provider heard a question, in ms after the order. */
async function heardUntil(end: number, limit = 200): Promise<readonly number[]> {
  const moments: number[] = []
  for (let round = 0; round < limit; round++) {
    const due = await nextWorkAt(shop.context)
    if (due === undefined || due > OPENED_AT + end) break
    if (due > shop.clock.now()) shop.clock.set(due as Instant)
    const before = shop.heard.filter((what) => what === 'query').length
    await reconcile(shop.context)
    if (shop.heard.filter((what) => what === 'query').length > before) moments.push(shop.clock.now() - OPENED_AT)
  }
  return moments
}

const EARLY = [5, 15, 30, 60, 120, 300, 600].map((seconds) => seconds * SECOND)
const END = 15 * MINUTE
const LATE = [END, END + 5 * MINUTE, END + 30 * MINUTE, END + 2 * HOUR, END + 25 * HOUR]

describe('an order that nobody pays', () => {
  it('is asked about at each instant of the schedule, and never again', async () => {
    await shop.order()
    expect(await heardUntil(30 * 24 * HOUR)).toEqual([...EARLY, ...LATE])
    expect(await nextWorkAt(shop.context)).toBeUndefined()
  })

  it('is cancelled at its timeout, and watched for late money afterwards', async () => {
    const order = await shop.order()
    await heardUntil(END)
    expect(await shop.orderOf(order.id)).toMatchObject({ state: 'cancelled', cancelledAt: OPENED_AT + END })
    await shop.pay(order, 'T1')
    await heardUntil(END + 5 * MINUTE)
    expect(await shop.orderOf(order.id)).toMatchObject({ state: 'completed', late: true })
  })
})

describe('an order that was paid', () => {
  it('without a notice is credited at the next instant, and then left in peace', async () => {
    const order = await shop.order()
    await heardUntil(20 * SECOND)
    await shop.pay(order, 'T1')
    expect(await heardUntil(30 * 24 * HOUR)).toEqual([30 * SECOND])
    expect(await shop.balance()).toBe(FIFTY)
    expect(await shop.orderOf(order.id)).toMatchObject({ completedAt: OPENED_AT + 30 * SECOND })
  })
})

describe('an unclear answer', () => {
  it('is asked again exactly five minutes later, beside the schedule, until it is clear', async () => {
    await shop.order()
    await heardUntil(10 * MINUTE)
    shop.sandbox.setDown('alipay', 'fails')
    const moments = await heardUntil(END + 24 * MINUTE)
    expect(moments).toEqual([END, END + 5 * MINUTE, END + 10 * MINUTE, END + 15 * MINUTE, END + 20 * MINUTE])
    shop.sandbox.setUp('alipay')
    expect(await heardUntil(END + 29 * MINUTE)).toEqual([END + 25 * MINUTE])
    expect(await heardUntil(END + 3 * HOUR)).toEqual([END + 30 * MINUTE, END + 2 * HOUR])
  })

  it('behind the end of the schedule is still asked again', async () => {
    await shop.order()
    await heardUntil(END + 24 * HOUR)
    shop.sandbox.setDown('alipay', 'fails')
    expect(await heardUntil(END + 25 * HOUR + 12 * MINUTE)).toEqual([0, 5, 10].map((m) => END + 25 * HOUR + m * MINUTE))
    shop.sandbox.setUp('alipay')
    expect(await heardUntil(END + 48 * HOUR)).toEqual([END + 25 * HOUR + 15 * MINUTE])
  })
})

describe('a reconciler that was down', () => {
  it('asks once about each order when it comes back, however much fell due', async () => {
    await shop.order()
    await shop.order()
    shop.clock.advance(2 * HOUR)
    expect(await reconcile(shop.context)).toBe(2)
    // Each once before its close and once behind it.
    expect(shop.heard.filter((what) => what === 'close')).toHaveLength(2)
    expect(shop.heard.filter((what) => what === 'query')).toHaveLength(4)
    expect(await reconcile(shop.context)).toBe(0)
  })

  it('that was killed in the middle of a question asks it again', async () => {
    const order = await shop.order()
    shop.clock.advance(5 * SECOND)
    const silent = { ...shop.sandbox.channel('alipay'), query: () => new Promise<never>(() => undefined) }
    // The process is gone before the provider answers.
    void reconcile({ ...shop.context, channel: () => silent, queryDeadlineMs: 1e9 })
    await shop.pay(order, 'T1')
    expect(await reconcile(shop.context)).toBe(1)
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('one order that fails keeps nobody else from being asked, and is asked again five minutes later', async () => {
    const first = await shop.order()
    const second = await shop.order()
    await shop.pay(first, 'T1')
    await shop.pay(second, 'T2')
    shop.clock.advance(5 * SECOND)
    const broken = {
      ...shop.context,
      channel: () => ({
        ...shop.sandbox.channel('alipay'),
        // A payment of a type that no code of ours expects.
        query: async (number: string, signal: AbortSignal) =>
          number === first.number
            ? { kind: 'paid' as const, payments: null as never }
            : shop.sandbox.channel('alipay').query(number, signal),
      }),
    }
    await expect(reconcile(broken)).rejects.toThrow('failed for some orders')
    expect(await shop.balance()).toBe(FIFTY)
    shop.clock.advance(5 * MINUTE)
    await reconcile(shop.context)
    expect(await shop.balance()).toBe(2n * FIFTY)
  })
})
