// A gift of the operator to an account: from `adjust:manual`, with a reason, once for the deed that gives it.
import { postings, walletOf } from '../../domain/ledger.ts'
import { DAY, plus } from '../../kit/clock.ts'
import { type Credit, credit, creditFor, type Fen, fen, fenFor } from '../../kit/money.ts'
import type { Redacted } from '../../redaction/redacted.ts'
import type { Readers, Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'

export type Goodwill = {
  /** The deed that gives it. */
  readonly id: string
  readonly accountId: string
  readonly amount: Fen
  readonly reason: Redacted
}

/** In the caller's transaction. False: this deed has given it before. */
export async function giveGoodwill(w: Writers, { ids, clock, policy }: Context, gift: Goodwill): Promise<boolean> {
  const { id, accountId, amount, reason } = gift
  const at = clock.now()
  const units = creditFor(amount, policy.unitsPerYuan)
  const posted = await w.ledger.post(postings.goodwill(id, accountId, units, reason), at)
  if (posted.repeated) return false
  const lot = { id: ids.row('lot', at), accountId, source: 'grant', sourceId: id } as const
  await w.lots.insert({ ...lot, granted: units, remaining: units, at })
  return true
}

const LOOKED_AT = 200

/** What the account was given in the last 24 hours: many small gifts are one large one. */
export async function givenLately(r: Readers, { clock, policy }: Context, accountId: string): Promise<Fen> {
  const since = plus(clock.now(), -DAY)
  const lines = await r.ledger.statement(walletOf(accountId), LOOKED_AT)
  const units = lines
    .filter(({ kind, at }) => kind === 'goodwill' && at > since)
    .reduce<Credit>((sum, { change }) => credit(sum + change), credit(0n))
  return fen(fenFor(units, policy.unitsPerYuan))
}
