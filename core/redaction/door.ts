// The door: what a user typed becomes references (an order number, a keyed hash) before anything else sees it.
import { readCode } from '../kit/code-text.ts'
import { type Fen, parseYuan } from '../kit/money.ts'
import type { Keyring } from './keyring.ts'
import { Raw } from './raw.ts'
import { type Sealed, type SealedField, seal, unseal } from './sealed.ts'

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

/** Our codes as they stand in a longer message: four groups of five, whatever separates them. */
const CODE_SHAPE = /(?<![0-9A-Za-z])(?:[0-9A-Za-z]{5}[\s\-_\p{Pd}]?){3}[0-9A-Za-z]{5}(?![0-9A-Za-z])/gu

/** Every well-formed code in a message. */
export const codesIn = (keyring: Keyring, raw: Raw): readonly CodeReference[] =>
  (Raw.open(raw).normalize('NFKC').match(CODE_SHAPE) ?? [])
    .map((text) => codeReference(keyring, new Raw(text)))
    .filter(({ kind }) => kind === 'code')

/** Link codes are ten characters of Crockford's alphabet; they are kept as a keyed hash only. */
export const LINK_CODE_LENGTH = 10
export const linkHash = (keyring: Keyring, code: string): string => keyring.hash('link-code', code)

/** The link code in a message: the whole of it where one was asked for, else one that stands alone. */
export function linkReference(keyring: Keyring, raw: Raw, asked: boolean): string | undefined {
  const text = Raw.open(raw)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toUpperCase()
  const normalised = text.replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (/^[0-9A-HJKMNP-TV-Z]{10}$/.test(normalised) && /\d/.test(normalised)) return linkHash(keyring, normalised)
  return asked && normalised.length > 0 && normalised.length <= 40 ? linkHash(keyring, normalised) : undefined
}

/** A whole message as a sealed field, and back for whoever stores it. */
export const sealField = (keyring: Keyring, field: SealedField, raw: Raw): Sealed =>
  seal(keyring, field, Raw.open(raw).trim())
export const openField = (keyring: Keyring, field: SealedField, value: string): Raw =>
  new Raw(unseal(keyring, field, value as Sealed))

/** ¥50 · 50元 · 50 yuan · 充值50 · top up 50; a bare number only where an amount was asked for. */
const AMOUNTS: readonly RegExp[] = [
  /[¥￥]\s*(\d{1,7}(?:\.\d{1,2})?)(?![\d.])/,
  /(?<![\d.])(\d{1,7}(?:\.\d{1,2})?)\s*(?:元|块|yuan|rmb|cny)/i,
  /(?:充值?|充个|recharge|top[ -]?up|add)\s*(\d{1,7}(?:\.\d{1,2})?)(?![\d.])/i,
]
const BARE_AMOUNT = /^\s*(\d{1,7}(?:\.\d{1,2})?)\s*$/

/** The amount of money that a message names, in fen. */
export function amountIn(raw: Raw, asked: boolean): Fen | undefined {
  // 1,000 is a thousand.
  const text = Raw.open(raw)
    .normalize('NFKC')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
  const patterns = asked ? [...AMOUNTS, BARE_AMOUNT] : AMOUNTS
  const figure = patterns.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined)
  return figure === undefined ? undefined : parseYuan(figure)
}

const COMMANDS = [
  'start',
  'help',
  'support',
  'orders',
  'balance',
  'recharge',
  'redeem',
  'link',
  'language',
  'human',
  'cancel',
] as const

/** A slash command and its argument, as Telegram writes it too (`/start@bot CODE`); undefined for any other message. */
export function commandOf(raw: Raw): { readonly name: (typeof COMMANDS)[number]; readonly argument: Raw } | undefined {
  const match = /^\s*\/([a-z]+)(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(Raw.open(raw))
  const name = COMMANDS.find((command) => command === match?.[1]?.toLowerCase())
  return name && { name, argument: new Raw(match?.[2] ?? '') }
}

/** A colleague's command and the rest of the line; undefined for any other message. */
export function staffCommandOf(raw: Raw): { readonly name: string; readonly argument: Raw } | undefined {
  const match = /^\s*\/([a-z]{1,12})(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(Raw.open(raw))
  return match ? { name: (match[1] ?? '').toLowerCase(), argument: new Raw(match[2] ?? '') } : undefined
}

/** A message that is nothing but the name of a language. */
export function languageNamed(raw: Raw): 'zh' | 'en' | undefined {
  const text = Raw.open(raw).normalize('NFKC').trim().toLowerCase()
  if (['zh', '中文', 'chinese', '简体中文', '繁體中文'].includes(text)) return 'zh'
  return ['en', 'english', '英文', '英语'].includes(text) ? 'en' : undefined
}
