// Mainland pages of paying: bills and transfers of two purses, a refund's course, bank results and months, a quick pay, a paper invoice.
import {
  account,
  address,
  alipay,
  amount,
  bank,
  method,
  order,
  paper,
  person,
  phone,
  status,
  time,
  user,
  wechat,
} from '../marks.ts'
import { bar, barcode, beside, ends, many, over, type Sketch, sheet } from './sheet.ts'

const boughtByPurse: Sketch = (w) => {
  const { c, t } = w
  return {
    kind: 'bill',
    language: 'zh',
    codes: [{ format: 'Code128', text: t.merchant }],
    html: sheet(
      w,
      'cn',
      'blue',
      `${bar(c)}<div class="duo pad"><span>‹</span><b>账单详情</b><span class="l d">全部账单</span></div><div class="box"><div class="ctr" style="padding:10px 0 16px"><span class="disc"></span><div>${c.pick(['海豚云计算', '速达网络科技', '星链智算平台'])}</div><div class="big">${amount(`-${t.sum}`)}</div><div class="d l">${status(c.pick(['交易成功', '交易成功', '等待确认收货', '退款成功']))}</div></div>${ends(
        [
          ['支付时间', time(t.full)],
          ['付款方式', method(c.pick(['余额宝', '花呗', `${t.bank}储蓄卡(${t.tail})`, '账户余额']))],
          ['商品说明', c.pick([`充值${t.whole}`, 'API额度-标准套餐', '在线充值'])],
          ['收款方全称', '杭州海豚云计算有限公司'],
          ['订单号', alipay(t.alipay)],
          ['商家订单号', order(t.merchant)],
        ],
        5,
      )}${barcode(c.pick([40, 54]))}<div class="d l end">商家可扫码退款或查询交易</div></div><div class="box">${ends([
        ['账单分类', '充值缴费 ›'],
        ['计入收支', '●'],
        ['对此订单有疑问', '›'],
      ])}</div>`,
    ),
  }
}

const sentByPurse: Sketch = (w) => {
  const { c, b, t } = w
  return {
    kind: 'bill',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      'blue',
      `${bar(c)}<div class="pad">‹　账单详情</div><div class="box"><div style="display:flex;gap:12px;align-items:center"><span class="disc"></span><div>${person(b.chinese)}<div class="big">${amount(`-${t.sum}`)}</div>${status(c.pick(['交易成功', '交易关闭', '转账成功']))}</div></div></div><div class="box">${beside(
        [
          ['创建时间', time(t.full)],
          ['付款方式', method(c.pick(['账户余额', `${t.bank}（${t.tail}）`]))],
          ['转账备注', c.pick(['转账', '中转站充值', '谢谢老板'])],
          [
            '对方账户',
            `${person(b.chinese)} ${c.pick([b.mobileHidden, b.mailHidden, account(b.mobile), account(b.mail)])}`,
          ],
          ['订单号', alipay(t.alipayPassing)],
        ],
        5,
      )}</div><div class="box d">查看往来记录　›</div>`,
    ),
  }
}

const takenByChatApp: Sketch = (w) => {
  const { c, b, t } = w
  return {
    kind: 'bill',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      'green',
      `${bar(c)}<div class="duo pad"><span>‹</span><span>⋯</span></div><div class="ctr pad"><div class="h" style="font-size:2.4em">${c.pick(['✔'])}</div><p>${status(c.pick(['对方已收款', '已收款', '待对方收款', '已退还（过期）']))}</p><div class="big">${amount(`¥${t.sum}`)}</div></div><div class="pad" style="border-top:1px solid var(--line)">${beside(
        [
          ['转账说明', c.pick(['微信转账', '充值', '给你转账'])],
          ['收款人', `${user(b.nick)}（${b.starred}）`],
          ['转账时间', time(t.zh)],
          ['收款时间', time(t.after.zh)],
          ['支付方式', method(c.pick(['零钱', '零钱通', `${t.bank}(${t.tail})`]))],
          ['转账单号', wechat(t.wechatPassing)],
        ],
        5.5,
      )}</div><div class="pad h ctr">查看零钱</div>`,
    ),
  }
}

const refundsCourse: Sketch = (w) => {
  const { c, t } = w
  const stop = (head: string, when: string): string =>
    `<div style="border-left:2px solid var(--hue);padding:0 0 14px 14px;margin-left:8px"><div>${head}</div><div class="d l">${when}</div></div>`
  return {
    kind: 'bill',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      'green',
      `${bar(c)}<div class="pad ctr"><b>退款详情</b></div><div class="box"><div class="duo"><span>退款金额</span><b>${amount(`¥${t.sum}`)}</b></div><div class="duo"><span>退款去向</span><span>${method(c.pick(['零钱', `${t.bank}（${t.tail}）`, '原支付方式']))}</span></div></div><div class="box">${stop(`商户发起退款`, time(t.full))}${stop('微信支付处理', time(t.full))}${stop(status(c.pick(['退款成功', '银行处理中', '已到账'])), time(t.after.full))}</div><div class="box l">${beside(
        [
          ['商户名称', '智算星球'],
          ['退款单号', wechat(t.wechatPassing)],
          ['原交易单号', wechat(t.wechat)],
          ['商户单号', order(t.merchant)],
        ],
        6,
      )}</div>`,
    ),
  }
}

const noticesOfPay: Sketch = (w) => {
  const { c } = w
  return {
    kind: 'chat',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      'green',
      `${bar(c)}<div class="ctr pad"><b>微信支付</b></div>${many(
        c,
        3,
        (p, t, i) =>
          `<div class="ctr d l" style="padding:8px">${time(t.spoken)}</div><div class="box"><div class="d l">${['已支付', '零钱提现到账', '收款到账通知'][i]}</div><div class="ctr"><span class="l d">${['付款金额', '提现金额', '收款金额'][i]}</span><div class="big">${amount(`￥${t.sum}`)}</div></div>${beside(
            [
              [
                ['收款方', '智算星球科技'],
                ['提现银行', method(`${t.bank}（${t.tail}）`)],
                ['付款方', user(p.nick)],
              ][i] as [string, string],
              ['交易状态', status(['支付成功，对方已收款', '到账成功', '已存入零钱'][i] ?? '')],
              ...(i === 1 ? [['到账时间', time(t.full)] as const] : []),
            ],
            5,
            3,
          )}<div class="d l" style="border-top:1px solid var(--line);padding-top:8px">账单详情</div></div>`,
      ).join('')}`,
    ),
  }
}

const quickPaid: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'bank',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      'red',
      `<div style="background:var(--hue);color:#fff">${bar(c)}<div class="pad ctr">云闪付　支付结果<div class="big">${amount(`¥ ${t.sum}`)}</div><div>${status(c.pick(['支付成功', '支付成功', '订单已撤销']))}</div></div></div><div class="box">${ends(
        [
          ['商户', '成都智算星球信息技术'],
          ['立减优惠', amount(`-¥${c.int(0, 3)}.${c.int(10, 99)}`)],
          ['付款卡', method(`${t.bank}借记卡 [${t.tail}]`)],
          ['订单时间', time(t.dots)],
          ['订单编号', order(t.union)],
          ['商户订单号', order(t.merchant)],
          ['预留手机', c.pick([phone(a.mobile), a.mobileHidden])],
        ],
        c.pick([5, 8]),
      )}</div><div class="ctr"><span class="press">完成</span></div>`,
    ),
  }
}

const bankResult: Sketch = (w) => {
  const { c, a, b, t, u } = w
  return {
    kind: 'bank',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      c.pick(['red', 'ocean', 'blue']),
      `${bar(c)}<div class="pad ctr"><div class="h" style="font-size:2em">✓</div><b>${status(c.pick(['转账成功', '汇款已受理', '转账失败']))}</b><div class="d l">${time(t.full)}</div></div><div class="box">${over(
        [
          ['转账金额（元）', `<span class="big">${amount(t.sum)}</span>`],
          ['收款人', person(b.chinese)],
          ['收款账号', bank(c.pick([u.card, u.cardFours]))],
          ['收款银行', `${u.bank}股份有限公司`],
          ['付款账户', `${c.pick([person(a.chinese), a.starred])}　${c.pick([t.cardHidden, bank(t.card)])}`],
          ['转账方式', method(c.pick(['实时转账', '普通到账', '手机号转账']))],
          ['手续费', amount('0.00')],
          ['交易流水号', order(t.flow)],
        ],
      )}</div><div class="duo pad"><span class="press">再转一笔</span><span class="h">保存回单</span></div>`,
    ),
  }
}

const monthOfCredit: Sketch = (w) => {
  const { c, t } = w
  return {
    kind: 'table',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      'ocean',
      `${bar(c)}<div class="pad"><b>${t.month}账单</b><span class="d l">　信用卡 尾号${t.tail}</span></div><div class="box duo"><span><span class="d l">本期应还</span><br><b>${amount(`¥${t.sum}`)}</b></span><span class="end"><span class="d l">到期还款日</span><br>${time(t.after.day)}</span></div><div class="box">${many(
        c,
        6,
        (p, u, i) =>
          `<div class="duo" style="padding:9px 0;border-bottom:1px solid var(--line)"><span>${[`财付通-智算星球`, `支付宝-${person(p.chinese)}`, 'OPENROUTER, INC', '美团外卖', `手机银行转入 ${person(p.chinese)}`, 'ANTHROPIC* CREDITS'][i]}<br><span class="d l">${time(u.minutes)}</span></span><span class="end" style="flex:none">${amount(`${i === 4 ? '+' : ''}${u.sum}`)}<br><span class="d l">${i % 3 === 0 ? status(c.pick(['已入账', '未入账', '已退款'])) : ''}</span></span></div>`,
      ).join('')}</div>`,
    ),
  }
}

const groceryOrder: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'order',
    language: 'zh',
    html: sheet(
      w,
      'cn',
      'orange',
      `${bar(c)}<div class="pad"><b class="h">${status(c.pick(['待收货', '交易已完成', '已退款', '拼单成功，待发货']))}</b></div><div class="box"><div>${person(a.chinese)}，${c.pick([phone(a.mobile), phone(a.mobileGaps), a.mobileHidden])}</div><div class="d">${address(a.home)}</div></div><div class="box"><div class="duo"><span>大模型API额度 ${t.whole}刀 极速发货 支持售后</span><span style="flex:none">${amount(`¥${t.sum}`)}<br><span class="d l end">x1</span></span></div><div class="duo" style="padding-top:8px"><span class="d">实付</span><span class="h">${amount(`¥${t.sum}`)}</span></div></div><div class="box l">${beside(
        [
          ['订单编号：', `${order(t.shop)} <span class="h">复制</span>`],
          ['支付方式：', method(c.pick(['微信支付', '支付宝', '多多支付', '先用后付']))],
          ['下单时间：', time(t.full)],
          ['拼单时间：', time(t.full)],
          ['发货时间：', time(t.after.full)],
        ],
        5.5,
        2,
      )}</div>`,
    ),
  }
}

const fiscalPaper: Sketch = (w) => {
  const { c, a, t } = w
  const cell = 'border:1px solid #9b3a2f;padding:7px 9px'
  return {
    kind: 'identity',
    language: 'zh',
    wide: true,
    html: sheet(
      w,
      'cn',
      'mono!',
      `<div style="padding:26px;color:#7b2d24"><div class="duo"><span></span><h2>电子发票（普通发票）</h2><span class="l">发票号码：<span style="color:#111">${order(t.fiscal)}</span><br>开票日期：<span style="color:#111">${time(t.zh.split(' ')[0] ?? '')}</span></span></div><div style="display:grid;grid-template-columns:1fr 1fr;margin-top:10px"><div style="${cell}">购买方信息<div style="color:#111">名称：${person(a.chinese)}<br>统一社会信用代码/纳税人识别号：${paper(a.citizen)}</div></div><div style="${cell}">销售方信息<div style="color:#111">名称：成都智算星球信息技术有限公司</div></div></div><div style="${cell};color:#111">*信息技术服务*接口调用服务　　数量 1　　单价 ${amount(t.sum)}　　税率 1%</div><div style="${cell}">价税合计（小写）<span style="color:#111">${amount(`¥${t.sum}`)}</span></div><div style="${cell}">备注<div style="color:#111">付款方式：${method(c.pick(['对公转账', '支付宝', '微信支付']))}；开户行及账号：${t.bank} ${bank(t.card)}；地址、电话：${address(a.home)} ${phone(a.mobile)}；开票状态：${status(c.pick(['已开具', '已红冲']))}</div></div></div>`,
    ),
  }
}

export const mainland: readonly Sketch[] = [
  boughtByPurse,
  sentByPurse,
  takenByChatApp,
  refundsCourse,
  noticesOfPay,
  quickPaid,
  bankResult,
  monthOfCredit,
  groceryOrder,
  fiscalPaper,
]
