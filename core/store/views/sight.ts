// Who looks: one account at its own rows, or a support desk that must know a second fact about each order it names.
import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../kit/clock.ts'

/** What somebody who is not the owner must know of an order besides its number. Null: does not say. */
export type SecondFact = {
  readonly amount: bigint | null
  readonly paidFrom: Instant | null
  readonly paidTo: Instant | null
}

/** The predicate of an account; an account that is missing matches nothing. */
export const ownedBy = (p: { readonly accountId: string }): RawBuilder<unknown> => sql`account_id = ${p.accountId}`

/** Holds where nothing that was said about an order is wrong. */
export const agreesWith = (p: SecondFact): RawBuilder<unknown> =>
  sql`(${p.amount} is null or orders.amount = ${p.amount}) and (${p.paidFrom} is null or exists (
    select 1 from payment where payment.order_id = orders.id and payment.paid_at >= ${p.paidFrom} and payment.paid_at < ${p.paidTo}))`

/** Holds where at least one fact was said, and nothing that was said is wrong. */
export const knownBy = (p: SecondFact): RawBuilder<unknown> =>
  sql`(${p.amount} is not null or ${p.paidFrom} is not null) and ${agreesWith(p)}`
