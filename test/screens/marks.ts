// Short names of the marks that a template sets: what must be covered, and what must stay readable.
import { keep, secret } from './page.ts'

const hidden = (kind: string) => (value: string) => secret(kind, value)

export const person = hidden('person')
export const user = hidden('user_name')
export const phone = hidden('phone')
export const email = hidden('email')
export const address = hidden('address')
export const paper = hidden('cn_id')
export const order = hidden('order_no')
export const alipay = hidden('alipay_txn')
export const wechat = hidden('wechat_txn')
export const account = hidden('payment_account')
export const bank = hidden('bank_card')
export const key = hidden('api_key')
export const code = hidden('redeem_code')
export const password = hidden('password')

export const amount = (value: string): string => keep('amount', value)
export const time = (value: string): string => keep('time', value)
export const status = (value: string): string => keep('status', value)
export const method = (value: string): string => keep('method', value)
export const masked = (value: string): string => keep('masked', value)
