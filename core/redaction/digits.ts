// Digit groups of a view: ASCII, Chinese and look-alike digits with their values, ready to be read as numbers.
import { boldLookDigit, isDigit, plainLookDigit } from './glyphs.ts'
import type { Gap } from './number-run.ts'
import type { Pool } from './pool.ts'

/** A letter stands right behind the group: it is part of a word. */
export const LETTER_AFTER = 2
/** Some digits are Chinese; look like O, l, I; look like S, B, Z. */
export const CHINESE = 4
export const PLAIN_LOOK = 8
export const BOLD_LOOK = 16
/** The group is followed at once by X or x, as an identity number may be. */
export const X_AFTER = 32

/** Units `start` up to `end` of the view, each a digit (`digitValue`). Good until the next text. */
export type Group = {
  start: number
  end: number
  flags: number
  /** What stands between this group and the next, if one number may reach over both (scan.ts). */
  gap: Gap | undefined
  /** Digits from here to where no number reaches further (scan.ts). */
  rest: number
}
export const newGroup = (): Group => ({ start: 0, end: 0, flags: 0, gap: undefined, rest: 0 })

function add(groups: Pool<Group>, start: number, end: number, flags: number): void {
  const group = groups.next()
  group.start = start
  group.end = end
  group.flags = flags
}

const TIMES = 0xd7
const isX = (unit: number): boolean => unit === 88 || unit === 120 || unit === TIMES

/** How the units `from` up to `end`, `digits` of which are ASCII digits, read as one number; -1 where they are a word. */
function lookOf(codes: Uint16Array, from: number, end: number, digits: number, x: boolean): number {
  const size = end - from
  if (digits === size) return 0
  let plainLook = 0
  let boldLook = 0
  let zeros = 0
  for (let at = from; at < end; at++) {
    const unit = codes[at] ?? 0
    if (isDigit(unit)) continue
    const look = plainLookDigit(unit)
    if (look >= 0) plainLook++
    else if (boldLookDigit(unit) >= 0) boldLook++
    else return -1
    if (look === 0) zeros++
  }
  if (boldLook === 0 && !x) {
    if (digits * (size < 10 ? 2 : 3) >= size) return PLAIN_LOOK
    // A group of nothing but the letter O is believed between digits only; the reader of numbers decides.
    if (digits === 0 && zeros === size && size <= 4) return PLAIN_LOOK
  }
  return size >= 3 && digits * 3 >= size * 2 ? BOLD_LOOK | (plainLook ? PLAIN_LOOK : 0) : -1
}

/** Adds a run of nothing but ASCII digits. */
export const addDigits = (groups: Pool<Group>, codes: Uint16Array, from: number, to: number): void =>
  add(groups, from, to, codes[to] === TIMES ? X_AFTER : 0)

/**
 * Adds the digit group of a run of letters and digits, `digits` of which are digits: all of it if it reads as a number,
 * else the digits it begins with. Digits behind a letter are part of a word.
 */
export function addGroup(groups: Pool<Group>, codes: Uint16Array, from: number, to: number, digits: number): void {
  const x = to - from > 1 && isX(codes[to - 1] ?? 0)
  const end = x ? to - 1 : to
  const look = lookOf(codes, from, end, digits, x)
  if (look >= 0) {
    add(groups, from, end, look | (x ? X_AFTER | LETTER_AFTER : codes[to] === TIMES ? X_AFTER : 0))
    return
  }
  let stop = from
  while (isDigit(codes[stop] ?? 0)) stop++
  if (stop > from) add(groups, from, stop, LETTER_AFTER | (x && stop === to - 1 ? X_AFTER : 0))
}
