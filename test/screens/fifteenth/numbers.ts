// Made-up days, sums, order and trade numbers, cards, keys and codes of this half, each in the shape its issuer prints.
import type { Chance } from '../chance.ts'

const DIGITS = '0123456789'
const BIG = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const SMALL = BIG.toLowerCase()
const CAPS = `${BIG}${DIGITS}`
const LOW = `${SMALL}${DIGITS}`
const MIXED = `${CAPS}${SMALL}`
const HEX = '0123456789abcdef'
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const FULL = 'January February March April May June July August September October November December'.split(' ')
const two = (n: number): string => String(n).padStart(2, '0')
const fours = (value: string): string => value.replace(/(.{4})(?=.)/g, '$1 ')

function dayOf({ int, pick }: Chance) {
  const [m, d, h, min, s] = [int(1, 11), int(1, 28), int(0, 23), int(0, 59), int(0, 59)]
  const clock = `${two(h)}:${two(min)}`
  const us = `${h % 12 || 12}:${two(min)} ${h < 12 ? 'AM' : 'PM'}`
  return {
    tight: `2026${two(m)}${two(d)}`,
    tightest: `2026${two(m)}${two(d)}${two(h)}${two(min)}${two(s)}`,
    clock,
    iso: `2026-${two(m)}-${two(d)} ${clock}:${two(s)}`,
    isoShort: `2026-${two(m)}-${two(d)} ${clock}`,
    date: `2026-${two(m)}-${two(d)}`,
    slashed: `2026/${two(m)}/${two(d)} ${clock}`,
    dotted: `2026.${two(m)}.${two(d)}`,
    month: `${m}月${d}日 ${clock}`,
    chinese: `2026年${m}月${d}日 ${clock}:${two(s)}`,
    noon: `${m}月${d}日 ${h < 12 ? '上午' : '下午'}${h % 12 || 12}:${two(min)}`,
    brief: `${two(m)}/${two(d)} ${clock}`,
    us: `${FULL[m - 1]} ${d}, 2026`,
    usClock: `${MONTHS[m - 1]} ${d}, 2026, ${us}`,
    usShort: `${MONTHS[m - 1]} ${d}, ${us}`,
    british: `${d} ${FULL[m - 1]} 2026`,
    britishClock: `${two(d)} ${MONTHS[m - 1]} 2026 ${clock}`,
    mailed: `${pick(['Tue', 'Wed', 'Fri'])}, ${MONTHS[m - 1]} ${d}, 2026 at ${us}`,
    zulu: `2026-${two(m)}-${two(d)}T${clock}:${two(s)}Z`,
  }
}

export type Numbers = ReturnType<typeof numbersOf>

/** One payment with every number that may stand on a page about it. */
export function numbersOf(c: Chance) {
  const { int, pick, text } = c
  const day = dayOf(c)
  const card = `${pick(['621700', '622848', '621226', '623058', '622202', '621483'])}${text(DIGITS, 13)}`
  const other = `${pick(['623052', '622700', '621660', '621799', '622588'])}${text(DIGITS, pick([10, 13]))}`
  const blocks = (n: number, size: number, from: string): string =>
    Array.from({ length: n }, () => text(from, size)).join('-')
  return {
    ...day,
    after: dayOf(c),
    sum: pick([
      `${int(1, 99)}.${two(int(0, 99))}`,
      `${int(100, 988)}.00`,
      `${int(1, 4)},${int(100, 999)}.00`,
      `${int(2, 49)}.90`,
      `${int(5, 60)}0.00`,
    ]),
    left: `${int(0, 180)}.${two(int(1, 99))}`,
    whole: String(pick([5, 10, 20, 30, 50, 100, 200, 300, 500])),
    taiwan: `${pick(['', `${int(1, 9)},`])}${int(100, 990)}`,
    tiny: `0.00${int(1000, 99_999)}`,
    fee: `0.${two(int(5, 95))}`,
    tail: text(DIGITS, 4),
    bank: pick('农业银行 中信银行 光大银行 平安银行 浦发银行 民生银行 邮储银行 江苏银行 招商银行'.split(' ')),
    alipay: `${day.tight}22001${text(DIGITS, 3)}${pick(['14', '57', '01'])}${text(DIGITS, 10)}`,
    transfer: `${day.tight}20004001110${text(DIGITS, 11)}`,
    wechat: `42000${text(DIGITS, 5)}${day.tight}${text(DIGITS, 10)}`,
    wechatTransfer: `10000${pick(['50001', '50301', '53001'])}${day.tight}${text(DIGITS, 14)}`,
    shop: pick([
      `${day.tightest}${text(DIGITS, 5)}`,
      `CZ${day.tight}${text(DIGITS, 8)}`,
      `ref_${text(HEX, 32)}`,
      `${text(DIGITS, 18)}`,
      `P${day.tight.slice(2)}${text(CAPS, 9)}`,
      `${text(LOW, 10)}_${text(DIGITS, 6)}`,
    ]),
    epay: `${day.tightest}${text(DIGITS, 5)}`,
    gateway: `USR${int(11, 48_000)}NO${text(MIXED, 6)}${int(1_768_000_000, 1_796_000_000)}`,
    market: pick([`${day.tight.slice(2)}-${text(DIGITS, 15)}`, `3${text(DIGITS, 18)}`]),
    serial: text(DIGITS, int(12, 17)),
    bankRef: pick([`${text(CAPS, 4)}${day.tight}${text(DIGITS, 9)}`, `HQP${text(DIGITS, 22)}`, text(DIGITS, 16)]),
    harbourRef: pick([`HC${text(DIGITS, 13)}`, `${text(BIG, 3)}${text(DIGITS, 10)}`, `${day.tight}${text(CAPS, 8)}`]),
    formosaRef: pick([
      `${day.tight.slice(2)}${text(BIG, 2)}${text(DIGITS, 8)}`,
      `EC${text(DIGITS, 16)}`,
      `${text(DIGITS, 15)}`,
    ]),
    receipt: `${text(DIGITS, 4)}-${text(DIGITS, 4)}`,
    invoice: pick([`${text(CAPS, 8)}-00${two(int(1, 30))}`, `INV-2026-${text(DIGITS, 5)}`, `A-${text(DIGITS, 7)}`]),
    paypal: text(CAPS, 17),
    intent: `${pick(['pi_3', 'ch_3', 'py_3'])}${text(MIXED, 23)}`,
    paddle: `txn_01k${text(LOW, 23)}`,
    orderWest: pick([
      `#${text(DIGITS, 8)}-${text(DIGITS, 2)}`,
      `ord_${text(MIXED, 22)}`,
      `W${text(DIGITS, 9)}`,
      `${blocks(2, 5, DIGITS)}-${text(DIGITS, 7)}`,
    ]),
    customer: `cus_${text(MIXED, 14)}`,
    request: `req_${text(MIXED, 24)}`,
    card,
    cardSplit: fours(card),
    otherSplit: fours(other),
    visa: fours(`${pick(['4', '5'])}${text(DIGITS, 15)}`),
    iban: fours(`${pick(['DE', 'FR', 'NL'])}${text(DIGITS, 2)}${text(DIGITS, 18)}`),
    routing: text(DIGITS, 9),
    accountUs: text(DIGITS, 10),
    harbourAccount: `${text(DIGITS, 3)}-${text(DIGITS, 6)}-${text(DIGITS, 3)}`,
    formosaAccount: `(${pick(['808', '700', '013'])}) ${text(DIGITS, 14)}`,
    tron: `T${text(MIXED, 33)}`,
    hash: text(HEX, 64),
    key: pick([
      `sk-${text(MIXED, 48)}`,
      `sk-${text(HEX, 32)}`,
      `sk-proj-${text(MIXED, 48)}`,
      `sk-or-v1-${text(HEX, 48)}`,
    ]),
    keyStub: `sk-${text(MIXED, 4)}${pick(['****************', '...', '··········'])}${text(MIXED, 4)}`,
    code: pick([
      blocks(4, 5, CAPS),
      blocks(3, 4, CAPS),
      text(HEX, 32),
      text(CAPS, 18),
      blocks(5, 5, CAPS),
      text(MIXED, 24),
      `${text(BIG, 3)}-${text(DIGITS, 4)}-${text(CAPS, 6)}`,
    ]),
    sms: text(DIGITS, 6),
    password: pick([
      `${text(SMALL, 5)}${text(DIGITS, 4)}`,
      `${text(MIXED, 10)}`,
      `${pick(['Sunny', 'Tiger', 'aa'])}@${text(DIGITS, 6)}`,
      `${text(SMALL, 3)}.${text(MIXED, 6)}!`,
    ]),
    model: pick([
      'claude-opus-4-1',
      'gpt-5-mini',
      'gemini-2.5-flash',
      'deepseek-chat',
      'glm-4.6',
      'kimi-k2',
      'claude-haiku-4-5',
    ]),
    ticket: String(int(2100, 98_000)),
  }
}
