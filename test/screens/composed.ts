// Screens put together by chance: any fields behind any of their usual labels, in any layout. No two are alike.
import type { Chance } from './chance.ts'
import { type Entry, plain, secrets, wanted, YES } from './composed-fields.ts'
import { another, type Fresh, sheet } from './details.ts'
import { keep, secret } from './page.ts'
import type { Made, Template } from './template.ts'

type Layout = (c: Chance, pairs: readonly (readonly [string, string])[]) => string
const lines = (
  c: Chance,
  pairs: readonly (readonly [string, string])[],
  one: (label: string, value: string) => string,
  style = '',
) =>
  pairs
    .map(([label, value]) => `<div style="padding:${c.pick([3, 5, 8])}px 0;${style}">${one(label, value)}</div>`)
    .join('')
const layouts: readonly Layout[] = [
  (c, p) =>
    lines(
      c,
      p,
      (label, value) =>
        `<div class="f"><span class="p" style="flex:none">${label}</span><span style="text-align:right;max-width:64%">${value}</span></div>`,
    ),
  (c, p) =>
    lines(
      c,
      p,
      (label, value) =>
        `<div class="f" style="align-items:center"><span style="flex:none;max-width:7em">${label}</span><b style="text-align:right;max-width:60%">${value}</b></div>`,
      'border-bottom:1px solid #8883',
    ),
  (c, p) =>
    lines(
      c,
      p,
      (label, value) =>
        `<div style="display:flex"><span class="p" style="flex:none;width:7em">${label}</span><span>${value}</span></div>`,
    ),
  (c, p) => lines(c, p, (label, value) => `<div class="p s">${label}</div><div>${value}</div>`),
  (c, p) => lines(c, p, (label, value) => `${label}${c.pick(['：', ': ', '： '])}${value}`),
  (_, p) =>
    `<div style="display:flex;flex-wrap:wrap">${p.map(([label, value]) => `<div style="width:50%;padding:7px"><div class="p s">${label}</div><div>${value}</div></div>`).join('')}</div>`,
  (_, p) =>
    `<table>${p.map(([label, value]) => `<tr><td class="p" style="white-space:nowrap">${label}</td><td>${value}</td></tr>`).join('')}</table>`,
  (_, p) =>
    p
      .map(
        ([label, value]) =>
          `<div style="padding:5px 0"><div class="s">${label}</div><div style="border:1px solid #8887;border-radius:5px;padding:6px 9px">${value}</div></div>`,
      )
      .join(''),
]

const labelled = (v: Fresh, c: Chance, language: 'zh' | 'en', from: readonly Entry[]): (readonly [string, string])[] =>
  from.map((one) => [c.pick(one[language]), one.value(v, c)])

function some<T>(c: Chance, from: readonly T[], count: number): T[] {
  const left = [...from]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(c.int(0, left.length - 1), 1)[0] as T)
}

const hero = (v: Fresh, c: Chance): string =>
  `<div class="b c">${c.pick(['', '<div>星河科技</div>', '<div>Orbit AI</div>'])}<div style="font-size:${c.pick([1.6, 2.2, 2.8])}em;font-weight:${c.pick([400, 700])}">${keep('amount', c.pick([`-${v.yuan}`, `¥${v.yuan}`, `￥${v.yuan}`, `${v.yuan}元`, v.yuan]))}</div><div class="${c.pick(['p', 'a'])}">${keep('status', c.pick(YES))}</div></div>`

/** A page of labels and values. */
const details: Template = (base, c, look) => {
  const v = another(c)
  const language = c.pick(['zh', 'zh', 'en'] as const)
  const pairs = labelled(
    v,
    c,
    language,
    some(c, [...some(c, secrets, c.int(4, 7)), ...some(c, wanted, c.int(3, 5)), ...plain], 14),
  )
  const half = c.int(3, pairs.length)
  const parts = [pairs.slice(0, half), pairs.slice(half)].filter((part) => part.length > 0)
  const layout = c.pick(layouts)
  return {
    kind: `details-${layouts.indexOf(layout)}`,
    language,
    html: sheet(
      c,
      look,
      `${c.pick(['', hero(freshAmount(v, base.amount), c)])}${parts.map((part) => `<div class="b">${layout(c, part)}</div>`).join('')}`,
      'td{padding:5px 12px 5px 0}',
    ),
  }
}
const freshAmount = (v: Fresh, yuan: string): Fresh => ({ ...v, yuan })

/** A table with a head. */
const ledger: Template = (_, c, look) => {
  const language = c.pick(['zh', 'en'] as const)
  const columns = some(
    c,
    [
      ...some(
        c,
        secrets.filter(({ mark }) => mark !== 'address'),
        c.int(1, 3),
      ),
      ...some(c, wanted, c.int(2, 4)),
    ],
    7,
  )
  const head = columns.map((one) => c.pick(one[language]))
  const body = Array.from(
    { length: c.int(2, 6) },
    () => `<tr>${columns.map((one) => `<td>${one.value(another(c), c)}</td>`).join('')}</tr>`,
  ).join('')
  return {
    kind: 'ledger',
    language,
    wide: true,
    html: sheet(
      c,
      look,
      `<div class="b"><h3>${c.pick(['记录', '订单管理', 'Payments', 'History'])}</h3><table><tr>${head.map((one) => `<th class="p">${one}</th>`).join('')}</tr>${body}</table></div>`,
      `td,th{padding:${c.pick([4, 7, 11])}px;text-align:${c.pick(['left', 'left', 'center'])};border-bottom:1px solid #8884;font-weight:400}`,
    ),
  }
}

const SAID: readonly ((v: Fresh, c: Chance) => string)[] = [
  (v, c) =>
    `${c.pick(['我的订单号是', '单号：', '订单', 'order id '])}${secret('order_no', c.pick([v.order, v.gateway, v.merchant]))}`,
  (v) => secret('alipay_txn', v.alipay),
  (v, c) =>
    `${c.pick(['手机', '我手机号', '电话是', 'call me at '])}${secret('phone', c.pick([v.mobile, v.phoneSpaced]))}${c.pick(['', '，谢谢', ' 加微信'])}`,
  (v, c) => `${c.pick(['邮箱', '注册邮箱是', 'my email: '])}${secret('email', v.mail)}`,
  (v, c) => `${c.pick(['卡号', '工行卡', 'card '])}${secret('bank_card', c.pick([v.card, v.cardSpaced]))}`,
  (v, c) =>
    `${c.pick(['兑换码 ', '这个码用不了：', 'code '])}${secret('redeem_code', c.pick([v.code, v.codeOld, v.hex]))}`,
  (v, c) => `${c.pick(['key是', '我的密钥', 'here is the key '])}${secret('api_key', c.pick([v.key, v.keyShort]))}`,
  (v, c) => `${c.pick(['密码', '密码：', 'password: '])}${secret('password', v.password)}`,
  (v, c) => `${c.pick(['地址', '寄到', '我住'])}${secret('address', v.homeZh)}`,
  (v) =>
    `昨天付了${keep('amount', `${v.yuan}元`)}，用${keep('method', '支付宝')}付的，显示${keep('status', '支付成功')}`,
  (v) =>
    `paid ${keep('amount', `$${v.yuan}`)} with ${keep('method', 'PayPal')}, it says ${keep('status', 'completed')}`,
  (v) => `付款时间 ${keep('time', v.time)}`,
  () => '请问什么时候能到账呢，很急',
  () => 'Sorry about that, let me check it for you.',
  () => '好的，稍等',
]
const talk: Template = (_, c, look) => {
  const v = another(c)
  const said = some(c, SAID, c.int(5, 9))
  const mine = c.pick(['#95ec69;color:#111', '#0a7cff;color:#fff', '#dcf8c6;color:#111', '#3a3a3c;color:#eee'])
  return {
    kind: 'talk',
    language: 'zh',
    html: sheet(
      c,
      look,
      said
        .map(
          (one, n) =>
            `${n % 3 === 0 ? `<div class="c p s" style="padding:6px">${keep('time', another(c).short)}</div>` : ''}<div style="display:flex;padding:6px 9px;justify-content:flex-${n % 4 === 1 ? 'start' : 'end'}"><div style="max-width:${c.pick([66, 76, 84])}%;padding:8px 12px;border-radius:${c.pick([4, 10, 18])}px;background:${n % 4 === 1 ? '#8883' : mine}">${one(v, c)}</div></div>`,
        )
        .join(''),
    ),
  }
}

const LABEL_ROWS: readonly Layout[] = layouts.slice(0, 3)
/** A code between the fields. */
const withCode: Template = (_, c, look): Made => {
  const v = another(c)
  const bars = c.real() < 0.4
  const pairs = labelled(v, c, 'zh', [...some(c, secrets, c.int(2, 4)), ...some(c, wanted, 4)])
  const image = bars
    ? `<img data-code="0" style="width:${c.int(60, 92)}%;height:${c.int(34, 80)}px;background:#fff">`
    : `<img data-code="0" style="width:${c.int(24, 70)}%;background:#fff;padding:${c.int(2, 10)}px">`
  return {
    kind: 'code',
    language: 'zh',
    codes: [{ format: bars ? 'Code128' : 'QRCode', text: bars ? v.merchant : `https://pay.example.com/${v.key}` }],
    html: sheet(
      c,
      look,
      `<div class="b c">${image}<div>${c.pick(['扫码付款', '付款码', '核销码'])}</div></div><div class="b">${c.pick(LABEL_ROWS)(c, pairs)}</div>`,
    ),
  }
}

export const composed: readonly Template[] = [
  details,
  details,
  ledger,
  talk,
  details,
  withCode,
  details,
  ledger,
  talk,
  details,
]
