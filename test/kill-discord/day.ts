// A day on which the bot is killed again and again while everybody on Discord goes on writing, and what became of the messages.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Discord, openDiscord } from '../fakes/discord/discord.ts'
import { diceOf } from '../kill-telegram/dice.ts'
import { somebodyPresses, somebodyWrites } from './deeds.ts'
import { type Judgement, judge } from './judge.ts'
import { AT_ONCE, Town } from './town.ts'

const MAIN = fileURLToPath(new URL('../../bot/main.ts', import.meta.url))
const PRELOAD = fileURLToPath(new URL('../kill-telegram/preload.ts', import.meta.url))
const LONGEST_START_MS = 120_000

const EVERY_MS = 200
const PRESS_MS = 25
/** A life ends after at most so many calls since its session began, and this long after it at the latest. */
const CALLS = 24
const LIFE_MS = 15_000
const MOMENT_MS = 30
const SETTLE_MS = 40_000
const FASTER = 20

export type Day = Judgement & {
  readonly kills: number
  readonly breaches: readonly unknown[]
  readonly errors: readonly string[]
  readonly exit: number | null
}

type Life = {
  readonly process: ChildProcess
  readonly ready: Promise<void>
  kill(): Promise<void>
  end(): Promise<number | null>
  readonly log: string[]
}

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

function startBot(discord: Discord, folder: string, compiled: string, epochMs: number): Life {
  const before = discord.gateway.identifies.length
  const child = spawn(process.execPath, ['--import', PRELOAD, MAIN], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: compiled,
      KILL_MARK: join(folder, 'mark'),
      KILL_EPOCH: String(epochMs),
      KILL_FASTER: String(FASTER),
      DATABASE_URL: `sqlite:${join(folder, 'bot.db')}`,
      APP_SECRET: Buffer.alloc(32, 'a bot that gets killed').toString('base64'),
      DISCORD_BOT_TOKEN: discord.token,
      DISCORD_API_ROOT: discord.apiRoot,
      DISCORD_GUILD_ID: discord.guild.id,
      DISCORD_STAFF_CHANNEL_ID: discord.guild.channel('tickets').id,
      DISCORD_STAFF_ROLE_ID: discord.guild.staffRole,
      HTTP_PORT: '0',
      LOG_LEVEL: 'error',
    },
  })
  const closed = once(child, 'close')
  const log: string[] = []
  child.stderr.on('data', (piece: Buffer) => log.push(...piece.toString().split('\n').filter(Boolean)))
  return {
    process: child,
    ready: (async () => {
      const until = performance.now() + LONGEST_START_MS
      while (discord.gateway.identifies.length <= before && performance.now() < until) await pause(5)
    })(),
    kill: async () => {
      child.kill('SIGKILL')
      const [, signal] = await closed
      if (signal !== 'SIGKILL') throw new Error(`the bot ended by itself: ${log.slice(-5).join('\n')}`)
    },
    end: async () => {
      child.kill('SIGTERM')
      return (await closed)[0] as number | null
    },
    log,
  }
}

/** The weather between the bot and Discord: one call in six. */
const storm = (discord: Discord, seed: number): void =>
  discord.chaos({
    seed,
    chance: 0.16,
    faults: [
      { kind: 'wait-before', ms: 250 },
      { kind: 'wait-after', ms: 250 },
      { kind: 'accept-then-drop' },
      { kind: 'accept-then-drop' },
      { kind: 'drop' },
      { kind: 'server-error', status: 502 },
      { kind: 'gateway-drop' },
    ],
  })

async function some({ calls }: Discord, count: number): Promise<void> {
  const enough = calls.length + count
  const until = performance.now() + LIFE_MS
  while (calls.length < enough && performance.now() < until) await pause(2)
}

export async function liveThrough(folder: string, kills: number, seed: number, compiled: string): Promise<Day> {
  mkdirSync(folder)
  const epochMs = Date.now()
  const now = (): number => epochMs + (Date.now() - epochMs) * FASTER
  // Time runs faster and the bot does not: whoever presses waits as long as they would.
  const discord = await openDiscord({ now, patienceMs: 3_000 * FASTER })
  // So many sessions begin in no real day.
  discord.gateway.identifyLimit = 100_000
  const town = new Town(discord)
  const dice = diceOf(seed)
  const errors: string[] = []
  let life = startBot(discord, folder, compiled, epochMs)
  const over = (): void => void errors.push(...life.log.filter((line) => line.includes('"level":"error"')))
  try {
    await life.ready
    await pause(500)
    await town.begin()
    for (let count = 0; count < AT_ONCE; count++) town.moveIn()
    const cards = (): number => discord.posts().filter((post) => town.cardOf(post)).length
    await discord.until('posts with cards', () => cards() >= AT_ONCE, 60_000)
    // What was heard first is noted a moment later.
    await pause(1_500)
    storm(discord, seed)
    const talking = setInterval(() => {
      if (dice.roll() < 0.05) town.moveIn()
      if (dice.roll() < 0.05) discord.gateway.repeatsNext(1)
      somebodyWrites(town, dice)
    }, EVERY_MS)
    // A press that no bot hears fails before their eyes: most are made while one is there.
    const pressing = setInterval(() => {
      if (discord.gateway.connected || dice.roll() < 0.05) somebodyPresses(town, dice)
    }, PRESS_MS)
    for (let kill = 0; kill < kills; kill++) {
      if (kill > 0) life = startBot(discord, folder, compiled, epochMs)
      if (dice.roll() < 0.125) await pause(dice.roll() * 1_000)
      else {
        await life.ready
        await some(discord, dice.roll() * CALLS)
        await pause(dice.roll() * MOMENT_MS)
      }
      await life.kill()
      over()
    }
    clearInterval(talking)
    clearInterval(pressing)
    discord.calm()
    life = startBot(discord, folder, compiled, epochMs)
    await life.ready
    let missing = Number.POSITIVE_INFINITY
    for (let until = performance.now() + SETTLE_MS; missing > 0 && performance.now() < until; await pause(250)) {
      const now = judge(town).lost.length
      if (now < missing) until = performance.now() + SETTLE_MS
      missing = now
    }
    // What is still on its way may be one copy too many.
    await pause(2_000)
    const exit = await life.end()
    over()
    return { ...judge(town), kills, breaches: discord.breaches, errors, exit }
  } finally {
    life.process.kill('SIGKILL')
    await discord.close()
  }
}
