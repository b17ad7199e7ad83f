// Lines of a page gathered into cells: what stands in one place and was only broken over lines for want of room.
import { labelAt } from './labels.ts'
import type { Placed, Row } from './layout.ts'

/** From middle to middle of two lines of one cell, in heights of the taller. */
const LEADING = 1.95
/** Lines of one cell are set in one size; digits alone are lower than letters with tails. */
const UNLIKE = 1.75
const LONGEST_LABEL = 22
const SHORT = 3

/** Lines below each other that belong together, and the place that they take on the page as if it stood level. */
export class Cell {
  readonly lines: Placed[]
  constructor(first: Placed) {
    this.lines = [first]
  }

  get first(): Placed {
    return this.lines[0] as Placed
  }
  get last(): Placed {
    return this.lines.at(-1) as Placed
  }
  get left(): number {
    return Math.min(...this.lines.map(({ from }) => from.x))
  }
  get right(): number {
    return Math.max(...this.lines.map(({ to }) => to.x))
  }
  get top(): number {
    return this.first.level - this.first.height / 2
  }
  get bottom(): number {
    return this.last.level + this.last.height / 2
  }
  get middle(): number {
    return (this.top + this.bottom) / 2
  }
  get height(): number {
    return this.first.height
  }

  /** Nothing but a label, in one line or more. */
  get lone(): boolean {
    const { label, text } = this.first
    return (
      label !== undefined &&
      text.slice(label.valueAt).trim() === '' &&
      this.lines.every((line, at) => at === 0 || line.labelTail)
    )
  }
}

const ratio = (a: number, b: number): number => Math.max(a, b) / Math.max(1, Math.min(a, b))
const inOneColumn = (a: Placed, b: Placed): boolean => a.from.x < b.to.x && b.from.x < a.to.x

/** Left edges, right edges or middles agree. */
function aligned(a: Placed, b: Placed): boolean {
  const height = Math.min(a.height, b.height)
  const [left, right] = [Math.abs(a.from.x - b.from.x), Math.abs(a.to.x - b.to.x)]
  return left < 0.8 * height || right < 0.8 * height || Math.abs(a.from.x + a.to.x - b.from.x - b.to.x) < 1.1 * height
}

/** Chinese breaks after any character: a line that had room for more was not broken here. */
const hadRoom = (above: Placed, line: Placed): boolean =>
  /^\p{Script=Han}/u.test(line.text) && line.to.x - line.from.x > above.to.x - above.from.x + 2.2 * line.height

const near = (above: Placed, line: Placed): boolean => {
  const gap = line.level - above.level
  const [small, large] = [Math.min(above.height, line.height), Math.max(above.height, line.height)]
  return (
    gap > 0.5 * small &&
    gap < LEADING * Math.max(large, above.print, line.print) &&
    ratio(above.height, line.height) < (line.text.length < 3 ? 1.5 * UNLIKE : UNLIKE) &&
    inOneColumn(above, line) &&
    aligned(above, line) &&
    !hadRoom(above, line)
  )
}

/** The closest line above in the same column, set like this one. */
const above = (lines: readonly Placed[], at: number): Placed | undefined => {
  const line = lines[at]
  if (!line) return undefined
  for (let before = at - 1; before >= 0 && before > at - 40; before--) {
    const other = lines[before]
    if (other && line.level - other.level > 0.5 * Math.min(other.height, line.height) && inOneColumn(other, line))
      return near(other, line) ? other : undefined
  }
  return undefined
}

const isLone = ({ label, text }: Placed): boolean => label !== undefined && text.slice(label.valueAt).trim() === ''

/** A narrow column breaks a label in two: 付款账 / 号, Shipping / address. Both lines together are the label. */
function joinLabels(lines: readonly Placed[]): void {
  lines.forEach((tail, at) => {
    const head = above(lines, at)
    if (!head || head.labelTail || head.text.length > LONGEST_LABEL || tail.text.length > LONGEST_LABEL) return
    const latin = /^[A-Za-z]/.test(tail.text)
    if ((!latin && isLone(tail)) || !/^[\p{L}/ ().:]+$/u.test(head.text + tail.text)) return
    const joined = labelAt(`${head.text.trim()}${latin ? ' ' : ''}${tail.text.trim()}`)
    const length = head.text.trim().length + tail.text.trim().length + (latin ? 1 : 0)
    if (!joined || joined.end < length || (latin && !joined.whole)) return
    head.label = { topic: joined.topic, valueAt: head.text.length }
    tail.label = undefined
    tail.labelTail = true
  })
}

/** Beside a line stands a label of its own: then it goes on with nothing. */
function labelled(line: Placed, row: Row | undefined): boolean {
  return (
    row?.lines.some(
      (other) => other !== line && other.label !== undefined && other.to.x <= line.from.x + 0.5 * line.height,
    ) ?? false
  )
}

/** Some label left of the cell stands at its height: its value is all there. A label in the middle of three lines stands beside the second. */
const served = (cell: Cell, labels: readonly Placed[]): boolean =>
  labels.some(({ level, to }) => level > cell.top && level < cell.bottom && to.x <= cell.left + 0.5 * cell.height)

/** The lines of a cell stand equally far from each other. */
function evenly({ lines }: Cell, line: Placed): boolean {
  const [before, last] = lines.slice(-2)
  return !before || !last || line.level - last.level < 1.3 * (last.level - before.level)
}

/** Cells in the order of their first lines. Lines must know their labels. */
export function cellsOf(rows: readonly Row[]): Cell[] {
  const lines = rows.flatMap((row) => row.lines).toSorted((a, b) => a.level - b.level)
  joinLabels(lines)
  const rowOf = new Map(rows.flatMap((row) => row.lines.map((line) => [line, row] as const)))
  const labels = lines.filter(({ label }) => label !== undefined)
  const cells: Cell[] = []
  const cellOf = new Map<Placed, Cell>()
  lines.forEach((line, at) => {
    const before = above(lines, at)
    const cell = before && cellOf.get(before)
    const another = labelled(line, rowOf.get(line)) && cell !== undefined && served(cell, labels)
    const goesOn =
      cell !== undefined &&
      cell.last === before &&
      (line.labelTail || (!line.label && !cell.lone && !another && evenly(cell, line)))
    if (goesOn) {
      cell.lines.push(line)
      // Of one letter only its strokes are seen, not how high its line is.
      if (line.text.length <= SHORT) line.print = Math.max(line.print, before.height)
      before.next = line
      cellOf.set(line, cell)
    } else {
      const fresh = new Cell(line)
      cells.push(fresh)
      cellOf.set(line, fresh)
    }
  })
  return cells
}
