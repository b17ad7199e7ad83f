// Chinese screens of shops, talks and mails: a second-hand trade, a delivered order, a talk with support, a cloud's mail, a pushed code to scan.
import {
  account,
  address,
  alipay,
  amount,
  code,
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
import { apart, beside, bubbles, type Play, page, stacked } from './layout.ts'

const secondHand: Play = (s) => {
  const { c, p, q, r } = s
  return {
    kind: 'order',
    language: 'zh',
    html: page(
      s,
      'cn',
      `<div class="pad" style="background:#ffe60f;color:#222"><b>${status(c.pick(['交易成功', '等待卖家发货', '退款中']))}</b></div><div class="wide two"><span>ChatGPT/Claude API 中转额度 $${r.even}　秒充</span><b style="flex:none">${amount(`¥${r.sum}`)}</b></div><div class="wide tiny">${apart(
        [
          ['卖家昵称', user(p.nick)],
          ['买家', user(q.nick)],
          ['订单编号', `${order(r.idle)} <span class="chip">复制</span>`],
          ['交易方式', method(c.pick(['支付宝担保交易', '当面交易']))],
          ['交易快照', '发生交易争议时，可作为判断依据 ›'],
          ['支付宝交易号', alipay(r.alipay)],
          ['付款时间', time(r.full)],
          ['收货地址', `${person(q.chinese)} ${phone(q.mobile)}<br>${address(q.home)}`],
        ],
        5,
      )}</div>`,
    ),
  }
}

const deliveredOrder: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'order',
    language: 'zh',
    html: page(
      s,
      'cn',
      `<div class="pad"><h3>${status(c.pick(['已完成', '正在出库', '已取消']))}</h3><div class="dim tiny">感谢您的信任，期待再次光临</div></div><div class="slab"><div>${person(p.chinese)}　${c.pick([masked(p.mobileStarred), phone(p.mobile)])}</div><div class="dim tiny">${address(p.home)}</div></div><div class="slab"><div>AI会员礼品卡 ${r.even}元（实体卡）</div><div class="two" style="padding-top:8px"><span>×1</span><b>实付款 ${amount(`¥${r.sum}`)}</b></div></div><div class="slab tiny">${beside(
        [
          ['订单编号', order(r.jd)],
          ['快递单号', order(r.parcel)],
          ['支付方式', method(c.pick(['白条支付', '在线支付', '微信支付', '云闪付']))],
          ['下单时间', time(r.full)],
          ['支付时间', time(r.after.full)],
          ['卡号/卡密', `${order(r.serial)}<br>${code(r.code)}`],
        ],
        5,
      )}</div>`,
    ),
  }
}

const talkWithSupport: Play = (s) => {
  const { c, p, q, r } = s
  return {
    kind: 'chat',
    language: 'zh',
    html: page(
      s,
      'cn',
      `<div class="pad mid"><b>澜石客服-${c.pick(['小安', '阿木', 'Nina'])}</b></div><div class="mid dim tiny">${time(r.half)}</div>${bubbles(
        [
          [true, c.pick(['在吗，充了没到', '你好 我充值一直没到账'])],
          [false, '您好，请提供一下充值的账号和支付订单号'],
          [true, `账号 ${email(p.mail)}`],
          [true, c.pick([`单号${wechat(r.wechat)}`, alipay(r.alipay)])],
          [true, `${method(c.pick(['微信', '支付宝']))}付的 ${amount(`${r.sum}块`)}，${time(r.chineseBrief)}`],
          [false, `这边显示${status(c.pick(['待支付', '已关闭', '支付成功']))}，对应的是 ${order(r.gateway)}`],
          [true, c.pick([`那个是我朋友${person(q.chinese)}付的`, `不是这个，我叫${person(p.chinese)}`])],
          [false, `好的，留个电话，处理好联系您`],
          [true, phone(c.pick([p.mobile, p.mobileBroken]))],
        ],
        '#95ec69;color:#111',
      )}<div class="mid dim tiny">${time(r.after.half)}</div>`,
    ),
  }
}

const redTransfer: Play = (s) => {
  const { c, p, q, r } = s
  const packet = (text: string): string =>
    `<div style="background:#fa9d3b;color:#fff;margin:-8px -11px;padding:10px 14px;border-radius:6px;min-width:190px">⇄ ${amount(`¥${r.sum}`)}<div class="tiny">${text}</div><hr><div class="tiny">${method('微信转账')}</div></div>`
  return {
    kind: 'chat',
    language: 'zh',
    html: page(
      s,
      'cn',
      `<div class="pad two"><span>‹</span><b>${user(q.nick)}</b><span>···</span></div>${bubbles(
        [
          [false, `代充${r.model} ${amount(`${r.sum}`)}/月，要哪个号`],
          [true, `充 ${email(p.mail)}`],
          [true, packet(status(c.pick(['已被接收', '请收款', '已退还'])))],
          [false, packet(status('已收款'))],
          [false, `好了，卡密 ${code(r.code)} 自己去官网兑`],
          [true, `行，发票抬头写${person(p.chinese)}，寄${address(p.home)}`],
          [false, `退款的话给我支付宝 ${account(c.pick([q.mobile, q.mail]))}`],
        ],
        '#2e7d5b;color:#fff',
        '#8883',
        6,
      )}<div class="mid dim tiny">${time(r.after.brief)}</div>`,
    ),
  }
}

const mailOfCloud: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'mail',
    language: 'zh',
    wide: true,
    html: page(
      s,
      'cn',
      `<div class="pad"><h2>【澜石云】充值到账提醒</h2><div class="dim tiny">发件人：澜石云 &lt;system@notice.lanshi.example&gt;<br>收件人：${user(p.nick)} &lt;${email(p.mail)}&gt;<br>时　间：${time(r.chinese)}</div></div><div class="slab"><p>尊敬的${person(p.called)}：</p><p style="padding:10px 0;text-indent:2em">您于${time(r.full)}通过${method(c.pick(['支付宝', '网银', '微信支付']))}充值的${amount(`${r.sum}元`)}${status(c.pick(['已到账', '充值成功', '支付失败，资金将原路退回']))}，当前可用余额${amount(`${r.rest}元`)}。订单号为${order(r.cloud)}。</p><p>如非本人操作，请致电客服。您预留的手机号为${masked(p.mobileStarred)}。</p></div>`,
    ),
  }
}

const codeToScan: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'qr',
    language: 'zh',
    codes: [{ format: 'QRCode', text: `wxp://f2f0${r.hash.slice(0, 32)}` }],
    html: page(
      s,
      'cn',
      `<div style="background:#22ab39;min-height:520px;padding:30px 18px"><div class="mid" style="background:#fff;color:#333;border-radius:10px;padding:20px"><b>推荐使用微信支付</b><div style="padding:12px"><img data-code="0" style="width:66%"></div><div>${user(p.nick)}（${masked(p.starred)}）</div><div class="huge">${amount(`￥${r.sum}`)}</div><div class="tiny" style="color:#777">备注：请写注册手机号</div></div><div style="color:#fff;padding-top:16px" class="tiny">${stacked(
        [
          ['最近一笔', `${time(r.brief)}　${status(c.pick(['已收款', '未支付']))}　${method('零钱')}`],
          ['付款人', person(s.q.chinese)],
        ],
      )}</div></div>`,
      '.dim{color:#d9f2dd}',
    ),
  }
}

export const market: readonly Play[] = [
  secondHand,
  deliveredOrder,
  talkWithSupport,
  redTransfer,
  mailOfCloud,
  codeToScan,
]
