// Redeem codes of 32 hexadecimal digits, in one piece or split by spaces, dashes and lines; a UUID (8-4-4-4-12) is none.
import { gapBetween } from '../number-run.ts'
import type { Page } from '../page.ts'
import type { Found, Rule } from '../rule.ts'
import { isJoiner } from '../words.ts'

const LENGTH = 32
/** Pieces shorter than this occur in ordinary text (a, be, add, 50); split in twos it is a dump of bytes. */
const SHORTEST_PIECE = 4
const UUID = '8-4-4-4-12'

/** A picture or a file at an address is named so; a link that redeems is not left alone. */
const inFileName = (page: Page, start: number, end: number): boolean =>
  page.regionAt(start) === 'link' &&
  (/^[./][a-z0-9/]/i.test(page.text.slice(end, end + 2)) ||
    !/redeem|voucher|gift|cdk|code|card|key/i.test(page.text.slice(Math.max(0, start - 80), start)))

function hexFrom(index: number, page: Page): Found {
  if (page.parts.size(index) < SHORTEST_PIECE) return undefined
  const first = page.parts.at(index)
  if (!first?.hex) return undefined
  if (first.end - first.start < LENGTH && !page.parts.at(index + 1)?.hex) return undefined
  let length = 0
  let digits = 0
  let shape = ''
  for (let i = index, end = first.start; i < page.parts.length; i++) {
    const part = page.parts.at(i)
    if (!part?.hex) return undefined
    if (i > index) {
      const gap = gapBetween(page.codes, end, part.start)
      if (!gap || gap === 'comma' || gap === 'point' || gap === 'other') return undefined
    }
    const size = part.end - part.start
    length += size
    digits += part.digits
    shape += `${i > index ? '-' : ''}${size}`
    if (length > LENGTH || (size < SHORTEST_PIECE && length < LENGTH)) return undefined
    end = part.end
    if (length < LENGTH) continue
    if (shape === UUID || digits < 4 || digits === LENGTH || page.announced(first.start, 'hash')) return undefined
    if (isJoiner(page.unit(first.start - 1)) && i > index) return undefined
    if (inFileName(page, first.start, end)) return undefined
    return { kind: 'redeem_hex', start: first.start, end }
  }
  return undefined
}

export const redeemHex: Rule = {
  name: 'redeem code of 32 hex digits',
  kind: 'redeem_hex',
  clue: 'hex',
  part: hexFrom,
  cases: {
    hides: [
      '兑换码 [[9f86d081884c7d659a2feaa0c55ad015]] 无效',
      '[[9F86D081884C7D659A2FEAA0C55AD015]]',
      '[[9f86d081 884c7d65 9a2feaa0 c55ad015]]',
      '[[9f86d081884c7d65\n9a2feaa0c55ad015]]',
      '[[９ｆ８６ｄ０８１８８４ｃ７ｄ６５９ａ２ｆｅａａ０ｃ５５ａｄ０１５]]',
      'https://shop.example.com/redeem/[[9f86d081884c7d659a2feaa0c55ad015]]',
    ],
    leaves: [
      '9f86d081-884c-7d65-9a2f-eaa0c55ad015',
      'commit 9fceb02d0ae598e95dc970b74767f19372d61af8',
      'md5: 9f86d081884c7d659a2feaa0c55ad015',
      'https://cdn.example.com/a/9f86d081884c7d659a2feaa0c55ad015.png',
    ],
  },
}
