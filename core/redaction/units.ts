// What each unit of a view may be, as bits of one table: the reader looks once and knows.
import { boldLookDigit, chineseDigit, plainLookDigit } from './glyphs.ts'
import { opensLabel } from './label-tree.ts'

export const DIGIT = 1
export const UPPER = 2
export const LOWER = 4
export const LETTER = UPPER | LOWER
export const ALNUM = DIGIT | LETTER
export const HEX = 8
/** The same bit of a unit that is no letter or digit: a word before it goes on, or is a piece of base64. */
export const GOES_ON = 8
/** A Chinese label may begin here. */
export const LABEL = 16
export const CHINESE_DIGIT = 32
/** A rule wants to be asked at this sign. */
export const SIGN = 64
/** A link, a mention, a mask or a row of signs may stand here: "/", "<", "*", "[". */
export const OPENER = 128

/** No digit. */
export const NO_VALUE = 255

/** The digit a unit shows: ASCII, Chinese, or a letter that looks like one. */
export const digitValue = new Uint8Array(0x10000).fill(NO_VALUE)

const bare = new Uint8Array(0x10000)
for (let unit = 0; unit < 0x10000; unit++) {
  const chinese = chineseDigit(unit)
  if (chinese >= 0) {
    bare[unit] = CHINESE_DIGIT
    digitValue[unit] = chinese
  }
  if (unit > 0x7f && opensLabel(unit)) bare[unit] = (bare[unit] ?? 0) | LABEL
}
for (const unit of [42, 47, 60, 91]) bare[unit] = OPENER
for (const unit of [43, 45, 47, 61, 95]) bare[unit] = (bare[unit] ?? 0) | GOES_ON
for (let unit = 48; unit <= 57; unit++) {
  bare[unit] = DIGIT | HEX
  digitValue[unit] = unit - 48
}
for (let letter = 0; letter < 26; letter++) {
  for (const [first, bit] of [
    [65, UPPER],
    [97, LOWER],
  ] as const) {
    const unit = first + letter
    bare[unit] = bit | (letter < 6 ? HEX : 0)
    const look = plainLookDigit(unit) >= 0 ? plainLookDigit(unit) : boldLookDigit(unit)
    if (look >= 0) digitValue[unit] = look
  }
}

/** The table for rules that want to be asked at `signs`, and where rows of `rows` begin. */
export function unitTable(signs: string, rows: string): Uint8Array {
  const table = bare.slice()
  const mark = (text: string, bit: number): void => {
    for (let i = 0; i < text.length; i++) table[text.charCodeAt(i)] = (table[text.charCodeAt(i)] ?? 0) | bit
  }
  mark(signs, SIGN)
  mark(rows, OPENER)
  return table
}
