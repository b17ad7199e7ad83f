// A statement as an operator downloads it: recognised by what is in it, read by the channel whose it is.
import { err, ok, type Result } from '../../kit/result.ts'
import type { StatementLine } from '../../ports/payment-channel.ts'
import { detailsIn, gbkText, isAlipayStatement, readAlipayStatement } from '../alipay/statement.ts'
import type { ChannelSettings } from '../index.ts'
import { strictText } from '../strict-text.ts'
import { isWechatStatement, plain, readWechatStatement } from '../wechat/statement.ts'
import { isZip, unzip } from './zip.ts'

export type StatementFile = { readonly channel: 'alipay' | 'wechat'; readonly lines: readonly StatementLine[] }

/** Bills are UTF-8 or, Alipay's, GBK; some come packed. */
function textOf(bytes: Uint8Array): string | undefined {
  if (!isZip(bytes)) return strictText(plain(bytes)) ?? gbkText(bytes)
  const [only] = unzip(bytes) ?? []
  return detailsIn(bytes) ?? (only && strictText(only.bytes))
}

/** The error is one line that says what to do. */
export function readStatementFile(
  bytes: Uint8Array,
  { alipay, wechat }: ChannelSettings,
): Result<StatementFile, string> {
  const text = textOf(bytes)
  if (text !== undefined && isWechatStatement(text)) {
    if (!wechat) return err('this is a bill of WeChat Pay, and WeChat Pay has no settings here')
    const read = readWechatStatement(text, wechat.merchantId)
    return read.ok ? ok({ channel: 'wechat', lines: read.value }) : read
  }
  if (text !== undefined && isAlipayStatement(text)) {
    if (!alipay) return err('this is a bill of Alipay, and Alipay has no settings here')
    const read = readAlipayStatement(text, alipay.sellerId)
    return read.ok ? ok({ channel: 'alipay', lines: read.value }) : read
  }
  return err('not a trade bill of WeChat Pay (交易账单, CSV) nor of Alipay (业务明细, CSV or ZIP)')
}
