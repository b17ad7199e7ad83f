// The marks are quick and miss nothing: wherever a pattern finds something, its mark was seen.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Mark, marksOf } from './marks.ts'

const slow: { readonly [mark in Mark]: RegExp } = {
  at: /@/,
  DZ: /dz/i,
  digits: /\d(?:[ -]?\d){10}/,
  long: /[\w-]{18}/,
  groups: /(?<![\w-])[0-9A-Za-z]{5}(?:[- ]?[0-9A-Za-z]{5}){3}(?![\w-])/,
}
const pieces = fc.constantFrom(
  ...[
    'ABCDE',
    'fghjk',
    '12345',
    '1',
    '23',
    ' ',
    '-',
    '_',
    '@',
    'd',
    'Z',
    'DZ',
    'word',
    '中',
    '"',
    '\u00e9',
    'x1y2z3',
    '',
  ],
)

it('every text with a find has its mark', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const text = parts.join('')
      const marks = marksOf(text)
      for (const [mark, pattern] of Object.entries(slow) as [Mark, RegExp][]) {
        if (!pattern.test(text)) continue
        seen.add(mark)
        expect(marks[mark], `${mark}: ${text}`).toBe(true)
      }
    }),
    { numRuns: 20_000, seed: 6 },
  )
  expect([...seen].toSorted()).toEqual(Object.keys(slow).toSorted())
})

it.each(['ABCDE-FGHJK-MNPQR-STVWX', 'ABCDE FGHJK MNPQR STVWX', 'ABCDEFGHJKMNPQRSTVWX', 'ABCDEFGHJK MNPQR-STVWX'])(
  '%s is four groups',
  (text) => expect(marksOf(`"${text}"`).groups).toBe(true),
)

it('an ordinary answer has no mark', () => {
  const text = '{"found":true,"order":{"ref_masked":"****7K2M","amount":"¥100","paid_at":"2026-11-19T00:12+08:00"}}'
  expect(marksOf(text)).toEqual({ at: false, DZ: false, digits: false, long: false, groups: false })
})
