// Order numbers: ours, those of common gateways and shops, and whatever follows a label such as 订单号.
import { isAlnum, isDigit } from '../glyphs.ts'
import type { Label } from '../labels.ts'
import { dateAt, gapBetween } from '../number-run.ts'
import type { Page } from '../page.ts'
import type { Claim, Rule } from '../rule.ts'
import { isJoiner, type Word, wordy } from '../words.ts'

/** DZ, the date, twelve characters of Crockford's alphabet; O, I and L are typed for 0 and 1. */
const OURS = /^DZ20\d{6}[0-9A-Z]{12}$/i
const OURS_OPENS = /^DZ[2Z][0O]\d{2}/i
const OURS_LENGTH = 22
/** Before our number stands a mark of a list, or a word of no more letters. */
const LONGEST_MARK = 12

const GATEWAYS =
  /^(?:(?:SUB)?USR\d+NO[A-Za-z0-9]{6,}|ord[-_][A-Za-z0-9_-]{6,}|ref_[A-Za-z0-9]{10,}|(?:pi|ch|cs|pm|in|re|txn|py)_(?:(?:test|live)_)?[A-Za-z0-9]{14,})$/i
const DATE = /^\d{4}[-_]\d{1,2}[-_]\d{1,2}$/
const STAMP = /^20\d{2}[01]\d[0-3]\d(?:[0-2]\d[0-5]\d[0-5]\d)?$/

/** Longest and shortest token that a label makes an order number. */
const SHORTEST = 10
const LONGEST = 64
const LEAST_DIGITS = 4
/** So many digits in one piece need no more, unless a line end broke them. */
const WHOLE = 16

/** Our own number in pieces: "DZ20261120 ABCD EFGH JKMN", broken at a line end. */
function ours(index: number, page: Page): Claim | undefined {
  const { parts } = page
  const start = parts.start(index)
  if (page.unit(start) % 32 !== 4 || page.unit(start + 1) % 32 !== 26) return undefined
  let value = ''
  for (let i = index, at = start; i < Math.min(index + 8, parts.length); i++) {
    if (i > index && !gapBetween(page.codes, at, parts.start(i))) return undefined
    at = parts.end(i)
    value += page.slice(parts.start(i), at)
    if (i === index && !(parts.size(i) <= 3 || OURS_OPENS.test(value))) return undefined
    if (value.length > OURS_LENGTH) return undefined
    if (value.length === OURS_LENGTH && OURS.test(value)) return { kind: 'order_no', start, end: at }
  }
  return undefined
}

/** The token behind a label: letters, digits and joiners; digits may be grouped by single spaces. */
function tokenAt(page: Page, at: number): { end: number; text: string } {
  let end = at
  while (end - at <= LONGEST && (isAlnum(page.unit(end)) || (isJoiner(page.unit(end)) && isAlnum(page.unit(end + 1)))))
    end++
  return { end, text: page.slice(at, end) }
}

const digitsIn = (text: string): number => {
  let digits = 0
  for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) digits++
  return digits
}

function announced(label: Label, page: Page): Claim | undefined {
  const start = label.valueAt
  const { end, text } = tokenAt(page, start)
  if (text.length < SHORTEST || text.length > LONGEST || digitsIn(text) < LEAST_DIGITS || DATE.test(text))
    return undefined
  const weak = label.topic === 'orderish'
  if (weak && (STAMP.test(text) || (label.joint !== 'sign' && !/^\d+$/.test(text) && !/\d{6}/.test(text))))
    return undefined
  if (weak && /[a-z]{3}/.test(text) && wordy(text)) return undefined
  if (weak && text.length < 12 && label.joint !== 'sign') return undefined
  if (page.known(start)) return undefined
  return { kind: 'order_no', start, end }
}

function gateway(word: Word, page: Page): Claim | undefined {
  if (word.digits < 3) return undefined
  const text = page.slice(word.start, word.end)
  return GATEWAYS.test(text) ? { kind: 'order_no', start: word.start, end: word.end } : undefined
}

/** Our number with something glued before it: ①DZ2026… (the mark reads as a digit), noDZ2026…; what is before it stays. */
const OURS_LAST = /^[0-9A-Za-z]{1,12}?(?=DZ20\d{6}[0-9A-Z]{12}$)/i

export const orderBehind: Rule = {
  name: 'order number behind a mark',
  kind: 'order_no',
  vague: true,
  shortest: OURS_LENGTH + 1,
  word: ({ start, end }, page): Claim | undefined => {
    const from = end - OURS_LENGTH
    if (from - start > LONGEST_MARK || page.unit(from) % 32 !== 4 || page.unit(from + 1) % 32 !== 26) return undefined
    const mark = OURS_LAST.exec(page.slice(start, end))?.[0]
    return mark === undefined ? undefined : { kind: 'order_no', start: start + mark.length, end }
  },
  cases: {
    hides: [
      '麻烦查：①[[DZ20261118MV56Y8B52BMY]] ②[[DZ202611207E361DS157SE]]',
      '查下no[[DZ20261101MV56Y8B52BMY]]',
      'ORDER[[DZ20261101MV56Y8B52BMY]]',
      '⑫[[dz20261101mv56y8b52bmy]]',
    ],
    leaves: ['①DZ2026 是什么', '①号订单 50 元'],
  },
}

export const orderNo: Rule = {
  name: 'order number',
  kind: 'order_no',
  shortest: 9,
  wordsBegin: 'us su or re pi ch cs pm in tx py',
  word: gateway,
  partsBegin: 'dz',
  part: ours,
  topics: ['order', 'orderish', 'alipay', 'wechat'],
  label: announced,
  // A shop's number: a time of day to the second and at least two digits more.
  digits: [16, 32],
  told: ['order', 10, 32],
  number: (run, page) => {
    const { start, end } = run
    if (run.letterAfter || run.bold || run.count('comma') > 0 || page.open(start)) return undefined
    const whole = run.size(0) >= WHOLE && run.gap(run.groups - 2) !== 'line'
    const grouped =
      run.groups > 1 && !whole && run.said('order') && !/-?4-[12]-[12]/.test(run.shape) && run.count('point') === 0
    if (grouped) return { kind: 'order_no', start, end, shown: run.masked }
    const stamped = run.solid && run.length >= 16 && dateAt(run, 0, 2010, 2059) && STAMP.test(run.text.slice(0, 14))
    return stamped ? { kind: 'order_no', start, end } : undefined
  },
  cases: {
    hides: [
      '订单[[DZ20261120A7K2M9XQ4TBC]]没到账',
      'order [[dz20261120a7k2m9xq4tbc]] missing',
      '订单号：[[202611201504338812]]',
      'out_trade_no=[[USR12NOa8Kd3f1732089600]]',
      '[[SUBUSR7NOZk29dQ1732089600]]',
      'order id: [[A20261120-0001-77]]',
      '[[ＤＺ２０２６１１２０Ａ７Ｋ２Ｍ９ＸＱ４ＴＢＣ]]',
      '[[DZ20261120 A7K2 M9XQ 4TBC]]',
      '单号[[DZ20261120A7\nK2M9XQ4TBC]]',
      '[[2026112015043312345678]]',
      '商户单号 [[2026 1120 1504 3388 12]]',
      '订单号 [[202611201504338812]] 50.00元',
      '订单号 [[202611201504338812]] 200 没到',
      '商户单号 [[2026 1120 1504 3388]]，11/20 付的',
    ],
    leaves: [
      '工单号 TK-20261120-0001',
      '订单 2026-11-20 15:04 下的',
      '20261120150433',
      'my order was made 2026-11-20',
      '订单号是多少',
      '订单 50 元',
    ],
  },
}
