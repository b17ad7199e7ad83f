// A trade as WeChat Pay tells of it, in an answer and inside a notice alike: whose it is, how it stands, what was paid.
import { z } from 'zod'
import type { PaidFact, QueryAnswer } from '../../domain/channel.ts'
import { type Instant, parseInstant } from '../../kit/clock.ts'
import { fen } from '../../kit/money.ts'
import { NUMBER } from '../refused-notice.ts'

export const trade = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string().regex(NUMBER),
  trade_state: z.string(),
  transaction_id: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  success_time: z.string().optional(),
  amount: z.object({ total: z.int().positive(), currency: z.string().optional() }).optional(),
})
export type Trade = z.infer<typeof trade>

/** Undefined where something that a payment must have is missing. Any currency but yuan is no payment of ours. */
export function paidFactOf({ out_trade_no, transaction_id, success_time, amount }: Trade): PaidFact | undefined {
  const paidAt = parseInstant(success_time ?? '')
  if (!amount || (amount.currency ?? 'CNY') !== 'CNY' || !transaction_id || paidAt === undefined) return undefined
  const total = fen(BigInt(amount.total))
  return { channel: 'wechat', orderNumber: out_trade_no, txn: transaction_id, amount: total, paidAt }
}

const unpaid: { readonly [state: string]: (now: Instant) => QueryAnswer } = {
  NOTPAY: () => ({ kind: 'not-paid' }),
  CLOSED: () => ({ kind: 'not-paid' }),
  REVOKED: () => ({ kind: 'not-paid' }),
  // It was paid and went back, as a whole or in part: money that we may not hand out a second time.
  REFUND: () => ({ kind: 'not-paid' }),
  USERPAYING: (now) => ({ kind: 'not-paid', scannedAt: now }),
  PAYERROR: (now) => ({ kind: 'not-paid', declined: { reason: 'declined', at: now } }),
}

export function answerOf(found: Trade, now: Instant): QueryAnswer {
  if (found.trade_state !== 'SUCCESS') return unpaid[found.trade_state]?.(now) ?? { kind: 'unknown' }
  const fact = paidFactOf(found)
  return fact ? { kind: 'paid', payments: [fact] } : { kind: 'unknown' }
}
