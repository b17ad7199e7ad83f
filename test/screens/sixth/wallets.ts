// Screens of wallets: bills of Taiwan, Hong Kong, Singapore and Europe, a record of transfers, a voucher of a payment, a card of a service.

import {
  account,
  alipay,
  amount,
  bank,
  email,
  masked,
  method,
  order,
  person,
  phone,
  status,
  time,
  user,
  wechat,
} from '../marks.ts'
import { above, below, beside, type Draw, halves, others, page, right, times } from './frame.ts'

const streetWallet: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: page(
      s,
      'taiwan',
      `<div class="pad mid" style="background:#d0021b;color:#fff"><div>交易明細</div><div class="huge">${amount(`NT$ ${n.whole}`)}</div><div class="tiny">${status(c.pick(['付款完成', '交易成功', '處理中']))}</div></div><div class="slab">${beside(
        [
          ['交易時間', time(n.roc)],
          ['收款店家', '雲帆數位有限公司'],
          ['付款方式', method(c.pick(['街口帳戶', `中國信託 信用卡 末四碼 ${n.last4}`, '玉山銀行帳戶']))],
          ['交易序號', order(n.taiwanRef)],
          ['商店訂單編號', order(n.shop)],
          ['會員姓名', person(p.trad)],
          ['手機號碼', phone(p.twPhone)],
        ],
        7,
      )}</div><div class="pad dim tiny">街口幣折抵 ${amount('NT$ 0')}　發票將寄至 ${email(p.mail)}</div>`,
    ),
  }
}

const faster: Draw = (s) => {
  const { c, p, q, n } = s
  return {
    kind: 'bank',
    language: 'zh',
    html: page(
      s,
      'taiwan',
      `<div class="pad"><div class="hue huge">✔</div><h2>${status(c.pick(['轉賬已完成', '轉數快轉賬成功', '已提交，處理中']))}</h2><div class="dim tiny">${time(n.slashed)} HKT</div></div><div class="slab">${below(
        [
          ['轉賬金額', amount(`HKD ${n.sum}`)],
          ['收款人', `${person(p.canton)}<br><span class="dim tiny">FPS ID ${account(n.trace)}</span>`],
          ['收款銀行', '滙立銀行 (389)'],
          ['由戶口', `${bankLine(n.hkAccount)}<br>${person(q.canton)}`],
          ['轉賬方式', method('轉數快 FPS')],
          ['交易參考編號', order(n.fps)],
          ['備註', `增值 ${order(n.shop)}`],
        ],
        8,
      )}</div>`,
    ),
  }
}
const bankLine = (number: string): string => `港元儲蓄 ${bank(number)}`

const hongKongWallet: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: page(
      s,
      'taiwan',
      `<div class="mid pad"><div class="face" style="background:#1677ff;color:#fff">雲</div><div>Nimbus Cloud (HK) Ltd</div><div class="huge">-${amount(n.sum)}</div><div class="tiny dim">HKD · ${status(c.pick(['交易成功', '付款成功', '交易關閉']))}</div></div><div class="slab">${right(
        [
          ['建立時間', time(n.iso)],
          ['付款方式', method(c.pick(['AlipayHK 錢包結餘', `Mastercard (${n.last4})`, `恒生銀行 (${n.last4})`]))],
          ['訂單金額', amount(`$${n.sum}`)],
          ['獎賞扣減', amount(`-$${n.small}`)],
          ['交易編號', alipay(n.trade28)],
          ['商戶訂單編號', order(n.shop)],
          ['付款帳戶', masked(p.mobileStarred)],
        ],
      )}</div><div class="slab tiny"><b>聯絡收款方</b>　${phone(`+852 ${p.hkPhone}`)}</div>`,
    ),
  }
}

const ride: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'bill',
    language: 'en',
    html: page(
      s,
      'abroad',
      `<div class="pad" style="background:#00b14f;color:#fff"><div class="tiny">${time(n.sg)}</div><div class="huge">${amount(`S$${n.sum}`)}</div><div>${status(c.pick(['Completed', 'Paid', 'Reversed']))}</div></div><div class="slab">${above(
        [
          ['Paid to', 'Skylark AI Pte Ltd'],
          ['Issued to', person(p.straits)],
          ['Booking code', order(n.grab)],
          ['Transaction ID', `<span class="mono tiny">${order(n.hexId)}</span>`],
          ['Paid by', method(c.pick(['GrabPay Wallet', `Visa ${n.last4}`, 'PayLater']))],
          ['Registered number', phone(p.sgPhone)],
        ],
      )}</div><div class="pad tiny dim">A copy went to ${email(p.mailAbroad)}</div>`,
    ),
  }
}

const euroWallet: Draw = (s) => {
  const { c, p, q, n } = s
  return {
    kind: 'bill',
    language: 'en',
    html: page(
      s,
      'abroad',
      `<div style="background:#0b0c10;color:#f4f4f6" class="pad"><div class="face">${p.west[0]}</div><div class="huge">${amount(`-€${n.sum}`)}</div><div style="color:#8ab4ff">${person(p.west)}</div><div class="tiny" style="opacity:.7">${time(n.uk)}</div><div style="background:#1b1d24;border-radius:14px;padding:12px;margin-top:14px">${right(
        [
          ['Status', status(c.pick(['Completed', 'Pending', 'Declined']))],
          ['From', method(c.pick(['EUR Main', `Metal ··${n.last4}`, 'Pocket “Tools”']))],
          ['To', `${person(p.west)}<br><span class="tiny">${bank(n.iban)}</span>`],
          ['Reference', order(n.shop)],
          ['Sent by', `@${user(q.handle)}`],
          ['Fee', amount('€0.00')],
          ['Balance after', amount(`€${others(c).n.sum}`)],
        ],
      )}</div><p class="tiny" style="opacity:.7">Statement · Split bill · Get help</p></div>`,
      '.dim{color:#9aa0ad}',
    ),
  }
}

const transferRecord: Draw = (s) => {
  const { c, n } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="mid pad"><b>与TA的往来</b></div>${times(4, (i) => {
        const { p, n: m } = others(c)
        return `<div class="slab"><div class="two"><span>${c.pick(['转给', '收到'])} ${person(i % 2 ? p.pinyin : p.zh)}</span><b>${amount(`${c.pick(['-', '+'])}${m.sum}`)}</b></div><div class="two tiny dim"><span>${time(m.zhShort)}</span><span>${status(c.pick(['交易成功', '等待对方收款', '已退回']))}</span></div><div class="tiny dim">转账留言：充值 ${order(m.shop)}</div></div>`
      })}<div class="mid tiny dim pad">账号 ${account(others(c).p.mail)}　截至 ${time(n.date)}</div>`,
    ),
  }
}

const voucherOfPayment: Draw = (s) => {
  const { c, p, q, n } = s
  return {
    kind: 'bank',
    language: 'zh',
    wide: true,
    html: page(
      s,
      'mainland',
      `<div style="background:#fff;color:#222;padding:26px;border:1px solid #bbb;margin:14px"><h2 class="mid">微信支付转账电子凭证</h2><div class="two tiny dim"><span>申请时间：${time(n.zh)}</span><span>凭证编号：${order(n.long)}</span></div><div style="display:grid;grid-template-columns:1fr 1fr;gap:0 30px;padding-top:14px"><div>${beside(
        [
          ['付款方', person(p.zh)],
          ['证件号码', masked(`${p.citizen[0]}****************${p.citizen.at(-1)}`)],
          ['付款账户', account(`wxid_${n.hexId.slice(0, 14)}`)],
        ],
      )}</div><div>${beside([
        ['收款方', person(q.zh)],
        ['收款账户', account(q.handle)],
        ['到账状态', status(c.pick(['已收款', '待收款', '已退还']))],
      ])}</div></div><hr>${halves([
        ['转账金额（小写）', amount(`¥${n.sum}`)],
        ['转账时间', time(n.later.iso)],
        ['转账单号', wechat(n.weixin28)],
        ['支付方式', method(c.pick(['零钱', `${n.bank}(${n.last4})`]))],
      ])}</div>`,
    ),
  }
}

const serviceCards: Draw = (s) => {
  const { c, p, n } = s
  const { n: m } = others(c)
  const card = (title: string, pairs: readonly (readonly [string, string])[]): string =>
    `<div class="slab"><b>${title}</b><div style="padding-top:6px">${beside(pairs, 5.4)}</div><div class="line" style="padding-top:6px"></div><div class="tiny" style="padding-top:6px">查看详情 ›</div></div>`
  return {
    kind: 'bill',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="mid pad">${n.bank}信用卡</div><div class="mid tiny dim">${time(n.zhHalf)}</div>${card(
        '交易成功提醒',
        [
          ['持卡人', `尊敬的${person(p.titled)}`],
          ['交易卡号', bankTail(n.last4)],
          ['交易金额', amount(`人民币${n.sum}元`)],
          ['交易类型', status(c.pick(['消费成功', '快捷支付成功', '预授权完成']))],
          ['交易商户', '财付通-星舟云'],
          ['交易时间', time(n.zh)],
        ],
      )}<div class="mid tiny dim">${time(m.zhHalf)}</div>${card('退款入账通知', [
        ['退款金额', amount(`人民币${m.sum}元`)],
        ['入账卡号', bank(m.cardSpaced)],
        ['处理结果', status('已入账')],
        ['业务编号', order(m.trace)],
      ])}`,
    ),
  }
}
const bankTail = (last4: string): string => `尾号${last4}`

export const wallets: readonly Draw[] = [
  streetWallet,
  faster,
  hongKongWallet,
  ride,
  euroWallet,
  transferRecord,
  voucherOfPayment,
  serviceCards,
]
