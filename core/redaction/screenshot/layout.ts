// Lines of a screen laid out in rows from top to bottom, with marks on the characters that are kept or covered.

import { Converter } from 'opencc-js/t2cn'
import type { KeptKind, KeptSpan } from './keep.ts'
import type { Topic } from './labels.ts'
import type { CoverKind, Point, ScreenLine } from './screen.ts'

export type Span = { readonly start: number; readonly end: number; readonly kind: CoverKind }

/** Sign by sign, so that places stay: what a dictionary of phrases would choose otherwise is spelt alike here and in the tables. */
const convert = Converter({ from: 't', to: 'cn' })
const simpleOf = new Map<string, string>()
function simple(sign: string): string {
  const known = simpleOf.get(sign)
  if (known !== undefined) return known
  const converted = convert(sign)
  const fits = converted.length === sign.length ? converted : sign
  simpleOf.set(sign, fits)
  return fits
}

/** Full-width letters and signs as plain ones, Chinese in simple writing, what a reader makes of 狀態 and 處理 set right, unit by unit: the places stay. */
export const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/\uffe5/g, '¥')
    .replace(/[‐‑‒–—−－]/g, '-')
    .replace(/[∶：﹕]/g, ':')
    .replace(/\p{Script=Han}/gu, simple)
    .replace(/[状默][熊況况](?!猫)/g, (read) => (read[1] === '熊' ? '状态' : '状况'))
    .replace(/[虎虚]理/g, '处理')
    .replace(/[允充]换(?=码|券|卡)/g, '兑换')

/** Known by their form: no label makes an amount or a method of them. */
const SURE: ReadonlySet<CoverKind> = new Set([
  'email',
  'phone',
  'api_key',
  'redeem_code',
  'redeem_hex',
  'bank_card',
  'cn_id',
])

/** A line in its row, with what is known of each character. */
export class Placed {
  readonly text: string
  readonly confidence: number
  readonly edges: readonly number[]
  readonly from: Point
  readonly to: Point
  readonly height: number
  /** As high as a line of its print: digits and small letters alone are lower than Chinese beside them. */
  print: number
  /** Middle of the line as if the page stood level. */
  readonly level: number
  /** The label that the line begins with, and where its value begins. */
  label: { readonly topic: Topic; readonly valueAt: number } | undefined
  /** It is the second line of a label, not a value. */
  labelTail = false
  /** The lines, or further lines, of the value that the label announces. */
  readonly announces: Placed[] = []
  /** The line of the same cell that this one goes on with. */
  next: Placed | undefined
  readonly #marks: (CoverKind | undefined)[]
  readonly #forced: boolean[]
  readonly #kept: (KeptKind | undefined)[]
  readonly #weak: boolean[]

  constructor(line: ScreenLine, slope: number) {
    this.text = plain(line.text)
    this.confidence = line.confidence
    this.edges = line.edges
    this.from = line.from
    this.to = line.to
    this.height = line.height
    this.print = line.height
    this.level = (line.from.y + line.to.y) / 2 - (slope * (line.from.x + line.to.x)) / 2
    this.#marks = Array.from({ length: this.text.length }, () => undefined)
    this.#forced = Array.from({ length: this.text.length }, () => false)
    this.#kept = Array.from({ length: this.text.length }, () => undefined)
    this.#weak = Array.from({ length: this.text.length }, () => false)
  }

  /** `weakly`: only a label vouches for it, so that what is surely somebody's outweighs it. */
  keep(spans: readonly KeptSpan[], weakly = false): void {
    for (const { start, end, kind } of spans) {
      for (let at = start; at < end; at++) {
        this.#weak[at] = weakly && (this.#kept[at] === undefined || this.#weak[at] === true)
        this.#kept[at] = kind
      }
    }
  }

  /** A grammar knows some of it by its form, not only a label by its place. */
  isKeptByForm(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#kept[at] !== undefined && !this.#weak[at]) return true
    return false
  }

  /** `force` covers also what a keep rule claims. */
  mark(start: number, end: number, kind: CoverKind, force = false): void {
    for (let at = start; at < end; at++) {
      this.#marks[at] ??= kind
      if (force) this.#forced[at] = true
    }
  }

  hides(at: number): boolean {
    const mark = this.#marks[at]
    if (mark === undefined) return false
    return this.#forced[at] === true || this.#kept[at] === undefined || (this.#weak[at] === true && SURE.has(mark))
  }

  markAt(at: number): CoverKind | undefined {
    return this.#marks[at]
  }

  keptAt(at: number): KeptKind | undefined {
    return this.#kept[at]
  }

  /** Stretches that are covered, without the spaces at their ends. */
  covered(): Span[] {
    return this.#stretches((at) => (this.hides(at) ? this.#marks[at] : undefined)).filter((span) => !this.#joins(span))
  }

  /** A word beside something kept from which the reader lost the spaces: ¥5.00onNov22,2026. */
  #joins({ start, end, kind }: Span): boolean {
    if (/^[\s.,;:!?()]+$/.test(this.text.slice(start, end))) return true
    const beside = this.#kept[start - 1] !== undefined || this.#kept[end] !== undefined
    return kind === 'long_token' && beside && /^[A-Z]?[a-z,.;:!?()/|~]{1,9}$/.test(this.text.slice(start, end))
  }

  /** Stretches that nothing covers. */
  open(): Span[] {
    return this.#stretches((at) => (this.hides(at) ? undefined : 'region'))
  }

  kept(): Span[] {
    return this.#stretches((at) =>
      this.#kept[at] !== undefined && this.#kept[at] !== 'name' && !this.hides(at) ? 'region' : undefined,
    )
  }

  #stretches(kindAt: (at: number) => CoverKind | undefined): Span[] {
    const spans: Span[] = []
    for (let at = 0; at < this.text.length; at++) {
      const kind = kindAt(at)
      if (kind === undefined) continue
      let end = at + 1
      while (end < this.text.length && kindAt(end) !== undefined) end++
      const piece = this.text.slice(at, end)
      const start = at + (piece.length - piece.trimStart().length)
      if (piece.trim() !== '') spans.push({ start, end: start + piece.trim().length, kind })
      at = end
    }
    return spans
  }
}

export type Row = { readonly lines: readonly Placed[]; readonly level: number; readonly height: number }

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Rows from top to bottom, the lines of each from left to right. */
export function layOut(seen: readonly ScreenLine[]): Row[] {
  const long = seen.filter(({ from, to, height }) => to.x - from.x > 4 * height)
  const slope = median(long.map(({ from, to }) => (to.y - from.y) / Math.max(1, to.x - from.x)))
  const lines = seen.map((line) => new Placed(line, slope)).sort((a, b) => a.level - b.level)
  const rows: Placed[][] = []
  for (const line of lines) {
    const row = rows.at(-1)
    const level = row ? row.reduce((sum, other) => sum + other.level, 0) / row.length : 0
    const height = row ? Math.min(line.height, ...row.map((other) => other.height)) : 0
    if (row && line.level - level < 0.45 * height) row.push(line)
    else rows.push([line])
  }
  for (const row of rows) {
    const tallest = Math.max(...row.map(({ height }) => height))
    for (const line of row) if (!/\p{Script=Han}/u.test(line.text)) line.print = Math.min(tallest, 1.5 * line.height)
  }
  return rows.map((row) => ({
    lines: row.toSorted((a, b) => a.from.x - b.from.x),
    level: row.reduce((sum, { level }) => sum + level, 0) / row.length,
    height: median(row.map(({ height }) => height)),
  }))
}
