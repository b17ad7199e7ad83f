// Entries of a wallet as they may be shown: time, kind, change, and the mask of the order behind one.
import { sql } from 'kysely'
import type { Instant } from '../../kit/clock.ts'
import { type Credit, credit } from '../../kit/money.ts'
import type { Redacted } from '../../redaction/redacted.ts'
import type { Connection } from '../connection.ts'
import { maskOf } from './orders.ts'
import { view } from './view.ts'

export type EntryView = {
  /** The place in the ledger, for paging; never shown. */
  readonly id: number
  readonly at: Instant
  readonly kind: string
  /** Signed, in credit units. */
  readonly change: Credit
  readonly refMasked: Redacted | null
  readonly orderId: string | null
}
type Row = Omit<EntryView, 'change'> & { readonly change: number }

type Window = {
  /** The ledger's own name of the wallet, made of the account's id. */
  readonly wallet: string
  readonly from: Instant
  readonly to: Instant
  readonly kind: string | null
  readonly beforeId: number
  readonly limit: number
}
const side = (p: Window, column: 'debit' | 'credit', sign: string) => sql`
  select ledger_transfer.id as id, ledger_tx.at as at, ledger_tx.kind as kind,
    ${sql.raw(sign)} ledger_transfer.amount as change,
    (select ${maskOf('orders.number')} from orders where orders.id = ledger_tx.order_id) as refMasked,
    ledger_tx.order_id as orderId
  from ledger_transfer join ledger_tx on ledger_tx.id = ledger_transfer.tx_id
  where ledger_transfer.${sql.raw(column)} = ${p.wallet} and ledger_transfer.asset = 'CREDIT'
    and ledger_transfer.id < ${p.beforeId} and ledger_tx.at >= ${p.from} and ledger_tx.at < ${p.to}
    and (${p.kind} is null or ledger_tx.kind = ${p.kind})`

const window = view<Window, Row>(
  'ledger.window',
  (p) => sql`${side(p, 'debit', '-')} union all ${side(p, 'credit', '+')} order by id desc limit ${p.limit}`,
)

export const ledgerViews = (c: Connection) => ({
  /** Newest first. */
  window: async (asked: Window): Promise<readonly EntryView[]> =>
    (await window(c, asked)).map((row) => ({ ...row, change: credit(BigInt(row.change)) })),
})
