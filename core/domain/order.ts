// An order: its states, the moves between them, and what a verified payment does to it. Pure.
import { DAY, type Instant, plus } from '../kit/clock.ts'
import type { Fen } from '../kit/money.ts'
import type { AccountStatus } from './account.ts'
import type { ChannelName, DeclineReason, PaidFact } from './channel.ts'
import type { SuspenseReason } from './payment.ts'
import type { Policy } from './policy.ts'

export type OrderState = 'pending' | 'processing' | 'completed' | 'cancelled' | 'refunded'
/** The five words that users see (seed 1). */
export type OrderStatus = 'Pending' | 'Processing' | 'Completed' | 'Cancelled' | 'Refunded'

export type Order = {
  readonly id: string
  /** What users and providers know it by (out_trade_no). Upper case. */
  readonly number: string
  readonly accountId: string
  /** Null for a recharge of the wallet. */
  readonly planId: string | null
  readonly amount: Fen
  /** The rate on the day of the order: it stays, whatever the policy says later. */
  readonly unitsPerYuan: number
  readonly channel: ChannelName
  readonly state: OrderState
  readonly late: boolean
  readonly disputed: boolean
  readonly clientKey: string | null
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly cancelledAt: Instant | null
  readonly cancelReason: 'user' | 'expired' | null
  readonly scannedAt: Instant | null
  readonly declinedAt: Instant | null
  readonly declineReason: DeclineReason | null
  readonly processingAt: Instant | null
  readonly completedAt: Instant | null
  readonly refunded: Fen
  readonly version: number
}

export const statusOf: Record<OrderState, OrderStatus> = {
  pending: 'Pending',
  processing: 'Processing',
  completed: 'Completed',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
}

/** Every move that exists; anything else is a bug and throws where it is tried. */
export const moves: Record<OrderState, readonly OrderState[]> = {
  pending: ['processing', 'completed', 'cancelled'],
  processing: ['completed'],
  completed: ['refunded'],
  // A cancelled order can still be paid: the QR code outlives our 15 minutes at the provider.
  cancelled: ['processing', 'completed'],
  refunded: [],
}

/** Open while now < created + 15:00; at exactly 15:00 it is timed out (case-rules 12). */
export const isOpen = (order: Order, now: Instant): boolean => order.state === 'pending' && now < order.expiresAt
export const timedOut = (order: Order, now: Instant): boolean => now >= order.expiresAt

/** From when on a payment is late: the timeout, or the user's own cancel. */
export const endOf = (order: Order): Instant =>
  order.cancelReason === 'user' && order.cancelledAt !== null ? order.cancelledAt : order.expiresAt

export type PaymentDecision =
  | { readonly kind: 'credit'; readonly late: boolean }
  | { readonly kind: 'suspense'; readonly reason: SuspenseReason }

/**
 * What a new, verified payment does. Nobody's word and no screenshot comes in here.
 * Order of the checks: case-rules 8, 12, 15, 16, 18.
 */
export function decidePayment(
  fact: PaidFact,
  order: Order | undefined,
  account: AccountStatus,
  alreadyPaid: boolean,
  policy: Policy,
): PaymentDecision {
  if (!order) return { kind: 'suspense', reason: 'no-order' }
  const matches = fact.amount === order.amount
  if (alreadyPaid) return { kind: 'suspense', reason: matches ? 'second' : 'mismatch' }
  const late = fact.paidAt >= endOf(order)
  if (late && fact.paidAt > plus(order.createdAt, policy.latePayment.days * DAY)) {
    return { kind: 'suspense', reason: 'late-old' }
  }
  if (late && account !== 'normal') return { kind: 'suspense', reason: 'late-account' }
  if (!matches) return { kind: 'suspense', reason: 'mismatch' }
  if (late && !policy.latePayment.credit) return { kind: 'suspense', reason: 'late-policy' }
  return { kind: 'credit', late }
}

export type OrderRefusalCode = 'amount-not-integer' | 'amount-out-of-range' | 'account-not-normal' | 'too-many-orders'

/** Why an order of this amount may not be made; undefined if it may. The whole-yuan check comes first (case-rules 5). */
export function refuseOrder(amount: Fen, status: AccountStatus, policy: Policy): OrderRefusalCode | undefined {
  if (amount % 100n !== 0n) return 'amount-not-integer'
  const yuan = amount / 100n
  if (yuan < BigInt(policy.recharge.minYuan) || yuan > BigInt(policy.recharge.maxYuan)) return 'amount-out-of-range'
  return status === 'normal' ? undefined : 'account-not-normal'
}

/** An order that was never made, kept so that a question about it gets an answer. */
export type OrderRefusal = {
  readonly id: string
  readonly number: string
  readonly accountId: string
  readonly code: OrderRefusalCode
  readonly at: Instant
}

export type OrderEvent = {
  readonly orderId: string
  readonly fromState: OrderState | 'none'
  readonly toState: OrderState
  readonly actor: 'user' | 'notice' | 'query' | 'statement' | 'reconciler' | 'staff' | 'resume'
  readonly reason: string
  readonly at: Instant
}
