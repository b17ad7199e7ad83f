// Rows as aligned columns on a screen, where a Chinese character takes two places and nothing can move the cursor.

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/gu
// Somebody's nickname must not colour, erase or turn around what an operator reads.
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

export const visible = (text: string): string => text.replace(INVISIBLE, ' ')

const widthOf = (text: string): number => [...text].length + (text.match(WIDE)?.length ?? 0)

/** Two spaces between columns, none at the end of a line. An empty cell is a dash, so that columns can be counted. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => visible(cell) || '-'))
  const widths: number[] = []
  for (const row of cells) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))
  }
  return cells.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  )
}
