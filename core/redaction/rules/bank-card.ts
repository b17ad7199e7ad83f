// Bank cards: Luhn and a known prefix, or a word beside; Luhn alone is passed by one random number in ten.
import { luhn, type NumberRun } from '../number-run.ts'
import type { Page } from '../page.ts'
import type { Rule } from '../rule.ts'

/** First digits of a scheme and the lengths of its cards, rising. */
const SCHEMES: readonly (readonly [first: number, last: number, lengths: readonly number[]])[] = [
  [2221, 2720, [16]],
  [3000, 3059, [14, 16]],
  [3400, 3499, [15]],
  [3500, 3599, [16]],
  [3600, 3699, [14, 16]],
  [3700, 3799, [15]],
  [3800, 3999, [14, 16]],
  [4000, 4999, [13, 16, 19]],
  [5000, 5099, [13, 14, 15, 16, 17, 18, 19]],
  [5100, 5599, [16, 19]],
  [5600, 5999, [13, 14, 15, 16, 17, 18, 19]],
  [6000, 6199, [16, 17, 18, 19]],
  [6200, 6299, [16, 17, 18, 19]],
  [6300, 6999, [13, 14, 15, 16, 17, 18, 19]],
]

/** The first four digits and the length are those of a card: UnionPay, Visa, Mastercard, Maestro, Amex, JCB, Diners, Discover. */
function knownPrefix(run: NumberRun, length = run.length): boolean {
  const four = run.digit(0) * 1000 + run.digit(1) * 100 + run.digit(2) * 10 + run.digit(3)
  for (const [first, last, lengths] of SCHEMES) if (four <= last) return first <= four && lengths.includes(length)
  return false
}

const SHORTEST = 13

/**
 * The first groups are a card that is whole: what follows is an amount, a day, anything. A longer card may hold a shorter
 * one by chance, one in ten does: written in groups or broken at a line end it is believed, digit by digit in any case.
 */
function wholeBefore(run: NumberRun, checked: boolean): boolean {
  if (run.solid || run.length <= SHORTEST || run.evenBy(1)) return false
  const first = run.size(0)
  if (first >= SHORTEST && run.count('comma') > 0) return true
  const longer = checked && knownPrefix(run) && (first < SHORTEST || run.gap(run.groups - 2) === 'line')
  if (longer) return false
  for (let length = SHORTEST; length < run.length; length++)
    if (run.breaksAt(length) && knownPrefix(run, length) && luhn(run, length)) return true
  return false
}

/** Sizes of the groups, those on both sides of a line end (or of a change of script) put together. */
function mergedShape(run: NumberRun): string {
  const sizes = [run.size(0)]
  for (let i = 1; i < run.groups; i++) {
    const gap = run.gap(i - 1)
    if (gap === 'line' || gap === 'none') sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + run.size(i)
    else sizes.push(run.size(i))
  }
  return sizes.join('-')
}

/** Cards are printed and typed in fours (4-6-5 for Amex, 6 and the rest for older ones), or broken at a line end. */
function cardShape(run: NumberRun): boolean {
  if (run.solid || run.evenBy(4) || run.evenBy(1) || run.evenBy(5)) return true
  if (run.thousands || run.count('comma') > 0) return false
  return /^(?:\d+|4-4-4-\d|4-4-4-4-\d|4-6-[45]|6-\d{7,}|6-4-4-4|\d{7,}-\d{4,}|8-8)$/.test(mergedShape(run))
}

/** Sixteen digits in fours and three more: the last group of a longer card. */
const REST = /^[ -]\d{1,3}(?![0-9A-Za-z.,/元块圆塊年月日号點点时時:-]| (?:元|块|yuan|rmb|usd))/i

/** What stands behind sixteen digits in fours and belongs to them: nothing, if they are a card and would be none with it. */
function restOf(run: NumberRun, page: Page): string {
  if (run.length !== 16 || !run.evenBy(4)) return ''
  const rest = REST.exec(page.slice(run.end, run.end + 10))?.[0] ?? ''
  if (rest === '' || !luhn(run)) return rest
  let sum = 0
  const digits = run.text + rest.slice(1)
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0 ? rest : ''
}

/** Units of credit run to sixteen digits, too. */
const UNITS = /^ ?(?:units?|credits?|tokens?|积分|積分|点数|點數|bytes?)(?![a-z])/i

const allSame = (run: NumberRun): boolean => {
  for (let i = 1; i < run.length; i++) if (run.digit(i) !== run.digit(0)) return false
  return true
}

/** Seconds, milliseconds or microseconds since 1970, as they look in these years. */
const epoch = (run: NumberRun): boolean =>
  run.solid && (run.length === 13 || run.length === 16) && run.digit(0) === 1 && run.digit(1) >= 5 && run.digit(1) <= 9

function claims(run: NumberRun, page: Page): boolean {
  const { start, end } = run
  const announced = run.said('card')
  if (run.letterAfter) return false
  const checked = luhn(run)
  const prefixed = knownPrefix(run)
  // Most numbers are passed here.
  if (!checked && (run.bold || !(announced || prefixed))) return false
  if (
    page.open(start) ||
    allSame(run) ||
    UNITS.test(page.slice(end, end + 10)) ||
    (!announced && (epoch(run) || decimal(run, page)))
  )
    return false
  if (wholeBefore(run, checked)) return false
  if (announced) return checked || !run.thousands
  if (!cardShape(run)) return false
  if (checked && prefixed) return true
  if (run.digit(0) === 0 || page.announced(start, 'order', 'alipay', 'wechat', 'phone', 'orderish')) return false
  // A typing error breaks the check, and the number is a card's all the same.
  if (page.near(start, end, 'card')) return true
  return run.groups === 4 && run.evenBy(4) && run.length === 16 && run.count('space') + run.count('dash') === 3
}

/** Part of a number with a decimal point, or an amount with its unit. */
function decimal(run: NumberRun, page: Page): boolean {
  const digitAt = (at: number): boolean => page.unit(at) >= 48 && page.unit(at) <= 57
  if (page.unit(run.start - 1) === 46 && digitAt(run.start - 2)) return true
  return page.unit(run.end) === 46 && digitAt(run.end + 1)
}

export const bankCard: Rule = {
  name: 'bank card',
  kind: 'bank_card',
  digits: [13, 19],
  number: (run, page) => {
    if (!claims(run, page)) return undefined
    const rest = restOf(run, page)
    const shown = rest === '' ? run.masked : `****${(run.text + rest.trim().replace('-', '')).slice(-4)}`
    return { kind: 'bank_card', start: run.start, end: run.end + rest.length, shown }
  },
  cases: {
    hides: [
      '我的卡号是[[6222021234567890128]]，一直没到账',
      'paid with [[4111 1111 1111 1111]] yesterday',
      '卡[[4111-1111-1111-1111]]扣了钱',
      'amex [[3782 822463 10005]] was charged twice',
      '银行卡号：[[6222 0212 3456 7890 129]]',
      'card number [[4111111111111112]]',
      '[[６２２２０２１２３４５６７８９０１２８]]',
      '卡号[[六二二二零二一二三四五六七八九零一二八]]',
      '[[6222O21234567890I28]]',
      '卡号 [[6222021234\n567890128]]',
      '[[6222 0212\u200b 3456 7890 128]] 麻烦看看',
      '信用卡[[4661555588670583]]，11/20 刷的',
      '信用卡[[4661555588670583]] 11-20 扣款',
      '信用卡[[4661555588670583]]，50元，没到账',
      '信用卡[[4661555588670583]]，200刷的',
      '信用卡[[4661555588670584]]，200刷的',
      '信用卡[[4661555588670583]]、15:42 付的',
      '信用卡[[4661555588670583]]\n50.00元',
      '信用卡[[4661555588670583]]\n11/20 扣款',
      'card [[377339625533176]] 100 USD',
      'card [[4539148803436467]] 50 yuan',
      'card 11/20 [[377339625533176]]',
      '卡号 [[4539 1488 0343 6467]] 200 刷的',
      '信用卡[[4 1 0 0 7 4 1 1 5 7 0 6 3 6 1 1]] 11/20',
      '卡号 [[6222025272696865989]] 2026-11-20',
      'visa [[4111.1111.1111.1111]] $25',
      'visa [[4111-1111-1111-1111]] ￥ 25',
      'amex [[3782 822463 10005]] USD 25.00',
      '卡号[[6222 0212 3456 7890 128]] 人民币25元',
      'card [[4539 1488 0343 6467]] 250 USD',
      'card [[4539 1488 0343 6467]] 25$ 2 times',
    ],
    leaves: [
      '时间戳 1732089600123',
      'epoch 1732089600123456 in microseconds',
      'balance 4539578763621486 units',
      '0.4111111111111111',
      'https://discord.com/channels/411111111111111111/4111111111111111',
      'took 20261120150433 to finish',
      '0000000000000000',
    ],
  },
}
