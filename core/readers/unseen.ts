// Ink of which no reader said what it is: with one reader alone, whatever it passed over is covered like the rest.
import type { Cover } from '../redaction/screenshot/screen.ts'
import type { Pixels } from './picture.ts'

/** The picture is looked at in about this many cells along its shorter side. */
const CELLS_ACROSS = 110
/** A change of brightness that is a stroke, not noise. */
const STROKE = 40
/** Strokes in a cell of this many pixels along its side, per pixel of the side. */
const LEAST_STROKES = 0.4

const meets = (a: Cover, x: number, y: number, size: number): boolean =>
  a.x < x + size && a.x + a.w > x && a.y < y + size && a.y + a.h > y

/** How often brightness changes strongly along the rows of a cell. */
function strokes({ data, width }: Pixels, x: number, y: number, size: number): number {
  let count = 0
  for (let row = y; row < y + size; row++) {
    for (let at = (row * width + x) * 3 + 1, end = at + (size - 1) * 3; at < end; at += 3) {
      if (Math.abs((data[at] ?? 0) - (data[at + 3] ?? 0)) > STROKE) count++
    }
  }
  return count
}

/** Boxes over all ink outside of what is known to be safe: runs of cells with ink in them or beside them. */
export function unseenInk(pixels: Pixels, safe: readonly Cover[]): Cover[] {
  const size = Math.max(6, Math.round(Math.min(pixels.width, pixels.height) / CELLS_ACROSS))
  const columns = Math.floor(pixels.width / size)
  const rows = Math.floor(pixels.height / size)
  const inked = Array.from({ length: rows }, (_, row) =>
    Array.from(
      { length: columns },
      (_, column) => strokes(pixels, column * size, row * size, size) >= LEAST_STROKES * size,
    ),
  )
  // A letter's edge may lie in the next cell, with too few strokes by itself.
  const near = (row: number, column: number): boolean =>
    [row - 1, row, row + 1].some((y) => [column - 1, column, column + 1].some((x) => inked[y]?.[x] === true))
  const covers: Cover[] = []
  for (let row = 0; row < rows; row++) {
    const boxes = safe.filter((box) => box.y < (row + 1) * size && box.y + box.h > row * size)
    const taken = (column: number): boolean =>
      near(row, column) && !boxes.some((box) => meets(box, column * size, row * size, size))
    for (let column = 0; column < columns; column++) {
      const from = column
      while (column < columns && taken(column)) column++
      if (column > from)
        covers.push({ kind: 'region', x: from * size, y: row * size, w: (column - from) * size, h: size })
    }
  }
  return covers
}
