// Screens of purchases: meals, shops abroad, tickets with codes, slips to be paid at a counter, sold codes, receipts by mail.
import { another, sheet } from '../details.ts'
import { keep, secret } from '../page.ts'
import type { FreshTemplate } from '../second/payments.ts'

const meal: FreshTemplate = (v, c, look) => ({
  kind: 'order',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<h2 style="padding:14px">${keep('status', c.pick(['订单已完成', '订单已取消']))}</h2><div class="b"><div class="f"><span>麻辣香锅 ×1</span><span>${keep('amount', `¥${c.int(18, 80)}.5`)}</span></div><div class="f"><span>打包费</span><span>${keep('amount', '¥2')}</span></div><div class="c">实付 <b>${keep('amount', `¥${v.yuan}`)}</b></div></div><div class="b"><h4>配送信息</h4><div class="f"><span class="p">配送地址</span><span style="text-align:right">${secret('address', v.homeZh)}<br>${secret('person', v.nameZh)}(先生) ${secret('phone', v.mobile)}</span></div><div class="f"><span class="p">配送服务</span><span>专送</span></div></div><div class="b"><h4>订单信息</h4><div class="f"><span class="p">订单号码</span><span>${secret('order_no', v.receipt19)}</span></div><div class="f"><span class="p">下单时间</span><span>${keep('time', v.time)}</span></div><div class="f"><span class="p">支付方式</span><span>${keep('method', c.pick(['微信支付', '支付宝']))}</span></div></div>`,
  ),
})

const shopAbroad: FreshTemplate = (v, c, look) => ({
  kind: 'order',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div style="padding:16px"><p class="p">Order ${secret('order_no', `#${v.receipt19.slice(-6)}`)}</p><h2>Thank you, ${secret('person', v.nameEn.split(' ')[0] ?? '')}!</h2><p>Your order is ${keep('status', 'confirmed')}</p></div><div class="b"><h4>Order details</h4><p class="s">Contact information</p><p>${secret('email', v.mail)}</p><p class="s">Payment method</p><p>${keep('method', `Mastercard ending with ${v.last4}`)} · ${keep('amount', `$${v.yuan}`)}</p><p class="s">Shipping address</p><p>${secret('person', v.nameEn)}<br>${v.homeEn
      .split(', ')
      .map((part) => secret('address', part))
      .slice(0, 2)
      .join(
        '<br>',
      )}</p><p class="s">Shipping method</p><p>Digital delivery</p></div><div class="b f"><span>Total</span><b>${keep('amount', `USD $${v.yuan}`)}</b></div>`,
  ),
})

const cinema: FreshTemplate = (v, c, look) => ({
  kind: 'qr',
  language: 'zh',
  codes: [{ format: 'QRCode', text: v.receipt19 }],
  html: sheet(
    c,
    look,
    `<div class="b"><h3>算力大会 · 单日票</h3><div class="s p">${keep('time', v.timeZh)}</div><div class="c" style="padding:14px"><img data-code="0" style="width:${c.int(34, 60)}%;background:#fff;padding:6px"><div>取票码 ${secret('order_no', v.voucher12)}</div></div><div class="f"><span>票价</span><span>${keep('amount', `${v.yuan}元`)}</span></div><div class="f"><span>购票手机</span><span>${secret('phone', v.phoneSpaced)}</span></div><div class="f"><span>订单编号</span><span>${secret('order_no', v.merchant)}</span></div><div class="f"><span>状态</span><span>${keep('status', c.pick(['已支付', '待支付', '已退款']))}</span></div><div class="f"><span>观演人</span><span>${secret('person', v.nameZh)}</span></div></div>`,
  ),
})

const counterSlip: FreshTemplate = (v, c, look) => ({
  kind: 'barcode',
  language: 'zh',
  codes: [{ format: 'Code128', text: v.receipt19.slice(-14) }],
  html: sheet(
    c,
    look,
    `<div class="b"><h3 class="c">超商代碼繳費單</h3><table>${[
      ['繳費代碼', secret('order_no', `LLL${v.receipt19.slice(-11)}`)],
      ['繳費金額', keep('amount', `NT$${v.yuan}`)],
      ['繳費期限', keep('time', v.slashed)],
      ['訂單編號', secret('order_no', v.order)],
      ['付款人', secret('person', v.nameZh)],
      ['電子郵件', secret('email', v.mail)],
      ['付款狀態', keep('status', '待付款')],
    ]
      .map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`)
      .join(
        '',
      )}</table><div class="c"><img data-code="0" style="width:${c.int(70, 94)}%;height:${c.int(44, 80)}px;background:#fff"></div></div>`,
    'td{border:1px solid #8887;padding:7px}',
  ),
})

const clubCard: FreshTemplate = (v, c, look) => ({
  kind: 'barcode',
  language: 'en',
  codes: [{ format: 'Code128', text: v.receipt19.slice(-12) }],
  html: sheet(
    c,
    look,
    `<div style="margin:14px;border-radius:16px;padding:18px;background:linear-gradient(120deg,#283593,#5c6bc0);color:#fff"><div class="f"><b>Northwind Club</b><span>Gold</span></div><div style="height:24px"></div><div class="s">MEMBER NAME</div><div>${secret('person', v.nameEn)}</div><div class="f"><div><div class="s">MEMBER NO.</div><div>${secret('order_no', v.voucher12)}</div></div><div><div class="s">BALANCE</div><div>${keep('amount', `$${v.yuan}`)}</div></div></div><div style="background:#fff;padding:8px;margin-top:14px"><img data-code="0" style="width:100%;height:56px"></div></div><div class="b f s"><span>Last top-up</span><span>${keep('time', v.dayEn)}</span></div>`,
  ),
})

const soldByBot: FreshTemplate = (v, c, look) => ({
  kind: 'redeem',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b"><div class="a">自动发货</div><p>您购买的「${c.pick(['50刀额度', '100刀额度'])}」已发货，请查收：</p><div style="background:#8882;padding:9px;border-radius:6px">${[0, 1, 2].map((n) => `<div class="m">${n + 1}. ${secret('redeem_code', another(c).code)}</div>`).join('')}</div><p class="s p">下单时间 ${keep('time', v.time)}</p><p class="s p">订单 ${secret('order_no', v.merchant)}</p><p class="s p">成交价 ${keep('amount', `¥${v.yuan}`)}</p></div>`,
  ),
})

const redeemed: FreshTemplate = (_, c, look) => ({
  kind: 'redeem',
  language: 'en',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b"><h3>Gift card history</h3>${[0, 1, 2, 3]
      .map(() => {
        const w = another(c)
        return `<div style="display:grid;grid-template-columns:2fr 1fr 1fr 1fr;padding:9px 0;border-bottom:1px solid #8883"><span class="m">${secret('redeem_code', w.codeOld)}</span><span>${keep('amount', `+$${w.yuan}`)}</span><span>${keep('status', c.pick(['Success', 'Expired', 'Failed']))}</span><span class="p">${keep('time', w.dayEn)}</span></div>`
      })
      .join('')}</div>`,
  ),
})

const storeReceipt: FreshTemplate = (v, c, look) => ({
  kind: 'mail',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div style="padding:16px"><div class="f"><h2>Receipt</h2></div><div style="display:grid;grid-template-columns:1fr 1fr;gap:1px;background:#8884">${[
      `<div class="s p">ACCOUNT</div>${secret('email', v.mail)}`,
      `<div class="s p">BILLED TO</div>${keep('method', `Visa •••• ${v.last4}`)}<br>${secret('person', v.nameEn)}<br>${secret('address', v.homeEn)}`,
      `<div class="s p">DATE</div>${keep('time', v.dayEn)}`,
      `<div class="s p">ORDER ID</div>${secret('order_no', v.cardKey.slice(0, 10))}`,
      `<div class="s p">DOCUMENT NO.</div>${secret('order_no', v.receipt19.slice(-12))}`,
      `<div class="s p">TOTAL</div>${keep('amount', `$${v.yuan}`)}`,
    ]
      .map((one) => `<div style="background:${look.theme.paper};padding:9px">${one}</div>`)
      .join(
        '',
      )}</div><p>Pro plan (Monthly)<br><span class="s p">Renews ${keep('time', another(c).dayEn)}</span></p></div>`,
  ),
})

export const purchases: readonly FreshTemplate[] = [
  meal,
  shopAbroad,
  cinema,
  counterSlip,
  clubCard,
  soldByBot,
  redeemed,
  storeReceipt,
]
