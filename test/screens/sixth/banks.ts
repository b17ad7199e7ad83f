// Screens of banks and of paper: slips of machines and counters, a check of a card, instalments, pushed notices, lists of messages.

import {
  account,
  address,
  amount,
  bank,
  code,
  email,
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
import { above, below, beside, type Draw, halves, others, page, right, ruled, times } from './frame.ts'

const machineSlip: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'bank',
    language: 'zh',
    html: page(
      s,
      'thermal',
      `<div style="background:#fbfaf4;color:#333;padding:22px 18px;min-height:520px"><div class="mid">${n.bank}<br>自助服务终端凭条<br>CUSTOMER ADVICE</div><div class="mid">--------------------------</div>${beside(
        [
          ['日期时间', time(n.slashed)],
          ['终端号', `A${n.userId}`],
          ['交易类型', '跨行转账'],
          ['转出卡号', masked(`${n.card.slice(0, 6)}******${n.last4}`)],
          ['转入卡号', bank(n.card)],
          ['收款人名', person(p.zh)],
          ['金额 AMT', amount(`RMB${n.sum}`)],
          ['手续费', amount('RMB0.00')],
          ['流水号', order(n.trace)],
          ['结果', status(c.pick(['交易成功', '交易已受理', '交易失败']))],
        ],
      )}<div class="mid">--------------------------</div><div class="tiny">请妥善保管凭条　客户签名：${person(p.zh)}</div></div>`,
    ),
  }
}

const taiwanTransfer: Draw = (s) => {
  const { c, p, q, n } = s
  return {
    kind: 'bank',
    language: 'zh',
    html: page(
      s,
      'taiwan',
      `<div class="pad two"><b>轉帳結果</b><span class="hue">分享</span></div><div class="slab mid"><div>${status(c.pick(['轉帳成功', '交易完成', '預約成功']))}</div><div class="huge">${amount(`$${n.whole}`)}</div></div><div class="slab">${ruled(
        [
          ['轉出帳號', bank(n.account)],
          ['戶名', person(p.trad)],
          ['轉入帳號', bank(n.taiwanAccount)],
          ['收款人', person(q.tradTitled)],
          ['手續費', amount('15元')],
          ['交易時間', time(n.roc)],
          ['交易序號', order(n.taiwanRef)],
          ['附言', `儲值 ${person(p.trad)} ${phone(p.twPhone)}`],
        ],
      )}</div>`,
      '.ruled td{border-bottom:1px solid #8884}.ruled td:last-child{text-align:right}',
    ),
  }
}

const cardCheck: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'bank',
    language: 'en',
    html: page(
      s,
      'abroad',
      `<div class="pad two line"><b style="color:#1434cb">VISA SECURE</b><b>${c.pick(['Northgate Bank', 'Harbor CU'])}</b></div><div class="pad"><h3>Confirm your payment</h3><p>Hi ${person(p.pinyin.split(' ').at(-1) ?? '')}, we sent a code to ${masked(`***-***-${n.last4}`)}. Enter it below to approve.</p>${above(
        [
          ['Merchant', 'NEBULA AI CREDITS'],
          ['Amount', amount(`$${n.sum} USD`)],
          ['Date', time(n.us)],
          ['Card', method(`Visa ending in ${n.last4}`)],
          ['Name on card', person(p.upper)],
          ['Reference', order(n.receipt)],
        ],
      )}<div style="border:1px solid #8888;border-radius:4px;padding:9px">${password(n.otp)}</div><p class="tiny" style="color:#c00">${status(c.pick(['Authentication failed', 'Payment not completed', 'Waiting for approval']))}</p></div>`,
    ),
  }
}

const instalments: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'bill',
    language: 'en',
    html: page(
      s,
      'abroad',
      `<div class="pad" style="background:#ffb3c7;color:#0b051d"><b>Your purchase at Nebula</b><div class="huge">${amount(`£${n.sum}`)}</div><div>${status(c.pick(['Payment 1 of 3 paid', 'Pay later', 'Overdue']))}</div></div><div class="slab">${times(
        3,
        (i) =>
          `<div class="two line" style="padding:8px 0"><span>${i + 1} · ${time(others(c).n.usDay)}</span><b>${amount(`£${others(c).n.small}`)}</b></div>`,
      )}</div><div class="slab">${below([
        ['Payment reference', order(n.trace)],
        ['Order number', order(n.invoice)],
        ['Paying with', method(`Debit card •••• ${n.last4}`)],
        ['Billing details', `${person(p.west)}<br>${address(p.homeWest)}<br>${email(p.mailAbroad)}`],
      ])}</div>`,
    ),
  }
}
const shade: Draw = (s) => {
  const { c, p, n } = s
  const { p: q, n: m } = others(c)
  const notice = (app: string, ago: string, title: string, text: string): string =>
    `<div style="background:#2b2d33;border-radius:18px;padding:12px 14px;margin:8px"><div class="tiny" style="opacity:.7">${app} · ${ago}</div><div><b>${title}</b></div><div>${text}</div></div>`
  return {
    kind: 'bill',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div style="background:#14151a;color:#eceef4;padding:16px 0"><div class="pad two"><span style="font-size:2em">${n.clock}</span><span class="tiny">${n.date}</span></div>${[
        notice('支付宝', '3分钟', '付款成功', `你向${person(p.zh)}付款${amount(`${n.sum}元`)}，${status('交易成功')}`),
        notice(
          '短信',
          '8分钟',
          c.pick(['95559', '95528']),
          `您尾号${n.last4}账户${time(m.zhShort)}支出${amount(`${m.sum}元`)}，对方户名${person(q.zh)}`,
        ),
        notice('微信', '12分钟', person(q.zh), '[转账] 请确认收款'),
        notice('邮件', '1小时', `收件人 ${email(p.mail)}`, `订单 ${order(n.shop)} ${status('待支付')}`),
        notice('验证码', '1小时', '星舟云', `动态码 ${password(n.otp)}，${c.int(3, 10)}分钟内有效`),
      ].join('')}<div class="mid tiny" style="padding:10px;opacity:.6">清除全部</div></div>`,
    ),
  }
}

const inbox: Draw = (s) => {
  const { c } = s
  return {
    kind: 'table',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="pad two"><b style="font-size:1.4em">信息</b><span class="hue">编辑</span></div>${[
        (p: ReturnType<typeof others>) => [
          phone(`+86 ${p.p.mobileSpaced}`),
          `老板转了${amount(`${p.n.sum}元`)}，麻烦看下`,
        ],
        (p: ReturnType<typeof others>) => [person(p.p.zh), `我的账号 ${account(p.p.mail)}`],
        (p: ReturnType<typeof others>) => [`${p.n.bank}`, `您的账户${bank(p.n.card)}入账${amount(`${p.n.sum}元`)}`],
        (p: ReturnType<typeof others>) => ['星舟云', `订单${order(p.n.shop)}${status('支付成功')}`],
        (p: ReturnType<typeof others>) => [p.n.courier, `取件码${code(p.n.pickup)}，请${person(p.p.titled)}尽快领取`],
      ]
        .map((one) => {
          const made = others(c)
          const [who = '', text = ''] = one(made)
          return `<div class="pad line" style="display:flex;gap:12px"><span class="face">●</span><div style="flex:1"><div class="two"><b>${who}</b><span class="tiny dim">${time(made.n.short)}</span></div><div class="dim tiny">${text}</div></div></div>`
        })
        .join('')}`,
    ),
  }
}

const storeSlip: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'barcode',
    language: 'zh',
    codes: [
      { format: 'Code128', text: n.trace },
      { format: 'Code128', text: n.taiwanRef },
      { format: 'Code128', text: `${n.stamp}${n.last4}` },
    ],
    html: page(
      s,
      'thermal',
      `<div style="background:#fff;color:#222;padding:18px"><div class="mid"><b>代收款繳費單</b><br>${c.pick(['ibon', 'FamiPort', 'OPEN POINT'])}</div>${beside(
        [
          ['繳費項目', '雲帆點數儲值'],
          ['繳款人', person(p.trad)],
          ['聯絡電話', phone(p.twPhone)],
          ['應繳金額', amount(`${n.whole}元`)],
          ['繳費期限', time(n.roc)],
          ['繳費代碼', code(`LLL${n.trace}`)],
          ['狀態', status(c.pick(['尚未繳費', '已繳費', '逾期']))],
        ],
      )}${[n.trace, n.taiwanRef, `${n.stamp}${n.last4}`]
        .map(
          (text, i) =>
            `<img data-code="${i}" style="width:${c.int(70, 94)}%;height:${c.int(36, 52)}px;display:block;margin:10px auto 0"><div class="mid tiny">${order(text)}</div>`,
        )
        .join('')}</div>`,
    ),
  }
}

const privateTrade: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'order',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="pad" style="background:#0b0e11;color:#eaecef"><div class="tiny" style="color:#f0b90b">${status(c.pick(['待付款', '待放币', '订单已完成', '申诉中']))}</div><h2>购买 ${amount(`${n.small} USDT`)}</h2><div class="two" style="padding:8px 0"><span>总金额</span><b>${amount(`¥ ${n.sum}`)}</b></div><div style="background:#1e2329;border-radius:8px;padding:12px">${halves(
        [
          ['付款方式', method('银行卡转账')],
          ['姓名', person(p.zh)],
          ['银行卡号', bank(n.cardSpaced)],
          ['开户支行', `${n.bank}滨江支行`],
          ['订单编号', order(n.long)],
          ['下单时间', time(n.iso)],
          ['卖家昵称', user(p.handle)],
          ['参考信息', order(n.trace)],
        ],
      )}</div><p class="tiny" style="opacity:.7">请使用您本人实名（${person(others(c).p.zh)}）的账户付款</p></div>`,
    ),
  }
}

const cardCentre: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'bill',
    language: 'en',
    html: page(
      s,
      'abroad',
      `<div class="pad"><div class="tiny dim">Tap &amp; Go · ${c.pick(['八達通 O! ePay', 'Octopus Wallet'])}</div><h3>Reload record 增值紀錄</h3></div>${times(
        3,
        () => {
          const { n: m } = others(c)
          return `<div class="slab">${right(
            [
              ['Amount 金額', amount(`HK$${m.whole}.0`)],
              ['Time 時間', time(m.uk)],
              ['Status 狀態', status(c.pick(['Successful 成功', 'Pending 處理中', 'Rejected 已拒絕']))],
              ['Ref. no. 參考編號', order(m.trace)],
            ],
            3,
          )}</div>`
        },
      )}<div class="slab tiny">Card no. ${bank(`${n.trace.slice(0, 8)}(${n.trace.slice(-1)})`)} · ${person(p.canton)} · ${method('Faster Payment System')}</div>`,
    ),
  }
}

export const banks: readonly Draw[] = [
  machineSlip,
  taiwanTransfer,
  cardCheck,
  instalments,
  shade,
  inbox,
  storeSlip,
  privateTrade,
  cardCentre,
]
