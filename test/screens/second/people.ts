// Screens with people in them: chats, shop orders, identity cards, profiles, forms, parcels.
import type { Chance } from '../chance.ts'
import { another, listOf, sheet } from '../details.ts'
import { keep, secret } from '../page.ts'
import type { FreshTemplate } from './payments.ts'

type Said = readonly [who: 'me' | 'they' | 'clock', words: string]

/** Bubbles with or without faces beside them, as wide as their words. */
function talk(c: Chance, said: readonly Said[], mine: string, ink: string): string {
  const face = c.pick([0, 34])
  const picture = face
    ? `<div style="flex:none;width:${face}px;height:${face}px;border-radius:6px;background:#8aa;margin:0 8px"></div>`
    : ''
  return said
    .map(([who, words]) => {
      if (who === 'clock') return `<div class="c p s" style="padding:8px">${words}</div>`
      const bubble = `<div style="max-width:72%;padding:8px 11px;border-radius:8px;background:${who === 'me' ? mine : '#8882'};${who === 'me' ? `color:${ink}` : ''}">${words}</div>`
      return `<div style="display:flex;margin:9px 6px;justify-content:${who === 'me' ? 'flex-end' : 'flex-start'}">${who === 'me' ? bubble + picture : picture + bubble}</div>`
    })
    .join('')
}

const weixin: FreshTemplate = (v, c, look) => ({
  kind: 'chat',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="c" style="padding:10px;border-bottom:1px solid #8883">在线客服</div>${talk(
      c,
      [
        ['clock', keep('time', v.shortZh)],
        ['me', '在吗，充值一直没到'],
        ['they', '亲，麻烦发一下付款的单号和注册邮箱哦'],
        ['me', secret('wechat_txn', v.wechat)],
        ['me', `邮箱 ${secret('email', v.mail)}`],
        ['they', '付了多少呢'],
        ['me', `付了${keep('amount', `${v.yuan}元`)}，用的${keep('method', c.pick(['支付宝', '微信支付', '花呗']))}`],
        ['me', `我微信是 ${secret('payment_account', v.wxid)}，电话${secret('phone', v.mobile)}`],
        ['they', `查到了，这边显示${keep('status', c.pick(['支付成功', '待支付', '已退款']))}`],
        ['me', `退款退到这张卡 ${secret('bank_card', v.cardSpaced)} 户名${secret('person', v.nameZh)}`],
      ],
      '#95ec69',
      '#111',
    )}`,
  ),
})

const whatsapp: FreshTemplate = (v, c, look) => ({
  kind: 'chat',
  language: 'en',
  html: sheet(
    c,
    { ...look, theme: { paper: '#0b141a', card: '#111b21', ink: '#e9edef', pale: '#8696a0', accent: '#00a884' } },
    `<div class="b"><b>${secret('phone', `+86 ${v.phoneSpaced}`)}</b><div class="p s">online</div></div>${talk(
      c,
      [
        ['clock', keep('time', v.dayEn)],
        ['me', `hi, I bought ${keep('amount', `$${v.yuan}`)} of credit an hour ago and got nothing`],
        ['they', 'Sorry to hear that! Could you share the reference?'],
        ['me', `sure, it is ${secret('order_no', v.serial)}`],
        [
          'me',
          `paid by ${keep('method', c.pick(['PayPal', 'Visa', 'Apple Pay']))}, status says ${keep('status', c.pick(['completed', 'pending', 'failed']))}`,
        ],
        ['me', `card ${secret('bank_card', v.visa)}`],
        ['me', `the code from the mail was ${secret('redeem_code', c.pick([v.code, v.codeOld]))} but it does not work`],
        ['they', 'Please never send the full code.'],
        ['me', `ok. mail me at ${secret('email', v.mail)}`],
      ],
      '#005c4b',
      '#e9edef',
    )}`,
  ),
})

const server: FreshTemplate = (v, c, look) => ({
  kind: 'chat',
  language: c.pick(['zh', 'en']),
  wide: true,
  html: sheet(
    c,
    { ...look, theme: { paper: '#313338', card: '#2b2d31', ink: '#dbdee1', pale: '#949ba4', accent: '#5865f2' } },
    (
      [
        [
          'moonfox',
          `充值${keep('amount', `¥${v.yuan}`)}三小时了还是${keep('status', '处理中')}，订单 ${secret('order_no', v.gateway)}`,
        ],
        ['Helper', '有没有报错信息'],
        ['moonfox', `401 invalid token, 我用的key是 ${secret('api_key', v.keyShort)}`],
        ['Helper', '请勿在公开频道发送密钥'],
        [
          'moonfox',
          `${c.pick(['账号', '登录账号', 'account:'])} ${secret('payment_account', v.mail)} ${c.pick(['密码', '密码：'])}${secret('password', v.password)}`,
        ],
        ['moonfox', `request id ${v.uuid}`],
      ] as const
    )
      .map(
        ([who, words], n) =>
          `<div style="display:flex;padding:8px 16px"><div style="flex:none;width:40px;height:40px;border-radius:50%;background:#5865f2;margin-right:14px"></div><div><b>${who}</b> <span class="p s">${keep('time', n === 0 ? v.slashed : another(c).slashed)}</span><div>${words}</div></div></div>`,
      )
      .join(''),
  ),
})

const parcelOrder: FreshTemplate = (v, c, look) => ({
  kind: 'order',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="b a">${keep('status', c.pick(['交易成功', '待发货', '已完成']))}</div><div class="b"><div>收货人：${secret('person', v.nameZh)}　${secret('phone', v.mobile)}</div><div class="p">收货地址：${secret('address', v.homeZh)}</div></div><div class="b"><div class="f"><span>大模型API中转额度 自动发货</span><span>${keep('amount', `¥${v.yuan}`)}</span></div><div class="f"><span class="p">实付款</span><b>${keep('amount', `¥${v.yuan}`)}</b></div></div><div class="b">${listOf(
      c,
      [
        ['订单编号', `${secret('order_no', v.receipt19)} | 复制`],
        ['支付宝交易号', secret('alipay_txn', v.alipay)],
        ['创建时间', keep('time', v.time)],
        ['付款时间', keep('time', another(c).time)],
      ],
    )}</div>`,
  ),
})

const orderList: FreshTemplate = (_, c, look) => ({
  kind: 'order',
  language: 'zh',
  html: sheet(
    c,
    look,
    [0, 1, 2]
      .map(() => {
        const w = another(c)
        return `<div class="b"><div class="f s p"><span>订单号：${secret('order_no', c.pick([w.order, w.merchant, w.gateway]))}</span><span class="a">${keep('status', c.pick(['待付款', '已完成', '已取消', '退款中']))}</span></div><p>额度充值包</p><div class="f"><span class="p">${keep('time', c.pick([w.time, w.slashed]))}</span><span>共1件 合计 ${keep('amount', `¥${w.yuan}`)}</span></div></div>`
      })
      .join(''),
  ),
})

const orderEn: FreshTemplate = (v, c, look) => ({
  kind: 'order',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div class="b"><h3>Thank you for your purchase</h3><p>Confirmation #${secret('order_no', v.paypal.slice(0, 10))}</p></div><div class="b"><p>Contact information<br>${secret('email', v.mail)}</p><br><p>Shipping address<br>${secret('person', v.nameEn)}<br>${secret('address', v.homeEn)}<br>${secret('phone', `+1 (${c.int(201, 989)}) 555-01${c.int(10, 99)}`)}</p><br><p>Payment<br>${keep('method', `Visa ending with ${v.last4}`)} – ${keep('amount', `$${v.yuan}`)}</p></div><div class="b f"><span>Status</span><span>${keep('status', c.pick(['Paid', 'Refunded', 'Cancelled']))}</span></div><div class="b f"><span>Placed</span><span>${keep('time', v.timeEn)}</span></div>`,
  ),
})

const idCard: FreshTemplate = (v, c, look) => ({
  kind: 'identity',
  language: 'zh',
  html: sheet(
    c,
    { ...look, theme: { paper: '#dfe9f3', card: '#eef4fa', ink: '#202428', pale: '#3f6ea5', accent: '#3f6ea5' } },
    `<div class="b" style="padding:20px"><p><span class="p">姓 名</span>　${secret('person', v.nameZh)}</p><p><span class="p">性 别</span>　${c.pick(['男', '女'])}　<span class="p">民 族</span>　汉</p><p><span class="p">出 生</span>　${v.id.slice(6, 10)} 年 ${Number(v.id.slice(10, 12))} 月 ${Number(v.id.slice(12, 14))} 日</p><div style="display:flex"><span class="p" style="flex:none">住 址</span><span style="padding-left:1em;max-width:60%">${secret('address', v.homeZh)}</span></div><br><p><span class="p">公民身份号码</span>　${secret('cn_id', v.id)}</p></div><div class="b"><p>支付时间 ${keep('time', v.time)}</p><p>认证费 ${keep('amount', `¥${v.yuan}`)}</p></div>`,
  ),
})

const settings: FreshTemplate = (v, c, look) => ({
  kind: 'identity',
  language: 'zh',
  html: sheet(
    c,
    look,
    `<div class="c" style="padding:10px">账号与安全</div><div class="b">${listOf(c, [
      ['手机号', keep('masked', v.maskedPhone)],
      ['邮箱', c.real() < 0.5 ? keep('masked', v.maskedMail) : secret('email', v.mail)],
      ['微信号', secret('payment_account', v.wxid)],
      ['真实姓名', secret('person', v.nameZh)],
      ['身份证号', c.real() < 0.5 ? keep('masked', v.maskedId) : secret('cn_id', v.id)],
      ['收货地址', secret('address', v.homeZh)],
      ['可用余额', keep('amount', `¥${v.yuan}`)],
      ['注册时间', keep('time', v.time)],
    ])}</div>`,
  ),
})

const form: FreshTemplate = (v, c, look) => ({
  kind: 'identity',
  language: 'en',
  html: sheet(
    c,
    look,
    `<div class="b"><h3>Account details</h3>${(
      [
        ['Full name', secret('person', v.nameEn)],
        ['Email address', secret('email', v.mail)],
        ['Mobile number', secret('phone', `+86 ${v.mobile}`)],
        ['Passport number', secret('cn_id', v.passport)],
        ['Billing address', secret('address', v.homeEn)],
        ['Password', secret('password', v.password)],
        ['Credit balance', keep('amount', `$${v.yuan}`)],
        ['Member since', keep('time', v.dayEn)],
      ] as const
    )
      .map(
        ([label, value]) =>
          `<div style="padding:5px 0"><div class="s p">${label}</div><div style="border:1px solid #8886;border-radius:6px;padding:7px 10px">${value}</div></div>`,
      )
      .join('')}</div>`,
  ),
})

const parcel: FreshTemplate = (v, c, look) => ({
  kind: 'barcode',
  language: 'zh',
  codes: [{ format: 'Code128', text: v.express }],
  html: sheet(
    c,
    { ...look, theme: { paper: '#ffffff', card: '#ffffff', ink: '#000000', pale: '#333333', accent: '#000000' } },
    `<div style="border:2px solid;margin:10px;padding:10px"><div class="c"><img data-code="0" style="width:86%;height:64px"><div>运单号 ${secret('order_no', v.express)}</div></div><hr><p>收件人：${secret('person', v.nameZh)}　电话：${secret('phone', v.mobile)}</p><p>地址：${secret('address', v.homeZh)}</p><hr><div class="f"><span>代收货款 ${keep('amount', `¥${v.yuan}`)}</span><span>${keep('time', v.slashed)}</span></div><p>${keep('method', '微信支付')} ${keep('status', '已支付')}</p></div>`,
  ),
})

const coupon: FreshTemplate = (v, c, look) => ({
  kind: 'qr',
  language: 'zh',
  codes: [{ format: 'QRCode', text: v.voucher12.replaceAll(' ', '') }],
  html: sheet(
    c,
    look,
    `<div class="b c"><h3>算力体验券</h3><p>${keep('amount', `¥${v.yuan}`)}</p><img data-code="0" style="width:${c.int(36, 60)}%;background:#fff;padding:8px"><p class="p">券码</p><p style="font-size:1.3em;letter-spacing:1px">${secret('redeem_code', v.voucher12)}</p></div><div class="b">${listOf(
      c,
      [
        ['有效期至', keep('time', v.time.slice(0, 10))],
        ['状态', keep('status', c.pick(['已支付', '已过期', '已完成']))],
        ['支付方式', keep('method', '支付宝')],
        ['手机号', secret('phone', v.mobile)],
        ['订单编号', secret('order_no', v.receipt19)],
      ],
    )}</div>`,
  ),
})

export const people: readonly FreshTemplate[] = [
  weixin,
  whatsapp,
  server,
  parcelOrder,
  orderList,
  orderEn,
  idCard,
  settings,
  form,
  parcel,
  coupon,
]
