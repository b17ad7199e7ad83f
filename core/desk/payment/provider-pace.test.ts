// A provider's pace: a budget a minute, a pause that grows while nothing can be read, and ends with the first answer.
import { describe, expect, it } from 'vitest'
import { fixedClock, MINUTE, SECOND } from '../../kit/clock.ts'
import { countedIds } from '../../kit/ids.ts'
import { ProviderPace } from './provider-pace.ts'

const start = () => {
  const clock = fixedClock('2026-11-23T10:00:00+08:00')
  return { clock, pace: new ProviderPace({ clock, ids: countedIds() }, 5) }
}

/** How long it is left in peace from now on. */
function pauseOf({ clock, pace }: ReturnType<typeof start>): number {
  let passed = 0
  for (; !pace.take('alipay'); passed += 100) clock.advance(100)
  return passed
}

describe('a provider’s pace', () => {
  it('has a budget that comes back with the minute', () => {
    const { clock, pace } = start()
    expect([1, 2, 3, 4, 5, 6].map(() => pace.take('alipay'))).toEqual([true, true, true, true, true, false])
    expect(pace.take('wechat')).toBe(true)
    clock.advance(MINUTE)
    expect(pace.take('alipay')).toBe(true)
  })

  it('is not changed by one or two answers that cannot be read', () => {
    const { pace } = start()
    pace.heard('alipay', false)
    pace.heard('alipay', false)
    expect(pace.take('alipay')).toBe(true)
  })

  it('pauses behind the third, longer each time, a minute and a half at most', () => {
    const made = start()
    const pauses = Array.from({ length: 12 }, () => {
      made.pace.heard('alipay', false)
      return pauseOf(made)
    })
    expect(pauses.slice(0, 2)).toEqual([0, 0])
    expect(pauses[2]).toBeGreaterThanOrEqual(SECOND)
    expect(pauses[5]).toBeGreaterThan(pauses[2] ?? 0)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(1.5 * MINUTE + 100)
    expect(Math.min(...pauses.slice(8))).toBeGreaterThanOrEqual(MINUTE / 2)
  })

  it('is full again with the first answer that can be read', () => {
    const made = start()
    for (let count = 0; count < 8; count++) made.pace.heard('alipay', false)
    expect(made.pace.take('alipay')).toBe(false)
    made.pace.heard('alipay', true)
    expect(made.pace.take('alipay')).toBe(true)
  })
})
