// Identifiers: the only source of chance, and the alphabet in which people read numbers out to each other.
import { randomFillSync, randomInt } from 'node:crypto'
import type { Instant } from './clock.ts'
import { dateOf } from './zone.ts'

/** Crockford's base32: no I, L, O, U, so that a number read aloud or copied by hand survives. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export type Ids = {
  /** `length` characters of the Crockford alphabet. */
  base32(length: number): string
  /** A row id: a prefix, the time and 50 random bits; ids of one maker sort by creation, also within one instant. */
  row(prefix: string, at: Instant): string
}

const timePart = (at: Instant): string => Math.max(0, at).toString(36).padStart(9, '0')

/** What stands before every row id that was made at `at` or later: for a range over ids. */
export const rowsFrom = (prefix: string, at: Instant): string => `${prefix}_${timePart(at)}`

/** The next word of the alphabet; undefined behind the last. */
function following(word: string): string | undefined {
  for (let end = word.length - 1; end >= 0; end--) {
    const next = CROCKFORD[CROCKFORD.indexOf(word[end] ?? 'Z') + 1]
    if (next !== undefined) return word.slice(0, end) + next + '0'.repeat(word.length - 1 - end)
  }
  return undefined
}

/** What is made in one instant counts up from its first id: "the latest request" must not be left to chance. */
function rowsOf(base32: Ids['base32']): Ids['row'] {
  let time = ''
  let chance = ''
  return (prefix, at) => {
    const now = timePart(at)
    chance = (now === time ? following(chance) : undefined) ?? base32(10)
    time = now
    return `${prefix}_${now}${chance}`
  }
}

/** Random bytes are fetched in stock: asking for a few at a time costs ten times as much as the whole id. */
const stock = Buffer.alloc(4_096)
let used = stock.length
function randomByte(): number {
  if (used === stock.length) {
    randomFillSync(stock)
    used = 0
  }
  return stock[used++] as number
}

function randomBase32(length: number): string {
  let text = ''
  // 256 is a multiple of 32, so the five low bits of a random byte are even.
  for (let index = 0; index < length; index++) text += CROCKFORD[randomByte() & 31]
  return text
}

export const randomIds: Ids = { base32: randomBase32, row: rowsOf(randomBase32) }

/** Predictable ids for tests and replays: distinct as long as one maker is asked. */
export function countedIds(seed = 1): Ids {
  let state = seed >>> 0 || 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
  const base32 = (length: number): string => Array.from({ length }, () => CROCKFORD[next() % 32]).join('')
  return { base32, row: rowsOf(base32) }
}

/** DZ, the date in Shanghai, 12 random characters. Used as the provider's out_trade_no. */
export const orderNumber = (at: Instant, ids: Ids): string => `DZ${dateOf(at).replaceAll('-', '')}${ids.base32(12)}`

/** The same from a maker of ids, so that a test or a rehearsal repeats: from half of `ms` to one and a half. */
export function jitteredBy(ids: Ids, ms: number): number {
  const [high = '0', low = '0'] = ids.base32(2)
  return Math.round(ms / 2 + (ms * (CROCKFORD.indexOf(high) * 32 + CROCKFORD.indexOf(low))) / 1_024)
}

/** A random delay around `ms`, so that many retries do not fall on one instant. */
export const jittered = (ms: number): number => Math.round(ms / 2 + randomInt(Math.max(1, Math.round(ms))))
