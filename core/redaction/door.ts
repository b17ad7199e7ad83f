// The door: what a user typed becomes references (an order number, a keyed hash) before anything else sees it.
import { readCode } from '../kit/code-text.ts'
import type { Keyring } from './keyring.ts'
import { Raw } from './raw.ts'

/** A redeem code as it may travel: its keyed hash, or why it is none. */
export type CodeReference =
  | { readonly kind: 'code'; readonly lookup: string; readonly tail: string; readonly fingerprint: string }
  | { readonly kind: 'malformed'; readonly looksLike: 'api-key' | 'nothing' }

/** Reads a whole text as a redeem code. */
export function codeReference(keyring: Keyring, raw: Raw): CodeReference {
  const read = readCode(Raw.open(raw))
  if (read.kind === 'malformed') return read
  return {
    kind: 'code',
    lookup: keyring.hash('code', read.normalised),
    tail: read.normalised.slice(-4),
    fingerprint: keyring.hash('code-fingerprint', read.normalised).slice(0, 8),
  }
}

/** A word of the text that may be a number of ours or of a provider. */
export type NumberReference = { readonly orderNumber: string; readonly txnHash: string }

/** More words than this in one message are no question about an order. */
const MAX_NUMBERS = 50

/** By what a transaction number is found, however a person typed it. */
export const txnHashOf = (keyring: Keyring, txn: string): string =>
  keyring.hash('txn', txn.normalize('NFKC').trim().toUpperCase())

/** Every word that could be an order or transaction number, in the order in which they stand in the text. */
export function numberReferences(keyring: Keyring, raw: Raw): readonly NumberReference[] {
  const words = Raw.open(raw)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .match(/[0-9A-Za-z_-]{8,64}/g)
  return (words ?? []).slice(0, MAX_NUMBERS).map((word) => ({
    orderNumber: word.toUpperCase(),
    txnHash: txnHashOf(keyring, word),
  }))
}

/** The text of a field that is sealed before it is stored (an invoice title, a tax id). It goes nowhere else. */
export const openForSealing = (raw: Raw): string => Raw.open(raw)
