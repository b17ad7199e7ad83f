// Credit is spent first in, first out, to the unit.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { instantOf } from '../kit/clock.ts'
import { type Credit, credit } from '../kit/money.ts'
import { type Lot, takeFirstInFirstOut } from './lot.ts'

const lots = (...remaining: readonly number[]): readonly Lot[] =>
  remaining.map((left, index) => ({
    id: `lot${index}`,
    accountId: 'alice',
    source: 'order',
    sourceId: `o${index}`,
    granted: credit(1_000n),
    remaining: credit(BigInt(left)),
    at: instantOf(index),
  }))
const taken = (from: readonly Lot[], amount: bigint) =>
  takeFirstInFirstOut(from, amount as Credit)?.map(({ lotId, units }) => [lotId, Number(units)])

it.each([
  ['a part of the first', 4n, [['lot0', 4]]],
  ['all of the first and nothing of the second', 10n, [['lot0', 10]]],
  [
    'the first, then a part of the second',
    11n,
    [
      ['lot0', 10],
      ['lot1', 1],
    ],
  ],
  [
    'over an empty one',
    16n,
    [
      ['lot0', 10],
      ['lot1', 5],
      ['lot3', 1],
    ],
  ],
  [
    'everything',
    22n,
    [
      ['lot0', 10],
      ['lot1', 5],
      ['lot3', 7],
    ],
  ],
  ['nothing', 0n, []],
])('takes %s', (_, amount, expected) => expect(taken(lots(10, 5, 0, 7), amount)).toEqual(expected))

it('takes nothing where one unit is missing', () => expect(taken(lots(10, 5, 0, 7), 23n)).toBeUndefined())

it('takes exactly what was asked, and no newer lot before an older one is empty', () => {
  const some = fc.array(fc.nat({ max: 50 }), { maxLength: 8 })
  fc.assert(
    fc.property(some, fc.nat({ max: 200 }), (remaining, amount) => {
      const have = remaining.reduce((sum, left) => sum + left, 0)
      const result = taken(lots(...remaining), BigInt(amount))
      if (amount > have) return void expect(result).toBeUndefined()
      const used = remaining.map((_, index) => Number(result?.find(([id]) => id === `lot${index}`)?.[1] ?? 0))
      expect(used.reduce((sum, part) => sum + part, 0)).toBe(amount)
      const last = used.findLastIndex((part) => part > 0)
      expect(used.slice(0, Math.max(0, last))).toEqual(remaining.slice(0, Math.max(0, last)))
      return undefined
    }),
  )
})
