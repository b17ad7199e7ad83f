// Screens of letters and bills: mail in several programs, invoices with unlabelled blocks, warnings about leaked keys, till invoices of Taiwan.

import {
  account,
  address,
  amount,
  bank,
  code,
  email,
  key,
  method,
  order,
  password,
  person,
  phone,
  status,
  time,
} from '../marks.ts'
import { above, below, type Draw, halves, others, page, right, ruled, times } from './frame.ts'

const sellerOfRecord: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'mail',
    language: 'en',
    html: page(
      s,
      'abroad',
      `<div class="pad line tiny dim">help@checkout.example · to ${email(p.mailAbroad)} · ${time(n.uk)}</div><div class="pad"><p>${person(p.west)},</p><p style="padding:8px 0">${c.pick(['Here is the receipt for', 'We could not finish', 'Thank you for'])} your order with <b>Nimbus Credits</b>. It is ${status(c.pick(['paid', 'past due', 'refunded in full', 'complete']))}.</p><table><tr><td>Nimbus Credits × ${c.int(1, 4)}</td><td>${amount(`US$${n.sum}`)}</td></tr><tr><td>VAT</td><td>${amount(`US$${n.small}`)}</td></tr></table>${below(
        [
          ['Order', order(`#${n.trace}-${n.last4}`)],
          ['Paid by', method(c.pick([`Mastercard ending ${n.last4}`, 'PayPal', 'Google Pay']))],
          ['Licence key', code(n.code)],
          ['Billed to', `${person(p.west)}<br>${address(p.homeWest)}`],
        ],
      )}</div>`,
      'td:last-child{text-align:right}',
    ),
  }
}

const leakWarning: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'mail',
    language: 'en',
    wide: c.real() < 0.5,
    html: page(
      s,
      'abroad',
      `<div class="pad"><h2>Publicly leaked secret detected</h2><p>Hey <b>${person(p.pinyin)}</b>, a valid key was found in a public commit and has been ${status(c.pick(['revoked', 'disabled', 'suspended']))}.</p><div class="slab mono tiny">api_key = "${key(n.key)}"</div>${above(
        [
          ['Detected', time(n.zulu)],
          ['Account', email(p.mail)],
          ['Unbilled usage', amount(`$${n.sum}`)],
          ['Incident', order(n.request)],
        ],
      )}<span class="btn">Review</span></div>`,
    ),
  }
}

const mailList: Draw = (s) => {
  const { c } = s
  return {
    kind: 'mail',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="pad"><div style="background:#8882;border-radius:20px;padding:9px 16px" class="dim">在邮件中搜索</div></div>${times(
        5,
        (i) => {
          const { p, n } = others(c)
          const [title, text] = [
            [`订单${order(n.shop)}支付提醒`, `您好 ${person(p.zh)}，请在${time(n.zhShort)}前支付`],
            ['Your receipt', `Receipt ${order(n.receipt)} for ${amount(`$${n.small}`)}`],
            ['回复：充值问题', `我的邮箱是 ${email(p.mail)}，手机 ${phone(p.mobile)}`],
            ['密码重置', `验证码 ${password(n.otp)}，请勿告诉他人`],
            ['Refund issued', `${amount(`$${n.sum}`)} was ${status('refunded')} to ${method(`Visa ${n.last4}`)}`],
          ][i] ?? ['', '']
          return `<div class="pad" style="display:flex;gap:12px"><span class="face">${(i % 2 ? p.west : p.zh)[0]}</span><div style="flex:1;min-width:0"><div class="two"><b>${i % 2 ? person(p.west) : person(p.zh)}</b><span class="tiny dim">${time(n.short.slice(0, 5))}</span></div><div>${title}</div><div class="tiny dim">${text}</div></div></div>`
        },
      )}`,
    ),
  }
}

const answerFromTaiwan: Draw = (s) => {
  const { c, p, q, n } = s
  return {
    kind: 'mail',
    language: 'zh',
    wide: true,
    html: page(
      s,
      'taiwan',
      `<div class="pad"><h3>RE: 儲值未入帳查詢</h3><div class="two line" style="padding:8px 0"><span style="max-width:none"><b>${person(q.trad)}</b> &lt;${email(q.mail)}&gt;<br><span class="tiny dim">收件者：${person(p.taiwan)} &lt;${email(p.mailAbroad)}&gt;；副本：客服</span></span><span class="tiny dim">${time(n.roc)}</span></div><p style="padding-top:10px">${person(p.trad.slice(0, 1))}${c.pick(['小姐', '先生'])}您好：</p><p>查您於 ${time(n.later.slashed)} 以${method(c.pick(['台新銀行信用卡', 'LINE Pay', 'ATM 轉帳']))}支付之 ${amount(`新台幣 ${n.whole} 元`)}，目前狀態為${status(c.pick(['已入帳', '退款處理中', '授權失敗']))}，訂單編號 ${order(n.taiwanRef)}。</p><p>退款將匯入您指定之帳戶 ${bank(n.taiwanAccount)}（戶名：${person(p.trad)}）。</p><p>${person(q.trad)} 敬上<br>分機 ${n.userId}　手機 ${phone(q.twPhone)}</p></div>`,
    ),
  }
}

const paperInvoice: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'bill',
    language: 'en',
    wide: true,
    html: page(
      s,
      'abroad',
      `<div style="background:#fff;color:#20242c;padding:34px"><div class="two"><h2>INVOICE</h2><div style="text-align:right" class="tiny">${order(n.invoice)}<br>Issued ${time(n.euro)}<br>Due ${time(n.later.euro)}</div></div><div style="display:grid;grid-template-columns:1fr 1fr;gap:30px;padding:18px 0"><div><b>From</b><br>Orbit Relay OÜ<br>VAT EE${n.trace.slice(0, 9)}</div><div><b>Bill to</b><br>${person(p.west)}<br>${address(p.homeWest)}<br>${email(p.mailAbroad)}<br>${phone(p.usPhone)}</div></div>${ruled(
        [
          ['Description', 'Qty', 'Unit', 'Total'],
          ['API credits', '1', amount(`€${n.sum}`), amount(`€${n.sum}`)],
          ['Support', '2', amount(`€${n.small}`), amount(`€${n.small}`)],
        ],
      )}<div class="two" style="padding-top:16px"><div class="tiny" style="max-width:none">Pay by ${method('bank transfer')}<br>IBAN ${bank(n.iban)}<br>Quote ${order(n.receipt)}</div><h3>${amount(`€${n.sum}`)} ${status(c.pick(['due', 'PAID', 'OVERDUE']))}</h3></div></div>`,
      '.ruled td{border-bottom:1px solid #ccc}',
    ),
  }
}

const tillInvoice: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'qr',
    language: 'zh',
    codes: [
      { format: 'Code128', text: `11511${n.taiwanInvoice.replace('-', '')}${n.last4}` },
      { format: 'QRCode', text: `${n.taiwanInvoice.replace('-', '')}1151103${n.last4}00000${n.otp}${n.trace}` },
      { format: 'QRCode', text: `**${n.hash.slice(0, 40)}` },
    ],
    html: page(
      s,
      'thermal',
      `<div style="background:#fff;color:#1c1c1c;padding:20px" class="mid"><b>雲帆數位</b><h3>電子發票證明聯</h3><h2>115年11-12月</h2><h2>${order(n.taiwanInvoice)}</h2><div class="two tiny"><span style="max-width:none">${time(n.iso)}</span><span>隨機碼 ${code(n.last4)}</span></div><div class="two tiny"><span>總計 ${amount(`$${n.whole}`)}</span><span>賣方 ${n.trace.slice(0, 8)}</span></div><img data-code="0" style="width:92%;height:44px;display:block;margin:8px auto"><div style="display:flex;justify-content:space-around"><img data-code="1" style="width:40%"><img data-code="2" style="width:40%"></div><div class="tiny" style="text-align:left;padding-top:10px">買受人 ${person(p.trad)}<br>載具 ${account(
        `/${n.code
          .replace(/[^A-Z0-9]/gi, '')
          .slice(0, 7)
          .toUpperCase()}`,
      )}<br>${method(c.pick(['信用卡', 'LINE Pay', '悠遊付']))} ${status('已付款')}</div></div>`,
    ),
  }
}

const playReceipt: Draw = (s) => {
  const { c, p } = s
  return {
    kind: 'order',
    language: 'en',
    html: page(
      s,
      'abroad',
      `<div class="pad"><h3>Order history</h3><div class="tiny dim">${email(p.mail)}</div></div>${times(3, () => {
        const { n } = others(c)
        return `<div class="slab"><div class="two"><b>1000 tokens (Nimbus Chat)</b><span>${amount(`CN¥${n.sum}`)}</span></div><div class="tiny dim">${time(n.usDay)} · ${status(c.pick(['Completed', 'Refunded', 'Cancelled', 'Pending']))}</div><div class="tiny">${order(n.play)}</div><div class="tiny dim">${method(c.pick([`Mastercard-${n.last4}`, 'Google Play balance', `UnionPay-${n.last4}`]))}</div></div>`
      })}<div class="pad tiny dim">Country profile: ${person(p.pinyin)}, ${address(p.homeWest)}</div>`,
    ),
  }
}

const bankLetter: Draw = (s) => {
  const { c, p, q, n } = s
  return {
    kind: 'mail',
    language: 'en',
    html: page(
      s,
      'abroad',
      `<div style="background:#fff;color:#111;padding:22px"><div style="color:#c8102e"><b>${c.pick(['UOB', 'OCBC', 'Maybank'])} TMRW</b></div><p>Dear ${c.pick(['Mr', 'Ms', 'Mdm'])} ${person(p.straits)},</p><p>You have ${status(c.pick(['successfully sent', 'received', 'scheduled']))} ${amount(`SGD ${n.sum}`)} via ${method('PayNow')} on ${time(n.sg)}.</p>${halves(
        [
          ['Recipient', person(q.straits)],
          ['PayNow proxy', account(q.sgPhone)],
          ['From account', bank(n.hkAccount)],
          ['Our reference', order(`${n.stamp}${n.trace}`)],
          ['Comments', `top up ${email(p.mailAbroad)}`],
          ['Fee', amount('SGD 0.00')],
        ],
      )}${right([['Available balance', amount(`SGD ${others(c).n.sum}`)]])}<p class="tiny">If you did not do this, call us.</p></div>`,
    ),
  }
}

export const letters: readonly Draw[] = [
  sellerOfRecord,
  leakWarning,
  mailList,
  answerFromTaiwan,
  paperInvoice,
  tillInvoice,
  playReceipt,
  bankLetter,
]
