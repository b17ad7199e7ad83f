// A refund freezes what is unused, is decided by a person, and comes back or goes home exactly once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Decision, decideRefund, requestRefund } from '../../core/desk/refund/refund.ts'
import { chargeTask, finishTask, recordUsage, refundTask } from '../../core/desk/wallet/task.ts'
import { holdOf } from '../../core/domain/ledger.ts'
import type { Order } from '../../core/domain/order.ts'
import { DAY } from '../../core/kit/clock.ts'
import { credit } from '../../core/kit/money.ts'
import { dateTimeOf } from '../../core/kit/zone.ts'
import { say } from '../../core/redaction/redacted.ts'
import { FIFTY, openShop, type Shop } from '../fakes/shop.ts'

let shop: Shop
let order: Order
beforeEach(async () => {
  shop = await openShop()
  await shop.openAccount('alice')
  order = await shop.order()
  await shop.pay(order, 'T1')
  await shop.notify(order, 'T1')
})
afterEach(async () => {
  expect(await shop.broken()).toEqual([])
  await shop.close()
})

const request = async (): Promise<string> => {
  const filed = await requestRefund(shop.context, order.id, say`bought too much`)
  return filed.ok ? `${filed.value.amount} fen` : filed.error
}
const decide = async (decision: Decision): Promise<string> => {
  const decided = await decideRefund(shop.context, order.id, decision)
  return decided.ok ? decided.value.state : decided.error
}
const approve = () => decide({ to: 'approved', by: 'mei' })
const reject = () => decide({ to: 'rejected', by: 'mei', reason: say`used` })
const bringBack = () => decide({ to: 'returned', by: 'mei' })
const held = () => shop.store.read((r) => r.ledger.credit(holdOf('alice')))
const use = (units: bigint) => recordUsage(shop.context, 'alice', credit(units))

describe('a request', () => {
  it('takes what is unused out of the wallet at once', async () => {
    await use(5_000_000n)
    expect(await request()).toBe('4000 fen')
    expect([await shop.balance(), await held()]).toEqual([0n, FIFTY - 5_000_000n])
    expect(await use(1n)).toBe('insufficient-credit')
  })

  it('stands alone: a second one is refused while it is open', async () => {
    expect(await request()).toBe('5000 fen')
    expect(await request()).toBe('refund-in-progress')
    await approve()
    expect(await request()).toBe('refund-in-progress')
    expect(await shop.count('refund')).toBe(1)
  })

  it('sent twice at once is filed once', async () => {
    expect((await Promise.all([request(), request()])).toSorted()).toEqual(['5000 fen', 'refund-in-progress'])
  })

  it('in time may be decided later', async () => {
    shop.clock.advance(30 * DAY)
    expect(await request()).toBe('5000 fen')
    shop.clock.advance(9 * DAY)
    expect([await approve(), await bringBack()]).toEqual(['approved', 'returned'])
  })

  it('a millisecond late is refused', async () => {
    shop.clock.advance(30 * DAY + 1)
    expect(await request()).toBe('refund-too-old')
  })
})

describe('a decision', () => {
  it('for it promises 3 to 7 working days of the operator', async () => {
    await request()
    await approve()
    const [refund] = await shop.store.read((r) => r.refunds.ofOrder(order.id))
    expect([refund?.dueFrom, refund?.dueTo].map((at) => at && dateTimeOf(at))).toEqual([
      '2026-11-25 18:00',
      '2026-12-01 18:00',
    ])
  })

  it('against it gives everything back to the wallet and the lot', async () => {
    await use(1_000n)
    await request()
    expect(await reject()).toBe('rejected')
    expect([await shop.balance(), await held()]).toEqual([FIFTY - 1_000n, 0n])
    expect(await request()).toBe('4999 fen')
  })

  it('may be taken back before the money is gone, not after', async () => {
    await request()
    await approve()
    expect(await reject()).toBe('rejected')
    await request()
    await approve()
    await bringBack()
    expect(await reject()).toBe('refunded')
  })

  it.each([
    ['returned before it is approved', bringBack, 'refund-in-progress'],
    ['approved twice', async () => [await approve(), await approve()][1], 'refund-in-progress'],
    ['returned twice', async () => [await approve(), await bringBack(), await bringBack()][2], 'refunded'],
  ])('%s is refused', async (_, act, outcome) => {
    await request()
    expect(await act()).toBe(outcome)
  })

  it('without a request is refused', async () => expect(await approve()).toBe('refund-unpaid'))
})

describe('money that went back', () => {
  it('whole makes the order Refunded, and no request follows', async () => {
    await request()
    await approve()
    await bringBack()
    expect((await shop.orderOf(order.id)).state).toBe('refunded')
    expect([await shop.balance(), await held()]).toEqual([0n, 0n])
    expect(await request()).toBe('refunded')
  })

  it('in part leaves it Completed, and the provider account right to the fen', async () => {
    await use(24_999_999n - 4_999n)
    expect(await request()).toBe('1 fen')
    await approve()
    await bringBack()
    expect(await shop.orderOf(order.id)).toMatchObject({ state: 'completed', refunded: 1n })
    expect(await shop.store.read((r) => r.ledger.fen('provider:alipay'))).toBe(-4_999n)
    expect(await request()).toBe('refund-used')
  })
})

describe('a task that failed', () => {
  const task = { number: 'task-1', accountId: 'alice', units: credit(6_000_000n), model: 'm' }

  it('gives its charge back to the lots it came from, once, and the refund is whole again', async () => {
    await chargeTask(shop.context, task)
    await chargeTask(shop.context, task)
    expect(await shop.balance()).toBe(FIFTY - 6_000_000n)
    await finishTask(shop.context, task.number, 'failed')
    expect([await refundTask(shop.context, task.number), await refundTask(shop.context, task.number)]).toEqual([
      'refunded',
      'refunded-before',
    ])
    expect(await shop.balance()).toBe(FIFTY)
    expect(await request()).toBe('5000 fen')
  })

  it('after it was settled is given back all the same', async () => {
    await chargeTask(shop.context, task)
    await finishTask(shop.context, task.number, 'succeeded')
    await finishTask(shop.context, task.number, 'failed')
    expect(await refundTask(shop.context, task.number)).toBe('refunded')
    expect([await shop.balance(), await held()]).toEqual([FIFTY, 0n])
  })

  it('that was refunded and then reported as done is not charged again', async () => {
    await chargeTask(shop.context, task)
    await refundTask(shop.context, task.number)
    await finishTask(shop.context, task.number, 'succeeded')
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('of one unit more than there is, is refused and leaves nothing', async () => {
    expect(await chargeTask(shop.context, { ...task, units: credit(FIFTY + 1n) })).toBe('insufficient-credit')
    expect(await shop.balance()).toBe(FIFTY)
  })
})
