// Finds of a second reading, told in places of the original: they may touch masks of the first.
import type { Patch } from './cover.ts'

/** A patch with where its mask stands in the edited text. */
type Placed = Patch & { readonly from: number; readonly to: number }

function place(patches: readonly Patch[]): Placed[] {
  let shift = 0
  return patches.map((patch) => {
    const from = patch.start + shift
    const to = from + patch.shown.length
    shift += patch.shown.length - (patch.end - patch.start)
    return { ...patch, from, to }
  })
}

/** Joins the patches of the first reading with those found in its output. A mask that is touched becomes part of the new find. */
export function backTo(first: readonly Patch[], second: readonly Patch[]): Patch[] {
  const placed = place(first)
  const out: Patch[] = []
  let next = 0
  let shift = 0
  const keepBefore = (end: number): void => {
    for (let patch = placed[next]; patch && patch.to <= end; patch = placed[++next]) {
      out.push({ kind: patch.kind, start: patch.start, end: patch.end, shown: patch.shown })
      shift = patch.end - patch.to
    }
  }
  for (const found of second) {
    keepBefore(found.start)
    let start = found.start + shift
    let end = found.end + shift
    for (let patch = placed[next]; patch && patch.from < found.end; patch = placed[++next]) {
      start = Math.min(start, patch.start)
      shift = patch.end - patch.to
      end = Math.max(patch.end, found.end + shift)
    }
    out.push({ kind: found.kind, start, end, shown: found.shown })
  }
  keepBefore(Number.POSITIVE_INFINITY)
  return out
}
