// Refunds at WeChat Pay: one number for all tries, an answer that is often "on its way", and a state that settles it.
import { z } from 'zod'
import { type Instant, parseInstant } from '../../kit/clock.ts'
import type { RefundAnswer, RefundRefusal, RefundWish } from '../../ports/payment-channel.ts'
import { readJson } from '../strict-text.ts'
import type { WechatAnswer } from './exchange.ts'

const found = z.object({
  out_refund_no: z.string(),
  out_trade_no: z.string(),
  status: z.string(),
  success_time: z.string().optional(),
  amount: z.object({ refund: z.int() }),
})

export const refundBody = ({ number, refundNumber, amount, paid }: RefundWish, notifyUrl: string): object => ({
  out_trade_no: number,
  out_refund_no: refundNumber,
  notify_url: notifyUrl,
  amount: { refund: Number(amount), total: Number(paid), currency: 'CNY' },
})

const states: { readonly [status: string]: (wish: RefundWish, at: Instant) => RefundAnswer } = {
  SUCCESS: ({ amount }, at) => ({ kind: 'returned', amount, at }),
  PROCESSING: () => ({ kind: 'on-its-way' }),
  CLOSED: () => ({ kind: 'refused', reason: 'other' }),
  // The payer's card or account is gone: their pages ask where the money is to go.
  ABNORMAL: () => ({ kind: 'by-hand' }),
}

const refusals: { readonly [code: string]: RefundRefusal } = {
  NOT_ENOUGH: 'balance',
  RESOURCE_NOT_EXISTS: 'not-refundable',
  MCH_NOT_EXISTS: 'other',
  NO_AUTH: 'other',
  INVALID_REQUEST: 'amount',
  PARAM_ERROR: 'other',
}

/** `asked`: it was only asked about, so that "no such thing" means that there is no refund of this number. */
export function refundAnswer(
  answer: WechatAnswer | undefined,
  wish: RefundWish,
  now: Instant,
  asked: boolean,
): RefundAnswer {
  if (!answer) return { kind: 'unknown' }
  if (answer.status === 200) {
    const refund = readJson(answer.text, found)
    const ours = refund?.out_refund_no === wish.refundNumber && refund.out_trade_no === wish.number
    if (!refund || !ours || BigInt(refund.amount.refund) !== wish.amount) return { kind: 'unknown' }
    return states[refund.status]?.(wish, parseInstant(refund.success_time ?? '') ?? now) ?? { kind: 'unknown' }
  }
  if (asked) return answer.code === 'RESOURCE_NOT_EXISTS' ? { kind: 'none' } : { kind: 'unknown' }
  const reason = refusals[answer.code]
  return reason === undefined ? { kind: 'unknown' } : { kind: 'refused', reason }
}
