// Credit lots: which credit was spent first. They make "unused" answerable and refund disputes short. Pure.
import type { Instant } from '../kit/clock.ts'
import { type Credit, credit } from '../kit/money.ts'

/** Credit of one origin in one wallet. Only an order's lot can be refunded to money. */
export type Lot = {
  readonly id: string
  readonly accountId: string
  readonly source: 'order' | 'code' | 'grant'
  readonly sourceId: string
  readonly granted: Credit
  readonly remaining: Credit
  readonly at: Instant
}

/** How much of which lot something took; the cause is a task's, usage's or refund's ledger key. */
export type LotUse = { readonly cause: string; readonly lotId: string; readonly units: Credit; readonly at: Instant }

/** Takes `amount` from lots that are given oldest first. Undefined when they hold less than that. */
export function takeFirstInFirstOut(
  lots: readonly Lot[],
  amount: Credit,
): readonly { readonly lotId: string; readonly units: Credit }[] | undefined {
  const taken: { lotId: string; units: Credit }[] = []
  let left: bigint = amount
  for (const lot of lots) {
    if (left === 0n) break
    const units = lot.remaining < left ? lot.remaining : left
    if (units > 0n) taken.push({ lotId: lot.id, units: credit(units) })
    left -= units
  }
  return left === 0n ? taken : undefined
}
