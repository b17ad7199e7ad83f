// The rest of a value that no reader saw: ink right below a covered line where nobody read anything.
import type { Cover, ScreenLine } from '../redaction/screenshot/screen.ts'
import type { Pixels } from './picture.ts'

/** A change of brightness along a row that is a stroke of a letter, not noise. */
const STRONG = 55
/** Of the line's height: how far below the rest may stand. */
const DEPTH = 0.85
/** Of the zone's height. */
const DEEPER = 1.45

/** The zone up to the next line that somebody read; undefined where hardly anything is left of it. */
function unclaimed(zone: Cover, lines: readonly ScreenLine[]): Cover | undefined {
  let end = zone.y + zone.h
  for (const { from, to, height } of lines) {
    if (to.x <= zone.x || from.x >= zone.x + zone.w) continue
    const [top, bottom] = [Math.min(from.y, to.y) - height * 0.6, Math.max(from.y, to.y) + height * 0.3]
    if (bottom > zone.y && top < end) end = top
  }
  const h = end - zone.y
  return h > 0.6 * zone.h ? { ...zone, h } : undefined
}

/** The box around the strokes in a zone, if there are enough of them for a character. */
function ink({ data, width, height }: Pixels, zone: Cover): Cover | undefined {
  const left = Math.max(0, Math.floor(zone.x))
  const right = Math.min(width - 2, Math.ceil(zone.x + zone.w))
  const top = Math.max(0, Math.floor(zone.y))
  const bottom = Math.min(height, Math.ceil(zone.y + zone.h))
  let [minX, maxX, minY, maxY, strokes] = [right, left, bottom, top, 0]
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 3 + 1
      if (Math.abs((data[at] ?? 0) - (data[at + 3] ?? 0)) < STRONG) continue
      strokes++
      minX = Math.min(minX, x)
      maxX = Math.max(maxX, x)
      minY = Math.min(minY, y)
      maxY = Math.max(maxY, y)
    }
  }
  if (strokes < zone.h * 0.8 || maxX - minX < zone.h * 0.12) return undefined
  const pad = 0.3 * zone.h
  return { kind: zone.kind, x: minX - pad, y: minY - pad / 2, w: maxX - minX + 2 * pad, h: maxY - minY + pad }
}

/** Covers for unread ink below each covered value; the rest may itself have a rest. */
export function unreadRests(pixels: Pixels, covers: readonly Cover[], lines: readonly ScreenLine[]): Cover[] {
  const found: Cover[] = []
  for (const cover of covers) {
    let above = cover
    for (let depth = 0; depth < 2; depth++) {
      const below = { ...above, x: cover.x, w: cover.w, y: above.y + above.h, h: cover.h * DEPTH }
      const zone = unclaimed(below, lines)
      const seen = zone && ink(pixels, zone)
      if (!seen) break
      // Cut by the zone's end: its feet stand below.
      const deeper = seen.y + seen.h > zone.y + zone.h ? unclaimed({ ...below, h: below.h * DEEPER }, lines) : undefined
      const rest = (deeper && ink(pixels, deeper)) ?? seen
      found.push(rest)
      above = { ...rest, h: Math.max(rest.h, cover.h * 0.8) }
    }
  }
  return found
}
