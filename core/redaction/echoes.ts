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
/** So many different values are looked for: the time stays linear. */
const MOST_VALUES = 16

/** Further places of values that were claimed. */
export function echoes(page: Page, claims: readonly Claim[]): Claim[] {
  const values = new Map<string, Claim>()
  for (const claim of claims) {
    if (values.size >= MOST_VALUES) break
    const length = claim.end - claim.start
    if (!ECHOING.has(claim.kind) || length < SHORTEST || length > 256) continue
    const value = page.text.slice(claim.start, claim.end)
    if (/\d/.test(value) && !values.has(value)) values.set(value, claim)
  }
  const found: Claim[] = []
  for (const [value, { kind, shown = shownFor(kind, value) }] of values) {
    for (let at = page.text.indexOf(value); at >= 0; at = page.text.indexOf(value, at + value.length)) {
      const end = at + value.length
      if (isAlnum(page.unit(at - 1)) || isAlnum(page.unit(end))) continue
      found.push({ kind, start: at, end, shown })
    }
  }
  return found
}
