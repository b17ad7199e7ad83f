// Screens of wallets and banks: results, details, lists, receipts.
import type { Chance } from '../chance.ts'
import { another, type Fresh, listOf, sheet } from '../details.ts'
import { keep, secret } from '../page.ts'
import type { Look, Made } from '../template.ts'

export type FreshTemplate = (v: Fresh, chance: Chance, look: Look) => Made

const status = (c: Chance): string =>
  `<div class="f s p" style="padding:4px 12px"><span>${c.int(6, 23)}:${c.int(10, 59)}</span><span>▮▮▮ ${c.int(12, 99)}%</span></div>`

const walletResult: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'zh',
  html: sheet(
    c,
    look,
    `${status(c)}<div class="b c"><div style="font-size:2em;color:#1677ff">✔</div><div>${keep('status', c.pick(['转账成功', '付款成功', '支付成功']))}</div>
<div style="font-size:2.6em;font-weight:700"><span style="font-size:.5em">¥</span>${keep('amount', v.yuan)}</div></div><div class="b">${listOf(
      c,
      [
        ['收款人', secret('person', v.nameZh)],
        ['收款账户', c.real() < 0.5 ? keep('masked', v.maskedPhone) : secret('phone', v.mobile)],
        ['付款方式', keep('method', c.pick(['余额宝', `${v.bank}储蓄卡（${v.last4}）`, '花呗']))],
        ['转账备注', '充值'],
        ['创建时间', keep('time', v.time)],
        ['订单号', secret('alipay_txn', v.alipay)],
      ],
    )}</div><div class="c a" style="padding:16px">完成</div>`,
  ),
})

const scanResult: FreshTemplate = (v, c, look) => ({
  kind: 'barcode',
  language: 'zh',
  codes: [{ format: 'Code128', text: v.merchant }],
  html: sheet(
    c,
    look,
    `<div class="b c"><div class="a">${keep('status', '支付成功')}</div><div style="font-size:2.2em">${keep('amount', `￥${v.yuan}`)}</div></div><div class="b">${listOf(
      c,
      [
        ['商品', '极光API-额度充值'],
        ['商户全称', '杭州极光网络科技有限公司'],
        ['支付方式', keep('method', c.pick(['零钱', '零钱通', `${v.bank}(${v.last4})`]))],
        ['支付时间', keep('time', v.timeZh)],
        ['交易单号', secret('wechat_txn', v.wechat)],
        [
          '商户单号',
          `可在支持的商户扫码退款<br><img data-code="0" style="width:100%;height:46px;background:#fff"><br>${secret('order_no', v.merchant)}`,
        ],
      ],
    )}</div>`,
  ),
})

const monthList: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b"><b>${v.date.m}月账单</b> <span class="p s">支出 ${keep('amount', `¥${c.int(1, 9)},${c.int(100, 999)}.20`)}</span></div>${[
      `转账-转给${secret('person', v.nameZh)}`,
      '星海大模型充值',
      `${secret('phone', v.mobile)} 话费充值`,
      `退款-订单${secret('order_no', v.order)}`,
    ]
      .map(
        (title, n) =>
          `<div class="b f"><div><div>${title}</div><div class="p s">${keep('time', n === 0 ? v.short : another(c).short)}　${n === 3 ? keep('status', '退款成功') : ''}</div></div><b>${keep('amount', `${n === 3 ? '+' : '-'}${c.int(10, 900)}.00`)}</b></div>`,
      )
      .join('')}`,
  ),
})

const bankSlip: FreshTemplate = (v, c, look) => ({
  kind: 'bank',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div style="background:#b81c22;color:#fff;padding:14px" class="c">${v.bank}</div><div class="b c"><div class="p">${keep('status', c.pick(['交易成功', '处理中', '转账成功']))}</div><div style="font-size:1.9em">${keep('amount', `${v.yuan} 元`)}</div></div>
<div class="b">${listOf(c, [
      ['收款户名', secret('person', v.otherZh)],
      ['收款账号', secret('bank_card', c.pick([v.card, v.cardSpaced]))],
      ['收款银行', c.pick(['中国农业银行', '平安银行', '兴业银行股份有限公司深圳分行'])],
      ['付款户名', secret('person', v.nameZh)],
      ['付款卡号', keep('masked', v.maskedCard)],
      ['手续费', keep('amount', '0.00元')],
      ['交易时间', keep('time', c.pick([v.dotted, v.slashed, v.time]))],
      ['交易流水号', secret('order_no', v.receipt19)],
      ['附言', '货款'],
    ])}</div>`,
  ),
})

const receiptForm: FreshTemplate = (v, c, look) => ({
  kind: 'bank',
  language: 'zh',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b"><h3 class="c">网上银行电子回单</h3><table><tr><td>回单编号</td><td colspan="3">${secret('order_no', v.receipt19)}</td></tr>
<tr><td rowspan="3">付款人</td><td>户名</td><td>${secret('person', v.nameZh)}</td><td rowspan="3">收款人</td><td>户名</td><td>${secret('person', v.otherZh)}</td></tr>
<tr><td>账号</td><td>${secret('bank_card', v.card)}</td><td>账号</td><td>${secret('bank_card', `6228${v.alipay.slice(-15)}`)}</td></tr><tr><td>开户行</td><td>${v.bank}</td><td>开户行</td><td>中信银行</td></tr>
<tr><td>金额</td><td colspan="2">${keep('amount', `¥${v.yuan}`)}</td><td>交易状态</td><td colspan="2">${keep('status', '成功')}</td></tr><tr><td>交易时间</td><td colspan="2">${keep('time', v.timeZh)}</td><td>流水号</td><td colspan="2">${secret('order_no', v.merchant)}</td></tr></table></div>`,
    'td{border:1px solid #8888;padding:7px}',
  ),
})

const abroad: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'en',
  html: sheet(
    c,
    look,
    `${status(c)}<div class="b c"><div>${keep('status', c.pick(['Payment Successful', 'Payment successful', 'Transaction Successful']))}</div><h1>${keep('amount', `-${v.yuan}`)}</h1></div><div class="b">${listOf(
      c,
      [
        ['Payment Time', keep('time', v.time)],
        ['Payment Method', keep('method', c.pick(['Alipay', `China Merchants Bank(${v.last4})`, 'WeChat Pay']))],
        ['Product', 'API credits top-up'],
        ['Recipient', secret('person', v.nameEn)],
        ['Order No.', secret('alipay_txn', v.alipay)],
        ['Merchant Order No.', secret('order_no', v.order)],
      ],
    )}</div>`,
  ),
})

const paypal: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div class="b"><h2>You sent ${keep('amount', `$${v.yuan} USD`)}</h2><p class="p">${keep('time', v.dayEn)} · ${keep('status', 'Completed')}</p></div><div class="b"><p><b>Transaction ID</b><br>${secret('order_no', v.paypal)}</p><br><p><b>Paid with</b><br>${keep('method', `Visa x-${v.last4}`)}</p><br>
<p><b>Seller info</b><br>Nebula Compute Ltd<br>${secret('email', v.mail)}</p><br><p><b>Ship to</b><br>${secret('person', v.nameEn)}<br>${secret('address', v.homeEn)}</p><br><p>Invoice ID ${secret('order_no', v.invoice)}</p></div>`,
  ),
})

const remittance: FreshTemplate = (v, c, look) => ({
  kind: 'bank',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div class="b"><h3>International transfer</h3><div class="p">${keep('status', c.pick(['Completed', 'Pending', 'Processing']))}</div></div><div class="b">${listOf(
      c,
      [
        ['You sent', keep('amount', `£${v.yuan}`)],
        ['Recipient', secret('person', v.otherEn)],
        ['IBAN', secret('bank_card', v.iban)],
        ['Sender', secret('person', v.nameEn)],
        ['Account number', secret('bank_card', v.account.replaceAll('-', ''))],
        ['Reference number', secret('order_no', v.serial)],
        ['Date', keep('time', v.timeEn)],
        ['Fee', keep('amount', '£1.25')],
      ],
    )}</div>`,
  ),
})

const hongKong: FreshTemplate = (v, c, look) => ({
  kind: 'bank',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b c"><h3>${keep('status', c.pick(['轉賬成功', '轉帳成功', '付款成功']))}</h3><h1>${keep('amount', `${c.pick(['HK$', 'NT$'])}${v.yuan}`)}</h1></div><div class="b">${listOf(
      c,
      [
        ['收款人', secret('person', v.otherZh)],
        ['戶口號碼', secret('bank_card', v.account)],
        ['付款方式', keep('method', c.pick(['信用卡', '支付寶', '銀行轉帳']))],
        ['交易時間', keep('time', v.slashed)],
        ['參考編號', secret('order_no', v.merchant)],
        ['電郵', secret('email', v.mail)],
      ],
    )}</div>`,
  ),
})

const darkTransfer: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'en',
  html: sheet(
    c,
    { ...look, theme: { paper: '#0b0b0d', card: '#17171a', ink: '#f2f2f2', pale: '#85858c', accent: '#07c160' } },
    `<div class="b c"><p>Transfer to ${secret('person', v.nameEn)}</p><h1>${keep('amount', `¥${v.yuan}`)}</h1><p class="a">${keep('status', c.pick(['Success', 'Successful', 'Refunded']))}</p></div><div class="b">${listOf(
      c,
      [
        ['Transfer Time', keep('time', v.time)],
        ['Received On', keep('time', v.dotted.replaceAll('.', '-'))],
        ['Payment Method', keep('method', 'WeChat Pay')],
        ['Transfer No.', secret('wechat_txn', v.wechat)],
        ['Phone', secret('phone', `+86 ${v.phoneSpaced}`)],
      ],
    )}</div>`,
  ),
})

export const payments: readonly FreshTemplate[] = [
  walletResult,
  scanResult,
  monthList,
  bankSlip,
  receiptForm,
  abroad,
  paypal,
  remittance,
  hongKong,
  darkTransfer,
]
