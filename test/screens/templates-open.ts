// Screens that the rules were written against.
import type { Chance } from './chance.ts'
import { fonts, keep, type Screen, secret, shell, themes } from './page.ts'
import { type Values, valuesOf } from './values.ts'

type Made = Pick<Screen, 'kind' | 'language' | 'html'> & { readonly codes?: Screen['codes']; readonly wide?: boolean }
type Look = { readonly theme: (typeof themes)[number]; readonly font: string; readonly size: number }
type Template = (v: Values, chance: Chance, look: Look) => Made

const row = (label: string, value: string): string =>
  `<div class="row"><span class="pale">${label}</span><span>${value}</span></div>`
const left = (label: string, value: string): string =>
  `<div class="row left"><span class="pale">${label}</span><span>${value}</span></div>`
const page = ({ theme, font, size }: Look, body: string, style?: string): string =>
  shell(theme, font, size, body, style)
const clock = (c: Chance): string =>
  `<div class="bar"><span>${c.int(1, 12)}:${c.int(10, 59)}</span><span>5G ${c.int(20, 99)}%</span></div>`

const alipayBill: Template = (v, c, look) => ({
  kind: 'bill',
  language: 'zh',
  html: page(
    look,
    `${clock(c)}<div class="head">账单详情</div><div class="card"><div class="mid">星河云算力</div><div class="big">${keep('amount', `-${v.amount}`)}</div>
<div class="mid pale">${keep('status', '交易成功')}</div><hr>${left('支付时间', keep('time', v.time))}${left('付款方式', keep('method', `${v.bank}储蓄卡(${v.last4})`))}
${left('商品说明', 'API额度充值')}${left('收款方全称', '星河（杭州）科技有限公司')}${left('订单号', secret('alipay_txn', v.alipay))}${left('商家订单号', secret('order_no', v.order))}
${left('对方账户', secret('payment_account', v.email))}</div><div class="card">账单分类 <span class="pale">数码电器</span></div>`,
  ),
})

const wechatBill: Template = (v, _, look) => ({
  kind: 'bill',
  language: 'zh',
  html: page(
    look,
    `<div class="head">账单</div><div class="card"><div class="mid">扫二维码付款-给小店</div><div class="big">${keep('amount', `-${v.amount}`)}</div>
${left('当前状态', keep('status', '支付成功'))}${left('支付时间', keep('time', v.timeZh))}${left('支付方式', keep('method', '零钱通'))}${left('收款人', secret('person', v.zh.name))}
${left('交易单号', secret('wechat_txn', v.wechat))}${left('商户单号', secret('order_no', v.gateway))}</div><div class="card">对订单有疑惑</div>`,
  ),
})

const bankReceipt: Template = (v, _, look) => ({
  kind: 'bank',
  language: 'zh',
  html: page(
    look,
    `<div class="head">${v.bank} 电子回单</div><div class="card"><div class="big">${keep('amount', `¥${v.amount}`)}</div><div class="mid accent">${keep('status', '转账成功')}</div>
${row('付款人', secret('person', v.zh.name))}${row('付款账号', secret('bank_card', v.cardSpaced))}${row('收款人', secret('person', '林若溪'))}${row('收款账号', secret('bank_card', v.card))}
${row('开户行', v.bank)}${row('转账时间', keep('time', v.time))}${row('流水号', secret('order_no', v.merchant))}${row('手机号', secret('phone', v.phone))}</div>`,
  ),
})

const gatewayOrder: Template = (v, _, look) => ({
  kind: 'order',
  language: 'en',
  html: page(
    look,
    `<div class="card"><h2>Order details</h2>${row('Status', keep('status', 'Completed'))}${row('Amount paid', keep('amount', `$${v.amount}`))}${row('Payment method', keep('method', `Visa ending in ${v.last4}`))}
${row('Paid at', keep('time', v.timeEn))}${row('Order ID', secret('order_no', v.order))}${row('Transaction ID', secret('order_no', v.serial))}${row('Email', secret('email', v.email))}
${row('Cardholder', secret('person', v.en.name))}${row('Billing address', secret('address', v.en.address))}</div>`,
  ),
})

const rechargeQr: Template = (v, c, look) => ({
  kind: 'qr',
  language: c.pick(['zh', 'zh', 'en']),
  codes: [{ format: 'QRCode', text: `https://qr.example.com/pay/${v.gateway}` }],
  html: page(
    look,
    `<div class="head">账户充值</div><div class="card mid"><div>应付金额 <b>${keep('amount', `¥${v.amount}`)}</b></div><img data-code="0" style="width:${c.int(38, 62)}%;margin:1em;background:#fff;padding:.5em"><div class="pale">请使用${keep('method', '支付宝')}扫码</div>
<div>订单号：${secret('order_no', v.order)}</div><div>${keep('status', '等待付款')} 14:59</div></div>`,
  ),
})

const apiKeys: Template = (v, _, look) => ({
  kind: 'key',
  language: 'en',
  wide: true,
  html: page(
    look,
    `<div class="card"><h2>API keys</h2><p>Your new key is shown only once. Save it somewhere safe.</p><table><tr><th>Name</th><th>Key</th><th>Created</th></tr>
<tr><td>${secret('person', 'production')}</td><td>${secret('api_key', v.key)}</td><td>${keep('time', v.time.slice(0, 10))}</td></tr></table><p>Balance: ${keep('amount', `$${v.amount}`)}</p></div>`,
  ),
})

const redeemPage: Template = (v, c, look) => ({
  kind: 'redeem',
  language: 'zh',
  html: page(
    look,
    `<div class="head">兑换码充值</div><div class="card"><div class="pale">您购买的兑换码</div><div class="accent" style="font-size:1.15em;word-break:break-all">${secret('redeem_code', c.pick([v.code, v.codeOld, v.hex]))}</div>
${row('面额', keep('amount', `¥${v.amount}`))}${row('状态', keep('status', '待支付'))}${row('购买时间', keep('time', v.time))}${row('邮箱', secret('email', v.email))}<div class="mid"><button>立即兑换</button></div></div>`,
  ),
})

const bubble = (mine: boolean, text: string): string =>
  `<div style="display:flex;justify-content:${mine ? 'flex-end' : 'flex-start'};margin:.6em"><div class="card" style="max-width:76%;margin:0;word-break:break-all${mine ? ';background:#95ec69;color:#111' : ''}">${text}</div></div>`

const chat: Template = (v, _, look) => ({
  kind: 'chat',
  language: 'zh',
  html: page(
    look,
    `${bubble(true, `你好，我${keep('time', v.timeZh)}充了${keep('amount', `${v.amount}元`)}，没到账`)}${bubble(false, '您好，请提供订单号')}${bubble(true, `订单号是${secret('alipay_txn', v.alipay)}`)}
${bubble(true, `手机号${secret('phone', v.phoneSpaced)}，邮箱${secret('email', v.email)}`)}${bubble(false, '请问用什么方式付款的？')}${bubble(true, `用${keep('method', '微信支付')}，显示${keep('status', '支付成功')}`)}${bubble(true, `key: ${secret('api_key', v.keyShort)}`)}`,
  ),
})

const orderTable: Template = (v, c, look) => ({
  kind: 'table',
  language: 'zh',
  wide: true,
  html: page(
    look,
    `<div class="card"><h3>充值记录</h3><table><tr><th>订单号</th><th>金额</th><th>支付方式</th><th>状态</th><th>创建时间</th></tr>${[
      0, 1, 2,
    ]
      .map((n) => {
        const w = n === 0 ? v : valuesOf(c)
        return `<tr><td>${secret('order_no', c.pick([w.order, w.gateway]))}</td><td>${keep('amount', `¥${w.amount}`)}</td><td>${keep('method', c.pick(['支付宝', '微信支付']))}</td><td>${keep('status', c.pick(['成功', '待支付', '已退款']))}</td><td>${keep('time', w.time)}</td></tr>`
      })
      .join('')}</table></div>`,
  ),
})

const mail: Template = (v, _, look) => ({
  kind: 'mail',
  language: 'en',
  wide: true,
  html: page(
    look,
    `<div class="card"><h2>Your receipt from Galaxy AI</h2><div class="pale">To: ${secret('email', v.email)}</div><p>Hi ${v.en.name.split(' ')[0]}, we received your payment of ${keep('amount', `$${v.amount}`)} on ${keep('time', v.timeEn)}.</p>
<p>Receipt number<br>${secret('order_no', v.serial)}</p><p>Payment method<br>${keep('method', `Mastercard •••• ${v.last4}`)}</p><p>Billed to<br>${secret('person', v.en.name)}<br>${secret('address', v.en.address)}</p><p>Status: ${keep('status', 'Paid')}</p></div>`,
  ),
})

const barcode: Template = (v, _, look) => ({
  kind: 'barcode',
  language: 'zh',
  codes: [
    { format: 'Code128', text: v.merchant },
    { format: 'QRCode', text: v.wechat },
  ],
  html: page(
    look,
    `<div class="head">付款码</div><div class="card mid"><img data-code="0" style="width:84%;height:5em;background:#fff;padding:.4em"><div>${secret('order_no', v.merchant)}</div><img data-code="1" style="width:44%;margin:1em;background:#fff;padding:.4em"><div>${keep('method', '零钱')}支付 ${keep('amount', `¥${v.amount}`)}</div></div>`,
  ),
})

const identity: Template = (v, _, look) => ({
  kind: 'identity',
  language: 'zh',
  html: page(
    look,
    `<div class="head">实名与收货信息</div><div class="card">${row('姓名', secret('person', v.zh.name))}${row('身份证号', secret('cn_id', v.id))}${row('手机号码', secret('phone', v.phone))}${row('收货地址', secret('address', v.zh.address))}${row('微信号', secret('payment_account', v.wxid))}
${row('登录密码', secret('password', v.password))}${row('账户余额', keep('amount', `¥${v.amount}`))}${row('更新时间', keep('time', v.time))}</div>`,
  ),
})

const stacked: Template = (v, _, look) => ({
  kind: 'order',
  language: 'en',
  html: page(
    look,
    `<div class="card"><div class="big">${keep('amount', `¥${v.amount}`)}</div><div class="mid">${keep('status', 'Payment successful')}</div>${(
      [
        ['Order number', secret('order_no', v.order)],
        ['Date', keep('time', v.time)],
        ['Paid with', keep('method', 'Alipay')],
        ['Payer', secret('person', v.en.name)],
        ['Wallet address', secret('payment_account', v.wallet)],
        ['Phone', secret('phone', `+86 ${v.phoneSpaced}`)],
      ] as const
    )
      .map(([label, value]) => `<p style="word-break:break-all"><span class="pale">${label}</span><br>${value}</p>`)
      .join('')}</div>`,
  ),
})

export const open: readonly Template[] = [
  alipayBill,
  wechatBill,
  bankReceipt,
  gatewayOrder,
  rechargeQr,
  apiKeys,
  redeemPage,
  chat,
  orderTable,
  mail,
  barcode,
  identity,
  stacked,
]

const PHONES = [
  { width: 360, ratio: 1 },
  { width: 360, ratio: 2 },
  { width: 360, ratio: 3 },
  { width: 375, ratio: 2 },
  { width: 412, ratio: 2.625 },
  { width: 480, ratio: 3 },
] as const
const DESKTOPS = [
  { width: 1024, ratio: 1 },
  { width: 1280, ratio: 1 },
  { width: 1440, ratio: 1 },
] as const

/** A screen of the template with values, theme, font and size by the seed. */
export function makeScreen(template: Template, chance: Chance): Screen {
  const look: Look = {
    theme: chance.pick(themes),
    font: chance.pick(fonts),
    size: chance.pick([13, 14, 15, 16, 17, 19]),
  }
  const made = template(valuesOf(chance), chance, look)
  return { codes: [], ...made, ...chance.pick<{ width: number; ratio: number }>(made.wide ? DESKTOPS : PHONES) }
}

export type { Look, Made, Template }
