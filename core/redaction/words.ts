// Words of a view: runs of ASCII letters and digits (parts), and chains of them joined by "-" or "_" (words).

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
export type Word = {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
  /** How many of its characters are digits. */
  readonly digits: number
}

const DASH = 45
const UNDERSCORE = 95
export const isJoiner = (unit: number): boolean => unit === DASH || unit === UNDERSCORE

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
  const word =
    /^\d{0,4}([a-z]+(?:[A-Z][a-z]+){0,4}[A-Z]{0,5}|[A-Z]+|(?:[A-Z][a-z]+){1,5}[A-Z]{0,5})\d{0,14}[A-Za-z]{0,3}$/.exec(
      text,
    )?.[1]
  return word !== undefined && word.length <= 24 && (word.length <= 3 || VOWELS.test(word)) && !HARSH.test(word)
}

/** Every run of the token is plain: model names, versions, file names, identifiers of programs. */
export const wordy = (token: string): boolean => token.split(/[^A-Za-z0-9]+/).every(plainPart)
