// From claims to what is hidden: overlaps settled, spans mapped to the original, the original edited.
import type { Find } from './kinds.ts'
import { rank, shownFor } from './masks.ts'
import type { Page } from './page.ts'
import type { Claim } from './rule.ts'

/** A find with what is shown instead of it. */
export type Patch = Find & { readonly shown: string }

const size = (claim: Claim): number => claim.end - claim.start

/** Claimed only because nobody knows what it is. */
const vague = (claim: Claim): boolean => claim.kind === 'long_token'

/** A longer claim wins; of equal ones the more telling kind. */
const stronger = (a: Claim, b: Claim): Claim => {
  if (vague(a) !== vague(b)) return vague(a) ? b : a
  if (size(a) !== size(b)) return size(a) > size(b) ? a : b
  return rank(a.kind) <= rank(b.kind) ? a : b
}

/** A stretch to be hidden, named by the strongest claim in it. */
type Stretch = { readonly start: number; readonly end: number; readonly winner: Claim }

const inOrder = (a: Claim, b: Claim): number => a.start - b.start || b.end - a.end

/** Overlapping claims become one stretch: the winner names it, all that any of them claimed is hidden. */
function stretches(claims: readonly Claim[]): Stretch[] {
  const out: Stretch[] = []
  for (const claim of claims) {
    const last = out.at(-1)
    if (!last || claim.start >= last.end) out.push({ start: claim.start, end: claim.end, winner: claim })
    else
      out[out.length - 1] = {
        start: last.start,
        end: Math.max(last.end, claim.end),
        winner: stronger(last.winner, claim),
      }
  }
  return out
}

/** A long token is only what better rules left over: one that is mostly theirs says nothing more. */
function left(claims: readonly Claim[]): Claim[] {
  if (!claims.some(vague)) return [...claims]
  const sure = claims.filter((claim) => !vague(claim))
  const known = stretches(sure.sort(inOrder))
  let at = 0
  const unknown = claims.filter(vague).sort(inOrder)
  const news = unknown.filter((claim) => {
    while ((known[at]?.end ?? Number.POSITIVE_INFINITY) <= claim.start) at++
    const other = known[at]
    return !other || other.start >= claim.end || (other.end - other.start) * 2 < size(claim)
  })
  return [...sure, ...news]
}

const MARK = /[\p{Mn}\p{Me}]/uy

/** Marks on the last character (a line below it, a keycap around it) go with it. */
function withMarks(source: string, end: number): number {
  let at = end
  for (;;) {
    // No mark stands before U+0300.
    if (!(source.charCodeAt(at) >= 0x300)) return at
    MARK.lastIndex = at
    const mark = MARK.exec(source)
    if (!mark) return at
    at += mark[0].length
  }
}

/**
 * Settles overlapping claims.
 * Returns patches of the original in order, apart from each other.
 */
export function cover(page: Page, claims: readonly Claim[]): Patch[] {
  const { view } = page
  const open = page.regions.length === 0 ? claims : claims.filter((claim) => !page.masked(claim.start, claim.end))
  const patch = ({ start, end, winner }: Stretch): Patch => ({
    kind: winner.kind,
    start: view.start(start),
    end: withMarks(view.source, view.end(end - 1)),
    shown: winner.shown ?? shownFor(winner.kind, view.slice(winner.start, winner.end)),
  })
  const [only] = open
  if (only && open.length === 1) return [patch({ start: only.start, end: only.end, winner: only })]
  return stretches(left(open).sort(inOrder)).map(patch)
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
