// Which parts of a text may belong to a code, to 32 hex digits, or to something spaced out: few do, and only they are asked about.
import { LINE_GAP } from './number-run.ts'
import type { Parts } from './parts.ts'
import { Indexes } from './pool.ts'
import { DIGIT, LETTER, LOWER } from './units.ts'

/** Four groups make a code. */
const GROUPS = 4
/** Groups of mistyped codes are that short, or that long. */
export const SHORTEST_GROUP = 3
export const LONGEST_GROUP = 6
const HEX_LENGTH = 32
/** So many single characters in a row are a spaced-out token at least. */
const LONE_LENGTH = 12

/** What a rule of parts is about; the reading tells which parts it may be. */
export type Clue = 'code' | 'hex' | 'lone'

/** A row of parts of one sort: once they are long enough together, each of them is noted. */
class Row {
  #from = 0
  #length = 0
  readonly #least: number
  readonly #noted: Indexes

  constructor(least: number, noted: Indexes) {
    this.#least = least
    this.#noted = noted
  }

  goOn(index: number, size: number): void {
    if (this.#length === 0) this.#from = index
    this.#length += size
    if (this.#length >= this.#least) this.#noted.addUpTo(this.#from, index)
  }

  end(): void {
    this.#length = 0
  }
}

/** Indexes of the parts of one text by what they may be; no part that a rule would claim is missing (redaction-declared.test.ts). */
export class Clues {
  readonly code = new Indexes()
  readonly hex = new Indexes()
  readonly lone = new Indexes()
  readonly #hexRow = new Row(HEX_LENGTH, this.hex)
  readonly #loneRow = new Row(LONE_LENGTH, this.lone)
  readonly #parts: Parts
  #even = 0
  /** A row goes on: what stands next must be told. */
  #open = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  clear(): void {
    this.code.clear()
    this.hex.clear()
    this.lone.clear()
    this.#end()
  }

  /** Index of the first part that may stand in one code with part number `index`. */
  #groupsBefore(index: number): number {
    const parts = this.#parts
    let from = index
    for (let before = index - 1; before > index - GROUPS; before--) {
      const size = parts.size(before)
      if (size < SHORTEST_GROUP || size > LONGEST_GROUP || parts.start(from) - parts.end(before) > LINE_GAP) break
      from = before
    }
    return from
  }

  /** A part that belongs to no row: several small letters, not all of them hex. */
  pass(): void {
    if (this.#open) this.#end()
  }

  #end(): void {
    this.#hexRow.end()
    this.#loneRow.end()
    this.#even = 0
    this.#open = false
  }

  /** Part number `index` has `size` characters; what some of them are (units.ts), and whether all are hex. */
  add(index: number, size: number, some: number, hex: boolean): void {
    this.#open = true
    if (hex) this.#hexRow.goOn(index, size)
    else this.#hexRow.end()
    if (size === 1) this.#loneRow.goOn(index, 1)
    else this.#loneRow.end()
    const mixed = (some & DIGIT) !== 0 && (some & LETTER) !== 0
    // Four groups of one size without a small letter are a code without any digit beside a letter.
    this.#even = (size === 4 || size === 5) && (some & LOWER) === 0 ? this.#even + 1 : 0
    if (this.#even >= GROUPS) this.code.addUpTo(index - GROUPS + 1, index)
    else if (mixed && size >= SHORTEST_GROUP && size <= LONGEST_GROUP)
      this.code.addUpTo(this.#groupsBefore(index), index)
    else if (mixed && (size === 16 || size === 20)) this.code.addUpTo(index, index)
  }
}
