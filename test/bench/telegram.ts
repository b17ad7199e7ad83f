// Updates that the bot on Telegram handles, and how soon staff see a line, beside a bare grammY bot that says back what it hears.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Bench, type Figure, median, progress, quantile } from './figure.ts'
import { fillDesk, type Measured, type OpenWorld, openWorld, startEcho, startProduct } from './telegram-place.ts'
import { removeFolder, scratchFolder } from './till.ts'

const PEOPLE = 100
const sizes = { long: { rounds: 5, count: 1_000, lines: 300 }, quick: { rounds: 1, count: 200, lines: 30 } } as const
/** What somebody writes who waits: one sentence, with something to hide in it. */
const TEXT = '我的订单 DZ20261120ABCDEFGHJKMN 付了 50 元还没到账，电话 13800138000，请帮我看一下'

type Rates = { readonly cpu: number[]; readonly wall: number[] }

/** Updates a second of processor time, and of the clock on the wall. */
async function rates(world: OpenWorld, bot: Measured, rounds: number, count: number): Promise<Rates> {
  const cpu: number[] = []
  const wall: number[] = []
  // Compiled and warm before it counts.
  await world.ask({ kind: 'say', count: Math.min(count, 300), text: TEXT })
  for (let round = 0; round < rounds; round++) {
    const before = await bot.usage()
    const { ms } = await world.ask({ kind: 'say', count, text: TEXT })
    const after = await bot.usage()
    cpu.push((count / (after.cpuMs - before.cpuMs)) * 1_000)
    wall.push((count / Number(ms)) * 1_000)
  }
  return { cpu, wall }
}

const latency = async (world: OpenWorld, count: number): Promise<readonly number[]> =>
  (await world.ask({ kind: 'pace', count, everyMs: 50, text: TEXT })).ms as number[]

export const bench: Bench = async function* ({ quick }) {
  const { rounds, count, lines } = sizes[quick ? 'quick' : 'long']
  const folder = scratchFolder('telegram')
  const figure = (metric: string, unit: string, value: number, baseline: number): Figure => ({
    metric,
    unit,
    value,
    baseline,
  })
  try {
    progress('a bare grammY bot')
    const plain = await openWorld()
    await plain.ask({ kind: 'people', count: PEOPLE, topics: false })
    const echo = await startEcho(plain)
    const theirs = await rates(plain, echo, rounds, count)
    const theirMs = await latency(plain, lines)
    await echo.end()
    await plain.close()

    progress('the product: a line of a user to the topic of the ticket')
    const world = await openWorld()
    const { ids, topics } = await world.ask({ kind: 'people', count: PEOPLE, topics: true })
    mkdirSync(join(folder, 'relay'))
    await fillDesk(join(folder, 'relay'), PEOPLE, ids as number[], topics as number[])
    const bot = await startProduct(world, join(folder, 'relay'))
    const ours = await rates(world, bot, rounds, count)
    const ourMs = await latency(world, lines)
    await bot.end()
    await world.close()

    yield figure('updates per processor second', 'updates/s', median(ours.cpu), median(theirs.cpu))
    yield figure('updates per second', 'updates/s', median(ours.wall), median(theirs.wall))
    yield figure('message to line p50', 'ms', median(ourMs), median(theirMs))
    yield figure('message to line p95', 'ms', quantile(ourMs, 0.95), quantile(theirMs, 0.95))
  } finally {
    removeFolder(folder)
  }
}
