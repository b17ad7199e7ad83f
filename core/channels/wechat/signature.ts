// How WeChat Pay v3 signs: our requests over five lines, their answers and notices over three; theirs are good for five minutes.
import { type Clock, MINUTE, SECOND } from '../../kit/clock.ts'
import type { Ids } from '../../kit/ids.ts'
import type { NoticeHeaders } from '../../ports/payment-channel.ts'
import { signRsa, verifyRsa } from '../rsa.ts'
import type { WechatKeys } from './keys.ts'

const TYPE = 'WECHATPAY2-SHA256-RSA2048'
/** Their rule: a message older than this may be a replay. */
export const WINDOW_MS = 5 * MINUTE

/** The Authorization header. `path` is everything behind the host. Source: pay.weixin.qq.com, "signature generation". */
export function authorization(
  keys: WechatKeys,
  merchantId: string,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
  request: { readonly method: string; readonly path: string; readonly body: string },
): string {
  const timestamp = String(Math.floor(clock.now() / SECOND))
  const nonce = ids.base32(32)
  const lines = [request.method, request.path, timestamp, nonce, request.body]
  const parts = {
    mchid: merchantId,
    nonce_str: nonce,
    signature: signRsa(keys.ours, lines.map((line) => `${line}\n`).join('')),
    timestamp,
    serial_no: keys.ourSerial,
  }
  const text = Object.entries(parts).map(([name, value]) => `${name}="${value}"`)
  return `${TYPE} ${text.join(',')}`
}

/** Whether WeChat Pay signed these very words within the last five minutes, under the key that we know it by. */
export function theySigned(keys: WechatKeys, clock: Clock, headers: NoticeHeaders, text: string): boolean {
  const field = (name: string): string => headers[`wechatpay-${name}`] ?? ''
  // Only where it is said: a weaker algorithm must not be chosen by whoever sends.
  if (!['', TYPE].includes(field('signature-type'))) return false
  if (field('serial') !== keys.theirId) return false
  const timestamp = field('timestamp')
  if (!/^[1-9]\d{8,10}$/.test(timestamp)) return false
  if (Math.abs(clock.now() - Number(timestamp) * SECOND) > WINDOW_MS) return false
  return verifyRsa(keys.theirs, `${timestamp}\n${field('nonce')}\n${text}\n`, field('signature'))
}
