// The payment channels by name, and what a provider can tell us about money: the one shape that decides anything.
import type { Instant } from '../kit/clock.ts'
import type { Fen } from '../kit/money.ts'

export const channelNames = ['alipay', 'wechat', 'epay', 'stripe', 'sandbox'] as const
export type ChannelName = (typeof channelNames)[number]

export const declineReasons = ['declined', 'limit', 'risk'] as const
export type DeclineReason = (typeof declineReasons)[number]

/** Money that a provider has, in its own verified words. A notice, a re-query and a statement line all yield this. */
export type PaidFact = {
  readonly channel: ChannelName
  /** Our order number as the provider repeats it (out_trade_no); may belong to no order of ours. */
  readonly orderNumber: string
  /** The provider's own transaction number, in full. */
  readonly txn: string
  readonly amount: Fen
  readonly paidAt: Instant
}

/** What a provider answers to a re-query. `unknown` never changes anything. */
export type QueryAnswer =
  | { readonly kind: 'paid'; readonly payments: readonly PaidFact[] }
  | {
      readonly kind: 'not-paid'
      readonly scannedAt?: Instant
      readonly declined?: { readonly reason: DeclineReason; readonly at: Instant }
    }
  | { readonly kind: 'unknown' }

/** Why a notice was refused. `forged`: signed, but by nobody who may. */
export const noticeErrors = ['bad_signature', 'wrong_merchant', 'parse', 'forged'] as const
export type NoticeError = (typeof noticeErrors)[number]
