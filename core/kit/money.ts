// Two kinds of money that never mix: fen (what was paid) and credit units (what can be spent). Both are whole numbers.
import { InvariantError } from './invariant.ts'

declare const fenBrand: unique symbol
declare const creditBrand: unique symbol
/** Chinese yuan in hundredths, an integer. */
export type Fen = bigint & { readonly [fenBrand]: true }
/** The operator's quota units, an integer; by default 500,000 units are one yuan. */
export type Credit = bigint & { readonly [creditBrand]: true }

/** The largest amount that a column holds: what JavaScript and SQLite both count exactly. */
export const MAX_AMOUNT = 2n ** 53n - 1n

function bounded(value: bigint): bigint {
  if (value > MAX_AMOUNT || value < -MAX_AMOUNT) throw new InvariantError('an amount outside ±(2^53 − 1)')
  return value
}

export const fen = (value: bigint): Fen => bounded(value) as Fen
export const credit = (value: bigint): Credit => bounded(value) as Credit

export const fenOfYuan = (yuan: number): Fen => fen(BigInt(yuan) * 100n)

/**
 * Reads a decimal yuan amount with at most two decimals ("50", 50, 49.9, "0.01") as fen.
 * Goes through text, never through a product of floats. Returns undefined where it is none.
 */
export function parseYuan(value: number | string): Fen | undefined {
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(String(value))
  if (!match) return undefined
  const [, sign, yuan, cents = ''] = match
  const total = BigInt(yuan as string) * 100n + BigInt(cents.padEnd(2, '0'))
  return fen(sign ? -total : total)
}

/** ¥50 or ¥49.90: whole yuan without decimals, otherwise two. */
export function showYuan(amount: Fen): string {
  const abs = amount < 0n ? -amount : amount
  const cents = abs % 100n
  return `${amount < 0n ? '-' : ''}¥${abs / 100n}${cents === 0n ? '' : `.${String(cents).padStart(2, '0')}`}`
}

/** What `paid` buys at `unitsPerYuan`, rounded down to a whole unit. */
export const creditFor = (paid: Fen, unitsPerYuan: number): Credit => credit((paid * BigInt(unitsPerYuan)) / 100n)
/** What `units` are worth at `unitsPerYuan`, rounded down to a whole fen (case-rules 23). */
export const fenFor = (units: Credit, unitsPerYuan: number): Fen => fen((units * 100n) / BigInt(unitsPerYuan))
