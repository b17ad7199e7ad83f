// Amounts, dates and times of day among the digit groups: a number of somebody's never reaches into one, nor out of it.
import { type Group, LETTER_AFTER } from './digits.ts'
import { isDigit, SignSet } from './glyphs.ts'

const SPACE = 32
const PERCENT = 37
const COMMA = 44
const DASH = 45
const POINT = 46
const SLASH = 47
const COLON = 58

/** What the units of money, and of all that is counted in chat, begin with. */
const MONEY_OPENS = new SignSet('元块圆塊圓刀美港人日欧歐英毛角yYrRuUcCdDhHbBeEgGp$€£¥%')
const MONEY =
  /^ ?(?:元|块|圆|塊|圓|毛|角|刀|美元|美金|港币|港幣|港元|人民币|人民幣|日元|欧元|歐元|英镑|英鎊|[$€£¥%]|(?:yuan|rmb|cny|usd|hkd|eur|gbp|dollars?|bucks?|euros?|pounds?|cents?)(?![a-z]))/i
/** What stands before an amount rather than behind it where a number follows: a sign of money not set apart from it ($10, 3719 $ 10), */
const LEADING_SIGN = /^(?: [$€£¥] ?|[$€£¥])\d/
/** or its name, behind the last group of a longer number: 5389 3719 USD 10. */
const LEADING_NAME = /^ ?(?:人民币|人民幣|美元|美金|港币|港幣|rmb|cny|usd|hkd|eur|gbp) ?\d/i
const LEADING_OPENS = new SignSet('$€£¥人美港rRcCuUhHeEgG')
const SHORTEST_PIECE = 3
const LONGEST_PIECE = 6
const TIME_OPENS = new SignSet('年月日号號时時点點分秒天次笔筆个個小dDhHmMtTaApPsS')
const TIME =
  /^ ?(?:[年月日号號时時点點分秒天次笔筆个個]|小时|小時|(?:days?|hours?|hrs?|min(?:ute)?s?|times|am|pm|th|seconds?|secs?)(?![a-z]))/i
const LONGEST_UNIT = 12

/** An amount has no more digits before its point or its unit, a count or a part of a date no more. */
const LONGEST_AMOUNT = 7
const MOST_THOUSANDS = 4
const LONGEST_COUNT = 2
const YEAR = 4
/** Pairs and single digits before a count may be a number written in pairs. */
const NOT_PAIRED = 3

const size = (group: Group): number => group.end - group.start

function textAt(codes: Uint16Array, at: number): string {
  let text = ''
  for (let i = at; i < at + LONGEST_UNIT; i++) text += String.fromCharCode(codes[i] ?? 0)
  return text
}

const follows = (codes: Uint16Array, at: number, opens: SignSet, unit: RegExp): boolean => {
  const first = codes[at] === SPACE ? codes[at + 1] : codes[at]
  return opens.has(first ?? 0) && unit.test(textAt(codes, at))
}

const numberOf = (codes: Uint16Array, { start, end }: Group): number => {
  let value = 0
  for (let at = start; at < end; at++) value = value * 10 + (codes[at] ?? 0) - 48
  return value
}

const within = (value: number, most: number): boolean => value >= 1 && value <= most

/** The groups `first` and `second` are a day, month and day or the other way round, with one dash, slash or point between. */
function dayOf(codes: Uint16Array, first: Group, second: Group): boolean {
  if (size(first) > 2 || size(second) > 2 || second.start !== first.end + 1) return false
  const [one, two] = [numberOf(codes, first), numberOf(codes, second)]
  return (within(one, 12) && within(two, 31)) || (within(one, 31) && within(two, 12))
}

const splits = (unit: number): boolean => unit === DASH || unit === SLASH || unit === POINT

/** How many groups from the first on are a date: 11/20, 11-20-2026, 2026-11-20; 0 where they are none. */
function dateOf(codes: Uint16Array, first: Group, second: Group | undefined, third: Group | undefined): number {
  const sign = codes[first.end] ?? 0
  // The sign goes on before: a number in groups.
  if (!second || !splits(sign) || codes[first.start - 1] === sign || second.start !== first.end + 1) return 0
  const on = third && codes[second.end] === sign && third.start === second.end + 1 ? third : undefined
  const last = on ?? second
  if (codes[last.end] === sign && isDigit(codes[last.end + 1] ?? 0)) return 0
  if (size(first) === YEAR) {
    const year = numberOf(codes, first)
    return on && year >= 1900 && year < 2100 && dayOf(codes, second, on) ? 3 : 0
  }
  if (!dayOf(codes, first, second)) return 0
  return on === undefined ? 2 : size(on) === YEAR ? 3 : 0
}

/** A comma and three digits stand at `at`. */
const thousandAt = (codes: Uint16Array, at: number): boolean =>
  codes[at] === COMMA &&
  isDigit(codes[at + 1] ?? 0) &&
  isDigit(codes[at + 2] ?? 0) &&
  isDigit(codes[at + 3] ?? 0) &&
  !isDigit(codes[at + 4] ?? 0)

/** The money named at `at`, behind `group`, is that of the next number. */
function leads(codes: Uint16Array, at: number, before: Group | undefined, group: Group): boolean {
  // Most units are passed here: 元, 块.
  if (!LEADING_OPENS.has(codes[codes[at] === SPACE ? at + 1 : at] ?? 0)) return false
  const text = textAt(codes, at)
  if (LEADING_SIGN.test(text)) return true
  const piece = before !== undefined && size(before) >= SHORTEST_PIECE && size(before) <= LONGEST_PIECE
  return piece && size(group) >= SHORTEST_PIECE && LEADING_NAME.test(text)
}

/** End of the amount that begins with `group`, its point and thousands included; -1 where nothing tells that it is one. */
function amountEnd(codes: Uint16Array, before: Group | undefined, group: Group): number {
  const { start, end } = group
  let at = end
  for (let thousands = 0; thousands < MOST_THOUSANDS && thousandAt(codes, at); thousands++) at += 4
  let stop = at
  if (codes[at] === POINT && codes[start - 1] !== POINT) {
    stop++
    while (stop - at < 4 && isDigit(codes[stop] ?? 0)) stop++
    const places = stop - at - 1
    if (places < 1 || places > 2) stop = at
  }
  if (follows(codes, stop, MONEY_OPENS, MONEY) && !leads(codes, stop, before, group)) return stop
  // No unit: the point alone tells, if nothing goes on behind the cents.
  const goesOn = codes[stop] === POINT && isDigit(codes[stop + 1] ?? 0)
  return stop > at && !goesOn ? stop : -1
}

/**
 * How many groups from `group` on read as an amount, a date or a time of day, set apart from `before` by a sign;
 * 0 where they may be part of one number with it.
 */
export function quantityAt(
  codes: Uint16Array,
  before: Group | undefined,
  group: Group,
  second: Group | undefined,
  third: Group | undefined,
): number {
  const length = size(group)
  if (length > LONGEST_AMOUNT || group.flags & ~LETTER_AFTER) return 0
  const behind = codes[group.end] ?? 0
  if (length <= 2 && behind === COLON && isDigit(codes[group.end + 1] ?? 0)) return 1
  const date = length <= YEAR ? dateOf(codes, group, second, third) : 0
  if (date > 0) return date
  if (behind === POINT || behind === COMMA || behind === SPACE || behind === PERCENT || behind > 57 || behind === 36) {
    const end = amountEnd(codes, before, group)
    if (end >= 0) return (second?.start ?? end) >= end ? 1 : (third?.start ?? end) >= end ? 2 : 3
    const counted =
      length <= LONGEST_COUNT || (length === YEAR && (codes[group.end] === 0x5e74 || codes[group.end + 1] === 0x5e74))
    if (counted && (before === undefined || size(before) >= NOT_PAIRED) && follows(codes, group.end, TIME_OPENS, TIME))
      return 1
  }
  return 0
}

/** The two digits behind the colon of a time of day, or a time's seconds. */
export const endsClock = (codes: Uint16Array, group: Group): boolean =>
  size(group) === 2 && codes[group.start - 1] === COLON && isDigit(codes[group.start - 2] ?? 0)
