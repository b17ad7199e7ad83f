// What is read out of a screen so that nobody types it: the amount, time, status and method that stay readable, and the masked order.
import { tail } from '../masks.ts'
import { mint, type Redacted } from '../redacted.ts'
import { type KeptKind, keptIn } from './keep.ts'
import type { Placed, Row } from './layout.ts'
import type { ScreenFields } from './screen-fields.ts'

type Candidate = { readonly text: string; readonly weight: number }

/** A currency or cents: a bare number is an amount only behind its label. */
const MONEY = /[¥￥$€£元]|CNY|RMB|USD|yuan|\d\.\d{2}$/i
const PAID = /实付|支付金额|付款金额|订单金额|交易金额|转账金额|充值金额|金额|合计|total|amount|paid/i
const LESS = /余额|优惠|手续费|balance|discount|fee|单价|unit|小计|subtotal|立减/i
const WHEN_PAID = /支付时间|付款时间|交易时间|转账时间|paid|payment (?:time|date)/i

/** A stretch with what of it stands on the next line. */
function wrapped(line: Placed, start: number, end: number, kind: KeptKind): string {
  const { next } = line
  const text = line.text.slice(start, end)
  if (end < line.text.trimEnd().length || next?.keptAt(0) !== kind || next.hides(0)) return text
  let stop = 0
  while (next.keptAt(stop) === kind) stop++
  // Two whole values below each other are two: the cells of a column.
  const both = [' ', ''].map((between) => text + between + next.text.slice(0, stop))
  return (
    both.find((joined) =>
      keptIn(joined).some((span) => span.kind === kind && span.end - span.start === joined.length),
    ) ?? text
  )
}

/** Stretches of one kind that stay readable, with how likely each is the one that is meant. */
function candidates(
  rows: readonly Row[],
  kind: KeptKind,
  weigh: (line: Placed, text: string, row: Row) => number,
): Candidate[] {
  return rows.flatMap((row) =>
    row.lines.flatMap((line) => {
      const found: Candidate[] = []
      for (let at = 0; at < line.text.length; at++) {
        if (line.keptAt(at) !== kind || line.hides(at)) continue
        let end = at
        while (end < line.text.length && line.keptAt(end) === kind && !line.hides(end)) end++
        const text = wrapped(line, at, end, kind).trim()
        if (text !== '') found.push({ text, weight: weigh(line, text, row) })
        at = end
      }
      return found
    }),
  )
}

const best = (all: readonly Candidate[]): Redacted | null => {
  const first = all.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)[0]
  return first ? mint(spaced(first.text.slice(0, 60))) : null
}

/** The reader loses the space between date and time. */
const spaced = (text: string): string => text.replace(/(\d{4}[-/.]\d\d[-/.]\d\d)(?=\d)/, '$1 ')

const around = (row: Row): string => row.lines.map(({ text }) => text).join(' ')
const announcedAs = (row: Row, kind: KeptKind): boolean =>
  row.lines.some(({ label }) => label && 'keep' in label.topic && label.topic.keep === kind)

const OURS = /^DZ\d{6}/i
const MERCHANT = /商户|商家|merchant|order/i

/** A number may be broken over lines and by spaces, and a sentence may go on behind it. */
function numberIn(lines: readonly string[]): string {
  const [first = ''] = /[A-Za-z0-9#_-]{8,}/.exec(lines[0] ?? '') ?? []
  const sentence = /\s[a-z]{2,}|\p{Script=Han}{2}/u.test((lines[0] ?? '').replace(first, ''))
  return sentence && /\d{2}/.test(first) ? first : lines.join('').replaceAll(/[\s·]/g, '')
}

/** The numbers behind labels of orders; ours before the shop's before the bank's. */
function orderOf(rows: readonly Row[]): Redacted | null {
  const all = rows.flatMap((row) =>
    row.lines.flatMap((line) => {
      if (!line.label || !('hide' in line.label.topic) || line.label.topic.hide !== 'order_no') return []
      const number = numberIn([line.text.slice(line.label.valueAt), ...line.announces.map(({ text }) => text)])
      if (!/\d{2}/.test(number) || number.length < 8) return []
      return [{ number, weight: OURS.test(number) ? 2 : MERCHANT.test(line.text) ? 1 : 0 }]
    }),
  )
  const first = all.toSorted((a, b) => b.weight - a.weight)[0]
  return first ? mint(tail(first.number)) : null
}

export function fieldsOf(rows: readonly Row[]): ScreenFields {
  const tallest = Math.max(1, ...rows.map(({ height }) => height))
  return {
    amount: best(
      candidates(rows, 'amount', (line, text, row) => {
        const words = around(row)
        if (!MONEY.test(words) && !announcedAs(row, 'amount')) return 0
        return (
          (MONEY.test(text) ? 1 : 0.3) +
          line.height / tallest +
          (PAID.test(words) ? 0.8 : 0) -
          (LESS.test(words) ? 1 : 0)
        )
      }),
    ),
    time: best(
      candidates(rows, 'time', (_, text, row) => {
        const full =
          /\d{4}|月|[A-Za-z]{3}/.test(text) && /\d[:.]\d\d/.test(text) ? 1 : /\d{4}|月/.test(text) ? 0.6 : 0.1
        return full + (announcedAs(row, 'time') ? 0.5 : 0) + (WHEN_PAID.test(around(row)) ? 0.5 : 0)
      }),
    ),
    status: best(
      candidates(rows, 'status', (line, _, row) => 0.2 + line.height / tallest + (announcedAs(row, 'status') ? 2 : 0)),
    ),
    method: best(
      candidates(
        rows,
        'method',
        (_, text, row) => 0.2 + Math.min(1, text.length / 20) + (announcedAs(row, 'method') ? 2 : 0),
      ),
    ),
    order_masked: orderOf(rows),
  }
}
