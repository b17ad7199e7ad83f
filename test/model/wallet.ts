// Spending by the plain rule: the oldest credit first, and what is given back returns to where it came from.
import { accountOf, type Book, type Lot } from './book.ts'

export type Taken = { readonly of: string; readonly units: number }[]

export function lotOf(book: Book, of: string): Lot | undefined {
  return book.lots.find((lot) => lot.of === of)
}

export function grant(book: Book, lot: Omit<Lot, 'left' | 'at'>): void {
  book.lots.push({ ...lot, left: lot.granted, at: book.now })
}

/** Undefined where the wallet holds less; then nothing is taken. */
export function take(book: Book, account: string, units: number): Taken | undefined {
  if (accountOf(book, account).wallet < units) return undefined
  const taken: Taken = []
  let missing = units
  for (const lot of book.lots) {
    if (lot.account !== account || lot.left === 0 || missing === 0) continue
    const part = Math.min(lot.left, missing)
    lot.left -= part
    missing -= part
    taken.push({ of: lot.of, units: part })
  }
  if (missing > 0) throw new Error('the model lost count of a wallet')
  return taken
}

export function putBack(book: Book, taken: Taken): void {
  for (const { of, units } of taken) {
    const lot = lotOf(book, of)
    if (lot) lot.left += units
  }
}
