// WeChat Pay's trade bill: CSV whose fields begin with a backtick, closed by its own count (pay.weixin.qq.com, "trade bill").
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { fen, parseYuan } from '../../kit/money.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { StatementFault, StatementLine } from '../../ports/payment-channel.ts'
import { download } from '../call.ts'
import { NUMBER } from '../refused-notice.ts'
import { readSeconds } from '../shanghai.ts'
import { feeFen, linesOf, of, type Row, rowsUnder } from '../statement/table.ts'
import { readJson, strictText } from '../strict-text.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Ask } from './exchange.ts'
import type { WechatKeys, WechatSettings } from './keys.ts'
import { authorization } from './signature.ts'

const HEADING = /^\uFEFF?交易时间,公众账号ID,商户号/
const TOTALS = /^总交易单数,/

export const isWechatStatement = (text: string): boolean => HEADING.test(text)

function lineOf(row: Row): StatementLine | 'other' | undefined {
  const state = of(row, '交易状态')
  const number = of(row, '商户订单号')
  if (state === 'REVOKED') return 'other'
  if (!NUMBER.test(number) || of(row, '货币种类') !== 'CNY') return undefined
  if (state === 'SUCCESS') {
    const amount = parseYuan(of(row, '订单金额', '应结订单金额', '总金额'))
    const paidAt = readSeconds(of(row, '交易时间'))
    const txn = of(row, '微信订单号')
    if (amount === undefined || amount <= 0n || paidAt === undefined || !/^[\w-]{1,64}$/.test(txn)) return undefined
    const fact = { channel: 'wechat', orderNumber: number, txn, amount, paidAt } as const
    return { kind: 'payment', fact, fee: fen(feeFen(of(row, '手续费'))) }
  }
  if (state !== 'REFUND') return undefined
  const amount = parseYuan(of(row, '申请退款金额', '退款金额'))
  const refundNumber = of(row, '商户退款单号')
  return amount === undefined || amount <= 0n || refundNumber === ''
    ? undefined
    : { kind: 'refund', number, refundNumber, amount }
}

/** The error says what is wrong with the file; one row that cannot be read, or one too few, refuses it as a whole. */
export function readWechatStatement(text: string, merchantId: string): Result<readonly StatementLine[], string> {
  const lines = linesOf(text)
  const total = lines.findIndex((line) => TOTALS.test(line))
  if (!HEADING.test(lines[0] ?? '') || total < 1)
    return err('not a whole trade bill of WeChat Pay: its last lines are missing')
  const rows = rowsUnder(lines[0] ?? '', lines.slice(1, total))
  const [sums] = rowsUnder(lines[total] ?? '', lines.slice(total + 1, total + 2)) ?? []
  if (!rows || !sums || Number(of(sums, '总交易单数')) !== rows.length)
    return err('it does not hold as many rows as it counts')
  if (rows.some((row) => of(row, '商户号') !== merchantId)) return err('it is the bill of another merchant')
  const read = rows.map(lineOf)
  const bad = read.indexOf(undefined)
  if (bad >= 0) return err(`row ${bad + 2} cannot be read`)
  return ok(read.filter((line): line is StatementLine => line !== undefined && line !== 'other'))
}

const where = z.object({ hash_type: z.literal('SHA1'), hash_value: z.string(), download_url: z.url() })

/** The bill of a day: its address and its hash come signed, the file itself is believed by that hash. */
export async function fetchWechatStatement(
  ask: Ask,
  keys: WechatKeys,
  settings: WechatSettings,
  around: Pick<Surroundings, 'clock' | 'ids'>,
  day: string,
  signal: AbortSignal,
): Promise<Result<readonly StatementLine[], StatementFault>> {
  const answer = await ask('GET', `/v3/bill/tradebill?bill_date=${day}&bill_type=ALL`, undefined, signal)
  if (!answer) return err('unknown')
  if (answer.status !== 200)
    return err(['NO_STATEMENT_EXIST', 'STATEMENT_CREATING'].includes(answer.code) ? 'not-ready' : 'unknown')
  const told = readJson(answer.text, where)
  // The token in its address and our signature are for nobody else.
  const url = told && new URL(told.download_url)
  if (!url || url.origin !== new URL(settings.apiRoot).origin) return err('unknown')
  const path = `${url.pathname}${url.search}`
  const headers = {
    accept: 'application/json',
    'user-agent': 'daozhang',
    authorization: authorization(keys, settings.merchantId, around, { method: 'GET', path, body: '' }),
  }
  const bytes = await download(url.href, headers, signal)
  if (!bytes || createHash('sha1').update(bytes).digest('hex') !== told.hash_value.toLowerCase()) return err('unknown')
  const text = strictText(plain(bytes))
  const read = text === undefined ? undefined : readWechatStatement(text, settings.merchantId)
  return read?.ok ? read : err('unknown')
}

/** Bills can be asked for packed, and people keep them so. */
export const plain = (bytes: Uint8Array): Uint8Array => {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: 64 * 1_048_576 })
  } catch {
    return new Uint8Array()
  }
}
