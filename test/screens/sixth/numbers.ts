// Made-up numbers of this half: days and sums as each place writes them, references, keys, codes and accounts.
import type { Chance } from '../chance.ts'

const DIGITS = '0123456789'
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ALNUM = `${UPPER}${UPPER.toLowerCase()}${DIGITS}`
const HEX = '0123456789abcdef'
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const two = (n: number): string => String(n).padStart(2, '0')

export type Numbers = ReturnType<typeof numbersOf>

/** When something happened, as sixteen kinds of pages write it. */
function momentOf({ int }: Chance) {
  const [month, day, hour, minute, second] = [int(1, 11), int(1, 28), int(0, 23), int(0, 59), int(0, 59)]
  const [clock, half] = [`${two(hour)}:${two(minute)}`, hour < 12 ? 'AM' : 'PM']
  const name = MONTHS[month - 1] ?? ''
  const twelve = `${hour % 12 || 12}:${two(minute)}`
  return {
    stamp: `2026${two(month)}${two(day)}`,
    clock,
    iso: `2026-${two(month)}-${two(day)} ${clock}:${two(second)}`,
    zulu: `2026-${two(month)}-${two(day)}T${clock}:${two(second)}Z`,
    date: `2026-${two(month)}-${two(day)}`,
    slashed: `2026/${two(month)}/${two(day)} ${clock}:${two(second)}`,
    zh: `2026年${month}月${day}日 ${clock}:${two(second)}`,
    zhShort: `${month}月${day}日 ${clock}`,
    zhHalf: `${month}月${day}日 ${hour < 12 ? '上午' : '下午'}${twelve}`,
    /** Taiwan counts years from 1912. */
    roc: `115/${two(month)}/${two(day)} ${clock}:${two(second)}`,
    uk: `${day} ${name} 2026, ${clock}`,
    us: `${name} ${day}, 2026, ${twelve} ${half}`,
    usDay: `${name} ${day}, 2026`,
    sg: `${two(day)} ${name} 2026 ${twelve}${half.toLowerCase()}`,
    euro: `${two(day)}.${two(month)}.2026`,
    short: `${two(month)}-${two(day)} ${clock}`,
  }
}

export function numbersOf(c: Chance) {
  const { int, pick, text } = c
  const when = momentOf(c)
  const digits = (n: number): string => text(DIGITS, n)
  const sum = pick([
    `${int(5, 98)}.${two(int(0, 99))}`,
    `${int(100, 980)}.00`,
    `${int(1, 6)},${int(100, 999)}.${two(int(0, 99))}`,
  ])
  const card = `${pick(['6217', '6230', '6214', '6259'])}${digits(12)}`
  return {
    ...when,
    later: momentOf(c),
    sum,
    whole: String(int(1, 60) * 50),
    small: `${int(0, 9)}.${two(int(1, 99))}`,
    last4: digits(4),
    bank: pick('农业银行 浦发银行 中信银行 平安银行 邮储银行 兴业银行 民生银行 光大银行'.split(' ')),
    trade28: `${when.stamp}2200${pick(['1', '0'])}${digits(15)}`,
    weixin28: `4500${digits(6)}${when.stamp}${digits(10)}`,
    shop: pick([
      `${when.stamp}${digits(14)}`,
      `ON${when.stamp}${digits(6)}${text(UPPER, 4)}`,
      `${digits(6)}-${when.stamp}${digits(7)}`,
    ]),
    trace: digits(int(9, 12)),
    long: digits(20),
    fps: `FRN${when.stamp}PAYC${digits(11)}`,
    grab: `A-${text(UPPER + DIGITS, 14)}`,
    taiwanRef: `${text(UPPER, 2)}${digits(14)}`,
    play: `GPA.${digits(4)}-${digits(4)}-${digits(4)}-${digits(5)}`,
    charge: `ch_3${text(ALNUM, 23)}`,
    request: `req_${text(ALNUM, 14)}`,
    hexId: text(HEX, 24),
    hash: text(HEX, 64),
    receipt: `${text(UPPER + DIGITS, 8)}-${digits(4)}`,
    invoice: `${pick(['INV', 'SI', 'CN'])}-${pick(['2026-', ''])}${digits(5)}`,
    taiwanInvoice: `${text(UPPER, 2)}-${digits(8)}`,
    card,
    cardSpaced: card.replace(/(.{4})(?=.)/g, '$1 '),
    visaSpaced: `4${digits(15)}`.replace(/(.{4})(?=.)/g, '$1 '),
    account: digits(int(10, 13)),
    hkAccount: `${digits(3)}-${digits(6)}-${digits(3)}`,
    taiwanAccount: `(${pick(['808', '822', '013', '700'])}) ${digits(12)}`,
    iban: `${pick(['DE', 'NL', 'FR', 'LT'])}${digits(2)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(2)}`,
    wallet: `0x${text(HEX, 40)}`,
    key: pick([
      `sk-ant-api03-${text(ALNUM, 36)}`,
      `sk-${text(ALNUM, 48)}`,
      `AIza${text(ALNUM, 35)}`,
      `sk-or-v1-${text(HEX, 40)}`,
      `gsk_${text(ALNUM, 40)}`,
    ]),
    keyShort: `sk-${text(ALNUM, 32)}`,
    keyStarred: `sk-${text(ALNUM, 3)}****************${text(ALNUM, 4)}`,
    code: pick([
      Array.from({ length: 4 }, () => text(UPPER + DIGITS, 4)).join('-'),
      text(HEX, 32),
      text(UPPER + DIGITS, 16),
      `${pick(['XQ', 'GPT', 'VIP'])}-${text(UPPER + DIGITS, 6)}-${text(UPPER + DIGITS, 6)}`,
    ]),
    pin: `${digits(4)} ${digits(4)} ${digits(4)} ${digits(4)}`,
    pickup: `${int(1, 30)}-${int(1, 9)}-${digits(4)}`,
    otp: digits(6),
    secret: Array.from({ length: 4 }, () => text('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 4)).join(' '),
    password: `${pick(['Hello', 'wode', 'Xk', 'Tiger'])}${pick(['@', '_', '#', ''])}${text(ALNUM, 4)}${int(10, 2026)}`,
    ip: `${int(11, 220)}.${int(1, 250)}.${int(1, 250)}.${int(1, 250)}`,
    express: `${pick(['SF', 'YT', 'JT', 'ZTO'])}${digits(13)}`,
    courier: pick(['圆通速递', '极兔速递', '中通快递']),
    userId: digits(int(4, 6)),
  }
}
