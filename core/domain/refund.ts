// Refunds: who may have how much back, and the requests that ask for it. Pure.
import { DAY, type Instant } from '../kit/clock.ts'
import { type Credit, credit, type Fen, fen, fenFor } from '../kit/money.ts'
import type { AccountStatus } from './account.ts'
import { creditOf } from './ledger.ts'
import type { Lot } from './lot.ts'
import type { Order } from './order.ts'
import type { Policy } from './policy.ts'

export type Refund = {
  readonly id: string
  readonly orderId: string
  readonly accountId: string
  /** The user's words, redacted. */
  readonly reason: string
  readonly units: Credit
  readonly amount: Fen
  readonly state: 'requested' | 'approved' | 'rejected' | 'returned'
  readonly requestedAt: Instant
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
  readonly rejectReason: string | null
  readonly dueFrom: Instant | null
  readonly dueTo: Instant | null
  readonly returnedAt: Instant | null
}

export type RefundFinding =
  | 'refund-eligible'
  | 'refund-too-old'
  | 'refund-used'
  | 'refund-partly-used'
  | 'refund-account'
  | 'refund-unpaid'
  | 'refund-in-progress'
  | 'refund-rejected'
  | 'refunded'

export const refundState: Record<Refund['state'], 'refund-in-progress' | 'refund-rejected' | 'refunded'> = {
  requested: 'refund-in-progress',
  approved: 'refund-in-progress',
  rejected: 'refund-rejected',
  returned: 'refunded',
}

/** What of an order can still go back: units to hold and the money they stand for, rounded down to the fen. */
export type Unused = { readonly units: Credit; readonly amount: Fen; readonly whole: boolean }

export function unusedOf(order: Order, lot: Lot | undefined): Unused {
  const left = fen(order.amount - order.refunded)
  // A plan order has no lot: the whole amount, while nothing of it was used.
  if (order.planId !== null) return { units: credit(0n), amount: left, whole: true }
  const units = lot?.remaining ?? credit(0n)
  const worth = fenFor(units, order.unitsPerYuan)
  return { units, amount: worth < left ? worth : left, whole: units === creditOf(order) }
}

/** Judges a refund by the records; the order of the checks is case-rules 23. `latest` is the newest request. */
export function judgeRefund(
  order: Order,
  account: AccountStatus,
  unused: Unused,
  latest: Refund | undefined,
  now: Instant,
  policy: Policy,
): RefundFinding {
  if (order.completedAt === null || (order.state !== 'completed' && order.state !== 'refunded')) return 'refund-unpaid'
  if (latest) return refundState[latest.state]
  return judgeNewRefund(order, account, unused, now, policy)
}

/** Judges a new request on a credited order that has none open. */
export function judgeNewRefund(
  order: Order,
  account: AccountStatus,
  unused: Unused,
  now: Instant,
  policy: Policy,
): Exclude<RefundFinding, 'refund-unpaid' | 'refund-in-progress' | 'refund-rejected'> {
  if (order.refunded === order.amount) return 'refunded'
  if (account !== 'normal') return 'refund-account'
  if (order.completedAt !== null && now - order.completedAt > policy.refund.days * DAY) return 'refund-too-old'
  if (unused.amount <= 0n) return 'refund-used'
  if (unused.whole) return 'refund-eligible'
  return policy.refund.mode === 'strict' ? 'refund-used' : 'refund-partly-used'
}
