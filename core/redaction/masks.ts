// What is shown instead of a value: enough for two people to see that they speak of the same one, never more.
import { isAlnum } from './glyphs.ts'
import { KINDS, type Kind } from './kinds.ts'

/** A shorter value could be guessed from its end. */
const LEAST = 8

/** Four stars and the last four characters; of a value shorter than eight nothing, or it could be guessed. */
export function tail(value: string): string {
  let end = ''
  let count = 0
  for (let i = value.length - 1; i >= 0 && count < LEAST; i--) {
    if (!isAlnum(value.charCodeAt(i))) continue
    if (count++ < 4) end = value.charAt(i) + end
  }
  return count >= LEAST ? `****${end}` : '****'
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
