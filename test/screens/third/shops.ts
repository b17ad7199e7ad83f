// Screens of shops: order pages, lists of sold codes, parcels, subscriptions, refunds, invoices.

import { another, listOf, sheet } from '../details.ts'
import { keep, secret } from '../page.ts'
import type { FreshTemplate } from '../second/payments.ts'

const button = (text: string): string =>
  `<span style="border:1px solid #8886;border-radius:14px;padding:3px 11px;font-size:.85em">${text}</span>`

const secondHand: FreshTemplate = (v, c, look) => ({
  kind: 'order',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div style="padding:18px;background:#ffe60f;color:#222"><h3>${keep('status', c.pick(['交易成功', '待发货', '待收货', '已退款']))}</h3><div class="s">卖家已发货，请注意查收</div></div>
<div class="b"><div>📍 收货人：${secret('person', v.nameZh)} ${secret('phone', v.mobile)}</div><div>${secret('address', v.homeZh)}</div></div>
<div class="b f"><div style="width:64px;height:64px;background:#8885"></div><div style="flex:1">GPT 中转额度 秒发<div class="a">${keep('amount', `¥${v.yuan}`)}</div></div></div>
<div class="b">${[
      ['订单编号', `${secret('order_no', v.receipt19)} <span class="a">复制</span>`],
      ['支付宝交易号', secret('alipay_txn', v.alipay)],
      ['买家昵称', v.user.slice(0, 5)],
      ['下单时间', keep('time', v.time)],
      ['付款时间', keep('time', another(c).time)],
      ['实付款', keep('amount', `¥${v.yuan}`)],
    ]
      .map(
        ([a, b]) =>
          `<div style="padding:4px 0"><span class="p" style="display:inline-block;width:6em">${a}</span> ${b}</div>`,
      )
      .join('')}</div><div style="text-align:right;padding:10px">${button('联系客服')} ${button('再次购买')}</div>`,
  ),
})

const soldCodes: FreshTemplate = (v, c, look) => ({
  kind: 'redeem',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b"><h3 class="c">订单查询</h3><div class="s p">订单号</div><div>${secret('order_no', v.serial)}</div><div class="f"><span>${keep('status', '已完成')}</span><span>${keep('amount', `¥${v.yuan}`)}</span></div><div class="s p">${keep('time', v.time)}</div></div><div class="b"><div>卡密信息（${c.int(2, 4)}条）</div><div class="m" style="background:#8882;padding:8px">${[0, 1, 2].map(() => secret('redeem_code', c.pick([another(c).code, another(c).code]))).join('<br>')}</div><div>${button('一键复制')} ${button('导出TXT')}</div></div><div class="b s">联系邮箱 ${secret('email', v.mail)}　查询密码 ${secret('password', v.password)}</div>`,
  ),
})

const waybill: FreshTemplate = (v, c, look) => ({
  kind: 'barcode',
  language: 'zh',
  codes: [{ format: 'Code128', text: v.express }],
  html: sheet(
    c,
    look,
    `<div class="b"><h2 class="c">标准快递</h2><img data-code="0" style="width:94%;height:60px;background:#fff"><div class="c">${secret('order_no', v.express)}</div><hr>
<div>收 ${secret('person', v.nameZh)}　${secret('phone', v.phoneSpaced)}<br>${secret('address', v.homeZh)}</div><hr><div class="s">寄 ${secret('person', v.otherZh)}　${keep('masked', v.maskedPhone)}<br>${secret('address', another(c).homeZh)}</div><hr><div class="f s"><span>寄件时间 ${keep('time', v.time.slice(0, 10))}</span><span>运费 ${keep('amount', `${c.int(6, 23)}元`)}</span></div></div>`,
  ),
})

const autoRenew: FreshTemplate = (v, c, look) => ({
  kind: 'order',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<h3 style="padding:14px">自动续费管理</h3><div class="b">${listOf(c, [
      ['服务名称', 'Pro 月度会员'],
      ['签约账号', secret('payment_account', v.mobile)],
      ['扣款协议号', secret('order_no', v.receipt19)],
      ['扣款金额', keep('amount', `${v.yuan}元/月`)],
      ['扣款方式', keep('method', c.pick(['支付宝', '微信支付', `${v.bank}(${v.last4})`]))],
      ['下次扣款时间', keep('time', v.time.slice(0, 10))],
      ['协议状态', keep('status', c.pick(['已签约', '已完成', '已关闭']))],
    ])}</div><div class="c a" style="padding:14px">关闭自动续费</div>`,
  ),
})

const refundPath: FreshTemplate = (v, c, look) => ({
  kind: 'order',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b c"><div>退款金额</div><div style="font-size:2em">${keep('amount', `￥${v.yuan}`)}</div></div><div class="b">${[
      ['退款申请已提交', v.short],
      ['商家已同意', v.short],
      ['退款成功', another(c).short],
    ]
      .map(
        ([step, time], n) =>
          `<div style="border-left:2px solid #8886;padding:5px 0 5px 14px"><div>${n === 2 ? keep('status', step ?? '') : step}</div><div class="p s">${keep('time', time ?? '')}</div></div>`,
      )
      .join('')}</div><div class="b">${listOf(c, [
      ['退回账户', keep('method', `${v.bank}储蓄卡（${v.last4}）`)],
      ['退款编号', secret('order_no', v.merchant)],
      ['原订单号', secret('order_no', v.gateway)],
      ['退款原因', '充值未到账'],
      ['申请人电话', secret('phone', v.mobile)],
    ])}</div>`,
  ),
})

const vatInvoice: FreshTemplate = (v, c, look) => ({
  kind: 'bank',
  language: 'zh',
  wide: true,
  codes: [{ format: 'QRCode', text: `01,32,,${v.receipt19},${v.yuan}` }],
  html: sheet(
    c,
    look,
    `<div class="b"><div class="f"><img data-code="0" style="width:110px;background:#fff"><h2>电子发票（普通发票）</h2><div>发票号码：${secret('order_no', `${v.receipt19}7`)}<br>开票日期：${keep('time', v.timeZh.split(' ')[0] ?? '')}</div></div>
<table style="border:1px solid #a44"><tr><td style="border:1px solid #a44;padding:8px">购买方信息<br>名称：${secret('person', v.nameZh)}<br>纳税人识别号：${secret('cn_id', v.id)}</td><td style="border:1px solid #a44;padding:8px">销售方信息<br>名称：苏州极星科技有限公司<br>纳税人识别号：${secret('order_no', `91320594MA1${v.paypal.slice(0, 7)}`)}</td></tr></table>
<table>${[
      ['项目名称', '数量', '金额', '税率', '税额'],
      ['*信息技术服务*API额度', '1', keep('amount', v.yuan), '6%', keep('amount', `${c.int(1, 9)}.${c.int(10, 99)}`)],
    ]
      .map((cells) => `<tr>${cells.map((one) => `<td style="padding:7px">${one}</td>`).join('')}</tr>`)
      .join(
        '',
      )}</table><div class="f"><span>价税合计（小写）${keep('amount', `¥${v.yuan}`)}</span><span>开票人：${secret('person', v.otherZh)}</span></div></div>`,
  ),
})

const appReceipt: FreshTemplate = (v, c, look) => ({
  kind: 'mail',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div style="padding:18px"><h1 style="font-weight:300">Receipt</h1><div class="s"><p class="p">APPLE ACCOUNT</p><p>${secret('email', v.mail)}</p><p class="p">DATE</p><p>${keep('time', v.dayEn)}</p><p class="p">ORDER ID</p><p>${secret('order_no', v.paypal.slice(0, 10))}</p><p class="p">DOCUMENT NO.</p><p>${secret('order_no', v.receipt19.slice(-12))}</p><p class="p">BILLED TO</p><p>${keep('method', `Visa .... ${v.last4}`)}<br>${secret('person', v.nameEn)}<br>${secret('address', v.homeEn)}</p></div><hr><div class="f"><span>Chat Plus (Monthly)<br><span class="s p">Renews monthly</span></span><b>${keep('amount', `$${v.yuan}`)}</b></div><hr><div class="f"><span>TOTAL</span><b>${keep('amount', `$${v.yuan}`)}</b></div></div>`,
  ),
})

const cart: FreshTemplate = (v, c, look) => ({
  kind: 'order',
  language: 'en',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b" style="display:grid;grid-template-columns:2fr 1fr;gap:30px"><div><h2>Thank you!</h2><p>Your order ${secret('order_no', `#${v.serial}`)} is ${keep('status', c.pick(['confirmed', 'paid', 'processing']))}.</p><h4>Shipping address</h4><p>${secret('address', v.homeEn)}</p><h4>Contact</h4><p>${secret('email', v.mail)}<br>${secret('phone', `+1 ${v.account.slice(0, 3)} ${v.account.slice(4, 7)} ${v.last4}`)}</p></div><div><h4>Summary</h4>${[
      ['Subtotal', keep('amount', `$${v.yuan}`)],
      ['Shipping', keep('amount', '$0.00')],
      ['Total', keep('amount', `$${v.yuan}`)],
      ['Payment', keep('method', `Mastercard •••• ${v.last4}`)],
      ['Date', keep('time', v.dayEn)],
    ]
      .map(([a, b]) => `<div class="f"><span>${a}</span><span>${b}</span></div>`)
      .join('')}</div></div>`,
  ),
})

const failed: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: c.pick(['zh', 'en']),
  html: sheet(
    c,
    look,
    c.real() < 0.5
      ? `<div class="c" style="padding:50px 20px"><div style="font-size:3em;color:#e33">✕</div><h2>${keep('status', '支付失败')}</h2><p class="p">银行卡余额不足，请更换付款方式</p><p>订单金额 ${keep('amount', `¥${v.yuan}`)}</p><p class="s p">${keep('time', v.time)}</p><p class="s p">单号 ${secret('order_no', v.gateway)}</p><p class="s p">如有疑问请致电 ${secret('phone', v.mobile)}</p></div>`
      : `<div class="c" style="padding:50px 20px"><div style="font-size:3em;color:#e33">!</div><h2>Payment ${keep('status', 'declined')}</h2><p class="p">Your bank did not approve this charge.</p><p>Amount ${keep('amount', `$${v.yuan}`)}</p><p>Card ${keep('method', `Visa •••• ${v.last4}`)}</p><p class="s p">${keep('time', v.timeEn)}</p><p class="s p">Reference: ${secret('order_no', v.intent)}</p></div>`,
  ),
})

export const shops: readonly FreshTemplate[] = [
  secondHand,
  soldCodes,
  waybill,
  autoRenew,
  refundPath,
  vatInvoice,
  appReceipt,
  cart,
  failed,
]
