// Identifiers: the only source of chance, and the alphabet in which people read numbers out to each other.
import { randomFillSync, randomInt } from 'node:crypto'
import type { Instant } from './clock.ts'
import { dateOf } from './zone.ts'

/** Crockford's base32: no I, L, O, U, so that a number read aloud or copied by hand survives. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export type Ids = {
  /** `length` characters of the Crockford alphabet. */
  base32(length: number): string
  /** A row id: a prefix, the time (so that ids sort by creation) and 50 random bits. */
  row(prefix: string, at: Instant): string
}

const timePart = (at: Instant): string => Math.max(0, at).toString(36).padStart(9, '0')

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

export const randomIds: Ids = {
  base32: (length) => {
    let text = ''
    // 256 is a multiple of 32, so the five low bits of a random byte are even.
    for (let index = 0; index < length; index++) text += CROCKFORD[randomByte() & 31]
    return text
  },
  row: (prefix, at) => `${prefix}_${timePart(at)}${randomIds.base32(10)}`,
}

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
  const ids: Ids = {
    base32: (length) => Array.from({ length }, () => CROCKFORD[next() % 32]).join(''),
    row: (prefix, at) => `${prefix}_${timePart(at)}${ids.base32(10)}`,
  }
  return ids
}

/** DZ, the date in Shanghai, 12 random characters. Used as the provider's out_trade_no. */
export const orderNumber = (at: Instant, ids: Ids): string => `DZ${dateOf(at).replaceAll('-', '')}${ids.base32(12)}`

/** A random delay around `ms`, so that many retries do not fall on one instant. */
export const jittered = (ms: number): number => Math.round(ms / 2 + randomInt(Math.max(1, Math.round(ms))))
