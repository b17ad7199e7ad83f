// Words of a view: runs of ASCII letters and digits (parts), and chains of them joined by "-" or "_" (words).
import { isAlnum, isDigit, isLower, isUpper } from './glyphs.ts'

/** A run of ASCII letters and digits. */
export type Part = {
  readonly start: number
  readonly end: number
  readonly digits: number
  readonly uppers: number
  readonly lowers: number
  /** How often a letter follows a digit or the other way round. */
  readonly turns: number
  readonly hex: boolean
}

/** Parts `from` up to `to` (exclusive) joined by single dashes and underscores. */
export type Word = { readonly start: number; readonly end: number; readonly from: number; readonly to: number }

export const isHexUnit = (unit: number): boolean =>
  isDigit(unit) || (unit >= 97 && unit <= 102) || (unit >= 65 && unit <= 70)

function partAt(codes: Uint16Array, start: number): Part {
  let end = start
  let digits = 0
  let uppers = 0
  let lowers = 0
  let turns = 0
  let hex = true
  let wasDigit = isDigit(codes[start] ?? 0)
  for (; end < codes.length; end++) {
    const unit = codes[end] ?? 0
    const digit = isDigit(unit)
    if (digit) digits++
    else if (isUpper(unit)) uppers++
    else if (isLower(unit)) lowers++
    else break
    if (digit !== wasDigit) turns++
    wasDigit = digit
    hex &&= isHexUnit(unit)
  }
  return { start, end, digits, uppers, lowers, turns, hex }
}

const DASH = 45
const UNDERSCORE = 95
export const isJoiner = (unit: number): boolean => unit === DASH || unit === UNDERSCORE

export function wordsOf(codes: Uint16Array): { parts: Part[]; words: Word[] } {
  const parts: Part[] = []
  const words: Word[] = []
  for (let at = 0; at < codes.length; ) {
    if (!isAlnum(codes[at] ?? 0)) {
      at++
      continue
    }
    const from = parts.length
    let end = at
    for (;;) {
      const part = partAt(codes, end)
      parts.push(part)
      end = part.end
      if (!isJoiner(codes[end] ?? 0) || !isAlnum(codes[end + 1] ?? 0)) break
      end++
    }
    words.push({ start: at, end, from, to: parts.length })
    at = end
  }
  return { parts, words }
}

const VOWELS = /[aeiouy]/i
const HARSH = /[bcdfghjklmnpqrstvwxz]{5}/i

/**
 * One run of letters and digits reads like part of a name people made up: a word, a version, a size, a date;
 * not like something drawn by lot.
 */
export function plainPart(text: string): boolean {
  if (text.length > 64) return false
  if (text.length <= 4 || /^\d{1,14}$/.test(text)) return true
  // A word, with a number before or behind: qwen2, 32b, sonnet4, 70binstruct.
  const word = /^\d{0,4}([a-z]+|[A-Z]+|[A-Z][a-z]+(?:[A-Z][a-z]+){0,4})\d{0,14}[A-Za-z]{0,3}$/.exec(text)?.[1]
  return word !== undefined && word.length <= 24 && (word.length <= 3 || VOWELS.test(word)) && !HARSH.test(word)
}

/** Every run of the token is plain: model names, versions, file names, identifiers of programs. */
export const wordy = (token: string): boolean => token.split(/[^A-Za-z0-9]+/).every(plainPart)
