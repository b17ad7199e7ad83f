// Redeem codes: issuing, judging, redeeming once, and stopping somebody who guesses.
import { postings } from '../../domain/ledger.ts'
import { CODE_WINDOW_MS, type CodeFinding, judgeCode, lockAfter, type RedeemCode } from '../../domain/redeem-code.ts'
import { type Instant, plus } from '../../kit/clock.ts'
import { newCode, showCode } from '../../kit/code-text.ts'
import { invariant } from '../../kit/invariant.ts'
import type { Credit } from '../../kit/money.ts'
import type { CodeReference } from '../../redaction/door.ts'
import type { Readers, Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'

export type NewCodes = {
  readonly units: Credit
  readonly count: number
  readonly expiresAt?: Instant
  /** `new-accounts` or an account's id. */
  readonly onlyFor?: string
}

export type IssuedCode = { readonly id: string; readonly text: string }

/** Issues codes. Their plain text exists only in what this gives back; the store keeps keyed hashes. */
export async function issueCodes(
  context: Context,
  { units, count, expiresAt, onlyFor }: NewCodes,
): Promise<readonly IssuedCode[]> {
  const now = context.clock.now()
  const issued = Array.from({ length: count }, () => newCode(context.ids))
  return context.store.write(async (w) => {
    const result: IssuedCode[] = []
    for (const normalised of issued) {
      const id = context.ids.row('cod', now)
      await w.codes.insert({
        id,
        lookup: context.keyring.hash('code', normalised),
        tail: normalised.slice(-4),
        fingerprint: context.keyring.hash('code-fingerprint', normalised).slice(0, 8),
        units,
        state: 'issued',
        issuedAt: now,
        expiresAt: expiresAt ?? null,
        onlyFor: onlyFor ?? null,
        redeemedBy: null,
        redeemedAt: null,
        disabledAt: null,
      })
      result.push({ id, text: showCode(normalised) })
    }
    return result
  })
}

/** A redeemed code stays redeemed; disabling it takes nothing back. */
export async function disableCode(context: Context, codeId: string): Promise<boolean> {
  return context.store.write(async (w) => {
    const code = await w.codes.byId(codeId)
    if (code?.state !== 'issued') return false
    return w.codes.save({ ...code, state: 'disabled', disabledAt: context.clock.now() })
  })
}

export type CodeAnswer = {
  readonly finding: CodeFinding
  /** What the user tried looks like an API key. */
  readonly apiKey: boolean
  readonly code: RedeemCode | undefined
  /** When a lock ends. */
  readonly until: Instant | undefined
  /** Redeemed by this very call. */
  readonly redeemed: boolean
}

/** A try to redeem: a usable code is credited, a miss is counted. */
export const redeemCode = (context: Context, accountId: string, typed: CodeReference): Promise<CodeAnswer> =>
  context.store.write(async (w) => {
    const answer = await judge(w, context, accountId, typed)
    if (answer.finding === 'code-unusable') await countMiss(w, context, accountId)
    if (answer.finding !== 'code-ready' || !answer.code) return answer
    await redeem(w, context, accountId, answer.code)
    return { ...answer, redeemed: true }
  })

/** A question about a code: redeems nothing, but a miss counts, or asking would be a way to guess. */
export const askAboutCode = (context: Context, accountId: string, typed: CodeReference): Promise<CodeAnswer> =>
  context.store.write(async (w) => {
    const answer = await judge(w, context, accountId, typed)
    if (answer.finding === 'code-unusable') await countMiss(w, context, accountId)
    return answer
  })

async function judge(r: Readers, context: Context, accountId: string, typed: CodeReference): Promise<CodeAnswer> {
  const now = context.clock.now()
  const none = { apiKey: false, code: undefined, until: undefined, redeemed: false }
  const lock = await r.codes.lock(accountId)
  if (lock && now < lock.until) return { ...none, finding: 'code-locked', until: lock.until }
  if (typed.kind === 'malformed') return { ...none, finding: 'code-malformed', apiKey: typed.looksLike === 'api-key' }
  const account = await r.accounts.byId(accountId)
  invariant(account, 'a code was tried for an account that does not exist')
  const code = await r.codes.byLookup(typed.lookup)
  const everCredited = await r.orders.everCredited(accountId)
  return { ...none, finding: judgeCode(code, { ...account, everCredited }, now), code }
}

async function countMiss(w: Writers, context: Context, accountId: string): Promise<void> {
  const now = context.clock.now()
  const until = lockAfter(await w.codes.triesSince(accountId, plus(now, -CODE_WINDOW_MS)), now)
  if (until === undefined) await w.codes.insertTry(accountId, now)
  else await w.codes.setLock({ accountId, lockedAt: now, until })
}

async function redeem(w: Writers, context: Context, accountId: string, code: RedeemCode): Promise<void> {
  const now = context.clock.now()
  await w.codes.save({ ...code, state: 'redeemed', redeemedBy: accountId, redeemedAt: now })
  await w.ledger.post(postings.codeRedeemed(code.id, accountId, code.units), now)
  await w.lots.insert({
    id: context.ids.row('lot', now),
    accountId,
    source: 'code',
    sourceId: code.id,
    granted: code.units,
    remaining: code.units,
    at: now,
  })
}
