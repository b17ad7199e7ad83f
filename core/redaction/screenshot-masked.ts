// A value that was masked before the picture was taken and that the reader broke into pieces: 6222 | **** **** | 1234.
import type { Placed, Row } from './screenshot-layout.ts'

/** Of the line's height: pieces of one value stand no farther apart. */
const FARTHEST = 1.6

const SIGNS = /[*＊•●·✱×米家]/g
const near = (a: Placed, b: Placed): boolean => b.from.x - a.to.x < FARTHEST * Math.max(a.height, b.height)
const short = ({ text }: Placed): boolean => /^[A-Za-z0-9*＊•●·✱×米家@. -]{1,24}$/.test(text.trim())

/** Neighbours on one row that are a masked value only together. */
export function keepMaskedInPieces({ lines }: Row): void {
  for (let start = 0; start < lines.length; start++) {
    let end = start
    for (let next = lines[end]; next && short(next); next = lines[end]) {
      const before = lines[end - 1]
      if (end > start && !(before && near(before, next))) break
      end++
    }
    const pieces = lines.slice(start, end)
    const text = pieces.map((piece) => piece.text).join('')
    const [signs, others] = [text.match(SIGNS)?.length ?? 0, text.replace(/[^A-Za-z0-9]/g, '').length]
    if (
      pieces.length < 2 ||
      signs < 3 ||
      (others > 9 && !/^[A-Za-z0-9.]{1,3}[*＊•●·]{2,}@[A-Za-z0-9.-]{4,24}$/.test(text))
    )
      continue
    for (const piece of pieces) piece.keep([{ start: 0, end: piece.text.length, kind: 'masked' }])
    start = end
  }
}
