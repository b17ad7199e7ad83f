// Panels of gateways: a wallet, a log of use, tokens as cards, spent codes, an administrator's table, credits, a fresh key, a file of settings, an answer of the interface.
import { amount, code, email, key, masked, method, order, person, status, time, user } from '../marks.ts'
import { below, canvas, column, type Draft, fields, grid, over, rows } from './canvas.ts'

const walletOfGateway: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'redeem',
    language: 'zh',
    wide: true,
    html: canvas(
      w,
      'cn',
      `<div class="in sp"><h3>钱包管理</h3><span>${user(a.handle)} ▾</span></div><div class="pane">${below(
        [
          ['当前余额', amount(`$${v.rest}`)],
          ['历史消耗', amount(`$${v.sum}`)],
          ['请求次数', String(c.int(200, 9999))],
        ],
        3,
      )}</div><div style="display:grid;grid-template-columns:1fr 1fr"><div class="pane"><b>在线充值</b><p>充值数量 ${amount(`${v.round}`)}　实付 ${amount(`${v.round}.00 元`)}</p><p>${method('支付宝')}　${method('微信')}</p></div><div class="pane"><b>兑换码充值</b><div class="code" style="border:1px solid #8888;padding:6px 9px;margin:6px 0">${code(v.code)}</div><span class="btn">兑换额度</span></div></div>`,
    ),
  }
}

const paidRecords: Draft = (w) => {
  const { c } = w
  return {
    kind: 'table',
    language: 'zh',
    wide: true,
    html: canvas(
      w,
      'cn',
      `<div class="in"><h3>充值记录</h3></div><div class="pane s">${grid(
        ['时间', '交易号', '支付渠道', '到账额度', '支付金额', '状态'],
        rows(c, 5, (_, v) => [
          time(v.full),
          order(c.pick([v.gateway, v.gateway, v.shop])),
          method(c.pick(['alipay', 'wxpay', 'stripe'])),
          amount(`$${v.round}`),
          amount(`¥${v.sum}`),
          `<span class="pill">${status(c.pick(['成功', '待支付', '失败', '过期']))}</span>`,
        ]),
        c.pick([true, false]),
      )}</div>`,
    ),
  }
}

const logOfUse: Draft = (w) => {
  const { c } = w
  return {
    kind: 'table',
    language: 'zh',
    wide: true,
    html: canvas(
      w,
      'cn',
      `<div class="in"><b>使用日志</b>　<span class="pill">消耗额度 ${amount(`$${w.v.rest}`)}</span></div><div class="in s">${grid(
        ['时间', '用户', '令牌', '模型', '提示', '补全', '花费', '请求ID'],
        rows(c, 5, (a, v) => [
          time(v.full),
          user(a.handle),
          c.pick(['default', '笔记本', 'cursor用']),
          `<span class="pill">${v.model}</span>`,
          String(c.int(90, 90_000)),
          String(c.int(9, 9000)),
          amount(`$${v.crumb}`),
          order(v.request),
        ]),
      )}</div>`,
    ),
  }
}

const tokensAsCards: Draft = (w) => {
  const { c } = w
  return {
    kind: 'key',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="in sp"><h3>令牌</h3><span class="btn">添加</span></div>${rows(
        c,
        3,
        (_, v, i) =>
          `<div class="pane"><div class="sp"><b>${['工作', 'test', '给室友'][i]}</b><span class="t">${status(c.pick(['已启用', '已禁用', '已耗尽']))}</span></div><div class="code s" style="padding:6px 0">${i === 0 ? key(v.keyShort) : masked(v.keyMasked)}</div>${column(
            [
              ['剩余', amount(`$${v.rest}`)],
              ['创建', time(v.full)],
            ],
            3,
          )}</div>`,
      ).join('')}`,
    ),
  }
}

const administrators: Draft = (w) => {
  const { c } = w
  return {
    kind: 'identity',
    language: 'zh',
    wide: true,
    html: canvas(
      w,
      'cn',
      `<div class="in sp"><h3>用户管理</h3><span class="g">搜索用户名、邮箱</span></div><div class="pane s">${grid(
        ['ID', '用户名', '邮箱', '分组', '余额', '邀请人', '最后登录', '状态'],
        rows(c, 4, (a, v) => [
          String(c.int(3, 9000)),
          user(a.handle),
          email(c.pick([a.mail, a.westMail])),
          c.pick(['default', 'vip']),
          amount(`$${v.rest}`),
          '无',
          time(v.full),
          status(c.pick(['正常', '已封禁'])),
        ]),
      )}</div>`,
    ),
  }
}

const creditsPage: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'table',
    language: 'en',
    wide: true,
    html: canvas(
      w,
      'en',
      `<div class="in"><h2>Credits</h2></div><div class="pane"><div class="xl">${amount(`$ ${v.rest}`)}</div><span class="btn">Add Credits</span></div><div class="pane">${over(
        [
          ['Payment method', method(c.pick([`Visa ending in ${v.tail}`, 'Alipay', `Link ····${v.tail}`]))],
          ['Receipts go to', email(a.westMail)],
        ],
        2,
      )}</div><div class="pane"><b>Recent Transactions</b>${grid(
        [],
        rows(c, 4, (_, u) => [
          time(u.us),
          amount(`$${u.sum}`),
          status(c.pick(['Succeeded', 'Refunded', 'Failed'])),
          order(u.payment),
        ]),
      )}</div>`,
    ),
  }
}

const freshKey: Draft = (w) => {
  const { c, v } = w
  return {
    kind: 'key',
    language: 'en',
    html: canvas(
      w,
      'en',
      `<div style="padding:40px 14px"><div class="pane"><h3>Save your key</h3><p class="g s">You will not be able to view it again. If you lose it, create a new one.</p><div class="code s" style="border:1px solid #8888;border-radius:6px;padding:8px;margin:8px 0">${key(v.key)}</div><div class="sp"><span class="pill">Copy</span><span class="btn">Done</span></div>${column(
        [
          ['Name', c.pick(['laptop', 'prod-eu', 'zed editor'])],
          ['Limit', amount(`$${v.round}.00`)],
          ['Expires', time(v.usDay)],
          ['Status', status(c.pick(['Active', 'Disabled']))],
        ],
        5,
      )}</div></div>`,
    ),
  }
}

const fileOfSettings: Draft = (w) => {
  const { a, v } = w
  return {
    kind: 'key',
    language: 'en',
    wide: true,
    html: canvas(
      w,
      'en',
      `<div class="code" style="background:#1f1f1f;color:#d4d4d4;padding:14px"><div style="opacity:.6">.env.local ×　config.toml</div>${[
        '# gateway',
        'OPENAI_BASE_URL=https://gw.northpeak.example/v1',
        `OPENAI_API_KEY=${key(v.keyShort)}`,
        `MODEL=${v.model}`,
        `NOTIFY_EMAIL=${email(a.westMail)}`,
        `STRIPE_SECRET=${key(`sk_live_${w.c.text('abcdefghijkmnpqrstuvwxyzABCDEFGH0123456789', 24)}`)}`,
        `# topped up ${amount(`$${v.round}`)} on ${time(v.day)} with ${method('PayPal')}`,
      ]
        .map((line, i) => `<div><span style="opacity:.4">${i + 1}&nbsp;&nbsp;</span>${line}</div>`)
        .join('')}</div>`,
    ),
  }
}

const answerOfInterface: Draft = (w) => {
  const { c, a, v } = w
  const pair = (name: string, value: string): string => `<div>&nbsp;&nbsp;"${name}": ${value},</div>`
  return {
    kind: 'order',
    language: 'en',
    html: canvas(
      w,
      'en',
      `<div class="in sp s"><span>Headers　<b class="t">Response</b>　Timing</span><span>200</span></div><div class="code s in">{${pair('trade_no', `"${order(v.shop)}"`)}${pair('username', `"${user(a.handle)}"`)}${pair('email', `"${email(a.westMail)}"`)}${pair('pay_type', `"${method(c.pick(['wxpay', 'alipay', 'stripe']))}"`)}${pair('money', `"${amount(v.sum)}"`)}${pair('status', `"${status(c.pick(['pending', 'success', 'expired']))}"`)}${pair('created_at', `"${time(v.zulu)}"`)}${pair('token', `"${key(v.keyShort)}"`)}}</div>`,
    ),
  }
}

const activityOfKey: Draft = (w) => {
  const { c, a } = w
  return {
    kind: 'table',
    language: 'en',
    wide: true,
    html: canvas(
      w,
      'en',
      `<div class="in sp"><h3>Activity</h3><span class="g">${person(a.west)} · Personal</span></div><div class="pane s">${grid(
        ['Timestamp', 'Generation', 'Model', 'App', 'Tokens', 'Cost', 'Finish'],
        rows(c, 4, (_, v) => [
          time(v.usNumbers),
          order(v.request),
          v.model,
          c.pick(['Cline', 'chat', 'Unknown']),
          `${c.int(50, 9000)} → ${c.int(9, 900)}`,
          amount(`$${v.crumb}`),
          status(c.pick(['stop', 'error', 'length'])),
        ]),
      )}</div>`,
    ),
  }
}

const promoPage: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'redeem',
    language: 'en',
    html: canvas(
      w,
      'en',
      `<div class="in"><h2>Redeem a gift</h2></div><div class="pane">${fields([
        ['Account', email(a.westMail)],
        ['Gift code', code(v.code)],
      ])}<p style="color:#d33">${status(c.pick(['This code has already been used', 'Code not found', 'Code expired']))}</p><span class="btn">Redeem</span></div><div class="pane">${column(
        [
          ['Balance', amount(`$${v.rest}`)],
          ['Last redeemed', `${amount(`$${v.round}`)}, ${time(v.usDay)}`],
        ],
        7,
      )}</div>`,
    ),
  }
}

export const panels: readonly Draft[] = [
  walletOfGateway,
  paidRecords,
  logOfUse,
  tokensAsCards,
  administrators,
  creditsPage,
  freshKey,
  fileOfSettings,
  answerOfInterface,
  activityOfKey,
  promoPage,
]
