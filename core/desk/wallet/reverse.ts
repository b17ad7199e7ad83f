// Correcting the ledger: the exact opposite of one earlier transaction, once, with a reason and two people behind it.
import { type LedgerTx, postings } from '../../domain/ledger.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { Redacted } from '../../redaction/redacted.ts'
import type { Context } from '../context.ts'
import { giveBackToLots } from './task.ts'

export type ReversalRefusal =
  | 'no-transaction'
  /** An order's credit is taken back by a refund, a task's charge by its own refund; only these are corrected by hand. */
  | 'not-reversible'
  | 'reversed-before'
  | 'needs-second-person'

export type Reversal = {
  readonly txId: string
  readonly reason: Redacted
  readonly by: string
  readonly second: string
}

/** What took units out of the lots, by the kind of its transaction. */
const causes: Readonly<Record<string, (tx: LedgerTx) => string>> = {
  usage: ({ idemKey }) => idemKey,
  plan: ({ idemKey }) => idemKey,
}

/** Posts the opposite of a wrong charge; what it took goes back into the same lots. */
export const reverse = (context: Context, wanted: Reversal): Promise<Result<string, ReversalRefusal>> =>
  context.store.write(async (w) => {
    const tx = await w.ledger.byId(wanted.txId)
    if (!tx) return err('no-transaction')
    const cause = causes[tx.kind]
    if (!cause) return err('not-reversible')
    if (wanted.second.trim() === '' || wanted.second === wanted.by) return err('needs-second-person')
    if (await w.ledger.reversalOf(tx.id)) return err('reversed-before')
    const transfers = await w.ledger.transfers(tx.id)
    const posted = await w.ledger.post(postings.reversal({ ...tx, transfers }, wanted.reason), context.clock.now())
    await giveBackToLots(w, cause(tx))
    return ok(posted.txId)
  })
