// Alipay face to face (precreate): a code that is no trade until somebody scans it, and both of its time-outs are ours to set.
import { z } from 'zod'
import type { QueryAnswer } from '../../domain/channel.ts'
import { MINUTE } from '../../kit/clock.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type {
  CloseAnswer,
  NewTrade,
  PaymentChannel,
  RefundAnswer,
  RefundRefusal,
  RefundWish,
} from '../../ports/payment-channel.ts'
import { readSeconds, readYuan, yuanText } from '../shanghai.ts'
import type { Surroundings } from '../surroundings.ts'
import { type AlipayAnswer, DONE, makeAlipayAsk } from './exchange.ts'
import { type AlipaySettings, readAlipayKeys } from './keys.ts'
import { readAlipayNotice } from './notice.ts'
import { fetchAlipayStatement } from './statement.ts'

const made = z.object({ out_trade_no: z.string(), qr_code: z.string().regex(/^https:\/\/\S{1,512}$/) })
const trade = z.object({
  out_trade_no: z.string(),
  trade_no: z.string().regex(/^\d{10,64}$/),
  trade_status: z.string(),
  total_amount: z.union([z.string(), z.number()]),
  send_pay_date: z.string().optional(),
})
const back = z.object({
  out_trade_no: z.string().optional(),
  out_request_no: z.string().optional(),
  refund_status: z.string().optional(),
  refund_amount: z.string().optional(),
  gmt_refund_pay: z.string().optional(),
})

const MISSING = 'ACQ.TRADE_NOT_EXIST'
/** Something failed there: it may have been done all the same. */
const unclear = ({ code, sub_code }: AlipayAnswer): boolean =>
  code === '20000' || ['ACQ.SYSTEM_ERROR', 'aop.ACQ.SYSTEM_ERROR'].includes(sub_code ?? '')

const refusals: { readonly [subCode: string]: RefundRefusal } = {
  'ACQ.SELLER_BALANCE_NOT_ENOUGH': 'balance',
  'ACQ.REASON_TRADE_REFUND_FEE_ERR': 'amount',
  'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL': 'amount',
  'ACQ.DISCORDANT_REPEAT_REQUEST': 'amount',
  'ACQ.TRADE_HAS_FINISHED': 'not-refundable',
  'ACQ.TRADE_STATUS_ERROR': 'not-refundable',
  [MISSING]: 'not-refundable',
}

/** The error is one line that names the setting and never its value. */
export function makeAlipay(settings: AlipaySettings, around: Surroundings): Result<PaymentChannel, string> {
  const read = readAlipayKeys(settings)
  if (!read.ok) return read
  const keys = read.value
  const { clock } = around
  const ask = makeAlipayAsk(settings, keys, around)

  async function create({ number, amount, expiresAt }: NewTrade, signal: AbortSignal) {
    const minutes = `${Math.max(1, Math.ceil((expiresAt - clock.now()) / MINUTE))}m`
    const wish = {
      out_trade_no: number,
      total_amount: yuanText(amount),
      subject: number,
      // The one ends the trade after a scan, the other the code before it; without it the code lives two hours.
      timeout_express: minutes,
      qr_code_timeout_express: minutes,
    }
    const answer = await ask('alipay.trade.precreate', wish, signal)
    if (!answer || unclear(answer)) return err('unavailable' as const)
    if (answer.code !== DONE) return err('refused' as const)
    const code = made.safeParse(answer)
    return code.success && code.data.out_trade_no === number
      ? ok({ qr: code.data.qr_code })
      : err('unavailable' as const)
  }

  type Trade = z.infer<typeof trade>
  async function look(number: string, signal: AbortSignal): Promise<Trade | 'missing' | undefined> {
    const answer = await ask('alipay.trade.query', { out_trade_no: number }, signal)
    if (answer?.sub_code === MISSING) return 'missing'
    const found = answer?.code === DONE ? trade.safeParse(answer).data : undefined
    return found?.out_trade_no === number ? found : undefined
  }

  function answerOf(found: Trade): QueryAnswer {
    if (found.trade_status === 'WAIT_BUYER_PAY') return { kind: 'not-paid', scannedAt: clock.now() }
    // Never paid in time, or paid and returned as a whole: no money that could be credited in either case.
    if (found.trade_status === 'TRADE_CLOSED') return { kind: 'not-paid' }
    const amount = readYuan(found.total_amount)
    if (!['TRADE_SUCCESS', 'TRADE_FINISHED'].includes(found.trade_status) || amount === undefined) {
      return { kind: 'unknown' }
    }
    const paidAt = readSeconds(found.send_pay_date) ?? clock.now()
    const fact = { channel: 'alipay', orderNumber: found.out_trade_no, txn: found.trade_no, amount, paidAt } as const
    return { kind: 'paid', payments: [fact] }
  }

  async function query(number: string, signal: AbortSignal): Promise<QueryAnswer> {
    const found = await look(number, signal)
    if (found === undefined) return { kind: 'unknown' }
    // A code that nobody scanned is no trade yet.
    return found === 'missing' ? { kind: 'not-paid' } : answerOf(found)
  }

  async function close(number: string, signal: AbortSignal): Promise<CloseAnswer> {
    const answer = await ask('alipay.trade.close', { out_trade_no: number }, signal)
    if (!answer) return 'unknown'
    if (answer.code === DONE || answer.sub_code === MISSING) return 'gone'
    const found = await look(number, signal)
    if (found === undefined) return 'unknown'
    if (found === 'missing' || found.trade_status === 'TRADE_CLOSED') return 'gone'
    return answerOf(found).kind === 'paid' ? 'paid' : 'unknown'
  }

  const askRefund = ({ number, refundNumber }: RefundWish, signal: AbortSignal): Promise<AlipayAnswer | undefined> =>
    ask(
      'alipay.trade.fastpay.refund.query',
      { out_trade_no: number, out_request_no: refundNumber, query_options: ['gmt_refund_pay'] },
      signal,
    )

  async function refundQuery(wish: RefundWish, signal: AbortSignal): Promise<RefundAnswer> {
    const answer = await askRefund(wish, signal)
    if (answer?.sub_code === MISSING) return { kind: 'none' }
    const found = answer?.code === DONE ? back.safeParse(answer).data : undefined
    if (!found) return { kind: 'unknown' }
    // A refund that is not there, or not done, is answered as success without a status.
    if (found.refund_status !== 'REFUND_SUCCESS') return { kind: 'none' }
    const same = found.out_request_no === wish.refundNumber && readYuan(found.refund_amount) === wish.amount
    if (!same) return { kind: 'unknown' }
    return { kind: 'returned', amount: wish.amount, at: readSeconds(found.gmt_refund_pay) ?? clock.now() }
  }

  async function refund(wish: RefundWish, signal: AbortSignal): Promise<RefundAnswer> {
    const { number, refundNumber, amount } = wish
    const fields = { out_trade_no: number, out_request_no: refundNumber, refund_amount: yuanText(amount) }
    const answer = await ask('alipay.trade.refund', fields, signal)
    if (!answer || unclear(answer)) return { kind: 'unknown' }
    if (answer.code !== DONE) {
      const reason = refusals[answer.sub_code ?? '']
      return reason === undefined ? { kind: 'unknown' } : { kind: 'refused', reason }
    }
    // "Success" also answers a repeat and a refund that is still under way: only the question tells.
    const after = await refundQuery(wish, signal)
    return after.kind === 'none' ? { kind: 'on-its-way' } : after
  }

  return ok({
    name: 'alipay',
    create,
    readNotice: (bytes) => readAlipayNotice(bytes, keys, settings),
    query,
    close,
    refund,
    refundQuery,
    statement: (day, signal) => fetchAlipayStatement(ask, settings, day, signal),
  })
}
