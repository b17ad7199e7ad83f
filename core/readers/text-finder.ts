// Finds lines of text in a map of probabilities: blobs over a threshold, each a rectangle, widened to what it was shrunk from.
import { hullOf, type Point, type Slant, slantOf } from './slant.ts'

export type ProbabilityMap = { readonly data: Float32Array; readonly width: number; readonly height: number }

const THRESHOLD = 0.3
const LEAST_MEAN = 0.45
/** The detector was trained on rectangles shrunk by this ratio of area to circumference. */
const UNCLIP = 1.6
const LEAST_SIDE = 3
/** More lines than any screen has: a picture of noise must not cost minutes. */
const MOST_LINES = 700

type Blob = { readonly outline: Point[]; readonly mean: number; readonly size: number }

/** Walks one blob and clears it; keeps the leftmost and rightmost point of each of its rows, which is all a hull needs. */
function takeBlob(map: ProbabilityMap, open: Uint8Array, first: number, stack: Int32Array): Blob {
  const { data, width, height } = map
  const rows = new Map<number, { min: number; max: number }>()
  let sum = 0
  let size = 0
  let depth = 0
  const push = (at: number): void => {
    if (open[at] !== 1) return
    open[at] = 0
    stack[depth++] = at
  }
  push(first)
  while (depth > 0) {
    const at = stack[--depth] ?? 0
    const x = at % width
    const y = (at - x) / width
    sum += data[at] ?? 0
    size++
    const row = rows.get(y)
    if (!row) rows.set(y, { min: x, max: x })
    else {
      row.min = Math.min(row.min, x)
      row.max = Math.max(row.max, x)
    }
    for (let dy = -1; dy <= 1; dy++) {
      const ny = y + dy
      if (ny < 0 || ny >= height) continue
      for (let dx = -1; dx <= 1; dx++) {
        const nx = x + dx
        if (nx >= 0 && nx < width) push(ny * width + nx)
      }
    }
  }
  const outline = [...rows].flatMap(([y, { min, max }]) => [
    { x: min, y },
    { x: max + 1, y },
    { x: min, y: y + 1 },
    { x: max + 1, y: y + 1 },
  ])
  return { outline, mean: sum / size, size }
}

function widened({ centre, length, height, angle }: Slant): Slant {
  const by = (length * height * UNCLIP) / (2 * (length + height))
  return { centre, length: length + 2 * by, height: height + 2 * by, angle }
}

/** Lines of text in pixels of the map, largest first. */
export function findLines(map: ProbabilityMap): Slant[] {
  const open = new Uint8Array(map.data.length)
  for (let at = 0; at < open.length; at++) open[at] = (map.data[at] ?? 0) > THRESHOLD ? 1 : 0
  const stack = new Int32Array(open.length)
  const lines: Slant[] = []
  for (let at = 0; at < open.length; at++) {
    if (open[at] !== 1) continue
    const blob = takeBlob(map, open, at, stack)
    if (blob.size < 8 || blob.mean < LEAST_MEAN) continue
    const slant = slantOf(hullOf(blob.outline))
    if (Math.min(slant.length, slant.height) >= LEAST_SIDE) lines.push(widened(slant))
  }
  return lines.sort((a, b) => b.length * b.height - a.length * a.height).slice(0, MOST_LINES)
}
