// Screens of slips and bookings: tickets, rooms, till receipts, transfers abroad, forms of a company.
import { another, sheet } from '../details.ts'
import { keep, secret } from '../page.ts'
import type { FreshTemplate } from '../second/payments.ts'

const pairs = (style: string, all: readonly (readonly [string, string])[]): string =>
  all
    .map(
      ([a, b]) => `<div style="${style}"><span class="p">${a}</span><span style="text-align:right">${b}</span></div>`,
    )
    .join('')
const FLEX = 'display:flex;justify-content:space-between;gap:16px;padding:6px 0'

const train: FreshTemplate = (v, c, look) => ({
  kind: 'order',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b"><div class="f"><b>订单号：${secret('order_no', `E${v.receipt19.slice(-9)}`)}</b><span class="a">${keep('status', c.pick(['已支付', '待支付', '已完成']))}</span></div><div class="c" style="font-size:1.4em;padding:10px">杭州东 → 上海虹桥</div><div class="c p">${keep('time', `${v.date.m}月${v.date.d}日 ${v.hours}`)} 开</div></div>
<div class="b"><div class="f"><span>${secret('person', v.nameZh)}</span><span>二等座 ${keep('amount', `￥${c.int(40, 600)}.0`)}</span></div><div class="p s">证件号码 ${secret('cn_id', v.id)}</div></div><div class="b">${pairs(
      FLEX,
      [
        ['联系手机', secret('phone', v.mobile)],
        ['下单时间', keep('time', v.time)],
        ['支付方式', keep('method', c.pick(['支付宝', '微信支付']))],
        ['总价', keep('amount', `￥${v.yuan}`)],
      ],
    )}</div>`,
  ),
})

const room: FreshTemplate = (v, c, look) => ({
  kind: 'order',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div class="b"><div class="s a">${keep('status', 'Confirmed')}</div><h2>Harbour Inn</h2>${pairs(FLEX, [
      ['Confirmation number', secret('order_no', v.receipt19.slice(-10))],
      ['Guest name', secret('person', v.nameEn)],
      ['Check-in', keep('time', v.dayEn)],
      ['Total price', keep('amount', `US$${v.yuan}`)],
      ['Paid with', keep('method', `Mastercard ending in ${v.last4}`)],
      ['Phone number', secret('phone', `+1 ${v.account}`)],
      ['Email', secret('email', v.mail)],
    ])}<p class="s p">PIN code: ${secret('password', v.last4)}</p></div>`,
  ),
})

const till: FreshTemplate = (v, c, look) => ({
  kind: 'barcode',
  language: 'zh',
  codes: [{ format: 'Code128', text: v.receipt19 }],
  html: sheet(
    c,
    look,
    `<div style="background:#fff;color:#111;padding:20px;font-family:'DejaVu Sans Mono','WenQuanYi Micro Hei',monospace"><div class="c">签购单</div><div class="s">商户名称: 星火便利店</div><div class="s">终端编号: ${secret('order_no', v.receipt19.slice(-8))}</div><div class="s">卡号: ${keep('masked', v.maskedCard)}</div><div class="s">参考号: ${secret('order_no', v.receipt19.slice(-12))}</div><div class="s">凭证号: ${secret('order_no', v.receipt19.slice(-6))}</div><div class="s">日期/时间: ${keep('time', v.slashed)}</div><div>金额: ${keep('amount', `RMB ${v.yuan}`)}</div><img data-code="0" style="width:90%;height:50px;margin-top:10px"></div>`,
  ),
})

const payLah: FreshTemplate = (v, c, look) => ({
  kind: 'bank',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div class="c" style="padding:24px"><div>${keep('status', c.pick(['Transfer successful', 'Payment completed']))}</div><div style="font-size:2em">${keep('amount', `SGD ${v.yuan}`)}</div><div class="p s">${keep('time', v.timeEn)}</div></div><div class="b">${[
      ['To', secret('person', v.nameEn)],
      ['Mobile number', secret('phone', `+65 ${v.mobile.slice(3, 7)} ${v.last4}`)],
      ['From', 'Multiplier Account'],
      ['Account number', secret('bank_card', v.account)],
      ['Reference no.', secret('order_no', v.receipt19)],
      ['Payment method', keep('method', 'PayNow')],
    ]
      .map(([a, b]) => `<div style="padding:7px 0"><div class="p s">${a}</div><div>${b}</div></div>`)
      .join('')}</div>`,
  ),
})

const approval: FreshTemplate = (v, c, look) => ({
  kind: 'bank',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b"><h3>付款申请</h3><div class="a s">${keep('status', c.pick(['审核中', '已付款', '已完成']))}</div>${[
      ['付款事由', 'API 额度采购'],
      ['付款总额（元）', keep('amount', v.yuan)],
      ['付款方式', '银行转账'],
      ['支付日期', keep('time', v.time.slice(0, 10))],
      ['收款人全称', secret('person', v.nameZh)],
      ['银行账户', secret('bank_card', v.card)],
      ['开户行', `${v.bank}杭州分行`],
      ['经办人手机', secret('phone', v.mobile)],
    ]
      .map(
        ([a, b]) =>
          `<div style="padding:6px 0;border-bottom:1px solid #8883"><div class="p s">${a}</div><div>${b}</div></div>`,
      )
      .join('')}</div>`,
  ),
})

const addressForm: FreshTemplate = (v, c, look) => ({
  kind: 'identity',
  language: c.pick(['zh', 'en']),
  html: sheet(
    c,
    look,
    `<div class="b">${(c.real() < 0.5
      ? [
          ['收货人', secret('person', v.nameZh)],
          ['手机号码', secret('phone', v.mobile)],
          ['所在地区及详细地址', secret('address', v.homeZh)],
          ['电子邮箱', secret('email', v.mail)],
          ['预付定金', keep('amount', `${v.yuan}元`)],
        ]
      : [
          ['Full name', secret('person', v.nameEn)],
          ['Phone', secret('phone', `+44 ${v.mobile.slice(1)}`)],
          ['Street address', secret('address', v.homeEn)],
          ['Email', secret('email', v.mail)],
          ['Deposit paid', keep('amount', `$${v.yuan}`)],
        ]
    )
      .map(
        ([a, b]) =>
          `<div style="padding:6px 0"><div class="s p">${a}</div><div style="border:1px solid #8888;padding:7px 9px;border-radius:4px">${b}</div></div>`,
      )
      .join('')}</div>`,
  ),
})

const ukBank: FreshTemplate = (v, c, look) => ({
  kind: 'bank',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div style="padding:18px"><h3>Transaction details</h3><div style="font-size:1.9em">${keep('amount', `-£${v.yuan}`)}</div><div class="p">${keep('time', v.dayEn)}</div>${pairs(
      FLEX,
      [
        ['Status', keep('status', c.pick(['Completed', 'Pending']))],
        ['Payee', secret('person', v.otherEn)],
        ['Sort code', secret('bank_card', `${v.last4.slice(0, 2)}-${v.last4.slice(2)}-${v.mobile.slice(-2)}`)],
        ['Account number', secret('bank_card', v.mobile.slice(-8))],
        ['Reference', secret('order_no', v.serial)],
        ['Balance after', keep('amount', `£${another(c).yuan}`)],
      ],
    )}</div>`,
  ),
})

export const slips: readonly FreshTemplate[] = [train, room, till, payLah, approval, addressForm, ukBank]
