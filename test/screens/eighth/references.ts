// Made-up references of this half: moments and sums as pages write them, numbers of orders and trades, accounts, keys and codes.
import type { Chance } from '../chance.ts'

const DIGITS = '0123456789'
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const CAPS = `${UPPER}${DIGITS}`
const ALNUM = `${CAPS}${UPPER.toLowerCase()}`
const HEX = '0123456789abcdef'
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const two = (n: number): string => String(n).padStart(2, '0')

function momentOf({ int }: Chance) {
  const [m, d, h, min, s] = [int(1, 11), int(1, 28), int(0, 23), int(0, 59), int(0, 59)]
  const clock = `${two(h)}:${two(min)}`
  const twelve = `${h % 12 || 12}:${two(min)} ${h < 12 ? 'AM' : 'PM'}`
  const day = `2026-${two(m)}-${two(d)}`
  return {
    compact: `2026${two(m)}${two(d)}`,
    stamp: `2026${two(m)}${two(d)}${two(h)}${two(min)}${two(s)}`,
    clock,
    full: `${day} ${clock}:${two(s)}`,
    minute: `${day} ${clock}`,
    day,
    brief: `${two(m)}-${two(d)} ${clock}`,
    slash: `2026/${m}/${d} ${clock}:${two(s)}`,
    slashDay: `2026/${two(m)}/${two(d)}`,
    chinese: `2026年${m}月${d}日 ${clock}:${two(s)}`,
    chineseBrief: `${m}月${d}日 ${clock}`,
    half: `${h < 12 ? '上午' : '下午'}${h % 12 || 12}:${two(min)}`,
    zulu: `${day}T${clock}:${two(s)}Z`,
    us: `${MONTHS[m - 1]} ${d}, 2026, ${twelve}`,
    usDay: `${MONTHS[m - 1]} ${d}, 2026`,
    usTwelve: `Today at ${twelve}`,
    uk: `${d} ${MONTHS[m - 1]} 2026`,
    ukClock: `${d} ${MONTHS[m - 1]} 2026 ${clock}`,
    dashed: `${two(d)}-${MONTHS[m - 1]}-2026`,
  }
}

export type References = ReturnType<typeof referencesOf>

export function referencesOf(c: Chance) {
  const { int, pick, text } = c
  const when = momentOf(c)
  const digits = (n: number): string => text(DIGITS, n)
  const groups = (n: number, size: number, from: string): string =>
    Array.from({ length: n }, () => text(from, size)).join('-')
  const card = `62${pick(['17', '28', '14', '30'])}${digits(15)}`
  return {
    ...when,
    after: momentOf(c),
    sum: pick([
      `${int(5, 98)}.${two(int(0, 99))}`,
      `${int(100, 980)}.00`,
      `${int(1, 6)},${int(100, 999)}.${two(int(0, 99))}`,
      `${int(9, 70)}.90`,
    ]),
    rest: `${int(0, 95)}.${two(int(1, 99))}`,
    even: String(int(1, 40) * 25),
    fee: `0.${two(int(10, 99))}`,
    tail: digits(4),
    bank: pick('农业银行 平安银行 民生银行 浦发银行 邮储银行 光大银行 兴业银行 中信银行'.split(' ')),
    alipay: `${when.compact}${pick(['2200', '2300'])}${digits(16)}`,
    wechat: `42000${digits(5)}${when.compact}${digits(10)}`,
    shop: pick([
      `${when.stamp}${digits(5)}`,
      `ZF${when.compact}${text(CAPS, 8)}`,
      `ref_${text(HEX, 12)}`,
      `${digits(18)}`,
      `API-${when.compact}-${digits(6)}`,
    ]),
    gateway: `USR${int(3, 8200)}NO${text(ALNUM, 6)}${int(1_760_000_000, 1_798_000_000)}`,
    jd: `3${digits(11)}`,
    idle: `4${digits(18)}`,
    serial: pick([digits(20), `${when.compact}${digits(12)}`, `TX${digits(12)}`]),
    cloud: `${when.compact}${digits(15)}`,
    harbour: `${pick(['FRN', 'PM', 'HK'])}${when.compact}${digits(10)}`,
    island: `${pick(['LP', 'EC', 'TS'])}${digits(16)}`,
    invoice: pick([`${text(CAPS, 8)}-00${int(10, 99)}`, `INV-2026-${digits(5)}`, `LM-${digits(7)}`]),
    receipt: `#${digits(4)}-${digits(4)}`,
    apple: `M${text(CAPS, 9)}`,
    payment: pick([`pi_3${text(ALNUM, 23)}`, `ch_3${text(ALNUM, 23)}`, `py_${text(ALNUM, 24)}`]),
    cash: `#D-${text(CAPS, 8)}`,
    wise: digits(10),
    request: `req_${text(HEX, 24)}`,
    parcel: `${pick(['SF', 'YT', 'JT'])}${digits(13)}`,
    ebay: `${two(int(10, 27))}-${digits(5)}-${digits(5)}`,
    hash: text(HEX, 64),
    tron: `T${text(ALNUM, 33)}`,
    bitcoin: `bc1q${text('023456789acdefghjklmnpqrstuvwxyz', 38)}`,
    card,
    cardSplit: card.replace(/(.{4})(?=.)/g, '$1 '),
    visaSplit: `${pick(['4', '5'])}${digits(15)}`.replace(/(.{4})(?=.)/g, '$1 '),
    iban: `DE${digits(2)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(2)}`,
    harbourAccount: `${digits(3)}-${digits(6)}-${digits(3)}`,
    company: digits(pick([14, 16, 19])),
    key: pick([
      `sk-${text(ALNUM, 48)}`,
      `sk-ant-api03-${text(ALNUM, 60)}`,
      `cr_${text(HEX, 64)}`,
      `sk-proj-${text(ALNUM, 48)}`,
    ]),
    keyBrief: pick([`sk-${text(ALNUM, 32)}`, `AIza${text(ALNUM, 35)}`, `gsk_${text(ALNUM, 40)}`]),
    keyDots: `sk-${text(ALNUM, 4)}...${text(ALNUM, 4)}`,
    keyStars: `sk-${text(ALNUM, 3)}**********${text(ALNUM, 3)}`,
    code: pick([
      groups(4, 4, CAPS),
      groups(3, 6, CAPS),
      text(HEX, 32),
      text(ALNUM, 24),
      `${pick(['VIP', 'GPT', 'TOK'])}-${groups(4, 5, CAPS)}`,
      digits(16),
    ]),
    password: pick([
      `${pick(['Lucky', 'abc', 'Haha', 'tiger'])}${pick(['@', '#', '_', ''])}${digits(4)}`,
      text(ALNUM, 10),
      `${text(ALNUM, 4)}-${text(ALNUM, 5)}!`,
    ]),
    pin: digits(6),
    model: pick(['claude-opus-4-5', 'gpt-5.1-codex', 'gemini-3-flash', 'glm-4.7', 'kimi-k2']),
  }
}
