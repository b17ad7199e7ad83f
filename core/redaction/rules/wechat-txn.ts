// WeChat Pay's transaction numbers: 28 digits that begin with 42, 45 or 10000; others 26 to 32 long with a word beside.
import { dateAt, type NumberRun } from '../number-run.ts'
import type { Page } from '../page.ts'
import type { Rule } from '../rule.ts'

function opening(run: NumberRun): boolean {
  const two = run.digit(0) * 10 + run.digit(1)
  return two === 42 || two === 45 || (two === 10 && run.digit(2) + run.digit(3) + run.digit(4) === 0)
}

const shaped = (run: NumberRun): boolean =>
  run.solid ||
  (run.groups === 2 && run.count('line') === 1) ||
  run.evenBy(4) ||
  run.evenBy(1) ||
  run.count('none') === run.groups - 1 ||
  (run.groups <= 3 && run.size(0) >= 4 && run.size(run.groups - 1) >= 2)

/** Digits of all numbers of today. */
const USUAL = 28

function claims(run: NumberRun, page: Page): boolean {
  if (run.letterAfter || run.bold || run.count('comma') > 0 || page.open(run.start)) return false
  // It is whole: what follows is something else.
  if (run.wholeAt(USUAL) && (opening(run) || dateAt(run, 0, 2005, 2059))) return false
  const told = run.said('wechat')
  if (told && run.length >= 10 && !run.thousands && !/^4-[12]-[12]/.test(run.shape)) return true
  if (run.length < 26 || !shaped(run)) return false
  if (run.length === USUAL && opening(run)) return true
  return (
    run.length >= 26 &&
    run.length <= 32 &&
    (page.near(run.start, run.end, 'wechat') || page.near(run.start, run.end, 'alipay'))
  )
}

export const wechatTxn: Rule = {
  name: 'WeChat transaction',
  kind: 'wechat_txn',
  digits: [26, 32],
  told: ['wechat', 10, 32],
  number: (run, page) =>
    claims(run, page) ? { kind: 'wechat_txn', start: run.start, end: run.end, shown: run.masked } : undefined,
  cases: {
    hides: [
      '微信交易单号[[4200002345202611201234567890]]',
      '[[4200002345202611201234567890]]',
      '[[1000039501202611201234567890]]',
      '交易单号：[[4200002345\n202611201234567890]]',
      'transaction id [[4200 0023 4520 2611 2012 3456 7890]]',
      '交易单号[[4200023678202611182377117462]] 50.00元',
      '交易单号[[4200023678202611182377117462]]\n2026-11-20',
      '交易单号[[4200023678202611182377117462]] 200 没到',
      'transaction_id\n[[42000236782026\n11182377117462]]\n(3 pages)',
      '交易单号[[4200 0236 7820 2611 1823 7711 7462]] ¥50',
      '转账单号 [[530100001234202611200987654321]]',
    ],
    leaves: ['420000', '1000000000', '100 000 000 000'],
  },
}
