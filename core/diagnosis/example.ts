// Made-up facts on which the rules show what they cover: an order of ¥50, made at 10:00, asked about at 10:03.
import type { Account } from '../domain/account.ts'
import type { Invoice } from '../domain/invoice.ts'
import type { Order, OrderRefusal } from '../domain/order.ts'
import type { Notice, Payment } from '../domain/payment.ts'
import { policyDefaults } from '../domain/policy-defaults.ts'
import type { RedeemCode } from '../domain/redeem-code.ts'
import type { Refund } from '../domain/refund.ts'
import type { Task } from '../domain/task.ts'
import type { Instant } from '../kit/clock.ts'
import { credit, fen } from '../kit/money.ts'
import { shanghai } from '../kit/zone.ts'
import type { Sealed } from '../redaction/sealed.ts'
import type { CodeFacts, OrderFacts, TaskFacts } from './facts.ts'

const sealed = 'v1.a.b.c' as Sealed
/** A time of 2026-11-20 in Shanghai, `HH:MM`. */
export const at = (time: string, date = '2026-11-20'): Instant => shanghai(date, time)

export const account = (changes: Partial<Account> = {}): Account => ({
  id: 'acc',
  status: 'normal',
  emailSealed: null,
  nicknameSealed: null,
  createdAt: at('09:00'),
  ...changes,
})

export const order = (changes: Partial<Order> = {}): Order => ({
  id: 'o_1',
  number: 'DZ20261120ABCDEFGHJKMN',
  accountId: 'acc',
  planId: null,
  amount: fen(50_00n),
  unitsPerYuan: 500_000,
  channel: 'alipay',
  state: 'pending',
  late: false,
  disputed: false,
  clientKey: null,
  createdAt: at('10:00'),
  expiresAt: at('10:15'),
  cancelledAt: null,
  cancelReason: null,
  scannedAt: null,
  declinedAt: null,
  declineReason: null,
  processingAt: null,
  completedAt: null,
  refunded: fen(0n),
  version: 1,
  ...changes,
})

export const completed: Partial<Order> = { state: 'completed', completedAt: at('10:02') }

export const payment = (changes: Partial<Payment> = {}): Payment => ({
  id: 'pay_1',
  channel: 'alipay',
  txnHash: 'hash',
  txnTail: '0001',
  txnSealed: sealed,
  orderId: 'o_1',
  orderNumber: 'DZ20261120ABCDEFGHJKMN',
  amount: fen(50_00n),
  paidAt: at('10:01'),
  learnedAt: at('10:02'),
  source: 'notice',
  disposition: 'credited',
  suspenseReason: null,
  ...changes,
})

export const suspense = (suspenseReason: NonNullable<Payment['suspenseReason']>): Payment =>
  payment({ id: 'pay_2', disposition: 'suspense', suspenseReason })

/** What a person decided about; the order stays as it was. */
export const returned = (suspenseReason: NonNullable<Payment['suspenseReason']>): Payment =>
  payment({ id: 'pay_2', disposition: 'returned', suspenseReason })

export const rejected = (reason: NonNullable<Notice['reason']>): Notice => ({
  id: 'ntc_1',
  channel: 'alipay',
  eventId: 'event',
  bodySealed: null,
  orderNumber: 'DZ20261120ABCDEFGHJKMN',
  paymentId: null,
  state: 'rejected',
  reason,
  receivedAt: at('10:02'),
})

export const refund = (state: Refund['state'], changes: Partial<Refund> = {}): Refund => ({
  id: 'rfd_1',
  orderId: 'o_1',
  accountId: 'acc',
  reason: 'not needed',
  units: credit(25_000_000n),
  amount: fen(50_00n),
  state,
  requestedAt: at('10:02'),
  decidedAt: null,
  decidedBy: null,
  rejectReason: null,
  dueFrom: null,
  dueTo: null,
  returnedAt: null,
  ...changes,
})

export const refusal = (code: OrderRefusal['code']): OrderRefusal => ({
  id: 'rfo_1',
  number: 'DZ20261120ABCDEFGHJKMN',
  accountId: 'acc',
  code,
  at: at('10:00'),
})

export const orderFacts = (
  orderChanges: Partial<Order> = {},
  changes: Partial<Omit<OrderFacts, 'order'>> = {},
): OrderFacts => ({
  now: at('10:03'),
  policy: policyDefaults,
  account: account(),
  order: order(orderChanges),
  payments: orderChanges.completedAt ? [payment()] : [],
  notices: [],
  refund: undefined,
  unused: { units: credit(25_000_000n), amount: fen(50_00n), whole: true },
  invoice: undefined,
  postings: orderChanges.completedAt ? ['tx_1'] : [],
  answer: { kind: 'not-paid' },
  unreadableSince: null,
  nextQueryAt: at('10:05'),
  did: 'nothing',
  twin: undefined,
  ...changes,
})

export const code = (changes: Partial<RedeemCode> = {}): RedeemCode => ({
  id: 'cod_1',
  lookup: 'hash',
  tail: '7K2M',
  fingerprint: '0a1b2c3d',
  units: credit(5_000_000n),
  state: 'issued',
  issuedAt: at('09:00'),
  expiresAt: null,
  onlyFor: null,
  redeemedBy: null,
  redeemedAt: null,
  disabledAt: null,
  ...changes,
})

export const codeFacts = (judged: CodeFacts['judged'], changes: Partial<CodeFacts> = {}): CodeFacts => ({
  judged,
  apiKey: false,
  code: undefined,
  ...changes,
})

export const task = (changes: Partial<Task> = {}): Task => ({
  id: 'task_1',
  number: 'T1',
  accountId: 'acc',
  model: 'video-1',
  units: credit(1_000_000n),
  chargedAt: at('09:30'),
  outcome: null,
  finishedAt: null,
  settledAt: null,
  refundedAt: null,
  ...changes,
})

export const taskFacts = (known: Task | undefined, changes: Partial<TaskFacts> = {}): TaskFacts => ({
  now: at('10:03'),
  task: known,
  refundedNow: false,
  ...changes,
})

export const invoice = (): Invoice => ({
  id: 'inv_1',
  orderId: 'o_1',
  accountId: 'acc',
  titleSealed: sealed,
  taxIdSealed: null,
  kind: 'ordinary',
  requestedAt: at('10:03'),
})
