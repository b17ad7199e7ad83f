// Which parts of a text may belong to a code, to 32 hex digits, or to something spaced out: few do, and only they are asked about.
import { Indexes } from './pool.ts'

/** Four groups make a code. */
const GROUPS = 4
const LONGEST_GROUP = 5
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
    this.#length += size
    if (this.#length >= this.#least) this.#noted.addUpTo(this.#from, index)
  }

  end(index: number): void {
    this.#from = index + 1
    this.#length = 0
  }
}

/** Indexes of the parts of one text by what they may be; no part that a rule would claim is missing (clues.test.ts). */
export class Clues {
  readonly code = new Indexes()
  readonly hex = new Indexes()
  readonly lone = new Indexes()
  readonly #hexRow = new Row(HEX_LENGTH, this.hex)
  readonly #loneRow = new Row(LONE_LENGTH, this.lone)
  #even = 0

  clear(): void {
    this.code.clear()
    this.hex.clear()
    this.lone.clear()
    this.#hexRow.end(-1)
    this.#loneRow.end(-1)
    this.#even = 0
  }

  /** Part number `index` has `size` characters; the numbers of its digits and capitals, and whether all are hex. */
  add(index: number, size: number, digits: number, uppers: number, hex: boolean): void {
    // Most words of a text: small letters, too long for a group of a code.
    if (digits === 0 && !hex && size > LONGEST_GROUP) {
      this.#hexRow.end(index)
      this.#loneRow.end(index)
      this.#even = 0
      return
    }
    if (hex) this.#hexRow.goOn(index, size)
    else this.#hexRow.end(index)
    if (size === 1) this.#loneRow.goOn(index, 1)
    else this.#loneRow.end(index)
    const mixed = digits > 0 && digits < size
    // Four groups of one size without a small letter are a code without any digit beside a letter.
    this.#even = (size === 4 || size === 5) && digits + uppers === size ? this.#even + 1 : 0
    if ((mixed && size >= 3 && size <= 6) || this.#even >= GROUPS) this.code.addUpTo(index - GROUPS + 1, index)
    else if (mixed && (size === 16 || size === 20)) this.code.addUpTo(index, index)
  }
}
