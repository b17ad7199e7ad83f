// The numbered failure cases of relay bots that concern money, as a user of Telegram lives them: what no notice told, and what a provider tells wrongly.
import { describe, expect, it } from 'vitest'
import { walletOf } from '../../core/domain/ledger.ts'
import type { Order } from '../../core/domain/order.ts'
import { MINUTE } from '../../core/kit/clock.ts'
import type { PaymentChannel } from '../../core/ports/payment-channel.ts'
import type { Somebody } from '../fakes/telegram/somebody.ts'
import { type Desk, openDesk } from '../telegram/desk.ts'

const wallet = (desk: Desk, account: string): Promise<bigint> =>
  desk.store.read((r) => r.ledger.credit(walletOf(account)))
const stateOf = async (desk: Desk, { id }: Order): Promise<string | undefined> =>
  (await desk.store.read((r) => r.orders.byId(id)))?.state

async function asks(desk: Desk, li: Somebody): Promise<void> {
  li.starts()
  await desk.reads(li, '您好')
  li.presses('付款了没到账')
}

describe('case 43: paid, and the callback was lost', () => {
  it('asked about in time, it is credited while answering', async () => {
    const desk = await openDesk({ faster: 4 })
    const li = await desk.linked('li')
    const order = await desk.order('li')
    await desk.pays(order, '2026112022001400000000000043')
    await asks(desk, li)
    await desk.reads(li, '刚刚到账了')
    expect(await wallet(desk, 'li')).toBeGreaterThan(0n)
    expect(await stateOf(desk, order)).toBe('completed')
  })

  it('asked about after the order’s time is over, it is credited all the same, once, and nobody is told to pay again', async () => {
    const desk = await openDesk({ faster: 4 })
    const li = await desk.linked('li')
    const order = await desk.order('li')
    await desk.pays(order, '2026112022001400000000000044')
    desk.clock.advance(20 * MINUTE)
    await asks(desk, li)
    const said = await desk.reads(li, '到账')
    expect(said.text).not.toMatch(/重新(支付|付款|下单)/)
    const credited = await wallet(desk, 'li')
    expect(credited).toBeGreaterThan(0n)
    li.presses('付款了没到账')
    await desk.reads(li, '到账')
    await desk.quiet()
    expect(await wallet(desk, 'li')).toBe(credited)
    expect(await stateOf(desk, order)).toBe('completed')
  })
})

describe('case 44: a provider that says "paid" without proof', () => {
  const wrongly: readonly (readonly [string, PaymentChannel['query']])[] = [
    ['and names no payment', async () => ({ kind: 'paid', payments: [] })],
    ['and throws behind it', () => Promise.reject(new Error('status=1'))],
  ]
  for (const [how, query] of wrongly) {
    it(`${how}: nothing is credited, and the user is not told that it is`, async () => {
      const desk = await openDesk({ faster: 4 })
      const real = desk.context.channel
      Object.assign(desk.context, {
        channel: (name: Parameters<typeof real>[0]) => ({ ...real(name), query }),
      })
      const li = await desk.linked('li')
      const order = await desk.order('li')
      await asks(desk, li)
      const said = await desk.reads(li, /查询不到|暂时|无法/)
      expect(said.text).not.toMatch(/已(经)?到账|刚刚到账/)
      expect(await wallet(desk, 'li')).toBe(0n)
      expect(await stateOf(desk, order)).toBe('pending')
    })
  }
})
