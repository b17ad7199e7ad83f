// Amounts as a lookup says them: exact to who may know them, a band to everybody else.
import { yuan } from '../../diagnosis/words.ts'
import type { Fen } from '../../kit/money.ts'
import { type Redacted, say } from '../../redaction/redacted.ts'
import type { Subject } from './subject.ts'

/** Lower ends, in yuan. */
const BANDS = [0, 10, 50, 100, 500, 1_000, 5_000] as const

export function bandOf(amount: Fen): Redacted {
  const at = BANDS.findLastIndex((from) => amount >= BigInt(from) * 100n)
  const [from = 0, to] = BANDS.slice(Math.max(0, at))
  return to === undefined ? say`¥${from}+` : say`¥${from}-¥${to - 1}`
}

/** `told`: the caller named the amount, and it was right. */
export const amountFor = (subject: Subject, amount: Fen, told: boolean): Redacted =>
  subject.kind === 'account' || told ? yuan(amount) : bandOf(amount)
