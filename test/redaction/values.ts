// Makers of made-up values: secrets of every kind with their checks, and the look-alikes that must stay.
import type { Kind } from '../../core/redaction/redact.ts'
import type { Chance } from './chance.ts'

const DIGITS = '0123456789'
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const HEX = '0123456789abcdef'
const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const LOWER = 'abcdefghijklmnopqrstuvwxyz'

const pad = (value: number, size = 2): string => String(value).padStart(size, '0')

function luhnDigit(body: string): number {
  let sum = 0
  ;[...body].toReversed().forEach((sign, index) => {
    const value = Number(sign) * (index % 2 === 0 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  })
  return (10 - (sum % 10)) % 10
}

const card = (chance: Chance): string => {
  const [prefix, length] = chance.pick([
    ['622202', 19],
    ['621700', 19],
    ['622848', 19],
    ['625965', 16],
    ['4', 16],
    ['51', 16],
    ['55', 16],
    ['37', 15],
    ['35', 16],
  ] as const)
  const body = prefix + chance.text(DIGITS, length - prefix.length - 1)
  return body + luhnDigit(body)
}

const day = (chance: Chance, from = 2024): string =>
  `${from + chance.int(3)}${pad(1 + chance.int(12))}${pad(1 + chance.int(28))}`
const clock = (chance: Chance): string => pad(chance.int(24)) + pad(chance.int(60)) + pad(chance.int(60))

const cnId = (chance: Chance): string => {
  const region = chance.pick(['110105', '310115', '440305', '330106', '510107', '420111', '320583', '650102'])
  const body = `${region}${1955 + chance.int(50)}${pad(1 + chance.int(12))}${pad(1 + chance.int(28))}${chance.text(DIGITS, 3)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = [...body].reduce((total, sign, index) => total + Number(sign) * (weights[index] ?? 0), 0)
  return body + '10X98765432'[sum % 11]
}

const phone = (chance: Chance): string => `1${chance.int(7) + 3}${chance.text(DIGITS, 9)}`
const group = (chance: Chance, size: number): string => {
  for (;;) {
    const text = chance.text(CROCKFORD, size)
    if (/\d/.test(text) || chance.int(6) === 0) return text
  }
}
const code = (chance: Chance, size: number): string => Array.from({ length: 4 }, () => group(chance, size)).join('-')

const mail = (chance: Chance): string => {
  const name = chance.pick([
    'zhangsan',
    'li.lei',
    'wang_fang88',
    'j.smith',
    'chen',
    'amy+ai',
    '10086321',
    'x.y.z',
    'Dev.Ops',
  ])
  const host = chance.pick([
    'qq.com',
    '163.com',
    'gmail.com',
    'outlook.com',
    'foxmail.com',
    'proton.me',
    'mail.example.cn',
    'corp.io',
  ])
  return `${name}${chance.text(DIGITS, chance.int(4))}@${host}`
}

const password = (chance: Chance): string =>
  chance.pick([
    () => chance.text(LOWER, 6) + chance.text(DIGITS, 3),
    () => `${chance.text(LOWER, 4)}@${chance.text(DIGITS, 4)}!`,
    () => chance.text(BASE62, 12),
    () => chance.text(DIGITS, 6) + chance.text(LOWER, 2),
    () => `Aa${chance.text(DIGITS, 6)}#`,
  ])()

const apiKey = (chance: Chance): string =>
  chance.pick([
    () => `sk-${chance.text(BASE62, 48)}`,
    () => `sk-${chance.text(BASE62, 32)}`,
    () => `sk-proj-${chance.text(`${BASE62}_-`, 60)}A1`,
    () => `sk-ant-api03-${chance.text(`${BASE62}_-`, 60)}A1`,
    () => `sk-or-v1-${chance.text(HEX, 64)}`,
    () => `AIza${chance.text(BASE62, 35)}`,
    () => `gsk_${chance.text(BASE62, 52)}`,
    () => `xai-${chance.text(BASE62, 60)}`,
    () => `ghp_${chance.text(BASE62, 36)}`,
    () => `AKIA${chance.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 15)}7`,
    () => `eyJhbGciOiJIUzI1NiJ9.eyJ${chance.text(BASE62, 40)}.${chance.text(BASE62, 43)}`,
  ])()

const addressZh = (chance: Chance): string =>
  chance.pick([
    '北京市海淀区',
    '广东省深圳市南山区',
    '上海市浦东新区',
    '浙江省杭州市西湖区',
    '四川省成都市武侯区',
    '江苏省苏州市昆山市',
  ]) +
  chance.pick(['中关村大街', '科技园南路', '张江路', '文三路', '天府大道', '前进东路']) +
  `${1 + chance.int(900)}号` +
  chance.pick(['3栋2单元501室', '阳光花园8幢1203室', 'A座1507', '', '2楼', '创业大厦11层'])

const addressEn = (chance: Chance): string =>
  `${1 + chance.int(9000)} ${chance.pick(['Maple Street', 'W 42nd Street', 'Sunset Blvd', 'King Road', 'Oak Ave', 'Park Lane'])}, ${chance.pick(
    [
      'Apt 4B, New York, NY 10036',
      'Suite 200, Austin, TX 78701',
      'Unit 7, London SW1A 1AA',
      'Flat 3, Leeds LS1 4AP',
      'Seattle, WA 98101',
    ],
  )}`

const surname = (chance: Chance): string => chance.pick([...'张王李刘陈杨赵黄周吴徐孙朱马胡郭林何高梁'])
const personZh = (chance: Chance): string =>
  surname(chance) + chance.pick(['三', '伟', '芳', '建国', '晓明', '雨欣', '志强', '丽', '子涵', '小龙'])
const personEn = (chance: Chance): string =>
  `${chance.pick(['John', 'Mary', 'Li', 'Chen', 'Amit', 'Olga', 'Peter'])} ${chance.pick(['Smith', 'Lei', 'Wang', 'Sharma', 'Novak', 'Brown'])}`

export const SECRETS = {
  code5: ['redeem_code', (c: Chance) => code(c, 5)],
  code4: ['redeem_code', (c: Chance) => code(c, 4)],
  hex: ['redeem_hex', (c: Chance) => chance32(c)],
  key: ['api_key', apiKey],
  card: ['bank_card', card],
  cnid: ['cn_id', cnId],
  phone: ['phone', phone],
  mail: ['email', mail],
  alipay: ['alipay_txn', (c: Chance) => `${day(c)}2200141${c.text(DIGITS, 13)}`],
  wechat: [
    'wechat_txn',
    (c: Chance) => `${c.pick(['42000', '45000', '10000'])}${c.text(DIGITS, 5)}${day(c)}${c.text(DIGITS, 10)}`,
  ],
  ours: ['order_no', (c: Chance) => `DZ${day(c)}${c.text(CROCKFORD, 12)}`],
  usr: ['order_no', (c: Chance) => `USR${c.int(9000)}NO${c.text(BASE62, 6)}17320${c.text(DIGITS, 5)}`],
  shop: ['order_no', (c: Chance) => `${day(c)}${clock(c)}${c.text(DIGITS, 4 + c.int(5))}`],
  password: ['password', password],
  addrzh: ['address', addressZh],
  addren: ['address', addressEn],
  wxid: ['payment_account', (c: Chance) => `wxid_${c.text(LOWER + DIGITS, 10)}4`],
  weixin: ['payment_account', (c: Chance) => `${c.text(LOWER, 5)}_${c.text(DIGITS, 4)}`],
  trc: [
    'payment_account',
    (c: Chance) => `T${c.text('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789', 31)}9a`,
  ],
  eth: ['payment_account', (c: Chance) => `0x${c.text(HEX, 39)}a`],
  qq: ['payment_account', (c: Chance) => `${1 + c.int(9)}${c.text(DIGITS, 8)}`],
  namezh: ['person', personZh],
  nameen: ['person', personEn],
  token: ['long_token', (c: Chance) => `${c.text(BASE62, 30)}7q9`],
} as const satisfies Record<string, readonly [Kind, (chance: Chance) => string]>

function chance32(chance: Chance): string {
  for (;;) {
    const text = chance.text(HEX, 32)
    if (/[a-f]/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 8) return text
  }
}

export const LOOKALIKES: Readonly<Record<string, (chance: Chance) => string>> = {
  uuid: (c) => `${c.text(HEX, 8)}-${c.text(HEX, 4)}-4${c.text(HEX, 3)}-a${c.text(HEX, 3)}-${c.text(HEX, 12)}`,
  amount: (c) =>
    c.pick([
      '¥50',
      '50元',
      '￥1,000.00',
      '100 000 000',
      '10,000',
      '$12.34',
      '9999.99',
      '50 yuan',
      '1,234,567 credits',
      '500000 units',
      '人民币 300 元',
    ]),
  date: (c) => c.pick(['2026-11-20', '2026/11/20', '2026年11月20日', '20261120', '11-20', '20 Nov 2026', '11月20号']),
  time: (c) => c.pick(['15:04', '15:04:33', '下午3点', '3:04 pm', '2026-11-20T15:04:33+08:00', '2026-11-20 15:04:33']),
  stamp: (c) => `${day(c)}${clock(c)}`,
  epoch: (c) => c.pick(['1732089600', '1732089600123', '1763619873']),
  model: (c) =>
    c.pick([
      'gpt-4o-2024-08-06',
      'claude-sonnet-4-20250514',
      'deepseek-r1-distill-qwen-32b',
      'claude-3-5-sonnet-20241022',
      'Qwen2.5-72B-Instruct-GPTQ-Int4',
      'gemini-2.0-flash-thinking-exp-01-21',
      'text-embedding-3-large',
      'meta-llama/Llama-3.3-70B-Instruct-Turbo',
      'o1-preview-2024-09-12',
      'moonshot-v1-128k',
      'doubao-1-5-pro-32k-250115',
      'gpt-4-turbo-2024-04-09',
    ]),
  version: (c) =>
    c.pick(['v1.2.3', '0.6.11-alpha.3', 'Node 24.21.0', 'openai==1.55.3', 'iOS 18.1.1', 'Chrome/131.0.6778.86']),
  status: (c) =>
    c.pick([
      'Pending',
      'Processing',
      'Completed',
      '待支付',
      '已完成',
      '处理中',
      'HTTP 502',
      '429',
      '错误码 401',
      'TRADE_SUCCESS',
      'WAIT_BUYER_PAY',
    ]),
  ticket: (c) => c.pick(['工单 #20261120001', 'T-10293', '工单号 TK-20261120-0001', 'ticket #1234567890', 'TKT-88213']),
  mention: (c) =>
    c.pick([`<@${c.text(DIGITS, 17)}1>`, '@admin', `<#${c.text(DIGITS, 17)}2>`, '@客服小王', '<t:1732089600:R>']),
  link: (c) =>
    c.pick([
      `https://discord.com/channels/${c.text(DIGITS, 18)}/${c.text(DIGITS, 18)}`,
      'https://aigateway.example.com/orders',
      'https://github.com/org/repo/issues/12345',
      'https://docs.example.com/zh/payments.md',
      't.me/example_bot',
      `https://x.com/dev/status/18591234567890${c.text(DIGITS, 5)}`,
    ]),
  masked: (c) =>
    c.pick([
      '****4TBC',
      '138****5678',
      'sk-****abcd',
      'z***@qq.com',
      '6222 **** **** 1234',
      '[password]',
      '尾号1234',
      '110101********002X',
    ]),
  ip: (c) => c.pick(['192.168.1.100', '139.180.141.12', '10.0.0.1:8080', '2001:db8::8a2e:370:7334']),
  sha: (c) => `commit ${c.text(HEX, 40)}`,
  name: (c) => c.pick(['张三', '小王', 'Alice', '李老师', 'Tom from support', '王芳']),
  file: (c) =>
    c.pick([
      'Screenshot_20261120_150433.jpg',
      'IMG_20261120_150433.jpg',
      'mmexport1732089600123.jpg',
      'wx_camera_1732089600123.mp4',
      'app-release-v1.2.3.apk',
    ]),
  float: (c) => `0.${c.text(DIGITS, 16)}1`,
}
