// What runs over the end of a line within one cell: the rest of a secret is covered, a broken date or amount stays.
import type { Cell } from './cells.ts'
import { keptIn } from './keep.ts'
import type { Placed } from './layout.ts'
import { toldNamesIn } from './told-names.ts'

const TOKEN_START = /^[A-Za-z0-9_+/=@.-]+/
const TOKEN_END = /[A-Za-z0-9_+/=-]+$/
/** The country before a phone number: +1 | 077-094-1272. */
const COUNTRY = /^\+\d{1,3}$/
const PLACE = /^[\p{L}\d -]{0,40}?\d{1,6}\s?(?:号|室|栋|幢|楼|层|单元|座|號|樓)/u

/** A token that is no word of a sentence. */
const odd = (token: string): boolean =>
  /\d/.test(token) || /[a-z][A-Z]|[A-Z]{3}/.test(token) || /[_=@/+]/.test(token) || token.length >= 10

/** An address that the text rules saw the beginning of goes on to the end of the line, and on the next one. */
function address(line: Placed, next: Placed): void {
  let end = line.text.length
  while (end > 0 && line.markAt(end - 1) !== 'address') end--
  const rest = line.text.slice(end).trimEnd()
  if (end === 0 || !/^[\p{L}\d-]{0,14}$/u.test(rest) || next.label) return
  const place = PLACE.exec(next.text)?.[0]
  if (!place && next.markAt(0) !== 'address') return
  line.mark(end, line.text.length, 'address')
  if (place) next.mark(0, place.length, 'address')
}

/** Paul | King is pending: a name that broke between given and family name. */
function name(line: Placed, next: Placed): void {
  const end = line.text.trimEnd().length
  const first = /(?:^|\s)(\p{Lu}[\p{Script=Latin}'’-]+)$/u.exec(line.text.slice(0, end))?.[1]
  if (
    !first ||
    end === first.length ||
    line.label ||
    line.markAt(end - 1) !== 'person' ||
    !line.hides(end - 1) ||
    next.label
  )
    return
  const alone = line.markAt(end - first.length - 2) !== 'person'
  const rest = alone ? /^\p{Lu}\p{Ll}+(?=\s\p{Ll}|[.,]|\s*$)/u.exec(next.text)?.[0] : undefined
  if (rest && next.keptAt(0) === undefined) next.mark(0, rest.length, 'person')
}

/** 向曾 | 天佑转账: a name that a sentence tells, broken over two lines. */
function toldName(line: Placed, next: Placed): void {
  const head = line.text.trimEnd()
  for (const { start, end } of toldNamesIn(head + next.text)) {
    if (start >= head.length || end <= head.length) continue
    line.mark(start, head.length, 'person')
    next.mark(0, end - head.length, 'person')
  }
}

function down(line: Placed, next: Placed): void {
  address(line, next)
  name(line, next)
  toldName(line, next)
  const end = line.text.trimEnd().length
  if (end === 0 || !line.hides(end - 1) || next.label) return
  const head = TOKEN_START.exec(next.text)?.[0]
  if (!head || next.keptAt(0) !== undefined) return
  if (odd(head) || head.length === next.text.trim().length) next.mark(0, head.length, 'long_token')
}

function up(line: Placed, next: Placed): void {
  const tail = TOKEN_END.exec(line.text.trimEnd())
  if (!tail || !next.hides(0) || next.label || line.keptAt(tail.index) !== undefined) return
  const glued = tail[0].endsWith('-') || COUNTRY.test(tail[0]) || (tail[0].length >= 4 && odd(tail[0]))
  if (glued && TOKEN_START.test(next.text)) line.mark(tail.index, tail.index + tail[0].length, 'long_token')
}

const pairs = (cells: readonly Cell[]): (readonly [Placed, Placed])[] =>
  cells.flatMap(({ lines }) => lines.slice(1).map((next, at) => [lines[at] as Placed, next] as const))

/** Goes down each cell for the ends of values, then up for their beginnings. */
export function flowing(cells: readonly Cell[]): void {
  const all = pairs(cells)
  for (const [line, next] of all) down(line, next)
  for (const [line, next] of all.toReversed()) up(line, next)
}

const WRAPPING = new Set(['amount', 'time', 'method', 'masked', 'status'])

/** Keeps what only the two halves together show to be harmless: 2026-07-23 1 | 4:32:30. */
export function keepBroken(cells: readonly Cell[]): void {
  for (const [line, next] of pairs(cells)) {
    const head = line.text.trimEnd()
    for (const between of ['', ' ']) {
      const border = head.length + between.length
      for (const { start, end, kind } of keptIn(head + between + next.text)) {
        if (!WRAPPING.has(kind) || start >= head.length || end <= border) continue
        line.keep([{ start, end: head.length, kind }])
        next.keep([{ start: 0, end: end - border, kind }])
      }
    }
  }
}
