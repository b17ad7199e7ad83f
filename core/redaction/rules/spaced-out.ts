// Keys, codes and order numbers written with a space or a sign between all their characters: s k - A b 3 …
import { isAlnum, SignSet } from '../glyphs.ts'
import type { Kind } from '../kinds.ts'
import type { Page } from '../page.ts'
import type { Found, Rule } from '../rule.ts'

const SHORTEST = 12
/** So much of a run is looked at; the rest of the run belongs to it. */
const LOOKED_AT = 200

/** What the characters must be when they are put together. */
const SHAPES: readonly (readonly [RegExp, Kind])[] = [
  [/^(?=.*\d)(?:sk-?|gsk_?|xai-?|ghp_?|AIza|AKIA)[A-Za-z0-9_-]{12,}/i, 'api_key'],
  [/^DZ20\d{6}[0-9A-Z]{12}/i, 'order_no'],
  [/^[0-9a-f]{32}$/i, 'redeem_hex'],
  [/^(?=.*\d)(?=.*[A-Z])(?:[0-9A-Z]{4}-?){4}$|^(?=.*\d)(?=.*[A-Z])(?:[0-9A-Z]{5}-?){4}$/i, 'redeem_code'],
]

const GAPS = new SignSet(' ._-')

/** Index of the next character of a spaced-out run behind `at`, or -1. */
function step(page: Page, at: number): number {
  let to = at + 1
  while (to - at <= 3 && GAPS.has(page.unit(to))) to++
  const lone = to > at + 1 && isAlnum(page.unit(to)) && !isAlnum(page.unit(to + 1))
  return lone ? to : -1
}

export const spacedOut: Rule = {
  name: 'spaced-out token',
  kind: 'api_key',
  clue: 'lone',
  part: (index, page): Found => {
    const { parts } = page
    if (parts.size(index) !== 1) return undefined
    const start = parts.start(index)
    if (parts.size(index - 1) === 1 && step(page, parts.start(index - 1)) === start) return undefined
    let text = ''
    let end = start
    for (let at = start; at >= 0; at = step(page, at)) {
      const dash = page.slice(end, at).match(/ [-_] /) ? '-' : ''
      if (text.length < LOOKED_AT) text += (text === '' ? '' : dash) + page.text[at]
      end = at + 1
    }
    if (text.length < SHORTEST || /^\d+$/.test(text)) return undefined
    const shape = SHAPES.find(([pattern]) => pattern.test(text))
    if (!shape) return undefined
    const tail = text.replace(/[^A-Za-z0-9]/g, '').slice(-4)
    return { kind: shape[1], start, end, shown: `****${tail}` }
  },
  cases: {
    hides: ['我的key [[s k - a b c d 1 2 3 4 e f g h 5 6 7 8]]', '[[s.k.-.A.b.3.d.E.f.6.h.I.j.9.k.L.m.N.2]]'],
    leaves: ['a b c d e f g h i j k l m n', 'A / B / C 1 2 3'],
  },
}
