// A QR code drawn with half blocks: two rows of squares a line, its quiet zone around it, readable on dark and on light.
import { squaresOf } from '../../core/readers/code-picture.ts'

/** Black on white whatever the theme: a phone does not read a code whose colours are turned round. */
const COLOURS = { on: '\u001b[38;5;16;48;5;231m', off: '\u001b[0m' } as const

/** By (upper is dark, lower is dark), where ink is dark. */
const INK = { true: { true: '█', false: '▀' }, false: { true: '▄', false: ' ' } } as const

/** Lines for a screen; without colours the paper is drawn instead of the ink, for light letters on dark. */
export function drawCode(text: string, coloured: boolean): readonly string[] {
  const squares = squaresOf(text) ?? []
  const lines: string[] = []
  for (let at = 0; at < squares.length; at += 2) {
    const upper = squares[at] ?? []
    // Below an odd last row lies paper.
    const lower = squares[at + 1] ?? []
    const line = upper.map((dark, column) => {
      const ink = [dark, lower[column] ?? false].map((one) => (coloured ? one : !one))
      return INK[`${ink[0] ?? false}`][`${ink[1] ?? false}`]
    })
    lines.push(coloured ? `${COLOURS.on}${line.join('')}${COLOURS.off}` : line.join(''))
  }
  return lines
}
