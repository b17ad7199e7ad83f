// Values that run over the end of a line in flowing text: a chat bubble, a mail, a page of documentation.
import type { Placed, Row } from './screenshot-layout.ts'

const NEAR = 2.1
const TOKEN_START = /^[A-Za-z0-9_+/=-]{2,}/
const TOKEN_END = /[A-Za-z0-9_+/=-]{2,}$/

/** A token that is no word of a sentence. */
const odd = (token: string): boolean => /\d/.test(token) || /[a-z][A-Z]|[A-Z]{3}/.test(token) || token.length >= 10

const beneath = (line: Placed, row: Row): Placed | undefined =>
  row.lines.find(
    (other) =>
      other.from.x < line.to.x &&
      other.to.x > line.from.x &&
      Math.abs(other.from.x - line.from.x) < 3 * line.height + (line.label ? 40 * line.height : 0) &&
      other.level - line.level < NEAR * Math.max(line.height, other.height),
  )

function down(line: Placed, next: Placed): void {
  const at = line.text.trimEnd().length - 1
  const head = TOKEN_START.exec(next.text)?.[0]
  if (at < 0 || !line.hides(at) || !head || next.keptAt(0) !== undefined || next.label) return
  if (odd(head) || head.length === next.text.trim().length) next.mark(0, head.length, 'long_token')
}

function up(line: Placed, previous: Placed): void {
  const tail = TOKEN_END.exec(previous.text.trimEnd())
  if (!tail || !line.hides(0) || line.label || previous.keptAt(tail.index) !== undefined) return
  if (/^[A-Za-z0-9_+/=-]{4,}$/.test(tail[0]) && odd(tail[0]))
    previous.mark(tail.index, tail.index + tail[0].length, 'long_token')
}

/** Goes down the page for the ends of values, then up for their beginnings. */
export function flowing(rows: readonly Row[]): void {
  rows.forEach((row, index) => {
    const next = rows[index + 1]
    if (!next) return
    for (const line of row.lines) {
      const other = beneath(line, next)
      if (other) down(line, other)
    }
  })
  for (let index = rows.length - 1; index > 0; index--) {
    const previous = rows[index - 1]
    const row = rows[index]
    if (!previous || !row) continue
    for (const line of previous.lines) {
      const other = beneath(line, row)
      if (other) up(other, line)
    }
  }
}
