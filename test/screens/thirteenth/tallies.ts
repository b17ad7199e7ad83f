// Made-up tallies of this half: moments and sums as pages write them, numbers of orders and trades, accounts, keys and codes.
import type { Chance } from '../chance.ts'

const DIGITS = '0123456789'
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const SMALL = 'abcdefghijklmnopqrstuvwxyz'
const CAPS = `${UPPER}${DIGITS}`
const ANY = `${CAPS}${SMALL}`
const HEX = '0123456789abcdef'
const SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const LONG = 'January February March April May June July August September October November December'.split(' ')
const two = (n: number): string => String(n).padStart(2, '0')
const fours = (value: string): string => value.replace(/(.{4})(?=.)/g, '$1 ')

/** Of a day of the year, or of a day after `from` in its month. */
function momentOf({ int, pick }: Chance, from?: { readonly m: number; readonly d: number }) {
  const [m, d] = from ? [from.m, int(from.d + 1, Math.min(28, from.d + 5))] : [int(1, 10), int(1, 26)]
  const [h, min, s] = [int(7, 23), int(0, 59), int(0, 59)]
  const clock = `${two(h)}:${two(min)}`
  const twelve = `${h % 12 || 12}:${two(min)}`
  const half = h < 12 ? 'AM' : 'PM'
  const [short = '', long = ''] = [SHORT[m - 1], LONG[m - 1]]
  return {
    m,
    d,
    packed: `2026${two(m)}${two(d)}`,
    packedFull: `2026${two(m)}${two(d)}${two(h)}${two(min)}${two(s)}`,
    clock,
    full: `2026-${two(m)}-${two(d)} ${clock}:${two(s)}`,
    minutes: `2026-${two(m)}-${two(d)} ${clock}`,
    day: `2026-${two(m)}-${two(d)}`,
    slash: `2026/${two(m)}/${two(d)} ${clock}`,
    dots: `2026.${two(m)}.${two(d)} ${clock}:${two(s)}`,
    brief: `${two(m)}-${two(d)} ${clock}`,
    briefSlash: `${m}/${d} ${clock}`,
    zh: `2026年${m}月${d}日 ${clock}:${two(s)}`,
    zhSpoken: `${m}月${d}日${clock}`,
    month: `2026年${m}月`,
    spoken: `${from ? '昨天' : pick(['星期二', '周三', '前天'])} ${clock}`,
    islandClock: `2026/${two(m)}/${two(d)} ${h < 12 ? '上午' : '下午'} ${two(h % 12 || 12)}:${two(min)}`,
    harbour: `${d}/${m}/2026 ${clock}`,
    us: `${short} ${d}, 2026, ${twelve} ${half}`,
    usDay: `${long} ${d}, 2026`,
    usShort: `${short} ${d}, 2026`,
    euroClock: `${d} ${long} 2026 at ${clock}`,
    numbers: `${two(m)}/${two(d)}/2026`,
    today: `${from ? 'Today' : 'Yesterday'} at ${twelve} ${half}`,
    utc: `${short}-${two(d)}-2026 ${clock}:${two(s)} UTC`,
  }
}

export type Tally = ReturnType<typeof tallyOf>

/** One payment: its moments, its sums and every number that a page may show of it. */
export function tallyOf(c: Chance) {
  const { int, pick, text } = c
  const when = momentOf(c)
  const groups = (count: number, size: number, from: string): string =>
    Array.from({ length: count }, () => text(from, size)).join('-')
  return {
    ...when,
    after: momentOf(c, when),
    sum: pick([
      `${int(1, 99)}.${two(int(0, 99))}`,
      `${int(10, 500)}.00`,
      `${int(1, 4)},${int(100, 999)}.${two(int(0, 99))}`,
      `${pick([9, 19, 29, 49, 68, 99, 128, 199])}.${pick(['90', '00', '99', '80'])}`,
    ]),
    left: `${int(0, 900)}.${two(int(0, 99))}`,
    whole: String(pick([10, 20, 30, 50, 66, 88, 100, 150, 200, 300, 500, 1000])),
    island: pick([`${int(90, 990)}`, `${int(1, 9)},${int(100, 999)}`]),
    speck: `0.${two(int(0, 9))}${text(DIGITS, 4)}`,
    tail: text(DIGITS, 4),
    bank: pick('农业银行 兴业银行 浦发银行 民生银行 平安银行 邮储银行 光大银行 江苏银行 中信银行 招商银行'.split(' ')),
    alipay: `${when.packed}${pick(['220014', '230014', '000400', '220005'])}${text(DIGITS, 14)}`,
    alipayPassing: `${when.packed}200040011100${text(DIGITS, 8)}`,
    wechat: `${pick(['4200002', '4300001', '4500000'])}${text(DIGITS, 3)}${when.packed}${text(DIGITS, 10)}`,
    wechatPassing: `${pick(['1000050001', '1000107301', '53010002'])}${when.packed}${text(DIGITS, 14)}`.slice(0, 31),
    union: `${when.packedFull.slice(2)}${text(DIGITS, 9)}`,
    merchant: pick([
      `${when.packedFull}${text(DIGITS, 5)}`,
      `${text(DIGITS, 18)}`,
      `P${when.packed}${text(DIGITS, 9)}`,
      `zf_${text(SMALL + DIGITS, 18)}`,
      `${when.packed.slice(2)}${text(CAPS, 12)}`,
    ]),
    gateway: `USR${int(2, 39_999)}NO${text(ANY, 6)}${int(1_767_000_000, 1_796_000_000)}`,
    shop: pick([
      `${when.packed.slice(2)}-${text(DIGITS, 15)}`,
      `${text(DIGITS, 13)}`,
      `E${when.packedFull}${text(DIGITS, 7)}`,
    ]),
    faka: pick([text(CAPS, 16), `LD${when.packedFull}${text(DIGITS, 4)}`, `${text(UPPER, 2)}${text(DIGITS, 12)}`]),
    flow: pick([text(DIGITS, 16), `${text(CAPS, 6)}${text(DIGITS, 12)}`, text(DIGITS, 22)]),
    fiscal: `26${text(DIGITS, 18)}`,
    island12: pick([
      `${text(DIGITS, 8)}${text(UPPER, 2)}${text(DIGITS, 4)}`,
      `TW${text(DIGITS, 13)}`,
      text(DIGITS, 16),
    ]),
    islandInvoice: `${text(UPPER, 2)}-${text(DIGITS, 8)}`,
    harbourRef: pick([
      `HC${text(DIGITS, 14)}`,
      `${text(CAPS, 8)}-${text(DIGITS, 6)}`,
      `FRN${when.packed}${text(CAPS, 10)}`,
    ]),
    invoice: pick([
      `${text(CAPS, 8)}-00${two(int(1, 40))}`,
      `INV-2026-${text(DIGITS, 5)}`,
      `${text(DIGITS, 5)}-${text(DIGITS, 7)}`,
    ]),
    order: pick([
      `#${int(100_000, 9_999_999)}`,
      `${text(DIGITS, 3)}-${text(DIGITS, 7)}-${text(DIGITS, 7)}`,
      `M${text(CAPS, 9)}`,
      `ord_${text(SMALL + DIGITS, 20)}`,
    ]),
    paypal: text(CAPS, 17),
    intent: pick([`pi_3${text(ANY, 23)}`, `ch_3${text(ANY, 23)}`]),
    customer: `cus_${text(ANY, 14)}`,
    hash: text(HEX, 64),
    tron: `T${text(ANY, 33)}`,
    uuid: `${text(HEX, 8)}-${text(HEX, 4)}-4${text(HEX, 3)}-a${text(HEX, 3)}-${text(HEX, 12)}`,
    card: `62${pick(['28', '17', '30', '14'])}${text(DIGITS, 15)}`,
    cardFours: fours(`62${pick(['28', '17', '30', '14'])}${text(DIGITS, 15)}`),
    cardHidden: `62${text(DIGITS, 2)} **** **** ${text(DIGITS, 4)}`,
    visa: fours(`${pick(['4', '5'])}${text(DIGITS, 15)}`),
    iban: fours(`${pick(['DE', 'FR', 'NL', 'ES'])}${text(DIGITS, 20)}`),
    islandAccount: pick([
      `013-${text(DIGITS, 12)}`,
      `${text(DIGITS, 4)}-${text(DIGITS, 3)}-${text(DIGITS, 6)}`,
      text(DIGITS, 14),
    ]),
    harbourAccount: `${text(DIGITS, 3)}-${text(DIGITS, 6)}-${text(DIGITS, 3)}`,
    key: pick([
      `sk-${text(ANY, 48)}`,
      `sk-${text(ANY, 48)}`,
      `sk-proj-${text(ANY, 40)}_${text(ANY, 20)}`,
      `sk-ant-api03-${text(ANY, 30)}-${text(ANY, 24)}`,
    ]),
    keyShort: pick([`sk-${text(ANY, 32)}`, `sk-${text(HEX, 32)}`, `gsk_${text(ANY, 40)}`, `AIzaSy${text(ANY, 33)}`]),
    keyHidden: `sk-${text(ANY, 4)}${pick(['**********', '••••••••••', '…'])}${text(ANY, 4)}`,
    code: pick([
      text(HEX, 32),
      text(HEX, 32),
      groups(4, 5, CAPS),
      groups(4, 4, CAPS),
      `${pick(['VIP', 'API', 'GIFT'])}${text(CAPS, 13)}`,
      text(ANY, 18),
    ]),
    codeParts: groups(pick([3, 4, 5]), pick([4, 5]), CAPS),
    once: text(DIGITS, pick([4, 6, 6])),
    password: pick([
      `${pick(['abc', 'Aa', 'love', 'Sunny', 'qwe'])}${text(DIGITS, 6)}`,
      `${text(ANY, 8)}@${text(DIGITS, 2)}`,
      text(ANY, 10),
      `${text(SMALL, 6)}!${text(DIGITS, 4)}`,
    ]),
    model: pick([
      'claude-opus-4-5',
      'gpt-5.1-codex',
      'gemini-3-flash',
      'glm-4.6',
      'kimi-k2-thinking',
      'claude-haiku-4-5',
    ]),
  }
}
