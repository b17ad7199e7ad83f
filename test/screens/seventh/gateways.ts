// Screens of Chinese gateway consoles: recharge records as cards, my plan, tokens, a redeem dialog, logs in sentences, an ended cashier.
import { amount, code, email, key, masked, method, order, status, time, user } from '../marks.ts'
import { colon, columns, ends, fresh, grid, many, paper, type Scene, table } from './stage.ts'

const rechargeCards: Scene = (s) => {
  const { c } = s
  return {
    kind: 'order',
    language: 'zh',
    html: paper(
      s,
      'cn',
      `<div class="in ends"><b>充值账单</b><span>✕</span></div>${many(3, () => {
        const { n } = fresh(c)
        return `<div class="block">${ends(
          [
            ['订单号', `<span class="note">${order(c.pick([n.gateway, n.merchant]))}</span>`],
            ['支付方式', method(c.pick(['支付宝', '微信', 'Stripe', 'Creem']))],
            ['充值额度', amount(`${n.round}`)],
            ['支付金额', amount(`¥${n.sum}`)],
            ['状态', `<span class="mark">● ${status(c.pick(['成功', '待支付', '已过期']))}</span>`],
            ['创建时间', time(n.iso)],
          ],
          4,
        )}</div>`
      }).join('')}<div class="in center note soft">第 1 页，共 2 页</div>`,
    ),
  }
}

const myPlan: Scene = (s) => {
  const { c, a, n } = s
  const { n: m } = fresh(c)
  return {
    kind: 'order',
    language: 'zh',
    wide: true,
    html: paper(
      s,
      'cn',
      `<div class="in ends"><b>云杉 API</b><span>${user(a.nickname)}　${email(a.mail)}</span></div><div class="block"><h3>我的订阅</h3><hr>${grid(
        [
          ['当前套餐', c.pick(['Pro 月付', '轻量包', '团队版 5 席'])],
          ['状态', status(c.pick(['生效中', '已过期', '待激活']))],
          ['到期时间', time(m.date)],
          ['本期费用', amount(`¥${n.sum}`)],
          ['下次扣款', time(n.date)],
          ['扣款方式', method(c.pick(['支付宝自动续费', '微信免密支付', '余额抵扣']))],
          ['订阅编号', order(n.flow)],
          ['剩余额度', amount(`$${n.other}`)],
        ],
        4,
      )}</div><div class="block"><h3>变更记录</h3>${table(
        ['时间', '动作', '金额', '关联订单'],
        many(2, () => {
          const { n: o } = fresh(c)
          return [time(o.iso), c.pick(['续费', '升级', '退订']), amount(`¥${o.other}`), order(o.merchant)]
        }),
      )}</div>`,
    ),
  }
}

const tokenCards: Scene = (s) => {
  const { c } = s
  return {
    kind: 'key',
    language: 'zh',
    html: paper(
      s,
      'cn',
      `<div class="in ends"><b>令牌管理</b><span class="push note">添加令牌</span></div>${many(3, (i) => {
        const { n } = fresh(c)
        return `<div class="block"><div class="ends"><b>${['默认', 'cursor专用', '沉浸式翻译'][i]}</b><span class="tag">${status(c.pick(['已启用', '已禁用', '已耗尽']))}</span></div><div class="fixed note" style="padding:6px 0">${i === 0 ? key(n.keyShort) : masked(n.keyMasked)}</div>${colon(
          [
            ['剩余额度/总额度', amount(`$${n.other} / $${n.round}`)],
            ['创建时间', time(n.iso)],
            ['过期时间', '永不过期'],
          ],
        )}<div class="note soft">复制　聊天　禁用　编辑　删除</div></div>`
      }).join('')}`,
    ),
  }
}

const redeemDialog: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'redeem',
    language: 'zh',
    html: paper(
      s,
      'cn',
      `<div class="in ends"><b>钱包</b><span class="soft">${user(a.handle)}</span></div><div class="block">${columns(
        [
          ['当前余额', amount(`$${n.other}`)],
          ['历史消耗', amount(`$${n.sum}`)],
          ['请求次数', String(c.int(90, 9_000))],
        ],
        6,
      )}</div><div class="block"><b>兑换码充值</b><div class="box fixed" style="margin:10px 0">${code(n.code)}</div><span class="push">兑换额度</span></div><div class="block" style="border-left:4px solid #f5222d">✕ ${status(c.pick(['兑换失败', '该兑换码已使用', '无效的兑换码']))}<div class="note soft">${time(n.iso)}</div></div><div class="in note soft">没有兑换码？<span class="mark">获取兑换码</span></div>`,
    ),
  }
}

const logSentences: Scene = (s) => {
  const { c, a } = s
  const rows = many(4, (i) => {
    const { n } = fresh(c)
    const told = [
      `使用在线充值成功，充值金额: ${amount(`$${n.round}.000000`)}，支付金额：${amount(n.sum)}`,
      `通过兑换码充值 ${amount(`$${n.round}.000000`)}，兑换码 ${code(n.code)}`,
      `管理员将用户额度从 ${amount(`$${n.other}`)} 修改为 ${amount(`$${n.sum}`)}`,
      `订单 ${order(n.gateway)} 补单成功，支付方式：${method(c.pick(['alipay', 'wxpay']))}`,
    ]
    return [time(n.iso), user(a.handle), `<span class="tag">${i === 2 ? '管理' : '充值'}</span>`, told[i] ?? '']
  })
  return {
    kind: 'table',
    language: 'zh',
    wide: true,
    html: paper(
      s,
      'cn',
      `<div class="in"><b>使用日志</b>　<span class="soft note">总消耗额度 ${amount(`$${fresh(c).n.sum}`)}　RPM 0　TPM 0</span></div><div class="block">${table(['时间', '用户', '类型', '详情'], rows)}</div>`,
    ),
  }
}

const endedCashier: Scene = (s) => {
  const { c, n } = s
  const how = c.pick(['支付宝', '微信支付', 'QQ钱包'])
  return {
    kind: 'qr',
    language: 'zh',
    wide: true,
    codes: [{ format: 'QRCode', text: `https://pay.example.net/q/${n.merchant}` }],
    html: paper(
      s,
      'cn',
      `<div class="center" style="padding:22px"><h2>${method(how)} 扫码支付</h2><div class="block" style="max-width:520px;margin:14px auto"><img data-code="0" style="width:210px;background:#fff;padding:8px;opacity:${c.pick([1, 0.55])}"><div class="mark">${status(c.pick(['订单已超时，请重新下单', '等待扫码支付', '二维码已失效']))}</div><div class="loud">${amount(`￥${n.sum}`)}</div><hr><div style="text-align:left">${columns(
        [
          ['商品名称', '云杉API余额充值'],
          ['商户订单', order(n.merchant)],
          ['创建时间', time(n.iso)],
        ],
        5,
      )}</div></div></div>`,
    ),
  }
}

export const gateways: readonly Scene[] = [rechargeCards, myPlan, tokenCards, redeemDialog, logSentences, endedCashier]
