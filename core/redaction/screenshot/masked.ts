// A value that was masked before the picture was taken and that the reader broke into pieces: 6222 | **** **** | 1234.
import type { Placed, Row } from './layout.ts'

/** Of the line's height: pieces of one value stand no farther apart. */
const FARTHEST = 1.6

const SIGNS = /[*＊•●·✱×米家]/g
const near = (a: Placed, b: Placed): boolean => b.from.x - a.to.x < FARTHEST * Math.max(a.height, b.height)
const short = ({ text }: Placed): boolean => /^[A-Za-z0-9*＊•●·✱×米家@. -]{1,24}$/.test(text.trim())

const CARD =
  /(?:visa|master ?card|amex|american express|unionpay|discover|jcb|银行|储蓄卡|信用卡|[·•.*]{2,})[^A-Za-z0-9]{0,9}$/i
const LAST_FOUR = /^[^A-Za-z0-9]{0,5}\d{4}[)\]]?$/
/** Dots between a card's name and its last digits that no reader saw. */
const DOTS = 6

/** Visa •••• | 1234: a card's name and its last four digits as two lines. */
export function keepCardsInPieces({ lines }: Row): void {
  lines.forEach((line, at) => {
    const card = lines[at - 1]
    if (!card || !LAST_FOUR.test(line.text.trim()) || !CARD.test(card.text.trim())) return
    if (line.from.x - card.to.x > DOTS * card.height) return
    line.keep([{ start: 0, end: line.text.length, kind: 'method' }])
    card.keep([{ start: 0, end: card.text.length, kind: 'method' }])
  })
}

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
