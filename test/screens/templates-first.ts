// Screens that were set aside for a first reading and have been looked at since: other layouts, other words.
import { keep, secret, shell } from './page.ts'
import type { Look, Template } from './template.ts'

const page = ({ theme, font, size }: Look, body: string, style?: string): string =>
  shell(theme, font, size, body, style)
const pair = (label: string, value: string): string =>
  `<div style="padding:.4em 0;border-bottom:1px dashed #8884;word-break:break-all">${label}：${value}</div>`
const cell = (label: string, value: string): string =>
  `<div style="flex:1 1 45%;padding:.5em;word-break:break-all"><div class="pale" style="font-size:.85em">${label}</div><div>${value}</div></div>`
const grid = (...cells: string[]): string =>
  `<div class="card" style="display:flex;flex-wrap:wrap">${cells.join('')}</div>`
const line = (label: string, value: string): string =>
  `<div class="row" style="align-items:center"><b>${label}</b><span>${value}</span></div>`

const unionPay: Template = (v, _, look) => ({
  kind: 'bill',
  language: 'zh',
  html: page(
    look,
    `<div class="head">交易详情</div>${pair('商户名称', '优算科技')}${pair('交易金额', keep('amount', `${v.amount}元`))}${pair('交易类型', '消费')}${pair('交易结果', keep('status', '付款成功'))}${pair('付款卡', keep('method', `${v.bank}信用卡[${v.last4}]`))}
${pair('交易时间', keep('time', v.time.replaceAll('-', '/')))}${pair('订单编号', secret('order_no', v.merchant))}${pair('凭证号', secret('order_no', v.alipay.slice(0, 12)))}${pair('付款方户名', secret('person', v.zh.name))}`,
  ),
})

const transferIn: Template = (v, _, look) => ({
  kind: 'bill',
  language: 'zh',
  html: page(
    look,
    `<div class="card"><div class="mid">微信转账</div><div class="big">${keep('amount', `¥${v.amount}`)}</div>${line('转账单号', secret('wechat_txn', v.wechat))}${line('转账时间', keep('time', v.timeZh))}${line('收款时间', keep('time', v.time))}${line('支付方式', keep('method', '零钱'))}
${line('收款方', secret('person', v.zh.name))}${line('状态', keep('status', '已收款'))}${line('备注', '充值')}</div>`,
  ),
})

const statement: Template = (v, _, look) => ({
  kind: 'bank',
  language: 'en',
  html: page(
    look,
    `<div class="card"><h2>Transfer confirmation</h2>${grid(cell('From', secret('person', v.en.name)), cell('Account number', secret('bank_card', v.cardSpaced)), cell('Beneficiary', secret('person', 'Hannah Okafor')), cell('Card number', secret('bank_card', v.visa)))}
${grid(cell('Amount', keep('amount', `CNY ${v.amount}`)), cell('Date', keep('time', v.timeEn)), cell('Reference', secret('order_no', v.serial)), cell('Status', keep('status', 'Processing')))}</div>`,
  ),
})

const console_: Template = (v, _, look) => ({
  kind: 'key',
  language: 'zh',
  wide: true,
  html: page(
    look,
    `<div style="display:flex"><div class="card" style="width:12em">控制台<br>令牌<br>钱包<br>日志</div><div style="flex:1"><div class="card"><h3>令牌管理</h3><p>当前余额 ${keep('amount', `$${v.amount}`)}</p><p>创建成功，请复制：</p><pre style="white-space:pre-wrap;word-break:break-all">${secret('api_key', v.key)}</pre>
<p>过期时间：${keep('time', v.time)}</p><p>用户名：${secret('payment_account', v.user)}</p><pre>curl -H "Authorization: Bearer ${secret('api_key', v.keyShort)}"</pre></div></div></div>`,
  ),
})

const voucher: Template = (v, c, look) => ({
  kind: 'redeem',
  language: 'en',
  codes: [{ format: 'QRCode', text: v.code }],
  html: page(
    look,
    `<div class="card mid"><h2>Your gift card</h2><div class="big accent">${keep('amount', `$${v.amount}`)}</div><p>Redeem code</p><div style="border:2px dashed;padding:.6em;letter-spacing:.08em">${secret('redeem_code', c.pick([v.code, v.codeOld]))}</div><img data-code="0" style="width:34%;margin:1em">
<p class="pale">Valid until ${keep('time', v.time.slice(0, 10))}</p><p>Sent to ${secret('email', v.email)}</p></div>`,
  ),
})

const telegram: Template = (v, _, look) => ({
  kind: 'chat',
  language: 'en',
  html: page(
    look,
    `${[
      [`I paid ${keep('amount', `$${v.amount}`)} on ${keep('time', v.timeEn)} but my balance is still zero`],
      [`order number ${secret('order_no', v.gateway)}`],
      [`my email is ${secret('email', v.email)} and the phone is ${secret('phone', v.phone)}`],
      [`It says ${keep('status', 'completed')}, I used ${keep('method', 'PayPal')}`],
      [`here is my key ${secret('api_key', v.key)} please check`],
      [`password: ${secret('password', v.password)}`],
    ]
      .map(
        ([text], n) =>
          `<div class="card" style="width:82%;word-break:break-word;margin-left:${n % 2 ? '14%' : '2%'}">${text}<span class="pale" style="font-size:.7em"> 1${n}:4${n}</span></div>`,
      )
      .join('')}`,
  ),
})

const adminTable: Template = (v, c, look) => ({
  kind: 'table',
  language: 'en',
  wide: true,
  html: page(
    look,
    `<div class="card"><h3>Payments</h3><table><tr><th>Time</th><th>Order no.</th><th>User</th><th>Method</th><th>Amount</th><th>Status</th></tr>${[
      0, 1, 2, 3,
    ]
      .map(
        (n) =>
          `<tr><td>${keep('time', `${v.time.slice(0, 11)}0${n}:${c.int(10, 59)}`)}</td><td>${secret('order_no', n % 2 ? `${v.serial}${n}` : `${v.merchant}${n}`)}</td><td>${secret('payment_account', n % 2 ? v.email : v.user)}</td><td>${keep('method', c.pick(['Alipay', 'Stripe', 'WeChat Pay']))}</td><td>${keep('amount', `¥${c.int(10, 900)}.00`)}</td><td>${keep('status', c.pick(['Paid', 'Pending', 'Refunded', 'Failed']))}</td></tr>`,
      )
      .join('')}</table></div>`,
  ),
})

const invoiceMail: Template = (v, _, look) => ({
  kind: 'mail',
  language: 'zh',
  wide: true,
  html: page(
    look,
    `<div class="card"><h3>【算力小站】付款通知</h3><p>发件人：billing@example.com　收件人：${secret('email', v.email)}</p><p>尊敬的用户，您的订单 ${secret('order_no', v.order)} 已于 ${keep('time', v.time)} ${keep('status', '支付成功')}，金额 ${keep('amount', `¥${v.amount}`)}，付款方式为${keep('method', '支付宝')}。</p>
<p>联系电话：${secret('phone', v.phoneSpaced)}<br>收件地址：${secret('address', v.zh.address)}<br>联系人：${secret('person', v.zh.name)}</p></div>`,
  ),
})

const counter: Template = (v, _, look) => ({
  kind: 'barcode',
  language: 'zh',
  codes: [{ format: 'Code128', text: v.merchant.slice(0, 18) }],
  html: page(
    look,
    `<div class="card"><div class="head">购物小票</div>${pair('单号', secret('order_no', v.merchant))}${pair('日期', keep('time', v.time))}${pair('合计', keep('amount', `¥${v.amount}`))}${pair('支付', keep('method', '微信支付'))}<img data-code="0" style="width:70%;height:4em;margin:1em 15%"><div class="mid">谢谢惠顾</div></div>`,
  ),
})

const checkout: Template = (v, _, look) => ({
  kind: 'qr',
  language: 'en',
  codes: [{ format: 'QRCode', text: `weixin://wxpay/bizpayurl?pr=${v.key.slice(-20)}` }],
  html: page(
    look,
    `<div class="card" style="display:flex;flex-wrap:wrap;gap:1em"><div style="flex:1;min-width:12em"><h3>Scan to pay</h3><p>Total ${keep('amount', `¥${v.amount}`)}</p><p>Order: ${secret('order_no', v.order)}</p><p>${keep('method', 'WeChat Pay')}</p><p>Status: ${keep('status', 'Pending')}</p></div><img data-code="0" style="width:11em;height:11em;background:#fff;padding:.5em"></div>`,
  ),
})

const profile: Template = (v, _, look) => ({
  kind: 'identity',
  language: 'en',
  html: page(
    look,
    `<div class="card"><h2>Profile</h2>${line('Full name', secret('person', v.en.name))}${line('Mobile', secret('phone', `+86 ${v.phone}`))}${line('E-mail', secret('email', v.email))}${line('ID number', secret('cn_id', v.id))}${line('Shipping address', secret('address', v.en.address))}${line('Password', secret('password', v.password))}
${line('Balance', keep('amount', `$${v.amount}`))}${line('Created', keep('time', v.time))}</div>`,
  ),
})

const refund: Template = (v, _, look) => ({
  kind: 'order',
  language: 'zh',
  html: page(
    look,
    `<div class="card"><div class="accent big">${keep('status', '退款成功')}</div>${grid(cell('退款金额', keep('amount', `￥${v.amount}`)), cell('退回', keep('method', `${v.bank}(${v.last4})`)), cell('退款单号', secret('order_no', v.wechat)), cell('原支付单号', secret('wechat_txn', `4${v.wechat.slice(1)}`)), cell('到账时间', keep('time', v.time)), cell('持卡人', secret('person', v.zh.name)))}</div>`,
  ),
})

export const first: readonly Template[] = [
  unionPay,
  transferIn,
  statement,
  console_,
  voucher,
  telegram,
  adminTable,
  invoiceMail,
  counter,
  checkout,
  profile,
  refund,
]
