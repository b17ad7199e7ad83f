// Credit lots, and which of them each spending took.
import { sql } from 'kysely'
import type { Lot, LotUse } from '../domain/lot.ts'
import type { Credit } from '../kit/money.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

const lot = table<Lot>('lot', {
  id: 'plain',
  accountId: 'plain',
  source: 'plain',
  sourceId: 'plain',
  granted: 'amount',
  remaining: 'amount',
  at: 'plain',
})
const insertLot = lot.inserter()
const use = table<LotUse>('lot_use', { cause: 'plain', lotId: 'plain', units: 'amount', at: 'plain' })
const insertUse = use.inserter()

const open = lot.many('open', (q, p: { accountId: string }) =>
  q
    .where('account_id', '=', p.accountId)
    .where('remaining', '>', sql.lit(0))
    .orderBy('seq' as never),
)
const bySource = lot.one('bySource', (q, p: { source: Lot['source']; sourceId: string }) =>
  q.where('source', '=', p.source).where('source_id', '=', p.sourceId),
)
const uses = use.many('ofCause', (q, p: { cause: string }) => q.where('cause', '=', p.cause))
const change = query<{ id: string; change: Credit }>('lot.change', (db, p) =>
  db
    .updateTable('lot')
    .set((eb) => ({ remaining: eb('remaining', '+', p.change as unknown as number) }))
    .where('id', '=', p.id),
)

export const lotReader = (c: Connection) => ({
  /** With something left, oldest first. */
  open: (accountId: string) => open(c, { accountId }),
  bySource: (source: Lot['source'], sourceId: string) => bySource(c, { source, sourceId }),
  usesOf: (cause: string) => uses(c, { cause }),
})

export const lotWriter = (c: Connection) => ({
  ...lotReader(c),
  insert: (row: Lot) => insertLot(c, row),
  insertUse: (row: LotUse) => insertUse(c, row),
  /** Negative takes, positive puts back; a check in the table keeps it between zero and what was granted. */
  change: async (id: string, by: bigint) => void (await change(c, { id, change: by as Credit })),
})
