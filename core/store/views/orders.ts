// Orders as they may be shown: a mask instead of the number, no account, no provider's number.
import { type RawBuilder, sql } from 'kysely'
import type { ChannelName } from '../../domain/channel.ts'
import type { Order, OrderState } from '../../domain/order.ts'
import type { Instant } from '../../kit/clock.ts'
import { type Fen, fen } from '../../kit/money.ts'
import type { Redacted } from '../../redaction/redacted.ts'
import type { Connection } from '../connection.ts'
import { agreesWith, knownBy, ownedBy, type SecondFact } from './sight.ts'
import { view } from './view.ts'

export type OrderView = {
  /** A row id of ours: for further lookups and handles, never shown. */
  readonly id: string
  readonly refMasked: Redacted
  readonly amount: Fen
  readonly method: ChannelName
  readonly state: OrderState
  readonly cancelReason: Order['cancelReason']
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly creditedAt: Instant | null
  readonly paidAt: Instant | null
}
type Row = Omit<OrderView, 'amount'> & { readonly amount: number }

/** The mask of an order's number: made here, once, for every tool (contract: `****` and the last four). */
export const maskOf = (number: string): RawBuilder<unknown> => sql`'****' || substr(${sql.raw(number)}, -4)`

const shown = sql`orders.id, ${maskOf('orders.number')} as refMasked, orders.amount, orders.channel as method, orders.state,
  orders.cancel_reason as cancelReason, orders.created_at as createdAt, orders.expires_at as expiresAt,
  orders.completed_at as creditedAt,
  (select min(paid_at) from payment where payment.order_id = orders.id) as paidAt`

/** By what an order can be found. */
const keys = {
  number: (key: string) => sql`orders.number = ${key}`,
  id: (key: string) => sql`orders.id = ${key}`,
  refund: (key: string) => sql`orders.id = (select order_id from refund where refund.id = ${key})`,
  invoice: (key: string) => sql`orders.id = (select order_id from invoice where invoice.id = ${key})`,
} as const
export type OrderKey = keyof typeof keys

type ByOwner = SecondFact & { readonly key: string; readonly accountId: string }
type ByFact = SecondFact & { readonly key: string }
const named = Object.keys(keys) as OrderKey[]
const each = <V>(make: (key: OrderKey) => V): { readonly [K in OrderKey]: V } =>
  Object.fromEntries(named.map((key) => [key, make(key)])) as { readonly [K in OrderKey]: V }
const own = each((by) =>
  view<ByOwner, Row>(
    `order.own.${by}`,
    (p) => sql`select ${shown} from orders where ${keys[by](p.key)} and orders.${ownedBy(p)} and ${agreesWith(p)}`,
  ),
)
const known = each((by) =>
  view<ByFact, Row>(
    `order.known.${by}`,
    (p) => sql`select ${shown} from orders where ${keys[by](p.key)} and ${knownBy(p)}`,
  ),
)

type Window = {
  readonly accountId: string
  readonly from: Instant
  readonly to: Instant
  /** Only rows behind this one. */
  readonly after: string | null
  readonly state: OrderState | null
  readonly amount: bigint | null
  readonly limit: number
}
const window = view<Window, Row>(
  'order.window',
  (p) => sql`select ${shown} from orders
    where ${ownedBy(p)} and created_at >= ${p.from} and created_at < ${p.to}
      and (${p.after} is null or (created_at, id) < ((select created_at from orders where id = ${p.after}), ${p.after}))
      and (${p.state} is null or state = ${p.state}) and (${p.amount} is null or amount = ${p.amount})
    order by created_at desc, id desc limit ${p.limit}`,
)

const read = (row: Row): OrderView => ({ ...row, amount: fen(BigInt(row.amount)) })
const first = (rows: readonly Row[]): OrderView | undefined => rows[0] && read(rows[0])

export const orderViews = (c: Connection) => ({
  /** An order of this account; a fact that is said and wrong hides it. */
  own: async (by: OrderKey, key: string, accountId: string, fact: SecondFact) =>
    first(await own[by](c, { key, accountId, ...fact })),
  /** An order of anybody, for somebody who knows a second fact about it. */
  known: async (by: OrderKey, key: string, fact: SecondFact) => first(await known[by](c, { key, ...fact })),
  /** Newest first. */
  window: async (asked: Window) => (await window(c, asked)).map(read),
})
