// Redeem codes of one account by their last four characters: those it redeemed, and those that only it may redeem.
import { sql } from 'kysely'
import type { Instant } from '../../kit/clock.ts'
import type { Connection } from '../connection.ts'
import { view } from './view.ts'

export type CodeView = {
  readonly mine: 0 | 1
  readonly state: 'issued' | 'redeemed' | 'disabled'
  readonly redeemedAt: Instant | null
  readonly expiresAt: Instant | null
}

type Asked = {
  readonly accountId: string
  readonly tail: string
  /** When a redeemed one was used; null: whenever. */
  readonly from: Instant | null
  readonly to: Instant | null
}
const shown = sql`state, redeemed_at as redeemedAt, expires_at as expiresAt`
const byTail = view<Asked, CodeView>(
  'code.byTail',
  (p) => sql`select 1 as mine, ${shown} from redeem_code
      where redeemed_by = ${p.accountId} and tail = ${p.tail}
        and (${p.from} is null or (redeemed_at >= ${p.from} and redeemed_at < ${p.to}))
    union all select 0 as mine, ${shown} from redeem_code
      where only_for = ${p.accountId} and tail = ${p.tail} and redeemed_by is null
    limit 3`,
)

export const codeViews = (c: Connection) => ({
  /** At most three: more than one is "several". */
  byTail: (asked: Asked) => byTail(c, asked),
})
