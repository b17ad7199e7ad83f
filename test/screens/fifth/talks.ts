// Screens of talks: a help desk's bubble, a dark channel, a thread of text messages, a work chat, a letter about money sent back.
import type { Chance } from '../chance.ts'
import { type Fresh, sheet } from '../details.ts'
import { keep, secret } from '../page.ts'
import type { FreshTemplate } from '../second/payments.ts'

const bubbles = (c: Chance, said: readonly (readonly [boolean, string])[], mine: string, theirs: string): string =>
  said
    .map(
      ([me, text]) =>
        `<div style="display:flex;justify-content:flex-${me ? 'end' : 'start'};padding:${c.int(4, 8)}px 12px"><div style="max-width:${c.int(68, 82)}%;border-radius:${c.pick([6, 16, 20])}px;padding:9px 13px;background:${me ? mine : theirs}">${text}</div></div>`,
    )
    .join('')

const helpBubble: FreshTemplate = (v, c, look) => ({
  kind: 'chat',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div class="a" style="padding:14px;border-bottom:1px solid #8884"><b>Support</b> <span class="s p">replies in minutes</span></div>${bubbles(
      c,
      [
        [false, 'Hi there, how can we help?'],
        [true, `I was charged ${keep('amount', `$${v.yuan}`)} but got no credits`],
        [false, 'Sorry to hear. Could you send your order number and the email you used?'],
        [true, `${secret('order_no', v.serial)}<br>${secret('email', v.mail)}`],
        [true, `paid by ${keep('method', 'PayPal')} on ${keep('time', v.dayEn)}`],
        [
          false,
          `Thanks! It shows as ${keep('status', 'completed')}. Is ${secret('phone', `+1 ${v.account.slice(0, 7)}-${v.last4}`)} still your number?`,
        ],
      ],
      '#3b82f6;color:#fff',
      '#8883',
    )}`,
  ),
})

const darkChannel: FreshTemplate = (v, c, look) => ({
  kind: 'chat',
  language: 'zh',
  wide: true,
  html: sheet(
    c,
    look,
    `<div style="background:#313338;color:#dbdee1;padding:16px">${[
      ['mochi', '充值没到账，有人遇到吗'],
      ['管理员', '发一下订单号'],
      ['mochi', `${secret('order_no', v.gateway)}，付了${keep('amount', `${v.yuan}元`)}`],
      ['mochi', `支付宝交易号 ${secret('alipay_txn', v.alipay)}`],
      ['管理员', `查到了，${keep('status', '支付成功')}，${keep('time', v.time)}。key 也发一下`],
      ['mochi', secret('api_key', v.keyShort)],
    ]
      .map(
        ([who, text]) =>
          `<div style="padding:6px 0"><b style="color:#f0b232">${who}</b> <span class="s" style="opacity:.6">今天${c.int(10, 22)}:${c.int(10, 59)}</span><div>${text}</div></div>`,
      )
      .join('')}</div>`,
  ),
})

const messages: readonly ((v: Fresh) => string)[] = [
  (v) => `【${v.bank}】您尾号${v.last4}的账户支出${keep('amount', `${v.yuan}元`)}`,
  (v) =>
    `【快递】包裹 ${secret('order_no', v.express)} 已到站，收件人${secret('person', v.nameZh)}，电话${secret('phone', v.mobile)}`,
  (v) => `【星河】验证码 ${secret('order_no', v.receipt19.slice(-6))}，请勿泄露`,
  (v) =>
    `【商城】订单${secret('order_no', v.merchant)}${keep('status', '退款成功')}，${keep('amount', `¥${v.yuan}`)}已退回`,
]

const textMessages: FreshTemplate = (v, c, look) => ({
  kind: 'chat',
  language: 'zh',
  html: sheet(
    c,
    look,
    messages
      .map(
        (one) =>
          `<div class="c s p" style="padding-top:12px">${keep('time', `${v.date.m}月${v.date.d}日 ${c.int(10, 22)}:${c.int(10, 59)}`)}</div>${bubbles(c, [[false, one(v)]], '#07c', '#8883')}`,
      )
      .join(''),
  ),
})

const workChat: FreshTemplate = (v, c, look) => ({
  kind: 'chat',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="c" style="padding:10px">客户服务群 (6)</div>${bubbles(
      c,
      [
        [false, `客户${secret('phone', v.phoneSpaced)}说没到账`],
        [true, `订单${secret('order_no', v.order)}对吧`],
        [false, `是的，打款${keep('amount', `￥${v.yuan}`)}，用的${keep('method', '支付宝')}`],
        [false, `银行卡${secret('bank_card', v.cardSpaced)}`],
        [true, `已经${keep('status', '退款成功')}，时间${keep('time', v.time)}`],
        [false, `寄到${secret('address', v.homeZh)}`],
      ],
      '#c9e7ff;color:#111',
      '#8883',
    )}`,
  ),
})

const refundLetter: FreshTemplate = (v, c, look) => ({
  kind: 'mail',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b"><h3>退款通知</h3><div class="s p">发件人：客服中心<br>收件人：${secret('email', v.mail)}<br>日期：${keep('time', v.timeZh)}</div><hr><p>尊敬的${secret('person', v.nameZh)}：</p><p>您好！您于${keep('time', v.slashed)}支付的订单（订单号：${secret('order_no', v.gateway)}）已${keep('status', '退款成功')}，退款金额为${keep('amount', `${v.yuan}元`)}，将原路退回至您的${keep('method', `${v.bank}储蓄卡(${v.last4})`)}。</p><p>退款流水号：${secret('order_no', v.receipt19)}</p><p>如有疑问请致电客服。</p></div>`,
  ),
})

export const talks: readonly FreshTemplate[] = [helpBubble, darkChannel, textMessages, workChat, refundLetter]
