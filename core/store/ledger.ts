// The ledger: a posting goes in as a whole, once per key, and moves the balances in the same transaction.
import { type Asset, type LedgerTx, type Posting, payloadHash, type Transfer } from '../domain/ledger.ts'
import type { Instant } from '../kit/clock.ts'
import type { Ids } from '../kit/ids.ts'
import { InvariantError, invariant } from '../kit/invariant.ts'
import { type Credit, credit, type Fen } from '../kit/money.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

const tx = table<LedgerTx>('ledger_tx', {
  id: 'plain',
  idemKey: 'plain',
  payloadHash: 'plain',
  kind: 'plain',
  orderId: 'plain',
  reverses: 'plain',
  reason: 'plain',
  at: 'plain',
})
const insertNewTx = tx.newcomer()

const byId = tx.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const reversalOf = tx.one('reversalOf', (q, p: { reverses: string }) => q.where('reverses', '=', p.reverses))
const byKey = tx.one('byKey', (q, p: { idemKey: string }) => q.where('idem_key', '=', p.idemKey))
const ofOrder = tx.many('ofOrder', (q, p: { orderId: string }) => q.where('order_id', '=', p.orderId).orderBy('at'))

type BalanceChange = { readonly account: string; readonly asset: Asset; readonly change: bigint }
// Not one upsert: SQLite checks the row that would be inserted first, and a debit alone is below zero.
const addBalance = query<BalanceChange>('balance.add', (db, p) =>
  db
    .updateTable('balance')
    .set((eb) => ({ balance: eb('balance', '+', p.change as unknown as number) }))
    .where('account', '=', p.account)
    .where('asset', '=', p.asset)
    .returning('balance'),
)
const openBalance = query<BalanceChange>('balance.open', (db, p) =>
  db
    .insertInto('balance')
    .values({ account: p.account, asset: p.asset, balance: p.change as unknown as number })
    .returning('balance'),
)
type TransferRow = {
  readonly txId: string
  readonly asset: Asset
  readonly debit: string
  readonly credit: string
  readonly amount: bigint
  readonly debitAfter: number
  readonly creditAfter: number
}
const insertTransfer = query<TransferRow>('ledger_transfer.insert', (db, p) =>
  db.insertInto('ledger_transfer').values({
    tx_id: p.txId,
    asset: p.asset,
    debit: p.debit,
    credit: p.credit,
    amount: p.amount as unknown as number,
    debit_after: p.debitAfter,
    credit_after: p.creditAfter,
  }),
)
const balanceOf = query<{ account: string; asset: Asset }>('balance.of', (db, p) =>
  db.selectFrom('balance').select('balance').where('account', '=', p.account).where('asset', '=', p.asset),
)
const transfersOf = query<{ txId: string }>('ledger_transfer.of', (db, p) =>
  db
    .selectFrom('ledger_transfer')
    .select(['asset', 'debit', 'credit', 'amount'])
    .where('tx_id', '=', p.txId)
    .orderBy('id'),
)

/** One line of an account's statement, newest first; `change` is signed. */
export type StatementLine = {
  /** Counts up over all accounts. */
  readonly seq: number
  readonly txId: string
  readonly kind: string
  readonly change: Credit
  readonly at: Instant
}

const statement = (side: 'debit' | 'credit') =>
  query<{ account: string; before: number; limit: number }>(`ledger_transfer.statement-${side}`, (db, p) =>
    db
      .selectFrom('ledger_transfer')
      .innerJoin('ledger_tx', 'ledger_tx.id', 'ledger_transfer.tx_id')
      .select(['ledger_transfer.id', 'tx_id as txId', 'kind', 'amount', 'at'])
      .where(`ledger_transfer.${side}`, '=', p.account)
      .where('asset', '=', 'CREDIT')
      .where('ledger_transfer.id', '<', p.before)
      .orderBy('ledger_transfer.id', 'desc')
      .limit(p.limit),
  )
const debits = statement('debit')
const credits = statement('credit')

export const ledgerReader = (c: Connection) => ({
  byId: (id: string) => byId(c, { id }),
  /** The correction of a transaction, if there is one. */
  reversalOf: (txId: string) => reversalOf(c, { reverses: txId }),
  byKey: (idemKey: string) => byKey(c, { idemKey }),
  ofOrder: (orderId: string) => ofOrder(c, { orderId }),
  transfers: async (txId: string) =>
    (await transfersOf(c, { txId })).map(
      (row) => ({ ...row, amount: BigInt(row.amount as number) }) as unknown as Transfer,
    ),
  /** Zero for an account that nothing was ever posted to. */
  credit: async (account: string): Promise<Credit> =>
    credit(BigInt(((await balanceOf(c, { account, asset: 'CREDIT' }))[0]?.balance as number | undefined) ?? 0)),
  fen: async (account: string): Promise<Fen> =>
    BigInt(((await balanceOf(c, { account, asset: 'CNY' }))[0]?.balance as number | undefined) ?? 0) as Fen,
  /** `before`: behind the entry of this `seq`. */
  statement: async (
    account: string,
    limit: number,
    before = Number.MAX_SAFE_INTEGER,
  ): Promise<readonly StatementLine[]> => {
    const signed = async (read: typeof debits, sign: bigint): Promise<readonly StatementLine[]> =>
      (await read(c, { account, before, limit })).map((row) => ({
        seq: row.id as number,
        txId: row.txId as string,
        kind: row.kind as string,
        at: row.at as Instant,
        change: credit(sign * BigInt(row.amount as number)),
      }))
    const lines = [...(await signed(debits, -1n)), ...(await signed(credits, 1n))]
    return lines.sort((a, b) => b.seq - a.seq).slice(0, limit)
  },
})

export const ledgerWriter = (c: Connection, ids: Ids) => {
  const move = async (account: string, asset: Asset, change: bigint): Promise<number> => {
    const added = await addBalance(c, { account, asset, change })
    const [row] = added.length > 0 ? added : await openBalance(c, { account, asset, change })
    return row?.balance as number
  }
  return {
    ...ledgerReader(c),
    /**
     * Posts under the posting's key. A repeat with the same content changes nothing and gives the first transaction;
     * with another content it throws (Formance and TigerBeetle do the same).
     */
    post: async (posting: Posting, at: Instant): Promise<{ readonly txId: string; readonly repeated: boolean }> => {
      const hash = payloadHash(posting)
      const id = ids.row('tx', at)
      const row: LedgerTx = {
        id,
        idemKey: posting.key,
        payloadHash: hash,
        kind: posting.kind,
        orderId: posting.orderId,
        reverses: posting.reverses ?? null,
        reason: posting.reason ?? null,
        at,
      }
      if (!(await insertNewTx(c, row))) {
        const earlier = await byKey(c, { idemKey: posting.key })
        invariant(earlier, 'a posting was refused and its key is unknown: a transaction is reversed once')
        if (earlier.payloadHash !== hash) throw new InvariantError('one ledger key, two different postings')
        return { txId: earlier.id, repeated: true }
      }
      for (const transfer of posting.transfers) {
        invariant(
          transfer.amount > 0n && transfer.debit !== transfer.credit,
          'a transfer moves something between two accounts',
        )
        const debitAfter = await move(transfer.debit, transfer.asset, -transfer.amount)
        const creditAfter = await move(transfer.credit, transfer.asset, transfer.amount)
        await insertTransfer(c, { txId: id, ...transfer, debitAfter, creditAfter })
      }
      return { txId: id, repeated: false }
    },
  }
}
