// Screens of offices: user lists, exported bills, invoices, settings of clients, forms about oneself.
import { another, sheet } from '../details.ts'
import { keep, secret } from '../page.ts'
import type { FreshTemplate } from '../second/payments.ts'

const userList: FreshTemplate = (_, c, look) => ({
  kind: 'table',
  language: 'zh',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b"><div class="f"><h3>用户管理</h3><span class="a">添加用户</span></div><table><tr>${['编号', '用户名', '邮箱', '剩余额度', '注册时间', '最近订单', '支付状态'].map((one) => `<th class="p">${one}</th>`).join('')}</tr>${[0, 1, 2, 3].map((n) => ((w) => `<tr><td>${c.int(1, 90) + n}</td><td>${secret('payment_account', w.user)}</td><td>${secret('email', w.mail)}</td><td>${keep('amount', `$${w.yuan}`)}</td><td>${keep('time', w.time)}</td><td>${secret('order_no', w.serial)}</td><td>${keep('status', c.pick(['已支付', '未支付', '已退款']))}</td></tr>`)(another(c))).join('')}</table></div>`,
    'td,th{text-align:left;padding:8px 10px 8px 0;font-weight:400;white-space:nowrap;border-bottom:1px solid #8882}',
  ),
})

const exportedBill: FreshTemplate = (_, c, look) => ({
  kind: 'table',
  language: 'zh',
  wide: true,
  html: sheet(
    c,
    look,
    `<div style="padding:10px;white-space:pre">交易时间,交易单号,商户单号,金额(元),当前状态,支付方式\n${[0, 1, 2, 3, 4]
      .map(() => {
        const w = another(c)
        return `${keep('time', w.time)},${secret('wechat_txn', w.wechat)},${secret('order_no', w.merchant)},${keep('amount', `¥${w.yuan.replace(',', '')}`)},${keep('status', c.pick(['支付成功', '已退款']))},${keep('method', c.pick(['零钱通', '微信支付']))}`
      })
      .join('\n')}</div>`,
    '',
    `'DejaVu Sans Mono','Noto Sans CJK SC',monospace`,
  ),
})

const taxInvoice: FreshTemplate = (v, c, look) => ({
  kind: 'order',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b"><h3 class="c" style="color:#a33">电子发票申请</h3>${[
      ['发票抬头', secret('person', v.nameZh)],
      ['纳税人识别号', secret('cn_id', `91${v.receipt19.slice(-15)}X`)],
      ['发票金额', keep('amount', `¥${v.yuan}`)],
      ['关联订单', secret('order_no', v.gateway)],
      ['收票邮箱', secret('email', v.mail)],
      ['注册地址', secret('address', v.homeZh)],
      ['注册电话', secret('phone', `0571-${v.mobile.slice(-8)}`)],
      ['银行账户', secret('bank_card', v.card)],
      ['申请时间', keep('time', v.time)],
      ['开票状态', keep('status', c.pick(['处理中', '已完成']))],
    ]
      .map(
        ([a, b]) =>
          `<div style="display:grid;grid-template-columns:7em 1fr;padding:6px 0;border-bottom:1px dotted #8886"><span>${a}</span><span>${b}</span></div>`,
      )
      .join('')}</div>`,
  ),
})

const clientSettings: FreshTemplate = (v, c, look) => ({
  kind: 'key',
  language: 'zh',
  wide: c.real() < 0.5,
  html: sheet(
    c,
    look,
    `<div class="b"><h3>模型服务</h3><div class="f"><b>星河 API</b><span class="a">●</span></div><p>API 密钥</p><div class="f" style="border:1px solid #8887;border-radius:8px;padding:8px"><span class="m">${secret('api_key', v.key)}</span><span>检测</span></div><p class="s p">多个密钥使用英文逗号分隔</p><p>API 地址</p><div style="border:1px solid #8887;border-radius:8px;padding:8px">https://api.example.com</div><p class="s">余额 ${keep('amount', `$${v.yuan}`)} · 更新于 ${keep('time', v.short)}</p><p class="s">登录邮箱 ${secret('email', v.mail)}</p></div>`,
  ),
})

const requestTool: FreshTemplate = (v, c, look) => ({
  kind: 'key',
  language: 'en',
  wide: true,
  html: sheet(
    c,
    look,
    `<div style="padding:14px"><div class="f"><b>POST</b><span style="flex:1">https://api.example.com/v1/billing/orders</span><span class="a">Send</span></div><table class="m">${[
      ['Authorization', `Bearer ${secret('api_key', v.keyShort)}`],
      ['X-User-Email', secret('email', v.mail)],
      ['Content-Type', 'application/json'],
    ]
      .map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`)
      .join('')}</table><pre class="m">{
  "order_id": "${secret('order_no', v.order)}",
  "status": "${keep('status', c.pick(['paid', 'pending']))}",
  "amount": "${keep('amount', `$${v.yuan.replace(',', '')}`)}",
  "paid_at": "${keep('time', v.time)}",
  "payment_intent": "${secret('order_no', v.intent)}"
}</pre></div>`,
    'td{border:1px solid #8885;padding:6px 9px}',
  ),
})

const accountPage: FreshTemplate = (v, c, look) => ({
  kind: 'identity',
  language: 'en',
  wide: c.real() < 0.4,
  html: sheet(
    c,
    look,
    `<div class="b"><h3>Personal details</h3>${[
      ['Legal name', secret('person', v.nameEn)],
      ['Email address', secret('email', v.mail)],
      ['Phone number', secret('phone', `+44 ${v.mobile.slice(1, 5)} ${v.mobile.slice(5)}`)],
      ['Residential address', secret('address', v.homeEn)],
      ['Passport number', secret('cn_id', v.passport)],
      ['Emergency contact', keep('masked', v.maskedPhone)],
    ]
      .map(
        ([a, b]) =>
          `<div style="display:flex;justify-content:space-between;border-bottom:1px solid #8883;padding:10px 0"><div><div>${a}</div><div class="p s">${b}</div></div><u class="s">Edit</u></div>`,
      )
      .join('')}<p class="s">Wallet balance ${keep('amount', `£${v.yuan}`)}</p></div>`,
  ),
})

const editProfile: FreshTemplate = (v, c, look) => ({
  kind: 'identity',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="c" style="padding:12px">个人资料</div><div class="b">${[
      ['真实姓名', secret('person', v.nameZh)],
      ['身份证号', secret('cn_id', v.id)],
      ['手机号', secret('phone', v.mobile)],
      ['微信号', secret('payment_account', v.wxid)],
      ['QQ', secret('payment_account', v.qq)],
      ['常用地址', secret('address', v.homeZh)],
      ['注册时间', keep('time', v.time)],
      ['账户余额', keep('amount', `${v.yuan}元`)],
    ]
      .map(
        ([a, b]) =>
          `<div class="f" style="padding:${c.int(8, 12)}px 0"><span style="flex:none">${a}</span><span class="p" style="text-align:right">${b} ›</span></div>`,
      )
      .join('')}</div>`,
  ),
})

const payLink: FreshTemplate = (v, c, look) => ({
  kind: 'qr',
  language: 'en',
  codes: [{ format: 'QRCode', text: `https://pay.example.com/${v.uuid}` }],
  html: sheet(
    c,
    look,
    `<div class="c" style="padding:18px"><h3>Complete your payment</h3><div style="font-size:2em">${keep('amount', `US$${v.yuan}`)}</div><img data-code="0" style="width:${c.int(36, 62)}%;background:#fff;padding:9px"><p>Send only ${keep('method', 'USDT')} (TRC20) to</p><p class="m">${secret('payment_account', v.wallet)}</p><p>Invoice ${secret('order_no', v.invoice)}</p><p class="s">Status: ${keep('status', 'Pending')} · created ${keep('time', v.slashed)}</p><p class="s">Receipt to ${secret('email', v.mail)}</p></div>`,
  ),
})

export const offices: readonly FreshTemplate[] = [
  userList,
  exportedBill,
  taxInvoice,
  clientSettings,
  requestTool,
  accountPage,
  editProfile,
  payLink,
]
