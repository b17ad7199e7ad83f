// What a verdict may rest on: rows of the records and the provider's answer, gathered in one place. Nobody's word is among them.
import type { Account } from '../domain/account.ts'
import type { QueryAnswer } from '../domain/channel.ts'
import type { Invoice } from '../domain/invoice.ts'
import type { Order, OrderRefusal } from '../domain/order.ts'
import type { Notice, Payment, SuspenseReason } from '../domain/payment.ts'
import type { Policy } from '../domain/policy.ts'
import type { CodeFinding, RedeemCode } from '../domain/redeem-code.ts'
import { judgeRefund, type Refund, type RefundFinding, type Unused } from '../domain/refund.ts'
import type { Task } from '../domain/task.ts'
import type { Instant } from '../kit/clock.ts'

/** Which order a question is about, as the one who asks may know it. */
export type Target =
  | { readonly kind: 'own' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly refusal: OrderRefusal }
  | { readonly kind: 'without-order'; readonly payment: Payment }

/** Another order like this one: same account, product and amount, made at most 30 minutes apart (case-rules 14). */
export type Twin = { readonly order: Order; readonly kind: 'both-credited' | 'only-this-paid' }

export type OrderFacts = {
  readonly now: Instant
  readonly policy: Policy
  readonly account: Account
  readonly order: Order
  readonly payments: readonly Payment[]
  readonly notices: readonly Notice[]
  /** The newest request. */
  readonly refund: Refund | undefined
  readonly unused: Unused
  readonly invoice: Invoice | undefined
  /** Ledger transactions of this order. */
  readonly postings: readonly string[]
  /** What the provider says now. */
  readonly answer: QueryAnswer
  /** Since when the provider cannot be read. */
  readonly unreadableSince: Instant | null
  readonly nextQueryAt: Instant
  /** What this very question did for the order. */
  readonly did: 'credited' | 'resumed' | 'nothing'
  readonly twin: Twin | undefined
}

export type CodeFacts = {
  readonly judged: CodeFinding
  readonly apiKey: boolean
  readonly code: RedeemCode | undefined
}

export type TaskFacts = {
  readonly now: Instant
  /** Undefined where there is none, or it is another account's. */
  readonly task: Task | undefined
  /** Refunded by this very question. */
  readonly refundedNow: boolean
}

export const inSuspense = (facts: OrderFacts, ...reasons: readonly SuspenseReason[]): Payment | undefined =>
  facts.payments.find(
    ({ disposition, suspenseReason }) =>
      disposition === 'suspense' && suspenseReason !== null && reasons.includes(suspenseReason),
  )

/** Out of suspense by a person's decision: the order itself stays as it is. */
export const decidedBefore = (facts: OrderFacts, ...reasons: readonly SuspenseReason[]): boolean =>
  !isCredited(facts) &&
  inSuspense(facts, ...reasons) === undefined &&
  facts.payments.some(
    ({ disposition, suspenseReason }) =>
      (disposition === 'granted' || disposition === 'returned') &&
      suspenseReason !== null &&
      reasons.includes(suspenseReason),
  )

export const isCredited = ({ order }: OrderFacts): boolean => order.completedAt !== null

export const rejectedNotice = ({ notices }: OrderFacts, forged: boolean): Notice | undefined =>
  notices.find(({ state, reason }) => state === 'rejected' && (reason === 'forged') === forged)

/** The rows behind any word about this order. */
export const orderRows = ({ order, payments, postings }: OrderFacts): readonly string[] => [
  `orders:${order.id}`,
  ...payments.map(({ id }) => `payment:${id}`),
  ...postings.map((id) => `ledger_tx:${id}`),
]

export const judgedRefund = ({ order, account, unused, refund, now, policy }: OrderFacts): RefundFinding =>
  judgeRefund(order, account.status, unused, refund, now, policy)

export const refundRows = (facts: OrderFacts): readonly string[] => [
  ...orderRows(facts),
  ...(facts.refund ? [`refund:${facts.refund.id}`] : []),
]
