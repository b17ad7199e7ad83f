// Lines that a reader joined over the gap between two columns are taken apart again.

import { labelAt } from './labels.ts'
import type { ScreenLine } from './screen.ts'

/** From the start of one character to the start of the next, in heights: more is no letter with its space. */
const GAP = 1.9
/** How far above a line its column's label may stand, in heights. */
const REACH = 2.4

/** The piece of a line from one character to another. */
function piece(line: ScreenLine, start: number, end: number): ScreenLine {
  const [left, right] = [line.edges[start] ?? 0, end < line.text.length ? lastEdge(line, end) : 1]
  const at = (share: number) => ({
    x: line.from.x + share * (line.to.x - line.from.x),
    y: line.from.y + share * (line.to.y - line.from.y),
  })
  const span = Math.max(1e-6, right - left)
  const edges = line.edges.slice(start, end + 1).map((edge) => Math.min(1, (edge - left) / span))
  edges[edges.length - 1] = 1
  return { ...line, text: line.text.slice(start, end), edges, from: at(left), to: at(right) }
}

/** Where the last character before a gap ends: it is as wide as a letter of its kind, not as the gap. */
function lastEdge(line: ScreenLine, end: number): number {
  const length = Math.max(1, line.to.x - line.from.x)
  const wide = /[\u2e80-\uffef]/.test(line.text[end - 1] ?? '') ? 1.1 : 0.75
  return Math.min(line.edges[end] ?? 1, (line.edges[end - 1] ?? 0) + (wide * line.height) / length)
}

/** Characters before which a wide gap stands. */
function gaps(line: ScreenLine): number[] {
  const length = line.to.x - line.from.x
  const found: number[] = []
  for (let at = 1; at < line.text.length; at++) {
    if (line.text[at] === ' ') continue
    let before = at - 1
    while (before > 0 && line.text[before] === ' ') before--
    if (((line.edges[at] ?? 0) - (line.edges[before] ?? 0)) * length > GAP * line.height) found.push(at)
  }
  return found
}

/** Characters above which the label of a second column begins. */
function underLabels(line: ScreenLine, labels: readonly ScreenLine[]): number[] {
  const length = Math.max(1, line.to.x - line.from.x)
  const over = labels.filter(
    ({ from, height }) =>
      line.from.y - from.y > 0.6 * height &&
      line.from.y - from.y < REACH * height &&
      from.x > line.from.x - 0.8 * height &&
      from.x < line.to.x,
  )
  if (!over.some(({ from, height }) => Math.abs(from.x - line.from.x) < 0.8 * height)) return []
  return over.flatMap(({ from, height }) => {
    if (from.x < line.from.x + 2 * height) return []
    const share = (from.x - line.from.x) / length
    const at = line.edges.findIndex((edge) => Math.abs(edge - share) * length < 0.45 * height)
    return at > 0 && at < line.text.length ? [at] : []
  })
}

/** The lines as one column each. */
export function splitColumns(lines: readonly ScreenLine[]): ScreenLine[] {
  const labels = lines.filter(({ text }) => text.length < 18 && labelAt(text)?.end === text.length)
  return lines.flatMap((line) => {
    const cuts = [...new Set([...gaps(line), ...underLabels(line, labels)])].sort((a, b) => a - b)
    if (cuts.length === 0) return [line]
    return [...cuts, line.text.length]
      .map((end, index) => piece(line, cuts[index - 1] ?? 0, end))
      .filter(({ text }) => text.trim() !== '')
  })
}
