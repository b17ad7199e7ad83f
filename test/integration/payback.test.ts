// Money that goes back: under one number however often it is tried, asked about before it is sent again, and once.
import { afterEach, describe, expect, it } from 'vitest'
import { resolveSuspense, suspenseReturned } from '../../core/desk/payment/suspense.ts'
import { decideRefund, requestRefund } from '../../core/desk/refund/refund.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import type { Order } from '../../core/domain/order.ts'
import type { Payback } from '../../core/domain/payback.ts'
import { DAY, HOUR, MINUTE } from '../../core/kit/clock.ts'
import { fen } from '../../core/kit/money.ts'
import type { PaymentChannel, RefundAnswer, RefundWish } from '../../core/ports/payment-channel.ts'
import { mint } from '../../core/redaction/redacted.ts'
import {
  customer,
  inRoom,
  lives,
  type MoneyDesk,
  type MoneyOptions,
  notify,
  openMoneyDesk,
  ordered,
  pay,
} from './money-desk.ts'
import { saidTo } from './sweep-desk.ts'

let desk: MoneyDesk
let order: Order
/** What the provider was asked to do, in order. */
let heard: string[]
let answer: ((wish: RefundWish, real: () => Promise<RefundAnswer>) => Promise<RefundAnswer>) | undefined

const listening = (channel: PaymentChannel): Partial<PaymentChannel> => ({
  refund: async (wish, signal) => {
    heard.push(`refund ${wish.refundNumber}`)
    const real = () => channel.refund(wish, signal)
    return answer ? answer(wish, real) : real()
  },
  refundQuery: async (wish, signal) => {
    heard.push(`query ${wish.refundNumber}`)
    return channel.refundQuery(wish, signal)
  },
})

async function open(options: MoneyOptions = {}): Promise<void> {
  heard = []
  answer = undefined
  desk = await openMoneyDesk({ provider: listening, ...options })
  await customer(desk, 'mei')
  order = await ordered(desk, 'mei')
  await pay(desk, order, 'T1')
  await notify(desk, order, 'T1')
  await desk.reconciler.round()
}
afterEach(async () => {
  expect(await brokenInvariants(desk.context.store)).toEqual([])
  await desk.context.store.close()
})

const approve = async (): Promise<void> => {
  const asked = await requestRefund(desk.context, order.id, mint('bought twice'))
  expect(asked.ok).toBe(true)
  expect((await decideRefund(desk.context, order.id, { to: 'approved', by: 'lin' })).ok).toBe(true)
}
const refundOf = async () => (await desk.context.store.read((r) => r.refunds.ofOrder(order.id)))[0]
const payback = async (): Promise<Payback> => {
  const refund = await refundOf()
  const found = refund && (await desk.context.store.read((r) => r.paybacks.ofCause('refund', refund.id)))
  if (!found) throw new Error('no payback')
  return found
}
const numbers = (): ReadonlySet<string> => new Set(heard.map((line) => line.split(' ')[1] ?? ''))
const atProvider = async (): Promise<number> => {
  const row = (await desk.sandbox.channel('alipay').query(order.number, new AbortController().signal)).kind
  return row === 'not-paid' ? 1 : 0
}

describe('an approved refund', () => {
  it('is sent, booked and told of, and its number was kept before it left', async () => {
    await open()
    await approve()
    expect(await payback()).toMatchObject({ state: 'planned', tries: 0 })
    await desk.reconciler.round()
    expect(heard).toEqual([`refund ${(await payback()).number}`])
    expect(await refundOf()).toMatchObject({ state: 'returned', decidedBy: 'lin' })
    expect((await desk.context.store.read((r) => r.orders.byId(order.id)))?.state).toBe('refunded')
    const said = await saidTo(desk, 'mei')
    expect(said.filter((text) => /退款|退回/.test(text) && text.includes(`****${order.number.slice(-4)}`)).length).toBe(
      2,
    )
    await lives(desk, 3 * HOUR, 10 * MINUTE)
    expect(heard).toHaveLength(1)
  })

  it('whose answer is lost is asked about under the same number, and not sent again where it arrived', async () => {
    await open()
    answer = async (_, real) => {
      await real()
      answer = undefined
      return { kind: 'unknown' }
    }
    await approve()
    await lives(desk, 10 * MINUTE, 10_000)
    expect(heard.map((line) => line.split(' ')[0])).toEqual(['refund', 'query'])
    expect(numbers().size).toBe(1)
    expect(await refundOf()).toMatchObject({ state: 'returned' })
  })

  it('that never arrived is sent again under the same number', async () => {
    await open()
    let lost = 3
    answer = async (_, real) => (lost-- > 0 ? { kind: 'unknown' } : real())
    await approve()
    await lives(desk, HOUR, 10_000)
    expect(heard.filter((line) => line.startsWith('refund'))).toHaveLength(4)
    expect(numbers().size).toBe(1)
    expect(await refundOf()).toMatchObject({ state: 'returned' })
    expect(await atProvider()).toBe(1)
  })

  it('that is on its way is asked about until it is there', async () => {
    await open()
    answer = async (_, real) => {
      await real()
      return { kind: 'on-its-way' }
    }
    await approve()
    await desk.reconciler.round()
    expect(await payback()).toMatchObject({ state: 'waiting', unclearSince: null })
    expect(await refundOf()).toMatchObject({ state: 'approved' })
    await lives(desk, 5 * MINUTE, 10_000)
    expect(await refundOf()).toMatchObject({ state: 'returned' })
    expect(heard.filter((line) => line.startsWith('refund'))).toHaveLength(1)
  })

  it('that the provider clearly refuses gives the credit back, and both sides are told', async () => {
    await open()
    answer = async () => ({ kind: 'refused', reason: 'not-refundable' })
    await approve()
    await desk.reconciler.round()
    expect(await refundOf()).toMatchObject({ state: 'rejected' })
    expect((await inRoom(desk)).join()).toContain('clearly refuses')
    expect((await saidTo(desk, 'mei')).at(-1)).toContain('没有通过')
    expect((await requestRefund(desk.context, order.id, mint('again'))).ok).toBe(true)
  })

  it('that is refused after an answer was lost is for a person: it may be gone', async () => {
    await open()
    let first = true
    answer = async () => {
      const kind = first ? ({ kind: 'unknown' } as const) : ({ kind: 'refused', reason: 'other' } as const)
      first = false
      return kind
    }
    await approve()
    await lives(desk, 10 * MINUTE, 10_000)
    expect(await payback()).toMatchObject({ state: 'by-hand' })
    expect(await refundOf()).toMatchObject({ state: 'approved' })
    expect((await inRoom(desk)).join()).toContain('by hand')
  })

  it('for which the merchant has too little money is tried every hour, and staff hear of it once', async () => {
    await open()
    answer = async () => ({ kind: 'refused', reason: 'balance' })
    await approve()
    await lives(desk, 4 * HOUR, 5 * MINUTE)
    expect(heard.filter((line) => line.startsWith('refund')).length).toBeGreaterThanOrEqual(4)
    expect(numbers().size).toBe(1)
    expect((await inRoom(desk)).filter((text) => text.includes('too low'))).toHaveLength(1)
    answer = undefined
    await lives(desk, 2 * HOUR, 5 * MINUTE)
    expect(await refundOf()).toMatchObject({ state: 'returned' })
  })

  it('of a channel that cannot refund is a clear instruction to staff, and done when they say so', async () => {
    await open()
    answer = async () => ({ kind: 'by-hand' })
    await approve()
    await desk.reconciler.round()
    const room = (await inRoom(desk)).join()
    expect(room).toContain(`refund returned ${(await refundOf())?.id}`)
    expect(room).toContain('¥50')
    expect(room).not.toContain(order.number)
    await lives(desk, DAY, HOUR)
    expect(heard).toHaveLength(1)
    expect((await decideRefund(desk.context, order.id, { to: 'returned', by: 'lin' })).ok).toBe(true)
    expect(await payback()).toMatchObject({ state: 'returned' })
  })

  it('is nobody’s to end by hand while the provider has it, or may have it', async () => {
    await open()
    answer = async () => ({ kind: 'unknown' })
    await approve()
    await desk.reconciler.round()
    expect((await decideRefund(desk.context, order.id, { to: 'returned', by: 'lin' })).ok).toBe(false)
    const reason = mint('changed my mind')
    expect((await decideRefund(desk.context, order.id, { to: 'rejected', by: 'lin', reason })).ok).toBe(false)
    await lives(desk, 4 * HOUR, MINUTE)
    expect((await inRoom(desk)).filter((text) => text.includes('goes on asking under the same number')).length).toBe(1)
  })

  it('taken back before it left is never sent', async () => {
    await open()
    await approve()
    const reason = mint('changed my mind')
    expect((await decideRefund(desk.context, order.id, { to: 'rejected', by: 'lin', reason })).ok).toBe(true)
    await lives(desk, HOUR, MINUTE)
    expect(heard).toEqual([])
  })

  it('that is not there when it was promised is told to staff once', async () => {
    await open()
    answer = async () => ({ kind: 'on-its-way' })
    await approve()
    const due = (await payback()).dueTo ?? 0
    expect(due).toBeGreaterThan(desk.clock.now() + 7 * DAY)
    await lives(desk, due - desk.clock.now(), 6 * HOUR)
    expect((await inRoom(desk)).filter((text) => text.includes('later than'))).toEqual([])
    await lives(desk, DAY, 6 * HOUR)
    expect((await inRoom(desk)).filter((text) => text.includes('later than'))).toHaveLength(1)
  })
})

describe('money in suspense that a person sends back', () => {
  const suspended = async (): Promise<string> => {
    const second = await ordered(desk, 'mei', 20)
    await pay(desk, second, 'T2', fen(2_500n))
    await notify(desk, second, 'T2')
    await desk.reconciler.round()
    const [row] = await desk.context.store.sql(`select id from payment where disposition = 'suspense'`)
    return String(row?.id)
  }
  const sendBack = (paymentId: string) =>
    desk.context.store.write((w) =>
      resolveSuspense(w, desk.context, { paymentId, to: 'return', reason: mint('wrong amount') }),
    )

  it('goes the same way, and its user is told when it is there', async () => {
    await open()
    const paymentId = await suspended()
    expect((await sendBack(paymentId)).ok).toBe(true)
    expect(await desk.context.store.read((r) => r.ledger.fen('refund:payable'))).toBe(2_500n)
    await desk.reconciler.round()
    expect(heard).toHaveLength(1)
    expect(await desk.context.store.read((r) => r.ledger.fen('refund:payable'))).toBe(0n)
    await desk.reconciler.round()
    expect(
      (await saidTo(desk, 'mei')).filter((text) => text.includes('¥25') && text.includes('已经原路退回')),
    ).toHaveLength(1)
  })

  it('by hand is booked when it is said, once', async () => {
    await open()
    answer = async () => ({ kind: 'by-hand' })
    const paymentId = await suspended()
    await sendBack(paymentId)
    await desk.reconciler.round()
    expect((await inRoom(desk)).join()).toContain(`suspense returned ${paymentId}`)
    const said = () => desk.context.store.write((w) => suspenseReturned(w, desk.context, paymentId))
    expect([await said(), await said()]).toEqual([true, false])
    expect(await desk.context.store.read((r) => r.ledger.fen('refund:payable'))).toBe(0n)
  })

  it('is refused to nobody by itself: it waits for a hand', async () => {
    await open()
    answer = async () => ({ kind: 'refused', reason: 'not-refundable' })
    await sendBack(await suspended())
    await desk.reconciler.round()
    expect((await inRoom(desk)).join()).toContain('by hand')
  })
})
