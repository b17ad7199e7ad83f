// A notice that is refused, with the order number that it claims: a hint of an attack or a mistake, never a fact.
import type { NoticeError } from '../domain/channel.ts'
import { type Err, err } from '../kit/result.ts'
import type { RefusedNotice } from '../ports/payment-channel.ts'

/** What providers take as `out_trade_no`. */
export const NUMBER = /^[\w-]{6,64}$/

export function refuseNotice(reason: NoticeError, claimed?: string | null): Err<RefusedNotice> {
  return err(typeof claimed === 'string' && NUMBER.test(claimed) ? { reason, claimedNumber: claimed } : { reason })
}
