// Screens of gateways, shops and mailboxes: top-up logs, tokens, card shops, cashiers, receipts, spreadsheets.

import { another, listOf, sheet } from '../details.ts'
import { keep, secret } from '../page.ts'
import type { FreshTemplate } from './payments.ts'

const pill = (text: string): string =>
  `<span style="border:1px solid currentColor;border-radius:9px;padding:1px 7px">${text}</span>`
const grid = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><tr>${head.map((one) => `<th class="p">${one}</th>`).join('')}</tr>${rows.map((cells) => `<tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('')}</table>`
const CELLS = 'td,th{padding:8px 10px;text-align:left;border-bottom:1px solid #8883;font-weight:400}'

const topUps: FreshTemplate = (_, c, look) => ({
  kind: 'table',
  language: 'zh',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b"><h3>充值账单</h3><p class="p s">搜索订单号</p>${grid(
      ['订单号', '支付方式', '充值额度', '支付金额', '状态', '创建时间'],
      [0, 1, 2, 3].map(() => {
        const w = another(c)
        return [
          secret('order_no', w.gateway),
          keep('method', c.pick(['支付宝', '微信支付', 'Stripe'])),
          `🪙 ${c.int(1, 50)}0`,
          `<span style="color:#d33">${keep('amount', `¥${w.yuan}`)}</span>`,
          pill(keep('status', c.pick(['成功', '待支付', '已过期']))),
          keep('time', w.time),
        ]
      }),
    )}</div>`,
    CELLS,
  ),
})

const tokens: FreshTemplate = (v, c, look) => ({
  kind: 'key',
  language: 'zh',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b f"><b>令牌管理</b><span>添加令牌　复制所选令牌</span></div><div class="b">${grid(
      ['名称', '状态', '剩余额度/总额度', '密钥', '创建时间', '过期时间'],
      [
        [
          'cherry',
          pill('已启用'),
          keep('amount', `$${c.int(1, 9)}.52 / $10.00`),
          secret('api_key', v.keyShort),
          keep('time', v.time),
          '永不过期',
        ],
        [
          '测试用',
          pill('已禁用'),
          keep('amount', `$0.${c.int(10, 99)}`),
          keep('masked', v.maskedKey),
          keep('time', another(c).time),
          keep('time', another(c).time),
        ],
      ],
    )}</div>`,
    CELLS,
  ),
})

const usage: FreshTemplate = (v, c, look) => ({
  kind: 'table',
  language: 'en',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b"><h3>Usage logs</h3><p class="p">Total cost ${keep('amount', `$${v.yuan}`)}</p>${grid(
      ['Time', 'User', 'Model', 'Prompt', 'Completion', 'Cost'],
      [0, 1, 2, 3].map((n) => {
        const w = another(c)
        return [
          keep('time', w.time),
          secret('email', n % 2 ? w.mail : w.email),
          c.pick(['gpt-4o-mini', 'claude-sonnet-4-5', 'deepseek-v3.1', 'gemini-2.5-pro']),
          `${c.int(10, 999)}`,
          `${c.int(10, 999)}`,
          keep('amount', `$0.0${c.int(10, 99)}`),
        ]
      }),
    )}<p class="p s">request id: ${v.uuid}</p></div>`,
    CELLS,
  ),
})

const terminal: FreshTemplate = (v, c, look) => ({
  kind: 'key',
  language: 'en',
  wide: true,
  html: sheet(
    c,
    { ...look, theme: { paper: '#101418', card: '#101418', ink: '#d6e2d0', pale: '#7a8a7a', accent: '#7fd962' } },
    `<div style="padding:16px" class="m"><p><span class="a">~ $</span> export OPENAI_API_KEY=${secret('api_key', v.key)}</p><p><span class="a">~ $</span> curl https://api.example.com/v1/chat/completions -H "Authorization: Bearer ${secret('api_key', v.keyShort)}"</p>
<p>{"error":{"message":"insufficient quota","type":"billing","code":403}}</p><p class="p">request id: ${v.uuid}</p><p><span class="a">~ $</span> date</p><p>${keep('time', v.time)}</p><p>balance: ${keep('amount', `$${v.yuan}`)}</p></div>`,
    '',
    `'JetBrains Mono','DejaVu Sans Mono','Noto Sans CJK SC'`,
  ),
})

const cardShop: FreshTemplate = (v, c, look) => ({
  kind: 'redeem',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b"><h3>订单详情</h3>${listOf(c, [
      ['订单编号', secret('order_no', v.receipt19)],
      ['商品名称', `API额度卡 ${c.int(10, 500)}刀`],
      ['支付金额', keep('amount', `￥${v.yuan}`)],
      ['支付方式', keep('method', c.pick(['支付宝', '微信支付', 'USDT']))],
      ['订单状态', keep('status', c.pick(['已支付', '已发货', '已完成']))],
      ['下单时间', keep('time', v.time)],
      ['联系方式', secret('payment_account', v.qq)],
    ])}</div><div class="b"><b>卡密信息</b>${[0, 1, 2].map(() => `<p class="m">${secret('redeem_code', c.pick([another(c).hex, another(c).code, another(c).codeOld]))}</p>`).join('')}</div><div class="c p">请妥善保管卡密，售出不退</div>`,
  ),
})

const giftMail: FreshTemplate = (v, c, look) => ({
  kind: 'redeem',
  language: 'en',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b"><p class="p">From: Nebula Gifts</p><p class="p">To: ${secret('email', v.mail)}</p><h2>Thanks for your order!</h2><p>Order ${secret('order_no', v.invoice)} was ${keep('status', 'paid')} on ${keep('time', v.timeEn)} with ${keep('method', c.pick(['PayPal', 'Apple Pay', 'Stripe']))}.</p>${grid(
      ['Voucher', 'Code', 'Value'],
      [0, 1, 2].map((n) => [
        `Credit ${n + 1}`,
        secret('redeem_code', n === 2 ? another(c).cardKey : another(c).code),
        keep('amount', `$${c.int(1, 20)}0.00`),
      ]),
    )}</div>`,
    CELLS,
  ),
})

const stripe: FreshTemplate = (v, c, look) => ({
  kind: 'mail',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div class="b"><p>Receipt from Orbit Models, Inc.</p><h1>${keep('amount', `$${v.yuan}`)}</h1><p class="p">Paid ${keep('time', v.dayEn)}</p><br><div class="f"><span class="p">Receipt number</span><span>${secret('order_no', v.stripe)}</span></div><div class="f"><span class="p">Invoice number</span><span>${secret('order_no', v.invoice)}</span></div>
<div class="f"><span class="p">Payment method</span><span>${keep('method', `Mastercard - ${v.last4}`)}</span></div></div><div class="b f"><div><div class="s p">BILL TO</div>${secret('person', v.nameEn)}<br>${secret('address', v.homeEn)}<br>${secret('email', v.mail)}</div></div><div class="b f"><b>Amount paid</b><b>${keep('amount', `$${v.yuan}`)}</b></div>`,
  ),
})

const taiwanMail: FreshTemplate = (v, c, look) => ({
  kind: 'mail',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b"><h3>訂單付款通知</h3><p>親愛的會員您好：</p><p>您的訂單已於 ${keep('time', v.slashed)} ${keep('status', '付款成功')}，以下為訂單明細。</p>${listOf(
      c,
      [
        ['訂單編號', secret('order_no', v.merchant)],
        ['付款金額', keep('amount', `NT$${v.yuan}`)],
        ['付款方式', keep('method', c.pick(['信用卡', 'Apple Pay', '銀行轉帳']))],
        ['收件人', secret('person', v.nameZh)],
        ['手機', secret('phone', `09${v.mobile.slice(3)}`)],
        ['收件地址', secret('address', v.homeTw)],
      ],
    )}</div>`,
  ),
})

const cashier: FreshTemplate = (v, c, look) => ({
  kind: 'qr',
  language: 'zh',
  wide: true,
  codes: [{ format: 'QRCode', text: `https://qr.example.com/bax${v.key.slice(-16)}` }],
  html: sheet(
    c,
    look,
    `<div class="b f"><b>收银台</b><span>${secret('phone', v.mobile)} 您好</span></div><div class="b f"><div><p>星河API充值 - ${secret('order_no', v.order)}</p><p class="p">收款方：星河科技</p></div><b style="font-size:1.6em">${keep('amount', v.yuan)} 元</b></div><div class="b c"><p>扫一扫付款（元）</p><p class="a" style="font-size:1.5em">${keep('amount', v.yuan)}</p><img data-code="0" style="width:${c.int(150, 220)}px;background:#fff;padding:8px"><p>打开手机${keep('method', '支付宝')}<br>扫一扫继续付款</p><p class="p">${keep('status', '等待支付')}</p></div>`,
  ),
})

const crypto: FreshTemplate = (v, c, look) => ({
  kind: 'qr',
  language: c.pick(['zh', 'en']),
  codes: [{ format: 'QRCode', text: v.wallet }],
  html: sheet(
    c,
    look,
    `<div class="b c"><h3>${keep('method', 'USDT')} · TRC20</h3><p style="font-size:1.7em">${keep('amount', `${v.yuan} USDT`)}</p><img data-code="0" style="width:${c.int(40, 64)}%;background:#fff;padding:8px"><p class="p s">${c.pick(['收款地址', 'Wallet address'])}</p><p class="m">${secret('payment_account', v.wallet)}</p></div><div class="b"><p>${c.pick(['订单号', 'Order'])}: ${secret('order_no', v.receipt19)}</p><p>${keep('status', c.pick(['等待付款', 'Pending', '待支付']))} 00:${c.int(10, 59)}</p><p>TXID ${secret('payment_account', v.txHash)}</p></div>`,
  ),
})

const walletPage: FreshTemplate = (v, c, look) => ({
  kind: 'order',
  language: 'zh',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b f"><div><p class="p">当前余额</p><h2>${keep('amount', `$${v.yuan}`)}</h2></div><div><p class="p">历史消耗</p><h2>${keep('amount', `$${c.int(10, 99)}.${c.int(10, 99)}`)}</h2></div><div><p class="p">请求次数</p><h2>${c.int(10, 999)}</h2></div></div><div class="b"><b>订单确认</b>${listOf(
      c,
      [
        ['充值数量', `${c.int(10, 100)} 美元额度`],
        ['实付金额', keep('amount', `${v.yuan} 元`)],
        ['支付方式', keep('method', c.pick(['微信支付', '支付宝']))],
        ['登录邮箱', secret('email', v.mail)],
        ['商户订单号', secret('order_no', v.gateway)],
        ['兑换码', secret('redeem_code', v.hex)],
      ],
    )}</div>`,
  ),
})

const spreadsheet: FreshTemplate = (_, c, look) => ({
  kind: 'table',
  language: 'zh',
  wide: true,
  html: sheet(
    c,
    { ...look, theme: { paper: '#ffffff', card: '#ffffff', ink: '#1f1f1f', pale: '#444444', accent: '#107c41' } },
    `<div style="padding:8px">${grid(
      ['姓名', '手机号', '邮箱', '卡密', '金额', '日期', '状态'],
      [0, 1, 2, 3, 4].map(() => {
        const w = another(c)
        return [
          secret('person', w.nameZh),
          secret('phone', w.mobile),
          secret('email', w.mail),
          secret('redeem_code', w.code),
          keep('amount', `${c.int(10, 900)}.00`),
          keep('time', w.time.slice(0, 10)),
          keep('status', c.pick(['已支付', '未支付', '已退款'])),
        ]
      }),
    )}</div>`,
    'td,th{border:1px solid #bbb;padding:4px 8px;text-align:left;white-space:nowrap}',
  ),
})

export const consoles: readonly FreshTemplate[] = [
  topUps,
  tokens,
  usage,
  terminal,
  cardShop,
  giftMail,
  stripe,
  taiwanMail,
  cashier,
  crypto,
  walletPage,
  spreadsheet,
]
