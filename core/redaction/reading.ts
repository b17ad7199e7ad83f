// The one pass over a view: parts, words, labels, digit groups and signs, in the order they stand.
import { addDigits, addGroup, CHINESE, type Group, newGroup } from './digits.ts'
import { plainLookDigit } from './glyphs.ts'
import { addLabel, type Label, newLabel } from './labels.ts'
import { Pool } from './pool.ts'
import { ANGLE, BRACKET, LONG_WORD, SLASH, STARS, UUID_LENGTH } from './regions.ts'
import { ALNUM, CHINESE_DIGIT, DIGIT, HEX, LABEL, OPENER, SIGN, UPPER } from './units.ts'
import { isJoiner, newPart, newWord, type Part, type Word } from './words.ts'

const ANGLE_OPENS = 60
const BRACKET_OPENS = 91
const SLASH_SIGN = 47
const STAR = 42

/** What a page is made of: one reading serves one text after the other. */
export class Reading {
  readonly parts = new Pool<Part>(newPart)
  readonly words = new Pool<Word>(newWord)
  readonly labels = new Pool<Label>(newLabel)
  readonly groups = new Pool<Group>(newGroup)
  /** Where the signs stand that a rule wants to be asked at: the first `signCount`. */
  readonly signs: number[] = []
  signCount = 0
  /** What a region may begin with, if there is any of it (regions.ts). */
  openers = 0
  #codes: Uint16Array = new Uint16Array(0)
  #length = 0
  readonly #table: Uint8Array
  #labelEnd = 0
  #word: Word | undefined

  /** `table` tells what each unit may be. */
  constructor(table: Uint8Array) {
    this.#table = table
  }

  /** Reads the first `length` units of `codes`. */
  read(codes: Uint16Array, length: number): void {
    const table = this.#table
    this.#codes = codes
    this.#length = length
    this.#labelEnd = 0
    this.#word = undefined
    this.openers = 0
    this.signCount = 0
    this.parts.clear()
    this.words.clear()
    this.labels.clear()
    this.groups.clear()
    for (let at = 0; at < length; ) {
      const unit = codes[at] ?? 0
      const kind = table[unit] ?? 0
      if (kind === 0) at++
      else if (kind & ALNUM) at = this.#part(codes, at, length)
      else {
        if (kind & LABEL) this.#label(at)
        if (kind & SIGN) this.signs[this.signCount++] = at
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
    const end = addLabel(this.labels, this.#codes, this.#length, at)
    if (end >= 0) this.#labelEnd = end
    return end
  }

  #chinese(start: number): number {
    const codes = this.#codes
    let end = start + 1
    while (end < this.#length && (this.#table[codes[end] ?? 0] ?? 0) & CHINESE_DIGIT) end++
    const group = this.groups.next()
    group.start = start
    group.end = end
    group.flags = CHINESE
    return end
  }

  #part(codes: Uint16Array, start: number, length: number): number {
    const table = this.#table
    let end = start
    let digits = 0
    let uppers = 0
    let turns = 0
    let hex = HEX
    let was = -1
    for (; end < length; end++) {
      const kind = table[codes[end] ?? 0] ?? 0
      if ((kind & ALNUM) === 0) break
      const digit = kind & DIGIT
      digits += digit
      uppers += (kind & UPPER) >> 1
      if (digit !== was) turns++
      was = digit
      hex &= kind
    }
    const size = end - start
    const part = this.parts.next()
    part.start = start
    part.end = end
    part.digits = digits
    part.uppers = uppers
    part.lowers = size - digits - uppers
    part.turns = turns - 1
    part.hex = hex !== 0
    this.#join(start, end, digits)
    if (digits === size) {
      addDigits(this.groups, codes, start, end)
      return end
    }
    const labelEnd = this.#label(start)
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
    const next = this.words.next()
    next.start = start
    next.end = end
    next.from = from
    next.to = from + 1
    next.digits = digits
    this.#word = next
  }
}
