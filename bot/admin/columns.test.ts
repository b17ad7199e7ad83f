// Columns as an operator reads them.
import { expect, it } from 'vitest'
import { aligned } from './columns.ts'

it('columns stand below each other, also behind Chinese text', () => {
  expect(
    aligned([
      ['a1', '张***', '¥50'],
      ['a2', 'Lily***', '¥5'],
    ]),
  ).toEqual(['a1  张***    ¥50', 'a2  Lily***  ¥5'])
})

it('an empty cell is a dash, so that columns can be counted', () => {
  expect(aligned([['a1', '', 'x']])).toEqual(['a1  -  x'])
})

it('a text cannot break a line, move the cursor or turn the writing around', () => {
  const [line] = aligned([['a1', 'x\u001b[2Jy\nz\u202etxt\u2028']])
  expect(line).toBe('a1  x [2Jy z txt')
})
