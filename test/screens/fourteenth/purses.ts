// Mainland purses, banks and shops: bills as the apps draw them, a refund, a transfer, movements of a card, orders, texts, an invoice.
import {
  account,
  address,
  alipay,
  amount,
  bank,
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
import { above, beside, ends, many, paints, type Sketch, sheetOf, tableOf, topped } from './easel.ts'

export const blueBill: Sketch = ({ c, q, t }) => ({
  kind: 'bill',
  language: 'zh',
  html: sheetOf(
    c,
    c.pick([paints.blue, paints.blue, paints.night]),
    'cn',
    `${topped('账单详情', t.after.clock)}<div class="box"><div class="cc"><span class="tag">商</span> 深圳市栗子智能有限公司<div class="xx">${amount(`-${t.yuan}`)}</div><div class="d">${status(c.pick(['交易成功', '交易成功', '已全额退款']))}</div></div><div style="padding-top:14px">${ends(
      [
        ['支付时间', time(t.full)],
        ['付款方式', method(c.pick(['余额宝', '花呗', `${t.bank}储蓄卡(${t.four})`]))],
        ['商品说明', `栗子API-${t.even}美元额度`],
        ['收单机构', '支付宝（杭州）信息技术有限公司'],
        ['收款方全称', c.pick(['深圳市栗子智能有限公司', person(q.zh)])],
        ['订单号', alipay(t.ali)],
        ['商家订单号', order(t.own)],
      ],
      5,
    )}</div></div><div class="box">${ends(
      [
        ['账单分类', '充值缴费 ›'],
        ['标签和备注', '添加 ›'],
        ['计入收支', '●'],
      ],
      5,
    )}</div><div class="box r"><span>对此订单有疑问</span><span class="d">›</span></div>`,
  ),
})

export const greyRefund: Sketch = ({ c, t }) => ({
  kind: 'bill',
  language: 'zh',
  html: sheetOf(
    c,
    c.pick([paints.grey, paints.black]),
    'cn',
    `${topped('退款详情', t.clock)}<div class="box"><div class="cc d">栗子智能-退款</div><div class="cc xx">${amount(`+${t.yuan}`)}</div><div class="hr" style="margin:14px 0"></div>${beside(
      [
        ['当前状态', status(c.pick(['已退款', '退款处理中', '已到账']))],
        ['退款方式', method(c.pick(['退回零钱', `退回${t.bank}(${t.four})`, '原路退回']))],
        ['退款时间', time(t.zhFull)],
        ['到账时间', time(t.after.zhFull)],
        ['退款单号', order(t.wxBack)],
        ['商户单号', order(t.own)],
        ['原交易单', wechat(t.wx)],
      ],
      5.2,
    )}</div><div class="cc d s">查看原订单　|　联系商家</div>`,
  ),
})

export const greyTransfer: Sketch = ({ c, p, t }) => ({
  kind: 'bill',
  language: 'zh',
  html: sheetOf(
    c,
    paints.grey,
    'cn',
    `${topped('', t.clock)}<div class="cc" style="padding:26px 10px"><div style="font-size:44px;color:#06ad56">✔</div><p>${c.pick([`${user(p.nick)}已收款`, `你已收款，资金已存入零钱`, `待${user(p.nick)}收款`])}</p><div class="xx">${amount(`￥${t.yuan}`)}</div></div><div class="p hr">${ends(
      [
        ['转账说明', c.pick(['充200刀', '额度', 'claude月卡'])],
        ['转账时间', time(t.zhFull)],
        ['收款时间', time(t.after.zhFull)],
        ['支付方式', method(c.pick(['零钱', '零钱通', `${t.bank}(${t.four})`]))],
        ['转账单号', wechat(t.wxMove)],
      ],
    )}</div>`,
  ),
})

export const flashRecords: Sketch = ({ c, t }) => ({
  kind: 'table',
  language: 'zh',
  html: sheetOf(
    c,
    paints.red,
    'cn',
    `${topped('账单', t.clock)}<div class="p d s">2026年11月　支出 ${amount(`¥${t.yuan}`)}</div>${many(c, 4, (u, _, n) => `<div class="box lined"><div class="r"><b>${['栗子智能', '中国移动', '栗子智能', '滴滴出行'][n]}</b><b>${amount(`-${u.yuan}`)}</b></div><div class="r d s"><span>${time(u.full)}</span><span>${status(c.pick(['交易成功', '交易成功', '已退货', '交易失败']))}</span></div><div class="s" style="padding-top:5px">${method(`${u.bank}借记卡(${u.four})`)}</div><div class="s d">交易流水号 ${order(u.unionpay)}</div></div>`).join('')}`,
  ),
})

export const savingsMove: Sketch = ({ c, p, q, t }) => ({
  kind: 'bank',
  language: 'zh',
  html: sheetOf(
    c,
    c.pick([paints.red, paints.green]),
    'cn',
    `${topped('交易明细详情', t.clock)}<div class="box"><span class="d">交易金额（元）</span><div class="xx">${amount(`-${t.yuan}`)}</div><span class="d s">交易后余额 ${amount(`${c.int(1, 30)},${t.left.padStart(6, '3')}`)}</span></div><div class="box">${ends(
      [
        ['交易户名', person(p.zh)],
        ['交易卡号', bank(t.cardGapped)],
        ['交易类型', method(c.pick(['网上支付', '快捷支付', '转账汇款', '银联在线支付']))],
        ['交易时间', time(t.full)],
        ['对方户名', c.pick([person(q.zh), '财付通支付科技有限公司'])],
        ['对方账号', bank(c.text('0123456789', 19))],
        ['对方行名', `${t.bank}股份有限公司`],
        ['交易流水', order(t.serial)],
        ['交易状态', status(c.pick(['成功', '交易成功', '已冲正']))],
        ['摘要', '财付通-栗子智能'],
      ],
    )}</div><div class="cc"><span class="bt">电子回单</span></div>`,
  ),
})

export const parcelOrder: Sketch = ({ c, p, t }) => ({
  kind: 'order',
  language: 'zh',
  html: sheetOf(
    c,
    paints.red,
    'cn',
    `<div style="background:linear-gradient(#e2231a,#f6f6f6);padding:22px 16px 8px;color:#fff"><div class="l">${status(c.pick(['已完成', '等待收货', '已取消']))}</div></div><div class="box"><div>${person(p.zh)}　${c.pick([phone(p.mobile), masked(p.mobileStarred)])}</div><div class="d s">地址：${address(p.home)}</div></div><div class="box"><b>栗子数码京选店 ›</b><div class="r" style="padding:10px 0"><span style="max-width:62%">AI大模型API额度充值卡 面值${t.even}美元 电子卡密</span><span>${amount(`¥${t.yuan}`)}<br><span class="d">×1</span></span></div><div class="hr"></div><div class="r" style="padding-top:8px"><span class="d">实付款</span><b style="color:#e2231a">${amount(`¥${t.yuan}`)}</b></div></div><div class="box s">${beside(
      [
        ['订单编号', `${order(t.jd)}　<span class="h">复制</span>`],
        ['下单时间', time(t.full)],
        ['支付方式', method(c.pick(['在线支付', '微信支付', '白条']))],
        ['支付时间', time(t.after.full)],
        ['配送方式', '电子凭证'],
      ],
    )}</div>`,
  ),
})

export const groupOrder: Sketch = ({ c, p, t }) => ({
  kind: 'order',
  language: 'zh',
  html: sheetOf(
    c,
    paints.red,
    'cn',
    `${topped('订单详情', t.clock)}<div class="box l">${status(c.pick(['交易已完成', '拼单成功，待发货', '退款成功']))}</div><div class="box"><div class="d">数字小铺的店</div><div class="r"><span>GPT/Claude通用 ${t.even}刀 自动发卡</span><span>${amount(`¥${t.yuan}`)}</span></div><div class="hr" style="margin:8px 0"></div><div>卡密信息</div><div class="mono" style="background:#8881;padding:8px;margin-top:4px">${code(t.code)}</div></div><div class="box s">${ends(
      [
        ['订单编号', order(t.pdd)],
        ['支付方式', method(c.pick(['微信', '支付宝', '先用后付']))],
        ['下单时间', time(t.full)],
        ['拼单时间', time(t.after.full)],
        ['充值账号', c.pick([phone(p.mobile), email(p.mail), account(p.login)])],
      ],
      4,
    )}</div>`,
  ),
})

export const textsAtOnce: Sketch = ({ c, p, t }) => {
  const box = (text: string) =>
    `<div class="p" style="padding-right:60px"><div style="background:#8883;border-radius:16px;padding:10px 14px">${text}</div></div>`
  return {
    kind: 'chat',
    language: 'zh',
    html: sheetOf(
      c,
      c.pick([paints.black, paints.white]),
      'cn',
      `${topped('95599', t.clock)}<div class="cc d s">${time(t.zhShort)}</div>${box(`【${t.bank}】您尾号${masked(t.four)}账户${time(t.zhShort)}完成${method('支付宝')}交易人民币-${amount(t.yuan)}，余额${amount(t.left)}。`)}${box(`【支付宝】你的退款${amount(`${t.even}元`)}${status('已到账')}，已退回余额。`)}<div class="cc d s">${time(t.after.zhShort)}</div>${box(`【栗子智能】${person(p.title)}，您的充值订单${order(t.own)}${status(c.pick(['支付成功', '已完成', '已超时关闭']))}，卡密：${code(t.code)}，请勿转发。`)}`,
    ),
  }
}

export const invoiceMail: Sketch = ({ c, p, t }) => ({
  kind: 'mail',
  language: 'zh',
  wide: true,
  html: sheetOf(
    c,
    paints.white,
    'cn',
    `<div class="p"><h3>您收到一张电子发票【栗子智能】</h3><div class="d s">发件人：发票通 &lt;${email(`fp@${c.pick(['lizi-ai.cn', 'fapiao-post.cn'])}`)}&gt;　收件人：${person(p.zh)} &lt;${email(p.mail)}&gt;　时间：${time(t.zhFull)}</div></div><div class="p hr"><p>尊敬的${person(p.zh)}，您好：</p><p>您在栗子智能消费的电子发票${status('已开具')}，信息如下：</p><div style="max-width:640px;padding-top:10px">${tableOf(
      ['项目', '内容'],
      [
        ['发票号码', order(t.fapiao)],
        ['购买方名称', person(p.zh)],
        ['价税合计', amount(`¥${t.yuan}`)],
        ['开票日期', time(t.day)],
        ['关联订单', order(t.own)],
        ['付款方式', method(c.pick(['支付宝', '微信支付', '对公转账']))],
      ],
    )}</div><p style="padding-top:10px"><span class="bt">下载PDF</span></p></div>`,
  ),
})

export const secondHandPaid: Sketch = ({ c, p, q, t }) => ({
  kind: 'order',
  language: 'zh',
  html: sheetOf(
    c,
    c.pick([{ ...paints.white, hue: '#ffc800' }, paints.black]),
    'cn',
    `${topped('我买到的', t.clock)}<div class="box lined"><b>${status(c.pick(['交易成功', '待收货', '交易关闭']))}</b><div class="r" style="padding:10px 0"><span>卖家 ${user(q.nick)}</span><span class="tag">百分百好评</span></div><div class="r"><span>中转站额度${t.even}刀可开票</span><b>${amount(`¥${t.yuan}`)}</b></div></div><div class="box lined">${above(
      [
        ['订单编号', order(t.fish)],
        ['交易时间', time(t.full)],
        ['买家昵称', user(p.nick)],
        ['支付宝交易号', alipay(t.ali)],
        ['付款方式', method(c.pick(['支付宝', '余额宝', '花呗']))],
        ['确认收货时间', time(t.after.full)],
      ],
      c.pick([1, 2]),
    )}</div>`,
  ),
})
