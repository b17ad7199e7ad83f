// From labels to the values they announce: right of them, below them, in their column, and on the lines a value wraps onto.
import { fitsLabel } from './screenshot-keep.ts'
import { labelAt, labelsInside, type Topic } from './screenshot-labels.ts'
import type { Placed, Row } from './screenshot-layout.ts'

/** How far below a lone label its value may begin, in heights of the label. */
const REACH = 3.2
/** How far below a value its next line may stand, from middle to middle, in heights. */
const WRAP = 1.9
const MOST_WRAPPED = 4
const MOST_TABLE_ROWS = 40

/** Covers or keeps a value. What a keep rule claims stays readable but for what is never shown in part. */
function apply(line: Placed, topic: Topic, start: number, end: number): void {
  const value = line.text.slice(start, end)
  if (value.trim() === '') return
  if ('hide' in topic) {
    // A password may look like anything, also like an amount.
    line.mark(start, end, topic.hide, topic.hide === 'password')
  } else if ('keep' in topic && fitsLabel(topic.keep, value)) line.keep([{ start, end, kind: topic.keep }])
}

/** Labels of one line: the one it begins with and those inside; true if some value of theirs was dealt with. */
function readLine(line: Placed): void {
  const first = labelAt(line.text)
  const inside = labelsInside(line.text, first ? first.end : 0)
  if (first) {
    line.label = { topic: first.topic, valueAt: first.end }
    apply(line, first.topic, first.end, inside[0]?.at ?? line.text.length)
  }
  inside.forEach(({ topic, end }, index) => {
    apply(line, topic, end, inside[index + 1]?.at ?? line.text.length)
  })
}

/** A narrow column breaks a label in two: 付款账 / 号. Both lines together are the label. */
function joinLabels(rows: readonly Row[]): void {
  rows.forEach((row, index) => {
    for (const line of row.lines) {
      if (!/^\p{Script=Han}{2,8}$/u.test(line.text)) continue
      const tail = rows
        .slice(index + 1, index + 4)
        .flatMap(({ lines }) => lines)
        .find(
          (other) =>
            /^\p{Script=Han}{1,3}[:]?$/u.test(other.text) &&
            Math.abs(other.from.x - line.from.x) < line.height &&
            other.level - line.level < WRAP * line.height,
        )
      const joined = tail && !tail.label ? labelAt(line.text + tail.text) : undefined
      if (!tail || !joined || joined.end < line.text.length + tail.text.replace(':', '').length) continue
      line.label = { topic: joined.topic, valueAt: line.text.length }
      tail.labelTail = true
    }
  })
}

/** Nothing but a label. */
const lone = (line: Placed): boolean => line.label !== undefined && line.text.slice(line.label.valueAt).trim() === ''

const overlaps = (line: Placed, left: number, right: number): boolean => line.from.x < right && line.to.x > left

/** Rows that go on with a value: no label of their own, close below, in the same column. */
function wrap(rows: readonly Row[], index: number, value: Placed, topic: Topic, left: number): void {
  if (!('hide' in topic)) return
  let above = value
  for (let next = index + 1; next <= index + MOST_WRAPPED; next++) {
    const row = rows[next]
    if (!row || row.lines.some(({ label, from }) => label !== undefined && from.x < left - above.height)) return
    const line = row.lines.find(
      (one) => !one.labelTail && overlaps(one, Math.max(left - 2 * above.height, 0), Math.max(value.to.x, above.to.x)),
    )
    if (!line || line.label || line.level - above.level > WRAP * Math.max(above.height, line.height)) return
    if (line.from.x < left - 2 * above.height || ratio(line.height, above.height) > 1.5) return
    if (!continues(topic.hide, line)) return
    apply(line, topic, 0, line.text.length)
    value.wrapped.push(line)
    above = line
  }
}

const ratio = (a: number, b: number): number => Math.max(a, b) / Math.min(a, b)

const PROSE = /[\p{Script=Han}]/u
/** What may be the rest of a value of this kind. */
function continues(kind: string, line: Placed): boolean {
  if (line.kept().length > 0 && kind !== 'api_key') return false
  if (kind === 'address' || kind === 'person') return kind === 'address'
  return !PROSE.test(line.text) && !/^\w+ \w+ \w+/.test(line.text)
}

/** The value of a lone label: the lines right of it up to the next label; else what stands below. */
function reach(rows: readonly Row[], index: number, label: Placed, table: boolean): void {
  const row = rows[index]
  const topic = label.label?.topic
  if (!row || !topic) return
  const right = row.lines.slice(row.lines.indexOf(label) + 1)
  const stop = right.findIndex((line) => line.label !== undefined && !('keep' in topic && !lone(line)))
  const values = right.slice(0, stop < 0 ? right.length : stop)
  if (values.length > 0 && !table) {
    for (const line of values) apply(line, topic, 0, line.text.length)
    const last = values[0]
    if (last) wrap(rows, index, last, topic, label.to.x)
    above(rows, index, label, topic)
    return
  }
  if (values.length === 0 && !table && centred(rows, index, label, topic)) return
  const edge = right.find((line) => line.from.x > label.to.x)?.from.x ?? Number.POSITIVE_INFINITY
  below(rows, index, label, topic, table ? edge : Number.POSITIVE_INFINITY, table)
}

/** A label in the middle between the two lines of its value: one stands a little higher, one a little lower. */
function centred(rows: readonly Row[], index: number, label: Placed, topic: Topic): boolean {
  const near = [rows[index - 1], rows[index + 1]].flatMap((row) =>
    row?.lines.some((line) => line.label) ? [] : (row?.lines ?? []),
  )
  const values = near.filter(
    (line) =>
      line.from.x > label.to.x && Math.abs(line.level - label.level) < 0.95 * Math.max(label.height, line.height),
  )
  for (const line of values) apply(line, topic, 0, line.text.length)
  return values.length > 0
}

/** The first line of a two-line value stands higher than its label where both are centred. */
function above(rows: readonly Row[], index: number, label: Placed, topic: Topic): void {
  const row = rows[index - 1]
  if (!row || !('hide' in topic) || row.lines.some((line) => line.label)) return
  for (const line of row.lines) {
    if (line.from.x > label.to.x && label.level - line.level < 0.95 * Math.max(label.height, line.height)) {
      apply(line, topic, 0, line.text.length)
    }
  }
}

function below(rows: readonly Row[], index: number, label: Placed, topic: Topic, edge: number, table: boolean): void {
  let last = label
  for (let next = index + 1; next < rows.length && next <= index + (table ? MOST_TABLE_ROWS : 2); next++) {
    const cells = (rows[next]?.lines ?? []).filter((line) =>
      overlaps(
        line,
        label.from.x - label.height,
        Math.min(edge, Math.max(label.to.x, label.from.x + 3 * label.height)),
      ),
    )
    const cell = cells[0]
    if (!cell) continue
    if (cell.label && (lone(cell) || /[:=]/.test(cell.text))) return
    if (cell.level - last.level > (table ? 4.5 : REACH) * Math.max(last.height, cell.height)) return
    if (!table && cell.label) return
    for (const one of cells) apply(one, topic, 0, one.text.length)
    last = cell
    if (!table) {
      wrap(rows, next, cell, topic, cell.from.x)
      return
    }
  }
}

/** Finds all labels and marks their values; gives the number of labels found. */
export function announcedValues(rows: readonly Row[]): number {
  for (const { lines } of rows) for (const line of lines) readLine(line)
  joinLabels(rows)
  rows.forEach((row, index) => {
    const table = row.lines.length >= 3 && row.lines.filter(lone).length >= row.lines.length - 1
    for (const line of row.lines) {
      if (!line.label) continue
      if (lone(line)) reach(rows, index, line, table)
      else {
        wrap(rows, index, line, line.label.topic, leftOfValue(line))
        rest(row, line)
      }
    }
  })
  return rows.reduce((sum, { lines }) => sum + lines.filter(({ label }) => label).length, 0)
}

/** A value that the reader broke into several boxes on one row. */
function rest(row: Row, line: Placed): void {
  const topic = line.label?.topic
  if (!topic || !('hide' in topic)) return
  for (const next of row.lines.slice(row.lines.indexOf(line) + 1)) {
    if (next.label) return
    apply(next, topic, 0, next.text.length)
  }
}

const leftOfValue = (line: Placed): number => {
  const share = line.edges[line.label?.valueAt ?? 0] ?? 0
  const left = line.from.x + (line.to.x - line.from.x) * share
  // "卡号：6222…" in running text wraps to the beginning of the line, not below the value.
  return left - line.from.x < 12 * line.height ? line.from.x + line.height : left
}
