// Regions that look like a QR or a barcode although nothing decodes them: changes of brightness everywhere, no blank lines.
import type { Cover } from '../redaction/screenshot.ts'
import type { Pixels } from './picture.ts'

/** The picture is looked at in about this many columns of cells. */
const CELLS_ACROSS = 90
/** Brightness must change by this much to count. */
const STRONG = 60

type Cell = { readonly across: number; readonly down: number }

/** How often brightness changes strongly along and across each cell, per pixel walked. */
function cellsOf({ data, width, height }: Pixels, size: number): { cells: Cell[]; columns: number; rows: number } {
  const columns = Math.floor(width / size)
  const rows = Math.floor(height / size)
  const cells: Cell[] = []
  const grey = (x: number, y: number): number => data[(y * width + x) * 3 + 1] ?? 0
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let across = 0
      let down = 0
      for (let dy = 0; dy < size - 1; dy++) {
        for (let dx = 0; dx < size - 1; dx++) {
          const here = grey(column * size + dx, row * size + dy)
          if (Math.abs(here - grey(column * size + dx + 1, row * size + dy)) > STRONG) across++
          if (Math.abs(here - grey(column * size + dx, row * size + dy + 1)) > STRONG) down++
        }
      }
      const walked = (size - 1) * (size - 1)
      cells.push({ across: across / walked, down: down / walked })
    }
  }
  return { cells, columns, rows }
}

type Look = {
  readonly kind: 'region' | 'barcode'
  readonly dense: (cell: Cell) => boolean
  readonly shaped: (w: number, h: number) => boolean
  /** The least share of its cells that are dense. */
  readonly full: number
}

const looks: readonly Look[] = [
  {
    kind: 'region',
    dense: ({ across, down }) => across > 0.07 && down > 0.07,
    shaped: (w, h) => w >= 8 && h >= 8 && w / h < 1.7 && h / w < 1.7,
    full: 0.78,
  },
  {
    kind: 'barcode',
    dense: ({ across, down }) => across > 0.1 && down < across / 6,
    shaped: (w, h) => w >= 12 && h >= 3,
    full: 0.8,
  },
  {
    kind: 'barcode',
    dense: ({ across, down }) => down > 0.1 && across < down / 6,
    shaped: (w, h) => h >= 12 && w >= 3,
    full: 0.8,
  },
]

/** Connected cells, each group as its box in cells with the number of cells. */
function groups(
  marked: readonly boolean[],
  columns: number,
): { x: number; y: number; w: number; h: number; count: number }[] {
  const seen = new Uint8Array(marked.length)
  const found = []
  for (let first = 0; first < marked.length; first++) {
    if (!marked[first] || seen[first]) continue
    const stack = [first]
    seen[first] = 1
    let [minX, maxX, minY, maxY, count] = [Infinity, -1, Infinity, -1, 0]
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % columns
      const y = (at - x) / columns
      minX = Math.min(minX, x)
      maxX = Math.max(maxX, x)
      minY = Math.min(minY, y)
      maxY = Math.max(maxY, y)
      count++
      for (const next of [x > 0 ? at - 1 : at, x + 1 < columns ? at + 1 : at, at - columns, at + columns]) {
        if (next >= 0 && next < marked.length && marked[next] && !seen[next]) {
          seen[next] = 1
          stack.push(next)
        }
      }
    }
    found.push({ x: minX, y: minY, w: maxX - minX + 1, h: maxY - minY + 1, count })
  }
  return found
}

/** Boxes in pixels of the picture. */
export function codeLikeRegions(pixels: Pixels): Cover[] {
  const size = Math.max(6, Math.round(Math.min(pixels.width, pixels.height) / CELLS_ACROSS))
  const { cells, columns } = cellsOf(pixels, size)
  if (columns === 0) return []
  return looks.flatMap(({ kind, dense, shaped, full }) =>
    groups(cells.map(dense), columns)
      .filter(({ w, h, count }) => shaped(w, h) && count / (w * h) >= full)
      .map(({ x, y, w, h }) => ({ kind, x: (x - 1) * size, y: (y - 1) * size, w: (w + 2) * size, h: (h + 2) * size })),
  )
}
