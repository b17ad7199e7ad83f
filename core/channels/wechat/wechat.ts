// WeChat Pay v3, Native: a code that ends with the order, answers and notices that are signed, refunds under one number.
import { z } from 'zod'
import type { QueryAnswer } from '../../domain/channel.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { CloseAnswer, NewTrade, PaymentChannel, RefundWish } from '../../ports/payment-channel.ts'
import { rfc3339 } from '../shanghai.ts'
import { readJson } from '../strict-text.ts'
import type { Surroundings } from '../surroundings.ts'
import { makeAsk } from './exchange.ts'
import { readWechatKeys, type WechatSettings } from './keys.ts'
import { readWechatNotice } from './notice.ts'
import { refundAnswer, refundBody } from './refund.ts'
import { fetchWechatStatement } from './statement.ts'
import { answerOf, type Trade, trade } from './trade.ts'

const code = z.object({ code_url: z.string().regex(/^weixin:\/\/\S{1,512}$/) })
const MISSING = ['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS']

/** The error is one line that names the setting and never its value. */
export function makeWechat(settings: WechatSettings, around: Surroundings): Result<PaymentChannel, string> {
  const read = readWechatKeys(settings)
  if (!read.ok) return read
  const keys = read.value
  const { clock, notifyUrl } = around
  const { merchantId: mchid, appId: appid } = settings
  const ask = makeAsk(settings.apiRoot, mchid, keys, around)
  const pathOf = (number: string): string => `/v3/pay/transactions/out-trade-no/${encodeURIComponent(number)}`

  async function create({ number, amount, expiresAt }: NewTrade, signal: AbortSignal) {
    const wish = {
      appid,
      mchid,
      description: number,
      out_trade_no: number,
      // Without it the code lives two hours and its order seven days.
      time_expire: rfc3339(expiresAt),
      notify_url: notifyUrl,
      amount: { total: Number(amount), currency: 'CNY' },
    }
    const answer = await ask('POST', '/v3/pay/transactions/native', wish, signal)
    if (!answer || answer.status >= 500 || answer.status === 429) return err('unavailable' as const)
    const made = answer.status === 200 ? readJson(answer.text, code) : undefined
    if (made) return ok({ qr: made.code_url })
    return err(answer.status === 200 ? ('unavailable' as const) : ('refused' as const))
  }

  async function look(number: string, signal: AbortSignal): Promise<Trade | 'missing' | undefined> {
    const answer = await ask('GET', `${pathOf(number)}?mchid=${encodeURIComponent(mchid)}`, undefined, signal)
    if (!answer) return undefined
    if (answer.status === 404 && MISSING.includes(answer.code)) return 'missing'
    const found = answer.status === 200 ? readJson(answer.text, trade) : undefined
    return found?.out_trade_no === number && found.mchid === mchid && found.appid === appid ? found : undefined
  }

  async function query(number: string, signal: AbortSignal): Promise<QueryAnswer> {
    const found = await look(number, signal)
    if (found === undefined) return { kind: 'unknown' }
    return found === 'missing' ? { kind: 'not-paid' } : answerOf(found, clock.now())
  }

  async function close(number: string, signal: AbortSignal): Promise<CloseAnswer> {
    const answer = await ask('POST', `${pathOf(number)}/close`, { mchid }, signal)
    if (!answer) return 'unknown'
    if (answer.status === 204) return 'gone'
    // It says no for many reasons; the trade itself says which.
    const found = await look(number, signal)
    if (found === undefined) return 'unknown'
    if (found === 'missing' || ['CLOSED', 'REVOKED', 'REFUND'].includes(found.trade_state)) return 'gone'
    return answerOf(found, clock.now()).kind === 'paid' ? 'paid' : 'unknown'
  }

  const refunds = '/v3/refund/domestic/refunds'
  return ok({
    name: 'wechat',
    create,
    readNotice: (bytes, headers) => readWechatNotice(bytes, headers, keys, { merchantId: mchid, appId: appid }, clock),
    query,
    close,
    refund: async (wish: RefundWish, signal) =>
      refundAnswer(await ask('POST', refunds, refundBody(wish, notifyUrl), signal), wish, clock.now(), false),
    refundQuery: async (wish: RefundWish, signal) => {
      const path = `${refunds}/${encodeURIComponent(wish.refundNumber)}`
      return refundAnswer(await ask('GET', path, undefined, signal), wish, clock.now(), true)
    },
    statement: (day, signal) => fetchWechatStatement(ask, keys, settings, around, day, signal),
  })
}
