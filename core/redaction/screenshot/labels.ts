// The words that stand before values on payment screens, and what each announces.
import type { Kind } from '../kinds.ts'
import { englishWords } from './english.ts'
import { FAMILY } from './surnames.ts'

/** What a label announces: a value to cover, a value to keep, or something of no concern that only ends other values. */
export type Topic =
  | { readonly hide: Kind }
  | { readonly keep: 'amount' | 'time' | 'method' | 'status' }
  | { readonly other: true }

export type LabelMatch = {
  readonly topic: Topic
  readonly end: number
  /** A phrase of the table, nothing before or behind it. */
  readonly whole: boolean
}

const hide = (kind: Kind): Topic => ({ hide: kind })
const keep = (what: 'amount' | 'time' | 'method' | 'status'): Topic => ({ keep: what })
const other: Topic = { other: true }

const chinese: readonly (readonly [Topic, string])[] = [
  [
    keep('amount'),
    '金额 实付 实付款 应付 总计 合计 总额 余额 手续费 优惠 折扣 数量 单价 价格 额度 费用 运费 小计 实收 到账 税额 押金 红包 立减 账户余额 可用余额 当前余额',
  ],
  [keep('time'), '时间 日期 有效期 到期 截止 创建于 付款于 更新于'],
  [keep('status'), '状态 结果 进度 状况'],
  [keep('method'), '方式 方法 渠道 工具 付款卡 通道'],
  [
    hide('order_no'),
    '订单号 订单编号 单号 编号 流水号 流水 凭证号 交易号 参考号 参考编号 批次号 受理号 回单号 回单编号 凭证 电子凭证号 订单ID 交易ID 订单id 验证码 追踪号 快递单号 运单号 校验码 取件码 发票号码 发票号 载具 条码 终端编号 参考码 序号 交易序号 流水序号 统一编号 订位代号 商户编号 终端号 系统参考号',
  ],
  [
    hide('redeem_code'),
    '兑换码 卡密 激活码 充值码 礼品码 礼品卡 券码 兑换卡 优惠码 邀请码 提货码 CDK 提取码 核销码 取货码 券号 领取码',
  ],
  [hide('api_key'), '密钥 令牌 秘钥 API密钥 接口密钥 API令牌 Key Token'],
  [
    hide('bank_card'),
    '卡号 银行卡号 收款账号 付款账号 银行账号 对方账号 储蓄卡号 信用卡号 收款卡号 付款卡号 帐号 银行卡 户口号码 户口 转出帐号 转入帐号 转出账号 转入账号 存款帐号 帐户号码 账户号码',
  ],
  [
    hide('cn_id'),
    '身份证 身份证号 身份证号码 证件号 证件号码 护照号 税号 纳税人识别号 身分证 身分证字号 统一社会信用代码 通行证号码',
  ],
  [hide('phone'), '手机 手机号 手机号码 电话 电话号码 联系电话 联系方式 预留手机 绑定手机 收件电话'],
  [hide('email'), '邮箱 邮箱地址 电子邮箱 邮件 注册邮箱 电邮 电子邮件 电邮地址'],
  [hide('password'), '密码 口令 登录密码 支付密码 初始密码'],
  [hide('address'), '地址 收货地址 联系地址 通讯地址 账单地址 家庭住址 住址 收件地址 寄往'],
  [
    hide('person'),
    '付款给 转账给 收款给 付给 户名 姓名 收款人 付款人 收件人 收货人 持卡人 开户名 账户名 联系人 真实姓名 对方户名 收款方 付款方 转账人 汇款人 申请人 客户姓名 收款户名 付款户名 昵称 实名 客户名称 付款人姓名 收款人姓名 收款方全称 付款方全称 收款方名称 付款方名称 收款人全称 付款人全称 对方 开票人 复核人 经办人 户主 收货人姓名 寄件人 购买方名称 购方名称 乘车人 旅客 投保人 被保险人 收票人 取票人 预订人 下单人 签收人 入住人 住客 乘客 乘机人 出行人 就诊人 学员 车主 机主 买家 购买人 委托人 法定代表人 监护人 发票抬头 抬头 收件者 付款者 收款者 寄件者 订购人 持有人 订购者 会员姓名 帐户名称 户口名称 法人 店主 老师 司机 骑手 收银员 业务员 客户经理 操作员',
  ],
  [
    hide('payment_account'),
    '登录名 会员名 用户昵称 群昵称 网名 花名 登录账户 登录帐号 会员帐号 账号 账户 微信号 支付宝账号 支付宝账户 对方账户 收款账户 付款账户 付款帐户 登录账号 用户名 会员号 钱包地址 用户ID 账户ID QQ QQ号',
  ],
  [
    other,
    '商品 商品说明 商品名称 说明 备注 附言 摘要 用途 分类 账单分类 标签 商户 商户全称 商户名称 收单机构 清算机构 机构 服务 套餐 模型 类型 名称 项目 产品 开户行 银行 汇款银行 客服 帮助 描述 操作 来源 设备 版本 币种 平台 积分 等级 站点 提示 注意 问题 订单信息 交易信息 详情',
  ],
]

const english: readonly (readonly [Topic, string])[] = [
  [
    keep('amount'),
    'wallet balance|account balance|available balance|card balance|amount|amount paid|amount due|total|total paid|subtotal|grand total|paid|balance|price|fee|fees|credits?|quota|discount|tax|you paid|top-?up amount|payment amount|order amount|order total|credit added|new balance|unit price|qty|quantity|cost|total cost|spent|charge|refund amount',
  ],
  [
    keep('time'),
    'time|date|paid at|created|created at|paid on|date paid|payment time|payment date|order time|order date|transaction time|transaction date|completed at|updated at|expires|expires at|expiry|valid until|issued|issued on|date & time|created on|last used',
  ],
  [keep('status'), 'status|state|result|payment status|order status'],
  [
    keep('method'),
    'method|network|payment method|paid with|pay with|channel|payment type|payment channel|funding source|paid via|pay by',
  ],
  [
    hide('order_no'),
    'identifier|order|order id|order no\\.?|order number|order #|order code|transaction|transaction id|transaction no\\.?|transaction number|txn id|txn|trade no\\.?|trade number|reference|reference no\\.?|reference number|ref\\.?|ref\\.? no\\.?|receipt no\\.?|receipt number|receipt #|invoice no\\.?|invoice number|invoice #|invoice|confirmation|confirmation code|confirmation number|payment id|serial no\\.?|serial number|merchant order|merchant order no\\.?|merchant order id|merchant order number|charge id|verification code|provider ref|provider txn|gateway ref|tracking no\\.?|tracking number|auth|auth code|appr code|approval|approval code|rrn|terminal id|tid|mid|batch|authorization code|trace no\\.?|out[_ ]trade[_ ]no|trade[_ ]no|transaction[_ ]id',
  ],
  [
    hide('redeem_code'),
    'redeem code|redemption code|voucher|voucher code|gift code|gift card|gift card code|coupon code|promo code|activation code|code|your code|license key|cdkey|cd key|cdk',
  ],
  [
    hide('api_key'),
    'api key|api[_-]key|key|secret|secret key|token|access token|your api key|access key|authorization|bearer|signing secret|webhook secret',
  ],
  [
    hide('bank_card'),
    'card|card no\\.?|card number|account no\\.?|account number|iban|acct|acct no\\.?|a/c no\\.?|bank account|to account|from account|routing number|sort code|debit card number',
  ],
  [hide('cn_id'), 'id no\\.?|id number|id card|passport|passport no\\.?|national id|tax id|identity number|ssn'],
  [
    hide('phone'),
    'phone|phone no\\.?|phone number|mobile|mobile no\\.?|mobile number|tel|telephone|contact number|cell|whatsapp',
  ],
  [
    hide('email'),
    'email|e-mail|mail|email address|e-mail address|receipt to|sent to|payer email|contact email|billing email',
  ],
  [hide('password'), 'password|passcode|pin|pwd|pw|login password|pass|temporary password'],
  [
    hide('address'),
    'address|billing address|shipping address|ship to|bill to|deliver to|delivery address|mailing address|billed to|shipped to',
  ],
  [
    hide('person'),
    'name|full name|account name|account holder|payee|payer|recipient|beneficiary|cardholder|cardholder name|card holder|name on card|sender|customer|customer name|payee name|payer name|recipient name|sender name|beneficiary name|receiver|contact|from|to|paid to|real name|holder|contact name|nickname|guest|guest name|passenger|traveller|traveler|attendee|buyer|owner|account owner|issued to|sold to|booked by|ordered by|remitter|received from|attn\\.?|patient|student|requested by|ordering party|ordering customer|originator|debtor|creditor',
  ],
  [
    hide('payment_account'),
    'vx|wx|tg|account|account id|username|user name|user id|uid|login|wallet|wallet address|paypal|paypal account|alipay account|wechat id|wxid|payment account|payer account|payee account|payer id|user',
  ],
  [
    other,
    'merchant|item|items|product|description|note|notes|memo|plan|model|service|type|bank|bank name|branch|currency|remark|remarks|purpose|details|summary|category|store|seller|platform|support|help|action|actions|used|remaining|region|source|device|version|package|usage|session id|request id',
  ],
]

const zh = chinese
  .flatMap(([topic, words]) => words.split(' ').map((word) => ({ topic, word })))
  .sort((a, b) => b.word.length - a.word.length)

/** Spaces get lost, each may be missing; i, l and 1 look alike, and so do o and 0. */
const en = english.flatMap(([topic, words]) =>
  words.split('|').map((word) => ({
    topic,
    pattern: new RegExp(
      `^(?:your |my |the )?${word.replaceAll(' ', ' ?').replaceAll(/[il]/g, '[il1|]').replaceAll('o', '[o0]')}`,
      'i',
    ),
  })),
)

/** A label is over before anything but a letter of the same word; the value may be glued to it: Phone number138. */
function wordEnds(text: string, end: number): boolean {
  const [last = '', next = ''] = [text[end - 1], text[end]]
  if (!/[A-Za-z0-9]/.test(next)) return true
  return end >= 5 && /[a-z]/.test(last) && /[A-Z0-9]/.test(next) && !/^[1l|0][a-z]/.test(text.slice(end))
}

/** What the last word of an English label tells where the whole phrase is not in the table: USDT address. */
const endings: readonly (readonly [Topic, RegExp])[] = [
  [
    hide('payment_account'),
    /^(?:wallet|deposit|usdt|usdc|btc|eth|trc-?20|erc-?20|crypto|receiving|paypal|wechat|alipay|login|payer|payee)\b.*\b(?:address|account|id)$/i,
  ],
  [hide('email'), /\be-?mail(?: address)?$/i],
  [hide('address'), /\baddress$/i],
  [hide('phone'), /\b(?:phone|mobile)(?: number| no\.?)?$/i],
  [hide('api_key'), /\b(?:key|token|secret)$/i],
  [hide('redeem_code'), /\bcode$/i],
  [hide('order_no'), /\b(?:number|no\.|id|reference)$/i],
  [
    hide('person'),
    /^(?!user|product|plan|item|project|file|domain|bank|brand|company|shop|store|service|network|model|app).*\bname$/i,
  ],
  [keep('amount'), /\b(?:amount|total|fee|balance|price|paid|charged)$/i],
  [keep('time'), /\b(?:time|date)$/i],
  [keep('method'), /\bmethod$/i],
  [keep('status'), /\bstatus$/i],
]

/** A line of two to four words, capital first, nothing else on it. */
const PHRASE = /^[A-Z][A-Za-z0-9-]{1,12}(?: [A-Za-z][A-Za-z-]{0,11}\.?){1,3}:?$/
/** USDTaddress: a reader loses the space behind capitals. */
const endingOf = (glued: string): Topic | undefined => {
  const text = glued.replace(/^([A-Z]{2,6})(?=[a-z]{4})/, '$1 ')
  if (
    !text
      .replace(/:$/, '')
      .split(/[ -]/)
      .every((word) => englishWords.has(word))
  )
    return undefined
  return PHRASE.test(text) ? endings.find(([, pattern]) => pattern.test(text.replace(/:$/, '')))?.[0] : undefined
}

/** Signs before a label, and the letter of a table's column: F渠道. */
const NOISE = /^[^\p{L}\p{N}]{0,4}(?:[A-Z](?=\p{Script=Han}))?/u
const HEAD = /^[\p{Script=Han}()/]{1,16}(?:\s?ID|\s?Key|\s?Token)?/iu
const JOINT = /^\s*(?:\([^()]{1,12}\)\s*)?[:=|>#.]*\s*/

/** 请勿发送密钥 ends like a label and is none. */
const sentence = (head: string, word: string, next: string | undefined): boolean =>
  next !== ':' && head.length > word.length + 2 && /[勿吗呢吧么哦别]|^请/.test(head)

/** 王老师 is somebody, 授课老师 a label. */
const TITLED = new RegExp(`^[${FAMILY}](?:老师|司机|经理|师傅|骑手)$`, 'u')

/** One word in small letters behind these is what it says: Username sunny. */
const SIGN_IN = /^(?:username|user ?name|login|nickname|password) [a-z][\w.-]+$/i

/** What makes a heading or a button of the word before it: Order Details, Contact Support. */
const HEADING =
  /^\s?(?:details?|support|us|history|summary|info(?:rmation)?|cent(?:er|re)|help|team|settings|list|again|now|here|page|overview|management)[.!>]?$/i

const past = (text: string, end: number): number => end + (JOINT.exec(text.slice(end))?.[0].length ?? 0)

/** The label that a plain text begins with; `end` is where its value begins. */
export function labelAt(text: string): LabelMatch | undefined {
  const noise = NOISE.exec(text)?.[0].length ?? 0
  const rest = text.slice(noise)
  const head = HEAD.exec(rest)?.[0]
  if (head) {
    const closed = head.replace(/\([^()]*\)?$/, '')
    const whole = zh.find(({ word }) => closed.endsWith(word))
    if (whole && !sentence(closed, whole.word, rest[head.length]) && !TITLED.test(closed))
      return { topic: whole.topic, end: past(text, noise + closed.length), whole: whole.word === closed }
    const glued = zh.find(({ word }) => word.length > 1 && head.startsWith(word))
    if (glued) return { topic: glued.topic, end: past(text, noise + glued.word.length), whole: false }
  }
  const found = en
    .flatMap(({ topic, pattern }) => {
      const length = pattern.exec(rest)?.[0].length ?? 0
      return length > 0 && wordEnds(rest, length) ? [{ topic, length }] : []
    })
    .sort((a, b) => b.length - a.length)[0]
  const ending = found && found.length === rest.trim().length ? undefined : endingOf(rest.trim())
  if (ending) return { topic: ending, end: text.length, whole: false }
  if (!found) return latinChinese(text, noise)
  const end = noise + found.length
  const after = text.slice(end)
  if (HEADING.test(after)) return undefined
  // "Order completed" is a sentence; "Order ORD-1" and "Order:" are labels.
  if (!SIGN_IN.test(text) && /^\s[a-z]{2,}/.test(after) && !/^\s*[:=]/.test(after)) return undefined
  return { topic: found.topic, end: past(text, end), whole: noise === 0 && end === text.length }
}

/** A Chinese label of which an unsure reader took one sign for another: 收政人. */
export function misreadLabel(text: string): LabelMatch | undefined {
  if (!/^\p{Script=Han}{3,6}$/u.test(text)) return undefined
  const found = zh.find(
    ({ word }) => word.length === text.length && [...word].filter((sign, at) => sign !== text[at]).length === 1,
  )
  return found && { topic: found.topic, end: text.length, whole: true }
}

/** "API 密钥", "QQ号", "PayPal账号": a Latin word before the Chinese one. */
function latinChinese(text: string, noise: number): LabelMatch | undefined {
  const head = /^[A-Za-z]{2,10}\s?[\p{Script=Han}]{1,6}/u.exec(text.slice(noise))?.[0]
  const found = head && zh.find(({ word }) => head.endsWith(word))
  return head && found ? { topic: found.topic, end: past(text, noise + head.length), whole: false } : undefined
}

/** Labels in the middle of a line, each with a colon behind it: where the label begins and where its value does. */
export function labelsInside(text: string, from: number): { at: number; topic: Topic; end: number }[] {
  const found: { at: number; topic: Topic; end: number }[] = []
  for (const match of text
    .slice(from)
    .matchAll(/([\p{Script=Han}]{2,10}|[A-Za-z]{2,12}(?: [A-Za-z]{2,8}\.?){0,2})\s?[:=]/gu)) {
    const head = match[1] ?? ''
    // A value glued to the next label is no part of it: 收件人：王伟电话：138…
    const word = zh.find((known) => known.word.length > 1 && head.endsWith(known.word))?.word ?? head
    const at = from + match.index + head.length - word.length
    if (at === 0) continue
    const label = labelAt(text.slice(at))
    if (label && !('other' in label.topic)) found.push({ at, topic: label.topic, end: at + label.end })
  }
  return found
}
