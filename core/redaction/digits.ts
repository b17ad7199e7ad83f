// Digit groups of a view: ASCII, Chinese and look-alike digits with their values, ready to be read as numbers.
import { boldLookDigit, chineseDigit, isAlnum, isDigit, isLetter, plainLookDigit } from './glyphs.ts'

/** A letter touches the group: it is part of a word (a label glued to it does not count). */
export const LETTER_BEFORE = 1
export const LETTER_AFTER = 2
/** Some digits are Chinese; look like O, l, I; look like S, B, Z. */
export const CHINESE = 4
export const PLAIN_LOOK = 8
export const BOLD_LOOK = 16
/** The group is followed at once by X or x, as an identity number may be. */
export const X_AFTER = 32

/** Groups as parallel columns; group `g` owns the digits `first[g]` up to `first[g + 1]`. */
export class DigitGroups {
  readonly first: number[] = []
  readonly flags: number[] = []
  readonly values: number[] = []
  /** Where each digit stands in the view. */
  readonly places: number[] = []

  get count(): number {
    return this.flags.length
  }

  /** Index of the first digit of group `group`; of the one past the last digit for `count`. */
  begin(group: number): number {
    return this.first[group] ?? this.values.length
  }

  size(group: number): number {
    return this.begin(group + 1) - this.begin(group)
  }

  flag(group: number): number {
    return this.flags[group] ?? 0
  }

  value(digit: number): number {
    return this.values[digit] ?? -1
  }

  place(digit: number): number {
    return this.places[digit] ?? -1
  }

  add(codes: Uint16Array, from: number, to: number, flags: number, read: (unit: number) => number): void {
    this.first.push(this.values.length)
    this.flags.push(flags)
    for (let at = from; at < to; at++) {
      this.values.push(read(codes[at] ?? 0))
      this.places.push(at)
    }
  }
}

const ascii = (unit: number): number => unit - 48
const plain = (unit: number): number => (isDigit(unit) ? ascii(unit) : plainLookDigit(unit))
const bold = (unit: number): number => {
  const digit = plain(unit)
  return digit >= 0 ? digit : boldLookDigit(unit)
}

const TIMES = 0xd7
const isX = (unit: number): boolean => unit === 88 || unit === 120 || unit === TIMES

type Reading = { readonly flags: number; readonly read: (unit: number) => number }

/** How the units `from` up to `end` read as one number, or undefined where they are a word. */
function readingOf(codes: Uint16Array, from: number, end: number, x: boolean): Reading | undefined {
  let digits = 0
  let plainLook = 0
  let boldLook = 0
  for (let at = from; at < end; at++) {
    const unit = codes[at] ?? 0
    if (isDigit(unit)) digits++
    else if (plainLookDigit(unit) >= 0) plainLook++
    else if (boldLookDigit(unit) >= 0) boldLook++
  }
  const size = end - from
  if (digits === size) return { flags: 0, read: ascii }
  if (digits + plainLook === size && digits * (size < 10 ? 2 : 3) >= size && !x)
    return { flags: PLAIN_LOOK, read: plain }
  // A group of nothing but the letter O is believed between digits only; the reader of numbers decides.
  if (digits === 0 && size <= 4 && !x && onlyO(codes, from, end)) return { flags: PLAIN_LOOK, read: plain }
  if (digits + plainLook + boldLook === size && size >= 3 && digits * 3 >= size * 2) {
    return { flags: BOLD_LOOK | (plainLook ? PLAIN_LOOK : 0), read: bold }
  }
  return undefined
}

/** A run of letters and digits: one group if it reads as a number, else its stretches of digits. */
function readAlnum(groups: DigitGroups, codes: Uint16Array, from: number, to: number, labelled: boolean): void {
  const x = to - from > 1 && isX(codes[to - 1] ?? 0)
  const end = x ? to - 1 : to
  const before = !labelled && isLetter(codes[from - 1] ?? 0) ? LETTER_BEFORE : 0
  const reading = readingOf(codes, from, end, x)
  if (reading) {
    const sign = x ? X_AFTER | LETTER_AFTER : (codes[to] ?? 0) === TIMES ? X_AFTER : 0
    groups.add(codes, from, end, before | sign | reading.flags, reading.read)
    return
  }
  for (let at = from; at < to; ) {
    if (!isDigit(codes[at] ?? 0)) {
      at++
      continue
    }
    let stop = at
    while (stop < to && isDigit(codes[stop] ?? 0)) stop++
    const after = stop < to ? LETTER_AFTER | (stop === to - 1 && x ? X_AFTER : 0) : 0
    groups.add(codes, at, stop, (at > from ? LETTER_BEFORE : before) | after, ascii)
    at = stop
  }
}

function onlyO(codes: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (plainLookDigit(codes[at] ?? 0) !== 0) return false
  return true
}

/** Reads all groups. `labelEnds` are places where a label ends: a number glued to it (tel138…) begins there. */
export function digitGroupsOf(codes: Uint16Array, labelEnds: ReadonlySet<number>): DigitGroups {
  const groups = new DigitGroups()
  for (let at = 0; at < codes.length; ) {
    const unit = codes[at] ?? 0
    if (isAlnum(unit)) {
      let to = at
      let from = at
      while (to < codes.length && isAlnum(codes[to] ?? 0)) {
        to++
        if (labelEnds.has(to) && isLetter(codes[to - 1] ?? 0)) from = to
      }
      if (from < to) readAlnum(groups, codes, from, to, from > at)
      at = to
    } else if (chineseDigit(unit) >= 0) {
      let to = at
      while (to < codes.length && chineseDigit(codes[to] ?? 0) >= 0) to++
      groups.add(codes, at, to, CHINESE, chineseDigit)
      at = to
    } else at++
  }
  return groups
}
