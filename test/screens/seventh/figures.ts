// Made-up figures of this half: moments and sums as each page writes them, references, accounts, keys and codes.
import type { Chance } from '../chance.ts'

const DIGITS = '0123456789'
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const CAPS = `${UPPER}${DIGITS}`
const ALNUM = `${CAPS}${UPPER.toLowerCase()}`
const HEX = '0123456789abcdef'
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const two = (n: number): string => String(n).padStart(2, '0')

function momentOf({ int, pick }: Chance) {
  const [month, day, hour, minute, second] = [int(1, 11), int(1, 28), int(0, 23), int(0, 59), int(0, 59)]
  const clock = `${two(hour)}:${two(minute)}`
  const exact = `${clock}:${two(second)}`
  const name = MONTHS[month - 1] ?? ''
  const twelve = `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`
  const weekday = pick(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'])
  return {
    day8: `2026${two(month)}${two(day)}`,
    stamp14: `2026${two(month)}${two(day)}${two(hour)}${two(minute)}${two(second)}`,
    clock,
    iso: `2026-${two(month)}-${two(day)} ${exact}`,
    isoShort: `2026-${two(month)}-${two(day)} ${clock}`,
    date: `2026-${two(month)}-${two(day)}`,
    dots: `2026.${two(month)}.${two(day)} ${exact}`,
    slashes: `2026/${two(month)}/${two(day)} ${clock}`,
    zh: `2026年${two(month)}月${two(day)}日 ${exact}`,
    zhDay: `${month}月${day}日`,
    zhMinute: `${month}月${day}日${clock}`,
    zhHalf: `${pick(['昨天', '星期三', '周六', `${month}月${day}日`])} ${hour < 12 ? '上午' : '下午'}${hour % 12 || 12}:${two(minute)}`,
    tw: `2026/${two(month)}/${two(day)} ${hour < 12 ? '上午' : '下午'} ${two(hour % 12 || 12)}:${two(minute)}`,
    us: `${name.slice(0, 3)} ${day}, 2026 at ${twelve}`,
    usSlash: `${two(month)}/${two(day)}/2026`,
    usDay: `${name} ${day}, 2026`,
    usShort: `${name.slice(0, 3)} ${day}`,
    uk: `${day} ${name} 2026, ${clock}`,
    my: `${two(day)}/${two(month)}/2026 ${exact}`,
    mail: `${weekday}, ${day} ${name.slice(0, 3)} 2026, ${clock}`,
    utc: `2026-${two(month)}-${two(day)} ${exact} UTC`,
  }
}

export type Figures = ReturnType<typeof figuresOf>

export function figuresOf(c: Chance) {
  const { int, pick, text } = c
  const when = momentOf(c)
  const digits = (n: number): string => text(DIGITS, n)
  const group = (n: number, size: number, from: string, by = '-'): string =>
    Array.from({ length: n }, () => text(from, size)).join(by)
  const card = `62${pick(['16', '25', '22', '12'])}${digits(15)}`
  const visa = `${pick(['4', '5'])}${digits(15)}`
  const sk = pick([
    `sk-${text(ALNUM, 48)}`,
    `sk-proj-${text(ALNUM, 44)}`,
    `sk-or-v1-${text(HEX, 64)}`,
    `xai-${text(ALNUM, 40)}`,
  ])
  return {
    ...when,
    later: momentOf(c),
    sum: pick([
      `${int(6, 96)}.${two(int(0, 99))}`,
      `${int(100, 999)}.00`,
      `${int(1, 4)},${int(100, 999)}.${two(int(0, 99))}`,
      `${int(10, 60)}.00`,
    ]),
    other: `${int(2, 88)}.${two(int(1, 99))}`,
    round: String(int(2, 60) * 10),
    tiny: `0.${two(int(1, 99))}`,
    last4: digits(4),
    bank: pick('招商银行 广发银行 华夏银行 宁波银行 北京银行 江苏银行 交通银行'.split(' ')),
    trade: `${when.day8}2200${digits(16)}`,
    weixin: `4200${digits(6)}${when.day8}${digits(10)}`,
    merchant: pick([
      `${when.stamp14}${digits(6)}`,
      `TOPUP${digits(5)}${when.day8}${text(CAPS, 4)}`,
      `${text(HEX, 20)}`,
      `R${when.day8}-${digits(8)}`,
    ]),
    gateway: `USR${int(11, 9800)}NO${text(ALNUM, 6)}${int(1_760_000_000, 1_798_000_000)}`,
    taobao: `${digits(19)}`,
    ecny: `${when.day8}${digits(24)}`,
    flow: pick([digits(16), `${when.day8}${digits(9)}`, `C${digits(14)}`]),
    approval: digits(6),
    octopus: `${digits(8)}(${digits(1)})`,
    shopee: `26${two(int(1, 11))}${two(int(1, 28))}${text(CAPS, 8)}`,
    hkRef: `${pick(['N', 'HC'])}${digits(5)}${text(UPPER, 2)}${digits(6)}`,
    hkAccount: `${digits(3)} ${digits(6)} ${digits(3)}`,
    virtual: `${digits(4)} ${digits(4)} ${digits(4)} ${digits(2)}`,
    invoice: pick([`${text(CAPS, 8)}-000${int(1, 9)}`, `INV-${digits(6)}`, `#${digits(4)}-${digits(4)}`]),
    receipt: `${digits(4)}-${digits(4)}`,
    charge: pick([`txn_1${text(ALNUM, 23)}`, `pi_3${text(ALNUM, 23)}`]),
    paypal: text(CAPS, 17),
    tng: `${when.day8}${digits(22)}`,
    interac: `CA${text(ALNUM, 8)}`,
    order6: `#${pick(['KW', 'NL', ''])}${digits(5)}`,
    ticket: digits(6),
    hash: text(HEX, 64),
    tron: `T${text(ALNUM, 33)}`,
    eth: `0x${text(HEX, 40)}`,
    card,
    cardSpaced: card.replace(/(.{4})(?=.)/g, '$1 '),
    visaSpaced: visa.replace(/(.{4})(?=.)/g, '$1 '),
    corporate: digits(pick([15, 17, 18])),
    key: sk,
    keyShort: `sk-${text(ALNUM, 32)}`,
    keyStarred: `sk-${text(ALNUM, 2)}…${text(ALNUM, 4)}`,
    keyMasked: `sk-${text(ALNUM, 4)}${'*'.repeat(10)}${text(ALNUM, 4)}`,
    stripeKey: `sk_live_${text(ALNUM, 24)}`,
    hook: `whsec_${text(ALNUM, 32)}`,
    database: text(ALNUM, 14),
    code: pick([
      group(4, 5, CAPS),
      group(5, 4, CAPS),
      text(HEX, 32),
      `${pick(['NOVA', 'KITE', 'AI'])}${digits(3)}-${group(2, 8, CAPS)}`,
      text(CAPS, 20),
    ]),
    codeShort: group(4, 4, CAPS),
    licence: group(4, 8, CAPS),
    password: `${pick(['Sunny', 'love', 'Zx', 'feng'])}${pick(['!', '@', '.', ''])}${digits(3)}${text(ALNUM, 4)}`,
    query: pick([digits(6), `${text(UPPER.toLowerCase(), 4)}${digits(3)}`]),
    tax: `91${digits(6)}MA${text(CAPS, 7)}${text(CAPS, 1)}`,
    otp: digits(6),
    model: pick(['gpt-5-mini', 'claude-sonnet-4-5', 'deepseek-v3.2', 'gemini-3-pro', 'qwen3-max']),
  }
}
