// A redeem code that its owner cannot use is replaced: the old one ends, a new one of the same worth is redeemed at once.
import type { RedeemCode } from '../../domain/redeem-code.ts'
import { invariant } from '../../kit/invariant.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { within } from '../inside.ts'
import { disableCode, issueCodes, redeemCode } from './redeem.ts'

export type ReissueRefusal =
  | 'code-redeemed'
  | 'code-locked'
  | 'reissued-before'
  | 'not-for-this-account'
  | 'code-not-eligible'

const fact = (codeId: string): string => `code.reissued:${codeId}`

/**
 * In the caller's transaction. The new code's plain text is told to nobody: whoever has a code can use it, and a chat is
 * no place for one. Once for each old code, whatever became of that.
 */
export async function reissueCode(
  w: Writers,
  context: Context,
  old: RedeemCode,
  accountId: string,
): Promise<Result<RedeemCode, ReissueRefusal>> {
  if (old.state === 'redeemed') return err('code-redeemed')
  if ((await w.threads.fact(fact(old.id))) !== undefined) return err('reissued-before')
  const bound = old.onlyFor !== null && old.onlyFor !== 'new-accounts'
  if (bound && old.onlyFor !== accountId) return err('not-for-this-account')
  const account = await w.accounts.byId(accountId)
  if (account?.status !== 'normal') return err('code-not-eligible')
  const lock = await w.codes.lock(accountId)
  if (lock && context.clock.now() < lock.until) return err('code-locked')
  const here = within(context, w)
  if (old.state === 'issued') await disableCode(here, old.id)
  const [issued] = await issueCodes(here, { units: old.units, count: 1, onlyFor: accountId })
  const fresh = issued && (await w.codes.byId(issued.id))
  if (!fresh) return err('code-not-eligible')
  const { lookup, tail, fingerprint } = fresh
  const answer = await redeemCode(here, accountId, { kind: 'code', lookup, tail, fingerprint })
  invariant(answer.redeemed, 'a code that was just issued for an account could not be redeemed by it')
  await w.threads.putFact(fact(old.id), fresh.id)
  return ok(fresh)
}
