// What can be found in a text: the closed list of the `redact` command, and what a find looks like.

export const KINDS = [
  'redeem_code',
  'redeem_hex',
  'api_key',
  'bank_card',
  'cn_id',
  'phone',
  'email',
  'alipay_txn',
  'wechat_txn',
  'order_no',
  'password',
  'address',
  'payment_account',
  'person',
  'long_token',
  'custom',
] as const

export type Kind = (typeof KINDS)[number]

/** Where something was hidden: UTF-16 units of the original text, end exclusive. */
export type Find = { readonly kind: Kind; readonly start: number; readonly end: number }
