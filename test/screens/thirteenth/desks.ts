// Desks of those who sell for gateways: a seller's talk beside an order, a sheet of sums, a form of refund.
import { alipay, amount, code, email, method, order, person, phone, status, time, user, wechat } from '../marks.ts'
import { bar, beside, inputs, many, type Sketch, sheet, talk } from './sheet.ts'

const deskOfSeller: Sketch = (w) => {
  const { c, a, b, t } = w
  return {
    kind: 'chat',
    language: 'zh',
    wide: true,
    html: sheet(
      w,
      'cn',
      'orange',
      `<div style="display:grid;grid-template-columns:190px 1fr 300px"><div class="pad l" style="border-right:1px solid var(--line)">${many(c, 5, (p, u) => `<div style="padding:8px 0">${user(p.handle)}<br><span class="d">${time(u.clock)}</span></div>`).join('')}</div><div><div class="pad"><b>${user(a.handle)}</b></div>${talk(
        [
          '亲，在吗，我拍了',
          `付款了，${status(c.pick(['等待发货', '买家已付款']))}，快点哈`,
          `>亲，您的卡密：${code(t.code)}，有效期到${time(t.after.day)}`,
          `收到，能不能发到邮箱 ${email(a.mail)}`,
          '>好的亲',
          '这个码提示无效啊',
        ],
        '#ffe2d1;color:#222',
        'var(--line)',
        4,
      )}</div><div class="pad l" style="border-left:1px solid var(--line)"><b>订单</b>${beside(
        [
          ['订单号', order(t.shop)],
          ['实收', amount(`¥${t.sum}`)],
          ['付款', time(t.full)],
          ['收货人', person(b.chinese)],
          ['手机', phone(b.mobile)],
          ['方式', method(c.pick(['支付宝', '微信支付']))],
          ['备注', '无'],
        ],
        4,
      )}</div></div>`,
    ),
  }
}

const sheetOfSums: Sketch = (w) => {
  const { c } = w
  const cell = 'border:1px solid #c6c6c6;padding:4px 7px;color:#111'
  const row = (cells: readonly string[]): string =>
    `<tr>${cells.map((one) => `<td style="${cell}">${one}</td>`).join('')}</tr>`
  return {
    kind: 'table',
    language: 'zh',
    wide: true,
    html: sheet(
      w,
      'cn',
      'mono!',
      `<div style="background:#217346;color:#fff;padding:7px 12px">代充登记表.xlsx　　开始　插入　页面布局　公式</div><table style="font-size:14px">${row(['', 'A', 'B', 'C', 'D', 'E', 'F', 'G'])}${row(['1', '日期', '客户', '微信/手机', '渠道', '金额', '流水', '情况'])}${many(
        c,
        6,
        (p, t, i) =>
          row([
            String(i + 2),
            time(t.day),
            c.pick([person(p.chinese), user(p.nick)]),
            c.pick([phone(p.mobile), phone(p.mobileAbroad)]),
            method(c.pick(['支付宝', '微信', '银行卡'])),
            amount(t.sum),
            c.pick([alipay(t.alipay), order(t.merchant), wechat(t.wechat)]),
            status(c.pick(['已到账', '已退', '未到账', '已补'])),
          ]),
      ).join('')}</table>`,
    ),
  }
}

const formOfRefund: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'order',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      'blue',
      `${bar(c)}<div class="pad"><b>申请退款</b></div><div class="box">${inputs([
        ['* 注册账号', c.pick([email(a.mail), user(a.login)])],
        ['* 订单号', order(t.gateway)],
        ['* 退款金额', amount(`${t.sum} 元`)],
        ['付款方式', `${method(c.pick(['微信支付', '支付宝']))} ▾`],
        ['付款时间', time(t.minutes)],
        ['收款人姓名', person(a.chinese)],
        ['联系电话', phone(a.mobile)],
        ['当前状态', status(c.pick(['审核中', '已驳回', '退款中']))],
      ])}<div class="ctr" style="padding-top:10px"><span class="press">提交</span></div></div>`,
    ),
  }
}

export const desks: readonly Sketch[] = [deskOfSeller, sheetOfSums, formOfRefund]
