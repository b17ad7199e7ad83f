// From characters to pixels: the boxes that cover a stretch of a line, padded, in steps where the line is turned.

import type { Placed, Span } from './layout.ts'
import type { Cover } from './screen.ts'

/** Of the line's height. */
const PADDING = 0.15
/** The last character's place is known least exactly. */
const PADDING_ALONG = 0.22
/** Letters of which only the strokes are seen, not how high their line is. */
const SHORT = 3

const inside = (box: Cover, known: readonly Cover[]): boolean =>
  known.some((safe) => {
    const w = Math.min(box.x + box.w, safe.x + safe.w) - Math.max(box.x, safe.x)
    const h = Math.min(box.y + box.h, safe.y + safe.h) - Math.max(box.y, safe.y)
    return w > 0 && h > 0 && w * h > 0.55 * box.w * box.h
  })

/** What an earlier reading says of the page: places that are safe, and places that it read well and left open. */
export type Earlier = { readonly safe: readonly Cover[]; readonly open: readonly Cover[] }
export const NOTHING_EARLIER: Earlier = { safe: [], open: [] }

/** What of a box lies left and right of places that a better reading knows to be safe: only that is painted. */
function beside(box: Cover, safe: readonly Cover[]): Cover[] {
  let pieces = [box]
  for (const { x, y, w, h } of safe) {
    pieces = pieces.flatMap((piece) => {
      const high = Math.min(piece.y + piece.h, y + h) - Math.max(piece.y, y)
      if (high < 0.4 * Math.min(h, piece.h) || piece.x >= x + w || piece.x + piece.w <= x) return [piece]
      return [
        { ...piece, w: x - piece.x },
        { ...piece, x: x + w, w: piece.x + piece.w - x - w },
      ].filter((rest) => rest.w > 0.4 * piece.h)
    })
  }
  return pieces
}

/** Of a cover's height: how much of its padding it gives up where a line beside it stands closer than that. */
const YIELDS = 0.16

/** Covers without the padding that would cut into kept places above or below; a line's own height stays covered. */
export function yielding(covers: readonly Cover[], kept: readonly Cover[]): Cover[] {
  return covers.map((cover) => {
    const [middle, most] = [cover.y + cover.h / 2, YIELDS * cover.h]
    let [top, bottom] = [cover.y, cover.y + cover.h]
    for (const { x, y, w, h } of kept) {
      if (x >= cover.x + cover.w || x + w <= cover.x) continue
      if (y + h / 2 < middle) top = Math.max(top, Math.min(y + h, cover.y + most))
      else bottom = Math.min(bottom, Math.max(y, cover.y + cover.h - most))
    }
    return { ...cover, y: top, h: bottom - top }
  })
}

/** Too little to be a secret by itself: it was covered for what stands beside it, or for a misread letter. */
const weak = (text: string): boolean => (text.match(/\d/g)?.length ?? 0) < 4 && !/@|[\x21-\x7e]{10}/.test(text)

/** Boxes of the stretches; one that an earlier, better reading explains is left out. */
export function boxesOf(line: Placed, spans: readonly Span[], earlier: Earlier): Cover[] {
  const { from, to, edges } = line
  const height = line.text.length <= SHORT ? line.print : line.height
  const length = Math.max(1, to.x - from.x)
  const slope = (to.y - from.y) / length
  return spans.flatMap(({ start, end, kind }) => {
    const beyond = (at: number, step: number): number => (line.text[at] === ' ' ? at + step : at)
    const pad = (at: number): number => (line.keptAt(at) === undefined ? PADDING_ALONG : 0.04) * height
    const left = from.x + length * (edges[start] ?? 0) - pad(beyond(start - 1, -1))
    const right = from.x + length * (edges[end] ?? 1) + pad(beyond(end, 1))
    const steps = Math.max(1, Math.ceil((Math.abs(slope) * (right - left)) / (0.2 * height)))
    const w = (right - left) / steps
    const boxes = Array.from({ length: steps }, (_, step): Cover => {
      const x = left + step * w
      const middle = from.y + slope * (x + w / 2 - from.x)
      const h = height * (1 + 2 * PADDING) + Math.abs(slope) * w
      return { kind, x, y: middle - h / 2, w, h }
    })
    const places = weak(line.text.slice(start, end)) ? [...earlier.safe, ...earlier.open] : earlier.safe
    return boxes.every((box) => inside({ ...box, h: height, y: box.y + (box.h - height) / 2 }, places))
      ? []
      : boxes.flatMap((box) => beside(box, earlier.safe))
  })
}
