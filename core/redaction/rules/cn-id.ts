// Chinese identity numbers: province, date of birth and the check character of ISO 7064 MOD 11-2.
import { dateAt, type NumberRun } from '../number-run.ts'
import type { Page } from '../page.ts'
import type { Claim, Rule } from '../rule.ts'

const PROVINCES = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
  64, 65, 71, 81, 82, 83,
])
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** People live to see their identity card at most this long; the year after ours leaves room for clocks. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2035

const checkOf = (run: NumberRun): string => {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += run.digit(i) * (WEIGHTS[i] ?? 0)
  return CHECKS[sum % 11] ?? ''
}

const isX = (unit: number): boolean => unit === 88 || unit === 120 || unit === 0xd7

/** Index one past an X that ends the number, over at most one separator; -1 without one. */
function endOfX(run: NumberRun, page: Page): number {
  const { end } = run
  const apart = page.unit(end) === 32 || page.unit(end) === 45 || page.unit(end) === 10 ? 1 : 0
  const at = end + apart
  if (!isX(page.unit(at))) return -1
  const next = page.unit(at + 1)
  return (next >= 48 && next <= 57) || (next >= 65 && next <= 90) || (next >= 97 && next <= 122) ? -1 : at + 1
}

const claim = (start: number, end: number, value: string): Claim => ({
  kind: 'cn_id',
  start,
  end,
  shown: `****${value.slice(-2)}`,
})

function eighteen(run: NumberRun, page: Page): Claim | undefined {
  const { start } = run
  if (!PROVINCES.has(run.digit(0) * 10 + run.digit(1)) || !dateAt(run, 6, FIRST_YEAR, LAST_YEAR)) return undefined
  const withX = run.length === 17
  if (!withX && run.letterAfter) return undefined
  const end = withX ? endOfX(run, page) : run.end
  if (end < 0) return undefined
  const value = run.text + (withX ? 'X' : '')
  const checked = checkOf(run) === value[17]
  if (!checked && (run.bold || !(run.said('id') || page.near(start, end, 'id')))) return undefined
  return claim(start, end, value)
}

/** Eighteen digits before the last groups, or fifteen in one piece, are a number that is whole. */
const wholeBefore = (run: NumberRun): boolean =>
  (run.breaksAt(18) && dateAt(run, 6, FIRST_YEAR, LAST_YEAR)) || (run.size(0) >= 15 && run.count('comma') > 0)

function announced(run: NumberRun, page: Page): Claim | undefined {
  const { start, end } = run
  if (!run.said('id') || run.bold || run.thousands || wholeBefore(run)) return undefined
  if (run.length === 17) {
    const x = endOfX(run, page)
    return x < 0 ? undefined : claim(start, x, `${run.text}X`)
  }
  // A label is enough for what has the length of one: a digit too many or mistyped is still somebody's number.
  return run.letterAfter ? undefined : claim(start, end, run.text)
}

export const cnId: Rule = {
  name: 'identity number',
  kind: 'cn_id',
  digits: [17, 18],
  told: ['id', 15, 19],
  number: (run, page) => {
    if (run.length === 17 || run.length === 18) return eighteen(run, page) ?? announced(run, page)
    return announced(run, page)
  },
  cases: {
    hides: [
      '身份证[[11010519491231002X]]',
      '证件号：[[440524198001010013]]',
      'my id number is [[110105 19491231 002X]]',
      '[[１１０１０５１９４９１２３１００２Ｘ]] 实名不过',
      '实名 [[11010519491231002x]] 帮我看下',
      '身份证号 [[110105491231002]]',
      '身份证：[[110105194912310021]]',
      '[[11010519491231\n002X]]',
      '身份证[[420106197406084341]]，5 次都不过',
      '身份证[[420106197406084341]] 2 张',
      '身份证[[110105491231002]]，11/20 实名',
    ],
    leaves: ['单据 110105194913310021', '订单时间 20261120150433', '110105194912310021'],
  },
}
