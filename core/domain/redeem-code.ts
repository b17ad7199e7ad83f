// Redeem codes: how one is written, what may be redeemed by whom, and when guessing stops. Pure.
import { type Instant, MINUTE, plus } from '../kit/clock.ts'
import type { Credit } from '../kit/money.ts'
import type { AccountStatus } from './account.ts'

export type RedeemCode = {
  readonly id: string
  /** Keyed hash of the normalised code: the only way to find it. */
  readonly lookup: string
  readonly tail: string
  /** For staff: a keyed hash under another key, useless for redeeming. */
  readonly fingerprint: string
  readonly units: Credit
  readonly state: 'issued' | 'redeemed' | 'disabled'
  readonly issuedAt: Instant
  readonly expiresAt: Instant | null
  /** `new-accounts`, an account's id, or null for everybody. */
  readonly onlyFor: string | null
  readonly redeemedBy: string | null
  readonly redeemedAt: Instant | null
  readonly disabledAt: Instant | null
}

export type CodeFinding =
  | 'code-malformed'
  | 'code-unusable'
  | 'code-redeemed-by-you'
  | 'code-not-eligible'
  | 'code-ready'
  | 'code-locked'

/** Whether `account` may redeem `code` now (case-rules 20, 21). Everything unusable has one public answer. */
export function judgeCode(
  code: RedeemCode | undefined,
  account: { readonly id: string; readonly status: AccountStatus; readonly everCredited: boolean },
  now: Instant,
): Exclude<CodeFinding, 'code-malformed' | 'code-locked'> {
  if (!code) return 'code-unusable'
  // Stays so after its expiry or a later disabling: the credit is there.
  if (code.redeemedBy === account.id) return 'code-redeemed-by-you'
  if (code.state !== 'issued') return 'code-unusable'
  if (code.expiresAt !== null && now >= code.expiresAt) return 'code-unusable'
  const forOne = code.onlyFor !== null && code.onlyFor !== 'new-accounts'
  if (forOne && code.onlyFor !== account.id) return 'code-unusable'
  if (account.status !== 'normal') return 'code-not-eligible'
  if (code.onlyFor === 'new-accounts' && account.everCredited) return 'code-not-eligible'
  return 'code-ready'
}

export const CODE_TRIES = 5
export const CODE_WINDOW_MS = 10 * MINUTE

/**
 * When the lock of a person ends who just missed for the fifth time within ten minutes, both ends included.
 * `tries` are the earlier counted misses since the last lock. Undefined: not locked.
 */
export function lockAfter(tries: readonly Instant[], now: Instant): Instant | undefined {
  const recent = tries.filter((at) => at >= now - CODE_WINDOW_MS)
  return recent.length + 1 >= CODE_TRIES ? plus(now, CODE_WINDOW_MS) : undefined
}
