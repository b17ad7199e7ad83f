// Who may have how much back: 30 days to the millisecond, what is unused, rounded down, nothing twice.
import { describe, expect, it } from 'vitest'
import { madeUpOrder } from '../../test/fakes/order.ts'
import { DAY, type Instant, plus } from '../kit/clock.ts'
import { credit, fen } from '../kit/money.ts'
import { shanghai } from '../kit/zone.ts'
import type { Lot } from './lot.ts'
import { policyDefaults } from './policy-defaults.ts'
import { judgeNewRefund, judgeRefund, type Refund, unusedOf } from './refund.ts'

const creditedAt = shanghai('2026-11-20', '10:02')
const order = madeUpOrder({ state: 'completed', completedAt: creditedAt })
const lot = (remaining: bigint): Lot => ({
  id: 'lot',
  accountId: 'alice',
  source: 'order',
  sourceId: order.id,
  granted: credit(25_000_000n),
  remaining: credit(remaining),
  at: creditedAt,
})
const untouched = unusedOf(order, lot(25_000_000n))
const strict = { ...policyDefaults, refund: { ...policyDefaults.refund, mode: 'strict' as const } }
const request = (state: Refund['state']): Refund => ({
  id: 'r',
  orderId: order.id,
  accountId: 'alice',
  reason: '',
  units: credit(1n),
  amount: fen(1n),
  state,
  requestedAt: creditedAt,
  decidedAt: null,
  decidedBy: null,
  rejectReason: null,
  dueFrom: null,
  dueTo: null,
  returnedAt: null,
})

describe('what is unused', () => {
  it.each([
    [25_000_000n, 5_000n, true],
    [24_999_999n, 4_999n, false],
    [5_000n, 1n, false],
    [4_999n, 0n, false],
    [0n, 0n, false],
  ])('of ¥50 with %d units left: %d fen, whole: %s', (left, amount, whole) =>
    expect(unusedOf(order, lot(left))).toEqual({ units: left, amount, whole }),
  )

  it('is never more than what was not yet returned', () =>
    expect(unusedOf({ ...order, refunded: fen(4_000n) }, lot(25_000_000n)).amount).toBe(1_000n))

  it('of a plan is its whole price, and no units', () =>
    expect(unusedOf({ ...order, planId: 'pro' }, undefined)).toEqual({ units: 0n, amount: 5_000n, whole: true }))
})

describe('a new request', () => {
  const judge = (now: Instant, changes: Partial<Parameters<typeof judgeNewRefund>[0]> = {}, unused = untouched) =>
    judgeNewRefund({ ...order, ...changes }, 'normal', unused, now, policyDefaults)

  it.each([
    ['at once', 0, 'refund-eligible'],
    ['after exactly 30 days', 30 * DAY, 'refund-eligible'],
    ['a millisecond later', 30 * DAY + 1, 'refund-too-old'],
  ])('%s: %s ms → %s', (_, ms, finding) => expect(judge(plus(creditedAt, ms))).toBe(finding))

  it('counts from the credit, not from the order', () =>
    expect(judge(plus(order.createdAt, 30 * DAY + 1))).toBe('refund-eligible'))

  it.each([
    ['a part was spent', 24_999_999n, 'refund-partly-used'],
    ['less than a fen is left', 4_999n, 'refund-used'],
    ['all was spent', 0n, 'refund-used'],
  ])('where %s', (_, left, finding) => expect(judge(creditedAt, {}, unusedOf(order, lot(left)))).toBe(finding))

  it('under the strict policy one spent unit is too many', () => {
    const part = unusedOf(order, lot(24_999_999n))
    expect(judgeNewRefund(order, 'normal', part, creditedAt, strict)).toBe('refund-used')
    expect(judgeNewRefund(order, 'normal', untouched, creditedAt, strict)).toBe('refund-eligible')
  })

  it('of a suspended account goes to a person, however old it is', () =>
    expect(judgeNewRefund(order, 'suspended', untouched, plus(creditedAt, 99 * DAY), policyDefaults)).toBe(
      'refund-account',
    ))

  it('of an order that went back whole is refunded, whoever asks', () =>
    expect(judge(creditedAt, { refunded: fen(5_000n), state: 'refunded' })).toBe('refunded'))
})

describe('the state of a request comes first', () => {
  it.each([
    ['requested', 'refund-in-progress'],
    ['approved', 'refund-in-progress'],
    ['rejected', 'refund-rejected'],
    ['returned', 'refunded'],
  ] as const)('%s → %s, whatever the account and the age', (state, finding) => {
    const now = plus(creditedAt, 99 * DAY)
    expect(judgeRefund(order, 'suspended', untouched, request(state), now, policyDefaults)).toBe(finding)
  })

  it.each(['pending', 'processing', 'cancelled'] as const)('an order that is %s was not credited', (state) =>
    expect(judgeRefund(madeUpOrder({ state }), 'normal', untouched, undefined, creditedAt, policyDefaults)).toBe(
      'refund-unpaid',
    ),
  )
})
