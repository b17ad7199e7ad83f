// Screens of whoever runs or uses a gateway: a drawer of one user, keys of a channel, a merchant's order table, logs, a sheet of cases, papers of a customer.

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
  person,
  phone,
  status,
  time,
  user,
} from '../marks.ts'
import { above, below, beside, type Draw, halves, others, page, right, ruled, times } from './frame.ts'

const userDrawer: Draw = (s) => {
  const { c, p, q, n } = s
  return {
    kind: 'identity',
    language: 'zh',
    wide: true,
    html: page(
      s,
      'mainland',
      `<div style="display:grid;grid-template-columns:1fr 440px"><div class="pad dim">用户列表　第 1 页　共 ${c.int(20, 400)} 页</div><div class="slab"><h3>编辑用户 <span class="tiny dim">ID ${n.userId}</span></h3>${below(
        [
          ['用户名', user(p.stem)],
          ['显示名称', person(p.zh)],
          ['邮箱', email(p.mail)],
          ['Telegram', user(`@${p.handle}`)],
          ['剩余额度', amount(`$${n.sum}`)],
          ['邀请人', user(q.stem)],
          ['最后登录', time(n.iso)],
          ['状态', status(c.pick(['已启用', '已封禁']))],
          ['备注', `电话 ${phone(p.mobile)}，${person(q.titled)}介绍，${method('微信')}付款`],
        ],
        4,
      )}</div></div>`,
    ),
  }
}

const channelKeys: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'key',
    language: 'zh',
    wide: c.real() < 0.5,
    html: page(
      s,
      'mainland',
      `<div class="pad"><h3>更新渠道</h3><div class="tiny dim">密钥（一行一个）</div><div class="mono tiny" style="border:1px solid #8886;border-radius:6px;padding:10px">${times(4, () => `<div>${key(others(c).n.key)}</div>`)}</div>${halves(
        [
          ['组织', account(`org-${n.hexId}`)],
          ['负责人', person(p.zh)],
          ['通知邮箱', email(p.mail)],
          ['余额', amount(`$${n.sum}`)],
          ['上次测试', time(n.slashed)],
          ['状态', status(c.pick(['已启用', '自动禁用', '余额不足']))],
        ],
      )}</div>`,
    ),
  }
}

const merchantTable: Draw = (s) => {
  const { c } = s
  return {
    kind: 'table',
    language: 'zh',
    wide: true,
    html: page(
      s,
      'mainland',
      `<div class="slab"><h3>订单管理</h3>${ruled([
        [
          '系统订单号<br>商户订单号',
          '商品名称<br>付款人',
          '金额',
          '支付方式<br>支付插件',
          '创建时间<br>完成时间',
          '状态',
        ],
        ...Array.from({ length: 4 }, () => {
          const { p, n } = others(c)
          return [
            `${order(`${n.stamp}${n.trace}`)}<br>${order(n.shop)}`,
            `额度充值<br>${account(c.pick([p.mail, p.mobile]))}`,
            amount(`￥${n.sum}`),
            `${method(c.pick(['支付宝', '微信支付', 'QQ钱包']))}<br><span class="dim">alipayf2f</span>`,
            `${time(n.iso)}<br>${time(n.later.iso)}`,
            status(c.pick(['已完成', '未完成', '已退款', '已冻结'])),
          ]
        }),
      ])}</div>`,
      '.ruled td{border:1px solid #8885;font-size:.86em}',
    ),
  }
}

const deliveries: Draw = (s) => {
  const { c, p, n } = s
  const line = (name: string, value: string): string =>
    `<div>&nbsp;&nbsp;<span style="color:#79c0ff">"${name}"</span>: "${value}",</div>`
  return {
    kind: 'key',
    language: 'en',
    wide: true,
    html: page(
      s,
      'code',
      `<div style="background:#0d1117;color:#c9d1d9;padding:20px"><div style="color:#8b949e">POST /hooks/billing · ${status(c.pick(['200 OK', '401 Unauthorized', '500 Failed']))} · ${time(n.zulu)}</div><div>Authorization: Bearer ${key(n.key)}</div><div>{</div>${line('event', 'charge.succeeded')}${line('charge', order(n.charge))}${line('amount', amount(n.sum.replace(',', '')))}${line('payment_method', method(c.pick(['card', 'alipay', 'wechat_pay'])))}${line('customer_name', person(p.pinyin))}${line('customer_email', email(p.mail))}${line('phone', phone(p.mobile))}${line('redeem_code', code(n.code))}<div>}</div></div>`,
    ),
  }
}

const caseSheet: Draw = (s) => {
  const { c } = s
  return {
    kind: 'table',
    language: 'zh',
    wide: true,
    html: page(
      s,
      'mainland',
      `<div class="pad"><b>漏单登记表</b> <span class="tiny dim">${c.int(3, 40)} 条记录</span></div>${ruled([
        ['#', '客户', '联系方式', '金额', '付款时间', '渠道', '单号', '处理人', '进度'],
        ...Array.from({ length: 5 }, (_, i) => {
          const { p, n } = others(c)
          const { p: q } = others(c)
          return [
            String(i + 1),
            person(c.pick([p.zh, p.trad, p.west, p.upper])),
            c.pick([phone(p.mobile), email(p.mail)]),
            amount(n.sum),
            time(n.slashed.slice(0, 16)),
            method(c.pick(['支付宝', '微信', '对公'])),
            c.pick([alipay(n.trade28), order(n.shop)]),
            `<span style="background:#8884;border-radius:12px;padding:1px 9px">${person(q.zh)}</span>`,
            status(c.pick(['已补单', '处理中', '已退款'])),
          ]
        }),
      ])}`,
      '.ruled td{border:1px solid #8885;font-size:.8em;padding:5px 6px}',
    ),
  }
}

const requestLog: Draw = (s) => {
  const { c, p } = s
  return {
    kind: 'table',
    language: 'en',
    wide: true,
    html: page(
      s,
      'abroad',
      `<div class="pad"><div class="two"><h3>Billing events</h3><span class="tiny dim">Workspace of ${person(p.west)}</span></div>${ruled(
        [
          ['When', 'Member', 'Key', 'Kind', 'Amount', 'Result', 'Request ID'],
          ...Array.from({ length: 5 }, () => {
            const { p: q, n } = others(c)
            return [
              time(n.us),
              `${person(q.west)}<br><span class="tiny dim">${email(q.mailAbroad)}</span>`,
              c.pick([masked(n.keyStarred), user(q.handle)]),
              c.pick(['Top-up', 'Auto-reload', 'Refund']),
              amount(`$${n.small}`),
              status(c.pick(['Succeeded', 'Failed', 'Pending'])),
              `<span class="mono">${order(n.request)}</span>`,
            ]
          }),
        ],
      )}</div>`,
      '.ruled td{border-bottom:1px solid #8884;font-size:.86em}',
    ),
  }
}

const codeImport: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'redeem',
    language: 'en',
    html: page(
      s,
      'abroad',
      `<div class="pad"><h3>Redeem</h3><div class="mono" style="border:1px solid #d33;border-radius:6px;padding:10px">${code(n.code)}</div><p class="tiny" style="color:#d33">${status(c.pick(['This code was already used', 'Code expired', 'Redeemed']))} on ${time(n.uk)} by ${user(p.handle)}</p></div><div class="slab"><b>History</b>${times(
        3,
        () =>
          `<div class="two line" style="padding:7px 0"><span style="max-width:64%" class="mono tiny">${code(others(c).n.code)}</span><span>${amount(`+$${others(c).n.small}`)}</span></div>`,
      )}</div><div class="pad tiny dim">Bought by ${method(c.pick(['Alipay', 'PayPal']))}, order ${order(n.shop)}, ${email(p.mail)}</div>`,
    ),
  }
}

const travelPaper: Draw = (s) => {
  const { c, p, n } = s
  const [surname = '', ...given] = p.pinyin.toUpperCase().split(' ')
  return {
    kind: 'identity',
    language: 'en',
    html: page(
      s,
      'abroad',
      `<div class="pad"><div class="two"><h3>Verification</h3><span class="hue">${status(c.pick(['Approved', 'In review', 'Rejected']))}</span></div></div><div class="slab">${above(
        [
          ['Surname', person(surname)],
          ['Given names', person(given.join(' '))],
          ['Document no.', paper(`E${c.pick(['J', 'K', 'A'])}${n.trace.slice(0, 7)}`)],
          ['Residential address', address(p.homeHk)],
          ['Mobile', phone(`+852 ${p.hkPhone}`)],
        ],
      )}</div><div class="slab">${right([
        ['Deposit limit', amount(`HKD ${n.whole},000`)],
        ['Submitted', time(n.uk)],
        ['Funding', method('Bank transfer / FPS')],
        ['Case', order(n.invoice)],
      ])}</div>`,
    ),
  }
}

const keyRing: Draw = (s) => {
  const { c, p, n } = s
  return {
    kind: 'key',
    language: 'zh',
    html: page(
      s,
      'mainland',
      `<div class="pad two"><b>我的令牌</b><span class="hue">+ 新建</span></div>${times(3, () => {
        const { n: m } = others(c)
        return `<div class="slab"><div class="two"><b>${c.pick(['默认', '测试机', 'claude-code', '沉浸式翻译'])}</b><span class="tiny hue">${status(c.pick(['已启用', '已耗尽', '已过期']))}</span></div><div class="mono tiny" style="padding:6px 0">${key(m.key)}</div>${beside(
          [
            ['剩余', amount(`￥${m.sum}`)],
            ['过期', time(m.slashed)],
          ],
          3,
        )}</div>`
      })}<div class="pad tiny dim">${user(p.handle)}（${person(p.zh)}）　最近充值 ${method('支付宝')} ${order(n.shop)}</div>`,
    ),
  }
}

export const boards: readonly Draw[] = [
  userDrawer,
  channelKeys,
  merchantTable,
  deliveries,
  caseSheet,
  requestLog,
  codeImport,
  travelPaper,
  keyRing,
]
