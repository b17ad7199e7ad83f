// Alipay's bill of a day (业务明细): CSV in GBK inside a ZIP, with comment lines around its table (opendocs.alipay.com, "bill download").
import { z } from 'zod'
import { fen, parseYuan } from '../../kit/money.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { StatementFault, StatementLine } from '../../ports/payment-channel.ts'
import { download } from '../call.ts'
import { NUMBER } from '../refused-notice.ts'
import { readSeconds } from '../shanghai.ts'
import { feeFen, linesOf, of, type Row, rowsUnder } from '../statement/table.ts'
import { unzip } from '../statement/zip.ts'
import { type AlipayAsk, DONE } from './exchange.ts'

const HEADING = /^支付宝交易号\s*,\s*商户订单号/
const END = /^#-+业务明细列表结束-+/
const ACCOUNT = /^#账号：\[(\d{16})/
const COUNTS = { 交易: /^#交易合计：(\d+)笔/, 退款: /^#退款合计：(\d+)笔/ } as const

/** Undefined where the bytes are no GBK. */
export function gbkText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('gbk', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

export const isAlipayStatement = (text: string): boolean =>
  linesOf(text.slice(0, 4_000)).some((line) => HEADING.test(line))

const absolute = (text: string) => parseYuan(text.replace(/^-/, ''))

function lineOf(row: Row): StatementLine | undefined {
  const number = of(row, '商户订单号')
  const amount = absolute(of(row, '订单金额（元）', '订单金额(元)'))
  if (!NUMBER.test(number) || amount === undefined || amount <= 0n) return undefined
  if (of(row, '业务类型') === '退款') {
    const refundNumber = of(row, '退款批次号/请求号')
    return refundNumber === '' ? undefined : { kind: 'refund', number, refundNumber, amount }
  }
  const paidAt = readSeconds(of(row, '完成时间'))
  const txn = of(row, '支付宝交易号')
  if (of(row, '业务类型') !== '交易' || paidAt === undefined || !/^\d{10,64}$/.test(txn)) return undefined
  const fact = { channel: 'alipay', orderNumber: number, txn, amount, paidAt } as const
  return { kind: 'payment', fact, fee: fen(feeFen(of(row, '服务费（元）', '服务费(元)'))) }
}

/** The error says what is wrong with the file; one row that cannot be read, or one too few, refuses it as a whole. */
export function readAlipayStatement(text: string, sellerId: string): Result<readonly StatementLine[], string> {
  const lines = linesOf(text)
  const head = lines.findIndex((line) => HEADING.test(line))
  const end = lines.findIndex((line) => END.test(line))
  if (head < 0 || end < head) return err('not a whole bill of Alipay (业务明细): its last lines are missing')
  const account = lines.map((line) => ACCOUNT.exec(line)?.[1]).find((id) => id !== undefined)
  // Their numbers have a suffix of four digits behind the sixteen of the PID.
  if (account !== sellerId) return err('it is the bill of another account')
  const rows = rowsUnder(lines[head] ?? '', lines.slice(head + 1, end))
  if (!rows) return err('a row of it is cut')
  for (const [kind, pattern] of Object.entries(COUNTS)) {
    const told = lines.map((line) => pattern.exec(line)?.[1]).find((count) => count !== undefined)
    const held = rows.filter((row) => of(row, '业务类型') === kind).length
    if (told !== undefined && Number(told) !== held) return err('it does not hold as many rows as it counts')
  }
  const read = rows.map(lineOf)
  const bad = read.indexOf(undefined)
  return bad >= 0 ? err(`row ${head + bad + 2} cannot be read`) : ok(read.filter((line) => line !== undefined))
}

/** The text of the details in an archive; the other file in it is their summary. */
export function detailsIn(bytes: Uint8Array): string | undefined {
  for (const file of unzip(bytes) ?? []) {
    const text = gbkText(file.bytes)
    if (text !== undefined && isAlipayStatement(text)) return text
  }
  return undefined
}

const where = z.object({ bill_download_url: z.url() })
const NOT_READY = ['isp.bill_not_exist', 'BILL_NOT_EXIST', 'ACQ.BILL_NOT_EXIST']

/** The address comes signed and lives half a minute; what is behind it is asked for over https only. */
export async function fetchAlipayStatement(
  ask: AlipayAsk,
  { sellerId, apiRoot }: { readonly sellerId: string; readonly apiRoot: string },
  day: string,
  signal: AbortSignal,
): Promise<Result<readonly StatementLine[], StatementFault>> {
  const answer = await ask(
    'alipay.data.dataservice.bill.downloadurl.query',
    { bill_type: 'trade', bill_date: day },
    signal,
  )
  if (!answer) return err('unknown')
  if (answer.code !== DONE) return err(NOT_READY.includes(answer.sub_code ?? '') ? 'not-ready' : 'unknown')
  const told = where.safeParse(answer).data
  if (!told) return err('unknown')
  const url = new URL(told.bill_download_url)
  if (url.hostname.endsWith('.alipay.com')) url.protocol = 'https:'
  else if (url.origin !== new URL(apiRoot).origin) return err('unknown')
  const bytes = await download(url.href, {}, signal)
  const text = bytes && detailsIn(bytes)
  const read = text === undefined ? undefined : readAlipayStatement(text, sellerId)
  return read?.ok ? read : err('unknown')
}
