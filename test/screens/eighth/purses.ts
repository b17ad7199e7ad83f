// Screens of mainland purses and banks: a bill by rows, a payment by chat app, a card's month, a transfer's stages, a receipt on paper, a short-video purse.
import {
  account,
  alipay,
  amount,
  bank,
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
import { apart, beside, formal, type Play, page, ruled, stranger, times } from './layout.ts'

const billByRows: Play = (s) => {
  const { c, p, r } = s
  const how = c.pick(['余额宝', '花呗', `${r.bank}储蓄卡(${r.tail})`, '账户余额'])
  return {
    kind: 'bill',
    language: 'zh',
    html: page(
      s,
      'cn',
      `<div class="pad two"><span>‹</span><b>账单详情</b><span class="tiny">全部账单</span></div><div class="wide"><div class="mid"><div>澜石网络科技工作室</div><div class="huge">${amount(`-${r.sum}`)}</div><div class="dim">${status(c.pick(['交易成功', '交易成功', '交易关闭', '等待确认']))}</div></div><hr>${apart(
        [
          ['支付时间', time(r.full)],
          ['付款方式', method(how)],
          ['商品说明', `${c.pick(['AI服务充值', '额度购买', 'TUC_'])}${c.pick(['', order(r.gateway)])}`],
          ['收款方全称', c.pick([person(p.chinese), '长沙澜石网络科技工作室（个体工商户）'])],
          ['订单号', alipay(r.alipay)],
          ['商家订单号', order(r.shop)],
        ],
      )}</div><div class="wide">${apart([
        ['账单分类', '数码电器'],
        ['标签和备注', '添加 ›'],
        ['计入收支', '●'],
      ])}</div><div class="wide">${apart([
        ['对此订单有疑问', '›'],
        ['查看往来记录', '›'],
      ])}</div>`,
    ),
  }
}

const paidByChatApp: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: page(
      s,
      'cn',
      `<div class="mid" style="padding:26px 10px"><div style="width:3em;height:3em;border-radius:50%;background:#8884;margin:0 auto 8px"></div><div>${c.pick([`扫二维码付款-给${user(p.nick)}`, '澜石科技'])}</div><div class="huge">${amount(`-${r.sum}`)}</div></div><div class="pad" style="border-top:1px solid #8883">${beside(
        [
          ['当前状态', status(c.pick(['支付成功', '对方已收钱', '已全额退款']))],
          ['支付时间', time(r.chinese)],
          ['商品', c.pick(['AI额度', '澜石API-余额充值', '收款方备注:二维码收款'])],
          ['商户全称', '长沙市澜石网络科技工作室'],
          ['收单机构', '财付通支付科技有限公司'],
          ['支付方式', method(c.pick(['零钱', `${r.bank}信用卡(${r.tail})`, '零钱通']))],
          ['交易单号', wechat(r.wechat)],
          ['商户单号', `可在支持的商户扫码退款<br>${order(r.shop)}`],
        ],
        5,
      )}</div><div class="pad mid hue tiny">发起群收款　|　在此商户的交易　|　申请电子凭证</div>`,
    ),
  }
}

const monthOfCard: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'bank',
    language: 'zh',
    html: page(
      s,
      'cn',
      `<div class="pad two"><b>${r.bank}信用卡</b><span class="tiny">账单明细 ›</span></div><div class="slab"><div class="dim tiny">${c.int(1, 11)}月应还 · 持卡人 ${person(p.pinyin)}</div><div class="huge">${amount(`¥${r.sum}`)}</div><div class="two tiny"><span>卡号 ${bank(r.visaSplit)}</span><span>还款日 ${time(r.after.day)}</span></div></div>${times(
        5,
        () => {
          const { r: o } = stranger(c)
          return `<div class="pad two" style="border-bottom:1px solid #8883"><span>${c.pick(['支付宝-澜石网络', '财付通-微信支付', 'ANTHROPIC*SUBSCR', 'OPENAI *CHATGPT', '美团平台商户'])}<br><span class="dim tiny">${time(o.brief)}　${method(c.pick(['快捷支付', '网上支付', '微信支付', '免密支付']))}</span></span><span style="text-align:right">${amount(o.sum)}<br><span class="tiny dim">${status(c.pick(['已入账', '未入账', '已退款']))}</span></span></div>`
        },
      ).join('')}`,
    ),
  }
}

const stagesOfTransfer: Play = (s) => {
  const { c, p, q, r } = s
  const stage = (done: boolean, text: string, when: string): string =>
    `<div style="border-left:2px solid ${done ? '#07c160' : '#8886'};padding:0 0 14px 14px"><div>${text}</div><div class="dim tiny">${when}</div></div>`
  return {
    kind: 'bank',
    language: 'zh',
    html: page(
      s,
      'cn',
      `<div class="pad mid"><b>转账进度</b></div><div class="slab"><div class="two"><span>向 ${person(q.chinese)} 转账</span><b>${amount(`${r.sum}元`)}</b></div><div class="dim tiny">${r.bank}　${bank(r.cardSplit)}</div></div><div class="slab">${stage(true, '已提交', time(r.brief))}${stage(true, `付款成功（${method(c.pick(['账户余额', `储蓄卡尾号${r.tail}`]))}）`, time(r.brief))}${stage(false, status(c.pick(['银行处理中', '对方银行已入账', '转账失败，资金已退回'])), `预计 ${time(r.after.minute)} 前到账`)}</div><div class="slab">${apart(
        [
          ['付款人', person(p.chinese)],
          ['收款账号', account(c.pick([q.mobile, q.mail]))],
          ['手续费', amount(`¥${r.fee}`)],
          ['流水号', order(r.serial)],
          ['转账附言', c.pick(['api充值', '月卡', '中转站续费'])],
        ],
      )}</div>`,
    ),
  }
}

const receiptOnPaper: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'bank',
    language: 'zh',
    wide: true,
    html: page(
      s,
      'cn',
      `<div style="background:#fffef8;color:#2b2b2b;margin:20px;padding:24px;border:1px solid #ccc"><div class="two"><h2>支付凭证（电子版）</h2><span class="tiny">凭证号 ${order(r.serial)}</span></div><p class="tiny" style="padding:6px 0">申请时间：${time(r.after.full)}</p>${ruled(
        [
          ['付款方户名', person(p.chinese)],
          ['付款方账号', account(c.pick([p.mobile, p.mail]))],
          ['收款方户名', c.pick(['澜石网络科技工作室', person(s.q.chinese)])],
          ['收款方账号', bank(r.company)],
          ['交易金额', amount(`${r.sum} 元`)],
          ['支付渠道', method(c.pick(['余额', '网银支付', '蚂蚁花呗']))],
          ['交易时间', time(r.full)],
          ['交易状态', status(c.pick(['交易成功', '已退款']))],
          ['交易号', alipay(r.alipay)],
          ['商户订单号', order(r.shop)],
        ],
      )}<p class="tiny" style="padding-top:10px">注：本凭证仅用于证明交易发生，不作为收付款双方交易的唯一依据。</p></div>`,
    ),
  }
}

const videoPurse: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: page(
      s,
      'cn',
      `<div style="background:#161823;color:#f1f1f2"><div class="pad two"><span>✕</span><span>抖音支付</span><span class="tiny">客服</span></div><div class="pad"><div class="tiny" style="opacity:.6">${status(c.pick(['支付成功', '支付处理中', '退款成功']))}</div><div class="huge">${amount(`¥ ${r.sum}`)}</div></div><div class="pad" style="background:#22242f">${formal(
        [
          ['付款给', user(p.nick)],
          ['支付方式', method(c.pick(['抖音月付', `${r.bank}(${r.tail})`, '零钱']))],
          ['交易时间', time(r.full)],
          ['绑定手机', masked(p.mobileStarred)],
          ['订单编号', order(r.serial)],
          ['商户单号', order(r.shop)],
        ],
        5,
      )}</div><div class="pad mid tiny" style="opacity:.6">客服电话 ${phone(p.mobileBroken)}</div></div>`,
    ),
  }
}

export const purses: readonly Play[] = [
  billByRows,
  paidByChatApp,
  monthOfCard,
  stagesOfTransfer,
  receiptOnPaper,
  videoPurse,
]
