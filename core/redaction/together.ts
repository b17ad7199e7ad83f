// Values sent in pieces: several messages read as one, and what was found told in places of each.
import type { Patch } from './cover.ts'

/** A patch that hides a part of a value which goes on in another message. */
type Piece = Patch & { readonly piece: boolean }

type Read = (source: string) => readonly Patch[]

/** Between messages a line end (a value over two lines), or nothing (a key cut in the middle). */
const GLUES = ['\n', ''] as const

/** A piece shorter than this beside a message's edge is a word of its own. */
const LEAST_PIECE = 3

/** Patches of the joined text that touch message `from`…`to`, told in its own places. */
function within(patches: readonly Patch[], from: number, to: number, crossing: boolean): Piece[] {
  const own: Piece[] = []
  for (const { kind, start, end, shown } of patches) {
    if (end <= from || start >= to) continue
    const crosses = start < from || end > to
    if (crossing && (!crosses || kind === 'long_token')) continue
    const piece = { start: Math.max(start, from) - from, end: Math.min(end, to) - from }
    if (crossing && piece.end - piece.start < LEAST_PIECE) continue
    // The last piece shows what the whole would show; the others only that something was there.
    own.push({ kind, ...piece, shown: end > to ? '****' : shown, piece: crosses })
  }
  return own
}

/** What is known to be a piece shows no more than the whole would: two ends of one value could be put together. */
const stronger = (a: Piece, b: Piece): Piece => {
  if (a.piece !== b.piece) return a.piece ? a : b
  return b.end - b.start > a.end - a.start ? b : a
}

/** Joins patches of one text that were found in several readings. */
function union(patches: readonly Piece[]): Patch[] {
  const out: Piece[] = []
  for (const patch of patches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1)
    if (!last || patch.start >= last.end) out.push(patch)
    else out[out.length - 1] = { ...stronger(last, patch), start: last.start, end: Math.max(last.end, patch.end) }
  }
  return out
}

/** The patches of each source, read by itself and as a part of all. */
export function readTogether(sources: readonly string[], read: Read): readonly (readonly Patch[])[] {
  const found = sources.map((source) => read(source).map((patch) => ({ ...patch, piece: false })))
  if (sources.length < 2) return found
  for (const glue of GLUES) {
    const joined = read(sources.join(glue))
    let from = 0
    sources.forEach((source, i) => {
      const to = from + source.length
      found[i]?.push(...within(joined, from, to, glue === ''))
      from = to + glue.length
    })
  }
  return found.map(union)
}
