// A day's bill as WeChat Pay and Alipay write it, from the books of a fake: UTF-8 with backticks, or GBK with tabs in a ZIP.
import { deflateRawSync } from 'node:zlib'
import { instantOf } from '../../../core/kit/clock.ts'
import { dateOf } from '../../../core/kit/zone.ts'
import type { Till, Trade } from './till.ts'

const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
const shanghai = (ms: number): string => new Date(ms + 28_800_000).toISOString().slice(0, 19).replace('T', ' ')
const onDay = (ms: number, day: string): boolean => dateOf(instantOf(ms)) === day

type Back = { readonly trade: Trade; readonly number: string; readonly fen: bigint; readonly at: number }
const paidOn = (till: Till, day: string): readonly Trade[] =>
  [...till.trades.values()].filter(({ state, paidAt }) => state === 'paid' && onDay(paidAt, day))
const backOn = (till: Till, day: string): readonly Back[] =>
  [...till.trades.values()].flatMap((trade) =>
    [...trade.refunds]
      .filter(([, { at }]) => onDay(at, day))
      .map(([number, { fen, at }]) => ({ trade, number, fen, at })),
  )

const WECHAT = [
  ...['交易时间', '公众账号ID', '商户号', '特约商户号', '设备号', '微信订单号', '商户订单号', '用户标识', '交易类型'],
  ...['交易状态', '付款银行', '货币种类', '应结订单金额', '代金券金额', '微信退款单号', '商户退款单号', '退款金额'],
  ...[
    '充值券退款金额',
    '退款类型',
    '退款状态',
    '商品名称',
    '商户数据包',
    '手续费',
    '费率',
    '订单金额',
    '申请退款金额',
    '费率备注',
  ],
]
const WECHAT_SUMS = [
  '总交易单数',
  '应结订单总金额',
  '退款总金额',
  '充值券退款总金额',
  '手续费总金额',
  '订单总金额',
  '申请退款总金额',
]

/** As the download gives it; the fee is 0.6 %. */
export function wechatBill(till: Till, day: string, merchant: string, app: string): string {
  const row = (values: Readonly<Record<string, string>>): string =>
    WECHAT.map((name) => `\`${values[name] ?? '0'}`).join(',')
  const common = { 公众账号ID: app, 商户号: merchant, 用户标识: 'oUpF8uMuAJO', 交易类型: 'NATIVE', 货币种类: 'CNY' }
  const rows = [
    ...paidOn(till, day).map((trade) =>
      row({
        ...common,
        交易时间: shanghai(trade.paidAt),
        微信订单号: trade.txn,
        商户订单号: trade.number,
        交易状态: 'SUCCESS',
        应结订单金额: yuan(trade.paidFen),
        订单金额: yuan(trade.paidFen),
        商品名称: '充值',
        手续费: `${(Number(trade.paidFen) * 0.00006).toFixed(5)}`,
        费率: '0.60%',
      }),
    ),
    ...backOn(till, day).map(({ trade, number, fen, at }) =>
      row({
        ...common,
        交易时间: shanghai(at),
        微信订单号: trade.txn,
        商户订单号: trade.number,
        交易状态: 'REFUND',
        微信退款单号: `5030${number.slice(-8)}`,
        商户退款单号: number,
        退款金额: yuan(fen),
        申请退款金额: yuan(fen),
        退款状态: 'SUCCESS',
      }),
    ),
  ]
  const sums = [String(rows.length), '0', '0', '0', '0', '0', '0'].map((value) => `\`${value}`).join(',')
  return `\uFEFF${[WECHAT.join(','), ...rows, WECHAT_SUMS.join(','), sums].join('\r\n')}\r\n`
}

const ALIPAY = [
  ...[
    '支付宝交易号',
    '商户订单号',
    '业务类型',
    '商品名称',
    '创建时间',
    '完成时间',
    '门店编号',
    '门店名称',
    '操作员',
    '终端号',
  ],
  ...[
    '对方账户',
    '订单金额（元）',
    '商家实收（元）',
    '支付宝红包（元）',
    '集分宝（元）',
    '支付宝优惠（元）',
    '商家优惠（元）',
  ],
  ...[
    '券核销金额（元）',
    '券名称',
    '商家红包消费金额（元）',
    '卡消费金额（元）',
    '退款批次号/请求号',
    '服务费（元）',
    '分润（元）',
    '备注',
  ],
]

export function alipayBill(till: Till, day: string, seller: string): string {
  const row = (values: Readonly<Record<string, string>>): string =>
    ALIPAY.map((name) => `${values[name] ?? ''}\t`).join(',')
  const paid = paidOn(till, day)
  const back = backOn(till, day)
  const rows = [
    ...paid.map((trade) =>
      row({
        支付宝交易号: trade.txn,
        商户订单号: trade.number,
        业务类型: '交易',
        商品名称: '"充值, 余额"',
        创建时间: shanghai(trade.paidAt),
        完成时间: shanghai(trade.paidAt),
        对方账户: '*明(158****1562)',
        '订单金额（元）': yuan(trade.paidFen),
        '商家实收（元）': yuan(trade.paidFen),
        '服务费（元）': '-0.01',
      }),
    ),
    ...back.map(({ trade, number, fen, at }) =>
      row({
        支付宝交易号: trade.txn,
        商户订单号: trade.number,
        业务类型: '退款',
        创建时间: shanghai(at),
        完成时间: shanghai(at),
        '订单金额（元）': `-${yuan(fen)}`,
        '商家实收（元）': `-${yuan(fen)}`,
        '退款批次号/请求号': number,
      }),
    ),
  ]
  return [
    '#支付宝业务明细查询',
    `#账号：[${seller}0156]`,
    `#起始日期：[${day} 00:00:00]   终止日期：[${day} 24:00:00]`,
    '#-----------------------------------------业务明细列表----------------------------------------',
    ALIPAY.join(','),
    ...rows,
    '#-----------------------------------------业务明细列表结束------------------------------------',
    `#交易合计：${paid.length}笔，商家实收共0.00元，商家优惠共0.00元`,
    `#退款合计：${back.length}笔，商家实收退款共0.00元，商家优惠退款共0.00元`,
    '',
  ].join('\r\n')
}

let codes: Map<string, number> | undefined
/** Node can read GBK and not write it: each character is looked up among all that it can read. */
export function gbk(text: string): Buffer {
  if (!codes) {
    codes = new Map()
    const decoder = new TextDecoder('gbk')
    for (let high = 0x81; high <= 0xfe; high++)
      for (let low = 0x40; low <= 0xfe; low++) {
        const letter = decoder.decode(Buffer.from([high, low]))
        if (letter.length === 1 && letter !== '\uFFFD' && !codes.has(letter)) codes.set(letter, high * 256 + low)
      }
  }
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.charCodeAt(0) < 0x80 ? letter.charCodeAt(0) : (codes.get(letter) ?? 0x3f)
    if (code > 0xff) bytes.push(code >> 8)
    bytes.push(code & 0xff)
  }
  return Buffer.from(bytes)
}

/** An archive of deflated files; names in GBK, as theirs are. */
export function zip(files: readonly { readonly name: string; readonly bytes: Buffer }[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes)
    const label = gbk(name)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(bytes.length, 8)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(label.length, 0)
    const method = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0])
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), method, sizes, lengths, label, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), method, sizes, lengths, tail, label]))
    locals.push(local)
    at += local.length
  }
  const middle = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(middle.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, middle, end])
}

export const alipayZip = (till: Till, day: string, seller: string): Buffer =>
  zip([
    { name: `${seller}0156_${day.replaceAll('-', '')}_业务明细(汇总).csv`, bytes: gbk('#支付宝业务汇总查询\r\n') },
    { name: `${seller}0156_${day.replaceAll('-', '')}_业务明细.csv`, bytes: gbk(alipayBill(till, day, seller)) },
  ])
