// Redeem codes of 32 hexadecimal digits, in one piece or split by spaces, dashes and lines; a UUID (8-4-4-4-12) is none.
import { gapBetween } from '../number-run.ts'
import type { Page } from '../page.ts'
import type { Found, Rule } from '../rule.ts'
import { HEX } from '../units.ts'
import { isJoiner } from '../words.ts'

const LENGTH = 32
/** Pieces shorter than this occur in ordinary text (a, be, add, 50); split in twos it is a dump of bytes. */
const SHORTEST_PIECE = 4
const UUID = [8, 4, 4, 4, 12]

/** A picture or a file at an address is named so; a link that redeems is not left alone. */
const inFileName = (page: Page, start: number, end: number): boolean =>
  page.regionAt(start) === 'link' &&
  (/^[./][a-z0-9/]/i.test(page.slice(end, end + 2)) ||
    !/redeem|voucher|gift|cdk|code|card|key/i.test(page.slice(Math.max(0, start - 80), start)))

function hexFrom(index: number, page: Page): Found {
  const { parts } = page
  const isHex = (part: number): boolean => (parts.kind(part) & HEX) !== 0
  if (parts.size(index) < SHORTEST_PIECE || !isHex(index)) return undefined
  if (parts.size(index) < LENGTH && !isHex(index + 1)) return undefined
  const start = parts.start(index)
  let length = 0
  for (let i = index; i < parts.length; i++) {
    if (!isHex(i)) return undefined
    if (i > index) {
      const gap = gapBetween(page.codes, parts.end(i - 1), parts.start(i))
      if (!gap || gap === 'comma' || gap === 'point' || gap === 'other') return undefined
    }
    const size = parts.size(i)
    length += size
    if (length > LENGTH || (size < SHORTEST_PIECE && length < LENGTH)) return undefined
    if (length < LENGTH) continue
    const end = parts.end(i)
    const digits = page.slice(start, end).replace(/\D/g, '').length
    const uuid = i - index === UUID.length - 1 && UUID.every((each, piece) => parts.size(index + piece) === each)
    if (uuid || digits < 4 || digits === LENGTH || page.announced(start, 'hash')) return undefined
    if (isJoiner(page.unit(start - 1)) && i > index) return undefined
    if (inFileName(page, start, end)) return undefined
    return { kind: 'redeem_hex', start, end }
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
