// Made-up moments, sums, references, accounts, keys and codes of this half.
import type { Chance } from '../chance.ts'

const D = '0123456789'
const U = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const L = U.toLowerCase()
const A = `${U}${L}${D}`
const X = '0123456789abcdef'
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const pad = (n: number, size = 2): string => String(n).padStart(size, '0')
const grouped = (value: string, sign = ' '): string => value.replace(/(.{4})(?=.)/g, `$1${sign}`)

type Clock = readonly [month: number, day: number, hour: number, minute: number, second: number]
const clockOf = ({ int }: Chance): Clock => {
  const m = int(8, 11)
  return [m, int(1, m === 11 ? 20 : 28), int(0, 23), int(0, 49), int(0, 59)]
}

function momentOf([m, d, h, n, s]: Clock) {
  const clock = `${pad(h)}:${pad(n)}`
  const month = MONTHS[m - 1] ?? ''
  const twelve = `${h % 12 || 12}:${pad(n)} ${h < 12 ? 'AM' : 'PM'}`
  return {
    stamp: `2026${pad(m)}${pad(d)}`,
    stampFull: `2026${pad(m)}${pad(d)}${pad(h)}${pad(n)}${pad(s)}`,
    clock,
    full: `2026-${pad(m)}-${pad(d)} ${clock}:${pad(s)}`,
    day: `2026-${pad(m)}-${pad(d)}`,
    zhFull: `2026年${m}月${d}日 ${clock}:${pad(s)}`,
    zhShort: `${m}月${d}日 ${clock}`,
    slash: `2026/${pad(m)}/${pad(d)} ${clock}`,
    brief: `${pad(m)}/${pad(d)} ${clock}`,
    en: `${month} ${d}, 2026, ${twelve}`,
    enDay: `${month} ${d}, 2026`,
    british: `${d} ${month} 2026 at ${clock}`,
    iso: `2026-${pad(m)}-${pad(d)}T${clock}:${pad(s)}+08:00`,
    twelve,
  }
}

export type Tokens = ReturnType<typeof tokensOf>

export function tokensOf(c: Chance) {
  const { int, pick, text } = c
  const clock = clockOf(c)
  const [m, d, h, n] = clock
  const at = momentOf(clock)
  const card = `${pick(['6217', '6228', '6214', '6230', '6225'])}${text(D, pick([12, 15]))}`
  const uuid = [8, 4, 4, 4, 12].map((n) => text(X, n)).join('-')
  const lot = (n: number, size: number, from: string, sign = '-'): string =>
    Array.from({ length: n }, () => text(from, size)).join(sign)
  return {
    ...at,
    /** Some minutes later. */
    after: momentOf([m, d, h, n + int(1, 10), int(0, 59)]),
    /** A month later. */
    next: momentOf([m + 1, d, h, n, 59]),
    yuan: pick([
      `${int(5, 99)}.00`,
      `${int(1, 9)}.${pad(int(1, 99))}`,
      `${int(100, 899)}.${pad(int(0, 99))}`,
      `${int(1, 5)},${int(100, 999)}.00`,
    ]),
    left: `${int(0, 120)}.${pad(int(0, 99))}`,
    even: String(pick([5, 10, 20, 30, 50, 100, 200, 500])),
    nt: pick([`${int(1, 9)},${pad(int(0, 999), 3)}`, String(int(150, 990))]),
    cost: `0.${pad(int(10, 99_999), 6)}`,
    four: text(D, 4),
    bank: pick(['农业银行', '浦发银行', '中信银行', '邮储银行', '平安银行', '兴业银行', '民生银行', '江苏银行']),
    ali: `${at.stamp}2200${pick(['14', '11', '01'])}${text(D, 14)}`,
    aliMove: `${at.stamp}20004001${pick(['11', '13'])}00${text(D, 12)}`,
    wx: `42000${text(D, 5)}${at.stamp}${text(D, 10)}`,
    wxMove: `10000${text(D, 5)}${at.stamp}0${text(D, 12)}`,
    wxBack: `503${text(D, 7)}${at.stamp}${text(D, 11)}`,
    own: pick([
      `USR${int(2, 20_000)}NO${text(A, 6)}${int(1_786_000_000, 1_797_000_000)}`,
      `SUBUSR${int(2, 20_000)}NO${text(A, 6)}${int(1_786_000_000, 1_797_000_000)}`,
      `${at.stampFull}${text(D, 3)}${text(U, 2)}`,
      `topup_${text(X, 16)}`,
      `P${at.stampFull}${text(D, 5)}`,
      `M-${at.stamp}-${text(D, 6)}`,
    ]),
    pdd: `${at.stamp.slice(2)}-${text(D, 15)}`,
    jd: `3${text(D, 11)}`,
    fish: `${int(3, 5)}${text(D, 18)}`,
    serial: pick([text(D, 12), text(D, 22), `${text(U, 1)}${text(D, 15)}`]),
    unionpay: `${at.stamp.slice(4)}${text(D, 17)}`,
    shopOrder: pick([`${at.stampFull.slice(2)}${text(D, 6)}`, text(`${U}${D}`, 12), text(L, 4) + text(D, 10)]),
    line: `${at.stamp}${text(D, 11)}`,
    ecpay: `${text(D, 7)}${at.stamp}${text(D, 5)}`,
    virtual: `${text(D, 5)}-${text(D, 4)}-${text(D, 5)}`,
    hkRef: pick([
      `${text(U, 2)}${text(D, 10)}`,
      `FRN${at.stamp}PAYC${text(D, 10)}`,
      `${text(U, 1)}${text(D, 8)}(${int(1, 9)})`,
    ]),
    receipt: `${text(D, 4)}-${text(D, 4)}`,
    invoice: pick([`${text(`${U}${D}`, 8)}-${pad(int(1, 60), 4)}`, `INV-${text(D, 6)}`]),
    stripe: pick([`ch_3${text(A, 23)}`, `in_1${text(A, 23)}`, `pi_3${text(A, 23)}`, `sub_1${text(A, 23)}`]),
    paddle: `txn_01k${text(`${L}${D}`, 23)}`,
    paypal: text(`${U}${D}`, 17),
    digits: text(D, pick([8, 9, 10])),
    longId: text(D, 18),
    auth: text(D, 6),
    card,
    cardGapped: grouped(card),
    visa: grouped(`${pick(['4', '5'])}${text(D, 15)}`),
    iban: grouped(`${pick(['DE', 'NL', 'FR'])}${text(D, 20)}`),
    hkAccount: `${text(D, 3)}-${text(D, 6)}-${text(D, 3)}`,
    twAccount: `(${pick(['013', '007', '700'])})${text(D, 12)}`,
    tron: `T${text(A, 33)}`,
    txHash: text(X, 64),
    key: pick([
      `sk-${text(A, 48)}`,
      `sk-proj-${text(A, 60)}`,
      `sk-or-v1-${text(X, 64)}`,
      `sk-ant-api03-${text(A, 48)}`,
    ]),
    shortKey: pick([`sk-${text(A, 22)}`, `sk-${text(A, 32)}`, `gsk_${text(A, 40)}`, `cr_${text(X, 40)}`]),
    hiddenKey: pick([`sk-${text(A, 4)}**********${text(A, 4)}`, `sk-...${text(A, 4)}`]),
    systemToken: text(A, 32),
    code: pick([
      text(X, 32),
      lot(4, 5, `${U}${D}`),
      lot(4, 4, `${U}${D}`),
      `GIFT-${lot(2, 6, `${U}${D}`)}`,
      text(`${U}${D}`, 18),
      lot(3, 6, U),
    ]),
    uuid,
    password: pick([
      `${text(L, 6)}${text(D, 4)}!`,
      text(A, 10),
      `Aa${text(D, 6)}`,
      `${text(U, 1)}${text(L, 7)}@${text(D, 2)}`,
    ]),
    ip: `${int(11, 220)}.${int(0, 255)}.${int(0, 255)}.${int(1, 254)}`,
    tax: `91${text(D, 6)}MA${text(`${U}${D}`, 8)}`,
    fapiao: `26${text(D, 18)}`,
    idCard: `${pick(['320102', '510107', '430104'])}${int(1968, 2005)}${pad(int(1, 12))}${pad(int(1, 28))}${text(D, 3)}${pick(['X', '2', '8'])}`,
    model: pick([
      'claude-opus-4-5',
      'gpt-5.1-codex',
      'gemini-3-pro-preview',
      'claude-haiku-4-5',
      'deepseek-chat',
      'kimi-k2',
    ]),
  }
}
