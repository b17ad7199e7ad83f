// How much may be asked, and how guessing becomes slower and slower.
import { describe, expect, it } from 'vitest'
import { instantOf, MINUTE, plus, SECOND } from '../core/kit/clock.ts'
import { makeBudget } from './budget.ts'

const start = instantOf(1_000_000)
const limits = { perSubject: 10, overall: 30, misses: 3 }

describe('calls', () => {
  it('of one subject run out and come back with time', () => {
    const budget = makeBudget(limits, start)
    for (let call = 0; call < 10; call++) expect(budget.call('a', start)).toBe(0)
    expect(budget.call('a', start)).toBe(6 * SECOND)
    expect(budget.call('a', plus(start, 6 * SECOND))).toBe(0)
    expect(budget.call('a', plus(start, 6 * SECOND))).toBeGreaterThan(0)
  })

  it('of one subject are not taken from another, until all together run out', () => {
    const budget = makeBudget(limits, start)
    for (let call = 0; call < 50; call++) budget.call('greedy', start)
    for (const subject of ['b', 'c']) for (let call = 0; call < 10; call++) expect(budget.call(subject, start)).toBe(0)
    expect(budget.call('d', start)).toBeGreaterThan(0)
  })

  it('a clock that is set back gives nothing away', () => {
    const budget = makeBudget(limits, start)
    for (let call = 0; call < 10; call++) budget.call('a', start)
    expect(budget.call('a', plus(start, -MINUTE))).toBeGreaterThan(0)
  })
})

describe('misses', () => {
  it('beyond the forgiven ones double the wait, each time', () => {
    const budget = makeBudget(limits, start)
    const waits = Array.from({ length: 8 }, () => {
      budget.miss('a', start)
      return budget.guessing('a', start)
    })
    expect(waits).toEqual([0, 0, 0, 2_000, 4_000, 8_000, 16_000, 32_000])
    expect(budget.guessing('b', start)).toBe(0)
  })

  it('are forgiven one a minute, and the wait has an end', () => {
    const budget = makeBudget(limits, start)
    for (let miss = 0; miss < 40; miss++) budget.miss('a', start)
    expect(budget.guessing('a', start)).toBe(10 * MINUTE)
    const later = plus(start, 60 * MINUTE)
    budget.miss('a', later)
    expect(budget.guessing('a', later)).toBe(0)
  })
})
