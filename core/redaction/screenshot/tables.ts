// Tables on a page: a row of column heads, and below each head the cells of its column.
import type { Cell } from './cells.ts'

const MOST_ROWS = 40
/** From one row of a table to the next, in heights of a line. */
const FARTHEST = 5

const height = (cell: Cell): number => cell.bottom - cell.top

const lones = (band: readonly Cell[]): number => band.filter(({ lone }) => lone).length

/** A whole column right below its head is no part of the row of heads, however little the reader left between them. */
const under = (band: readonly Cell[], cell: Cell): boolean =>
  cell.lines.length > 2 && !cell.lone && band.length > 1 && lones(band) >= 0.6 * band.length

/** Cells side by side: each reaches into the height of the band's tallest so far. */
function bandsOf(cells: readonly Cell[]): Cell[][] {
  const bands: { cells: Cell[]; top: number; bottom: number }[] = []
  for (const cell of cells.toSorted((a, b) => a.middle - b.middle)) {
    const band = bands.at(-1)
    const shared = band ? Math.min(band.bottom, cell.bottom) - Math.max(band.top, cell.top) : 0
    if (band && shared > 0.5 * Math.min(band.bottom - band.top, height(cell)) && !under(band.cells, cell)) {
      band.cells.push(cell)
      band.top = Math.min(band.top, cell.top)
      band.bottom = Math.max(band.bottom, cell.bottom)
    } else bands.push({ cells: [cell], top: cell.top, bottom: cell.bottom })
  }
  return bands.map((band) => band.cells.toSorted((a, b) => a.left - b.left))
}

/** A band of heads has hardly anything but labels in it, and the band below hardly any. */
function isHead(band: readonly Cell[], next: readonly Cell[] | undefined): boolean {
  if (!next || band.length < 2 || next.length < 2) return false
  const enough = band.length === 2 ? lones(band) === 2 : lones(band) >= Math.max(2, 0.6 * band.length)
  return enough && lones(next) <= next.length / 3
}

/** How far the edges or middles of a cell and a head are apart. */
const apart = (cell: Cell, head: Cell): number =>
  Math.min(
    Math.abs(cell.left - head.left),
    Math.abs(cell.right - head.right),
    Math.abs(cell.left + cell.right - head.left - head.right) / 2,
  )

const nearest = (cell: Cell, heads: readonly Cell[]): Cell | undefined =>
  heads.toSorted((a, b) => apart(cell, a) - apart(cell, b))[0]

/** For each column head with a label, the cells of its column. */
export function tablesOf(cells: readonly Cell[]): Map<Cell, Cell[]> {
  const columns = new Map<Cell, Cell[]>()
  const bands = bandsOf(cells)
  for (const [at, heads] of bands.entries()) {
    if (heads.some((head) => columns.has(head)) || !isHead(heads, bands[at + 1])) continue
    for (const head of heads) if (head.lone) columns.set(head, [])
    let last = heads
    for (const band of bands.slice(at + 1, at + 1 + MOST_ROWS)) {
      if (lones(band) > band.length / 3) break
      const gap = Math.min(...band.map(({ top }) => top)) - Math.max(...last.map(({ bottom }) => bottom))
      if (gap > FARTHEST * Math.max(...band.map((cell) => cell.height))) break
      for (const cell of band) {
        const head = nearest(cell, heads)
        if (head && head.left < cell.right && cell.left < Math.max(head.right, nextLeft(heads, head)))
          columns.get(head)?.push(cell)
      }
      last = band
    }
  }
  return columns
}

const nextLeft = (heads: readonly Cell[], head: Cell): number =>
  heads[heads.indexOf(head) + 1]?.left ?? Number.POSITIVE_INFINITY
