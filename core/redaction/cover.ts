// From claims to what is hidden: overlaps settled, spans mapped to the original, the original edited.
import type { Find } from './kinds.ts'
import { rank, shownFor } from './masks.ts'
import type { Page } from './page.ts'
import type { Claim } from './rule.ts'

/** A find with what is shown instead of it. */
export type Patch = Find & { readonly shown: string }

const size = (claim: Claim): number => claim.end - claim.start

/** A longer claim wins; of equal ones the more telling kind. */
const stronger = (a: Claim, b: Claim): Claim => {
  if (size(a) !== size(b)) return size(a) > size(b) ? a : b
  return rank(a.kind) <= rank(b.kind) ? a : b
}

/**
 * Joins overlapping claims: the winner names the value, all that any of them claimed is hidden.
 * Returns patches of the original in order, apart from each other.
 */
export function cover(page: Page, claims: readonly Claim[]): Patch[] {
  const { view } = page
  const open = claims.filter((claim) => !page.masked(claim.start, claim.end))
  const sorted = open.sort((a, b) => a.start - b.start || b.end - a.end)
  const patches: Patch[] = []
  for (let i = 0; i < sorted.length; ) {
    let winner = sorted[i]
    if (!winner) break
    const start = winner.start
    let end = winner.end
    for (i++; i < sorted.length; i++) {
      const next = sorted[i]
      if (!next || next.start >= end) break
      winner = stronger(winner, next)
      end = Math.max(end, next.end)
    }
    const shown = winner.shown ?? shownFor(winner.kind, view.text.slice(winner.start, winner.end))
    patches.push({ kind: winner.kind, start: view.start(start), end: view.end(end - 1), shown })
  }
  return patches
}

/** The original with every patch applied. */
export function edit(source: string, patches: readonly Patch[]): string {
  let out = ''
  let at = 0
  for (const { start, end, shown } of patches) {
    out += source.slice(at, start) + shown
    at = end
  }
  return out + source.slice(at)
}
