// Memory of the bot on Telegram with ten thousand open tickets in its database and people writing, beside an empty desk in the same run.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Bench, progress } from './figure.ts'
import { fillDesk, openWorld, startProduct } from './telegram-place.ts'
import { removeFolder, scratchFolder } from './till.ts'

const PEOPLE = 200
const sizes = { long: { tickets: 10_000, rounds: 10 }, quick: { tickets: 1_000, rounds: 2 } } as const
const TEXT = '我的订单付了 50 元还没到账，请帮我看一下'

async function most(folder: string, tickets: number, rounds: number): Promise<number> {
  mkdirSync(folder)
  const world = await openWorld()
  const { ids, topics } = await world.ask({ kind: 'people', count: PEOPLE, topics: true })
  await fillDesk(folder, tickets, ids as number[], topics as number[])
  // A day of the desk in three quarters of a minute: faster, and the digests of days are all that is measured.
  const bot = await startProduct(world, folder, 2_000)
  let mb = 0
  for (let round = 0; round < rounds; round++) {
    await world.ask({ kind: 'say', count: PEOPLE, text: TEXT })
    mb = Math.max(mb, (await bot.usage()).rssMb)
  }
  await bot.end()
  await world.close()
  return mb
}

export const bench: Bench = async function* ({ quick }) {
  const { tickets, rounds } = sizes[quick ? 'quick' : 'long']
  const folder = scratchFolder('telegram-memory')
  try {
    progress('a small desk')
    const small = await most(join(folder, 'small'), PEOPLE, rounds)
    progress(`${tickets} open tickets`)
    const large = await most(join(folder, 'large'), tickets, rounds)
    yield { metric: `rss with ${tickets} open tickets and traffic`, value: large, unit: 'MB', baseline: small }
  } finally {
    removeFolder(folder)
  }
}
