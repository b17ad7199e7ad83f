// The fields of composed screens: how each is labelled in both languages, and what values it may have.
import type { Chance } from './chance.ts'
import { another, type Fresh } from './details.ts'
import { type Field, keep, secret } from './page.ts'

type Value = (v: Fresh, c: Chance) => string
export type Entry = {
  readonly mark: string
  readonly zh: readonly string[]
  readonly en: readonly string[]
  readonly value: Value
}
const hidden = (kind: string, value: Value): Value => {
  return (v, c) => secret(kind, value(v, c))
}
const kept = (field: Field, value: Value): Value => {
  return (v, c) => keep(field, value(v, c))
}
const entry = (mark: string, zh: string, en: string, value: Value): Entry => ({
  mark,
  zh: zh.split(' '),
  en: en.split('|'),
  value,
})

export const secrets: readonly Entry[] = [
  entry(
    'order_no',
    '订单号 订单编号 商户单号 商家订单号 商户订单号 订单ID 业务单号 充值单号 外部订单号',
    'Order ID|Order number|Order no.|Merchant order|Order reference',
    hidden('order_no', (v, c) => c.pick([v.order, v.gateway, v.merchant, v.receipt19, v.serial])),
  ),
  entry(
    'order_no',
    '流水号 交易流水号 银行流水号 凭证号 回单号 参考号 受理编号',
    'Reference|Reference no.|Receipt number|Confirmation number|Trace no.',
    hidden('order_no', (v, c) => c.pick([v.merchant, v.receipt19, v.serial, v.invoice])),
  ),
  entry(
    'alipay_txn',
    '支付宝交易号 交易号 订单号 支付流水号',
    'Alipay trade no.|Trade number|Transaction ID',
    hidden('alipay_txn', (v) => v.alipay),
  ),
  entry(
    'wechat_txn',
    '交易单号 转账单号 微信支付单号 支付单号',
    'Transaction number|Transaction no.|WeChat transaction ID',
    hidden('wechat_txn', (v) => v.wechat),
  ),
  entry(
    'bank_card',
    '银行卡号 卡号 收款账号 付款账号 收款卡号 对方卡号 入账账户',
    'Card number|Account number|To account|Bank account',
    hidden('bank_card', (v, c) => c.pick([v.card, v.cardSpaced, v.visa])),
  ),
  entry(
    'person',
    '收款人 付款人 户名 姓名 收款方户名 持卡人 真实姓名 联系人 收货人',
    'Payee|Payer|Recipient|Account holder|Cardholder|Full name|Customer',
    hidden('person', (v, c) => c.pick([v.nameZh, v.otherZh, v.nameEn])),
  ),
  entry(
    'phone',
    '手机号 手机号码 联系电话 预留手机号 电话 绑定手机',
    'Phone|Mobile|Phone number|Contact number',
    hidden('phone', (v, c) => c.pick([v.mobile, v.phoneSpaced, `+86 ${v.mobile}`])),
  ),
  entry(
    'email',
    '邮箱 电子邮箱 注册邮箱 登录邮箱 通知邮箱',
    'Email|E-mail address|Billing email|Sent to',
    hidden('email', (v) => v.mail),
  ),
  entry(
    'cn_id',
    '身份证号 证件号码 身份证号码 证件号',
    'ID number|National ID|Identity card no.',
    hidden('cn_id', (v) => v.id),
  ),
  entry(
    'address',
    '收货地址 地址 联系地址 账单地址',
    'Address|Billing address|Shipping address',
    hidden('address', (v, c) => c.pick([v.homeZh, v.homeEn])),
  ),
  entry(
    'password',
    '密码 登录密码 初始密码',
    'Password|Login password',
    hidden('password', (v) => v.password),
  ),
  entry(
    'payment_account',
    '微信号 支付宝账号 付款账户 对方账户 账号 登录账号',
    'Wallet|PayPal account|Account|Username',
    hidden('payment_account', (v, c) => c.pick([v.wxid, v.mail, v.mobile])),
  ),
  entry(
    'payment_account',
    '收款地址 钱包地址 充币地址',
    'Wallet address|Deposit address|USDT address',
    hidden('payment_account', (v, c) => c.pick([v.wallet, v.txHash])),
  ),
  entry(
    'api_key',
    'API密钥 密钥 令牌 API Key',
    'API key|Secret key|Key|Token',
    hidden('api_key', (v, c) => c.pick([v.key, v.keyShort])),
  ),
  entry(
    'redeem_code',
    '兑换码 卡密 激活码 CDK 充值码',
    'Redeem code|Voucher code|Gift code|Code',
    hidden('redeem_code', (v, c) => c.pick([v.code, v.codeOld, v.hex, v.cardKey])),
  ),
  entry(
    'masked',
    '手机号 绑定手机 预留手机号',
    'Phone|Mobile',
    kept('masked', (v) => v.maskedPhone),
  ),
  entry(
    'masked',
    '付款卡号 银行卡',
    'Card number',
    kept('masked', (v) => v.maskedCard),
  ),
  entry(
    'masked',
    '邮箱 注册邮箱',
    'Email',
    kept('masked', (v) => v.maskedMail),
  ),
]
export const YES = '支付成功 交易成功 已完成 处理中 待支付 已退款 转账成功 支付失败'.split(' ')
export const wanted: readonly Entry[] = [
  entry(
    'amount',
    '金额 支付金额 实付金额 订单金额 付款金额 充值金额 转账金额 交易金额',
    'Amount|Amount paid|Total|Payment amount|Order total',
    kept('amount', (v, c) => c.pick([`¥${v.yuan}`, `${v.yuan}元`, `￥${v.yuan}`, `${v.yuan}`, `CNY ${v.yuan}`])),
  ),
  entry(
    'amount',
    '手续费 优惠 账户余额',
    'Fee|Discount|Balance',
    kept('amount', (v, c) => c.pick(['¥0.00', '0.00', `¥${c.int(1, 9)}.50`, `¥${v.yuan}`])),
  ),
  entry(
    'time',
    '支付时间 付款时间 创建时间 交易时间 下单时间 完成时间 转账时间',
    'Paid at|Date|Created|Payment time|Transaction date',
    kept('time', (v, c) => c.pick([v.time, v.timeZh, v.timeEn, v.slashed, v.dotted])),
  ),
  entry(
    'time',
    '到账时间 更新时间 有效期至',
    'Completed at|Expires|Updated at',
    kept('time', (_, c) => c.pick([another(c).time, another(c).timeZh, another(c).time.slice(0, 10)])),
  ),
  entry(
    'status',
    '状态 当前状态 订单状态 交易状态 支付状态',
    'Status|Payment status|Order status',
    kept('status', (_, c) => c.pick([...YES, 'Completed', 'Paid', 'Pending', 'Success'])),
  ),
  entry(
    'method',
    '支付方式 付款方式 支付渠道 付款工具',
    'Payment method|Method|Paid with',
    kept('method', (v, c) =>
      c.pick([
        '支付宝',
        '微信支付',
        '零钱',
        '余额宝',
        `${v.bank}储蓄卡(${v.last4})`,
        `${v.bank}（${v.last4}）`,
        `Visa •••• ${v.last4}`,
        'Alipay',
        'PayPal',
      ]),
    ),
  ),
]
export const plain: readonly Entry[] = [
  entry('', '商品 商品说明 商户全称 备注 开户行 账单分类', 'Item|Merchant|Note|Bank|Plan', (_, c) =>
    c.pick(['API额度充值', '星河科技有限公司', '中国银行', 'Pro plan', 'gpt-4o-mini', '数码电器', 'Credits top-up']),
  ),
]
