// A run of digit groups read as one number: "138 0013 8000", "6222-0202-…", digits split over lines.

import { BOLD_LOOK, CHINESE, type Group, LETTER_AFTER, PLAIN_LOOK, X_AFTER } from './digits.ts'
import { SignSet } from './glyphs.ts'

import type { Label } from './labels.ts'
import type { Topic } from './topics.ts'
import { digitValue } from './units.ts'

const SPACE = 32
const NEWLINE = 10
const QUOTE = 62
const DASH = 45
const UNDERSCORE = 95
const POINT = 46
const COMMA = 44
const LIST_COMMA = 0x3001
const STAR = 42
const SEPARATORS = new SignSet(' -._,/\n>、()|~+*→⇒➜➔➡')

/** Longest way between two groups of one number, in view units; more only after a line break (indent, quote mark). */
const GAP = 3
export const LINE_GAP = 8

export type Gap = 'none' | 'space' | 'dash' | 'point' | 'comma' | 'line' | 'star' | 'other'

const kindOf = (unit: number): Gap => {
  if (unit === DASH || unit === UNDERSCORE) return 'dash'
  if (unit === POINT) return 'point'
  if (unit === COMMA || unit === LIST_COMMA) return 'comma'
  return unit === STAR ? 'star' : 'other'
}

/** What stands between `from` and `to`, or undefined where two numbers are apart. */
export function gapBetween(codes: Uint16Array, from: number, to: number): Gap | undefined {
  if (from === to) return 'none'
  if (to - from > LINE_GAP) return undefined
  let gap: Gap = 'space'
  let signs = 0
  let lines = 0
  for (let at = from; at < to; at++) {
    const unit = codes[at] ?? 0
    if (!SEPARATORS.has(unit)) return undefined
    if (unit === NEWLINE) lines++
    else if (unit === QUOTE) {
      if (!lines) signs++
    } else if (unit !== SPACE) {
      signs++
      gap = kindOf(unit)
    }
  }
  if (lines > 1 || signs > 2 || (signs > 1 && gap === 'star') || (!lines && to - from > GAP)) return undefined
  return lines ? 'line' : gap
}

/** No rule reads more digits than these as one number. */
export const MOST_DIGITS = 36

/** Mutable on purpose: one object serves all candidates of a text, so that hostile input makes no garbage. */
export class NumberRun {
  /** Number of digits; of a single group longer than MOST_DIGITS only so many are kept, and one more is counted. */
  length = 0
  /** Number of groups. */
  groups = 0
  flags = 0
  /** View index of the first digit, and one past the last. */
  start = 0
  end = 0
  /** The label whose value this run is, if there is one. */
  label: Label | undefined
  // Kept and counted by hand: cutting an array short is slow.
  readonly #gaps: Gap[] = []
  readonly #sizes: number[] = []
  readonly #digits = new Uint8Array(MOST_DIGITS + 1)
  #codes: Uint16Array

  constructor(codes: Uint16Array) {
    this.#codes = codes
  }

  /** Turns to another page. */
  read(codes: Uint16Array): void {
    this.#codes = codes
  }

  begin(group: Group, label: Label | undefined): void {
    this.label = label
    this.groups = 0
    this.length = 0
    this.start = group.start
    this.flags = group.flags
    this.#add(group)
  }

  extend(group: Group, gap: Gap): void {
    this.#gaps[this.groups - 1] = gap
    // A letter may touch the run only outside; inside the caller has refused it.
    this.flags = (this.flags & ~(LETTER_AFTER | X_AFTER)) | group.flags
    this.#add(group)
  }

  #add({ start, end }: Group): void {
    const most = Math.min(end, start + MOST_DIGITS + 1 - this.length)
    for (let at = start; at < most; at++) this.#digits[this.length++] = digitValue[this.#codes[at] ?? 0] ?? 0
    this.#sizes[this.groups++] = end - start
    this.end = end
  }

  /** The label right before says that this is such a value. */
  said(topic: Topic): boolean {
    return this.label?.topic === topic
  }

  digit(index: number): number {
    return this.#digits[index] ?? -1
  }

  get text(): string {
    let text = ''
    for (let i = 0; i < this.length; i++) text += this.#digits[i]
    return text
  }

  /** Four stars and the last four digits. */
  get masked(): string {
    let shown = '****'
    for (let i = Math.max(0, this.length - 4); i < this.length; i++) shown += this.#digits[i]
    return shown
  }

  /** What stands between group `index` and the next. */
  gap(index: number): Gap | undefined {
    return this.#gaps[index]
  }

  size(index: number): number {
    return this.#sizes[index] ?? 0
  }

  /** Sizes of the groups: '3-4-4'. */
  get shape(): string {
    let shape = String(this.size(0))
    for (let i = 1; i < this.groups; i++) shape += `-${this.size(i)}`
    return shape
  }

  get solid(): boolean {
    return this.groups === 1
  }

  get letterAfter(): boolean {
    return (this.flags & LETTER_AFTER) !== 0
  }

  get xAfter(): boolean {
    return (this.flags & X_AFTER) !== 0
  }

  /** Letters were read as digits that are not usually taken for them: only a check digit makes that believable. */
  get bold(): boolean {
    return (this.flags & BOLD_LOOK) !== 0
  }

  get disguised(): boolean {
    return (this.flags & (BOLD_LOOK | PLAIN_LOOK | CHINESE)) !== 0
  }

  /** A group ends behind the first `digits` digits, and others follow. */
  breaksAt(digits: number): boolean {
    let length = 0
    for (let i = 0; i < this.groups - 1 && length < digits; i++) length += this.size(i)
    return length === digits
  }

  /** The first `digits` digits stand by themselves: they are one group, or a line ends behind them. */
  wholeAt(digits: number): boolean {
    let length = 0
    let group = 0
    while (group < this.groups - 1 && length < digits) length += this.size(group++)
    return length === digits && group > 0 && (group === 1 || this.#gaps[group - 1] === 'line')
  }

  /** How many of the gaps are of this kind. */
  count(gap: Gap): number {
    let count = 0
    for (let i = 0; i < this.groups - 1; i++) if (this.#gaps[i] === gap) count++
    return count
  }

  /** Every group has `size` digits, the last one may have fewer. */
  evenBy(size: number): boolean {
    for (let i = 0; i < this.groups - 1; i++) if (this.size(i) !== size) return false
    return this.size(this.groups - 1) <= size
  }

  /** Groups of three behind a shorter first: 13 800 138 000. */
  get thousands(): boolean {
    if (this.groups < 2 || this.size(0) > 3) return false
    for (let i = 1; i < this.groups; i++) if (this.size(i) !== 3) return false
    return true
  }
}

/** Luhn's check over the first `length` digits of a run, or all of them. */
export function luhn(run: NumberRun, length = run.length): boolean {
  let sum = 0
  for (let i = 0; i < length; i++) {
    const digit = run.digit(length - 1 - i)
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The digits from `from` on are a date YYYYMMDD between the years `first` and `last`. */
export function dateAt(run: NumberRun, from: number, first: number, last: number): boolean {
  const number = (start: number, size: number): number => {
    let value = 0
    for (let i = start; i < start + size; i++) value = value * 10 + run.digit(i)
    return value
  }
  const year = number(from, 4)
  const month = number(from + 4, 2)
  const day = number(from + 6, 2)
  if (year < first || year > last || month < 1 || month > 12 || day < 1) return false
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0)
}
