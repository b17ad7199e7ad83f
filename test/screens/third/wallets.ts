// Screens of wallets and banks on a phone: bills with steps, notices, messages, transfers in three writings.

import { another, listOf, sheet } from '../details.ts'
import { keep, secret } from '../page.ts'
import type { FreshTemplate } from '../second/payments.ts'

const top = (title: string): string =>
  `<div class="f" style="padding:10px 12px;align-items:center"><span>‹</span><b>${title}</b><span>···</span></div>`
const bars = '<img data-code="0" style="width:88%;height:52px;background:#fff">'

const steps: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'zh',
  html: sheet(
    c,
    look,
    `${top('转账详情')}<div class="b c"><div>转账-转给${secret('person', v.nameZh)}</div><div style="font-size:2.3em">${keep('amount', `-${v.yuan}`)}</div><div class="p">${keep('status', '交易成功')}</div></div>
<div class="b"><div class="f"><span>● ${keep('status', '付款成功')}</span><span class="p s">${keep('time', v.short)}</span></div><div class="f" style="padding:9px 0"><span>● 银行${keep('status', '处理中')}</span><span class="p s">${keep('time', v.short)}</span></div><div class="f"><span>○ ${keep('status', '到账成功')}</span></div></div>
<div class="b">${listOf(c, [
      ['付款方式', keep('method', c.pick(['余额宝', '余额', `${v.bank}储蓄卡(${v.last4})`]))],
      ['转账到', `${v.bank} ${secret('bank_card', v.card)}`],
      ['转账备注', 'API 充值'],
      ['支付时间', keep('time', v.time)],
      ['转账单号', secret('alipay_txn', v.alipay)],
      ['服务费', keep('amount', '0.10')],
    ])}</div><div class="b f"><span>计入收支</span><span class="a">开</span></div>`,
  ),
})

const discounts: FreshTemplate = (v, c, look) => ({
  kind: 'barcode',
  language: 'zh',
  codes: [{ format: 'Code128', text: v.alipay }],
  html: sheet(
    c,
    look,
    `${top('账单详情')}<div class="b"><div class="c">🅰 极星云计算</div><div class="c" style="font-size:2.5em;font-weight:600">${keep('amount', `-${v.yuan}`)}</div><div class="c p">${keep('status', c.pick(['交易成功', '等待付款', '已关闭']))}</div>
<div class="f" style="padding-top:20px"><span class="p">订单金额</span><span>${keep('amount', v.yuan)}</span></div><div class="f"><span class="p">碰一下立减</span><span>${keep('amount', `-${c.int(0, 3)}.${c.int(10, 99)}`)}</span></div>
<div class="f"><span class="p">支付时间</span><span>${keep('time', v.time)}</span></div><div class="f"><span class="p">付款方式</span><span>${keep('method', c.pick(['花呗', '余额宝', `${v.bank}信用卡(${v.last4})`]))} ›</span></div><div class="f"><span class="p">收款方全称</span><span style="max-width:60%;text-align:right">上海极星云计算有限公司</span></div>
<div class="f"><span class="p">订单号</span><span style="max-width:60%;text-align:right">${secret('alipay_txn', v.alipay)}</span></div><div class="p">商家订单号</div><div class="c" style="padding:6px">${bars}<div class="s">${secret('order_no', v.order)}</div></div></div>`,
  ),
})

const wechatTransfer: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div style="padding:60px 24px 30px" class="c"><div style="font-size:3em;color:#07c160">✓</div><div>${c.pick(['你已收款', '对方已收款'])}，资金已存入零钱</div><div style="font-size:2.4em;padding:8px">${keep('amount', `¥${v.yuan}`)}</div><div class="a s">零钱余额</div></div>
<div style="margin:0 24px;border-top:1px solid #8883;padding-top:14px">${[
      ['转账时间', keep('time', v.timeZh)],
      ['收款时间', keep('time', another(c).timeZh)],
      ['支付方式', keep('method', c.pick(['零钱', '零钱通', `${v.bank}(${v.last4})`]))],
      ['转账单号', secret('wechat_txn', `1000${v.wechat.slice(4)}`)],
    ]
      .map(
        ([label, value]) =>
          `<div class="f s" style="padding:5px 0"><span class="p">${label}</span><span style="max-width:66%;text-align:right">${value}</span></div>`,
      )
      .join('')}</div>`,
  ),
})

const bankMessages: FreshTemplate = (_, c, look) => ({
  kind: 'chat',
  language: 'zh',
  html: sheet(
    c,
    look,
    `${top(c.pick(['95588', '招商银行', '银行通知']))}${[0, 1, 2]
      .map((n) => {
        const w = another(c)
        const said = [
          `【${w.bank}】您尾号${w.last4}的储蓄卡于${keep('time', w.shortZh)}支出人民币${keep('amount', `${w.yuan}元`)}，余额${keep('amount', `${another(c).yuan}元`)}。`,
          `【支付宝】验证码：${secret('password', String(c.int(100_000, 999_999)))}，您正在向商户付款${keep('amount', `${w.yuan}元`)}，请勿告诉他人。`,
          `【极星云】您的充值${keep('status', '已到账')}，金额${keep('amount', `¥${w.yuan}`)}，订单${secret('order_no', w.gateway)}。客服电话${secret('phone', w.mobile)}`,
        ]
        return `<div class="c p s" style="padding:8px">${keep('time', w.short)}</div><div style="background:#8882;border-radius:14px;margin:0 60px 0 12px;padding:10px 12px">${said[n]}</div>`
      })
      .join('')}`,
  ),
})

const lockScreen: FreshTemplate = (v, c, look) => ({
  kind: 'chat',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="c" style="padding:40px 0 26px"><div style="font-size:3.4em;font-weight:200">${keep('time', v.hours)}</div><div>${v.date.m}月${v.date.d}日 星期五</div></div>${[
      ['微信支付', `已支付${keep('amount', `¥${v.yuan}`)}`],
      ['支付宝', `你有一笔${keep('amount', `${v.yuan}元`)}的支出，点击查看`],
      ['邮件', `${secret('email', v.mail)}<br>您的订单 ${secret('order_no', v.serial)} ${keep('status', '支付成功')}`],
      [v.bank, `您尾号${v.last4}账户${keep('time', v.shortZh)}快捷支付${keep('amount', `${v.yuan}元`)}`],
    ]
      .map(
        ([app, text]) =>
          `<div style="background:#8883;border-radius:16px;margin:8px 10px;padding:9px 13px"><div class="f s p"><span>${app}</span><span>${c.int(1, 59)}分钟前</span></div><div>${text}</div></div>`,
      )
      .join('')}`,
  ),
})

const linePay: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'zh',
  html: sheet(
    c,
    look,
    `${top('付款明細')}<div class="b"><div class="s p">${c.pick(['街口支付', 'LINE Pay', '全支付'])}</div><div style="font-size:2em">${keep('amount', `NT$${v.yuan}`)}</div><div class="a">${keep('status', c.pick(['付款成功', '交易完成', '待付款']))}</div></div><div class="b">${listOf(
      c,
      [
        ['交易日期', keep('time', v.slashed)],
        ['付款方式', keep('method', c.pick(['街口帳戶', `國泰世華 *${v.last4}`, '信用卡']))],
        ['訂單編號', secret('order_no', v.receipt19)],
        ['交易序號', secret('order_no', v.paypal)],
        ['電子發票載具', secret('order_no', `/${v.paypal.slice(0, 7)}`)],
        ['會員手機', c.real() < 0.5 ? keep('masked', v.maskedPhone) : secret('phone', `09${v.mobile.slice(3)}`)],
        ['訂購人姓名', secret('person', v.otherZh)],
        ['寄送地址', secret('address', v.homeTw)],
      ],
    )}</div>`,
  ),
})

const wise: FreshTemplate = (v, c, look) => ({
  kind: 'bank',
  language: 'en',
  html: sheet(
    c,
    look,
    `${top('Transfer')}<div class="b"><div style="font-size:1.7em;font-weight:700">${keep('amount', `${v.yuan} ${c.pick(['USD', 'EUR', 'GBP'])}`)}</div><div class="p">to ${secret('person', v.nameEn)}</div><div>${keep('status', c.pick(['Sent', 'Processing', 'Completed']))}</div></div>
<div class="b">${listOf(c, [
      ['You sent', keep('amount', `${v.yuan} USD`)],
      ['Our fee', keep('amount', `${c.int(1, 9)}.${c.int(10, 99)} USD`)],
      ['Set up', keep('time', v.dayEn)],
      ['Paid with', keep('method', c.pick(['Apple Pay', 'Bank transfer', `Visa ending ${v.last4}`]))],
      ['Transfer number', secret('order_no', `#${v.receipt19.slice(-10)}`)],
      ['Account holder', secret('person', v.nameEn)],
      ['IBAN', secret('bank_card', v.iban)],
      ['Email', secret('email', v.mail)],
    ])}</div>`,
  ),
})

const zelle: FreshTemplate = (v, c, look) => ({
  kind: 'bank',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div class="c" style="padding:26px"><div style="font-size:2.4em">✓</div><h2>${keep('status', c.pick(['Payment sent', 'Payment complete', 'Payment pending']))}</h2><p>You sent ${keep('amount', `$${v.yuan}`)} to</p><p><b>${secret('person', v.nameEn)}</b></p><p class="p">${secret('phone', `(${v.account.slice(0, 3)}) ${v.account.slice(4, 7)}-${v.last4}`)}</p></div>
<div class="b"><table>${[
      ['From', `CHECKING (...${v.last4})`],
      ['Send on', keep('time', v.dayEn)],
      ['Memo', 'gpt credits'],
      ['Transaction number', secret('order_no', v.receipt19.slice(-11))],
      ['Confirmation', secret('order_no', v.paypal.slice(0, 10))],
    ]
      .map(([a, b]) => `<tr><td class="p" style="padding:7px 0;width:45%">${a}</td><td>${b}</td></tr>`)
      .join('')}</table></div>`,
  ),
})

const quickPass: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'zh',
  html: sheet(
    c,
    look,
    `${top('交易详情')}<div class="b"><div class="f"><div>云闪付<div class="p s">消费</div></div><div style="text-align:right"><div style="font-size:1.5em">${keep('amount', `${v.yuan}元`)}</div><div class="a s">${keep('status', '交易成功')}</div></div></div></div>
<div class="b" style="display:grid;grid-template-columns:1fr 1fr;gap:14px">${[
      ['交易时间', keep('time', v.time)],
      ['付款卡', keep('method', `${v.bank}[${v.last4}]`)],
      ['原价', keep('amount', `${v.yuan}元`)],
      ['优惠', keep('amount', `${c.int(1, 5)}.00元`)],
      ['订单编号', secret('order_no', v.receipt19)],
      ['系统跟踪号', secret('order_no', String(c.int(100_000, 999_999)))],
      ['商户编号', secret('order_no', v.receipt19.slice(-15))],
      ['付款人', secret('person', v.nameZh)],
    ]
      .map(([a, b]) => `<div><div class="p s">${a}</div><div>${b}</div></div>`)
      .join('')}</div>`,
  ),
})

export const wallets: readonly FreshTemplate[] = [
  steps,
  discounts,
  wechatTransfer,
  bankMessages,
  lockScreen,
  linePay,
  wise,
  zelle,
  quickPass,
]
