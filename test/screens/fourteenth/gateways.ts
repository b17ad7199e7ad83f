// Consoles of gateways in Chinese and the shops beside them: bills of top-ups, tokens, one's own page, a log entry, a found order, a cashier, talks with support.
import {
  account,
  alipay,
  amount,
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
} from '../marks.ts'
import { above, beside, bubbles, ends, many, paints, type Sketch, said, sheetOf, tableOf, topped } from './easel.ts'

const sideOf = (names: string): string =>
  `<div style="width:170px;flex:none;padding:14px;border-right:1px solid #8883">${names
    .split(' ')
    .map((name) => `<div style="padding:6px">${name}</div>`)
    .join('')}</div>`
const consoleOf = (top: string, body: string): string =>
  `<div class="r p" style="border-bottom:1px solid #8883"><b>栗子API</b><span>${top}</span></div><div style="display:flex">${sideOf('数据看板 令牌管理 使用日志 绘图日志 任务日志 钱包管理 个人设置')}<div style="flex:1;min-width:0;padding:16px">${body}</div></div>`

export const billsOfTopUps: Sketch = ({ c, p, t }) => ({
  kind: 'table',
  language: 'zh',
  wide: true,
  html: sheetOf(
    c,
    c.pick([paints.white, paints.night]),
    'cn',
    consoleOf(
      user(p.login),
      `<h3>充值账单</h3><div class="d s" style="padding:8px 0">余额 ${amount(`$${t.left}`)}　　搜索订单号</div><div class="s">${tableOf(
        ['订单号', '支付方式', '充值额度', '支付金额', '状态', '创建时间'],
        many(c, 5, (u) => [
          order(u.own),
          method(c.pick(['支付宝', '微信', 'Stripe'])),
          amount(c.pick([u.even, `${u.even}.00`])),
          amount(`¥${u.yuan}`),
          `● ${status(c.pick(['成功', '成功', '待支付', '已过期']))}`,
          time(u.full),
        ]),
      )}</div><div class="d s p">显示第 1 条-第 5 条，共 ${c.int(6, 30)} 条</div>`,
    ),
  ),
})

export const tokensOpened: Sketch = ({ c, p }) => ({
  kind: 'key',
  language: 'zh',
  wide: true,
  html: sheetOf(
    c,
    c.pick([paints.white, paints.slate]),
    'cn',
    consoleOf(
      user(p.login),
      `<div class="r"><h3>令牌管理</h3><span class="bt">添加令牌</span></div><div class="s">${tableOf(
        ['名称', '状态', '剩余额度/总额度', '密钥', '分组', '创建时间', '过期时间'],
        many(c, 4, (u, _, n) => [
          ['cc主力', '沉浸式翻译', 'lobe', '测试别删'][n] ?? '',
          status(['已启用', '已启用', '已禁用', '已耗尽'][n] ?? ''),
          amount(n === 1 ? `$${u.left}` : `$${u.left} / $${u.even}.00`),
          `<span class="mono">${n === 0 || n === 3 ? key(u.shortKey) : masked(u.hiddenKey)}</span>`,
          c.pick(['default', 'vip', 'claude专线']),
          time(u.full),
          n === 2 ? time(u.next.full) : '永不过期',
        ]),
      )}</div>`,
    ),
  ),
})

export const ownPage: Sketch = ({ c, p, t }) => ({
  kind: 'identity',
  language: 'zh',
  html: sheetOf(
    c,
    c.pick([paints.white, paints.night]),
    'cn',
    `<div class="box lined" style="background:linear-gradient(120deg,#5a7bd8,#9a6fd0);color:#fff"><div class="l">${user(p.login)}</div><div class="s">普通用户　ID: ${c.int(1000, 9999)}</div><div class="xx">${amount(`$${t.left}`)}</div><div class="s">历史消耗 ${amount(`$${t.yuan}`)}　请求次数 ${c.int(300, 9000)}</div></div><div class="box lined"><b>账户绑定</b>${ends(
      [
        ['邮箱', email(p.mail)],
        ['微信', '未绑定'],
        ['GitHub', user(p.login.replace('linuxdo', 'git'))],
        ['Telegram', c.pick(['未绑定', account(c.text('0123456789', 10))])],
      ],
    )}</div><div class="box lined"><b>系统访问令牌</b><div class="mono s" style="border:1px solid #8886;padding:7px 10px;margin:8px 0">${key(t.systemToken)}</div><div class="r"><span class="d">邀请额度 ${amount(`$${t.even}`)}</span><span class="bt">划转</span></div></div>`,
  ),
})

export const logOpened: Sketch = ({ c, p, t }) => ({
  kind: 'table',
  language: 'zh',
  wide: true,
  html: sheetOf(
    c,
    c.pick([paints.white, paints.night]),
    'cn',
    `<div class="p">${tableOf(
      ['时间', '令牌', '类型', '模型', '用时/首字', '输入', '输出', '花费'],
      many(c, 3, (u) => [
        time(u.full),
        c.pick(['cc主力', 'lobe']),
        `<span class="tag">${c.pick(['消费', '错误'])}</span>`,
        u.model,
        `${c.int(2, 60)} s / ${c.int(1, 9)}.${c.int(0, 9)} s`,
        String(c.int(100, 60_000)),
        String(c.int(10, 4000)),
        amount(`$${u.cost}`),
      ]),
    )}<div class="box lined">${beside(
      [
        ['Request ID', order(`${t.stampFull}${c.text('0123456789', 9)}${c.text('ABCDEFGHabcdefgh0123456789', 8)}`)],
        ['用户', user(p.login)],
        ['日志详情', `模型倍率 ${c.int(1, 9)}，分组倍率 0.${c.int(2, 9)}，补全倍率 5`],
        ['计费过程', `提示 ${c.int(900, 9000)} tokens + 补全 ${c.int(100, 900)} tokens = ${amount(`$${t.cost}`)}`],
        ['请求路径', '/v1/chat/completions'],
        ['状态', status(c.pick(['429 上游负载已饱和', '成功', '额度不足']))],
      ],
      7,
    )}</div></div>`,
  ),
})

export const redeemDone: Sketch = ({ c, p, t }) => ({
  kind: 'redeem',
  language: 'zh',
  html: sheetOf(
    c,
    c.pick([paints.white, paints.slate]),
    'cn',
    `<div class="r p"><b>☰ 栗子API</b><span class="tag">${user(p.login)}</span></div><div class="box lined">${above(
      [
        ['当前余额', `<b class="l">${amount(`$${t.left}`)}</b>`],
        ['历史消耗', `<b class="l">${amount(`$${t.yuan}`)}</b>`],
      ],
      2,
    )}</div><div class="box lined"><b>兑换码充值</b><div style="display:flex;gap:6px;padding:10px 0"><span class="mono" style="flex:1;border:1px solid #8886;border-radius:4px;padding:6px 10px">${code(t.code)}</span><span class="bt" style="flex:none">兑换</span></div><p class="d s">在找兑换码？购买兑换码</p></div><div class="box lined cc" style="box-shadow:0 4px 20px #0005"><h3>${status(c.pick(['兑换成功！', '兑换失败：该兑换码已使用', '无效的兑换码']))}</h3><p>兑换额度：${amount(`$${t.even}.00`)}</p><p class="d s">${time(t.full)}</p></div>`,
  ),
})

export const foundOrder: Sketch = ({ c, p, t }) => ({
  kind: 'redeem',
  language: 'zh',
  wide: c.pick([true, false]),
  html: sheetOf(
    c,
    paints.blue,
    'cn',
    `<div class="p r"><b>小栗发卡</b><span class="d">首页　订单查询</span></div><div class="box"><div style="border:1px solid #8885;padding:8px 12px;border-radius:6px">${c.pick([email(p.mail), phone(p.mobile), order(t.shopOrder)])}</div><p class="d s">可用联系方式或订单号查询</p></div><div class="box"><div class="r"><b>API余额 ${t.even}$ 兑换码</b><span class="tag">${status(c.pick(['已支付', '已发货', '待支付']))}</span></div>${beside(
      [
        ['订单号', order(t.shopOrder)],
        ['金额', amount(`${t.yuan} 元`)],
        ['支付方式', method(c.pick(['支付宝', '微信扫码', 'USDT']))],
        ['下单时间', time(t.full)],
        ['联系方式', c.pick([phone(p.mobile), email(p.mail)])],
        ['查询密码', password(t.password)],
      ],
    )}<div class="mono" style="background:#20242c;color:#d7f0c8;border-radius:6px;padding:10px 12px;margin-top:8px">${many(c, 2, (u) => `<div>${code(u.code)}</div>`).join('')}</div></div>`,
  ),
})

export const cashierToScan: Sketch = ({ c, t }) => ({
  kind: 'code',
  language: 'zh',
  codes: [{ format: 'QRCode', text: `https://qr.alipay.example/bax${c.text('0123456789abcdefghij', 20)}` }],
  html: sheetOf(
    c,
    paints.blue,
    'cn',
    `<div class="cc p"><b class="h l">${method('支付宝')}扫码支付</b></div><div class="box cc"><div class="xx">${amount(`￥${t.yuan}`)}</div><img data-code="0" style="width:170px;height:170px;margin:10px"><p>${status(c.pick(['等待支付', '订单已过期，请重新下单', '支付成功']))}</p><p class="d s">剩余 ${c.int(1, 4)}分${c.int(10, 59)}秒</p></div><div class="box s">${said(
      [
        ['商户订单号', order(t.own)],
        ['平台订单号', order(`${t.stampFull}${c.text('0123456789', 5)}`)],
        ['创建时间', time(t.full)],
        ['商品名称', `TUC${t.even}`],
      ],
    )}</div>`,
  ),
})

export const talkWithDesk: Sketch = ({ c, p, t }) => ({
  kind: 'chat',
  language: 'zh',
  html: sheetOf(
    c,
    c.pick([paints.grey, { ...paints.black, box: '#111' }]),
    'cn',
    `${topped('栗子客服小雨', t.clock)}<div class="cc d s">${time(t.zhShort)}</div>${bubbles(
      [
        `>你好，我${time(t.clock)}充了${amount(`${t.yuan}元`)}，一直没到账`,
        '您好，麻烦提供一下付款截图和注册邮箱～',
        `>${email(p.mail)}`,
        `>${c.pick(['交易单号', '支付宝的订单号是', ''])}${alipay(t.ali)}`,
        `>我是${method(c.pick(['支付宝', '微信', '花呗']))}付的，显示${status('支付成功')}`,
        '收到，这边帮您查一下，请稍等',
        `查到了，已为您补发：${code(t.code)}，账号 ${user(p.login)} 下兑换即可`,
        '>好的谢谢',
      ],
      '#95ec69;color:#111',
      '#8883',
    )}`,
  ),
})

export const penguinGroup: Sketch = ({ c, p, q, t }) => ({
  kind: 'chat',
  language: 'zh',
  html: sheetOf(
    c,
    paints.blue,
    'cn',
    `${topped(`栗子API售后2群(${c.int(200, 1900)})`, t.clock)}${[
      [user(p.nick), `有没有人遇到充值失败的，扣了${amount(t.yuan)}`],
      [user(q.nick), `看下后台订单状态，我之前是${status('待支付')}，过了十分钟变${status('成功')}了`],
      ['群主 小栗', `${user(`@${p.nick}`)} 单号发我`],
      [user(p.nick), order(t.own)],
      [user(p.nick), `我手机${phone(p.mobileGapped)}，加我也行`],
      ['群主 小栗', `已处理，${time(t.after.clock)} 补到账 ${amount(`$${t.even}`)}`],
      [user(q.nick), `顺便问下 ${t.model} 怎么报503`],
    ]
      .map(
        ([who, what]) =>
          `<div style="display:flex;gap:8px;padding:6px 12px"><i style="flex:none;width:36px;height:36px;border-radius:50%;background:#8ab"></i><div><div class="d s">${who}</div><span style="display:inline-block;background:#fff;border-radius:4px 12px 12px;padding:7px 11px">${what}</span></div></div>`,
      )
      .join('')}`,
  ),
})

export const sheetOfSales: Sketch = ({ c }) => ({
  kind: 'table',
  language: 'zh',
  wide: true,
  html: sheetOf(
    c,
    paints.white,
    'cn',
    `<div class="p s" style="background:#1e7145;color:#fff">11月代充登记.xlsx　　已保存</div><div class="s">${tableOf(
      ['', 'A 日期', 'B 客户', 'C 微信/手机', 'D 额度', 'E 实收', 'F 渠道', 'G 卡密', 'H 备注'],
      many(c, 5, (u, f, n) => [
        String(n + 2),
        time(u.day),
        person(f.zh),
        c.pick([
          phone(f.mobile),
          account(`wx_${f.login}`),
          account(`wxid_${c.text('abcdefghijklmnop0123456789', 14)}`),
        ]),
        amount(`$${u.even}`),
        amount(u.yuan),
        method(c.pick(['微信转账', '支付宝', '闲鱼'])),
        code(u.code),
        c.pick(['', '老客户', '要发票']),
      ]),
    )}</div>`,
    'td,th{border:1px solid #ccc;padding:4px 6px}',
  ),
})
