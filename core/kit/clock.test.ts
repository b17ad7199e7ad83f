// Time is handed in, and waiting ends when somebody says stop.
import { describe, expect, it } from 'vitest'
import { every, fixedClock, plus, sleep, systemClock } from './clock.ts'

describe('a clock that was set', () => {
  it('stands still until it is moved', () => {
    const clock = fixedClock('2026-11-20T10:00:00+08:00')
    const at = clock.now()
    clock.advance(1_500)
    expect(clock.now()).toBe(at + 1_500)
    clock.set(plus(at, -1))
    expect(clock.now()).toBe(at - 1)
  })

  it('is another than the real one, which moves', async () => {
    const from = systemClock.now()
    await sleep(5)
    expect(systemClock.now()).toBeGreaterThan(from)
  })
})

describe('waiting', () => {
  it('ends at once for a signal, before it or in the middle', async () => {
    const stop = new AbortController()
    const waits = [sleep(60_000, stop.signal), sleep(60_000, stop.signal)]
    stop.abort()
    await Promise.all(waits)
    await sleep(60_000, stop.signal)
  })
})

describe('work that is done every few milliseconds', () => {
  it('is never done twice at a time, and ends with the one in hand', async () => {
    const stop = new AbortController()
    let running = 0
    let most = 0
    let done = 0
    const working = every(1, stop.signal, async () => {
      most = Math.max(most, ++running)
      await sleep(10)
      running--
      done++
      if (done === 3) stop.abort()
    })
    await working
    expect([most, running, done]).toEqual([1, 0, 3])
  })

  it('is not done at all once it was stopped', async () => {
    const stop = new AbortController()
    stop.abort()
    await every(1, stop.signal, () => Promise.reject(new Error('never called')))
  })
})
