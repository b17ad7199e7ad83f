// Orders, what happened to them, the orders that were refused, and when each is to be asked about again.
import { sql } from 'kysely'
import type { ChannelName } from '../domain/channel.ts'
import type { Order, OrderEvent, OrderRefusal } from '../domain/order.ts'
import { type Instant, instantOf } from '../kit/clock.ts'
import { invariant } from '../kit/invariant.ts'
import type { Fen } from '../kit/money.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

const orders = table<Order>('orders', {
  id: 'plain',
  number: 'plain',
  accountId: 'plain',
  planId: 'plain',
  amount: 'amount',
  unitsPerYuan: 'plain',
  channel: 'plain',
  state: 'plain',
  late: 'flag',
  disputed: 'flag',
  clientKey: 'plain',
  createdAt: 'plain',
  expiresAt: 'plain',
  cancelledAt: 'plain',
  cancelReason: 'plain',
  scannedAt: 'plain',
  declinedAt: 'plain',
  declineReason: 'plain',
  processingAt: 'plain',
  completedAt: 'plain',
  refunded: 'amount',
  version: 'plain',
})
const insertOrders = orders.inserter()
const saveOrders = orders.saver(
  'number',
  'accountId',
  'planId',
  'amount',
  'unitsPerYuan',
  'channel',
  'clientKey',
  'createdAt',
  'expiresAt',
)
const refusal = table<OrderRefusal>('order_refusal', {
  id: 'plain',
  number: 'plain',
  accountId: 'plain',
  code: 'plain',
  at: 'plain',
})
const insertRefusal = refusal.inserter()
const event = table<OrderEvent>('order_event', {
  orderId: 'plain',
  fromState: 'plain',
  toState: 'plain',
  actor: 'plain',
  reason: 'plain',
  at: 'plain',
})
const insertEvent = event.inserter()

const byId = orders.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const byNumber = orders.one('byNumber', (q, p: { number: string }) => q.where('number', '=', p.number))
const byClientKey = orders.one('byClientKey', (q, p: { accountId: string; clientKey: string }) =>
  q.where('account_id', '=', p.accountId).where('client_key', '=', p.clientKey),
)
const since = orders.many('since', (q, p: { accountId: string; since: Instant }) =>
  q
    .where('account_id', '=', p.accountId)
    .where('created_at', '>=', p.since)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc'),
)
const page = orders.many('page', (q, p: { accountId: string; before: Instant; limit: number }) =>
  q
    .where('account_id', '=', p.accountId)
    .where('created_at', '<', p.before)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(p.limit),
)
const older = orders.many('older', (q, p: { accountId: string; createdAt: Instant; id: string; limit: number }) =>
  q
    .where('account_id', '=', p.accountId)
    .where('created_at', '<=', p.createdAt)
    .where(({ eb, or }) => or([eb('created_at', '<', p.createdAt), eb('id', '<', p.id)]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(p.limit),
)
const newest = orders.many('newest', (q, p: { before: string; limit: number }) =>
  q.where('id', '<', p.before).orderBy('id', 'desc').limit(p.limit),
)
const like = orders.many('like', (q, p: { accountId: string; from: Instant; to: Instant; amount: Fen }) =>
  q
    .where('account_id', '=', p.accountId)
    .where('created_at', '>=', p.from)
    .where('created_at', '<=', p.to)
    .where('amount', '=', p.amount as never)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc'),
)
const credited = orders.one('credited', (q, p: { accountId: string }) =>
  q.where('account_id', '=', p.accountId).where('completed_at', 'is not', null),
)
const stuck = orders.many('stuck', (q, p: { before: Instant; limit: number }) =>
  q
    .where('state', '=', sql.lit('processing' as const))
    .where('processing_at', '<=', p.before)
    .orderBy('processing_at')
    .limit(p.limit),
)
const refusalById = refusal.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const refusalByNumber = refusal.one('byNumber', (q, p: { number: string }) => q.where('number', '=', p.number))
const lastRefusal = refusal.one('last', (q, p: { accountId: string; since: Instant }) =>
  q.where('account_id', '=', p.accountId).where('at', '>=', p.since).orderBy('at', 'desc'),
)
const events = event.many('ofOrder', (q, p: { orderId: string }) =>
  q.where('order_id', '=', p.orderId).orderBy('id' as never),
)

/** After every order. */
const END = instantOf(8_640_000_000_000_000)

type Due = { orderId: string; at: Instant; retry: boolean }
const schedule = query<Due>('due_query.insert', (db, p) =>
  db
    .insertInto('due_query')
    .values({ order_id: p.orderId, at: p.at, retry: p.retry as unknown as number })
    .onConflict((conflict) => conflict.doNothing()),
)
/** A dozen times in one statement: an order has that many, and each statement costs more than its rows. */
const dozen = Array.from({ length: 12 }, (_, index) => `at${index}`)
const scheduleDozen = query<{ readonly [time: string]: unknown }>('due_query.insertDozen', (db, p) =>
  db
    .insertInto('due_query')
    .values(dozen.map((name) => ({ order_id: p.orderId, at: p[name], retry: 0 })) as never)
    .onConflict((conflict) => conflict.doNothing()),
)
const unschedule = query<{ orderId: string }>('due_query.clear', (db, p) =>
  db.deleteFrom('due_query').where('order_id', '=', p.orderId),
)
const unscheduleDue = query<{ orderId: string; now: Instant }>('due_query.done', (db, p) =>
  db.deleteFrom('due_query').where('order_id', '=', p.orderId).where('at', '<=', p.now),
)
const unscheduleRetries = query<{ orderId: string }>('due_query.clearRetries', (db, p) =>
  db.deleteFrom('due_query').where('order_id', '=', p.orderId).where('retry', '=', 1),
)
const due = query<{ now: Instant; limit: number }>('due_query.due', (db, p) =>
  db
    .selectFrom('due_query')
    .select(['order_id as orderId', 'at'])
    .where('at', '<=', p.now)
    .orderBy('at')
    .orderBy('order_id')
    .orderBy('retry')
    .limit(p.limit),
)
const dueAt = query<{ channel: ChannelName; now: Instant; limit: number }>('due_query.dueAt', (db, p) =>
  db
    .selectFrom('due_query')
    .innerJoin('orders', 'orders.id', 'due_query.order_id')
    .select(['due_query.order_id as orderId', 'due_query.at as at'])
    .where('due_query.at', '<=', p.now)
    .where('orders.channel', '=', p.channel)
    .orderBy('due_query.at')
    .orderBy('due_query.order_id')
    .orderBy('due_query.retry')
    .limit(p.limit),
)
const nextDue = query<object>('due_query.next', (db) => db.selectFrom('due_query').select('at').orderBy('at').limit(1))
const nextStuck = query<object>('orders.nextStuck', (db) =>
  db
    .selectFrom('orders')
    .select('processing_at as at')
    .where('state', '=', sql.lit('processing' as const))
    .orderBy('processing_at')
    .limit(1),
)
const nextRetry = query<{ orderId: string }>('due_query.nextOf', (db, p) =>
  db.selectFrom('due_query').select('at').where('order_id', '=', p.orderId).orderBy('at').limit(1),
)

export const orderReader = (c: Connection) => ({
  byId: (id: string) => byId(c, { id }),
  /** `number` in upper case. */
  byNumber: (number: string) => byNumber(c, { number }),
  byClientKey: (accountId: string, clientKey: string) => byClientKey(c, { accountId, clientKey }),
  /** Newest first. */
  since: (accountId: string, from: Instant) => since(c, { accountId, since: from }),
  page: (accountId: string, before: Instant, limit: number) => page(c, { accountId, before, limit }),
  /** Of an account, newest first, behind `last`. */
  older: (accountId: string, last: Pick<Order, 'createdAt' | 'id'> | undefined, limit: number) =>
    older(c, { accountId, createdAt: last?.createdAt ?? END, id: last?.id ?? '', limit }),
  /** Of all accounts, newest first: an id begins with its time. `before` is the last id of the page before. */
  newest: (before: string | undefined, limit: number) => newest(c, { before: before ?? '~', limit }),
  like: (accountId: string, amount: Fen, from: Instant, to: Instant) => like(c, { accountId, amount, from, to }),
  everCredited: async (accountId: string) => (await credited(c, { accountId })) !== undefined,
  /** Processing since `before` or longer. */
  stuck: (before: Instant, limit: number) => stuck(c, { before, limit }),
  refusalById: (id: string) => refusalById(c, { id }),
  refusalByNumber: (number: string) => refusalByNumber(c, { number }),
  lastRefusal: (accountId: string, from: Instant) => lastRefusal(c, { accountId, since: from }),
  events: (orderId: string) => events(c, { orderId }),
  due: async (now: Instant, limit: number) =>
    (await due(c, { now, limit })) as unknown as readonly { orderId: string; at: Instant }[],
  /** The same for the orders of one channel: what one provider owes us keeps nobody else's orders waiting. */
  dueAt: async (channel: ChannelName, now: Instant, limit: number) =>
    (await dueAt(c, { channel, now, limit })) as unknown as readonly { orderId: string; at: Instant }[],
  nextDueAt: async () => (await nextDue(c, {}))[0]?.at as Instant | undefined,
  nextStuckAt: async () => (await nextStuck(c, {}))[0]?.at as Instant | undefined,
  nextDueOf: async (orderId: string) => (await nextRetry(c, { orderId }))[0]?.at as Instant | undefined,
})

export const orderWriter = (c: Connection) => ({
  ...orderReader(c),
  insert: (row: Order) => insertOrders(c, row),
  /** Rewrites an order that was read in this transaction; the version goes up by one. */
  save: async (row: Order) => {
    invariant(await saveOrders(c, { ...row, version: row.version + 1 }), 'an order to be saved does not exist')
  },
  insertEvent: (row: OrderEvent) => insertEvent(c, row),
  insertRefusal: (row: OrderRefusal) => insertRefusal(c, row),
  schedule: async (row: Due) => void (await schedule(c, row)),
  /** All times at which an order is asked about by itself. */
  scheduleAll: async (orderId: string, times: readonly Instant[]) => {
    for (let first = 0; first < times.length; first += dozen.length) {
      // Fewer than a dozen: the last stands for the missing ones, a repeat changes nothing.
      const slots = dozen.map((name, index) => [name, times[first + index] ?? times.at(-1)])
      await scheduleDozen(c, { orderId, ...Object.fromEntries(slots) })
    }
  },
  unschedule: async (orderId: string) => void (await unschedule(c, { orderId })),
  unscheduleDue: async (orderId: string, now: Instant) => void (await unscheduleDue(c, { orderId, now })),
  unscheduleRetries: async (orderId: string) => void (await unscheduleRetries(c, { orderId })),
})
