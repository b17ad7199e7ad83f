// A payment: one transaction number of one provider, and where its money is now. The table that answers every duplicate question.
import type { Instant } from '../kit/clock.ts'
import type { Fen } from '../kit/money.ts'
import type { Sealed } from '../redaction/sealed.ts'
import type { ChannelName, NoticeError } from './channel.ts'

/**
 * `received`: the fact is stored, the credit is not posted yet; only while its order is processing. Out of suspense a
 * person brings money: `credited` with its order, `granted` to the wallet beside the order, or `returned` to the payer.
 */
export type Disposition = 'received' | 'credited' | 'suspense' | 'refunded' | 'granted' | 'returned'
export type SuspenseReason = 'no-order' | 'mismatch' | 'second' | 'late-account' | 'late-old' | 'late-policy'
export type PaymentSource = 'notice' | 'query' | 'statement'

export type Payment = {
  readonly id: string
  readonly channel: ChannelName
  /** Keyed hash of the provider's transaction number; unique with the channel. */
  readonly txnHash: string
  readonly txnTail: string
  readonly txnSealed: Sealed
  readonly orderId: string | null
  /** The order number that the provider named; it may be nobody's. */
  readonly orderNumber: string
  readonly amount: Fen
  readonly paidAt: Instant
  readonly learnedAt: Instant
  readonly source: PaymentSource
  readonly disposition: Disposition
  readonly suspenseReason: SuspenseReason | null
}

/** A notice as it came in. A refused one keeps its reason and no body. */
export type Notice = {
  readonly id: string
  readonly channel: ChannelName
  readonly eventId: string
  readonly bodySealed: Sealed | null
  readonly orderNumber: string | null
  readonly paymentId: string | null
  readonly state: 'accepted' | 'rejected'
  readonly reason: NoticeError | null
  readonly receivedAt: Instant
}

/** Since when a channel cannot be asked, as far as we know. */
export type ChannelHealth = {
  readonly channel: ChannelName
  readonly unreadableSince: Instant | null
  readonly lastReadableAt: Instant | null
  readonly lastNoticeAt: Instant | null
}
