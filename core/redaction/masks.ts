// What is shown instead of a value: enough for two people to see that they speak of the same one, never more.
import { isAlnum } from './glyphs.ts'
import { KINDS, type Kind } from './kinds.ts'

/** The value without separators and spaces. */
export function compact(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) if (isAlnum(text.charCodeAt(i))) out += text[i]
  return out
}

/** Four stars and the last four characters; of a value shorter than eight nothing, or it could be guessed. */
export function tail(value: string): string {
  const plain = compact(value)
  return plain.length >= 8 ? `****${plain.slice(-4)}` : '****'
}

/** Kinds of which not even the end may be seen. */
export const placeholders: Partial<Record<Kind, string>> = {
  password: '[password]',
  address: '[address]',
  person: '[name]',
}

export const shownFor = (kind: Kind, value: string): string => placeholders[kind] ?? tail(value)

// Of two finds of the same length that overlap the earlier kind names the value.
const RANK: readonly Kind[] = [
  'custom',
  'api_key',
  'password',
  'redeem_code',
  'redeem_hex',
  'cn_id',
  'bank_card',
  'alipay_txn',
  'wechat_txn',
  'order_no',
  'payment_account',
  'email',
  'phone',
  'address',
  'person',
  'long_token',
]

export const rank = (kind: Kind): number => {
  const at = RANK.indexOf(kind)
  return at < 0 ? KINDS.length : at
}
