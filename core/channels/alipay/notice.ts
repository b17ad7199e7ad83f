// A notice of Alipay: RSA2 over the decoded fields, then whether it is our application and our account that was paid.
import { createHash } from 'node:crypto'
import { ok, type Result } from '../../kit/result.ts'
import type { RefusedNotice, VerifiedNotice } from '../../ports/payment-channel.ts'
import { type Form, readForm, signedText } from '../form.ts'
import { NUMBER, refuseNotice } from '../refused-notice.ts'
import { verifyRsa } from '../rsa.ts'
import { readSeconds, readYuan } from '../shanghai.ts'
import { strictText } from '../strict-text.ts'
import type { AlipayKeys } from './keys.ts'

export type AlipayNames = { readonly appId: string; readonly sellerId: string }

/** Source: opendocs.alipay.com, the check of asynchronous notices: all fields but these two, decoded, sorted. */
const UNSIGNED = ['sign', 'sign_type']
const PAID = ['TRADE_SUCCESS', 'TRADE_FINISHED']
const txnShape = /^\d{10,64}$/

function verified(fields: Form, { theirs }: AlipayKeys): boolean {
  // RSA would be SHA-1: the algorithm is ours to choose, not the sender's. It is the one field that nobody signed.
  if (fields.get('sign_type') !== 'RSA2') return false
  return verifyRsa(theirs, signedText(fields, UNSIGNED), fields.get('sign') ?? '')
}

export function readAlipayNotice(
  bytes: Uint8Array,
  keys: AlipayKeys,
  { appId, sellerId }: AlipayNames,
): Result<VerifiedNotice, RefusedNotice> {
  const text = strictText(bytes)
  const fields = text === undefined ? undefined : readForm(text)
  if (!fields) return refuseNotice('parse')
  const field = (name: string): string => fields.get(name) ?? ''
  const number = field('out_trade_no')
  if (!verified(fields, keys)) return refuseNotice('bad_signature', number)
  if (field('app_id') !== appId || field('seller_id') !== sellerId) return refuseNotice('wrong_merchant', number)
  const notifyId = field('notify_id')
  if (notifyId === '') return refuseNotice('parse', number)
  const eventId = createHash('sha256').update(notifyId).digest('hex').slice(0, 40)
  // A refund tells of its trade with the trade's own state; the money that it speaks of came long before.
  const refund = fields.has('refund_fee') || fields.has('gmt_refund')
  const request = field('out_biz_no')
  if (refund && /^\w{1,64}$/.test(request)) return ok({ kind: 'refund', eventId, refundNumber: request })
  if (refund || !PAID.includes(field('trade_status'))) return ok({ kind: 'nothing', eventId })
  const amount = readYuan(field('total_amount'))
  const paidAt = readSeconds(field('gmt_payment'))
  const txn = field('trade_no')
  if (!NUMBER.test(number) || !txnShape.test(txn) || amount === undefined || paidAt === undefined) {
    return refuseNotice('parse', number)
  }
  const body = { out_trade_no: number, trade_no: txn, total_amount: field('total_amount'), at: field('gmt_payment') }
  return ok({
    kind: 'paid',
    eventId,
    fact: { channel: 'alipay', orderNumber: number, txn, amount, paidAt },
    body: JSON.stringify(body),
  })
}
