// Made-up moments, sums, numbers of orders and accounts, keys and codes of this half.
import type { Chance } from '../chance.ts'

const DIGITS = '0123456789'
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const CAPS = `${UPPER}${DIGITS}`
const ALNUM = `${CAPS}${UPPER.toLowerCase()}`
const HEX = '0123456789abcdef'
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const two = (n: number): string => String(n).padStart(2, '0')

function moments({ int }: Chance) {
  const [m, d, h, min, s] = [int(1, 11), int(1, 28), int(0, 23), int(0, 59), int(0, 59)]
  const clock = `${two(h)}:${two(min)}`
  const [month = '', twelve] = [MONTHS[m - 1], `${h % 12 || 12}:${two(min)}`]
  return {
    packed: `2026${two(m)}${two(d)}`,
    packedFull: `2026${two(m)}${two(d)}${two(h)}${two(min)}${two(s)}`,
    clock,
    full: `2026-${two(m)}-${two(d)} ${clock}:${two(s)}`,
    day: `2026-${two(m)}-${two(d)}`,
    dotted: `2026.${two(m)}.${two(d)} ${clock}`,
    brief: `${two(m)}-${two(d)} ${clock}`,
    slash: `2026/${two(m)}/${two(d)} ${clock}:${two(s)}`,
    chinese: `2026年${m}月${d}日 ${clock}`,
    chineseFull: `2026年${two(m)}月${two(d)}日 ${clock}:${two(s)}`,
    chineseDay: `${m}月${d}日${clock}`,
    half: `2026/${m}/${d} ${h < 12 ? '上午' : '下午'} ${twelve}`,
    us: `${month} ${d}, 2026 at ${twelve} ${h < 12 ? 'AM' : 'PM'}`,
    usDay: `${month} ${d}, 2026`,
    usNumbers: `${m}/${d}/2026, ${twelve}:${two(s)} ${h < 12 ? 'AM' : 'PM'}`,
    british: `${d} ${month.slice(0, 3)} 2026, ${clock}`,
    weekday: `Mon, ${d} ${month.slice(0, 3)} 2026 ${clock}:${two(s)} +0000`,
    zulu: `2026-${two(m)}-${two(d)}T${clock}:${two(s)}.${int(100, 999)}Z`,
  }
}

export type Figures = ReturnType<typeof figuresOf>

/** One payment: its moments, sums and every number a page may show of it. */
export function figuresOf(c: Chance) {
  const { int, pick, text } = c
  const when = moments(c)
  const card = `62${pick(['22', '25', '26', '58'])}${text(DIGITS, 15)}`
  const parts = (n: number, size: number, from: string): string =>
    Array.from({ length: n }, () => text(from, size)).join('-')
  const fours = (value: string): string => value.replace(/(.{4})(?=.)/g, '$1 ')
  return {
    ...when,
    later: moments(c),
    sum: pick([
      `${int(3, 99)}.${two(int(0, 99))}`,
      `${int(100, 999)}.00`,
      `${int(1, 8)},${int(100, 999)}.${two(int(0, 99))}`,
      `${int(1, 19)}9.90`,
    ]),
    rest: `${int(0, 240)}.${two(int(1, 99))}`,
    round: String(int(1, 60) * 10),
    island: `${int(1, 6)},${int(100, 999)}`,
    crumb: `0.0${int(1000, 99999)}`,
    tail: text(DIGITS, 4),
    bank: pick('建设银行 招商银行 华夏银行 广发银行 交通银行 宁波银行 工商银行 中国银行'.split(' ')),
    alipay: `${when.packed}22001${text(DIGITS, 15)}`,
    wechat: `4200003${text(DIGITS, 3)}${when.packed}${text(DIGITS, 10)}`,
    union: text(DIGITS, 20),
    shop: pick([
      `${when.packedFull}${text(DIGITS, 6)}`,
      `SN${when.packed}${text(CAPS, 10)}`,
      `T${text(DIGITS, 17)}`,
      `order_${text(ALNUM, 14)}`,
      `${text(DIGITS, 19)}`,
    ]),
    gateway: `USR${int(5, 9900)}NO${text(ALNUM, 6)}${int(1_765_000_000, 1_797_000_000)}`,
    market: `2${text(DIGITS, 18)}`,
    faka: pick([`${when.packedFull}${text(CAPS, 6)}`, text(CAPS, 16)]),
    fps: `${pick(['FPS', 'N', 'C'])}${text(DIGITS, 12)}`,
    taiwan: pick([`${text(UPPER, 2)}${when.packed}${text(DIGITS, 8)}`, text(DIGITS, 14)]),
    receipt: `${text(DIGITS, 4)}-${text(DIGITS, 4)}-${text(DIGITS, 4)}`,
    invoice: pick([`${text(CAPS, 8)}-000${int(1, 9)}`, `INV${text(DIGITS, 8)}`, `#${text(DIGITS, 6)}`]),
    paypal: text(CAPS, 17),
    google: `GPA.${parts(3, 4, DIGITS)}-${text(DIGITS, 5)}`,
    payment: pick([`pi_3${text(ALNUM, 23)}`, `txn_${text(ALNUM, 24)}`, `cs_live_${text(ALNUM, 40)}`]),
    request: pick([
      `req_${text(ALNUM, 22)}`,
      `gen-${int(1_765_000_000, 1_797_000_000)}-${text(ALNUM, 20)}`,
      `${when.packedFull}${text(DIGITS, 9)}${text(ALNUM, 8)}`,
    ]),
    hash: `0x${text(HEX, 64)}`,
    wallet: `0x${text(HEX, 40)}`,
    tron: `T${text(ALNUM, 33)}`,
    card,
    cardFours: fours(card),
    visa: fours(`4${text(DIGITS, 15)}`),
    sort: `${parts(3, 2, DIGITS)}`,
    british8: text(DIGITS, 8),
    iban: fours(`GB${text(DIGITS, 2)}${pick(['REVO', 'BARC', 'MONZ'])}${text(DIGITS, 14)}`),
    islandAccount: `${pick(['808', '012', '822'])}-${text(DIGITS, 12)}`,
    harbourAccount: `${text(DIGITS, 3)}-${text(DIGITS, 1)}-${text(DIGITS, 6)}`,
    key: pick([
      `sk-${text(ALNUM, 48)}`,
      `sk-or-v1-${text(HEX, 64)}`,
      `sk-ant-api03-${text(ALNUM, 56)}`,
      `sk-proj-${text(ALNUM, 44)}`,
    ]),
    keyShort: pick([`sk-${text(ALNUM, 24)}`, `AIza${text(ALNUM, 35)}`, `xai-${text(ALNUM, 40)}`, text(HEX, 32)]),
    keyMasked: `sk-${text(ALNUM, 4)}${pick(['••••••••', '**********', '...'])}${text(ALNUM, 4)}`,
    code: pick([
      parts(4, 4, CAPS),
      parts(5, 5, CAPS),
      text(HEX, 32),
      text(ALNUM, 20),
      text(CAPS, 16),
      `CDK-${parts(3, 4, CAPS)}`,
    ]),
    password: pick([
      `${pick(['Dragon', 'hello', 'Xx', 'woaini'])}${text(DIGITS, 5)}${pick(['!', '@', ''])}`,
      text(ALNUM, 12),
      `${text(ALNUM, 6)}#${text(ALNUM, 4)}`,
    ]),
    model: pick(['claude-sonnet-4-5', 'gpt-5.1', 'gemini-3-pro', 'deepseek-v3.2', 'qwen3-max', 'grok-4']),
  }
}
