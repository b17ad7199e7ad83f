// Phone numbers: mainland mobiles anywhere; landlines and other countries only after "+" or a word that says so.

import { dialCode } from '../dial-codes.ts'
import { SignSet } from '../glyphs.ts'
import type { NumberRun } from '../number-run.ts'
import type { Page } from '../page.ts'
import type { Claim, Rule } from '../rule.ts'

const PLUS = 43
const POINT = 46
const OPEN = 40
const ZERO = 48
const NEWLINE = 10

/** How people break eleven digits: 3-4-4 and its relatives, digit by digit, in pairs, or at a line end. */
const SHAPES =
  /^(11|3-4-4|3-8|7-4|4-4-3|4-3-4|3-3-5|3-2-3-3|3-5-3|5-6|6-5|2-3-2-4|3-4-2-2|3-2-2-2-2|1-2-4-4|2-9|9-2|8-3|1-10|10-1|4-7)$/

const MONEY = new SignSet('¥$€£₮₩')

const digitUnit = (unit: number): boolean => unit >= 48 && unit <= 57

/** The number goes on behind a decimal point, or is what stands behind one. */
function decimal(run: NumberRun, page: Page): boolean {
  if (page.unit(run.end) === POINT && digitUnit(page.unit(run.end + 1)))
    return !digitUnit(page.unit(run.end + 3)) || run.solid
  if (page.unit(run.start - 1) !== POINT || !digitUnit(page.unit(run.start - 2))) return false
  // "1.138…" at the beginning of a line is the first item of a list.
  const item = digitUnit(page.unit(run.start - 3)) ? run.start - 3 : run.start - 2
  return page.unit(item) === ZERO || (item > 0 && page.unit(item - 1) !== NEWLINE)
}

const UNITS =
  /^ ?(?:元|块|圆|塊|人民币|rmb|cny|usd|yuan|units?|credits?|tokens?|[积積]分|[点點]|次|[个個]|[条條]|bytes?|ms\b|毫秒|秒|%)/i

function mobileShape(run: NumberRun): boolean {
  if (run.groups > 1 && run.thousands) return false
  if (run.evenBy(1) || SHAPES.test(run.shape)) return run.count('line') <= 1 || run.evenBy(1)
  return run.count('none') === run.groups - 1 || (run.evenBy(2) && run.groups >= 5)
}

function mobile(run: NumberRun, page: Page, skip: number): Claim | undefined {
  if (run.length - skip !== 11 || run.digit(skip) !== 1 || run.digit(skip + 1) < 3) return undefined
  if (run.letterAfter || run.bold) return undefined
  const plus = page.unit(run.start - 1) === PLUS
  // Behind a plus sign stands a country: +1 415… is no mobile number of ours.
  if (plus && skip === 0) return undefined
  const told = page.announced(run.start, 'phone', 'account')
  if (!told && (page.open(run.start) || MONEY.has(page.unit(run.start - 1)))) return undefined
  if (!told && !plus && (decimal(run, page) || UNITS.test(page.slice(run.end, run.end + 12)))) return undefined
  if (skip === 0 && !told && !mobileShape(run)) return undefined
  const value = run.text.slice(skip)
  return { kind: 'phone', start: begin(run, page), end: run.end, shown: `${value.slice(0, 3)}****${value.slice(-4)}` }
}

/** A plus sign belongs to the number, and a bracket that the number closes. */
function begin(run: NumberRun, page: Page): number {
  const closes = page.unit(run.start - 1) === OPEN && page.slice(run.start, run.end).includes(')')
  const at = closes ? run.start - 1 : run.start
  if (page.unit(at - 1) !== PLUS) return at
  return page.unit(at - 2) === OPEN && page.slice(run.start, run.end).includes(')') ? at - 2 : at - 1
}

function abroad(run: NumberRun, page: Page): Claim | undefined {
  if (page.unit(run.start - 1) !== PLUS || run.letterAfter || run.bold) return undefined
  if (run.count('comma') > 0 || run.count('line') > 1 || !dialCode(run)) return undefined
  if (UNITS.test(page.slice(run.end, run.end + 12)) || /0000$/.test(run.text)) return undefined
  return { kind: 'phone', start: run.start - 1, end: run.end, shown: run.masked }
}

/** Hotlines and other numbers that belong to a company: 400 and 800 numbers. */
const hotline = (run: NumberRun): boolean =>
  run.length === 10 && (run.digit(0) === 4 || run.digit(0) === 8) && run.digit(1) === 0 && run.digit(2) === 0

/** Area code and number: 010 6234 5678, 0755-86013388. */
const LANDLINE = /^(?:3-8|4-7|4-8|3-4-4|4-3-4|4-4-4|3-7|4-3-3|2-4-4|1[0-2])$/

const landline = (run: NumberRun, page: Page): boolean =>
  run.digit(0) === 0 &&
  run.digit(1) > 0 &&
  run.length >= 10 &&
  LANDLINE.test(run.shape) &&
  page.near(run.start, run.end, 'phone')

/** A mobile number stands before the last groups: what follows is something else, unless a dash joins it. */
const mobileBefore = (run: NumberRun): boolean =>
  run.breaksAt(11) && run.digit(0) === 1 && run.digit(1) > 2 && run.gap(run.groups - 2) !== 'dash'

function told(run: NumberRun, page: Page): Claim | undefined {
  if (!(run.said('phone') || landline(run, page)) || run.letterAfter || run.bold) return undefined
  if (mobileBefore(run)) return undefined
  if (hotline(run) || run.thousands || run.count('line') > 1 || looksLikeTime(run, page)) return undefined
  if (UNITS.test(page.slice(run.end, run.end + 12))) return undefined
  return { kind: 'phone', start: begin(run, page), end: run.end, shown: run.masked }
}

/** "call 2026-11-20": a date, or the beginning of a clock time. */
const looksLikeTime = (run: NumberRun, page: Page): boolean =>
  /^4-[12]-[12]/.test(run.shape) ||
  page.unit(run.end) === 58 ||
  (run.solid && run.length === 8 && /^20[2-3]\d[01]\d[0-3]\d$/.test(run.text))

/** 86, 0086 or a trunk zero before a mobile number. */
function prefix(run: NumberRun, page: Page): number {
  if (run.length === 13 && run.digit(0) === 8 && run.digit(1) === 6) return 2
  if (run.length === 15 && run.digit(0) === 0 && run.digit(1) === 0 && run.digit(2) === 8 && run.digit(3) === 6)
    return 4
  if (run.length === 12 && run.digit(0) === 0 && page.announced(run.start, 'phone', 'account')) return 1
  return 0
}

export const phone: Rule = {
  name: 'phone',
  kind: 'phone',
  digits: [10, 15],
  told: ['phone', 7, 15],
  plus: [7, 15],
  number: (run, page) => mobile(run, page, prefix(run, page)) ?? abroad(run, page) ?? told(run, page),
  cases: {
    hides: [
      '电话[[138-0013-8000]] ¥25没到',
      '我手机[[13812345678]]',
      '打[[138 1234 5678]]给我',
      '[[+86 138-1234-5678]] is mine',
      '[[+8613812345678]]',
      '[[008613812345678]]',
      '[[1 3 8 1 2 3 4 5 6 7 8]]',
      '[[一三八一二三四五六七八]]',
      '[[幺三八1234五六七八]]',
      '[[138l2345678]]',
      'tel[[13812345678]]',
      '座机[[0755-86013388]]',
      'call me at [[+1 415 555 2671]]',
      'whatsapp [[+44 7911 123456]]',
      'phone: [[415-555-2671]]',
      'call [[(415) 555-2671]]',
      'call me: [[+1 (415) 555-2671]]',
      '手机 [[138-1234-5678]]，或者 [[(010) 6234 5678]]',
      '[[１３８１２３４５６７８]]🙏',
      '[[138\u200b1234\u200d5678]]',
      '1.[[13812345678]]\n2.[[13912345678]]',
      '电话[[1381234\n5678]]',
      '手机[[13812345678]]，11/20付的',
      '手机[[13812345678]] 11-20付的',
      '手机[[13812345678]]，2026-11-20',
      'phone [[13812345678]], 11/20',
      '手机[[13812345678]] 200 没到',
      '11/20 打电话 [[13812345678]]',
    ],
    leaves: [
      '+100 000 000 units',
      '13,812,345,678',
      '0.13812345678',
      '13812345678元',
      '138123456789',
      '139.180.141.12',
      '客服热线 400-820-8820',
      '95588',
      'a13812345678b',
      '2026-11-20 15:04:33.123',
      'ticket #13812345678',
    ],
  },
}
