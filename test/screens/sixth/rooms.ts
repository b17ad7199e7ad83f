// Screens of rooms where people talk: groups with names over bubbles, a work channel, talks with staff of several countries.

import {
  account,
  address,
  alipay,
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
  wechat,
} from '../marks.ts'
import { type Draw, others, page, type Scene } from './frame.ts'

type Line = readonly [who: string, text: string, mine?: boolean]
const bubble = ({ c }: Scene, lines: readonly Line[], mine: string, theirs: string): string => {
  const [round, wide] = [c.pick([4, 8, 18]), c.int(64, 80)]
  return lines
    .map(
      ([who, text, own]) =>
        `<div style="display:flex;gap:8px;padding:7px 10px;flex-direction:${own ? 'row-reverse' : 'row'}"><span class="face"></span><div style="max-width:${wide}%"><div class="tiny dim" style="text-align:${own ? 'right' : 'left'}">${who}</div><div style="border-radius:${round}px;padding:8px 11px;background:${own ? mine : theirs}">${text}</div></div></div>`,
    )
    .join('')
}
const quoted = (text: string): string =>
  `<div class="tiny" style="background:#8882;border-left:3px solid #888;padding:3px 8px;margin-top:5px">${text}</div>`

const customersGroup: Draw = (s) => {
  const { c, p, q, n } = s
  const { p: third, n: m } = others(c)
  return {
    kind: 'chat',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="mid pad"><b>星舟云用户交流群(${c.int(80, 480)})</b></div><div class="mid tiny dim">${n.clock}</div>${bubble(
        s,
        [
          [person(p.zh), `昨晚充的${amount(`${n.sum}块`)}一直没到，有同样情况的吗`],
          [person(q.zh), '我也是，等了两个小时'],
          [person(third.zh), `@${person(p.zh)} 把单号发群主看看${quoted(`${person(p.zh)}：昨晚充的一直没到`)}`],
          [person(p.zh), `${wechat(n.weixin28)}`],
          ['', `@${person(q.zh)} 您的也发一下，付款时间和方式`, true],
          [person(q.zh), `${time(m.zhShort)} ${method('微信零钱')}付的 单号${order(m.shop)}`],
          ['', `两笔都查到了，${status('支付成功')}，稍等补单`, true],
        ],
        '#95ec69;color:#111',
        '#8883',
      )}`,
    ),
  }
}

const forwardedGroup: Draw = (s) => {
  const { c, p, q, n } = s
  const { p: third } = others(c)
  const said: readonly Line[] = [
    [person(p.west), `hi all, top-up of ${amount(`${n.small} USDT`)} not showing`],
    [person(q.pinyin), `which account? mine is @${user(q.handle)} and it came through ${time(n.us)}`],
    [person(p.west), `@${user(p.handle)}, mail ${email(p.mailAbroad)}`],
    [`Admin`, `Forwarded from ${person(third.west)}${quoted(`tx ${account(n.hash)}`)}`],
    [person(p.west), `that one is mine! ${status('Confirmed')} on chain, paid with ${method('USDT TRC20')}`],
    ['Admin', `Thanks ${person(p.westShort)}. Here is your code: ${code(n.code)}`],
  ]
  return {
    kind: 'chat',
    language: 'en',
    html: page(
      s,
      'abroad',
      `<div style="background:#0e1621;color:#f1f4f7;padding-bottom:14px"><div class="pad" style="background:#17212b"><b>Skylark API · chat</b><div class="tiny" style="opacity:.6">${c.int(300, 9000)} members</div></div>${said
        .map(
          ([who, text], i) =>
            `<div style="padding:6px 10px"><div style="background:#182533;border-radius:12px;padding:8px 12px;display:inline-block;max-width:88%"><div style="color:${['#e17076', '#7bc862', '#65aadd', '#ee7aae'][i % 4]}">${who}</div>${text}<span class="tiny" style="opacity:.5;float:right;padding-left:10px">${c.int(10, 23)}:${c.int(10, 59)}</span></div></div>`,
        )
        .join('')}</div>`,
    ),
  }
}

const channelOfWork: Draw = (s) => {
  const { c, p, q, n } = s
  const said: readonly Line[] = [
    [person(p.west), `Heads up: ${person(q.west)} (${email(q.mailAbroad)}) wrote in about a missing payment`],
    [person(p.west), `Invoice ${order(n.invoice)}, charge ${order(n.charge)}`],
    [
      'Billing bot',
      `<b>${status('Succeeded')}</b> · ${amount(`$${n.sum}`)} · ${method(`Amex •••• ${n.last4}`)} · ${time(n.zulu)}`,
    ],
    [person(q.taiwan), `thx ${person(p.westShort)} — her phone is ${phone(p.usPhone)}, I'll call`],
    [person(p.west), `key for the test call: ${key(n.keyShort)} (will be rotated)`],
  ]
  return {
    kind: 'chat',
    language: 'en',
    wide: true,
    html: page(
      s,
      'abroad',
      `<div style="display:grid;grid-template-columns:200px 1fr"><div style="background:#3f0e40;color:#e8dfe8;padding:16px"><b>Skylark</b><p># billing</p><p># on-call</p><p class="tiny">Direct messages</p><p>${person(p.west)}</p><p>${person(q.west)}</p></div><div style="background:#fff;color:#1d1c1d;padding:16px"><h3># billing</h3>${said
        .map(
          ([who, text]) =>
            `<div style="display:flex;gap:10px;padding:8px 0"><span class="face"></span><div><b>${who}</b> <span class="tiny" style="color:#777">${c.int(1, 12)}:${c.int(10, 59)} PM</span><div>${text}</div></div></div>`,
        )
        .join('')}</div></div>`,
    ),
  }
}

const islandTalk: Draw = (s) => {
  const { c, p, q, n } = s
  return {
    kind: 'chat',
    language: 'zh',
    html: page(
      s,
      'taiwan',
      `<div class="pad" style="background:#8cabd9;color:#111;min-height:520px"><b>${person(p.trad)}</b>${bubble(
        s,
        [
          [person(p.trad), `您好，我剛剛轉帳了 ${amount(`${n.whole}元`)}`],
          [person(p.trad), `帳號末五碼 ${bank(n.account.slice(-5))}，戶名 ${person(q.trad)}`],
          ['', '收到，請問轉入哪個帳號呢？', true],
          [person(p.trad), bank(n.taiwanAccount)],
          ['', `好的，${status('已入帳')}，時間 ${time(n.slashed)}`, true],
          [person(p.trad), `謝謝！發票請寄 ${email(p.mail)}，電話 ${phone(p.twPhone)}`],
          [person(p.trad), `地址：${address(p.homeTw)}`],
        ],
        '#a8e87b;color:#111',
        '#fff;color:#111',
      )}<div class="mid tiny">已讀 ${c.int(10, 23)}:${c.int(10, 59)}</div></div>`,
      '.dim{color:#2f3f57}',
    ),
  }
}

const companyTalk: Draw = (s) => {
  const { c, p, q, n } = s
  const { p: third } = others(c)
  return {
    kind: 'chat',
    language: 'zh',
    wide: true,
    html: page(
      s,
      'mainland',
      `<div class="pad two line"><b>充值问题处理（${c.int(4, 12)}人）</b><span class="tiny dim">群主：${person(third.zh)}</span></div>${bubble(
        s,
        [
          [
            `${person(p.zh)} <span class="hue">@财务部</span>`,
            `客户${person(q.titled)}的对公打款到了，${amount(`¥${n.sum}`)}`,
          ],
          [`${person(third.zh)} <span class="hue">@客服部</span>`, `付款人写的是${person(q.zh)}，账号${bank(n.card)}`],
          ['', `支付宝那笔呢？${alipay(n.trade28)}`, true],
          [`${person(p.zh)} <span class="hue">@财务部</span>`, `那笔${status('已退款')}，${time(n.slashed)}`],
          ['', `好，客户登录名 ${user(q.handle)}，初始密码 ${password(n.password)}，发给他改`, true],
          [`${person(third.zh)} <span class="hue">@客服部</span>`, `收到，电话${phone(q.mobileSpaced)}也留一下`],
        ],
        '#cfe3ff;color:#111',
        '#8882',
      )}`,
    ),
  }
}

const sellerTalk: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'chat',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="pad mid line"><b>${user(p.handle)}</b><div class="tiny dim">在线 - iPhone 15</div></div>${bubble(
        s,
        [
          ['', '老板 码显示已使用', true],
          ['', code(n.code), true],
          [user(p.handle), `发下订单截图${quoted(code(n.code))}`],
          ['', `订单${order(n.shop)} ${status('已发货')} ${amount(`${n.sum}r`)}`, true],
          [user(p.handle), `这个给你换：${code(others(c).n.code)}`],
          ['', `我的Q邮${email(p.mail)} 密钥也失效了 ${key(n.keyShort)}`, true],
          [user(p.handle), `加我支付宝${account(others(c).p.mobile)}退你，付款人${masked(p.starred)}`],
        ],
        '#12b7f5;color:#fff',
        '#8883',
      )}`,
    ),
  }
}

const directTalk: Draw = (s) => {
  const { c, p, q, n } = s
  return {
    kind: 'chat',
    language: 'en',
    html: page(
      s,
      'abroad',
      `<div style="background:#000;color:#f5f5f5;padding-bottom:20px"><div class="pad two" style="border-bottom:1px solid #262626"><span><b>${person(p.west)}</b><br><span class="tiny" style="opacity:.6">${user(p.handle)}</span></span></div>${bubble(
        s,
        [
          ['', `hey, it's ${person(q.west)}, I bought the ${amount(`$${n.small}`)} pack`],
          ['', 'hi! order number pls?', true],
          ['', `${order(n.receipt)}, sent by ${method('Apple Pay')} at ${time(n.us)}`],
          ['', `says ${status('Payment received')} but the card ${bank(n.visaSpaced)} was charged twice`],
          ['', `please never send the card. Is ${phone(`+44 7${n.trace.slice(0, 3)} ${n.otp}`)} yours?`, true],
          ['', `yes. ship the receipt to ${address(p.homeWest)}`],
        ],
        'linear-gradient(#7638fa,#d300c5);color:#fff',
        '#262626',
      )}<div class="mid tiny" style="opacity:.5">Seen ${c.int(1, 9)}m ago</div></div>`,
    ),
  }
}

export const rooms: readonly Draw[] = [
  customersGroup,
  forwardedGroup,
  channelOfWork,
  islandTalk,
  companyTalk,
  sellerTalk,
  directTalk,
]
