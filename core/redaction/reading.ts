// The one pass over a view: parts, words, labels, digit groups and signs, in the order they stand.
import { Clues } from './clues.ts'
import { addDigits, addGroup, CHINESE, type Group, newGroup } from './digits.ts'
import { mayOpen, mayOpenWord } from './label-tree.ts'
import { addLabel, type Label, newLabel } from './labels.ts'
import { openingAt, partList, wordList } from './openings.ts'
import { Parts } from './parts.ts'
import { Indexes, Pool } from './pool.ts'
import { UUID_LENGTH } from './regions.ts'
import * as units from './units.ts'
import { DENSE, goesOn, isJoiner, LONG_TOKEN, LONG_WORD, newWord, type Word } from './words.ts'

// What is imported is looked up at every use, what is the module's own is part of the code: the loop runs for each character.
const { ALNUM, CHINESE_DIGIT, DIGIT, GOES_ON, HEX, LABEL, LETTER, OPENER, SIGN, UPPER } = units
const ORDINARY = LONG_WORD

const STAR = 42
const DASH = 45
const SMALL_O = 111

/** What a page is made of: one reading serves one text after the other. */
export class Reading {
  readonly parts = new Parts()
  /** Without those of one part that nobody wants to be asked about. */
  readonly words = new Pool<Word>(newWord)
  readonly labels = new Pool<Label>(newLabel)
  readonly groups = new Pool<Group>(newGroup)
  /** Where the signs stand that a rule wants to be asked at. */
  readonly signs = new Indexes()
  /** Parts that begin as a rule wants them to. */
  readonly opened = new Indexes()
  readonly clues = new Clues(this.parts)
  /** Where a link, a mention or a mask may begin (regions.ts). */
  readonly openers = new Indexes()
  /** A word is long enough for a UUID. */
  longWords = false
  #codes: Uint16Array = new Uint16Array(0)
  #length = 0
  readonly #table: Uint8Array
  readonly #openings: Uint8Array
  #labelEnd = 0
  #word: Word | undefined
  /** Where a part would continue that word. */
  #joinAt = -1

  /** `table` tells what each unit may be, `openings` who wants to be asked about what begins with two characters. */
  constructor(table: Uint8Array, openings: Uint8Array) {
    this.#table = table
    this.#openings = openings
  }

  /** Reads the first `length` units of `codes`. */
  read(codes: Uint16Array, length: number): void {
    const table = this.#table
    this.#codes = codes
    this.#length = length
    this.#labelEnd = 0
    this.#word = undefined
    this.#joinAt = -1
    this.openers.clear()
    this.longWords = false
    this.signs.clear()
    this.opened.clear()
    this.clues.clear()
    this.parts.clear(codes)
    this.words.clear()
    this.labels.clear()
    this.groups.clear()
    const { parts, clues, signs } = this
    const openings = this.#openings
    for (let at = 0; at < length; ) {
      const unit = codes[at] ?? 0
      const kind = table[unit] ?? 0
      if (kind === 0) at++
      else if (kind & ALNUM) {
        // What some of its characters are, and what all of them are.
        let some = kind
        let all = kind & (HEX | UPPER)
        let end = at + 1
        let after = table[codes[end] ?? 0] ?? 0
        for (; after & ALNUM; after = table[codes[++end] ?? 0] ?? 0) {
          some |= after
          all &= after
        }
        const index = parts.add(at, end, (some & ALNUM) | (all & HEX))
        const second = codes[at + 1] ?? 0
        const opening = openings[openingAt(unit, second)] ?? 0
        // An ordinary word, most of them: only a label may begin with it.
        if (
          (some & DIGIT) === 0 &&
          all === 0 &&
          (after & GOES_ON) === 0 &&
          at !== this.#joinAt &&
          end - at > 1 &&
          end - at < ORDINARY &&
          // Two letters O may be digits.
          ((unit & second) | 32) !== SMALL_O &&
          (opening === 0 || (partList(opening) === 0 && !goesOn(codes[end] ?? 0, codes[end + 1] ?? 0)))
        ) {
          clues.pass()
          if (mayOpenWord(unit, second, codes[at + 2] ?? 0, end - at)) this.#label(at)
        } else this.#part(index, at, end, some, (all & HEX) !== 0, opening)
        at = end
      } else {
        if (kind & LABEL && mayOpen(unit, codes[at + 1] ?? 0)) this.#label(at)
        if (kind & SIGN) signs.add(at)
        if (kind & OPENER) this.#opener(unit, at)
        at = kind & CHINESE_DIGIT ? this.#chinese(at) : at + 1
      }
    }
  }

  /** A sign that opens something: of stars and dashes only rows do, and each where it begins. */
  #opener(unit: number, at: number): void {
    const codes = this.#codes
    const row = unit === STAR || unit === DASH
    if (row && (codes[at + 1] !== unit || codes[at + 2] !== unit || (at > 0 && codes[at - 1] === unit))) return
    if (unit === DASH) this.signs.add(at)
    else this.openers.add(at)
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

  /** Part number `index` is no ordinary word: `some` of its characters are (units.ts), `hex` whether all of them are hex. */
  #part(index: number, start: number, end: number, some: number, hex: boolean, opening: number): void {
    const codes = this.#codes
    const size = end - start
    const digits = (some & DIGIT) === 0 ? 0 : (some & LETTER) === 0 ? size : this.#digitsIn(start, end)
    if (partList(opening) > 0) this.opened.add(index)
    this.clues.add(index, size, some, hex)
    this.#join(start, end, digits, opening)
    if (digits === size) {
      addDigits(this.groups, codes, start, end)
      return
    }
    const letters = digits === 0 ? size : 0
    const may = mayOpenWord(codes[start] ?? 0, codes[start + 1] ?? 0, codes[start + 2] ?? 0, letters)
    const labelEnd = may ? this.#label(start) : -1
    // A number glued to its label (tel138…) begins where the label ends.
    const from = labelEnd < end ? Math.max(labelEnd, start) : start
    if (digits > 0 || (end - from <= 4 && ((codes[from] ?? 0) | 32) === SMALL_O))
      addGroup(this.groups, codes, from, end, digits)
  }

  #digitsIn(start: number, end: number): number {
    let digits = 0
    for (let at = start; at < end; at++) digits += (this.#table[this.#codes[at] ?? 0] ?? 0) & DIGIT
    return digits
  }

  /** The part continues the word before it if a single dash or underscore stands between. */
  #join(start: number, end: number, digits: number, opening: number): void {
    const joined = start === this.#joinAt
    this.#joinAt = isJoiner(this.#codes[end] ?? 0) ? end + 1 : -1
    const word = this.#word
    if (word && joined) {
      word.end = end
      word.to++
      word.digits += digits
      if (end - word.start >= UUID_LENGTH) this.longWords = true
      return
    }
    const list = wordList(opening)
    if (this.#ofNobody(end, end - start, digits, list)) return
    const from = this.parts.length - 1
    const next = this.words.next()
    next.start = start
    next.end = end
    next.from = from
    next.to = from + 1
    next.digits = digits
    next.list = list
    this.#word = next
  }

  /** Nobody wants to be asked about the word of one part that ends at `end`: most words of a text. */
  #ofNobody(end: number, size: number, digits: number, list: number): boolean {
    const after = this.#codes[end] ?? 0
    if (size >= LONG_TOKEN || isJoiner(after) || DENSE.has(after)) return false
    return list === 0 || (digits === 0 && size < LONG_WORD && !goesOn(after, this.#codes[end + 1] ?? 0))
  }
}
