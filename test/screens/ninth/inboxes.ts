// Letters and talks in English and Chinese: a receipt, a refused card, a welcome with a login, a bank's texts, a messenger's talk, a seller's group, a bill's letter, a ticket, a note.
import {
  address,
  amount,
  bank,
  code,
  email,
  key,
  masked,
  method,
  order,
  password,
  person,
  phone,
  status,
  time,
  user,
} from '../marks.ts'
import { canvas, column, type Draft, edge, inline, over, talk } from './canvas.ts'

const receiptByMail: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'mail',
    language: 'en',
    html: canvas(
      w,
      'en',
      `<div class="in s g">From: Northpeak AI<br>To: ${email(a.westMail)}<br>Date: ${time(v.weekday)}</div><div class="pane m"><div class="g">Receipt from Northpeak AI</div><div class="xl">${amount(`$${v.sum}`)}</div><div class="g">${status(c.pick(['Paid', 'Refunded']))} ${time(v.usDay)}</div></div><div class="pane">${edge(
        [
          ['Receipt number', order(v.receipt)],
          ['Invoice number', order(v.invoice)],
          ['Payment method', method(`Visa - ${v.tail}`)],
          ['Gateway credits × 1', amount(`$${v.sum}`)],
          ['Amount paid', amount(`$${v.sum}`)],
        ],
      )}</div>`,
    ),
  }
}

const refusedCard: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'mail',
    language: 'en',
    wide: true,
    html: canvas(
      w,
      'en',
      `<div class="pane"><h3>Action needed: your payment ${status(c.pick(['failed', 'was declined', 'could not be processed']))}</h3><p class="g s">billing@northpeak.example to ${person(a.west)} &lt;${email(a.westMail)}&gt; · ${time(v.british)}</p><p style="padding:10px 0">Hi ${person(a.first)},<br>we tried to charge ${method(`Mastercard ending ${v.tail}`)} for ${amount(`$${v.sum}`)} (order ${order(v.payment)}). We will try again on ${time(v.later.usDay)}. Until then your key ${masked(v.keyMasked)} stays on the free tier.</p><span class="btn">Update card</span></div>`,
    ),
  }
}

const welcomeWithLogin: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'mail',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="in"><h3>您购买的商品已发货</h3><p class="g s">发件人 小游数卡　收件人 ${email(a.mail)}<br>${time(v.chinese)}</p></div><div class="pane"><p>${person(a.surnamed)}您好，订单 ${order(v.faka)} 已${status(c.pick(['支付成功', '完成']))}，实付 ${amount(`${v.sum}元`)}（${method(c.pick(['支付宝', '微信支付']))}）。</p><div style="padding-top:8px">${inline(
        [
          ['登录邮箱', email(a.westMail)],
          ['登录密码', password(v.password)],
          ['兑换码', code(v.code)],
          ['接口密钥', key(v.keyShort)],
        ],
      )}</div></div>`,
    ),
  }
}

const textsOfBank: Draft = (w) => {
  const { c, a, b, v } = w
  const bubble = (text: string): string =>
    `<div class="in"><div style="background:#8882;border-radius:18px;padding:9px 13px;max-width:84%">${text}</div></div>`
  return {
    kind: 'chat',
    language: 'en',
    html: canvas(
      w,
      'en',
      `<div class="m in">${c.int(200, 999)}-${c.int(10, 99)}</div>${bubble(`Fraud Alert: Did you attempt ${amount(`$${v.sum}`)} at NORTHPEAK AI on card ${masked(`x${v.tail}`)} at ${time(v.usNumbers)}? Reply YES or NO.`)}${bubble(`Your one-time code is ${code(c.text('0123456789', 6))}. We will never ask you for it.`)}${bubble(`You sent ${amount(`$${v.round}.00`)} to ${person(b.west)} with ${method('Zelle')}. Status: ${status(c.pick(['delivered', 'in review', 'completed']))}. Conf# ${order(c.text('abcdefghijklmnopqrstuvwxyz0123456789', 9))}`)}${bubble(`Hi ${person(a.first)}, a direct deposit of ${amount(`$${v.rest}`)} posted ${time(v.later.usDay)}.`)}`,
    ),
  }
}

const messengersTalk: Draft = (w) => {
  const { c, a, b, v } = w
  return {
    kind: 'chat',
    language: 'en',
    html: canvas(
      w,
      'en',
      `<div class="in" style="background:#075e54;color:#fff"><b>${c.pick([person(b.west), phone(b.westPhone)])}</b><div class="s">online</div></div>${talk(
        [
          ['me', 'hello, my top up is not there'],
          ['you', 'Hi! Please send me your order number and the e-mail you signed up with'],
          ['me', `${order(v.shop)} and ${email(a.westMail)}`],
          [
            'me',
            `paid ${amount(`${v.sum} USD`)} via ${method(c.pick(['PayPal', 'Wise', 'Stripe']))} ${time(v.british)}`,
          ],
          ['you', `I see it as ${status(c.pick(['pending', 'completed', 'failed']))}. Which key should get it?`],
          ['me', key(v.keyShort)],
          ['you', `Thanks ${person(a.first)}, done in 10 min`],
        ],
        '#dcf8c6;color:#111',
      )}`,
    ),
  }
}

const groupOfBuyers: Draft = (w) => {
  const { c, a, b, v } = w
  const said = (who: string, text: string): string =>
    `<div class="in" style="padding-bottom:0"><span class="t s">${who}</span><div style="background:#8882;border-radius:8px;padding:7px 11px;display:inline-block;max-width:88%;display:block">${text}</div></div>`
  return {
    kind: 'chat',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="m in"><b>云脉API售后群(${c.int(80, 499)})</b></div><div class="m g s">${time(v.brief)}</div>${said(user(a.nick), `@客服 充了${amount(`${v.round}元`)}${status(c.pick(['没到账', '未到账', '显示失败']))}，${method('支付宝')}`)}${said('客服小云', '发下账号和商户订单号哈')}${said(user(a.nick), `${email(a.mail)}<br>${order(v.shop)}`)}${said(user(b.handle), `我也是 手机号${phone(b.mobile)} 名字${person(b.chinese)}`)}${said('客服小云', `都已补单，${time(v.later.brief)}前到`)}`,
    ),
  }
}

const billsLetter: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'mail',
    language: 'en',
    wide: true,
    html: canvas(
      w,
      'en',
      `<div style="background:#fff;color:#1c1c1c;padding:34px;margin:14px"><div class="sp"><h2>INVOICE</h2>${column(
        [
          ['No.', order(v.invoice)],
          ['Issued', time(v.usDay)],
          ['Due', time(v.later.usDay)],
        ],
        4,
      )}</div><p style="padding:14px 0"><b>Billed to</b><br>${person(a.west)}<br>${address(a.westHome)}<br>${phone(a.westPhone)}</p>${edge(
        [
          ['Prepaid API balance', amount(`€${v.sum}`)],
          ['VAT 0 %', amount('€0.00')],
          ['Total', amount(`€${v.sum}`)],
          ['Status', status(c.pick(['Paid', 'Overdue', 'Unpaid']))],
        ],
      )}<p class="s" style="padding-top:12px">Pay by ${method(c.pick(['bank transfer', 'SEPA']))} to ${bank(v.iban)}</p></div>`,
    ),
  }
}

const ticketOfHelp: Draft = (w) => {
  const { c, a, b, v } = w
  return {
    kind: 'table',
    language: 'zh',
    wide: true,
    html: canvas(
      w,
      'cn',
      `<div class="in sp"><h3>工单 #${c.int(1000, 9999)}</h3><span class="pill">${status(c.pick(['待回复', '处理中', '已关闭']))}</span></div><div class="pane">${over(
        [
          ['提交人', `${person(a.chinese)}`],
          ['邮箱', email(a.mail)],
          ['提交时间', time(v.full)],
          ['关联订单', order(v.shop)],
          ['涉及金额', amount(`¥${v.sum}`)],
          ['联系方式', phone(a.mobileSpaced)],
        ],
        3,
      )}</div><div class="pane"><p>我昨天用${method(c.pick(['支付宝', '云闪付', '微信']))}充了${amount(`${v.round}元`)}，余额没有变化。之前的令牌 ${key(v.keyShort)} 也报错了，麻烦看一下。</p><p class="g s" style="padding-top:8px">客服 ${person(b.surnamed)} · ${time(v.later.full)}</p><p>您好，已为您核实，该笔${status(c.pick(['已入账', '未支付', '已退回原账户']))}。</p></div>`,
    ),
  }
}

const noteOfHabit: Draft = (w) => {
  const { a, v } = w
  return {
    kind: 'key',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="in t">‹ 备忘录</div><div class="in"><h2>中转站账号</h2><p class="g s">${time(v.chinese)}</p><p>网址 api.yunmai.example</p><p>账号 ${email(a.mail)}</p><p>密码 ${password(v.password)}</p><p>key</p><p>${key(v.key)}</p><p>充了${amount(`${v.round}块`)}，${method('微信')}付的，${time(v.later.chineseDay)}到期</p><p>没用完的码 ${code(v.code)}</p></div>`,
    ),
  }
}

export const inboxes: readonly Draft[] = [
  receiptByMail,
  refusedCard,
  welcomeWithLogin,
  textsOfBank,
  messengersTalk,
  groupOfBuyers,
  billsLetter,
  ticketOfHelp,
  noteOfHabit,
]
