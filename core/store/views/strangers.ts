// What is known of a number that is no order: a payment that no order has, or an order that was refused when it was made.
import { sql } from 'kysely'
import type { OrderRefusalCode } from '../../domain/order.ts'
import type { Instant } from '../../kit/clock.ts'
import type { Connection } from '../connection.ts'
import type { SecondFact } from './sight.ts'
import { view } from './view.ts'

const agrees = (p: SecondFact) =>
  sql`(${p.amount} is null or amount = ${p.amount}) and (${p.paidFrom} is null or (paid_at >= ${p.paidFrom} and paid_at < ${p.paidTo}))`
const stray = view<SecondFact & { number: string }, { one: 1 }>(
  'stray.byNumber',
  (p) =>
    sql`select 1 as one from payment where order_number = ${p.number} and order_id is null and ${agrees(p)} limit 1`,
)
const refusal = view<{ number: string; accountId: string }, { code: OrderRefusalCode }>(
  'refusal.byNumber',
  (p) => sql`select code from order_refusal where number = ${p.number} and account_id = ${p.accountId}`,
)
type Near = {
  readonly accountId: string
  readonly amount: bigint
  readonly from: Instant
  readonly to: Instant
  readonly method: string | null
}
const near = view<Near, { id: string; createdAt: Instant; paidAt: Instant | null }>(
  'order.near',
  (p) => sql`select id, created_at as createdAt,
      (select min(paid_at) from payment where payment.order_id = orders.id) as paidAt
    from orders
    where account_id = ${p.accountId} and created_at >= ${p.from} and created_at < ${p.to} and amount = ${p.amount}
      and (${p.method} is null or channel = ${p.method})
    order by created_at desc, id desc limit 20`,
)

export const strangerViews = (c: Connection) => ({
  /** Whether money came under this number and belongs to no order (case-rules 16). */
  isStray: async (number: string, fact: SecondFact): Promise<boolean> =>
    (await stray(c, { number, ...fact })).length > 0,
  refusal: async (number: string, accountId: string) => (await refusal(c, { number, accountId }))[0]?.code,
  /** The account's orders of this amount in a window, newest first. */
  near: (asked: Near) => near(c, asked),
})
