// The same value once more in the same text: hidden there too, and shown the same way, though no label stands beside it.
import { isAlnum } from './glyphs.ts'
import type { Kind } from './kinds.ts'
import { shownFor } from './masks.ts'
import type { Page } from './page.ts'
import type { Claim } from './rule.ts'

/** Kinds whose values mean the same wherever they stand; a name or an address does not. */
const ECHOING: ReadonlySet<Kind> = new Set([
  'password',
  'payment_account',
  'order_no',
  'api_key',
  'redeem_code',
  'bank_card',
  'cn_id',
  'phone',
])
/** Shorter values are ordinary words and numbers elsewhere. */
const SHORTEST = 6
const LONGEST = 256
/** So many different values are looked for: the time stays linear. */
const MOST_VALUES = 16

/** Further places of values that were claimed. */
export function echoes(page: Page, claims: readonly Claim[]): Claim[] {
  const { text } = page
  const found: Claim[] = []
  const most = Math.min(claims.length, MOST_VALUES)
  const seen: string[] = []
  for (let i = 0; i < most; i++) {
    const claim = claims[i]
    if (!claim) break
    const length = claim.end - claim.start
    if (!ECHOING.has(claim.kind) || length < SHORTEST || length > LONGEST) continue
    const value = text.slice(claim.start, claim.end)
    let at = text.indexOf(value)
    // Most values stand once.
    if (at === claim.start) at = text.indexOf(value, claim.end)
    if (at < 0 || seen.includes(value) || !/\d/.test(value)) continue
    seen.push(value)
    const shown = claim.shown ?? shownFor(claim.kind, value)
    for (; at >= 0; at = text.indexOf(value, at + length)) {
      if (at === claim.start || isAlnum(page.unit(at - 1)) || isAlnum(page.unit(at + length))) continue
      found.push({ kind: claim.kind, start: at, end: at + length, shown })
    }
  }
  return found
}
