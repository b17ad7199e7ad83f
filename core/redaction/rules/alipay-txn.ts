// Alipay's transaction numbers: 28 digits that begin with the day (older ones 16 to 32).
import { dateAt, type NumberRun } from '../number-run.ts'
import type { Page } from '../page.ts'
import type { Rule } from '../rule.ts'

const FIRST_YEAR = 2005
const LAST_YEAR = 2059

/** Digits 9 to 14 are a time of day: then the number is an order's of a shop, not Alipay's. */
const timeAt = (run: NumberRun, from: number): boolean =>
  run.digit(from) * 10 + run.digit(from + 1) < 24 && run.digit(from + 2) < 6 && run.digit(from + 4) < 6

/** In one piece, in fours, or broken at a line end; a row of dates (4-2-2) is none. */
const shaped = (run: NumberRun): boolean =>
  run.solid ||
  (run.groups === 2 && run.count('line') === 1) ||
  run.evenBy(4) ||
  run.evenBy(1) ||
  run.count('none') === run.groups - 1 ||
  (run.groups <= 3 && run.size(0) >= 8 && run.size(run.groups - 1) >= 2)

/** Digits of all numbers of today. */
const USUAL = 28

function claims(run: NumberRun, page: Page): boolean {
  if (run.letterAfter || run.bold || run.count('comma') > 0) return false
  if (page.open(run.start) || !dateAt(run, 0, FIRST_YEAR, LAST_YEAR)) return false
  // It is whole: what follows is something else.
  if (run.wholeAt(USUAL)) return false
  if (run.said('alipay')) return !/^4-2-2/.test(run.shape)
  if (!shaped(run)) return false
  if (run.length >= 27) return run.solid || run.length === USUAL
  return run.solid && run.length >= 18 && !timeAt(run, 8)
}

export const alipayTxn: Rule = {
  name: 'Alipay transaction',
  kind: 'alipay_txn',
  digits: [16, 32],
  number: (run, page) =>
    claims(run, page) ? { kind: 'alipay_txn', start: run.start, end: run.end, shown: run.masked } : undefined,
  cases: {
    hides: [
      '支付宝交易号 [[2026112022001400000000000001]]',
      '[[2026112022001412341234123456]]已经扣款',
      'trade_no=[[2026112022001412341234123456]]',
      '流水号：[[2026 1120 2200 1412 3412 3412 3456]]',
      '[[20261120220014\n12341234123456]]',
      '[[２０２６１１２０２２００１４１２３４１２３４１２３４５６]]',
      '交易号[[2026112022001412]]',
      '交易号[[2026112022001412345678901234]] 50.00元',
      '交易号[[2026112022001412345678901234]]\n50.00',
      '交易号[[2026112022001412345678901234]] 200 没到',
      '交易号[[2026112022001412]] 50 元',
      '交易号：[[20261120220014\n12345678901234]]\n2) 已付款',
      '交易号[[2026112022001412345678901234]]\n15:04:33',
    ],
    leaves: ['20261120150433', '2026-11-20 2026-11-21 2026-11-22 2026', '时间：20261120150433123'],
  },
}
