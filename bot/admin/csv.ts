// A table as a spreadsheet opens it: RFC 4180, with the mark of UTF-8, and nothing in it that a spreadsheet would run.

const MARK = '\uFEFF'
/** What begins a formula in some spreadsheet, half or full width; a leading tab or line break hides one. */
const FORMULA = /^[\s\u200B\u2060\uFEFF]*[=+\-@＝＋－＠\t\r\n|%]/
const QUOTED = /[",\r\n]/

/** An apostrophe makes words of a formula; quotes keep commas and line breaks inside. A plain number stays one. */
export function cell(text: string): string {
  const number = /^\d+(\.\d+)?$/.test(text)
  const safe = !number && FORMULA.test(text) ? `'${text}` : text
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csv = (rows: readonly (readonly string[])[]): string =>
  MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
