// Sequences of deeds by chance, each with its own shop and book; a failure names its seed, its deeds and the lines that differ.
import * as fc from 'fast-check'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { asking } from './deeds/asking.ts'
import type { Chance, Deed } from './deeds/deed.ts'
import { ordering } from './deeds/ordering.ts'
import { paying } from './deeds/paying.ts'
import { provider } from './deeds/provider.ts'
import { redeeming } from './deeds/redeeming.ts'
import { returning } from './deeds/returning.ts'
import { spending } from './deeds/spending.ts'
import { time } from './deeds/time.ts'
import { Disagreement, makePlay, type Play } from './play.ts'
import type { Shop } from './shop.ts'

/** All ten are looked at after so many deeds, after each death, and at the end. */
const CHECK_EVERY = 4
const LONGEST = 48

const chances: readonly Chance[] = [
  ...ordering,
  ...paying,
  ...provider,
  ...time,
  ...asking,
  ...spending,
  ...redeeming,
  ...returning,
]
const anyDeed = fc.oneof(...chances.map(([weight, arbitrary]) => ({ weight, arbitrary })))

export type Tally = { sequences: number; deeds: number; deaths: number; checks: number }
type Bench = { readonly play: Play; readonly tally: Tally; done: number }

/** A deed, and at which point of its writes the process dies; undefined: it lives. */
class Command implements fc.AsyncCommand<{ play?: Play }, Bench> {
  readonly deed: Deed
  readonly dies: number | undefined
  constructor(deed: Deed, dies: number | undefined) {
    this.deed = deed
    this.dies = dies
  }

  check({ play }: { play?: Play }): boolean {
    return play === undefined || this.deed.ready(play.book)
  }

  async run(_: object, bench: Bench): Promise<void> {
    const { play, tally } = bench
    const before = play.deaths
    play.life = this.dies ?? Number.POSITIVE_INFINITY
    const whole = await this.deed.play(play)
    play.life = Number.POSITIVE_INFINITY
    const died = play.deaths > before
    tally.deeds += 1
    tally.deaths += Number(died)
    // The caller never got an answer, so it asks again.
    if (!whole && this.deed.ready(play.book)) await this.deed.play(play)
    if (died || ++bench.done % CHECK_EVERY === 0) await check(bench)
  }

  toString(): string {
    return this.dies === undefined ? this.deed.name : `${this.deed.name}  (dies at point ${this.dies})`
  }
}

async function check({ play, tally }: Bench): Promise<void> {
  tally.checks += 1
  const broken = await brokenInvariants(play.shop.store)
  if (broken.length > 0) throw new Disagreement(`invariants: ${broken.join('; ')}`)
}

const fate = fc.oneof(
  // A failure that needs no death is shown without one.
  { withCrossShrink: true },
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }) },
)
const commands = fc.commands([fc.tuple(anyDeed, fate).map(([deed, dies]) => new Command(deed, dies))], {
  maxCommands: LONGEST,
  size: 'max',
})

/** Plays `runs` sequences; `open` gives the n-th its shop. Throws with seed, path and the shortest deeds that fail. */
export async function playSequences(open: () => Promise<Shop>, runs: number, seed: number): Promise<Tally> {
  const tally: Tally = { sequences: 0, deeds: 0, deaths: 0, checks: 0 }
  const property = fc.asyncProperty(commands, async (deeds) => {
    const shop = await open()
    try {
      const play = makePlay(shop)
      const bench = { play, tally, done: 0 }
      await fc.asyncModelRun(() => ({ model: { play }, real: bench }), deeds)
      await check(bench)
      tally.sequences += 1
    } finally {
      await shop.close()
    }
  })
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: false })
  return tally
}
