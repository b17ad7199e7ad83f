// A notice of an Epay gateway, by GET or POST: no id and no time of its own, so both are made from what it says.
import { createHash } from 'node:crypto'
import type { Clock } from '../../kit/clock.ts'
import { ok, type Result } from '../../kit/result.ts'
import type { RefusedNotice, VerifiedNotice } from '../../ports/payment-channel.ts'
import { readForm } from '../form.ts'
import { NUMBER, refuseNotice } from '../refused-notice.ts'
import { readYuan } from '../shanghai.ts'
import { strictText } from '../strict-text.ts'
import type { Dialect } from './dialect.ts'
import { verifyEpay } from './signature.ts'

export type Merchant = { readonly pid: string; readonly key: string; readonly dialect: Dialect }

const eventIdOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)

export function readEpayNotice(
  bytes: Uint8Array,
  { pid, key, dialect }: Merchant,
  clock: Clock,
): Result<VerifiedNotice, RefusedNotice> {
  const text = strictText(bytes)
  const fields = text === undefined ? undefined : readForm(text)
  if (!fields) return refuseNotice('parse')
  const field = (name: string): string => fields.get(name) ?? ''
  const number = field('out_trade_no')
  if (field('sign_type') !== 'MD5') return refuseNotice('bad_signature', number)
  if (!verifyEpay(fields, key, dialect)) return refuseNotice('bad_signature', number)
  // The gateway may have given one key to several merchants, or ours may have been another's once.
  if (field('pid') !== pid) return refuseNotice('wrong_merchant', number)
  const amount = readYuan(field('money'))
  const txn = field('trade_no')
  if (!NUMBER.test(number) || !/^[\w-]{1,64}$/.test(txn) || amount === undefined) return refuseNotice('parse', number)
  const eventId = eventIdOf([pid, number, txn, field('trade_status')])
  if (field('trade_status') !== 'TRADE_SUCCESS') return ok({ kind: 'nothing', eventId })
  const paidAt = clock.now()
  return ok({
    kind: 'paid',
    eventId,
    fact: { channel: 'epay', orderNumber: number, txn, amount, paidAt },
    body: JSON.stringify({ out_trade_no: number, trade_no: txn, money: field('money'), type: field('type') }),
  })
}
