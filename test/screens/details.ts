// Made-up values and building blocks of later screens: wider pools of names, places and numbers than the first have.
import type { Chance } from './chance.ts'
import type { themes } from './page.ts'
import type { Look } from './template.ts'
import { type Values, valuesOf } from './values.ts'

const DIGITS = '0123456789'
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

const SURNAMES = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程魏苏吕丁任沈姚卢钟姜崔谭陆汪范廖石金韦贾夏付方白邹孟熊秦邱江尹薛',
]
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红玲芬燕彬鹏浩宇轩涵怡欣悦佳琪梓晨皓雨思睿博文婷雪莹航',
]
const FIRST = [
  'Olivia',
  'Liam',
  'Noah',
  'Ava',
  'Kenji',
  'Fatima',
  'Lucas',
  'Ingrid',
  'Rahul',
  'Chloe',
  'Mateo',
  'Yuki',
  'Amara',
  'Oscar',
]
const LAST = [
  'Bennett',
  'Nakamura',
  'Silva',
  'Kowalski',
  'Haddad',
  'Lindqvist',
  'Mehta',
  'Fischer',
  'Moreau',
  'Tanaka',
  'Bryant',
  'Novak',
]
const DISTRICTS = [
  '上海市浦东新区',
  '湖北省武汉市洪山区',
  '陕西省西安市雁塔区',
  '山东省青岛市市南区',
  '江苏省苏州市工业园区',
  '重庆市渝北区',
  '福建省厦门市思明区',
  '湖南省长沙市岳麓区',
  '辽宁省大连市甘井子区',
  '云南省昆明市盘龙区',
]
const STREETS = [
  '张江路',
  '珞喻路',
  '高新四路',
  '香港中路',
  '星湖街',
  '龙山大道',
  '软件园二期观日路',
  '麓谷大道',
  '黄浦路',
  '北京路',
]
const ROADS = ['Birch Lane', 'Queen Street', 'Sunset Boulevard', 'Station Road', 'Lakeview Drive', '5th Avenue']
const CITIES = [
  'Denver, CO 80202',
  'Manchester M1 2WD',
  'Seattle, WA 98101',
  'Dublin D02 X285',
  'Sydney NSW 2000',
  'Chicago, IL 60601',
]

export type Fresh = Values & ReturnType<typeof more>

function more(v: Values, c: Chance) {
  const { int, pick, text } = c
  const two = (n: number): string => String(n).padStart(2, '0')
  const { date } = v
  const hours = `${two(date.h)}:${two(date.min)}`
  return {
    nameZh: pick(SURNAMES) + pick(GIVEN) + pick([...GIVEN, '']),
    otherZh: pick(SURNAMES) + pick(GIVEN) + pick(GIVEN),
    nameEn: `${pick(FIRST)} ${pick(LAST)}`,
    otherEn: `${pick(FIRST)} ${pick(LAST)}`,
    homeZh: `${pick(DISTRICTS)}${pick(STREETS)}${int(3, 980)}号${pick(['', '国际大厦', '花园小区'])}${int(1, 30)}${pick(['栋', '号楼', '幢'])}${int(1, 4)}单元${int(101, 3204)}${pick(['室', ''])}`,
    homeEn: `${int(3, 2400)} ${pick(ROADS)}, ${pick(['Apt', 'Unit', 'Suite', 'Flat'])} ${int(1, 88)}, ${pick(CITIES)}`,
    homeTw: `${pick(['臺北市大安區', '新北市板橋區', '高雄市左營區'])}${pick(['和平東路', '文化路', '博愛路'])}${int(1, 3)}段${int(2, 300)}號${int(2, 12)}樓`,
    yuan: pick([
      `${int(10, 99)}.00`,
      `${int(100, 999)}.00`,
      `${int(1, 9)},${int(100, 999)}.00`,
      `${int(10, 999)}.${two(int(1, 99))}`,
    ]),
    maskedPhone: `1${pick(['35', '50', '88', '96'])}****${text(DIGITS, 4)}`,
    maskedMail: `${pick(['a', 'w', 'li', 'q8'])}***@${pick(['qq.com', '163.com', 'gmail.com'])}`,
    maskedCard: `${pick(['6222', '6217', '6228'])} **** **** ${text(DIGITS, 4)}`,
    maskedKey: `sk-${text(ALNUM, 4)}**********${text(ALNUM, 4)}`,
    maskedId: `${pick(['3', '4', '1'])}****************${text(DIGITS, 1)}`,
    paypal: text(BASE32, 17),
    stripe: `${text(DIGITS, 4)}-${text(DIGITS, 4)}`,
    intent: `pi_${text(ALNUM, 24)}`,
    invoice: `${text(BASE32, 8)}-${text(DIGITS, 4)}`,
    voucher12: `${text(DIGITS, 4)} ${text(DIGITS, 4)} ${text(DIGITS, 4)}`,
    express: `${pick(['SF', 'YT', 'JDVB'])}${text(DIGITS, 12)}`,
    cardKey: text(BASE32, 16),
    account: `${text(DIGITS, 3)}-${text(DIGITS, 3)}-${text(DIGITS, 6)}`,
    iban: `GB${text(DIGITS, 2)} NWBK ${text(DIGITS, 4)} ${text(DIGITS, 4)} ${text(DIGITS, 4)} ${text(DIGITS, 2)}`,
    passport: `${pick(['E', 'G'])}${text(DIGITS, 8)}`,
    receipt19: `${date.y}${two(date.m)}${two(date.d)}${text(DIGITS, 11)}`,
    txHash: `0x${text('0123456789abcdef', 40)}`,
    uuid: `${text('0123456789abcdef', 8)}-${text('0123456789abcdef', 4)}-4${text('0123456789abcdef', 3)}-a${text('0123456789abcdef', 3)}-${text('0123456789abcdef', 12)}`,
    mail: `${text('abcdefghkmnprstuvwy', int(4, 9))}${pick(['', '_', '.'])}${int(1, 2010)}@${pick(['qq.com', 'vip.qq.com', '126.com', 'icloud.com', 'gmail.com', 'hotmail.com', 'sina.com'])}`,
    mobile: `1${pick(['39', '51', '80', '99', '66', '33'])}${text(DIGITS, 8)}`,
    qq: text('123456789', 1) + text(DIGITS, 8),
    hours,
    slashed: `${date.y}/${two(date.m)}/${two(date.d)} ${hours}`,
    dotted: `${date.y}.${two(date.m)}.${two(date.d)} ${hours}:${two(date.s)}`,
    short: `${two(date.m)}-${two(date.d)} ${hours}`,
    shortZh: `${date.m}月${date.d}日 ${hours}`,
    dayEn: `${pick(['Jan', 'Mar', 'May', 'Jul', 'Oct', 'Dec'])} ${date.d}, ${date.y}`,
  }
}

export const freshOf = (v: Values, c: Chance): Fresh => ({ ...v, ...more(v, c) })
export const another = (c: Chance): Fresh => freshOf(valuesOf(c), c)

const FACES = [
  `'Noto Sans CJK SC'`,
  `'WenQuanYi Zen Hei'`,
  `'WenQuanYi Micro Hei'`,
  `Roboto,'Noto Sans CJK SC'`,
  `'Open Sans','Noto Sans CJK SC'`,
  `Lato,'WenQuanYi Micro Hei'`,
  `'Noto Serif CJK SC'`,
  `'AR PL UKai CN'`,
]

/** A whole page of its own: nothing of the other templates' style. */
export function sheet(c: Chance, { theme, size }: Look, body: string, style = '', face?: string): string {
  return `<!doctype html><meta charset="utf-8"><style>*{box-sizing:border-box;margin:0}
body{background:${theme.paper};color:${theme.ink};font:${size}px/${c.pick([1.3, 1.45, 1.6, 1.75])} ${face ?? c.pick(FACES)};overflow-wrap:anywhere}
.p{color:${theme.pale}}.a{color:${theme.accent}}.b{background:${theme.card};padding:${c.pick([10, 14, 18])}px;margin:${c.pick([0, 8, 12])}px;border-radius:${c.pick([0, 6, 14])}px}
.f{display:flex;justify-content:space-between;gap:12px}.c{text-align:center}.s{font-size:.8em}.m{font-family:'JetBrains Mono','DejaVu Sans Mono',monospace}
table{border-collapse:collapse;width:100%}${style}</style><body>${body}</body>`
}

/** Label left and value right, or both at the left, or the value below, as the page has it throughout. */
export function listOf(c: Chance, pairs: readonly (readonly [string, string])[], gap = c.int(5, 14)): string {
  const how = c.pick(['ends', 'ends', 'near', 'below'] as const)
  const rule = c.pick(['', `;border-bottom:1px solid #8883`])
  return pairs
    .map(([label, value]) => {
      const box = `padding:${gap}px 0${rule}`
      if (how === 'below') return `<div style="${box}"><div class="p s">${label}</div><div>${value}</div></div>`
      if (how === 'near')
        return `<div style="display:flex;${box}"><div class="p" style="flex:none;width:6.4em">${label}</div><div style="flex:1">${value}</div></div>`
      return `<div class="f" style="${box}"><span class="p" style="flex:none">${label}</span><span style="text-align:right;max-width:62%">${value}</span></div>`
    })
    .join('')
}

export type Theme = (typeof themes)[number]
