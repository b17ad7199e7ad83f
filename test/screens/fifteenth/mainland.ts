// Mainland screens of money: bills and results of two purses, vouchers in a chat, a bank's record and table.
import { account, alipay, amount, bank, masked, method, order, person, status, time, wechat } from '../marks.ts'
import { bill, many, paper, type Sketch, table, wide } from './paper.ts'

const billWithIcon: Sketch = (s) => {
  const { c, n } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: paper(
      s,
      'ali',
      'cn',
      `<div class="top two"><span>‹</span><span>账单详情</span><span class="d x">全部账单</span></div><div class="box"><div class="c"><span class="dot">鹿</span><div>鹿鸣科技-接口服务</div><div class="huge">${amount(`-${n.sum}`)}</div><div class="d">${status(c.pick(['交易成功', '交易成功', '已全额退款', '等待付款']))}</div></div><div style="padding-top:12px">${bill(
        [
          ['支付时间', time(n.iso)],
          ['付款方式', method(c.pick(['余额宝', '花呗', `${n.bank}储蓄卡(${n.tail})`, '账户余额']))],
          ['商品说明', c.pick(['鹿鸣AI 账户充值', 'TUC20', '余额充值'])],
          ['收单机构', '支付宝（中国）网络技术有限公司'],
          ['清算机构', '网联清算有限公司'],
          ['收款方全称', '宁波鹿鸣网络科技有限公司'],
          ['订单号', alipay(n.alipay)],
          ['商家订单号', order(c.pick([n.shop, n.gateway, n.epay]))],
        ],
      )}</div></div><div class="box two"><span>账单分类</span><span class="d">文化休闲 ›</span></div><div class="box two"><span>对此订单有疑问</span><span class="d">›</span></div>`,
    ),
  }
}

const transferToPerson: Sketch = (s) => {
  const { c, q, n } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: paper(
      s,
      'ali',
      'cn',
      `<div class="top">账单详情</div><div class="box c"><div>${person(q.chinese)}</div><div class="huge">${amount(`${c.pick(['-', ''])}${n.sum}`)}</div><div class="d">${status(c.pick(['交易成功', '交易成功', '对方已退回']))}</div></div><div class="box">${wide(
        [
          ['付款方式', method(c.pick(['账户余额', '余额宝', `${n.bank}(${n.tail})`]))],
          ['转账备注', c.pick(['转账', '充值 账号在备注', '买额度'])],
          ['对方账户', `${person(q.chinese)} ${c.pick([masked(q.mobileStarred), masked(q.mailStarred)])}`],
          ['创建时间', time(n.iso)],
          ['订单号', alipay(n.transfer)],
        ],
      )}</div><div class="box k c">查看往来记录</div>`,
    ),
  }
}

const moneyWaits: Sketch = (s) => {
  const { c, n } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: paper(
      s,
      'green',
      'cn',
      `<div class="pad">‹</div><div class="c pad"><div class="k huge">✓</div><div>${status(c.pick(['你已收款，资金已存入零钱', '已被接收', '已过期退回', '待对方收款']))}</div><div class="huge">${amount(`¥${n.sum}`)}</div></div><div class="pad">${bill(
        [
          ['转账说明', c.pick(['微信转账', 'gpt充值', 'api'])],
          ['转账时间', time(n.chinese)],
          ['收款时间', time(n.after.chinese)],
          ['支付方式', method(c.pick(['零钱', '零钱通', `${n.bank}(${n.tail})`]))],
          ['转账单号', wechat(n.wechatTransfer)],
        ],
      )}</div><div class="c k x" style="padding-top:40px">零钱余额</div>`,
    ),
  }
}

const vouchersInChat: Sketch = (s) => {
  const { c, n } = s
  return {
    kind: 'chat',
    language: 'zh',
    html: paper(
      s,
      'green',
      'cn',
      `<div class="top">微信支付</div>${many(
        c,
        3,
        (_, u, i) =>
          `<div class="c d x" style="padding-top:8px">${time(u.month)}</div><div class="box"><div>${['微信支付凭证', '退款到账通知', '收款到账通知'][i]}</div><div class="c pad"><div class="d">${['付款金额', '退款金额', '收款金额'][i]}</div><div class="huge">${amount(`￥${u.sum}`)}</div></div>${bill(
            [
              ['收款方', '鹿鸣数字'],
              [i === 1 ? '退回账户' : '支付方式', method(c.pick(['零钱', `${n.bank}信用卡(${u.tail})`]))],
              i === 1 ? ['退款单号', order(`5030${u.serial}`)] : ['交易状态', status('支付成功')],
            ],
          )}<div class="rule d x" style="padding-top:8px">查看账单详情　›</div></div>`,
      )
        .slice(0, c.pick([2, 3]))
        .join('')}`,
    ),
  }
}

const tradeOfChatPurse: Sketch = (s) => {
  const { c, n } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: paper(
      s,
      'green',
      'cn',
      `<div class="pad">✕</div><div class="c pad"><span class="dot">松</span><div style="padding-top:8px">扫二维码付款-给松果小铺</div><div class="huge">${amount(`-${n.sum}`)}</div></div><div class="pad">${bill(
        [
          ['当前状态', status(c.pick(['支付成功', '支付成功', '已全额退款', '对方已收钱']))],
          ['支付时间', time(n.chinese)],
          ['支付方式', method(c.pick(['零钱', '零钱通', `${n.bank}信用卡(${n.tail})`]))],
          ['转账单号', wechat(n.wechat)],
          ['商户单号', order(c.pick([n.shop, n.epay, n.gateway]))],
        ],
      )}</div><div class="pad d x">账单服务</div><div class="pad two"><span>对订单有疑惑</span><span>发起群收款</span></div>`,
    ),
  }
}

const bankRecordPhone: Sketch = (s) => {
  const { c, p, q, n } = s
  return {
    kind: 'bank',
    language: 'zh',
    html: paper(
      s,
      'bank',
      'cn',
      `<div class="top">交易详情</div><div class="box c"><div class="d">${c.pick(['支出', '转出'])}（人民币元）</div><div class="huge">${amount(n.sum)}</div><div class="k">${status(c.pick(['交易成功', '银行处理中', '交易失败']))}</div></div><div class="box">${wide(
        [
          ['交易时间', time(n.iso)],
          ['交易卡号', c.pick([bank(n.card), masked(`6217****${n.tail}`)])],
          ['对方户名', c.pick([person(q.chinese), '财付通支付科技有限公司'])],
          ['对方账号', bank(n.otherSplit)],
          ['对方银行', n.bank],
          ['交易渠道', method(c.pick(['手机银行', '快捷支付', '网上支付']))],
          ['账户余额', amount(n.left)],
          ['交易流水号', order(n.bankRef)],
          ['摘要', c.pick(['转账', '消费', `${person(p.chinese)}充值`])],
        ],
        true,
      )}</div><div class="pad two"><span class="b">电子回单</span><span class="b">再转一笔</span></div>`,
    ),
  }
}

const bankTable: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'bank',
    language: 'zh',
    wide: true,
    html: paper(
      s,
      'bank',
      'cn',
      `<div class="pad two" style="border-bottom:3px solid"><span class="h">${n.bank} 个人网上银行</span><span>${person(p.titled)}，您好　安全退出</span></div><div class="box"><div class="h">账户明细查询</div><div class="pad">账号 ${bank(n.cardSplit)}　户名 ${person(p.chinese)}　起止日期 ${time(n.date)} 至 ${time(n.after.date)}</div>${table(
        ['交易日期', '摘要', '支出', '账户余额', '对方户名', '对方账号'],
        many(c, 5, (a, u) => [
          time(u.date),
          method(c.pick(['快捷支付', '跨行转账', 'POS消费'])),
          amount(u.sum),
          amount(u.left),
          c.pick([person(a.chinese), '支付宝（中国）网络技术有限公司', person(a.chinese)]),
          c.pick([bank(u.card), bank(u.card), account(a.mail)]),
        ]),
      )}</div>`,
    ),
  }
}

export const mainland: readonly Sketch[] = [
  billWithIcon,
  moneyWaits,
  transferToPerson,
  vouchersInChat,
  tradeOfChatPurse,
  bankRecordPhone,
  bankTable,
]
