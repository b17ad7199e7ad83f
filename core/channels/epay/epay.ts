// Epay (易支付): the protocol most resellers use. It signs with MD5, cannot close a trade, and many gateways cannot refund.
import { z } from 'zod'
import type { QueryAnswer } from '../../domain/channel.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import type { PaymentChannel, RefundAnswer, RefundWish } from '../../ports/payment-channel.ts'
import { call } from '../call.ts'
import { writeForm } from '../form.ts'
import { readSeconds, readYuan, yuanText } from '../shanghai.ts'
import { readJson } from '../strict-text.ts'
import type { Surroundings } from '../surroundings.ts'
import { readDialect } from './dialect.ts'
import { readEpayNotice } from './notice.ts'
import { signEpay } from './signature.ts'

export type EpaySettings = {
  readonly merchantId: string
  readonly key: Secret
  readonly apiRoot: string
  readonly dialect: string
}

/** Gateways write numbers as numbers or as text. */
const word = z.union([z.string(), z.number()]).transform(String)
const created = z.object({ code: word, qrcode: z.string().nullish(), payurl: z.string().nullish() })
const trade = z.object({
  code: word,
  msg: z.string().nullish(),
  pid: word.optional(),
  trade_no: word.optional(),
  out_trade_no: word.optional(),
  endtime: z.string().nullish(),
  money: word.optional(),
  status: word.optional(),
})
const done = z.object({ code: word })

const YES = '1'
const [PAID, REFUNDED] = ['1', '2']
/** A key of the usual 32 characters; a short one can be guessed from a single signed address. */
const KEY_CHARACTERS = 16
const MISSING = /订单号?不存在/
const CODE = /^[a-z][a-z0-9+.-]{1,20}:\/\/\S{1,2000}$/i

const loopback = (url: URL): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)

/** The error is one line that names the setting and never its value. */
export function makeEpay(settings: EpaySettings, around: Surroundings): Result<PaymentChannel, string> {
  const { clock, notifyUrl, returnUrl } = around
  const key = settings.key.reveal()
  const pid = settings.merchantId
  const read = readDialect(settings.dialect)
  if (!read.ok) return read
  const dialect = read.value
  const root = new URL(settings.apiRoot.replace(/\/*$/, '/'))
  // The question about an order carries the key in its address.
  if (root.protocol !== 'https:' && !loopback(root)) return err('EPAY_API_ROOT: an address that begins with https://')
  if (key.length < KEY_CHARACTERS) return err(`EPAY_KEY: at least ${KEY_CHARACTERS} characters`)
  const at = (page: string, fields: Readonly<Record<string, string>> = {}): string =>
    `${root}${page}${Object.keys(fields).length === 0 ? '' : `?${writeForm(fields)}`}`
  const signed = (fields: Readonly<Record<string, string>>): Record<string, string> => ({
    ...fields,
    sign: signEpay(Object.entries(fields), key, dialect),
    sign_type: 'MD5',
  })
  const post = (page: string, fields: Readonly<Record<string, string>>, signal: AbortSignal) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return call(at(page), { method: 'POST', headers, body: writeForm(fields) }, signal)
  }

  async function create(number: string, money: string, signal: AbortSignal): ReturnType<PaymentChannel['create']> {
    const { payType } = dialect
    const wish = { pid, out_trade_no: number, notify_url: notifyUrl, return_url: returnUrl, name: number, money }
    if (dialect.link) return ok({ qr: at('submit.php', signed(wish)) })
    const fields = signed({ ...wish, type: payType, clientip: '127.0.0.1', device: 'pc' })
    const told = await post('mapi.php', fields, signal)
    const answer = told?.status === 200 ? readJson(told.text, created) : undefined
    if (!answer) return err('unavailable')
    if (answer.code !== YES) return err('refused')
    const qr = answer.qrcode || answer.payurl || ''
    return CODE.test(qr) ? ok({ qr }) : err('unavailable')
  }

  /** What the gateway says of an order: its row, `missing`, or undefined where it cannot be read clearly. */
  async function look(number: string, signal: AbortSignal): Promise<z.infer<typeof trade> | 'missing' | undefined> {
    const answer = await call(at('api.php', { act: 'order', pid, key, out_trade_no: number }), {}, signal)
    const row = answer?.status === 200 ? readJson(answer.text, trade) : undefined
    if (!row) return undefined
    if (row.code !== YES) return MISSING.test(row.msg ?? '') ? 'missing' : undefined
    return row.out_trade_no === number && (row.pid ?? pid) === pid ? row : undefined
  }

  async function query(number: string, signal: AbortSignal): Promise<QueryAnswer> {
    const row = await look(number, signal)
    if (row === undefined) return { kind: 'unknown' }
    if (row === 'missing' || row.status === '0' || row.status === REFUNDED) return { kind: 'not-paid' }
    const amount = readYuan(row.money)
    const txn = row.trade_no ?? ''
    if (row.status !== PAID || amount === undefined || !/^[\w-]{1,64}$/.test(txn)) return { kind: 'unknown' }
    const paidAt = readSeconds(row.endtime) ?? clock.now()
    return { kind: 'paid', payments: [{ channel: 'epay', orderNumber: number, txn, amount, paidAt }] }
  }

  async function refundQuery(wish: RefundWish, signal: AbortSignal): Promise<RefundAnswer> {
    // The protocol has no numbers for refunds: only a whole order that went back can be told from one that did not.
    if (!dialect.refund || wish.amount !== wish.paid) return { kind: 'by-hand' }
    const row = await look(wish.number, signal)
    if (row === undefined || row === 'missing') return { kind: 'unknown' }
    if (row.status === REFUNDED) return { kind: 'returned', amount: wish.amount, at: clock.now() }
    return row.status === PAID ? { kind: 'none' } : { kind: 'unknown' }
  }

  async function refund(wish: RefundWish, signal: AbortSignal): Promise<RefundAnswer> {
    const before = await refundQuery(wish, signal)
    if (before.kind !== 'none') return before
    const { number, amount, txn } = wish
    const fields = { pid, key, out_trade_no: number, trade_no: txn, money: yuanText(amount) }
    const answer = readJson((await post('api.php?act=refund', fields, signal))?.text, done)
    // Whatever it says, gateways differ in their codes for success: the order's own status decides.
    const after = await refundQuery(wish, signal)
    if (after.kind === 'none') return answer ? { kind: 'refused', reason: 'other' } : { kind: 'unknown' }
    return after
  }

  return ok({
    name: 'epay',
    create: ({ number, amount }, signal) => create(number, yuanText(amount), signal),
    readNotice: (bytes) => readEpayNotice(bytes, { pid, key, dialect }, clock),
    query,
    // There is no call to close a trade. What is paid after this is late, and taken as such.
    close: async (number, signal) => {
      const { kind } = await query(number, signal)
      return kind === 'not-paid' ? 'gone' : kind
    },
    refund,
    refundQuery,
  })
}
