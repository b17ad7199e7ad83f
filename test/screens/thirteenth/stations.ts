// Chinese gateways and those who sell and help there: top-ups, tokens, a wallet, logs, a bought card, robots, talks with support.
import {
  alipay,
  amount,
  code,
  email,
  key,
  method,
  order,
  password,
  person,
  phone,
  status,
  time,
  user,
} from '../marks.ts'
import { bar, beside, ends, lines, many, type Sketch, sheet, table, talk, under } from './sheet.ts'

const topUps: Sketch = (w) => {
  const { c, a } = w
  return {
    kind: 'table',
    language: 'zh',
    wide: true,
    html: sheet(
      w,
      'cn',
      'semi',
      `<div class="duo pad"><b>◆ 智算星球 API</b><span class="d">控制台　模型广场　文档　　<span class="tag">${user(a.login)}</span></span></div><div class="box edge"><div class="duo"><h3>充值账单</h3><span class="edge d" style="padding:4px 40px 4px 10px;border-radius:4px">搜索订单号</span></div>${table(
        ['订单号', '支付方式', '充值额度', '支付金额', '状态', '创建时间'],
        many(c, c.int(4, 6), (_, t) => [
          order(t.gateway),
          method(c.pick(['支付宝', '微信', 'Stripe'])),
          amount(c.pick([t.whole, `$${t.whole}`])),
          amount(`¥${t.sum}`),
          `<span class="tag">${status(c.pick(['成功', '成功', '待支付', '已过期']))}</span>`,
          time(t.full),
        ]),
      )}<div class="d l end" style="padding-top:8px">显示第 1 条-第 ${c.int(4, 6)} 条　‹ 1 ›　每页条数：10</div></div>`,
    ),
  }
}

const tokensTable: Sketch = (w) => {
  const { c, a } = w
  return {
    kind: 'key',
    language: 'zh',
    wide: true,
    html: sheet(
      w,
      'cn',
      'semi',
      `<div style="display:grid;grid-template-columns:150px 1fr"><div class="pad d">聊天<br>操练场<br><br>数据看板<br><b class="h">令牌管理</b><br>使用日志<br><br>钱包管理<br>个人设置</div><div><div class="duo pad"><span class="press">添加令牌</span><span>${user(a.login)} ▾</span></div><div class="box edge l">${table(
        ['名称', '状态', '剩余额度/总额度', '分组', '密钥', '创建时间', '过期时间'],
        many(c, 4, (_, t, i) => [
          ['cc', '公司', '默认', c.pick(['备用', 'roo', '沉浸式翻译'])][i] ?? '',
          `<span class="tag">${status(c.pick(['已启用', '已启用', '已禁用', '已耗尽']))}</span>`,
          i === 2 ? '无限额度' : amount(`$${t.left}`),
          `<span class="tag">${c.pick(['default', 'claude', 'svip'])}</span>`,
          `<span class="mono">${i === 1 ? key(t.keyShort) : t.keyHidden}</span>`,
          time(t.full),
          c.pick(['永不过期', time(t.after.full)]),
        ]),
      )}</div></div></div>`,
    ),
  }
}

const walletOnPhone: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'redeem',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      'semi',
      `${bar(c)}<div class="duo pad"><b>☰ 智算星球</b><span class="disc" style="width:1.8em;height:1.8em"></span></div><div style="margin:0 12px;padding:10px 14px;border-radius:6px;background:${c.pick(['#e8f7ec;color:#176a33', '#fdecec;color:#a12020'])}">${status(c.pick(['兑换成功！', '无效的兑换码', '该兑换码已被使用']))}</div><div class="box edge"><div class="d">${user(a.login)}</div>${under(
        [
          ['当前余额', amount(`$${t.left}`)],
          ['历史消耗', amount(`$${t.sum}`)],
          ['请求次数', String(c.int(12, 40_000))],
        ],
      )}</div><div class="box edge"><b>兑换码充值</b><div class="edge mono" style="padding:8px;margin:8px 0;border-radius:4px">${code(t.code)}</div><span class="press">兑换额度</span></div><div class="box edge"><b>在线充值</b>${beside(
        [
          ['充值数量', amount(t.whole)],
          ['实付金额', amount(`${t.whole}.00 元`)],
          ['支付方式', `${method('支付宝')}　${method('微信')}`],
        ],
      )}</div>`,
    ),
  }
}

const logCards: Sketch = (w) => {
  const { c, a } = w
  return {
    kind: 'table',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      'semi',
      `${bar(c)}<div class="pad"><b>使用日志</b></div>${many(
        c,
        3,
        (_, t) =>
          `<div class="box edge l">${ends(
            [
              ['时间', time(t.full)],
              ['用户', user(a.login)],
              ['令牌', c.pick(['default', 'cursor', '家里电脑'])],
              ['类型', `<span class="tag">${c.pick(['消费', '充值', '错误'])}</span>`],
              ['模型', `<span class="tag">${t.model}</span>`],
              ['花费', amount(`$${t.speck}`)],
              [
                '详情',
                c.pick([
                  '模型倍率: 2.5，补全倍率 4',
                  status('status_code=429 上游负载已饱和'),
                  status('用户额度不足, 剩余额度: 0.00'),
                ]),
              ],
              ['Request ID', t.uuid],
            ],
            3,
          )}</div>`,
      ).join('')}`,
    ),
  }
}

const boughtCards: Sketch = (w) => {
  const { c, a, b, t, u } = w
  return {
    kind: 'redeem',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      'violet!',
      `<div class="pad ctr" style="background:var(--hue);color:#fff"><b>喵喵发卡网</b></div><div class="box"><h3>订单详情</h3>${lines(
        [
          ['订单编号', order(t.faka)],
          ['商品名称', `Claude 中转额度 $${t.whole} × 2`],
          ['下单时间', time(t.full)],
          ['下单邮箱', email(a.mail)],
          ['查询密码', password(t.password)],
          ['订单总价', amount(`¥${t.sum}`)],
          ['支付方式', method(c.pick(['支付宝电脑', '微信扫码', 'USDT']))],
          ['订单状态', status(c.pick(['已完成', '待处理', '已完成']))],
        ],
      )}</div><div class="box"><div class="duo"><b>卡密</b><span class="press">复制卡密</span></div><div class="edge mono l" style="padding:9px;margin-top:8px;white-space:pre-line">${code(t.code)}<br>${c.pick([code(u.code), `${email(b.mail)}----${password(u.password)}`])}</div></div>`,
    ),
  }
}

const robotOfShop: Sketch = (w) => {
  const { c, a, t, u } = w
  const bubble = (text: string, own = false): string =>
    `<div style="padding:5px 10px;display:flex;justify-content:${own ? 'flex-end' : 'flex-start'}"><div style="max-width:84%;background:${own ? '#2b5278;color:#fff' : 'var(--card)'};border-radius:14px;padding:8px 13px">${text}</div></div>`
  return {
    kind: 'chat',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      'ocean',
      `<div class="pad"><b>‹　自助充值机器人</b><div class="d l">bot</div></div>${bubble('/start', true)}${bubble(`你好，${user(a.nick)}！<br>当前余额：${amount(`${t.left} USDT`)}`)}${bubble(`充值 ${amount(t.whole)}`, true)}${bubble(` ${status(c.pick(['支付成功', '订单已支付', '充值已到账']))}<br>━━━━━━━━<br>订单号：<span class="mono">${order(t.faka)}</span><br>金额：${amount(`¥${t.sum}`)}<br>通道：${method(c.pick(['支付宝', 'USDT-TRC20', '微信']))}<br>时间：${time(t.full)}`)}${bubble(`您的卡密如下，请妥善保管：<br><span class="mono">${code(u.codeParts)}</span>`)}${bubble(`怎么还没到账？我的key ${key(t.keyShort)}`, true)}${bubble('已为您转接人工客服，请稍候')}`,
    ),
  }
}

const talkWithDesk: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'chat',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      'green',
      `${bar(c)}<div class="pad ctr"><b>智算客服@企业微信</b></div><div class="ctr d l">${time(t.brief)}</div>${talk(
        [
          '>充值没到账',
          '您好，麻烦提供一下您的用户名和订单号～',
          `>${user(a.login)}`,
          `>${c.pick([order(t.gateway), order(t.merchant), `交易号${alipay(t.alipay)}`])}`,
          `>${method('支付宝')}付的${amount(`${t.whole}块`)}，扣款了，网站还是${status(c.pick(['待支付', '处理中', '未支付']))}`,
          `好的${person(a.polite)}，查到是${time(t.zhSpoken)}的订单，回调延迟了，现在给您补上`,
          c.pick([`>电话多少 我打给你`, `>我手机${phone(a.mobileGaps)} 好了说一声`]),
          `已补 ${amount(`$${t.whole}`)}，刷新看看`,
          '>ok了 谢谢啦',
        ],
        '#95ec69;color:#111',
        'var(--line)',
        5,
      )}`,
    ),
  }
}
export const stations: readonly Sketch[] = [
  topUps,
  tokensTable,
  walletOnPhone,
  logCards,
  boughtCards,
  robotOfShop,
  talkWithDesk,
]
