// What a verified payment does to an order, at each boundary of time, amount and account.
import { describe, expect, it } from 'vitest'
import { madeUpOrder, ORDERED_AT } from '../../test/fakes/order.ts'
import { DAY, type Instant, MINUTE, plus } from '../kit/clock.ts'
import { fen } from '../kit/money.ts'
import { decidePayment, isOpen, moves, type Order, refuseOrder, timedOut } from './order.ts'
import { policyDefaults } from './policy-defaults.ts'

const fact = (paidAt: Instant, amount = 5_000n) => ({
  channel: 'alipay' as const,
  orderNumber: 'DZ20261120ABCDEFGHJKMN',
  txn: '2026112022001400000000000001',
  amount: fen(amount),
  paidAt,
})
const end = plus(ORDERED_AT, 15 * MINUTE)
const decide = (paidAt: Instant, order: Order | undefined = madeUpOrder(), amount = 5_000n) =>
  decidePayment(fact(paidAt, amount), order, 'normal', false, policyDefaults)
const credited = (late: boolean) => ({ kind: 'credit', late })
const suspended = (reason: string) => ({ kind: 'suspense', reason })

describe('the fifteen minutes', () => {
  it.each([
    [14 * MINUTE + 59_999, true],
    [15 * MINUTE, false],
  ])('%d ms after the order it is open: %s', (ms, open) => {
    const now = plus(ORDERED_AT, ms)
    expect([isOpen(madeUpOrder(), now), timedOut(madeUpOrder(), now)]).toEqual([open, !open])
  })

  it('money of the last millisecond is in time, that of the end itself is late', () => {
    expect(decide(plus(end, -1))).toEqual(credited(false))
    expect(decide(end)).toEqual(credited(true))
  })

  it('in time is in time, also when we hear of it after the order was cancelled', () => {
    const expired = madeUpOrder({ state: 'cancelled', cancelReason: 'expired', cancelledAt: plus(end, 5 * MINUTE) })
    expect(decide(plus(end, -1), expired)).toEqual(credited(false))
  })

  it("after the user's own cancel everything is late", () => {
    const at = plus(ORDERED_AT, 3 * MINUTE)
    const cancelled = madeUpOrder({ state: 'cancelled', cancelReason: 'user', cancelledAt: at })
    expect(decide(plus(at, -1), cancelled)).toEqual(credited(false))
    expect(decide(at, cancelled)).toEqual(credited(true))
  })
})

describe('late money', () => {
  const week = plus(ORDERED_AT, 7 * DAY)

  it('is credited until seven days after the order, to the millisecond', () => {
    expect(decide(week)).toEqual(credited(true))
    expect(decide(plus(week, 1))).toEqual(suspended('late-old'))
  })

  it('of an account that is not normal waits for a person; money in time does not', () => {
    const status = (paidAt: Instant) => decidePayment(fact(paidAt), madeUpOrder(), 'suspended', false, policyDefaults)
    expect(status(end)).toEqual(suspended('late-account'))
    expect(status(plus(end, -1))).toEqual(credited(false))
  })

  it('is never credited where the operator switched that off', () => {
    const off = { ...policyDefaults, latePayment: { credit: false, days: 7 } }
    expect(decidePayment(fact(end), madeUpOrder(), 'normal', false, off)).toEqual(suspended('late-policy'))
    expect(decidePayment(fact(plus(end, -1)), madeUpOrder(), 'normal', false, off)).toEqual(credited(false))
  })
})

describe('the amount', () => {
  it.each([4_999n, 5_001n, 1n, 50_000n])('%d fen for an order of 5,000 is credited to nobody', (amount) =>
    expect(decide(plus(end, -1), madeUpOrder(), amount)).toEqual(suspended('mismatch')),
  )

  it('a second payment is never credited, whatever it is worth', () => {
    const second = (amount: bigint) =>
      decidePayment(fact(plus(end, -1), amount), madeUpOrder(), 'normal', true, policyDefaults)
    expect(second(5_000n)).toEqual(suspended('second'))
    expect(second(4_000n)).toEqual(suspended('mismatch'))
  })

  it('money for an order that does not exist is kept apart', () =>
    expect(decidePayment(fact(end), undefined, 'normal', false, policyDefaults)).toEqual(suspended('no-order')))
})

it('nothing leaves a refunded order, and nothing ends a completed one but a refund', () => {
  expect(moves).toMatchObject({ refunded: [], completed: ['refunded'] })
  expect(Object.values(moves).flat()).not.toContain('pending')
})

describe('an order that may not be made', () => {
  it.each([
    [999n, 'amount-not-integer'],
    [900n, 'amount-out-of-range'],
    [1_000n, undefined],
    [1_000_000n, undefined],
    [1_000_001n, 'amount-not-integer'],
    [1_000_100n, 'amount-out-of-range'],
    [0n, 'amount-out-of-range'],
    [-1_000n, 'amount-out-of-range'],
  ] as const)('of %d fen: %s', (amount, code) => expect(refuseOrder(fen(amount), 'normal', policyDefaults)).toBe(code))

  it('a suspended account learns about the amount first', () => {
    expect(refuseOrder(fen(1_050n), 'suspended', policyDefaults)).toBe('amount-not-integer')
    expect(refuseOrder(fen(1_000n), 'suspended', policyDefaults)).toBe('account-not-normal')
  })
})
