// A foreign service that hangs, fails or ignores the stop sign never holds us up.
import { describe, expect, it } from 'vitest'
import { sleep } from './clock.ts'
import { within } from './deadline.ts'

const never = new Promise<string>(() => undefined)
async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const from = performance.now()
  return { value: await work(), ms: performance.now() - from }
}

describe('an answer within a deadline', () => {
  it('is given as it comes, without waiting for the deadline', async () => {
    const { value, ms } = await timed(() => within(5_000, 'late', async () => 'paid'))
    expect(value).toBe('paid')
    expect(ms).toBeLessThan(500)
  })

  it('is given for somebody who never answers, and never listens either', async () => {
    const { value, ms } = await timed(() => within(60, 'late', () => never))
    expect(value).toBe('late')
    expect(ms).toBeLessThan(1_000)
  })

  it('tells the other to stop when the time is over', async () => {
    let stopped = false
    await within(30, 'late', async (signal) => {
      signal.addEventListener('abort', () => {
        stopped = true
      })
      return never
    })
    expect(stopped).toBe(true)
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('HTML instead of JSON'))],
    [
      'throws at once',
      () => {
        throw new Error('no network')
      },
    ],
  ])('is given for somebody who %s', async (_, work) => {
    expect(await within(1_000, 'late', work as () => Promise<string>)).toBe('late')
  })

  it('a failure behind the deadline disturbs nobody', async () => {
    const value = await within(10, 'late', async () => {
      await sleep(40)
      throw new Error('too late to matter')
    })
    await sleep(60)
    expect(value).toBe('late')
  })
})
