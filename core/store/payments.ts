// Payments by transaction number, the notices that told of them, and how each channel is doing.
import { sql } from 'kysely'
import type { ChannelName } from '../domain/channel.ts'
import type { ChannelHealth, Disposition, Notice, Payment } from '../domain/payment.ts'
import type { Instant } from '../kit/clock.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

const payment = table<Payment>('payment', {
  id: 'plain',
  channel: 'plain',
  txnHash: 'plain',
  txnTail: 'plain',
  txnSealed: 'plain',
  orderId: 'plain',
  orderNumber: 'plain',
  amount: 'amount',
  paidAt: 'plain',
  learnedAt: 'plain',
  source: 'plain',
  disposition: 'plain',
  suspenseReason: 'plain',
})
const insertPayment = payment.inserter()
const notice = table<Notice>('notice', {
  id: 'plain',
  channel: 'plain',
  eventId: 'plain',
  bodySealed: 'plain',
  orderNumber: 'plain',
  paymentId: 'plain',
  state: 'plain',
  reason: 'plain',
  receivedAt: 'plain',
})
const insertNotice = notice.inserter()
const health = table<ChannelHealth>('channel_health', {
  channel: 'plain',
  unreadableSince: 'plain',
  lastReadableAt: 'plain',
  lastNoticeAt: 'plain',
})

const byId = payment.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const byTxn = payment.one('byTxn', (q, p: { channel: ChannelName; txnHash: string }) =>
  q.where('channel', '=', p.channel).where('txn_hash', '=', p.txnHash),
)
const anyByTxn = payment.one('anyByTxn', (q, p: { txnHash: string }) => q.where('txn_hash', '=', p.txnHash))
const ofOrder = payment.many('ofOrder', (q, p: { orderId: string }) =>
  q.where('order_id', '=', p.orderId).orderBy('learned_at').orderBy('id'),
)
const byNumber = payment.many('byNumber', (q, p: { orderNumber: string }) =>
  q.where('order_number', '=', p.orderNumber),
)
const open = payment.many('open', (q, p: { limit: number }) =>
  q
    .where('disposition', 'in', [sql.lit('suspense' as const), sql.lit('received' as const)])
    .orderBy('learned_at')
    .limit(p.limit),
)
const lately = payment.many('lately', (q, p: { channel: ChannelName; from: Instant; to: Instant; limit: number }) =>
  q
    .where('channel', '=', p.channel)
    .where('learned_at', '>=', p.from)
    .where('learned_at', '<=', p.to)
    .orderBy('learned_at', 'desc')
    .limit(p.limit),
)
const setDisposition = query<{ id: string; disposition: Disposition }>('payment.setDisposition', (db, p) =>
  db.updateTable('payment').set({ disposition: p.disposition }).where('id', '=', p.id),
)
const noticeByEvent = notice.one('byEvent', (q, p: { channel: ChannelName; eventId: string }) =>
  q.where('channel', '=', p.channel).where('event_id', '=', p.eventId),
)
const ofNumber = notice.many('ofNumber', (q, p: { orderNumber: string; limit: number }) =>
  q.where('order_number', '=', p.orderNumber).limit(p.limit),
)
const noticeOf = notice.one('ofPayment', (q, p: { paymentId: string }) => q.where('payment_id', '=', p.paymentId))
const healthOf = health.one('of', (q, p: { channel: ChannelName }) => q.where('channel', '=', p.channel))

type Seen = { readonly channel: ChannelName; readonly at: Instant }
/** A question an instant after another tells nothing new; without this, each would cost a durable write. */
const READABLE_AGAIN_MS = 10_000
const noteReadable = query<Seen & { readonly stale: number }>('channel_health.readable', (db, p) =>
  db
    .insertInto('channel_health')
    .values({ channel: p.channel, last_readable_at: p.at })
    .onConflict((conflict) =>
      conflict
        .column('channel')
        .doUpdateSet({ unreadable_since: null, last_readable_at: p.at })
        .where((eb) =>
          eb.or([
            eb('channel_health.unreadable_since', 'is not', null),
            eb('channel_health.last_readable_at', 'is', null),
            eb('channel_health.last_readable_at', '<=', p.stale as Instant),
            // A clock that was set back.
            eb('channel_health.last_readable_at', '>', p.at),
          ]),
        ),
    ),
)
/** Keeps the first unreadable answer since the last readable one (case-rules 7). */
const noteUnreadable = query<Seen>('channel_health.unreadable', (db, p) =>
  db
    .insertInto('channel_health')
    .values({ channel: p.channel, unreadable_since: p.at })
    .onConflict((conflict) =>
      conflict
        .column('channel')
        .doUpdateSet({ unreadable_since: p.at })
        .where('channel_health.unreadable_since', 'is', null),
    ),
)
const noteNotice = query<Seen>('channel_health.notice', (db, p) =>
  db
    .insertInto('channel_health')
    .values({ channel: p.channel, last_notice_at: p.at })
    .onConflict((conflict) => conflict.column('channel').doUpdateSet({ last_notice_at: p.at })),
)

export const paymentReader = (c: Connection) => ({
  byId: (id: string) => byId(c, { id }),
  byTxn: (channel: ChannelName, txnHash: string) => byTxn(c, { channel, txnHash }),
  /** A number that somebody typed, of whatever channel. */
  anyByTxn: (txnHash: string) => anyByTxn(c, { txnHash }),
  /** In the order in which they were learned. */
  ofOrder: (orderId: string) => ofOrder(c, { orderId }),
  byNumber: (orderNumber: string) => byNumber(c, { orderNumber }),
  /** Money that is not settled, oldest first. */
  open: (limit: number) => open(c, { limit }),
  noticeByEvent: (channel: ChannelName, eventId: string) => noticeByEvent(c, { channel, eventId }),
  /** Up to 100 notices that named this order. */
  noticesOf: (orderNumber: string) => ofNumber(c, { orderNumber, limit: 100 }),
  /** Of a channel, learned between the two, newest first. */
  lately: (channel: ChannelName, from: Instant, to: Instant, limit: number) => lately(c, { channel, from, to, limit }),
  /** An accepted notice that told of this payment. */
  noticeOf: (paymentId: string) => noticeOf(c, { paymentId }),
  health: (channel: ChannelName) => healthOf(c, { channel }),
})

export const paymentWriter = (c: Connection) => {
  return {
    ...paymentReader(c),
    insert: (row: Payment) => insertPayment(c, row),
    setDisposition: async (id: string, disposition: Disposition) => void (await setDisposition(c, { id, disposition })),
    insertNotice: (row: Notice) => insertNotice(c, row),
    noteReadable: async (channel: ChannelName, at: Instant) =>
      void (await noteReadable(c, { channel, at, stale: at - READABLE_AGAIN_MS })),
    noteUnreadable: async (channel: ChannelName, at: Instant) => void (await noteUnreadable(c, { channel, at })),
    noteNotice: async (channel: ChannelName, at: Instant) => void (await noteNotice(c, { channel, at })),
  }
}
