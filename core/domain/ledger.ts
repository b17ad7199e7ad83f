// Double entry: transfers that cannot be unbalanced, the chart of accounts, and the postings of every event. Pure.
import { createHash } from 'node:crypto'
import type { Instant } from '../kit/clock.ts'
import { type Credit, creditFor, type Fen } from '../kit/money.ts'
import type { ChannelName } from './channel.ts'
import type { Order } from './order.ts'

export type Asset = 'CNY' | 'CREDIT'

/** Chart of accounts. A balance is credits minus debits: what we owe is positive, what we hold negative. */
export type LedgerAccount =
  | `provider:${ChannelName}`
  | `suspense:${ChannelName}`
  | `wallet:${string}`
  | `hold:${string}`
  | 'bank'
  | 'fees'
  | 'sales:clearing'
  | 'refund:payable'
  | 'promo'
  | 'revenue:usage'
  | 'adjust:manual'
  | 'opening:import'

export const providerOf = (channel: ChannelName): LedgerAccount => `provider:${channel}`
export const suspenseOf = (channel: ChannelName): LedgerAccount => `suspense:${channel}`
export const walletOf = (accountId: string): LedgerAccount => `wallet:${accountId}`
export const holdOf = (accountId: string): LedgerAccount => `hold:${accountId}`

/** One movement of one asset; `amount` is positive, so that a direction cannot hide in a sign. */
export type Transfer =
  | { readonly asset: 'CNY'; readonly debit: LedgerAccount; readonly credit: LedgerAccount; readonly amount: Fen }
  | { readonly asset: 'CREDIT'; readonly debit: LedgerAccount; readonly credit: LedgerAccount; readonly amount: Credit }

/** What is posted under one idempotency key, as a whole or not at all. */
export type Posting = {
  readonly key: string
  readonly kind: string
  readonly orderId: string | null
  readonly transfers: readonly Transfer[]
  readonly reverses?: string
  readonly reason?: string
}

export type LedgerTx = {
  readonly id: string
  readonly idemKey: string
  readonly payloadHash: string
  readonly kind: string
  readonly orderId: string | null
  readonly reverses: string | null
  readonly reason: string | null
  readonly at: Instant
}

/** Same key and same hash: a repeat. Same key and another hash: an error, never silently ignored. */
export const payloadHash = (posting: Posting): string =>
  createHash('sha256')
    .update(
      `${posting.kind}\n${posting.transfers.map((t) => `${t.asset} ${t.debit} ${t.credit} ${t.amount}`).join('\n')}`,
    )
    .digest('base64url')

const cny = (debit: LedgerAccount, to: LedgerAccount, amount: Fen): Transfer => ({
  asset: 'CNY',
  debit,
  credit: to,
  amount,
})
const units = (debit: LedgerAccount, to: LedgerAccount, amount: Credit): Transfer => ({
  asset: 'CREDIT',
  debit,
  credit: to,
  amount,
})

/** What an order gives to the wallet at its own rate. */
export const creditOf = (order: Order): Credit => creditFor(order.amount, order.unitsPerYuan)

export const postings = {
  orderCredited: (order: Order): Posting => ({
    key: `order:${order.id}:credit`,
    kind: 'order-credit',
    orderId: order.id,
    transfers: [
      cny(providerOf(order.channel), 'sales:clearing', order.amount),
      units('sales:clearing', walletOf(order.accountId), creditOf(order)),
    ],
  }),
  planBoughtByOrder: (order: Order): Posting => ({
    key: `order:${order.id}:plan`,
    kind: 'order-plan',
    orderId: order.id,
    transfers: [cny(providerOf(order.channel), 'sales:clearing', order.amount)],
  }),
  planBoughtFromWallet: (purchaseId: string, accountId: string, price: Credit): Posting => ({
    key: `plan:${purchaseId}`,
    kind: 'plan',
    orderId: null,
    transfers: [units(walletOf(accountId), 'revenue:usage', price)],
  }),
  suspended: (paymentId: string, channel: ChannelName, amount: Fen, orderId: string | null): Posting => ({
    key: `txn:${paymentId}`,
    kind: 'suspense',
    orderId,
    transfers: [cny(providerOf(channel), suspenseOf(channel), amount)],
  }),
  /** A person decided: the money leaves suspense, the way it came in, or as what we owe to who paid it. */
  resolved: (
    paymentId: string,
    channel: ChannelName,
    amount: Fen,
    orderId: string | null,
    reason: string,
    into: LedgerAccount,
  ): Posting => ({
    key: `resolve:${paymentId}`,
    kind: 'suspense-resolved',
    orderId,
    reason,
    transfers: [cny(suspenseOf(channel), into, amount)],
  }),
  /** It is back with who paid it. */
  paidBack: (paymentId: string, channel: ChannelName, amount: Fen): Posting => ({
    key: `payback:${paymentId}`,
    kind: 'paid-back',
    orderId: null,
    transfers: [cny('refund:payable', providerOf(channel), amount)],
  }),
  /** What was paid, as credit of the account: its order asked for another amount, or was paid before. */
  granted: (paymentId: string, channel: ChannelName, accountId: string, paid: Fen, amount: Credit): Posting => ({
    key: `grant:${paymentId}`,
    kind: 'suspense-credit',
    orderId: null,
    transfers: [cny(providerOf(channel), 'sales:clearing', paid), units('sales:clearing', walletOf(accountId), amount)],
  }),
  /** A gift of the operator; `id` is the deed that gives it, so that it is given once. */
  goodwill: (id: string, accountId: string, amount: Credit, reason: string): Posting => ({
    key: `goodwill:${id}`,
    kind: 'goodwill',
    orderId: null,
    reason,
    transfers: [units('adjust:manual', walletOf(accountId), amount)],
  }),
  codeRedeemed: (codeId: string, accountId: string, amount: Credit): Posting => ({
    key: `redeem:${codeId}`,
    kind: 'redeem',
    orderId: null,
    transfers: [units('promo', walletOf(accountId), amount)],
  }),
  used: (usageId: string, accountId: string, amount: Credit): Posting => ({
    key: `usage:${usageId}`,
    kind: 'usage',
    orderId: null,
    transfers: [units(walletOf(accountId), 'revenue:usage', amount)],
  }),
  taskHeld: (taskId: string, accountId: string, amount: Credit): Posting => ({
    key: `task:${taskId}:hold`,
    kind: 'task-hold',
    orderId: null,
    transfers: [units(walletOf(accountId), holdOf(accountId), amount)],
  }),
  taskSettled: (taskId: string, accountId: string, amount: Credit): Posting => ({
    key: `task:${taskId}:settle`,
    kind: 'task-settle',
    orderId: null,
    transfers: [units(holdOf(accountId), 'revenue:usage', amount)],
  }),
  taskVoided: (taskId: string, accountId: string, amount: Credit): Posting => ({
    key: `task:${taskId}:void`,
    kind: 'task-void',
    orderId: null,
    transfers: [units(holdOf(accountId), walletOf(accountId), amount)],
  }),
  taskRefunded: (taskId: string, accountId: string, amount: Credit): Posting => ({
    key: `task:${taskId}:refund`,
    kind: 'task-refund',
    orderId: null,
    transfers: [units('revenue:usage', walletOf(accountId), amount)],
  }),
  refundHeld: (refundId: string, order: Order, amount: Credit): Posting => ({
    key: `refund:${refundId}:hold`,
    kind: 'refund-hold',
    orderId: order.id,
    transfers: [units(walletOf(order.accountId), holdOf(order.accountId), amount)],
  }),
  refundVoided: (refundId: string, order: Order, amount: Credit): Posting => ({
    key: `refund:${refundId}:void`,
    kind: 'refund-void',
    orderId: order.id,
    transfers: [units(holdOf(order.accountId), walletOf(order.accountId), amount)],
  }),
  refundReturned: (refundId: string, order: Order, amount: Credit, paid: Fen): Posting => ({
    key: `refund:${refundId}:post`,
    kind: 'refund-post',
    orderId: order.id,
    transfers: [
      // A plan order has no credit to take back.
      ...(amount > 0n ? [units(holdOf(order.accountId), 'sales:clearing', amount)] : []),
      cny('sales:clearing', providerOf(order.channel), paid),
    ],
  }),
  reversal: (tx: { id: string; orderId: string | null; transfers: readonly Transfer[] }, reason: string): Posting => ({
    key: `reverse:${tx.id}`,
    kind: 'reversal',
    orderId: tx.orderId,
    reverses: tx.id,
    reason,
    transfers: tx.transfers.map((t) => ({ ...t, debit: t.credit, credit: t.debit })),
  }),
} as const
