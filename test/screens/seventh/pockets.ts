// Screens of mainland purses and banks: digital yuan, a movement of an account, deductions, a paper slip, short messages, a chosen invoice title.
import {
  account,
  address,
  alipay,
  amount,
  bank,
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
import { columns, ends, type Field, form, fresh, over, paper, type Scene } from './stage.ts'

const digitalYuan: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: paper(
      s,
      'cn',
      `<div class="in" style="background:#c8232c;color:#fff"><div class="note">数字人民币　交易详情</div><div class="loud">${amount(`-¥${n.sum}`)}</div><div>${status(c.pick(['交易成功', '付款成功', '已冲正']))}</div></div><div class="block">${ends(
        [
          ['交易类型', '消费'],
          ['收款方', '云杉智算科技'],
          ['付款钱包', method(`${n.bank}钱包（${n.last4}）`)],
          ['交易时间', time(n.dots)],
          ['流水号', order(n.ecny)],
          ['商户单号', order(n.merchant)],
          ['钱包绑定手机', masked(a.mobileStarred)],
        ],
      )}</div><div class="in note soft center">对此交易有疑问？联系运营机构</div>`,
    ),
  }
}

const accountMovement: Scene = (s) => {
  const { c, a, n } = s
  const balance = fresh(c).n.sum
  return {
    kind: 'bank',
    language: 'zh',
    html: paper(
      s,
      'cn',
      `<div class="in center"><b>收支明细</b></div><div class="block"><div class="ends"><span>${c.pick(['网联-支付宝支付', '快捷支付', '转账汇款'])}</span><b class="mark">${amount(`-${n.sum}`)}</b></div><div class="soft note">人民币</div><hr>${columns(
        [
          ['交易时间', time(n.iso)],
          ['账户余额', amount(balance)],
          ['交易卡号', bank(n.card)],
          ['对方户名', c.pick([person(a.mainland), '支付宝（中国）网络技术有限公司'])],
          ['对方账号', bank(n.corporate)],
          ['交易渠道', method(c.pick(['手机银行', '网上支付', '银联快捷']))],
          ['交易流水', order(n.flow)],
          ['摘要', `${c.pick(['额度充值', 'token套餐', '服务费'])}`],
          ['状态', status(c.pick(['交易成功', '已入账', '已冲回']))],
        ],
        5.2,
      )}</div><div class="in ends"><span class="tag">添加备注</span><span class="push">生成回单</span></div>`,
    ),
  }
}

const deductions: Scene = (s) => {
  const { c, a, n } = s
  const notice = (title: string, fields: readonly Field[]): string =>
    `<div class="center soft note" style="padding:8px">${time(fresh(c).n.zhHalf)}</div><div class="block"><div class="soft note">${title}</div><hr>${columns(fields, 4.8)}<hr><div class="note">账单详情 ›</div></div>`
  return {
    kind: 'bill',
    language: 'zh',
    html: paper(
      s,
      'cn',
      `<div class="in center"><b>微信支付</b></div>${notice('微信支付凭证', [
        ['付款金额', amount(`¥${n.sum}`)],
        ['收款方', '云杉智算'],
        ['支付方式', method(c.pick(['零钱', '零钱通', `${n.bank}信用卡(${n.last4})`]))],
        ['交易状态', status(c.pick(['支付成功，对方已收款', '支付成功']))],
      ])}${notice('退款到账通知', [
        ['退款金额', amount(`¥${n.other}`)],
        ['退款方式', method('退回零钱')],
        ['退款原因', c.pick(['商户退款', '额度未到账退款'])],
        ['到账时间', time(n.later.iso)],
        ['交易单号', wechat(n.weixin)],
      ])}${notice('收款到账通知', [
        ['收款金额', amount(`¥${fresh(c).n.other}`)],
        ['付款方', `${user(a.nickname)}`],
        ['备注', '代充'],
      ])}`,
    ),
  }
}

const corporateSlip: Scene = (s) => {
  const { c, a, b, n } = s
  const { n: m } = fresh(c)
  const cell = (text: string, more = ''): string => `<td style="border:1px solid #999" ${more}>${text}</td>`
  return {
    kind: 'bank',
    language: 'zh',
    wide: true,
    html: paper(
      s,
      'cn',
      `<div style="background:#fff;color:#222;margin:16px;padding:22px"><h2 class="center">${n.bank}　电子回单</h2><div class="ends note" style="padding:8px 0"><span>回单编号：${order(m.flow)}</span><span>打印时间：${time(m.iso)}</span></div><table><tr>${cell('付<br>款<br>方', 'rowspan="3"')}${cell('户　名')}${cell(person(a.mainland))}${cell('收<br>款<br>方', 'rowspan="3"')}${cell('户　名')}${cell(c.pick(['云杉智算（苏州）有限公司', person(b.mainland)]))}</tr><tr>${cell('账　号')}${cell(bank(n.card))}${cell('账　号')}${cell(bank(n.corporate))}</tr><tr>${cell('开户行')}${cell(`${n.bank}营业部`)}${cell('开户行')}${cell(`${m.bank}科技支行`)}</tr><tr>${cell('金额（小写）', 'colspan="2"')}${cell(amount(`￥${n.sum}`))}${cell('交易时间', 'colspan="2"')}${cell(time(n.zh))}</tr><tr>${cell('摘要 / 附言', 'colspan="2"')}${cell(`API服务费 ${order(n.merchant)}`)}${cell('交易状态', 'colspan="2"')}${cell(status(c.pick(['交易成功', '银行已受理', '已退汇'])))}</tr></table><p class="note" style="padding-top:8px;color:#777">本回单可重复打印，请勿重复记账。</p></div>`,
    ),
  }
}

const bankMessagesOfDay: Scene = (s) => {
  const { c, n } = s
  const [x, y] = [fresh(c), fresh(c)]
  const said = [
    `【${n.bank}】您尾号${n.last4}的储蓄卡${time(n.zhMinute)}${method('快捷支付')}支出${amount(`${n.sum}元`)}，余额${amount(`${x.n.sum}元`)}。`,
    `【云杉智算】您的订单${order(n.merchant)}已${status(c.pick(['支付成功', '关闭', '退款']))}，客服电话${phone(x.a.mobile)}。`,
    `【支付宝】您向${person(y.a.mainland)}付款${amount(`${y.n.other}元`)}${status('成功')}，交易号${alipay(y.n.trade)}`,
    `【${n.bank}】验证码${n.otp}，您正在进行${amount(`${x.n.other}元`)}网上支付，切勿转告他人。`,
  ]
  return {
    kind: 'chat',
    language: 'zh',
    html: paper(
      s,
      'cn',
      `<div class="in center"><b>通知短信</b><div class="note soft">1069${n.ticket}</div></div>${said
        .map(
          (text, i) =>
            `<div class="center note soft" style="padding:8px">${time(i % 2 ? n.later.zhHalf : fresh(c).n.isoShort)}</div><div style="padding:0 12px"><div style="background:#8882;border-radius:16px;padding:10px 13px;max-width:86%">${text}</div></div>`,
        )
        .join('')}`,
    ),
  }
}

const invoiceTitle: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'identity',
    language: 'zh',
    html: paper(
      s,
      'cn',
      `<div class="in ends"><span>‹</span><b>申请开票</b></div><div class="block"><div class="ends"><span>开票订单</span><span class="note">${order(n.merchant)}</span></div><div class="ends"><span>开票金额</span><b>${amount(`¥${n.sum}`)}</b></div></div><div class="block">${form(
        [
          ['抬头类型', '个人'],
          ['抬头名称', person(a.mainland)],
          ['接收邮箱 *', email(a.mail)],
          ['联系手机 *', phone(a.mobileSpaced)],
          ['寄送地址（纸质）', address(a.home)],
        ],
      )}</div><div class="in note soft">付款时间 ${time(n.isoShort)}，付款方式 ${method(c.pick(['支付宝', '对公转账', '微信支付']))}</div><div class="in center"><span class="push">提交申请</span></div>`,
    ),
  }
}

const transferDone: Scene = (s) => {
  const { c, a, b, n } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: paper(
      s,
      'cn',
      `<div class="center in" style="padding-top:34px"><div class="mark loud">✓</div><div>${status(c.pick(['转账成功', '提交成功，等待对方收款', '转账已退回']))}</div><div class="loud">${amount(`${n.sum}元`)}</div></div><div class="block">${over(
        [
          ['收款人', `${person(b.mainland)}（${masked(b.starred)}）`],
          ['收款支付宝账号', account(c.pick([b.mobile, b.mail]))],
          ['付款方式', method(c.pick(['余额宝', '账户余额', `${n.bank}储蓄卡(${n.last4})`]))],
          ['转账说明', `${c.pick(['gpt代充', 'api额度', '续费'])} ${user(a.handle)}`],
          ['创建时间', time(n.iso)],
          ['订单号', alipay(n.trade)],
        ],
      )}</div>`,
    ),
  }
}

export const pockets: readonly Scene[] = [
  digitalYuan,
  accountMovement,
  deductions,
  corporateSlip,
  bankMessagesOfDay,
  invoiceTitle,
  transferDone,
]
