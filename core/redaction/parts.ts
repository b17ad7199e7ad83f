// The parts of a text: runs of ASCII letters and digits. Where each stands is noted, what it is made of is told on demand.
import { isDigit, isUpper } from './glyphs.ts'
import { HEX } from './units.ts'

/** Units `start` up to `end` of the view. */
export type Part = {
  readonly start: number
  readonly end: number
  readonly digits: number
  readonly uppers: number
  readonly lowers: number
  readonly hex: boolean
}

const LEAST = 1_024
/** Room for more is let go after use: one large text does not keep memory for ever. */
const MOST_KEPT = 65_536

/** In the order they stand. One object serves one text after the other: few parts of a text are asked about. */
export class Parts {
  length = 0
  #codes: Uint16Array = new Uint16Array(0)
  #starts = new Int32Array(LEAST)
  #ends = new Int32Array(LEAST)
  #kinds = new Uint8Array(LEAST)

  /** Turns to the units of another text. */
  clear(codes: Uint16Array): void {
    this.#codes = codes
    this.length = 0
    if (this.#starts.length > MOST_KEPT) {
      this.#starts = new Int32Array(LEAST)
      this.#ends = new Int32Array(LEAST)
      this.#kinds = new Uint8Array(LEAST)
    }
  }

  /** Adds a part and returns its index. `kind`: what some of its characters are, and HEX if all of them are (units.ts). */
  add(start: number, end: number, kind: number): number {
    if (this.length === this.#starts.length) this.#grow()
    this.#starts[this.length] = start
    this.#ends[this.length] = end
    this.#kinds[this.length] = kind
    return this.length++
  }

  /** Where a part begins; -1 outside the list. */
  start(index: number): number {
    return index >= 0 && index < this.length ? (this.#starts[index] ?? -1) : -1
  }

  /** Where a part ends (exclusive); -1 outside the list. */
  end(index: number): number {
    return index >= 0 && index < this.length ? (this.#ends[index] ?? -1) : -1
  }

  /** The number of its characters; 0 outside the list. */
  size(index: number): number {
    return this.end(index) - this.start(index)
  }

  /** What was told when it was added; 0 outside the list. */
  kind(index: number): number {
    return index >= 0 && index < this.length ? (this.#kinds[index] ?? 0) : 0
  }

  /** The part at `index`; undefined outside the list. */
  at(index: number): Part | undefined {
    const start = this.start(index)
    if (start < 0) return undefined
    const end = this.end(index)
    let digits = 0
    let uppers = 0
    for (let at = start; at < end; at++) {
      const unit = this.#codes[at] ?? 0
      if (isDigit(unit)) digits++
      else if (isUpper(unit)) uppers++
    }
    const hex = (this.kind(index) & HEX) !== 0
    return { start, end, digits, uppers, lowers: end - start - digits - uppers, hex }
  }

  /** Index of the part that begins at or reaches over `at`; -1 if none does. */
  over(at: number): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low > 0 && at < (this.#ends[low - 1] ?? 0) ? low - 1 : -1
  }

  #grow(): void {
    const [starts, ends, kinds] = [this.#starts, this.#ends, this.#kinds]
    this.#starts = new Int32Array(starts.length * 2)
    this.#starts.set(starts)
    this.#ends = new Int32Array(ends.length * 2)
    this.#ends.set(ends)
    this.#kinds = new Uint8Array(kinds.length * 2)
    this.#kinds.set(kinds)
  }
}
