// Mainland screens around a purchase: a cashier, bought codes, orders, a bank's messages, a month of a purse.
import {
  account,
  address,
  amount,
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
import { bill, bubbles, many, paper, plain, type Sketch, wide } from './paper.ts'

const cashierWithCode: Sketch = (s) => {
  const { c, n } = s
  return {
    kind: 'qr',
    language: 'zh',
    codes: [{ format: 'QRCode', text: `https://qr.example.com/bax0${n.serial}` }],
    html: paper(
      s,
      'shop',
      'cn',
      `<div class="top">${method(c.pick(['支付宝扫码支付', '微信扫码支付']))}</div><div class="box c"><div class="huge k">${amount(`￥${n.sum}`)}</div><img data-code="0" style="width:58%;margin:12px auto"><div>请在 ${time(`14分${c.int(10, 59)}秒`)} 内完成付款</div><div class="d x">${status(c.pick(['等待支付', '订单已超时', '等待支付']))}</div></div><div class="box">${plain(
        [
          ['商品名称', `额度 ${n.whole}`],
          ['订单编号', order(n.epay)],
          ['创建时间', time(n.iso)],
        ],
      )}<div class="d x" style="padding-top:8px">付款后未跳转请联系站长 QQ：${account(n.serial.slice(0, 10))}</div></div>`,
    ),
  }
}

const boughtCards: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'redeem',
    language: 'zh',
    html: paper(
      s,
      'shop',
      'cn',
      `<div class="top">订单详情</div><div class="box"><div class="two"><b>中转站通用额度卡 ${n.whole}刀</b><span class="k">${status(c.pick(['已发货', '已完成', '售后中']))}</span></div>${bill(
        [
          ['订单号', order(n.shop)],
          ['下单时间', time(n.iso)],
          ['支付方式', method(c.pick(['支付宝', '微信', 'QQ钱包', '余额']))],
          ['联系方式', c.pick([phone(p.mobile), email(p.mail), account(n.serial.slice(0, 9))])],
          ['查单密码', password(n.password)],
          ['订单金额', `${amount(`￥${n.sum}`)} × ${c.int(1, 3)}`],
        ],
      )}</div><div class="box"><div class="two"><b>卡密内容</b><span class="k">一键复制</span></div><div class="m x">${many(c, 3, (_, u) => `<div class="in" style="margin-top:8px">${code(u.code)}</div>`).join('')}</div><div class="d x" style="padding-top:8px">售后时间 10:00-23:00，售出不退</div></div>`,
    ),
  }
}

const listOfOrders: Sketch = (s) => {
  const { c } = s
  return {
    kind: 'order',
    language: 'zh',
    html: paper(
      s,
      'shop',
      'cn',
      `<div class="top two"><span>全部</span><span class="d">待付款</span><span class="d">待发货</span><span class="d">待收货</span><span class="d">评价</span></div>${many(c, 4, (p, n, i) => `<div class="box"><div class="two"><span>${i % 2 ? user(p.nick) : '松果数字生活馆'} ›</span><span class="k">${status(c.pick(['交易成功', '等待买家付款', '退款成功', '卖家已发货']))}</span></div><div style="display:flex;gap:10px;padding:8px 0"><span style="width:58px;height:58px;background:#8885;border-radius:6px;flex:none"></span><span style="flex:1">${c.pick(['API额度充值 GPT Claude 秒发', '会员代充 一个月', '手机支架'])}<br><span class="d x">订单编号：${order(n.market)}</span></span><span class="r">${amount(`￥${n.sum}`)}<br><span class="d">x1</span></span></div><div class="r x d">实付款 ${amount(`￥${n.sum}`)}</div></div>`).join('')}`,
    ),
  }
}

const orderToDoor: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'order',
    language: 'zh',
    html: paper(
      s,
      'shop',
      'cn',
      `<div class="pad b" style="display:block;border-radius:0"><div class="h">${status(c.pick(['交易已完成', '拼单成功，待发货', '退款成功']))}</div></div><div class="box"><div>${person(p.chinese)}　${c.pick([phone(p.mobile), masked(p.mobileStarred), phone(p.mobileSplit)])}</div><div class="d">${address(p.home)}</div></div><div class="box"><div class="two"><span>数字账号服务 年卡（无需物流）</span><span>${amount(`￥${n.sum}`)}</span></div><div class="two k" style="padding-top:8px"><span>实付</span><b>${amount(`￥${n.sum}`)}</b></div></div><div class="box">${wide(
        [
          ['订单编号', `${order(n.market)} <span class="k x">复制</span>`],
          ['支付方式', method(c.pick(['微信支付', '支付宝', '多多钱包']))],
          ['下单时间', time(n.iso)],
          ['拼单时间', time(n.after.iso)],
        ],
      )}</div>`,
    ),
  }
}

const messagesOfBank: Sketch = (s) => {
  const { c, p, n } = s
  const b = n.bank
  return {
    kind: 'chat',
    language: 'zh',
    html: paper(
      s,
      'night',
      'cn',
      `<div class="top">1069${n.serial.slice(0, 6)}</div>${bubbles(
        [
          [
            0,
            `【${b}】您尾号${masked(n.tail)}卡${time(n.month)}${method(c.pick(['财付通快捷支付', '支付宝消费', '银联在线']))}支出${amount(`${n.sum}元`)}，余额${amount(`${n.left}元`)}。`,
          ],
          [0, `【鹿鸣科技】验证码${code(n.sms)}，用于登录，5分钟内有效，请勿告知他人。`],
          [
            0,
            `【${b}】${person(p.chinese)}您好，您${time(n.after.month)}的消费${amount(`${n.whole}.00元`)}${status(c.pick(['已撤销', '已退回原卡', '未成功']))}，流水号${order(n.serial)}，详询客服。`,
          ],
          [
            0,
            `【顺达快递】您的快件已到${address(p.home)}，取件码${code(`${c.int(1, 20)}-${c.int(1, 9)}-${n.sms.slice(0, 4)}`)}`,
          ],
        ],
        '#0a84ff;color:#fff',
        '#8884',
        16,
      )}`,
    ),
  }
}

const listOfPurse: Sketch = (s) => {
  const { c, n } = s
  return {
    kind: 'table',
    language: 'zh',
    html: paper(
      s,
      'green',
      'cn',
      `<div class="top">账单</div><div class="pad">${n.date.slice(0, 4)}年${n.month.split('月')[0]}月 ▾<div class="d x">支出 ${amount(`¥${n.sum}`)}　收入 ${amount(`¥${n.left}`)}</div></div>${many(
        c,
        6,
        (p, u, i) =>
          `<div class="pad two rule"><span style="display:flex;gap:10px"><span class="dot">${i}</span><span>${['鹿鸣数字', `转账-转给${person(p.chinese)}`, `微信红包-来自${user(p.nick)}`, '美团平台商户', `二维码收款-来自${masked(p.starred)}`, '鹿鸣数字'][i]}<br><span class="d x">${time(u.month)}</span></span></span><span class="r" style="white-space:nowrap">${amount(`${i === 2 || i === 4 ? '+' : '-'}${u.sum}`)}${i === 5 ? `<br><span class="x d">${status(c.pick(['已全额退款', '已退款']))}</span>` : ''}</span></div>`,
      ).join('')}`,
    ),
  }
}

export const stalls: readonly Sketch[] = [
  cashierWithCode,
  boughtCards,
  listOfOrders,
  orderToDoor,
  messagesOfBank,
  listOfPurse,
]
