// What a payment provider must be able to do for us. Types only; each channel is one file in core/channels.
import type { ChannelName, NoticeError, PaidFact, QueryAnswer } from '../domain/channel.ts'
import type { Instant } from '../kit/clock.ts'
import type { Fen } from '../kit/money.ts'
import type { Result } from '../kit/result.ts'

export type NewTrade = { readonly number: string; readonly amount: Fen; readonly expiresAt: Instant }

/** A notice whose signature and shape held. */
export type VerifiedNotice = {
  /** The provider's own id of this notice; the same in all its retries. */
  readonly eventId: string
  readonly fact: PaidFact
  /** The fields worth keeping, as JSON without anything about the payer. */
  readonly body: string
}

/** A notice that was refused. The order number is only claimed: good as a hint, never as a fact. */
export type RefusedNotice = { readonly reason: NoticeError; readonly claimedNumber?: string }

/** Lower-case header names. */
export type NoticeHeaders = { readonly [name: string]: string | undefined }

export type PaymentChannel = {
  readonly name: ChannelName
  /** Makes the trade and gives the text of its QR code. */
  create(trade: NewTrade, signal: AbortSignal): Promise<Result<{ readonly qr: string }, 'unavailable'>>
  /** Verifies the signature on the raw bytes before anything else is believed. */
  readNotice(body: Uint8Array, headers: NoticeHeaders): Result<VerifiedNotice, RefusedNotice>
  /** Never throws: what cannot be read clearly is `unknown`. */
  query(number: string, signal: AbortSignal): Promise<QueryAnswer>
  /** `gone`: closed, or there never was a trade. */
  close(number: string, signal: AbortSignal): Promise<'gone' | 'paid' | 'unknown'>
}
