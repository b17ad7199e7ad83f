// Screens of shops and the way to the door: sponsors' orders, group buying, code pages, pickup lists, a failed return from a cashier, codes to be scanned.

import {
  account,
  address,
  alipay,
  amount,
  code,
  email,
  key,
  masked,
  method,
  order,
  paper,
  password,
  person,
  phone,
  status,
  time,
  user,
} from '../marks.ts'
import { above, below, beside, type Draw, halves, others, page, right, times } from './frame.ts'

const sponsor: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'order',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="pad" style="background:#946ce6;color:#fff"><b>感谢 ${user(p.handle)} 的赞助</b><div class="huge">${amount(`￥${n.sum}`)}</div><span>${status(c.pick(['发电成功', '订单已支付', '等待付款']))}</span></div><div class="slab">${above(
        [
          ['方案', '月度额度 · 500 点'],
          ['订单编号', order(n.long)],
          ['下单时间', time(n.zh)],
          ['付款渠道', method(c.pick(['微信', '支付宝']))],
          ['留言', `邮箱${email(p.mail)} 请发码，${person(p.zh)}`],
          ['自动回复', `兑换码 ${code(n.code)}<br>${code(others(c).n.code)}`],
        ],
      )}</div>`,
    ),
  }
}

const groupBuying: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'order',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="pad" style="background:#e02e24;color:#fff">${status(c.pick(['待收货', '拼单成功，待发货', '交易已完成', '已退款']))}</div><div class="slab"><b>${person(p.zh)}</b>　${phone(p.mobile)}<div class="dim">${address(p.home)}</div></div><div class="slab"><div>AI 接口额度卡 自动发货</div><div class="two"><span class="dim">x1</span><b>实付: ${amount(`¥${n.sum}`)}(免运费)</b></div></div><div class="slab tiny">${[
        `订单编号：${order(`${n.date.slice(2).replaceAll('-', '')}-${n.trace}`)}　<span class="hue">复制</span>`,
        `支付方式：${method(c.pick(['微信支付', '先用后付', '多多钱包']))}`,
        `下单时间：${time(n.iso)}`,
        `拼单时间：${time(n.later.iso)}`,
        `物流公司：${n.courier}`,
        `快递单号：${order(n.express)}`,
      ]
        .map((one) => `<div style="padding:4px 0">${one}</div>`)
        .join('')}</div>`,
    ),
  }
}

const codesOfOrder: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'redeem',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="pad"><h3>订单查询</h3><div style="border:1px solid #8886;border-radius:6px;padding:8px">${email(p.mail)}</div></div><div class="slab"><div class="two"><span>${order(n.shop)}</span><span class="hue">${status(c.pick(['已完成', '异常', '已支付']))}</span></div><div class="tiny dim">${time(n.slashed)}　${amount(`${n.sum}元`)}　${method(c.pick(['支付宝当面付', '微信扫码', 'USDT']))}</div><div style="background:#8882;padding:10px;margin-top:8px" class="mono tiny">${times(
        4,
        (i) => `<div>${i + 1}. 账号:${account(others(c).p.mail)} 卡密:${code(others(c).n.code)}</div>`,
      )}</div><div class="tiny" style="padding-top:8px">查询密码：${password(n.password)}</div></div>`,
    ),
  }
}

const giftPins: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'redeem',
    language: 'en',
    html: page(
      s,
      'abroad',
      `<div class="pad mid"><h2>You've got 2 cards</h2><p class="dim">From ${person(p.west)} · ${time(n.usDay)}</p></div>${times(
        2,
        () => {
          const { n: m } = others(c)
          return `<div class="slab mid"><div class="huge">${amount(`$${m.whole}`)}</div><div class="tiny dim">Serial ${order(m.trace)}</div><div class="mono" style="border:2px dashed #8888;padding:10px;margin:8px 0">${code(m.pin)}</div><div class="tiny">${status(c.pick(['Active', 'Redeemed', 'Not yet activated']))} · valid to ${time(m.later.usDay)}</div></div>`
        },
      )}<div class="pad tiny">Bought with ${method(`PayPal`)}. Order ${order(n.invoice)}. Questions? We reply to ${email(p.mailAbroad)}.</div>`,
    ),
  }
}

const pickups: Draw = (s) => {
  const { c, p } = s
  return {
    kind: 'redeem',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="pad two"><b>待取件 3</b><span>${masked(p.mobileStarred)}</span></div>${times(3, () => {
        const { p: q, n } = others(c)
        return `<div class="slab" style="display:flex;gap:14px;align-items:center"><div style="font-size:1.5em" class="hue">${code(n.pickup)}</div><div style="flex:1"><div>${n.courier} ${order(n.express)}</div><div class="tiny dim">${person(q.zh)} · ${address(q.home)}</div><div class="tiny">${status(c.pick(['待取件', '已超时', '已签收']))}　${time(n.short)}　到付 ${amount(`${n.small}元`)}</div></div></div>`
      })}`,
    ),
  }
}

const doorHongKong: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'order',
    language: 'zh',
    html: page(
      s,
      'taiwan',
      `<div class="pad"><div class="tiny dim">運單 ${order(n.express)}</div><h3>${status(c.pick(['派送中', '已簽收', '待自取']))}</h3></div><div class="slab"><div style="padding:5px 0">收　${person(p.trad)}　${phone(p.hkPhone)}<br><span class="dim">${address(p.homeHkZh)}</span></div><div class="line"></div><div style="padding:5px 0">寄　星河卡券（觀塘）</div></div><div class="slab">${right(
        [
          ['預計送達', time(n.zhShort)],
          ['運費', amount(`HK$${n.small}`)],
          ['付款方式', method(c.pick(['寄付月結', '八達通', '到付 · 現金']))],
          ['取件密碼', password(n.otp)],
          ['英文地址', address(p.homeHk)],
        ],
      )}</div>`,
    ),
  }
}

const wayBack: Draw = (s) => {
  const { c, n } = s
  const bar = `pay.skylark.example/return?out_trade_no=${order(n.shop)}&amp;trade_no=${alipay(n.trade28)}&amp;money=${amount(n.sum.replace(',', ''))}&amp;sign=${n.hash.slice(0, 32)}`
  return {
    kind: 'order',
    language: c.pick(['zh', 'en']),
    wide: c.real() < 0.5,
    html: page(
      s,
      'abroad',
      `<div class="pad" style="background:#8883"><div style="background:#fff;color:#222;border-radius:18px;padding:7px 14px" class="tiny">🔒 ${bar}</div></div><div class="mid" style="padding:50px 16px"><div style="font-size:3em">502</div><h3>Bad gateway</h3><p class="dim">${status(c.pick(['支付结果未知', 'Payment not confirmed', '签名校验失败']))}</p><p class="tiny dim">${time(n.zulu)} · Ray ID ${order(n.hexId.slice(0, 16))} · Your IP ${n.ip}</p></div>`,
    ),
  }
}

const riskStop: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="mid" style="padding:46px 18px 20px"><div style="font-size:3em;color:#fa9d3b">!</div><h3>${status(c.pick(['支付失败', '交易存在风险，已拦截', '订单已关闭']))}</h3><p class="dim">为保护资金安全，请核实收款人 ${person(p.zh)} 的身份后再付款</p></div><div class="slab">${beside(
        [
          ['订单金额', amount(`¥${n.sum}`)],
          ['收款方', masked(p.starred)],
          ['商户单号', order(n.shop)],
          ['拦截时间', time(n.zh)],
          ['支付方式', method(`${n.bank}储蓄卡(${n.last4})`)],
          ['错误代码', order(n.request)],
        ],
        5,
      )}</div><div class="mid"><span class="btn">我知道了</span></div>`,
    ),
  }
}

const receiveCode: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'qr',
    language: 'zh',
    codes: [{ format: 'QRCode', text: `wxp://f2f0${n.hash.slice(0, 40)}` }],
    html: page(
      s,
      'mainland',
      `<div style="background:#2aae67;padding:26px 18px;min-height:540px"><div style="background:#fff;color:#222;border-radius:12px;padding:18px" class="mid"><div style="color:#2aae67;text-align:left">二维码收款</div><img data-code="0" style="width:${c.int(52, 76)}%;margin:12px 0"><div>${person(p.zh)}(${masked(p.starred)})</div><div class="huge">${amount(`￥${n.sum}`)}</div></div><div style="color:#fff;padding-top:16px" class="tiny"><div class="two"><span>收款记录</span><span>${time(n.zhShort)}</span></div><div class="two"><span>${person(others(c).p.zh)}　${status('已到账')}</span><span>${amount(`+${others(c).n.sum}`)}</span></div></div></div>`,
    ),
  }
}

const payingCode: Draw = (s) => {
  const { c, p, n } = s
  const digits = `28${n.long.slice(0, 16)}`
  return {
    kind: 'barcode',
    language: 'zh',
    codes: [
      { format: 'Code128', text: digits },
      { format: 'QRCode', text: digits },
    ],
    html: page(
      s,
      'mainland',
      `<div style="background:#1677ff;padding:20px 14px;min-height:560px"><div style="background:#fff;color:#222;border-radius:10px;padding:16px" class="mid"><div class="tiny">向商家付款</div><img data-code="0" style="width:94%;height:${c.int(52, 80)}px;margin-top:8px"><div class="mono">${code(digits.replace(/(.{4})(?=.)/g, '$1 '))}</div><img data-code="1" style="width:${c.int(40, 58)}%;margin:10px 0"><div class="two tiny"><span>${method(`${n.bank}(${n.last4})`)}</span><span>${time(n.clock)}</span></div></div><div style="color:#fff;padding:12px 2px" class="tiny">当前账户 ${account(p.mail)}<br>上一笔 ${status('支付成功')} ${amount(`-${n.sum}`)}</div></div>`,
    ),
  }
}

const secondFactor: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'qr',
    language: 'en',
    codes: [
      { format: 'QRCode', text: `otpauth://totp/Skylark:${p.mailAbroad}?secret=${n.secret.replaceAll(' ', '')}` },
    ],
    html: page(
      s,
      'abroad',
      `<div class="pad"><h3>Before you top up, secure your account</h3><p class="dim">Signed in as ${email(p.mailAbroad)} (${user(p.handle)})</p><div class="slab mid"><img data-code="0" style="width:${c.int(38, 60)}%;background:#fff;padding:6px"><div class="tiny dim">Can't scan? Enter this setup key</div><div class="mono">${key(n.secret)}</div></div>${halves(
        [
          ['Recovery code 1', code(n.pin)],
          ['Recovery code 2', code(others(c).n.pin)],
          ['Last payment', amount(`$${n.small}`)],
          ['When', time(n.us)],
          ['State', status(c.pick(['Pending', 'On hold']))],
          ['Method', method(`Visa •• ${n.last4}`)],
        ],
      )}</div>`,
    ),
  }
}

const realNameReview: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'identity',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="pad"><h3>账号与安全</h3></div><div class="slab">${right([
        ['用户名', user(p.handle)],
        ['实名信息', `${person(p.zh)} ${status(c.pick(['已认证', '审核中', '未通过']))}`],
        ['身份证', paper(p.citizen)],
        ['绑定手机', masked(p.mobileStarred)],
        ['紧急联系人', `${person(others(c).p.zh)} ${phone(others(c).p.mobileSpaced)}`],
        ['登录邮箱', email(p.mail)],
      ])}</div><div class="slab">${below([
        ['可用余额', amount(`￥${n.sum}`)],
        ['最近充值', `${time(n.iso)} ${method('微信支付')}`],
        ['注册地址', address(p.home)],
      ])}</div>`,
    ),
  }
}

export const counters: readonly Draw[] = [
  sponsor,
  groupBuying,
  codesOfOrder,
  giftPins,
  pickups,
  doorHongKong,
  wayBack,
  riskStop,
  receiveCode,
  payingCode,
  secondFactor,
  realNameReview,
]
