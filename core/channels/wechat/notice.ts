// A notice of WeChat Pay: signed outside, sealed inside, and believed only when both and the merchant inside are right.
import { z } from 'zod'
import type { Clock } from '../../kit/clock.ts'
import { ok, type Result } from '../../kit/result.ts'
import type { NoticeHeaders, RefusedNotice, VerifiedNotice } from '../../ports/payment-channel.ts'
import { refuseNotice } from '../refused-notice.ts'
import { readJson, strictText } from '../strict-text.ts'
import type { WechatKeys } from './keys.ts'
import { openResource, resource } from './resource.ts'
import { theySigned } from './signature.ts'
import { paidFactOf, trade } from './trade.ts'

const envelope = z.object({ id: z.string().regex(/^[\w-]{8,64}$/), event_type: z.string(), resource })

/** What a notice of a refund holds of use: whose it is, and which. */
const refund = z.object({ mchid: z.string(), out_refund_no: z.string().regex(/^[\w-]{1,64}$/) })

export type WechatNames = { readonly merchantId: string; readonly appId: string }

export function readWechatNotice(
  bytes: Uint8Array,
  headers: NoticeHeaders,
  keys: WechatKeys,
  { merchantId, appId }: WechatNames,
  clock: Clock,
): Result<VerifiedNotice, RefusedNotice> {
  const text = strictText(bytes)
  if (text === undefined || !theySigned(keys, clock, headers, text)) return refuseNotice('bad_signature')
  const outside = readJson(text, envelope)
  if (!outside) return refuseNotice('parse')
  const inside = openResource(keys.apiV3Key, outside.resource)
  // Signed by WeChat Pay for somebody with another key: every merchant's notices carry the same signature.
  if (inside === undefined) return refuseNotice('wrong_merchant')
  const eventId = outside.id
  if (!outside.event_type.startsWith('TRANSACTION.')) {
    const refunded = outside.event_type.startsWith('REFUND.') ? readJson(inside, refund) : undefined
    const ours = refunded?.mchid === merchantId
    return ok(ours ? { kind: 'refund', eventId, refundNumber: refunded.out_refund_no } : { kind: 'nothing', eventId })
  }
  const found = readJson(inside, trade)
  if (!found) return refuseNotice('parse')
  const number = found.out_trade_no
  if (found.mchid !== merchantId || found.appid !== appId) return refuseNotice('wrong_merchant', number)
  if (found.trade_state !== 'SUCCESS') return ok({ kind: 'nothing', eventId })
  const fact = paidFactOf(found)
  if (!fact) return refuseNotice('parse', number)
  const body = { out_trade_no: number, transaction_id: fact.txn, total: String(fact.amount), at: found.success_time }
  return ok({ kind: 'paid', eventId, fact, body: JSON.stringify(body) })
}
