// Amounts are read and rounded exactly, whatever a float would make of them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvariantError } from './invariant.ts'
import { credit, creditFor, fen, fenFor, fenOfYuan, MAX_AMOUNT, parseYuan, showYuan } from './money.ts'

const cents = fc.bigInt({ min: 1n - 10n ** 15n, max: 10n ** 15n - 1n }).map(fen)

describe('an amount that somebody wrote', () => {
  it.each([
    ['50', 5000n],
    [50, 5000n],
    [49.9, 4990n],
    ['49.90', 4990n],
    ['0.01', 1n],
    [0.29, 29n],
    [1.1, 110n],
    [4.35, 435n],
    ['-3.5', -350n],
    ['0', 0n],
    ['10000', 1_000_000n],
  ])('%j is %d fen', (text, amount) => expect(parseYuan(text)).toBe(amount))

  it.each([
    ...['', ' ', '50 ', '1,000', '1.005', '1.', '.5', '5e3', '+5', '--5', '¥5', '５０', 'NaN', '12345678901234'],
    ...[Number.NaN, Number.POSITIVE_INFINITY, 0.1 + 0.2, 1e21],
  ])('%j is no amount', (text) => expect(parseYuan(text)).toBeUndefined())

  it('reads every amount back that we show', () => {
    fc.assert(fc.property(cents, (amount) => void expect(parseYuan(showYuan(amount).replace('¥', ''))).toBe(amount)))
  })
})

it.each([
  [5000n, '¥50'],
  [4990n, '¥49.90'],
  [1n, '¥0.01'],
  [0n, '¥0'],
  [-350n, '-¥3.50'],
])('%d fen are shown as %s', (amount, shown) => expect(showYuan(fen(amount))).toBe(shown))

describe('credit and money', () => {
  it('fifty yuan buy 25,000,000 units at the default rate', () =>
    expect(creditFor(fenOfYuan(50), 500_000)).toBe(25_000_000n))

  it.each([
    [4_999n, 0n],
    [5_000n, 1n],
    [9_999n, 1n],
    [24_999_999n, 4_999n],
  ])('%d units are worth %d fen: rounded down, never up', (units, worth) =>
    expect(fenFor(credit(units), 500_000)).toBe(worth),
  )

  it('what money buys is never worth more than the money', () => {
    const rates = fc.integer({ min: 1, max: 1_000_000_000 })
    const paid = fc.bigInt({ min: 0n, max: 1_000_000n }).map(fen)
    fc.assert(
      fc.property(paid, rates, (amount, rate) => {
        const back = fenFor(creditFor(amount, rate), rate)
        expect(back <= amount).toBe(true)
        if (rate % 100 === 0) expect(back).toBe(amount)
      }),
    )
  })

  it.each([MAX_AMOUNT + 1n, -MAX_AMOUNT - 1n])('%d does not fit a column and throws', (amount) => {
    expect(() => fen(amount)).toThrow(InvariantError)
    expect(() => credit(amount)).toThrow(InvariantError)
  })

  it('the largest amount fits', () => expect(fen(MAX_AMOUNT)).toBe(MAX_AMOUNT))
})
