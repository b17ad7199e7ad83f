// Lines of a page as a reader would give them, typed by hand, and whether a text on them gets covered.
import { readScreen, type ScreenLine } from '../../core/redaction/screenshot/screen.ts'

export const SIZE = 20

/** A line of text at a place; every character as wide as it is in print. */
export function line(text: string, x: number, y: number, confidence = 0.98): ScreenLine {
  const widths = [...text].map((sign) => (sign > '\u2e80' ? SIZE : SIZE / 2))
  const length = widths.reduce((sum, width) => sum + width, 0)
  const edges = [0, ...widths.map((_, at) => widths.slice(0, at + 1).reduce((sum, width) => sum + width, 0) / length)]
  return { text, confidence, edges, height: SIZE * 1.2, from: { x, y }, to: { x: x + length, y } }
}

/** Label left, value right, one row below the other. */
export const rows = (...pairs: readonly (readonly [string, string])[]): ScreenLine[] =>
  pairs.flatMap(([label, value], row) => [
    ...(label === '' ? [] : [line(label, 20, 40 + row * 40)]),
    ...(value === '' ? [] : [line(value, 300, 40 + row * 40)]),
  ])

/** Whether a cover lies over the middle of the line's character at `at`. */
export function hidden(lines: readonly ScreenLine[], text: string): boolean {
  const found = lines.find((one) => one.text.includes(text))
  if (!found) throw new Error(`no line says ${text}`)
  const at = found.text.indexOf(text)
  const { covers } = readScreen(lines)
  return Array.from({ length: text.length }, (_, offset) => {
    const share = ((found.edges[at + offset] ?? 0) + (found.edges[at + offset + 1] ?? 1)) / 2
    const x = found.from.x + share * (found.to.x - found.from.x)
    const y = found.from.y + share * (found.to.y - found.from.y)
    return covers.some((box) => x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h)
  }).every((covered) => covered)
}
