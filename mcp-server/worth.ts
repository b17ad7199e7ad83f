// Signed amounts of a wallet as an assistant reads them: +¥50, -¥0.60.
import { type Credit, credit, fenFor, showYuan } from '../core/kit/money.ts'

/** What a change of credit is worth at a rate, with its sign. */
export const worth = (change: Credit, unitsPerYuan: number): string =>
  change < 0n ? `-${showYuan(fenFor(credit(-change), unitsPerYuan))}` : `+${showYuan(fenFor(change, unitsPerYuan))}`
