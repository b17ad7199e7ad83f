// Which parts of a screenshot must be covered and what may be read out: lines of text with their places in, boxes out.
import type { Kind } from '../kinds.ts'
import { Raw } from '../raw.ts'
import { makeRedactor, NO_LIMITS } from '../redact.ts'
import { boxesOf, type Earlier, NOTHING_EARLIER, yielding } from './boxes.ts'
import { type Cell, cellsOf } from './cells.ts'
import { splitColumns } from './columns.ts'
import { fieldsOf } from './fields.ts'
import { flowing, keepBroken } from './flow.ts'
import { keptIn } from './keep.ts'
import { layOut, type Placed, type Row } from './layout.ts'
import { keepCardsInPieces, keepMaskedInPieces } from './masked.ts'
import { namesAgain, namesBesideNumbers } from './people.ts'
import type { ScreenFields } from './screen-fields.ts'
import { coverStrangers } from './strangers.ts'
import { deniedIn } from './tokens.ts'
import { announcedValues, readLabels } from './values.ts'

export type Point = { readonly x: number; readonly y: number }

/** A line of text as a reader saw it, level or slightly turned. Foreign text: it never leaves the reader's process. */
export type ScreenLine = {
  readonly text: string
  /** How sure the reader is, 0 to 1. */
  readonly confidence: number
  /** Where each UTF-16 unit begins as a share of the way from `from` to `to`, and where the last ends. */
  readonly edges: readonly number[]
  /** The middle of the line's left and right end, in pixels of the picture. */
  readonly from: Point
  readonly to: Point
  readonly height: number
}

export type CoverKind = Kind | 'qr' | 'barcode' | 'region'
export type Cover = {
  readonly kind: CoverKind
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export type ScreenVerdict = {
  readonly covers: readonly Cover[]
  readonly fields: ScreenFields
  /** Places of what was recognised as safe: amounts, times, statuses, methods. */
  readonly kept: readonly Cover[]
  /** Places of lines that were read well and stay open. */
  readonly open: readonly Cover[]
  /** A label, an amount or the like was recognised: somebody could say what the page is. */
  readonly understood: boolean
  /** Mean over the characters. */
  readonly confidence: number
}

const redactor = makeRedactor({ limits: NO_LIMITS })
/** Below this a line is not read but guessed. */
const GUESSED = 0.7
/** Above this the first reader is believed rather than the proof reader. */
const WELL = 0.9

/** What a proof reader makes of an icon or an edge: unsure, or far taller than the page's lines, and nothing of weight in it. */
function blurred({ text, confidence, height }: ScreenLine, seen: readonly ScreenLine[]): boolean {
  const heights = seen.map((line) => line.height).toSorted((a, b) => a - b)
  const usual = heights[heights.length >> 1] ?? height
  return (confidence < 0.5 || height > 2.2 * usual) && text.replace(/\D/g, '').length < 4
}

/** A currency sign in small print and its amount in large: two lines for a reader, one amount for people. */
function keepSplitAmounts({ lines }: Row): void {
  lines.forEach((line, index) => {
    const [before, after] = [lines[index - 1], lines[index + 1]]
    const close = (a: Placed, b: Placed): boolean => b.from.x - a.to.x < 1.5 * Math.max(a.height, b.height)
    const signed =
      (before && /^[-+]?[¥$€£Y]$/.test(before.text.trim()) && close(before, line)) ||
      (after && /^元/.test(after.text) && close(line, after))
    const end = line.text.length
    if (signed && /^\d{1,3}(?:[,.]?\d{3}){0,2}(?:\.\d{1,2})?$/.test(line.text))
      line.keep([{ start: 0, end, kind: 'amount' }])
  })
}

/** What the text rules find when the page is read cell by cell, those of one height after each other. */
function markFinds(cells: readonly Cell[]): void {
  let text = ''
  const places: { readonly line: Placed; readonly at: number }[] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (const cell of cells.toSorted((a, b) =>
    Math.abs(a.middle - b.middle) < 0.45 * Math.min(a.height, b.height) ? a.left - b.left : a.middle - b.middle,
  )) {
    text += text === '' ? '' : cell.top < bottom ? '  ' : '\n'
    bottom = Math.max(bottom, cell.bottom - 0.5 * cell.height)
    for (const [index, line] of cell.lines.entries()) {
      if (index > 0) text += /[\u2e80-\uffef]/.test(`${text.at(-1)}${line.text[0]}`) ? '' : '\n'
      places.push({ line, at: text.length })
      text += line.text
    }
  }
  const { finds, withheld } = redactor.redact(new Raw(text))
  if (withheld) for (const { line } of places) line.mark(0, line.text.length, 'long_token')
  for (const { kind, start, end } of finds) {
    for (const { line, at } of places) {
      if (at < end && start < at + line.text.length) {
        line.mark(Math.max(0, start - at), Math.min(line.text.length, end - at), kind)
      }
    }
  }
}

/**
 * Reads a page. `strict` covers everything but recognised amounts, times, statuses and methods: for pages that were
 * read badly. `earlier` is set for a proof reading: it knows what a better reading found, and does not mind lines that
 * it can hardly read.
 */
export function readScreen(
  seen: readonly ScreenLine[],
  { strict = false, earlier }: { readonly strict?: boolean; readonly earlier?: Earlier } = {},
): ScreenVerdict {
  const rows = layOut(splitColumns(seen.filter((line) => line.text.trim() !== '' && !(earlier && blurred(line, seen)))))
  const lines = rows.flatMap((row) => row.lines)
  for (const line of lines) line.keep(keptIn(line.text))
  for (const row of rows) {
    keepSplitAmounts(row)
    keepMaskedInPieces(row)
    keepCardsInPieces(row)
  }
  readLabels(rows)
  const cells = cellsOf(rows)
  keepBroken(cells)
  const labels = announcedValues(cells)
  markFinds(cells)
  for (const line of lines) {
    for (const { start, end, kind } of deniedIn(line.text)) line.mark(start, end, kind)
    if (strict || (!earlier && line.confidence < GUESSED && line.text.trim().length > 1))
      line.mark(0, line.text.length, 'region')
  }
  namesBesideNumbers(rows)
  lines.forEach(coverStrangers)
  namesAgain(lines)
  flowing(cells)
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0)
  const kept = lines.flatMap((line) => boxesOf(line, line.kept(), NOTHING_EARLIER))
  const covers = lines.flatMap((line) => boxesOf(line, line.covered(), earlier ?? NOTHING_EARLIER))
  return {
    covers: yielding(covers, kept),
    kept,
    open: lines.flatMap((line) => (line.confidence > WELL ? boxesOf(line, line.open(), NOTHING_EARLIER) : [])),
    fields: fieldsOf(rows),
    understood: labels > 0 || lines.some((line) => line.kept().length > 0),
    confidence:
      characters > 0 ? lines.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / characters : 0,
  }
}
