// Identifiers can be read out over a telephone, sort by time where they should, and cannot be guessed.
import { describe, expect, it } from 'vitest'
import { DAY, instantOf, parseInstant, plus } from './clock.ts'
import { CROCKFORD, countedIds, jittered, orderNumber, randomIds } from './ids.ts'

const at = parseInstant('2026-11-20T15:59:59Z') ?? instantOf(0)

describe('an order number', () => {
  it('is DZ, the date in Shanghai and twelve characters without I, L, O and U', () => {
    for (let n = 0; n < 500; n++) {
      expect(orderNumber(at, randomIds)).toMatch(/^DZ20261120[0-9A-HJKMNP-TV-Z]{12}$/)
    }
  })

  it('has the next date a second later', () => {
    expect(orderNumber(plus(at, 1_000), randomIds).slice(0, 10)).toBe('DZ20261121')
  })
})

describe('chance', () => {
  it('uses every character of the alphabet about equally', () => {
    const text = randomIds.base32(32_000)
    for (const character of CROCKFORD) {
      const share = text.split(character).length - 1
      expect(share, character).toBeGreaterThan(800)
      expect(share, character).toBeLessThan(1_200)
    }
  })

  it('does not repeat itself', () => {
    expect(new Set(Array.from({ length: 5_000 }, () => randomIds.base32(12))).size).toBe(5_000)
  })

  it('spreads a delay between half and one and a half', () => {
    const delays = Array.from({ length: 300 }, () => jittered(100))
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(50)
    expect(Math.max(...delays)).toBeLessThanOrEqual(150)
    expect(new Set(delays).size).toBeGreaterThan(20)
  })
})

describe('a row id', () => {
  it('sorts by the time at which the row was made', () => {
    const days = [0, 1, 400, 9_000].map((day) => randomIds.row('o', plus(at, day * DAY)))
    expect([...days].sort()).toEqual(days)
  })

  it.each([randomIds, countedIds()])('sorts by creation also within one instant', (ids) => {
    const rows = Array.from({ length: 2_000 }, () => ids.row('o', at))
    expect([...rows].sort()).toEqual(rows)
    expect(new Set(rows).size).toBe(rows.length)
  })

  it('of the year before 1970 is still a word', () =>
    expect(randomIds.row('o', instantOf(-5))).toMatch(/^o_0{9}\w{10}$/))
})

describe('counted ids, for tests and replays', () => {
  it('are the same for the same seed and others for another', () => {
    const first = (seed: number): string => countedIds(seed).base32(20)
    expect(first(1)).toBe(first(1))
    expect(first(1)).not.toBe(first(2))
  })

  it('do not repeat for long', () => {
    const ids = countedIds()
    expect(new Set(Array.from({ length: 20_000 }, () => ids.base32(12))).size).toBe(20_000)
  })
})
