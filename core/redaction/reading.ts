// The one pass over a view: parts, words, labels, digit groups and signs, in the order they stand.
import { addGroup, CHINESE, type Group } from './digits.ts'
import { plainLookDigit } from './glyphs.ts'
import { type Label, labelAt } from './labels.ts'
import { ANGLE, BRACKET, LONG_WORD, SLASH, STARS, UUID_LENGTH } from './regions.ts'
import { ALNUM, CHINESE_DIGIT, DIGIT, HEX, LABEL, OPENER, SIGN, UPPER } from './units.ts'
import { isJoiner, type Part, type Word } from './words.ts'

type Growing<T> = { -readonly [field in keyof T]: T[field] }

const ANGLE_OPENS = 60
const BRACKET_OPENS = 91
const SLASH_SIGN = 47
const STAR = 42

/** What a page is made of. */
export class Reading {
  readonly parts: Part[] = []
  readonly words: Word[] = []
  readonly labels: Label[] = []
  readonly groups: Group[] = []
  /** Where the signs stand that a rule wants to be asked at. */
  readonly signs: number[] = []
  /** What a region may begin with, if there is any of it (regions.ts). */
  openers = 0
  readonly #codes: Uint16Array
  readonly #length: number
  readonly #table: Uint8Array
  #labelEnd = 0
  #word: Growing<Word> | undefined

  /** Reads the first `length` units of `codes`; `table` tells what each may be. */
  constructor(codes: Uint16Array, length: number, table: Uint8Array) {
    this.#codes = codes
    this.#length = length
    this.#table = table
    for (let at = 0; at < length; ) {
      const unit = codes[at] ?? 0
      const kind = table[unit] ?? 0
      if (kind === 0) at++
      else if (kind & ALNUM) at = this.#part(at)
      else {
        if (kind & LABEL) this.#label(at)
        if (kind & SIGN) this.signs.push(at)
        if (kind & OPENER) this.#opener(unit, at)
        at = kind & CHINESE_DIGIT ? this.#chinese(at) : at + 1
      }
    }
  }

  #opener(unit: number, at: number): void {
    const codes = this.#codes
    if (unit === SLASH_SIGN) this.openers |= SLASH
    else if (unit === ANGLE_OPENS) this.openers |= ANGLE
    else if (unit === BRACKET_OPENS) this.openers |= BRACKET
    else if (codes[at + 1] === STAR && codes[at + 2] === STAR) this.openers |= STARS
  }

  /** Reads a label at `at`; returns its end, or -1. Labels do not overlap. */
  #label(at: number): number {
    if (at < this.#labelEnd) return -1
    const label = labelAt(this.#codes, this.#length, at)
    if (!label) return -1
    this.labels.push(label)
    this.#labelEnd = label.end
    return label.end
  }

  #chinese(start: number): number {
    const codes = this.#codes
    let end = start + 1
    while (end < this.#length && (this.#table[codes[end] ?? 0] ?? 0) & CHINESE_DIGIT) end++
    this.groups.push({ start, end, flags: CHINESE })
    return end
  }

  #part(start: number): number {
    const codes = this.#codes
    const table = this.#table
    let end = start
    let digits = 0
    let uppers = 0
    let turns = 0
    let hex = HEX
    let was = (table[codes[start] ?? 0] ?? 0) & DIGIT
    for (; end < this.#length; end++) {
      const kind = table[codes[end] ?? 0] ?? 0
      if ((kind & ALNUM) === 0) break
      const digit = kind & DIGIT
      digits += digit
      if (kind & UPPER) uppers++
      if (digit !== was) turns++
      was = digit
      hex &= kind
    }
    const size = end - start
    this.parts.push({ start, end, digits, uppers, lowers: size - digits - uppers, turns, hex: hex !== 0 })
    this.#join(start, end, digits)
    const labelEnd = digits === size ? -1 : this.#label(start)
    // A number glued to its label (tel138…) begins where the label ends.
    const from = labelEnd < end ? Math.max(labelEnd, start) : start
    if (digits > 0 || (end - from <= 4 && plainLookDigit(codes[from] ?? 0) === 0))
      addGroup(this.groups, codes, from, end, digits)
    return end
  }

  /** The part continues the word before it if a single dash or underscore stands between. */
  #join(start: number, end: number, digits: number): void {
    const word = this.#word
    if (word && word.end + 1 === start && isJoiner(this.#codes[word.end] ?? 0)) {
      word.end = end
      word.to++
      word.digits += digits
      if (end - word.start >= UUID_LENGTH) this.openers |= LONG_WORD
      return
    }
    const from = this.parts.length - 1
    this.#word = { start, end, from, to: from + 1, digits }
    this.words.push(this.#word)
  }
}
