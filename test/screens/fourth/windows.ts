// Screens of windows: query results, keys shown once, threads, tickets of a desk, forwarded words, top-ups.
import { another, sheet } from '../details.ts'
import { keep, secret } from '../page.ts'
import type { FreshTemplate } from '../second/payments.ts'

const query: FreshTemplate = (_, c, look) => ({
  kind: 'table',
  language: 'en',
  wide: true,
  html: sheet(
    c,
    look,
    `<div style="padding:12px"><div class="a">SELECT * FROM top_ups ORDER BY id DESC LIMIT 4;</div><table>${[
      '<tr><td>id</td><td>email</td><td>trade_no</td><td>money</td><td>status</td><td>complete_time</td></tr>',
      ...[0, 1, 2, 3].map((n) => {
        const w = another(c)
        return `<tr><td>${880 - n}</td><td>${secret('email', w.mail)}</td><td>${secret('order_no', w.gateway)}</td><td>${keep('amount', w.yuan.replace(',', ''))}</td><td>${keep('status', c.pick(['success', 'pending', 'expired']))}</td><td>${keep('time', w.time)}</td></tr>`
      }),
    ].join('')}</table></div>`,
    'td{padding:3px 14px 3px 0;white-space:nowrap}',
    `'DejaVu Sans Mono',monospace`,
  ),
})

const keyOnce: FreshTemplate = (v, c, look) => ({
  kind: 'key',
  language: 'en',
  wide: c.real() < 0.6,
  html: sheet(
    c,
    look,
    `<div class="b" style="border:1px solid #8886"><h3>Save your key</h3><p>Please save your secret key in a safe place since you won't be able to view it again.</p><div style="background:#8882;padding:9px" class="m">${secret('api_key', v.key)}</div><p class="s p">Permissions</p><p>Read and write</p><p class="s p">Owner</p><p>${secret('email', v.mail)}</p><p class="s p">Created</p><p>${keep('time', v.dayEn)}</p><p class="s p">Spend limit</p><p>${keep('amount', `$${v.yuan}`)}</p></div>`,
  ),
})

const thread: FreshTemplate = (v, c, look) => ({
  kind: 'chat',
  language: 'en',
  wide: true,
  html: sheet(
    c,
    look,
    `<div style="padding:14px">${[
      ['Dana', `customer ${secret('email', v.mail)} says nothing arrived`],
      ['Lee', `which order? I see ${secret('order_no', v.order)} with ${keep('status', 'pending')}`],
      ['Dana', `they paid ${keep('amount', `¥${v.yuan}`)} via ${keep('method', 'Alipay')} at ${keep('time', v.time)}`],
      ['Lee', `trade no ${secret('alipay_txn', v.alipay)}, credited now`],
      ['Dana', `their phone is ${secret('phone', v.mobile)} if you need it`],
    ]
      .map(
        ([who, text]) =>
          `<div style="padding:7px 0"><b>${who}</b> <span class="s p">${c.int(1, 12)}:${c.int(10, 59)} PM</span><div>${text}</div></div>`,
      )
      .join('')}</div>`,
  ),
})

const deskTicket: FreshTemplate = (v, c, look) => ({
  kind: 'table',
  language: 'zh',
  wide: true,
  html: sheet(
    c,
    look,
    `<div class="b"><h3>工单详情</h3><div style="display:grid;grid-template-columns:1fr 1fr 1fr;gap:12px">${[
      ['客户姓名', secret('person', v.nameZh)],
      ['联系邮箱', secret('email', v.mail)],
      ['联系电话', secret('phone', v.phoneSpaced)],
      ['充值金额', keep('amount', `¥${v.yuan}`)],
      ['支付渠道', keep('method', c.pick(['支付宝', '微信支付', 'PayPal']))],
      ['支付状态', keep('status', c.pick(['支付成功', '未支付', '已退款']))],
      ['商户订单号', secret('order_no', v.order)],
      ['渠道流水号', secret('alipay_txn', v.alipay)],
      ['提交时间', keep('time', v.time)],
    ]
      .map(([a, b]) => `<div><div class="s p">${a}</div><div>${b}</div></div>`)
      .join(
        '',
      )}</div><p>问题描述：充值后余额没有变化，密钥 ${secret('api_key', v.keyShort)} 仍提示额度不足。</p></div>`,
  ),
})

const forwarded: FreshTemplate = (v, c, look) => ({
  kind: 'chat',
  language: 'zh',
  html: sheet(
    c,
    look,
    `${[
      `<b>转账</b><br>${keep('amount', `¥${v.yuan}`)}<br><span class="s">已被接收</span>`,
      `订单信息<br>单号：${secret('order_no', v.merchant)}<br>时间：${keep('time', v.slashed)}<br>金额：${keep('amount', `${v.yuan}元`)}`,
      `卡密发你了：${secret('redeem_code', v.codeOld)}`,
      `收货地址：${secret('address', v.homeZh)}，${secret('phone', v.mobile)}`,
      `支付宝账号 ${secret('payment_account', v.mail)}`,
      `显示${keep('status', '交易成功')}但是余额没变`,
    ]
      .map(
        (text, n) =>
          `<div style="display:flex;justify-content:flex-${n % 2 ? 'end' : 'start'};padding:6px 10px"><div style="max-width:74%;background:${n % 2 ? '#95ec6966' : '#8883'};padding:9px;border-radius:5px">${text}</div></div>`,
      )
      .join('')}`,
  ),
})

const topUpDone: FreshTemplate = (v, c, look) => ({
  kind: 'bill',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="c" style="padding:40px 16px 16px"><div style="font-size:2.6em" class="a">✓</div><h3>${keep('status', '充值成功')}</h3><div style="font-size:2em">${keep('amount', `${v.yuan} 元`)}</div></div><div class="b">${[
      ['到账账户', secret('payment_account', v.mail)],
      ['到账额度', keep('amount', `$${c.int(5, 90)}.00`)],
      ['支付方式', keep('method', c.pick(['微信支付', '支付宝', `${v.bank}(${v.last4})`]))],
      ['订单编号', secret('order_no', v.gateway)],
      ['支付流水', secret('wechat_txn', v.wechat)],
      ['完成时间', keep('time', v.time)],
    ]
      .map(
        ([a, b]) =>
          `<div style="display:flex;padding:6px 0"><span class="p" style="width:6em;flex:none">${a}</span><span>${b}</span></div>`,
      )
      .join('')}</div>`,
  ),
})

const latest: FreshTemplate = (_, c, look) => ({
  kind: 'bill',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b"><h3>最近充值</h3>${[0, 1, 2, 3]
      .map(() => {
        const w = another(c)
        return `<div style="padding:9px 0;border-bottom:1px solid #8883"><div class="f"><span>${keep('method', c.pick(['支付宝', '微信支付']))}</span><b>${keep('amount', `+${w.yuan}`)}</b></div><div class="f s p"><span>${secret('order_no', w.merchant)}</span><span>${keep('status', c.pick(['成功', '处理中', '失败']))}</span></div><div class="s p">${keep('time', w.short)}</div></div>`
      })
      .join('')}</div>`,
  ),
})

const giftList: FreshTemplate = (v, c, look) => ({
  kind: 'redeem',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b"><h3>我的卡券</h3>${[0, 1].map(() => `<div style="border:1px dashed #8889;padding:10px;margin:8px 0"><div class="f"><b>${keep('amount', `${c.int(10, 200)}元`)}</b><span class="s p">有效期至 ${keep('time', another(c).time.slice(0, 10))}</span></div><div class="s p">兑换码</div><div class="m">${secret('redeem_code', another(c).code)}</div></div>`).join('')}<div class="s">绑定邮箱：${secret('email', v.mail)}</div></div>`,
  ),
})

const scanToPay: FreshTemplate = (v, c, look) => ({
  kind: 'qr',
  language: 'zh',
  codes: [{ format: 'QRCode', text: `https://qr.example.com/${v.keyShort}` }],
  html: sheet(
    c,
    look,
    `<div class="b c"><div class="p">订单 ${secret('order_no', v.order)}</div><div style="font-size:2em">${keep('amount', `¥${v.yuan}`)}</div><img data-code="0" style="width:${c.int(40, 66)}%;background:#fff;padding:8px"><div>请用${keep('method', '支付宝')}扫一扫付款</div><div class="s p">${keep('status', '待支付')}　${keep('time', `14:${c.int(10, 59)}`)}</div><div class="s">客服邮箱 ${secret('email', v.mail)}</div></div>`,
  ),
})

const oneMail: FreshTemplate = (v, c, look) => ({
  kind: 'mail',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div style="padding:16px"><h3>Your payment receipt</h3><p class="s p">to ${secret('email', v.mail)}</p><p>Hello,</p><p>We received ${keep('amount', `$${v.yuan}`)} on ${keep('time', v.dayEn)}. Payment ID: ${secret('order_no', v.intent)}.</p><p>Invoice number ${secret('order_no', v.invoice)}<br>Payment method ${keep('method', `Visa - ${v.last4}`)}<br>Status ${keep('status', 'Paid')}</p><p>Billing address<br>${secret('address', v.homeEn)}</p></div>`,
  ),
})

export const windows: readonly FreshTemplate[] = [
  query,
  keyOnce,
  thread,
  deskTicket,
  forwarded,
  topUpDone,
  latest,
  giftList,
  scanToPay,
  oneMail,
]
