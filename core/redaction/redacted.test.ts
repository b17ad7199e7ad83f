// Text that may leave is made of text that may leave, of numbers, and of our own words.
import { expect, it } from 'vitest'
import { join, mask, mint, say } from './redacted.ts'

it.each([
  ['DZ20261120ABCDEFGHJKMN', '****JKMN'],
  ['7K2Q', '****7K2Q'],
  ['', '****'],
])('the mask of %j is %s', (identifier, masked) => expect(mask(identifier)).toBe(masked))

it('a sentence is joined in order, also where it begins or ends with a value', () => {
  expect(say`${mask('ABCDEF')} paid ${5000} fen, ${12n}`).toBe('****CDEF paid 5000 fen, 12')
  expect(say``).toBe('')
  expect(say`no value`).toBe('no value')
})

it('a plain string does not compile into a sentence', () => {
  const typed: string = 'anything'
  // @ts-expect-error only redacted text, numbers and our own words may be said
  say`you wrote ${typed}`
  // @ts-expect-error nor may it be joined
  join([typed], ' ')
  expect(join([mint('a'), mint('b')], '\n')).toBe('a\nb')
})
