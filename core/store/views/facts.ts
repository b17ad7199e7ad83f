// The facts of one order as the rules of a diagnosis read them, without a number, a name or a sealed field among them.
import { sql } from 'kysely'
import type { Account } from '../../domain/account.ts'
import type { ChannelName } from '../../domain/channel.ts'
import type { Invoice } from '../../domain/invoice.ts'
import type { LedgerTx } from '../../domain/ledger.ts'
import type { Lot } from '../../domain/lot.ts'
import type { Order } from '../../domain/order.ts'
import type { ChannelHealth, Notice, Payment } from '../../domain/payment.ts'
import type { Refund } from '../../domain/refund.ts'
import { type Instant, instantOf } from '../../kit/clock.ts'
import { credit, type Fen, fen } from '../../kit/money.ts'
import type { Sealed } from '../../redaction/sealed.ts'
import type { Connection } from '../connection.ts'
import { maskOf } from './orders.ts'
import { view } from './view.ts'

/** What stands where a view selects nothing: the rules never ask for it. */
const WITHHELD = ''
const SEALED = WITHHELD as Sealed

const columns = sql`id, ${maskOf('number')} as number, account_id as accountId, plan_id as planId, amount,
  units_per_yuan as unitsPerYuan, channel, state, late, disputed, null as clientKey, created_at as createdAt,
  expires_at as expiresAt, cancelled_at as cancelledAt, cancel_reason as cancelReason, scanned_at as scannedAt,
  declined_at as declinedAt, decline_reason as declineReason, processing_at as processingAt,
  completed_at as completedAt, refunded, version`
type OrderRow = { readonly amount: number; readonly refunded: number; readonly late: number; readonly disputed: number }
const readOrder = (row: OrderRow): Order =>
  ({
    ...row,
    amount: fen(BigInt(row.amount)),
    refunded: fen(BigInt(row.refunded)),
    late: row.late === 1,
    disputed: row.disputed === 1,
  }) as unknown as Order

type ById = { readonly id: string }
const order = view<ById, OrderRow>('fact.order', (p) => sql`select ${columns} from orders where id = ${p.id}`)
const like = view<{ accountId: string; amount: Fen; from: Instant; to: Instant }, OrderRow>(
  'fact.like',
  (p) => sql`select ${columns} from orders
    where account_id = ${p.accountId} and created_at >= ${p.from} and created_at <= ${p.to} and amount = ${p.amount}
    order by created_at desc, id desc`,
)
const account = view<ById, Pick<Account, 'id' | 'status'>>(
  'fact.account',
  (p) => sql`select id, status from account where id = ${p.id}`,
)
const payments = view<
  ById,
  Pick<Payment, 'id' | 'disposition' | 'suspenseReason'> & { amount: number; paidAt: number }
>(
  'fact.payments',
  (p) => sql`select id, channel, amount, paid_at as paidAt, learned_at as learnedAt, source, disposition,
      suspense_reason as suspenseReason, order_id as orderId
    from payment where order_id = ${p.id} order by learned_at, id`,
)
const notices = view<ById, Pick<Notice, 'id' | 'state' | 'reason'>>(
  'fact.notices',
  (p) => sql`select id, channel, state, reason, received_at as receivedAt
    from notice where order_number = (select number from orders where id = ${p.id}) limit 100`,
)
const refunds = view<ById, { amount: number; units: number }>(
  'fact.refund',
  (p) => sql`select id, order_id as orderId, account_id as accountId, units, amount, state, requested_at as requestedAt,
      decided_at as decidedAt, due_from as dueFrom, due_to as dueTo, returned_at as returnedAt
    from refund where order_id = ${p.id} order by requested_at desc, id desc limit 1`,
)
const lot = view<ById, { granted: number; remaining: number }>(
  'fact.lot',
  (p) => sql`select granted, remaining from lot where source = 'order' and source_id = ${p.id}`,
)
const postings = view<ById, Pick<LedgerTx, 'id'>>(
  'fact.postings',
  (p) => sql`select id, kind from ledger_tx where order_id = ${p.id} order by at`,
)
const health = view<{ channel: ChannelName }, Pick<ChannelHealth, 'channel' | 'unreadableSince'>>(
  'fact.health',
  (p) => sql`select channel, unreadable_since as unreadableSince from channel_health where channel = ${p.channel}`,
)
const due = view<ById, { at: Instant }>(
  'fact.due',
  (p) => sql`select at from due_query where order_id = ${p.id} order by at limit 1`,
)

/** Readers with the names and shapes that gathering the facts of the order `id` asks for. */
export const factReaders = (c: Connection) => (id: string) => ({
  orders: {
    byId: async (): Promise<Order | undefined> => (await order(c, { id })).map(readOrder)[0],
    like: async (accountId: string, amount: Fen, from: Instant, to: Instant): Promise<readonly Order[]> =>
      (await like(c, { accountId, amount, from, to })).map(readOrder),
    nextDueOf: async (): Promise<Instant | undefined> => (await due(c, { id }))[0]?.at,
  },
  accounts: {
    byId: async (accountId: string): Promise<(Account & { readonly emailHash: null }) | undefined> => {
      const [row] = await account(c, { id: accountId })
      return row && { ...row, emailSealed: null, emailHash: null, nicknameSealed: null, createdAt: instantOf(0) }
    },
  },
  payments: {
    ofOrder: async (orderId: string): Promise<readonly Payment[]> =>
      (await payments(c, { id: orderId })).map(
        (row) =>
          ({
            ...row,
            amount: fen(BigInt(row.amount)),
            txnHash: WITHHELD,
            txnTail: WITHHELD,
            txnSealed: SEALED,
            orderNumber: WITHHELD,
          }) as unknown as Payment,
      ),
    noticesOf: async (): Promise<readonly Notice[]> =>
      (await notices(c, { id })).map(
        (row) =>
          ({ ...row, eventId: WITHHELD, bodySealed: null, orderNumber: null, paymentId: null }) as unknown as Notice,
      ),
    health: async (channel: ChannelName): Promise<ChannelHealth | undefined> =>
      (await health(c, { channel })).map((row) => ({ ...row, lastReadableAt: null, lastNoticeAt: null }))[0],
  },
  refunds: {
    ofOrder: async (): Promise<readonly Refund[]> =>
      (await refunds(c, { id })).map(
        (row) =>
          ({
            ...row,
            units: credit(BigInt(row.units)),
            amount: fen(BigInt(row.amount)),
            reason: WITHHELD,
            decidedBy: null,
            rejectReason: null,
          }) as unknown as Refund,
      ),
  },
  lots: {
    bySource: async (): Promise<Lot | undefined> =>
      (await lot(c, { id })).map(
        (row) =>
          ({
            ...row,
            granted: credit(BigInt(row.granted)),
            remaining: credit(BigInt(row.remaining)),
          }) as unknown as Lot,
      )[0],
  },
  invoices: { ofOrder: async (): Promise<Invoice | undefined> => undefined },
  ledger: { ofOrder: async () => (await postings(c, { id })) as unknown as readonly LedgerTx[] },
})
