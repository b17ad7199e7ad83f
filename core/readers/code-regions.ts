// Regions that look like a QR or a barcode although nothing decodes them: changes of brightness everywhere, no blank lines.
import type { Cover } from '../redaction/screenshot/screen.ts'
import type { Pixels } from './picture.ts'

/** The picture is looked at in about this many columns of cells. */
const CELLS_ACROSS = 90
/** Brightness must change by this much to count. */
const STRONG = 60

type Cell = {
  readonly across: number
  readonly down: number
  /** How much all edges in and around the cell run one way, 0 to 1, level or upright; 0 where there are hardly any. */
  readonly upright: number
  readonly level: number
}

/** Mean square of the change of brightness, in steps of 0 to 255, below which a cell is blank. */
const FAINT = 110

/** Sums over a cell: squares of the change along and across, and their product, by which a slant shows. */
type Edges = { xx: number; yy: number; xy: number }

/** Around one cell: edges of bars all run one way, also if the picture is turned a little. */
function bars(edges: readonly Edges[], columns: number, rows: number, at: number): { upright: number; level: number } {
  const [column, row] = [at % columns, Math.floor(at / columns)]
  let [xx, yy, xy, count] = [0, 0, 0, 0]
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
      const cell = edges[y * columns + x]
      if (!cell) continue
      xx += cell.xx
      yy += cell.yy
      xy += cell.xy
      count++
    }
  }
  if (xx + yy < FAINT * count) return { upright: 0, level: 0 }
  const oneWay = Math.sqrt((xx - yy) ** 2 + 4 * xy ** 2) / (xx + yy)
  return xx > yy ? { upright: oneWay, level: 0 } : { upright: 0, level: oneWay }
}

/** How often brightness changes strongly along and across each cell, per pixel walked, and how its edges run. */
function cellsOf({ data, width, height }: Pixels, size: number): { cells: Cell[]; columns: number } {
  const columns = Math.floor(width / size)
  const rows = Math.floor(height / size)
  const counts: { across: number; down: number }[] = []
  const edges: Edges[] = []
  const grey = (x: number, y: number): number => data[(y * width + x) * 3 + 1] ?? 0
  const walked = (size - 1) * (size - 1)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let [across, down, xx, yy, xy] = [0, 0, 0, 0, 0]
      for (let dy = 0; dy < size - 1; dy++) {
        for (let dx = 0; dx < size - 1; dx++) {
          const here = grey(column * size + dx, row * size + dy)
          const along = grey(column * size + dx + 1, row * size + dy) - here
          const below = grey(column * size + dx, row * size + dy + 1) - here
          if (Math.abs(along) > STRONG) across++
          if (Math.abs(below) > STRONG) down++
          xx += along * along
          yy += below * below
          xy += along * below
        }
      }
      counts.push({ across: across / walked, down: down / walked })
      edges.push({ xx: xx / walked, yy: yy / walked, xy: xy / walked })
    }
  }
  return { cells: counts.map((count, at) => ({ ...count, ...bars(edges, columns, rows, at) })), columns }
}

/** Bars run one way at least this much; letters hardly ever. */
const ONE_WAY = 0.72
/** A barcode that is turned fills this much of the box around it. */
const TURNED = 0.45
/** Brightness that turns by this much along a row is another bar; a code has more of them than a large number. */
const TURN = 24
const LEAST_BARS = 36

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
    dense: ({ upright }) => upright > ONE_WAY,
    shaped: (w, h) => w >= 12 && h >= 3,
    full: TURNED,
  },
  {
    kind: 'barcode',
    dense: ({ level }) => level > ONE_WAY,
    shaped: (w, h) => h >= 12 && w >= 3,
    full: TURNED,
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

/** How often brightness turns along the middle of a box, from `from` on, `length` pixels, each `step` apart in the data. */
function turns(data: Uint8Array, from: number, step: number, length: number): number {
  let [count, way, extreme] = [0, 1, data[from] ?? 0]
  for (let at = 1; at < length; at++) {
    const here = data[from + at * step] ?? 0
    if (way > 0 && here > extreme) extreme = here
    else if (way < 0 && here < extreme) extreme = here
    else if (Math.abs(here - extreme) > TURN) {
      count++
      way = here > extreme ? 1 : -1
      extreme = here
    }
  }
  return count
}

/** Bars enough for a code: large letters have a few, too. */
function enoughBars({ data, width }: Pixels, { x, y, w, h }: Cover, size: number): boolean {
  const [middleX, middleY] = [Math.floor(x + w / 2), Math.floor(y + h / 2)]
  const along = turns(data, (middleY * width + Math.max(0, x + size)) * 3 + 1, 3, w - 2 * size)
  const down = turns(data, (Math.max(0, y + size) * width + middleX) * 3 + 1, 3 * width, h - 2 * size)
  return Math.max(along, down) >= LEAST_BARS
}

/** Boxes in pixels of the picture. */
export function codeLikeRegions(pixels: Pixels): Cover[] {
  const size = Math.max(6, Math.round(Math.min(pixels.width, pixels.height) / CELLS_ACROSS))
  const { cells, columns } = cellsOf(pixels, size)
  if (columns === 0) return []
  return looks.flatMap(({ kind, dense, shaped, full }) =>
    groups(cells.map(dense), columns)
      .filter(({ w, h, count }) => shaped(w, h) && count / (w * h) >= full)
      .map(({ x, y, w, h }) => ({ kind, x: (x - 1) * size, y: (y - 1) * size, w: (w + 2) * size, h: (h + 2) * size }))
      .filter((box) => kind === 'region' || enoughBars(pixels, box, size)),
  )
}
