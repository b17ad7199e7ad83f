// A tax id is taken as the standard has it, so that an invoice does not come back from the tax office.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCreditCode, parseTaxId } from './invoice.ts'

/** The example of GB 32100-2015, and codes that companies print on their own pages. */
const published = [
  '91350100M000100Y43',
  '9144030071526726XG',
  '914403001922038216',
  '91110000802100433B',
  '91110108551385082Q',
  '91330100799655058B',
  '91310000132200821H',
]
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

describe('the check character of a unified social credit code', () => {
  it.each(published)('holds for %s', (code) => expect(isCreditCode(code)).toBe(true))

  it('catches every single wrong character of every example', () => {
    for (const code of published) {
      for (let at = 0; at < 18; at++) {
        for (const character of ALPHABET) {
          const wrong = code.slice(0, at) + character + code.slice(at + 1)
          expect(isCreditCode(wrong), wrong).toBe(wrong === code)
        }
      }
    }
  })

  it('is one of 31 for any body', () => {
    const body = fc.array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(body, (text) => {
        expect([...ALPHABET].filter((character) => isCreditCode(text + character))).toHaveLength(1)
      }),
    )
  })

  it.each(['I', 'O', 'S', 'V', 'Z'])('never takes a code with the letter %s', (letter) =>
    expect(isCreditCode(`9135010${letter}M000100Y43`.slice(0, 18))).toBe(false),
  )
})

describe('a tax id that somebody typed', () => {
  it.each([
    ['91350100M000100Y43', '91350100M000100Y43'],
    ['91350100m000100y43', '91350100M000100Y43'],
    [' 9135 0100-M000 100Y43 ', '91350100M000100Y43'],
    ['９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'],
    ['440301192203821', '440301192203821'],
    ['44030119220382144030', '44030119220382144030'],
  ])('%j is taken as %s', (typed, id) => {
    expect(parseTaxId(typed, 'vat-special')).toBe(id)
    expect(parseTaxId(typed, 'ordinary')).toBe(id)
  })

  it.each(['91350100M000100Y44', '4403011922038', '44030119220382', '9135010', '税号123456789012', 'x'.repeat(21)])(
    '%j is refused',
    (typed) => expect(parseTaxId(typed, 'ordinary')).toBeUndefined(),
  )

  it('may be missing on an ordinary invoice, never on a special one', () => {
    expect(parseTaxId(' ', 'ordinary')).toBeNull()
    expect(parseTaxId(' ', 'vat-special')).toBeUndefined()
  })
})
