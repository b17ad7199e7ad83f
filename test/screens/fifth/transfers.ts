// Screens of money on its way: instalments, payment apps of five countries, a bank's statement, refunds step by step.
import { another, sheet } from '../details.ts'
import { keep, secret } from '../page.ts'
import type { FreshTemplate } from '../second/payments.ts'

const CARD_NAMES = ['京东支付', '白条', '银联云闪付'] as const

const jdPay: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="c" style="padding:26px 10px 8px"><span style="color:#e1251b">●</span> ${keep('status', c.pick(['支付成功', '付款成功']))}<div style="font-size:2.4em">${keep('amount', `￥${v.yuan}`)}</div><div class="p s" style="text-decoration:line-through">￥${c.int(100, 900)}.00</div></div><dl class="b" style="display:grid;grid-template-columns:auto 1fr;gap:${c.int(6, 13)}px 22px">${[
      ['支付方式', c.real() < 0.5 ? keep('method', `${v.bank}储蓄卡(${v.last4})`) : c.pick(CARD_NAMES)],
      ['交易流水', secret('order_no', v.receipt19)],
      ['商户单号', secret('order_no', v.merchant)],
      ['支付时间', keep('time', v.time)],
      ['付款账号', secret('payment_account', v.mail)],
      ['收款方', '星图云服务'],
    ]
      .map(([a, b]) => `<dt class="p">${a}</dt><dd style="margin:0">${b}</dd>`)
      .join('')}</dl>`,
  ),
})

const shortVideoBill: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b"><div style="display:flex;gap:10px;align-items:center"><div style="width:34px;height:34px;border-radius:17px;background:#8886"></div><b>云端算力旗舰店</b></div><div style="font-size:1.9em;padding:12px 0">${keep('amount', `-${v.yuan}`)}</div><div class="s p">${keep('status', c.pick(['交易成功', '交易关闭', '退款成功']))}</div></div><div class="b s">${[
      `创建时间<br>${keep('time', v.time)}`,
      `支付方式<br>${keep('method', c.pick([`${v.bank}信用卡(${v.last4})`, '零钱', '微信支付']))}`,
      `交易订单号<br>${secret('order_no', v.receipt19 + v.last4)}`,
      `商户订单号<br>${secret('order_no', v.gateway)}`,
      `付款人<br>${secret('person', v.nameZh)}`,
    ]
      .map((one) => `<p style="padding:5px 0">${one}</p>`)
      .join('')}</div>`,
  ),
})

const cashApp: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div class="c" style="padding:34px 12px"><div style="font-size:1.2em">${secret('person', v.nameEn)}</div><div class="p">For API credits</div><div style="font-size:2.8em">${keep('amount', `$${v.yuan}`)}</div><div class="p">${keep('time', v.timeEn)}</div></div><div class="b">${[
      ['Status', keep('status', c.pick(['Completed', 'Pending', 'Failed']))],
      ['Amount', keep('amount', `$${v.yuan}`)],
      ['Source', keep('method', `Visa Debit ${v.last4}`)],
      ['Identifier', secret('order_no', `#D-${v.cardKey.slice(0, 8)}`)],
      ['To', secret('person', v.otherEn)],
      ['From', secret('person', v.nameEn)],
    ]
      .map(([a, b]) => `<div class="f" style="padding:8px 0"><span class="p">${a}</span><b>${b}</b></div>`)
      .join('')}</div>`,
  ),
})

const upi: FreshTemplate = (v, c, look) => ({
  kind: 'bank',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div class="c" style="background:#1a7f37;color:#fff;padding:20px"><div>${keep('status', 'Transaction Successful')}</div><div class="s">${keep('time', v.timeEn.replace(' at ', ', '))}</div></div><div class="b"><div class="p s">Paid to</div><div class="f"><b>${secret('person', v.nameEn)}</b><b>${keep('amount', `₹${v.yuan}`)}</b></div><div class="s">${secret('payment_account', `${v.mail.split('@')[0]}@okaxis`)}</div><hr><div class="p s">Transaction ID</div><div>${secret('order_no', `T${v.receipt19}`)}</div><div class="p s">Debited from</div><div class="f"><span>${keep('masked', `XXXXXX${v.last4}`.replaceAll('X', '*'))}</span><span>${keep('amount', `₹${v.yuan}`)}</span></div><div class="s">UTR: ${secret('order_no', v.receipt19.slice(-12))}</div><div class="s">Phone ${secret('phone', `+91 ${v.mobile.slice(1, 6)} ${v.mobile.slice(6)}`)}</div></div>`,
  ),
})

const sepa: FreshTemplate = (v, c, look) => ({
  kind: 'bank',
  language: 'en',
  wide: c.real() < 0.4,
  html: sheet(
    c,
    look,
    `<div style="padding:18px"><div class="f"><h3>Transfer confirmation</h3><span class="a">${keep('status', 'Completed')}</span></div><table>${[
      ['Beneficiary', secret('person', v.nameEn)],
      ['IBAN', secret('bank_card', v.iban.replace('GB', 'DE').replace('NWBK', '3704'))],
      ['BIC', 'COBADEFFXXX'],
      ['Ordering party', secret('person', v.otherEn)],
      ['Amount', keep('amount', `€${v.yuan}`)],
      [
        'Execution date',
        keep('time', `${String(v.date.d).padStart(2, '0')}.${String(v.date.m).padStart(2, '0')}.2026`),
      ],
      ['End-to-end reference', secret('order_no', v.invoice)],
      ['Fee', keep('amount', '€0.00')],
    ]
      .map(([a, b]) => `<tr><th>${a}</th><td>${b}</td></tr>`)
      .join('')}</table></div>`,
    'th{text-align:left;font-weight:400;width:44%;opacity:.7;padding:7px 0}td{border-bottom:1px solid #8883}',
  ),
})

const bankStatement: FreshTemplate = (v, c, look) => ({
  kind: 'table',
  language: 'zh',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b"><h3 class="c">${v.bank} 账户交易明细</h3><div class="f s"><span>户名：${secret('person', v.nameZh)}</span><span>账号：${secret('bank_card', v.card)}</span><span>币种：人民币</span></div><table>${[
      ['交易日期', '交易金额', '账户余额', '对方户名', '对方账号', '摘要'],
      ...[0, 1, 2].map(() => {
        const w = another(c)
        return [
          keep('time', w.time.slice(0, 10)),
          keep('amount', `${c.pick(['-', '+'])}${w.yuan}`),
          keep('amount', another(c).yuan),
          secret('person', w.otherZh),
          secret('bank_card', w.card),
          c.pick(['转账', '快捷支付', '代付']),
        ]
      }),
    ]
      .map((cells) => `<tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`)
      .join('')}</table></div>`,
    'td{border:1px solid #8886;padding:6px 8px;white-space:nowrap;font-size:.9em}',
  ),
})

const refundSteps: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b"><div class="f"><b>${keep('status', c.pick(['退款成功', '退款中']))}</b><b class="a">${keep('amount', `¥${v.yuan}`)}</b></div>${[
      ['银行入账', v.time],
      ['支付平台处理完成', another(c).time],
      ['商家同意退款', another(c).time],
    ]
      .map(
        ([step = '', time = '']) =>
          `<div style="border-left:2px solid #8888;padding:4px 0 10px 14px;margin-left:5px"><div>${step}</div><div class="s p">${keep('time', time)}</div></div>`,
      )
      .join(
        '',
      )}</div><div class="b"><div>退回账户　${keep('method', `${v.bank}(${v.last4})`)}</div><div>退款编号　${secret('order_no', v.receipt19)}</div><div>原订单号　${secret('order_no', v.order)}</div><div>申请人　${secret('person', v.nameZh)}</div><div>联系电话　${secret('phone', v.mobile)}</div></div>`,
  ),
})

export const transfers: readonly FreshTemplate[] = [
  jdPay,
  shortVideoBill,
  cashApp,
  upi,
  sepa,
  bankStatement,
  refundSteps,
]
