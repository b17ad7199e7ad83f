// Who paid hears of it before they ask: once, in their language, and only what the records show.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { MINUTE, SECOND } from '../../core/kit/clock.ts'
import { fen } from '../../core/kit/money.ts'
import { customer, lives, type MoneyDesk, notify, openMoneyDesk, ordered, pay } from './money-desk.ts'
import { saidTo, talkOf, ticketOf, write } from './sweep-desk.ts'

let desk: MoneyDesk
beforeEach(async () => {
  desk = await openMoneyDesk()
  await customer(desk, 'mei')
})
afterEach(async () => {
  expect(await brokenInvariants(desk.context.store)).toEqual([])
  await desk.context.store.close()
})

const confirmations = async (user = 'mei'): Promise<readonly string[]> =>
  (await saidTo(desk, user)).filter((text) => /付款已经确认|payment is confirmed/.test(text))

describe('a payment whose notice was lost', () => {
  it('is credited by the reconciler, and its user is told when, once', async () => {
    const order = await ordered(desk, 'mei')
    await pay(desk, order, 'T1')
    await lives(desk, 2 * MINUTE)
    const told = await confirmations()
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('10:00')
    expect(told[0]).toContain(`****${order.number.slice(-4)}`)
    expect(told[0]).not.toContain(order.number)
  })

  it('is told of in the language of the talk', async () => {
    await customer(desk, 'sam', 'en')
    await pay(desk, await ordered(desk, 'sam'), 'T1')
    await lives(desk, MINUTE)
    expect((await confirmations('sam')).join()).toContain('Your payment is confirmed.')
  })

  it('is told of once although its notice comes in the end, twice', async () => {
    const order = await ordered(desk, 'mei')
    await pay(desk, order, 'T1')
    await lives(desk, MINUTE)
    await notify(desk, order, 'T1')
    await notify(desk, order, 'T1')
    await lives(desk, MINUTE)
    expect(await confirmations()).toHaveLength(1)
  })

  it('is not told of to who asked meanwhile: the answer said it', async () => {
    const order = await ordered(desk, 'mei')
    await pay(desk, order, 'T1')
    await write(desk, 'mei', '我付了款但是没到账')
    await lives(desk, MINUTE)
    expect((await saidTo(desk, 'mei')).filter((text) => text.includes('到账')).length).toBeGreaterThan(0)
    expect(await confirmations()).toEqual([])
    expect(await desk.context.store.sql('select * from untold')).toEqual([])
  })

  it('is told of to nobody where the account has no chat', async () => {
    const order = await ordered(desk, 'mei')
    await desk.context.store.sql('delete from identity')
    await pay(desk, order, 'T1')
    await lives(desk, MINUTE)
    expect(await confirmations()).toEqual([])
    expect(await desk.context.store.sql('select * from untold')).toEqual([])
  })
})

describe('a payment by notice', () => {
  it('is told of at once', async () => {
    const order = await ordered(desk, 'mei')
    await pay(desk, order, 'T1')
    await notify(desk, order, 'T1')
    await desk.reconciler.round()
    expect(await confirmations()).toHaveLength(1)
  })
})

describe('money that waits for a person', () => {
  it('is told of with both amounts, and staff have it in a ticket that stays open', async () => {
    const order = await ordered(desk, 'mei')
    await pay(desk, order, 'T1', fen(8_000n))
    await lives(desk, 30 * SECOND)
    const said = await saidTo(desk, 'mei')
    expect(said.some((text) => text.includes('¥80') && text.includes('¥50'))).toBe(true)
    expect(said.some((text) => text.includes('工单'))).toBe(true)
    expect(await confirmations()).toEqual([])
    const { ticketId } = await talkOf(desk, 'mei')
    expect(await ticketOf(desk, ticketId ?? 0)).toMatchObject({ state: 'queue', moneyOpen: true })
  })

  it('is told of once, however often the provider says it', async () => {
    const order = await ordered(desk, 'mei')
    await pay(desk, order, 'T1', fen(8_000n))
    for (let time = 0; time < 3; time++) await notify(desk, order, 'T1')
    await lives(desk, 20 * MINUTE, 10 * SECOND)
    expect((await saidTo(desk, 'mei')).filter((text) => text.includes('¥80'))).toHaveLength(1)
  })

  it('without an order is in a ticket of the desk', async () => {
    const order = await ordered(desk, 'mei')
    const stray = { ...order, number: 'DZ20261123000000000000' }
    await pay(desk, stray, 'T9', fen(5_000n))
    await notify(desk, stray, 'T9')
    await desk.reconciler.round()
    await desk.reconciler.round()
    const tickets = await desk.context.store.sql('select * from ticket')
    expect(tickets).toHaveLength(1)
    expect(String(tickets[0]?.card)).toContain('payment:pay_')
  })

  it('joins the ticket that is open', async () => {
    await write(desk, 'mei', '人工')
    const { ticketId: before } = await talkOf(desk, 'mei')
    await pay(desk, await ordered(desk, 'mei'), 'T1', fen(8_000n))
    await lives(desk, 30 * SECOND)
    expect((await talkOf(desk, 'mei')).ticketId).toBe(before)
    expect(await desk.context.store.sql('select * from ticket')).toHaveLength(1)
    expect(await ticketOf(desk, before ?? 0)).toMatchObject({ moneyOpen: true })
  })
})
