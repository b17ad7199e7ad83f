import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { figuresOf, measure, table } from '../screens/report.ts'
import { halfOf, lastReadHalf, readTruths, type Truth, truths } from '../screens/truth.ts'

const PHOTOS = ['bill', 'order', 'table']

/** The first screen of each class and the first photo of some, of the half read last and of those before; `DAOZHANG_SCREENS=all` takes every picture that was read. */
function wanted(): readonly Truth[] {
  const all = readTruths()
  const last = lastReadHalf()
  if (process.env.DAOZHANG_SCREENS === 'all') return all
  const first = new Map<string, Truth>()
  for (const truth of all) {
    const { kind, photo } = truth
    const name = `${halfOf(truth) === last} ${kind} ${photo}`
    if (!first.has(name) && (!photo || PHOTOS.includes(kind))) first.set(name, truth)
  }
  return [...first.values()]
}

describe('screens and photos of screens', () => {
  it('hide every secret from another reader and keep what staff need', async () => {
    const scores = await measure(wanted())
    process.stdout.write(`${table(scores)}\n`)
    const screens = figuresOf(scores.filter(({ truth }) => !truth.photo))
    const photos = figuresOf(scores.filter(({ truth }) => truth.photo))
    for (const half of [screens, photos]) {
      expect(half.covered).toBeGreaterThanOrEqual(0.99)
      expect(half).toMatchObject({ decodable: 0, metadata: 0 })
    }
    expect(screens.kept).toBeGreaterThanOrEqual(0.97)
    expect(photos.kept).toBeGreaterThanOrEqual(0.9)
    expect(screens.refused).toBeLessThanOrEqual(0.05)
    expect(photos.refused).toBeLessThanOrEqual(0.2)
  }, 1_800_000)

  it('there are at least 60 screens, half of them set aside, and photos of both halves', () => {
    const screens = truths().filter(({ photo }) => !photo)
    expect(screens.length).toBeGreaterThanOrEqual(60)
    expect(screens.filter(({ set }) => set === 'held').length).toBeGreaterThanOrEqual(30)
    expect(new Set(truths().flatMap(({ photo, set }) => (photo ? [set] : []))).size).toBe(2)
  })

  it('a half set aside is read here only once readings.md has its first reading', () => {
    const readings = readFileSync(new URL('../screens/readings.md', import.meta.url), 'utf8')
    const aside = new Set(truths().flatMap((truth) => (truth.set === 'held' ? [halfOf(truth)] : [])))
    const taken = new Set(wanted().map(halfOf))
    expect(aside.size).toBe(1)
    for (const half of aside) expect(taken.has(half)).toBe(readings.includes(`\n| ${half} (`))
  })
})
