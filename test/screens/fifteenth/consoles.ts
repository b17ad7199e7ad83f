// Consoles of gateways: a bill over a wallet, a table of keys, a redeemed code, top-ups in English, usage, credits, a payment in a dashboard.
import {
  account,
  amount,
  code,
  email,
  key,
  masked,
  method,
  order,
  person,
  phone,
  status,
  time,
  user,
} from '../marks.ts'
import { caption, many, paper, type Sketch, table, tiles, wide } from './paper.ts'

const billOverWallet: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'table',
    language: 'zh',
    wide: true,
    html: paper(
      s,
      'console',
      'cn',
      `<div class="pad two"><span><b>鹿鸣 API</b>　首页　控制台　模型广场</span><span>${user(p.handle)} ▾</span></div><div class="box">${tiles(
        [
          ['当前余额', amount(`$${n.left}`)],
          ['历史消耗', amount(`$${n.sum}`)],
          ['请求次数', String(c.int(40, 9000))],
        ],
      )}</div><div class="box edge"><div class="two"><b>充值账单</b><span class="d">✕</span></div>${table(
        ['订单号', '支付方式', '充值额度', '支付金额', '状态', '创建时间'],
        many(c, 5, (_, u) => [
          order(c.pick([u.gateway, u.gateway, u.shop])),
          method(c.pick(['支付宝', '微信', 'Stripe'])),
          amount(u.whole),
          amount(`¥${u.sum}`),
          `<span class="tag">${status(c.pick(['成功', '成功', '待支付', '已过期']))}</span>`,
          time(u.iso),
        ]),
      )}</div>`,
    ),
  }
}

const tableOfKeys: Sketch = (s) => {
  const { c, n } = s
  return {
    kind: 'key',
    language: 'zh',
    wide: true,
    html: paper(
      s,
      'console',
      'cn',
      `<div class="pad two"><b class="h">令牌管理</b><span class="b">添加令牌</span></div><div class="box">${table(
        ['名称', '状态', '剩余额度/总额度', '分组', '密钥', '创建时间', '过期时间'],
        many(c, 4, (_, u, i) => [
          ['cherry', '公司电脑', 'cline', '备用'][i] ?? '',
          `<span class="tag">${status(c.pick(['已启用', '已启用', '已禁用', '已过期']))}</span>`,
          c.pick(['无限额度', amount(`$${u.left} / $${n.whole}`)]),
          c.pick(['default', 'vip', 'svip']),
          `<span class="m x">${i === 1 ? key(u.key) : masked(u.keyStub)}</span>`,
          time(u.iso),
          c.pick(['永不过期', time(u.after.iso)]),
        ]),
      )}</div>`,
    ),
  }
}

const redeemedOnPhone: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'redeem',
    language: 'zh',
    html: paper(
      s,
      'console',
      'cn',
      `<div class="pad two"><b>钱包</b><span class="d">${user(p.handle)}</span></div><div class="box c"><div class="d">可用额度</div><div class="huge">${amount(`$${n.left}`)}</div></div><div class="box"><div>兑换码充值</div><div class="in m" style="margin:8px 0">${code(n.code)}</div><div class="two"><span class="b">兑换</span><span class="k">${status(c.pick(['该兑换码已使用', '兑换成功', '无效的兑换码', '兑换失败']))}</span></div></div><div class="box"><div class="d">最近入账</div>${wide(
        many(
          c,
          3,
          (_, u) =>
            [
              `${method(c.pick(['支付宝', '兑换码', '邀请奖励', '微信']))}<br>${time(u.isoShort)}`,
              `${amount(`+$${u.whole}`)}<br>${status('已到账')}`,
            ] as const,
        ),
        true,
      )}</div>`,
    ),
  }
}

const topUpsAbroad: Sketch = (s) => {
  const { c } = s
  return {
    kind: 'table',
    language: 'en',
    html: paper(
      s,
      'console',
      'en',
      `<div class="pad two"><b class="h">Top-up history</b><span class="k">Export</span></div>${many(c, 4, (_, n) => `<div class="box"><div class="two"><b>${amount(`$${n.whole}.00`)}</b><span class="tag">${status(c.pick(['Success', 'Success', 'Pending', 'Expired']))}</span></div><div class="d x" style="padding-top:6px">Trade no.</div><div class="m x">${order(c.pick([n.gateway, n.shop, n.intent]))}</div><div class="two x d" style="padding-top:6px"><span>${method(c.pick(['Stripe', 'Creem', 'Alipay', 'WeChat Pay']))}</span><span>${time(n.iso)}</span></div></div>`).join('')}`,
    ),
  }
}

const creditsAbroad: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'table',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'console',
      'en',
      `<div class="pad two"><b>Larkrouter</b><span>${email(p.westMail)}</span></div><div class="box two"><div><div class="d">Remaining credits</div><div class="huge">${amount(`$${n.left}`)}</div></div><div class="r"><div class="d">Auto top-up</div><div>${status(c.pick(['Enabled', 'Disabled']))}</div><div class="x">${method(`Mastercard ending in ${n.tail}`)}</div></div></div><div class="box"><b>Recent transactions</b>${table(
        ['Date', 'Type', 'Transaction', 'Amount', 'Status'],
        many(c, 5, (_, u) => [
          time(u.usClock),
          method(c.pick(['Card', 'Crypto', 'Link', 'Alipay'])),
          `<span class="m x">${order(c.pick([u.intent, u.invoice, u.paddle]))}</span>`,
          amount(`$${u.whole}.00`),
          status(c.pick(['Completed', 'Refunded', 'Failed', 'Completed'])),
        ]),
      )}</div>`,
    ),
  }
}

const keysOfTeam: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'key',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'console',
      'en',
      `<div class="pad"><div class="h">API keys</div><div class="d">Signed in as ${email(p.workMail)} · Org ID ${account(`org-${n.customer.slice(4)}${n.tail}`)}</div></div><div class="box edge"><b>Save your key</b><p class="d x">You won't be able to view it again.</p><div class="two" style="padding-top:8px"><span class="in m x" style="flex:1">${key(n.key)}</span><span class="b">Copy</span></div></div><div class="box">${table(
        ['Name', 'Secret key', 'Created', 'Last used', 'Created by', 'Spend'],
        many(c, 4, (a, u, i) => [
          ['prod-worker', 'notebook', 'cursor', 'staging'][i] ?? '',
          `<span class="m x">${masked(u.keyStub)}</span>`,
          time(u.us),
          c.pick(['Never', time(u.after.us)]),
          person(a.west),
          amount(`$${u.left}`),
        ]),
      )}</div>`,
    ),
  }
}

const paymentInDashboard: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'bill',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'mail',
      'en',
      `<div class="pad"><div class="d x">PAYMENT　<span class="m">${order(n.intent)}</span></div><div class="huge">${amount(`$${n.sum} USD`)} <span class="tag" style="font-size:14px">${status(c.pick(['Succeeded', 'Refunded', 'Disputed', 'Failed']))}</span></div></div><div class="box" style="display:grid;grid-template-columns:2fr 1fr;gap:26px"><div><b>Payment breakdown</b>${wide(
        [
          ['Payment amount', amount(`$${n.sum}`)],
          ['Processing fees', amount(`- $${n.fee}`)],
          ['Created', time(n.usClock)],
          ['Payment method', method(`Visa •••• ${n.tail}`)],
          ['Description', 'Credits top-up'],
          ['Statement descriptor', 'LARKROUTER.AI'],
        ],
        true,
      )}</div><div><b>Customer</b>${caption([
        ['ID', `<span class="m x">${account(n.customer)}</span>`],
        ['Name', person(p.west)],
        ['Email', email(p.westMail)],
        ['Phone', phone(p.westPhone)],
        ['metadata.trade_no', `<span class="m x">${order(n.gateway)}</span>`],
      ])}</div></div>`,
    ),
  }
}

export const consoles: readonly Sketch[] = [
  billOverWallet,
  tableOfKeys,
  redeemedOnPhone,
  topUpsAbroad,
  creditsAbroad,
  keysOfTeam,
  paymentInDashboard,
]
