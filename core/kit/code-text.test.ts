// A redeem code survives the way people copy it, and one wrong character never passes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCharacter, newCode, readCode, showCode } from './code-text.ts'
import { CROCKFORD, countedIds, randomIds } from './ids.ts'

const code = fc
  .array(fc.constantFrom(...CROCKFORD), { minLength: 19, maxLength: 19 })
  .map((body) => body.join('') + checkCharacter(body.join('')))
const place = fc.nat({ max: 19 })
const other = fc.constantFrom(...CROCKFORD)
const put = (text: string, at: number, character: string): string => text.slice(0, at) + character + text.slice(at + 1)
const read = (text: string): string | undefined => {
  const result = readCode(text)
  return result.kind === 'code' ? result.normalised : undefined
}

describe('the check character', () => {
  it('lets every right code through', () => {
    fc.assert(fc.property(code, (text) => void expect(read(showCode(text))).toBe(text)))
  })

  it('catches every single wrong character, at every place', () => {
    fc.assert(
      fc.property(code, place, other, (text, at, character) => {
        fc.pre(text[at] !== character)
        expect(read(put(text, at, character))).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
    const one = newCode(countedIds(7))
    for (let at = 0; at < 20; at++) {
      for (const character of CROCKFORD) {
        expect(read(put(one, at, character))).toBe(character === one[at] ? one : undefined)
      }
    }
  })

  it('catches swapped neighbours but for the one pair that the method cannot tell apart', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 18 }), (text, at) => {
        const [a = '', b = ''] = [text[at], text[at + 1]]
        const pair = [a, b].sort().join('')
        fc.pre(a !== b && pair !== '0Z')
        expect(read(put(put(text, at, b), at + 1, a))).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a code as people type it', () => {
  const one = newCode(countedIds(3))
  const shown = showCode(one)
  const wide = [...shown].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('')

  it('is shown in four groups of five', () => expect(shown).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/))

  it.each([
    ['lower case', shown.toLowerCase()],
    ['spaces', shown.replaceAll('-', ' ')],
    ['no groups', one],
    ['other dashes', shown.replaceAll('-', '–')],
    ['a minus', shown.replaceAll('-', '−')],
    ['underscores', shown.replaceAll('-', '_')],
    ['full width', wide],
    ['ideographic spaces', shown.replaceAll('-', '\u3000')],
    ['invisible characters', `\u200b${shown}\ufeff`],
    ['line breaks around it', `\n ${shown}\r\n`],
  ])('is read with %s', (_, text) => expect(read(text)).toBe(one))

  it('O is read as 0, I and L as 1', () => {
    const body = '0101010101010101010'
    const right = body + checkCharacter(body)
    expect(read(right)).toBe(right)
    for (const [zero, ones] of [
      ['O', 'I'],
      ['o', 'l'],
      ['0', 'L'],
    ] as const) {
      expect(read(right.slice(0, 19).replaceAll('0', zero).replaceAll('1', ones) + right.slice(19))).toBe(right)
    }
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' - - '],
    ['a word', 'hello'],
    ['one character short', one.slice(1)],
    ['one too many', `${one}0`],
    ['a letter that is not in the alphabet', put(one, 4, 'U')],
    ['a sentence around it', `我的兑换码是 ${shown}`],
  ])('is malformed: %s', (_, text) => expect(readCode(text)).toEqual({ kind: 'malformed', looksLike: 'nothing' }))
})

describe('an API key where a code was asked for', () => {
  const tail = 'a1B2c3D4e5F6g7H8i9J0'
  it.each([
    `sk-${tail}`,
    `sk-proj-${tail}`,
    `AIza${tail}`,
    `ghp_${tail}`,
    `xai-${tail}`,
    `Bearer ${tail}`,
    `my key: sk-${tail}`,
  ])('is told from a code: %s', (text) => expect(readCode(text)).toEqual({ kind: 'malformed', looksLike: 'api-key' }))

  it('in full width too', () => {
    expect(readCode('ｓｋ－ａｂｃｄｅｆｇｈｉｊｋｌ')).toEqual({ kind: 'malformed', looksLike: 'api-key' })
  })

  it.each(['risk-management', 'ask-me-anything-now', 'task-20261121abcdef'])('%s is no key', (text) =>
    expect(readCode(text)).toEqual({ kind: 'malformed', looksLike: 'nothing' }),
  )
})

it('new codes differ', () => {
  expect(new Set(Array.from({ length: 2_000 }, () => newCode(randomIds))).size).toBe(2_000)
})
