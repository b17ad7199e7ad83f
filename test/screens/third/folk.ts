// Screens of people: talks in other apps, papers, cards, codes to be paid to.

import { another, listOf, sheet } from '../details.ts'
import { keep, secret } from '../page.ts'
import type { FreshTemplate } from '../second/payments.ts'

const bubble = (text: string, mine: boolean, colour: string): string =>
  `<div style="display:flex;justify-content:flex-${mine ? 'end' : 'start'};padding:5px 10px"><div style="max-width:78%;padding:8px 11px;border-radius:12px;background:${mine ? colour : '#8883'}">${text}</div></div>`

const qqTalk: FreshTemplate = (v, c, look) => ({
  kind: 'chat',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<h4 class="c" style="padding:9px">在线客服</h4>${[
      [true, '你好，我充值没到账'],
      [false, '您好，麻烦提供一下订单号和付款时间哦~'],
      [true, `${secret('order_no', v.gateway)}`],
      [true, `${keep('time', v.shortZh)}付的，${keep('amount', `${v.yuan}块`)}，${keep('method', '微信支付')}`],
      [false, '账号是多少呢'],
      [true, `账号${secret('email', v.mail)} 密码${secret('password', v.password)}`],
      [true, `我QQ ${secret('payment_account', v.qq)}，电话${secret('phone', v.mobile)}`],
      [false, `已经帮您补单，订单${keep('status', '已完成')}`],
    ]
      .map(([mine, text]) => bubble(String(text), mine === true, '#4a90ff55'))
      .join('')}`,
  ),
})

const botReceipt: FreshTemplate = (v, c, look) => ({
  kind: 'chat',
  language: 'en',
  html: sheet(
    c,
    look,
    `<h4 style="padding:9px">Orbit Recharge Bot <span class="s p">bot</span></h4>${[
      [true, '/recharge'],
      [
        false,
        `🧾 Order created<br>Order: ${secret('order_no', v.order)}<br>Amount: ${keep('amount', `${v.yuan} USDT`)}<br>Network: TRC20<br>Address: ${secret('payment_account', v.wallet)}<br>Expires: ${keep('time', v.time.slice(0, 16))}`,
      ],
      [true, `sent, tx ${secret('order_no', v.txHash)}`],
      [false, `✅ Status: ${keep('status', 'Paid')}<br>Your code: ${secret('redeem_code', v.code)}`],
      [true, `/redeem ${secret('redeem_code', v.code)}`],
    ]
      .map(
        ([mine, text]) =>
          bubble(String(text), mine === true, '#3390ec66') +
          (c.real() < 0.3 ? `<div class="c s p">${v.hours}</div>` : ''),
      )
      .join('')}`,
  ),
})

const realName: FreshTemplate = (v, c, look) => ({
  kind: 'identity',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<h3 class="c" style="padding:12px">实名认证信息</h3><div class="b">${listOf(c, [
      ['真实姓名', secret('person', v.nameZh)],
      ['证件类型', '居民身份证'],
      ['证件号码', c.real() < 0.3 ? keep('masked', v.maskedId) : secret('cn_id', v.id)],
      ['绑定手机', c.real() < 0.5 ? keep('masked', v.maskedPhone) : secret('phone', v.mobile)],
      ['绑定银行卡', secret('bank_card', v.cardSpaced)],
      ['常用邮箱', secret('email', v.mail)],
      ['认证时间', keep('time', v.time)],
      ['认证状态', keep('status', '已完成')],
    ])}</div>`,
  ),
})

const visiting: FreshTemplate = (v, c, look) => ({
  kind: 'identity',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div class="b" style="border:1px solid #8885"><h2>${c.pick(['Account', 'Billing details'])}</h2><div style="display:grid;grid-template-columns:1fr 1fr;gap:12px">${[
      ['First and last name', secret('person', v.nameEn)],
      ['Mobile number', secret('phone', `+86 ${v.mobile}`)],
      ['Email address', secret('email', v.mail)],
      ['Passport number', secret('cn_id', v.passport)],
      ['Plan', 'Team'],
      ['Credit balance', keep('amount', `$${v.yuan}`)],
    ]
      .map(([a, b]) => `<div><div class="s p">${a}</div><div>${b}</div></div>`)
      .join(
        '',
      )}</div><div class="s p" style="padding-top:12px">Home address</div><div>${secret('address', v.homeEn)}</div><div class="s p" style="padding-top:12px">Member since</div><div>${keep('time', v.dayEn)}</div></div>`,
  ),
})

const payMe: FreshTemplate = (v, c, look) => ({
  kind: 'qr',
  language: 'zh',
  codes: [{ format: 'QRCode', text: `wxp://f2f0${v.keyShort.slice(3)}` }],
  html: sheet(
    c,
    look,
    `<div style="background:#07a35a;color:#fff;padding:28px"><div style="background:#fff;color:#222;padding:18px;border-radius:8px" class="c"><div>扫一扫，向我付款</div><div style="font-size:1.8em">${keep('amount', `¥${v.yuan}`)}</div><img data-code="0" style="width:${c.int(52, 78)}%"><div>收款人：${secret('person', v.nameZh)}</div><div class="s">付款后请备注订单号 ${secret('order_no', v.gateway)}</div></div></div>`,
  ),
})

const deposit: FreshTemplate = (v, c, look) => ({
  kind: 'qr',
  language: 'en',
  codes: [{ format: 'QRCode', text: v.wallet }],
  html: sheet(
    c,
    look,
    `<div class="b"><h3>Deposit USDT</h3><img data-code="0" style="width:${c.int(36, 60)}%;background:#fff;padding:6px"><div class="s p">Network</div><div>Tron (TRC20)</div><div class="s p">Deposit address</div><div>${secret('payment_account', v.wallet)}</div><div class="s p">Minimum deposit</div><div>${keep('amount', `${c.int(1, 9)}.00 USDT`)}</div><div class="s p">Status</div><div>${keep('status', 'Pending')}</div><div class="s p">Memo / UID</div><div>${secret('payment_account', v.qq)}</div></div>`,
  ),
})

const letter: FreshTemplate = (v, c, look) => ({
  kind: 'mail',
  language: 'zh',
  wide: c.real() < 0.5,
  html: sheet(
    c,
    look,
    `<div style="padding:16px"><h3>回复：关于充值未到账的问题</h3><div class="s p">发件人：极星客服 &lt;support@example.com&gt;<br>收件人：${secret('email', v.mail)}<br>时间：${keep('time', v.timeZh)}</div><hr><p>${v.nameZh.slice(0, 1)}女士，您好：</p><p>您于${keep('time', v.timeZh)}通过${keep('method', '支付宝')}支付的${keep('amount', `${v.yuan}元`)}我们已核实，订单号${secret('order_no', v.order)}，支付宝交易号${secret('alipay_txn', v.alipay)}，目前状态为${keep('status', '已到账')}。</p><p>补偿兑换码：${secret('redeem_code', v.code)}，请尽快使用。</p><p>如需邮寄发票，请确认地址：${secret('address', v.homeZh)}，联系人${secret('person', v.nameZh)}，手机${secret('phone', v.mobile)}。</p></div>`,
  ),
})

const voucherMail: FreshTemplate = (v, c, look) => ({
  kind: 'redeem',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div class="b c"><h2>You received a gift!</h2><p>From ${c.pick(['a friend', 'the team'])}</p><p style="font-size:1.9em">${keep('amount', `$${v.yuan}`)}</p><p class="p s">Claim code</p><p class="m" style="letter-spacing:.06em;font-size:1.1em">${secret('redeem_code', c.pick([v.code, v.codeOld, v.cardKey]))}</p><p class="p s">PIN</p><p class="m">${secret('password', v.voucher12.slice(0, 4) + v.last4.slice(0, 2))}</p><p class="s p">Expires ${keep('time', v.dayEn)}</p><p class="s p">Delivered to ${secret('email', v.mail)}</p></div>`,
  ),
})

const group: FreshTemplate = (_, c, look) => ({
  kind: 'chat',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<h4 class="c" style="padding:9px">极星用户交流群(${c.int(100, 499)})</h4>${[
      (w: ReturnType<typeof another>) => `有人遇到支付了不到账吗，${keep('amount', `${w.yuan}元`)}`,
      (w: ReturnType<typeof another>) => `我的单号${secret('order_no', w.merchant)} 一直${keep('status', '处理中')}`,
      (w: ReturnType<typeof another>) => `@客服 帮我看看 ${secret('email', w.mail)}`,
      (w: ReturnType<typeof another>) => `把截图发我，加我微信 ${secret('payment_account', w.wxid)}`,
      (w: ReturnType<typeof another>) => `我的是${secret('redeem_code', w.code)}，提示已使用`,
      (w: ReturnType<typeof another>) => `打我电话 ${secret('phone', w.phoneSpaced)}`,
    ]
      .map((said) => {
        const w = another(c)
        return `<div style="display:flex;gap:8px;padding:7px 10px"><div style="width:34px;height:34px;background:#8886;border-radius:4px;flex:none"></div><div><div class="s p">${w.user.slice(0, 4)}</div><div style="background:#8882;padding:7px 10px;border-radius:6px">${said(w)}</div></div></div>`
      })
      .join('')}`,
  ),
})

export const folk: readonly FreshTemplate[] = [
  qqTalk,
  botReceipt,
  realName,
  visiting,
  payMe,
  deposit,
  letter,
  voucherMail,
  group,
]
