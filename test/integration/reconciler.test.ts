// The running reconciler: one process at a time, no provider asked too much, and none that holds the others up.
import { afterEach, describe, expect, it } from 'vitest'
import { LEASE_MS, LeaseLost, leaseOn } from '../../core/desk/lease.ts'
import { receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { makeReconciler } from '../../core/desk/payment/reconciler.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { HOUR, MINUTE, SECOND } from '../../core/kit/clock.ts'
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
import { clockShows } from './sweep-desk.ts'

let desk: MoneyDesk
const open = async (options: MoneyOptions = {}): Promise<MoneyDesk> => {
  desk = await openMoneyDesk(options)
  await customer(desk, 'mei')
  return desk
}
afterEach(async () => {
  expect(await brokenInvariants(desk.context.store)).toEqual([])
  await desk.context.store.close()
})

const stateOf = async (id: string): Promise<string | undefined> =>
  (await desk.context.store.read((r) => r.orders.byId(id)))?.state

describe('of two processes', () => {
  it('one works and the other stands by; when the first is silent for long enough, the second takes over', async () => {
    await open()
    const second = makeReconciler(desk.options)
    expect((await desk.reconciler.round()).held).toBe(false)
    expect((await second.round()).held).toBe(true)
    desk.clock.advance(LEASE_MS - 1)
    expect((await second.round()).held).toBe(true)
    desk.clock.advance(1)
    expect((await second.round()).held).toBe(false)
    expect((await desk.reconciler.round()).held).toBe(true)
  })

  it('the one that ends in order leaves the work to the other at once', async () => {
    await open()
    await desk.reconciler.round()
    await desk.reconciler.end()
    expect((await makeReconciler(desk.options).round()).held).toBe(false)
  })

  it('what was decided before the change of hands is not kept after it', async () => {
    await open()
    const slow = leaseOn(desk.context, 'reconciler', SECOND)
    const quick = leaseOn(desk.context, 'reconciler', SECOND)
    expect(await slow.take()).toBe(true)
    desk.clock.advance(SECOND)
    expect(await quick.take()).toBe(true)
    const late = slow.context.store.write((w) => w.threads.putFact('late', 'yes'))
    await expect(late).rejects.toBeInstanceOf(LeaseLost)
    expect(await desk.context.store.read((r) => r.threads.fact('late'))).toBeUndefined()
    await quick.context.store.write((w) => w.threads.putFact('late', 'no'))
    expect(await slow.take()).toBe(false)
  })

  it('an answer that comes when somebody else has taken over changes nothing here, and the other asks for itself', async () => {
    let hands = async (): Promise<unknown> => undefined
    await open({
      provider: (channel) => ({
        query: async (number, signal) => {
          const answer = await channel.query(number, signal)
          await hands()
          return answer
        },
      }),
    })
    const second = makeReconciler(desk.options)
    const order = await ordered(desk, 'mei')
    await pay(desk, order, 'T1')
    desk.clock.advance(5 * SECOND)
    hands = async () => {
      hands = async () => undefined
      desk.clock.advance(LEASE_MS)
      await second.round()
    }
    expect((await desk.reconciler.round()).held).toBe(true)
    expect(await stateOf(order.id)).toBe('completed')
    expect(await desk.context.store.sql('select * from payment')).toHaveLength(1)
  })
})

describe('a provider that cannot be read', () => {
  it('is left in peace for longer and longer, and nobody’s order is decided', async () => {
    let asked = 0
    await open({
      provider: (channel) => ({
        query: (number, signal) => {
          asked += 1
          return channel.query(number, signal)
        },
      }),
    })
    desk.sandbox.setDown('alipay', 'fails')
    const orders = []
    for (let count = 0; count < 30; count++) orders.push(await ordered(desk, 'mei', 10 + count))
    await lives(desk, MINUTE)
    // Thirty orders were due four times in this minute.
    expect(asked).toBeGreaterThan(3)
    expect(asked).toBeLessThan(40)
    for (const { id } of orders) expect(await stateOf(id)).toBe('pending')
  })

  it('holds up no order of another provider', async () => {
    await open({
      provider: (channel) => (channel.name === 'wechat' ? { query: () => new Promise(() => undefined) } : {}),
    })
    for (let count = 0; count < 10; count++) await ordered(desk, 'mei', 10 + count, 'wechat')
    const order = await ordered(desk, 'mei')
    await pay(desk, order, 'T1')
    await lives(desk, 6 * SECOND)
    expect(await stateOf(order.id)).toBe('completed')
  })
})

describe('notices that stop coming', () => {
  const unnoticed = async (from: number, count: number): Promise<void> => {
    for (let index = from; index < from + count; index++)
      await pay(desk, await ordered(desk, 'mei', 10 + index), `T${index}`)
    await lives(desk, 4 * MINUTE, 5 * SECOND)
  }
  const noticed = async (from: number, count: number): Promise<void> => {
    for (let index = from; index < from + count; index++) {
      const order = await ordered(desk, 'mei', 10 + index)
      await pay(desk, order, `T${index}`)
      await notify(desk, order, `T${index}`)
    }
    await lives(desk, 4 * MINUTE, 5 * SECOND)
  }

  it('are an alert to staff with the causes, once; their coming back is told once', async () => {
    await open()
    await unnoticed(1, 2)
    expect(await inRoom(desk)).toEqual([])
    await unnoticed(3, 4)
    const [alert, ...more] = await inRoom(desk)
    expect(more).toEqual([])
    expect(alert).toContain('PUBLIC_URL')
    expect(alert).toContain('No payment notices of alipay')
    expect(desk.logged.join()).toContain('payment notices stopped coming')
    await unnoticed(7, 4)
    expect(await inRoom(desk)).toHaveLength(1)
    await noticed(11, 4)
    const room = await inRoom(desk)
    expect(room).toHaveLength(2)
    expect(room[1]).toContain('arrive again')
    await noticed(15, 3)
    expect(await inRoom(desk)).toHaveLength(2)
  })

  it('that are refused instead have another list of causes', async () => {
    await open()
    for (let index = 0; index < 3; index++) {
      const order = await ordered(desk, 'mei', 20 + index)
      await pay(desk, order, `T${index}`)
      const bad = desk.sandbox.badNotice('alipay', order.number, `T${index}`, order.amount, 'bad_signature')
      await receiveNotice(desk.context, 'alipay', bad.body, bad.headers)
    }
    await lives(desk, 4 * MINUTE, 5 * SECOND)
    expect((await inRoom(desk)).join()).toContain('refused (bad_signature)')
  })

  it('of a quiet shop are no alarm', async () => {
    await open()
    await noticed(1, 3)
    await lives(desk, 8 * HOUR, 5 * MINUTE)
    expect(clockShows(desk)).toContain('18:')
    expect(await inRoom(desk)).toEqual([])
  })
})
