// Words of a view: chains of parts (runs of ASCII letters and digits) joined by "-" or "_".
import { isAlnum, isDigit, SignSet } from './glyphs.ts'

/** Parts `from` up to `to` (exclusive) joined by single dashes and underscores. */
export type Word = {
  start: number
  end: number
  from: number
  to: number
  /** How many of its characters are digits. */
  digits: number
  /** Who wants to be asked about it, by what it begins with (openings.ts). */
  list: number
}
export const newWord = (): Word => ({ start: 0, end: 0, from: 0, to: 0, digits: 0, list: 0 })

const DASH = 45
const UNDERSCORE = 95
const SPACE = 32
const NEWLINE = 10
/** A word without digits is nobody's secret unless it is long, or goes on behind a line end. */
export const LONG_WORD = 12
/** No shorter word is a long token, unless it is a piece of base64; without a digit only one that is such a piece. */
export const LONG_TOKEN = 20
/** Behind a word: it is a piece of base64. */
export const DENSE = new SignSet('+/=')

/** A line end or a dash is next, perhaps with a space: what follows may belong to the word. */
export const goesOn = (next: number, second: number): boolean =>
  next === NEWLINE || next === DASH || (next === SPACE && second === DASH)

export const isJoiner = (unit: number): boolean => unit === DASH || unit === UNDERSCORE

const VOWELS = /[aeiouy]/i
const HARSH = /[bcdfghjklmnpqrstvwxz]{5}/i

/** A number, a word, a number, a letter or two: what people make up does not change more often. */
const MOST_TURNS = 3

/** How often a letter follows a digit or the other way round. */
export function turnsIn(text: string): number {
  let turns = 0
  let was = isDigit(text.charCodeAt(0))
  for (let at = 1; at < text.length; at++) {
    const digit = isDigit(text.charCodeAt(at))
    if (digit !== was) turns++
    was = digit
  }
  return turns
}

/**
 * One run of letters and digits reads like part of a name people made up: a word, a version, a size, a date;
 * not like something drawn by lot.
 */
export function plainPart(text: string): boolean {
  if (text.length > 64) return false
  if (text.length > 4 && turnsIn(text) > MOST_TURNS) return false
  if (text.length <= 4 || /^\d{1,14}$/.test(text)) return true
  // A word, with a number before or behind: qwen2, 32b, sonnet4, 70binstruct.
  const word =
    /^\d{0,4}([a-z]+(?:[A-Z][a-z]+){0,4}[A-Z]{0,5}|[A-Z]+|(?:[A-Z][a-z]+){1,5}[A-Z]{0,5})\d{0,14}[A-Za-z]{0,3}$/.exec(
      text,
    )?.[1]
  return word !== undefined && word.length <= 24 && (word.length <= 3 || VOWELS.test(word)) && !HARSH.test(word)
}

/** Every run of the token is plain: model names, versions, file names, identifiers of programs. */
export function wordy(token: string): boolean {
  for (let at = 0; at < token.length; ) {
    let end = at
    while (end < token.length && isAlnum(token.charCodeAt(end))) end++
    if (end > at && !plainPart(token.slice(at, end))) return false
    at = end + 1
  }
  return true
}
