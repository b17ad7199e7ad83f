// A provider's own account of one day, as it is kept: each line once, and what became of it.
import type { Instant } from '../kit/clock.ts'
import type { Fen } from '../kit/money.ts'
import type { Sealed } from '../redaction/sealed.ts'
import type { ChannelName } from './channel.ts'

export type Statement = {
  readonly id: string
  readonly channel: ChannelName
  /** A date in Shanghai, 2026-11-21. */
  readonly day: string
  /** Of what it says, so that the same one is taken in once. */
  readonly hash: string
  readonly lines: number
  readonly importedAt: Instant
}

/**
 * `matched`: we have the same. `credited`, `suspense`: we did not have it, and where its money went. `differs`: we have it
 * with another amount. `unknown-refund`: money went back that we know nothing of. `other-channel`: its order belongs elsewhere.
 */
export const lineOutcomes = ['matched', 'credited', 'suspense', 'differs', 'unknown-refund', 'other-channel'] as const
export type LineOutcome = (typeof lineOutcomes)[number]

export type StatementRow = {
  readonly id: number
  readonly statementId: string
  readonly channel: ChannelName
  readonly day: string
  readonly kind: 'payment' | 'refund'
  /** Keyed hash of the transaction number; of a refund: its own number. Unique with channel and kind. */
  readonly keyHash: string
  /** The transaction number of a payment. */
  readonly txnSealed: Sealed | null
  readonly orderNumber: string
  readonly amount: Fen
  readonly fee: Fen
  readonly paidAt: Instant | null
  readonly outcome: LineOutcome | null
}
