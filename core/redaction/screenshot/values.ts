// From labels to the values they announce: behind them, right of them, below them, in their column.
import type { Cell } from './cells.ts'
import { screenWords } from './english.ts'
import { fitsLabel, keptIn } from './keep.ts'
import { labelAt, labelsInside, misreadLabel, type Topic } from './labels.ts'
import type { Placed, Row } from './layout.ts'
import { tablesOf } from './tables.ts'

/** How far below a lone label its value may begin, in heights. */
const REACH = 2.6
/** Below this a line may have a sign misread. */
const UNSURE = 0.95

/** Five digits or more and hardly anything else. */
const BARE = /^\D{0,3}(?:\d[ -]?){5,}\D{0,2}$/
/** Never Chinese words alone: 兑换码不存在 is a sentence. */
const WRITTEN: ReadonlySet<string> = new Set([
  'order_no',
  'redeem_code',
  'api_key',
  'bank_card',
  'cn_id',
  'phone',
  'email',
])

/** Not a sign of a code, or words of the trade alone: Active, in the column that was taken for the keys'. */
const isOnlyWords = (value: string): boolean =>
  !/[A-Za-z0-9*＊█]/.test(value) || (value.match(/\S+/g) ?? []).every((word) => screenWords.has(word))

/** 使用兑换码充值成功，额度$5: a sentence goes on behind the word. */
const goesOn = (line: Placed, start: number, value: string): boolean =>
  /^\p{Script=Han}{4}/u.test(value) && !/[:\s]$/.test(line.text.slice(0, start))

/** Covers or keeps a value. What a keep rule claims stays readable but for what is never shown in part. */
function apply(line: Placed, topic: Topic, start: number, end: number): void {
  const value = line.text.slice(start, end)
  if (value.trim() === '') return
  // A number that only its label takes for an amount: the label of something to hide is stronger, whichever comes first.
  const bare = BARE.test(value.trim()) && !line.isKeptByForm(start, end)
  if ('hide' in topic) {
    if (WRITTEN.has(topic.hide) && (isOnlyWords(value) || goesOn(line, start, value))) return
    // A password may look like anything, also like an amount.
    line.mark(start, end, topic.hide, topic.hide === 'password' || bare)
  } else if (bare && line.markAt(start) !== undefined) return
  else if ('keep' in topic && fitsLabel(topic.keep, value)) {
    // Nearly every word fits a status: another label's claim is stronger.
    const claimed = topic.keep === 'status' && line.markAt(start) !== undefined
    if (!claimed) line.keep([{ start, end, kind: topic.keep }], true)
  }
}

/** A whole line that is a value although it begins like a label: Paid; 建设银行(2093). */
const BANK =
  /^(?!(?:收款|付款|开户|汇款|发卡|所属|对方|转入|转出|到账|入账|清算|代理)银行)\p{Script=Han}{2,8}银行(?:[^:\p{Script=Han}]*|.*(?:公司|分行|支行))$/u
function isValue(line: Placed): boolean {
  const text = line.text.trim()
  if (BANK.test(text)) return true
  // A reader takes i for l: Pald.
  return (
    /^\p{L}+$/u.test(text) &&
    [text, text.replaceAll('l', 'i')].some((word) =>
      keptIn(word).some(
        ({ start, end, kind }) => start === 0 && end === word.length && (kind === 'status' || kind === 'method'),
      ),
    )
  )
}

/** The label that each line begins with. What is kept must be known by now. */
export function readLabels(rows: readonly Row[]): void {
  for (const line of rows.flatMap((row) => row.lines)) {
    const first = labelAt(line.text) ?? (line.confidence < UNSURE ? misreadLabel(line.text) : undefined)
    if (!first || isValue(line)) continue
    // The same said again in another language: Ref. no. 参考号.
    const again = labelAt(line.text.slice(first.end))?.whole ?? false
    line.label = { topic: first.topic, valueAt: again ? line.text.length : first.end }
  }
}

const PROSE = /[\p{Script=Han}]/u
/** What may be the rest of a value of this kind. */
function continues(kind: string, line: Placed): boolean {
  if (kind === 'address') return !/^\p{L}{2,8}[:]/u.test(line.text)
  if (line.kept().length > 0 && kind !== 'api_key') return false
  if (kind === 'person') return !/\d/.test(line.text) && line.text.length <= 16
  // The button beside it may have been read with it: …p08Ya0测
  return (
    !PROSE.test(line.text.replace(/(?<=[^\p{Script=Han}\s]{8})\p{Script=Han}{1,2}$/u, '')) &&
    !/^\w+ \w+ \w+/.test(line.text)
  )
}

/** The lines of a cell from one on, as one value; all but the first of the cell must look like its rest. */
function announce(label: Placed, topic: Topic, cell: Cell, from = 0): void {
  const lines = cell.lines.slice(from)
  for (const [at, line] of lines.entries()) {
    if (from + at > 0 && 'hide' in topic && !continues(topic.hide, line)) return
    apply(line, topic, 0, line.text.length)
    label.announces.push(line)
  }
}

/** What stands behind a label on its own line, and behind labels further inside. */
function inline(cell: Cell): void {
  for (const [at, line] of cell.lines.entries()) {
    if (line.labelTail) continue
    const inside = labelsInside(line.text, line.label ? line.label.valueAt : 0)
    if (line.label) apply(line, line.label.topic, line.label.valueAt, inside[0]?.at ?? line.text.length)
    inside.forEach(({ topic, end }, index) => {
      apply(line, topic, end, inside[index + 1]?.at ?? line.text.length)
    })
    const last = inside.at(-1)?.topic ?? line.label?.topic
    if (last && !cell.lone && 'hide' in last) announce(line, last, cell, at + 1)
  }
}

const meets = (a: Cell, b: Cell): number => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
const beside = (a: Cell, b: Cell): boolean => meets(a, b) > 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top)

/** What is pressed beside a value, and no value. */
const BUTTON =
  /^(?:edit?|copy|change|view|show|hide|remove|delete|update|verify|manage|编辑|修改|复制|查看|更换|更改|删除|[›>»])$/i

/** Cells right of a label up to the next label. */
function valuesRight(cells: readonly Cell[], label: Cell, topic: Topic): Cell[] {
  const right = cells
    .filter(
      (cell) =>
        cell !== label &&
        cell.left > label.right - 0.5 * label.height &&
        beside(cell, label) &&
        !BUTTON.test(cell.first.text.trim()),
    )
    .sort((a, b) => a.left - b.left)
  // What is kept may begin like a label: Total | Paid.
  const stop = right.findIndex((cell) => cell.first.label !== undefined && !('keep' in topic && !cell.lone))
  return stop < 0 ? right : right.slice(0, stop)
}

/** The nearest cell below a lone label. */
function valueBelow(cells: readonly Cell[], label: Cell): Cell | undefined {
  const reach = Math.max(label.right, label.left + 3 * label.height)
  const near = cells.filter(
    (cell) =>
      cell.middle > label.middle &&
      cell.top > label.bottom - 0.6 * label.height &&
      cell.top - label.bottom < (REACH - 1) * Math.max(label.height, cell.height) &&
      cell.left < reach &&
      cell.right > label.left - label.height,
  )
  // Right below before a little aside: columns may stand close.
  return near.find((cell) => cell.left < label.right && cell.right > label.left) ?? near[0]
}

/** A value that the reader broke into several boxes on one row. */
function rest(cells: readonly Cell[], cell: Cell): void {
  const topic = cell.first.label?.topic
  if (!topic || !('hide' in topic)) return
  for (const next of valuesRight(cells, cell, topic))
    for (const line of next.lines) if (meets(cell, next) > 0) apply(line, topic, 0, line.text.length)
}

const GIVES = /(?:\b(?:sent|paid|transfer(?:red)?|payment)\b.*\bto|(?:转账|付款|打款|汇款|转)[-—]?给)\s?:?$/i
const NAME = /^(?:\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,3}|\p{Script=Han}{2,4})$/u

/** "You sent $50 to", and the name on the line below. */
function recipients(cells: readonly Cell[], cell: Cell): void {
  cell.lines.forEach((line, at) => {
    if (!GIVES.test(line.text.trim())) return
    const next = cell.lines[at + 1] ?? valueBelow(cells, cell)?.first
    if (next && NAME.test(next.text.trim())) next.mark(0, next.text.length, 'person')
  })
}

/** Marks the values of all labels; gives the number of labels found. */
export function announcedValues(cells: readonly Cell[]): number {
  const columns = tablesOf(cells)
  for (const cell of cells) {
    inline(cell)
    recipients(cells, cell)
    const { label } = cell.first
    if (!label) continue
    if (!cell.lone) {
      rest(cells, cell)
      continue
    }
    const column = columns.get(cell)
    if (column) {
      for (const value of column) announce(cell.first, label.topic, value)
      continue
    }
    const right = valuesRight(cells, cell, label.topic)
    for (const value of right) announce(cell.first, label.topic, value)
    const below = right.length === 0 ? valueBelow(cells, cell) : undefined
    if (below && !below.first.label) announce(cell.first, label.topic, below)
  }
  return cells.filter(({ first }) => first.label).length
}
