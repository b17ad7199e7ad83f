// A provider that hangs, fails or lies holds nobody up and decides nothing; impatient questions do not reach it.
import { afterEach, describe, expect, it } from 'vitest'
import { QUERY_DEADLINE_MS, QUERY_INTERVAL_MS } from '../../core/desk/context.ts'
import { diagnose } from '../../core/desk/lookups/diagnose.ts'
import { cancelOrder, placeOrder } from '../../core/desk/order/order.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { requery } from '../../core/desk/payment/requery.ts'
import type { QueryAnswer } from '../../core/domain/channel.ts'
import type { Order } from '../../core/domain/order.ts'
import { MINUTE, SECOND } from '../../core/kit/clock.ts'
import { fenOfYuan } from '../../core/kit/money.ts'
import type { PaymentChannel } from '../../core/ports/payment-channel.ts'
import { numberReferences } from '../../core/redaction/door.ts'
import { Raw } from '../../core/redaction/raw.ts'
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

const never = <T>(): Promise<T> => new Promise<T>(() => undefined)
const ask = ({ number }: Order) =>
  diagnose(shop.context, {
    about: 'payment',
    accountId: 'alice',
    named: numberReferences(shop.context.keyring, new Raw(number)),
  })
const queries = (): number => shop.heard.filter((what) => what === 'query').length
async function ms(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

describe('a provider that hangs and does not even listen', () => {
  const hanging = { queryDeadlineMs: 150, provider: () => ({ query: () => never<QueryAnswer>() }) }

  it('is answered for with "unknown" at the deadline, which is three seconds', async () => {
    expect(QUERY_DEADLINE_MS).toBe(3_000)
    await open(hanging)
    const order = await shop.order()
    const took = await ms(async () => expect((await ask(order)).finding).toBe('provider-unknown'))
    expect(took).toBeGreaterThan(100)
    expect(took).toBeLessThan(1_500)
  })

  it('holds no write up meanwhile', async () => {
    await open({ ...hanging, queryDeadlineMs: 1_000 })
    const order = await shop.order()
    let answered = false
    const asking = ask(order).then(() => {
      answered = true
    })
    await shop.store.write((w) => w.sandbox.put('meanwhile', 'trade'))
    await shop.openAccount('bob')
    expect(await shop.balance('bob')).toBe(0n)
    expect(answered).toBe(false)
    await asking
  })

  it('costs one deadline for all orders of a person, not one each', async () => {
    await open(hanging)
    for (let n = 0; n < 8; n++) await shop.order()
    expect(await ms(() => diagnose(shop.context, { about: 'payment', accountId: 'alice' }))).toBeLessThan(900)
  })

  it('leaves the order Pending, and is asked again five minutes later', async () => {
    await open(hanging)
    const order = await shop.order()
    await shop.store.write((w) => w.orders.unschedule(order.id))
    await ask(order)
    expect((await shop.orderOf(order.id)).state).toBe('pending')
    expect(await shop.store.read((r) => r.orders.nextDueOf(order.id))).toBe(OPENED_AT + 5 * MINUTE)
  })

  it('is unreadable since the first unclear answer, until a clear one', async () => {
    let answer: QueryAnswer = { kind: 'unknown' }
    await open({ provider: () => ({ query: async () => answer }) })
    const order = await shop.order()
    const since = async () => (await shop.store.read((r) => r.payments.health('alipay')))?.unreadableSince
    await ask(order)
    shop.clock.advance(MINUTE)
    await ask(order)
    expect(await since()).toBe(OPENED_AT)
    answer = { kind: 'not-paid' }
    await ask(order)
    expect(await since()).toBeNull()
  })
})

describe('a provider that makes no sense', () => {
  const paid = (changes: object, channel: PaymentChannel): Partial<PaymentChannel> => ({
    query: async (number, signal) => {
      const answer = await channel.query(number, signal)
      return answer.kind === 'paid'
        ? { kind: 'paid', payments: answer.payments.map((fact) => ({ ...fact, ...changes })) }
        : answer
    },
  })

  it.each([
    ['answers about another order', { orderNumber: 'DZ20261120SOMEBODYS000' }],
    ['answers for another channel', { channel: 'wechat' }],
  ])('and %s is "unknown" and credits nothing', async (_, changes) => {
    await open({ provider: (channel) => paid(changes, channel) })
    const order = await shop.order()
    await shop.pay(order, 'T1')
    expect((await ask(order)).finding).toBe('provider-unknown')
    expect([await shop.balance(), await shop.count('payment')]).toEqual([0n, 0])
  })

  it('and says "paid" without a payment is "unknown"', async () => {
    await open({ provider: () => ({ query: async () => ({ kind: 'paid', payments: [] }) }) })
    expect((await ask(await shop.order())).finding).toBe('provider-unknown')
  })

  it('and throws at once, or answers with an error, is "unknown"', async () => {
    const faults: (() => Promise<QueryAnswer>)[] = [
      () => {
        throw new Error('no network')
      },
      () => Promise.reject(new Error('<html>')),
    ]
    for (const query of faults) {
      if (shop) await shop.close()
      await open({ provider: () => ({ query }) })
      expect((await ask(await shop.order())).finding).toBe('provider-unknown')
    }
  })
})

describe('somebody who asks again and again', () => {
  const impatient = { queryIntervalMs: QUERY_INTERVAL_MS }

  it('makes the provider hear one question in twenty seconds', async () => {
    expect(QUERY_INTERVAL_MS).toBe(20_000)
    await open(impatient)
    const order = await shop.order()
    for (let second = 0; second < 20; second++) {
      expect((await ask(order)).finding).toBe('waiting-for-payment')
      shop.clock.advance(SECOND)
    }
    expect(queries()).toBe(1)
    await ask(order)
    expect(queries()).toBe(2)
  })

  it('twice at the same moment makes it hear one', async () => {
    await open(impatient)
    const order = await shop.order()
    await shop.pay(order, 'T1')
    const verdicts = await Promise.all([ask(order), ask(order), ask(order)])
    expect(queries()).toBe(1)
    expect(verdicts.map(({ finding }) => finding)).toContain('credited-by-requery')
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('about several orders: each is asked about', async () => {
    await open(impatient)
    const orders = [await shop.order(), await shop.order('alice', 60)]
    for (const order of [...orders, ...orders]) await ask(order)
    expect(queries()).toBe(2)
  })

  it('hears what the reconciler learned in between', async () => {
    await open(impatient)
    const order = await shop.order()
    shop.sandbox.setDown('alipay', 'fails')
    expect((await ask(order)).finding).toBe('provider-unknown')
    shop.sandbox.setUp('alipay')
    shop.clock.advance(5 * SECOND)
    await requery(shop.context, order, 'reconciler')
    expect((await ask(order)).finding).toBe('waiting-for-payment')
    await shop.pay(order, 'T1')
    await requery(shop.context, order, 'reconciler')
    expect((await ask(order)).finding).toBe('already-credited')
    expect(queries()).toBe(3)
  })

  it('across the timeout is answered with what is true behind it', async () => {
    await open(impatient)
    const order = await shop.order()
    shop.clock.advance(15 * MINUTE - 5 * SECOND)
    expect((await ask(order)).finding).toBe('waiting-for-payment')
    shop.clock.advance(5 * SECOND)
    expect((await ask(order)).finding).toBe('expired-unpaid')
    // The third is behind the close of its code.
    expect(queries()).toBe(3)
  })

  it('cannot cancel by an old answer: a cancel asks afresh', async () => {
    await open(impatient)
    const order = await shop.order()
    await ask(order)
    await shop.pay(order, 'T1')
    expect(await cancelOrder(shop.context, order.id)).toBe('credited-instead')
    expect(shop.heard).toEqual(['create', 'query', 'query'])
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('of a provider that is down does not fill the schedule, nor move the time since when it is down', async () => {
    await open(impatient)
    const order = await shop.order()
    shop.sandbox.setDown('alipay', 'fails')
    const before = await shop.count('due_query')
    for (let n = 0; n < 30; n++) {
      await ask(order)
      shop.clock.advance(21 * SECOND)
    }
    expect(await shop.count('due_query')).toBeLessThanOrEqual(before + 1)
  })
})

describe('the budget of a provider', () => {
  it('of all users together ends in "unknown", without a word to the provider and without calling it unreadable', async () => {
    await open({ answers: new ProviderAnswers(3) })
    const orders = [await shop.order(), await shop.order(), await shop.order(), await shop.order()]
    const findings: string[] = []
    for (const order of orders) findings.push((await ask(order)).finding)
    expect(findings).toEqual(['waiting-for-payment', 'waiting-for-payment', 'waiting-for-payment', 'provider-unknown'])
    expect(queries()).toBe(3)
    expect((await shop.store.read((r) => r.payments.health('alipay')))?.unreadableSince).toBeNull()
    shop.clock.advance(MINUTE)
    expect((await ask(orders[3] as Order)).finding).toBe('waiting-for-payment')
  })

  it('is not used by scheduled queries, and does not stop them', async () => {
    await open({ answers: new ProviderAnswers(1) })
    const order = await shop.order()
    for (let n = 0; n < 5; n++) await requery(shop.context, order, 'reconciler')
    expect(queries()).toBe(5)
    expect((await ask(order)).finding).toBe('waiting-for-payment')
    await requery(shop.context, order, 'reconciler')
    expect(queries()).toBe(7)
  })

  it('that is used up leaves a promise that is kept: the order is asked about within five minutes', async () => {
    await open({ answers: new ProviderAnswers(0) })
    const order = await shop.order()
    await shop.store.write((w) => w.orders.unschedule(order.id))
    await ask(order)
    expect(await shop.store.read((r) => r.orders.nextDueOf(order.id))).toBe(OPENED_AT + 5 * MINUTE)
  })
})

describe('a provider that gives no code', () => {
  const wish = { accountId: 'alice', amount: fenOfYuan(50), channel: 'alipay' as const }
  let works = false
  const flaky = (channel: PaymentChannel): Partial<PaymentChannel> => ({
    create: (trade, signal) => (works ? channel.create(trade, signal) : never()),
  })

  it('leaves an open order under which the next try makes its code, and none beside it', async () => {
    works = false
    await open({ provider: flaky, queryDeadlineMs: 50 })
    const failed = await placeOrder(shop.context, wish)
    expect(failed).toMatchObject({ ok: false, error: { code: 'channel-unavailable' } })
    works = true
    const placed = await placeOrder(shop.context, wish)
    expect(placed).toMatchObject({ ok: true, value: { shownAgain: true } })
    expect(!failed.ok && placed.ok && placed.value.order.number === failed.error.number).toBe(true)
    expect(await shop.count('orders')).toBe(1)
  })

  it('whose trade was made all the same is found by the reconciler: the money is credited', async () => {
    works = false
    await open({ provider: flaky, queryDeadlineMs: 50 })
    const failed = await placeOrder(shop.context, wish)
    if (failed.ok) throw new Error('it gave a code')
    const order = await shop.store.read((r) => r.orders.byNumber(failed.error.number))
    if (!order) throw new Error('no order')
    await shop.pay(order, 'T1')
    await requery(shop.context, order, 'reconciler')
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('and is not set up at all leaves nothing', async () => {
    await open()
    const bare = { ...shop.context, channel: () => undefined }
    expect(await placeOrder(bare, wish)).toMatchObject({ ok: false, error: { code: 'channel-unavailable' } })
    expect([await shop.count('orders'), await shop.count('due_query')]).toEqual([0, 0])
  })
})
