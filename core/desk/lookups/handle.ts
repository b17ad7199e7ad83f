// A handle: a place in the records that only its subject can use, for an hour. One AES block, so it is short and tells nothing.
import { createCipheriv, createDecipheriv } from 'node:crypto'
import { HOUR, type Instant, MINUTE } from '../../kit/clock.ts'
import { CROCKFORD } from '../../kit/ids.ts'
import type { Keyring } from '../../redaction/keyring.ts'

/** Thirteen bytes of place, then three of when: twenty bits of minutes, and four that are zero. */
const WHEN_BITS = 24n
const MINUTES = 2n ** 20n
const VALID_MINUTES = HOUR / MINUTE
const PREFIX = { handle: 'h_', cursor: 'c_' } as const

/** A place is bound to what it is for: a key of its own for each subject, and for a cursor also for its filters. */
const keyOf = (keyring: Keyring, kind: keyof typeof PREFIX, owner: string): Buffer =>
  Buffer.from(keyring.hash('mcp-handle', `${kind}:${owner}`), 'base64url')

const bytesOf = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(32, '0'), 'hex')

function sealPlace(keyring: Keyring, kind: keyof typeof PREFIX, owner: string, place: bigint, now: Instant): string {
  const minute = BigInt(Math.floor(now / MINUTE)) % MINUTES
  const cipher = createCipheriv('aes-256-ecb', keyOf(keyring, kind, owner), null).setAutoPadding(false)
  const block = Buffer.concat([cipher.update(bytesOf((place << WHEN_BITS) | (minute << 4n))), cipher.final()])
  return `${PREFIX[kind]}${block.toString('base64url')}`
}

/** The place, or undefined: another's, changed, too old, or no handle at all. */
function openPlace(
  keyring: Keyring,
  kind: keyof typeof PREFIX,
  owner: string,
  text: string,
  now: Instant,
): bigint | undefined {
  if (!text.startsWith(PREFIX[kind]) || !/^[\w-]{24}$/.test(text)) return undefined
  const block = Buffer.from(text.slice(2), 'base64url')
  const decipher = createDecipheriv('aes-256-ecb', keyOf(keyring, kind, owner), null).setAutoPadding(false)
  const value = BigInt(`0x${Buffer.concat([decipher.update(block), decipher.final()]).toString('hex')}`)
  const age = (BigInt(Math.floor(now / MINUTE)) - ((value >> 4n) % MINUTES) + MINUTES) % MINUTES
  return (value & 15n) === 0n && age <= BigInt(VALID_MINUTES) ? value >> WHEN_BITS : undefined
}

const ORDER_ID = /^o_([0-9a-z]{9})([0-9A-HJKMNP-TV-Z]{10})$/
const CHANCE = 32n ** 10n

/** An order's id as a number below 2^104; undefined for an id that was not made here. */
function placeOfOrder(id: string): bigint | undefined {
  const match = ORDER_ID.exec(id)
  if (!match) return undefined
  const [, time = '', chance = ''] = match
  const low = [...chance].reduce((sum, letter) => sum * 32n + BigInt(CROCKFORD.indexOf(letter)), 0n)
  return BigInt(Number.parseInt(time, 36)) * CHANCE + low
}

function orderOfPlace(place: bigint): string | undefined {
  const time = (place / CHANCE).toString(36).padStart(9, '0')
  let rest = place % CHANCE
  let chance = ''
  for (let at = 0; at < 10; at++, rest /= 32n) chance = CROCKFORD[Number(rest % 32n)] + chance
  return time.length === 9 ? `o_${time}${chance}` : undefined
}

export type Handles = {
  /** Undefined for an order whose id was not made here: then its number has to be used. */
  ofOrder(owner: string, id: string, now: Instant): string | undefined
  order(owner: string, text: string, now: Instant): string | undefined
  /** A cursor after the entry with this number, for the same filters only. */
  ofEntry(owner: string, filters: string, id: number, now: Instant): string
  entry(owner: string, filters: string, text: string, now: Instant): number | undefined
  /** A cursor after this order. */
  ofPage(owner: string, filters: string, id: string, now: Instant): string | undefined
  page(owner: string, filters: string, text: string, now: Instant): string | undefined
}

const bound = (owner: string, filters: string): string => `${owner}\n${filters}`

export const makeHandles = (keyring: Keyring): Handles => ({
  ofOrder: (owner, id, now) => {
    const place = placeOfOrder(id)
    return place === undefined ? undefined : sealPlace(keyring, 'handle', owner, place, now)
  },
  order: (owner, text, now) => {
    const place = openPlace(keyring, 'handle', owner, text, now)
    return place === undefined ? undefined : orderOfPlace(place)
  },
  ofEntry: (owner, filters, id, now) => sealPlace(keyring, 'cursor', bound(owner, filters), BigInt(id), now),
  entry: (owner, filters, text, now) => {
    const place = openPlace(keyring, 'cursor', bound(owner, filters), text, now)
    return place === undefined || place > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(place)
  },
  ofPage: (owner, filters, id, now) => {
    const place = placeOfOrder(id)
    return place === undefined ? undefined : sealPlace(keyring, 'cursor', bound(owner, filters), place, now)
  },
  page: (owner, filters, text, now) => {
    const place = openPlace(keyring, 'cursor', bound(owner, filters), text, now)
    return place === undefined ? undefined : orderOfPlace(place)
  },
})
