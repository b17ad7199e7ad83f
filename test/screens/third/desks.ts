// Screens of whoever runs a gateway: answers of an interface, settings files, tables of codes and people, account lists.

import { another, sheet } from '../details.ts'
import { keep, secret } from '../page.ts'
import type { FreshTemplate } from '../second/payments.ts'

const mono = (c: { pick<T>(from: readonly T[]): T }): string =>
  c.pick([`'DejaVu Sans Mono','Noto Sans CJK SC',monospace`, `'JetBrains Mono','WenQuanYi Micro Hei',monospace`])
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><tr>${head.map((one) => `<th>${one}</th>`).join('')}</tr>${rows.map((cells) => `<tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('')}</table>`
const CELLS = 'td,th{padding:9px 8px;text-align:left;border-top:1px solid #8884;font-weight:400;font-size:.92em}'

const answer: FreshTemplate = (v, c, look) => ({
  kind: 'key',
  language: 'en',
  wide: true,
  html: sheet(
    c,
    look,
    `<pre style="padding:16px;white-space:pre-wrap">{
  "code": "10000",
  "msg": "Success",
  "trade_no": "${secret('alipay_txn', v.alipay)}",
  "out_trade_no": "${secret('order_no', v.order)}",
  "buyer_logon_id": "${c.real() < 0.5 ? keep('masked', v.maskedPhone) : secret('email', v.mail)}",
  "total_amount": "${keep('amount', v.yuan.replace(',', ''))}",
  "gmt_payment": "${keep('time', v.time)}",
  "buyer_user_id": "${secret('payment_account', `2088${v.receipt19.slice(-12)}`)}"
}</pre>`,
    '',
    mono(c),
  ),
})

const dotEnv: FreshTemplate = (v, c, look) => ({
  kind: 'key',
  language: 'en',
  wide: c.real() < 0.5,
  html: sheet(
    c,
    look,
    `<div class="s p" style="padding:6px 14px">.env — gateway</div><div style="padding:6px 14px">${[
      'NODE_ENV=production',
      `OPENAI_API_KEY=${secret('api_key', v.key)}`,
      'OPENAI_BASE_URL=https://api.example.com/v1',
      `ADMIN_EMAIL=${secret('email', v.mail)}`,
      `MYSQL_PASSWORD=${secret('password', v.password)}`,
      `STRIPE_SECRET_KEY=${secret('api_key', `sk_live_${v.keyShort.slice(3, 27)}`)}`,
      'LOG_LEVEL=info',
    ]
      .map((one, n) => `<div><span class="p">${n + 1}</span> ${one}</div>`)
      .join('')}</div>`,
    '',
    mono(c),
  ),
})

const codeTable: FreshTemplate = (_, c, look) => ({
  kind: 'table',
  language: 'zh',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b"><div class="f"><h3>兑换码管理</h3><span class="a">添加兑换码</span></div>${table(
      ['ID', '名称', '兑换码', '状态', '额度', '创建时间', '兑换人'],
      [0, 1, 2, 3].map((n) => {
        const w = another(c)
        return [
          String(40 + n),
          c.pick(['活动赠送', '新人礼包']),
          secret('redeem_hex', w.hex),
          c.pick(['未使用', '已使用', '已禁用']),
          keep('amount', `¥${c.int(1, 90)}.00`),
          keep('time', w.time),
          c.pick(['-', secret('email', w.mail)]),
        ]
      }),
    )}</div>`,
    CELLS,
  ),
})

const people: FreshTemplate = (_, c, look) => ({
  kind: 'table',
  language: 'en',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b"><h3>Customers</h3>${table(
      ['Name', 'Email', 'Phone', 'Spent', 'Last payment', 'Status'],
      [0, 1, 2, 3, 4].map(() => {
        const w = another(c)
        return [
          secret('person', w.nameEn),
          secret('email', w.mail),
          secret('phone', `+86 ${w.mobile}`),
          keep('amount', `$${w.yuan}`),
          keep('time', w.dayEn),
          keep('status', c.pick(['Paid', 'Failed', 'Refunded', 'Pending'])),
        ]
      }),
    )}</div>`,
    CELLS,
  ),
})

const payouts: FreshTemplate = (_, c, look) => ({
  kind: 'table',
  language: 'zh',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b"><h3>交易流水</h3>${table(
      ['交易时间', '对方户名', '对方账号', '收入', '支出', '余额', '摘要'],
      [0, 1, 2, 3].map((n) => {
        const w = another(c)
        return [
          keep('time', w.time),
          secret('person', w.nameZh),
          secret('bank_card', w.card),
          n % 2 ? keep('amount', w.yuan) : '-',
          n % 2 ? '-' : keep('amount', w.yuan),
          keep('amount', another(c).yuan),
          c.pick(['转账', '网上支付', '工资']),
        ]
      }),
    )}</div>`,
    CELLS,
  ),
})

const notepad: FreshTemplate = (_, c, look) => ({
  kind: 'key',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="s" style="padding:6px 10px;background:#8883">账号列表.txt - 记事本</div><div style="padding:8px 10px">${[
      0, 1, 2,
    ]
      .map(() => {
        const w = another(c)
        return `<div style="padding:3px 0">${secret('email', w.mail)}----${secret('password', w.password)}</div>`
      })
      .join(
        '',
      )}<div style="padding:8px 0">接口地址 https://api.example.com</div><div>令牌：${secret('api_key', another(c).keyShort)}</div><div>购买日期：${keep('time', another(c).time.slice(0, 10))}</div><div>价格：${keep('amount', `${another(c).yuan}元`)}</div></div>`,
  ),
})

const ticketPanel: FreshTemplate = (v, c, look) => ({
  kind: 'chat',
  language: 'en',
  wide: true,
  html: sheet(
    c,
    look,
    `<div style="display:grid;grid-template-columns:2.4fr 1fr"><div style="padding:16px">${[
      `Hi, I paid ${keep('amount', `$${v.yuan}`)} by ${keep('method', 'Alipay')} on ${keep('time', v.dayEn)} and got nothing. Order ${secret('order_no', v.order)}.`,
      'Thanks for writing in. Could you tell us the e-mail of your account?',
      `Sure: ${secret('email', v.mail)}. My key starts with ${secret('api_key', v.keyShort)}`,
      `The bank says ${keep('status', 'completed')}, card ${secret('bank_card', v.visa)}`,
    ]
      .map(
        (text, n) =>
          `<div style="padding:10px;margin:7px 0;border:1px solid #8884;${n === 1 ? 'background:#8882' : ''}"><div class="s p">${n === 1 ? 'Support' : 'Customer'} · ${keep('time', `${c.int(1, 12)}:${c.int(10, 59)} PM`)}</div>${text}</div>`,
      )
      .join(
        '',
      )}</div><div style="padding:16px;border-left:1px solid #8884"><h4>Requester</h4><div class="p s">Name</div>${secret('person', v.nameEn)}<div class="p s">Email</div>${secret('email', v.mail)}<div class="p s">Phone</div>${secret('phone', `+44 ${v.mobile.slice(1)}`)}<div class="p s">Ticket</div>#${c.int(100, 999)}</div></div>`,
  ),
})

export const desks: readonly FreshTemplate[] = [answer, dotEnv, codeTable, people, payouts, notepad, ticketPanel]
