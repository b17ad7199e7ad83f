// All rules. The order decides nothing: overlaps are settled by length and kind (cover.ts).
import type { Rule } from '../rule.ts'
import { address } from './address.ts'
import { alipayTxn } from './alipay-txn.ts'
import { apiKey } from './api-key.ts'
import { bankCard } from './bank-card.ts'
import { cnId } from './cn-id.ts'
import { email } from './email.ts'
import { longToken } from './long-token.ts'
import { orderBehind, orderNo } from './order-no.ts'
import { password } from './password.ts'
import { paymentAccount } from './payment-account.ts'
import { person } from './person.ts'
import { phone } from './phone.ts'
import { redeemCode } from './redeem-code.ts'
import { redeemGlued } from './redeem-glued.ts'
import { redeemHex } from './redeem-hex.ts'
import { spacedOut } from './spaced-out.ts'
import { travelPermit } from './travel-permit.ts'
import { wechatTxn } from './wechat-txn.ts'

export const rules: readonly Rule[] = [
  apiKey,
  redeemCode,
  redeemGlued,
  redeemHex,
  cnId,
  travelPermit,
  bankCard,
  alipayTxn,
  wechatTxn,
  orderNo,
  orderBehind,
  phone,
  email,
  password,
  address,
  paymentAccount,
  person,
  longToken,
  spacedOut,
]
