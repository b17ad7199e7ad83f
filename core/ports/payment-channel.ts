// What a payment provider must be able to do for us. Types only; each channel is one file or folder in core/channels.
import type { ChannelName, NoticeError, PaidFact, QueryAnswer } from '../domain/channel.ts'
import type { Instant } from '../kit/clock.ts'
import type { Fen } from '../kit/money.ts'
import type { Result } from '../kit/result.ts'

export type NewTrade = { readonly number: string; readonly amount: Fen; readonly expiresAt: Instant }

/** `unavailable`: no clear answer, the trade may exist. `refused`: a clear no (contract, settings, risk): try another way. */
export type CreateFault = 'unavailable' | 'refused'

/** A notice whose signature and shape held. */
export type VerifiedNotice =
  | {
      readonly kind: 'paid'
      /** The provider's own id of this notice; the same in all its retries. */
      readonly eventId: string
      readonly fact: PaidFact
      /** The fields worth keeping, as JSON without anything about the payer. */
      readonly body: string
    }
  /** Something happened to a refund of ours: a reason to ask about it now, never a fact by itself. */
  | { readonly kind: 'refund'; readonly eventId: string; readonly refundNumber: string }
  /** Rightly signed and meant for us, and no new money in it: a closed trade, a test. Answered and forgotten. */
  | { readonly kind: 'nothing'; readonly eventId: string }

/** A notice that was refused. The order number is only claimed: good as a hint, never as a fact. */
export type RefusedNotice = { readonly reason: NoticeError; readonly claimedNumber?: string }

/** Lower-case header names. */
export type NoticeHeaders = { readonly [name: string]: string | undefined }

/** `gone`: closed, or there never was a trade, or the protocol cannot close and nothing is paid. */
export type CloseAnswer = 'gone' | 'paid' | 'unknown'

/** A refund to the way the money came. Everything but the signal is the same in every try of one refund. */
export type RefundWish = {
  /** Of the order. */
  readonly number: string
  /** Of the refund: a repeat under it must not send money twice. At most 32 letters and digits. */
  readonly refundNumber: string
  readonly amount: Fen
  /** All that was paid for the order. */
  readonly paid: Fen
  /** The provider's transaction number of the payment, in full. */
  readonly txn: string
}

export type RefundRefusal = 'balance' | 'not-refundable' | 'amount' | 'other'

/** Only `returned` says that money went back, and only `refused` and `none` that it did not. */
export type RefundAnswer =
  | { readonly kind: 'returned'; readonly amount: Fen; readonly at: Instant }
  /** Taken on; asked about again later. */
  | { readonly kind: 'on-its-way' }
  /** A clear no. `balance`: the merchant's balance is too low; the same number may be tried again. */
  | { readonly kind: 'refused'; readonly reason: RefundRefusal }
  /** The provider has no refund of this number: it may be asked for. */
  | { readonly kind: 'none' }
  /** This provider cannot do it, or not any more: a person does it in the provider's own pages. */
  | { readonly kind: 'by-hand' }
  /** No clear answer: asked again under the same number, never under a new one. */
  | { readonly kind: 'unknown' }

/** A line of a provider's own account of one day. */
export type StatementLine =
  | { readonly kind: 'payment'; readonly fact: PaidFact; readonly fee: Fen }
  | { readonly kind: 'refund'; readonly number: string; readonly refundNumber: string; readonly amount: Fen }

/** `not-ready`: providers make it in the morning of the next day. */
export type StatementFault = 'not-ready' | 'unknown'

/** Calls to a provider end with their signal and never throw; what cannot be read clearly is `unknown`. */
export type PaymentChannel = {
  readonly name: ChannelName
  /** Makes the trade and gives the text of its QR code. A repeat with the same number gives a code of the same trade. */
  create(trade: NewTrade, signal: AbortSignal): Promise<Result<{ readonly qr: string }, CreateFault>>
  /** Verifies the signature on the raw bytes before anything else is believed. */
  readNotice(body: Uint8Array, headers: NoticeHeaders): Result<VerifiedNotice, RefusedNotice>
  query(number: string, signal: AbortSignal): Promise<QueryAnswer>
  close(number: string, signal: AbortSignal): Promise<CloseAnswer>
  refund(wish: RefundWish, signal: AbortSignal): Promise<RefundAnswer>
  refundQuery(wish: RefundWish, signal: AbortSignal): Promise<RefundAnswer>
  /** `day` is a date in Shanghai, 2026-11-21. Absent where the protocol has no statement. */
  statement?(day: string, signal: AbortSignal): Promise<Result<readonly StatementLine[], StatementFault>>
}
