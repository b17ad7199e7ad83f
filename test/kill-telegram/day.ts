// A day on which the bot is killed again and again while everybody goes on writing: its tally, and what became of the messages.
import { mkdirSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { walkAudit } from '../../bot/admin/audit-chain.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { countedIds } from '../../core/kit/ids.ts'
import { openStore } from '../../core/store/open.ts'
import { openTelegram, type Telegram } from '../fakes/telegram/telegram.ts'
import { moments } from '../kill/death.ts'
import { databaseIn, type Home, type Life, markIn, startBot } from './bot.ts'
import { type Dice, diceOf } from './dice.ts'
import { type Judgement, judge } from './judge.ts'
import { Town } from './town.ts'

/** Milliseconds between two messages: five a second in all. */
const EVERY_MS = 200
/** A life ends after at most so many calls to Telegram since its first question for updates: a busy machine lives slower. */
const CALLS = 24
/** And this long after it began to work at the latest. */
const LIFE_MS = 4_000
/** After the last of its calls, so that kills come before, in and after the commit that it causes. */
const MOMENT_MS = 30
/** When nothing more has arrived for so long, nothing will: what is missing then is lost. */
const SETTLE_MS = 40_000
const FASTER = 60

export type Where = 'starting' | 'in a write' | 'in a commit' | 'in a send' | 'between commit and send' | 'idle'

export type Day = Judgement & {
  readonly kills: number
  readonly where: { readonly [where in Where]: number }
  /** From a start to the first waiting event committed. */
  readonly firstDoneMs: readonly number[]
  /** Requests that broke the Bot API's description. */
  readonly breaches: readonly unknown[]
  /** Lines of the bots' logs that tell of an error. */
  readonly errors: readonly string[]
  readonly exit: number | null
  /** Invariants of money, and the audit's chain, after all of it. */
  readonly broken: readonly string[]
}

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

/** The weather between the bot and Telegram: one call in six. */
function storm(telegram: Telegram, seed: number): void {
  telegram.chaos({
    seed,
    chance: 0.16,
    faults: [
      { kind: 'wait-before', ms: 250 },
      { kind: 'wait-after', ms: 250 },
      { kind: 'accept-then-drop' },
      { kind: 'accept-then-drop' },
      { kind: 'drop' },
      { kind: 'bad-gateway' },
    ],
    // A failed question for updates only makes the bot wait; it gets one in a while.
    aim: { where: ({ method }) => method !== 'getUpdates' },
  })
}

/** Until the bot has made so many more calls. */
async function some({ calls }: Telegram, count: number): Promise<void> {
  const enough = calls.length + count
  const until = performance.now() + LIFE_MS
  while (calls.length < enough && performance.now() < until) await pause(2)
}

/** Where the killed process was, as its file and its mark tell. */
function whereIn(folder: string, polled: boolean): Where {
  const moment = moments[readFileSync(markIn(folder))[0] ?? 0]
  if (moment === 'writing') return 'in a write'
  if (moment === 'committing') return 'in a commit'
  if (!polled) return 'starting'
  const db = new Database(databaseIn(folder), { readonly: true })
  try {
    const states = db.prepare(`select distinct state from outbox where state in ('queued', 'sending')`).pluck().all()
    return states.includes('sending') ? 'in a send' : states.includes('queued') ? 'between commit and send' : 'idle'
  } finally {
    db.close()
  }
}

async function brokenBooks(folder: string): Promise<readonly string[]> {
  const store = openStore({ path: databaseIn(folder) }, countedIds(1))
  try {
    const { broken } = await walkAudit(store)
    return [...(await brokenInvariants(store)), ...(broken === undefined ? [] : [`the audit breaks at row ${broken}`])]
  } finally {
    await store.close()
  }
}

/** The weather of one tick beside the storm: an update comes twice, or the question for updates fails. */
function gust(telegram: Telegram, dice: Dice): void {
  const luck = dice.roll()
  if (luck < 0.06) telegram.repeatsNextUpdate()
  else if (luck < 0.08) telegram.fails({ kind: 'bad-gateway' }, 'getUpdates')
  else if (luck < 0.1) telegram.fails({ kind: 'accept-then-drop' }, 'getUpdates')
}

export async function liveThrough(folder: string, kills: number, seed: number, compiled: string): Promise<Day> {
  mkdirSync(folder)
  const telegram = await openTelegram()
  const town = new Town(telegram)
  const dice = diceOf(seed)
  const home: Home = {
    folder,
    compiled,
    staffChat: town.group.id,
    staff: town.colleagues.map(({ id }) => id),
    faster: FASTER,
    epochMs: Date.now(),
  }
  const where: Record<Where, number> = {
    starting: 0,
    'in a write': 0,
    'in a commit': 0,
    'in a send': 0,
    'between commit and send': 0,
    idle: 0,
  }
  let startMs = 1_000
  const errors: string[] = []
  const firstDoneMs: number[] = []
  const over = (life: Life): void => {
    errors.push(...life.log.filter((line) => line.includes('"level":"error"')))
    const ms = life.firstDoneMs()
    if (ms !== undefined) firstDoneMs.push(ms)
  }
  let life = startBot(telegram, home)
  try {
    await life.polling
    await town.claimAll()
    await pause(500)
    await life.end()
    over(life)

    storm(telegram, seed)
    const talking = setInterval(() => {
      gust(telegram, dice)
      // Now and then somebody new.
      if (dice.roll() < 0.01) town.moveIn()
      town.speak(dice)
    }, EVERY_MS)
    for (let kill = 0; kill < kills; kill++) {
      life = startBot(telegram, home)
      let polled = false
      const polling = life.polling.then(
        () => {
          polled = true
        },
        () => undefined,
      )
      // One in eight dies while it starts.
      if (dice.roll() < 0.125) await pause(dice.roll() * startMs)
      else {
        await polling
        startMs = performance.now() - life.startedMs
        await some(telegram, dice.roll() * CALLS)
        await pause(dice.roll() * MOMENT_MS)
      }
      await life.kill()
      over(life)
      where[whereIn(folder, polled)] += 1
    }
    clearInterval(talking)

    telegram.calm()
    life = startBot(telegram, home)
    await life.polling
    let missing = Number.POSITIVE_INFINITY
    for (let until = performance.now() + SETTLE_MS; missing > 0 && performance.now() < until; await pause(250)) {
      const now = judge(town).lost.length
      if (now < missing) until = performance.now() + SETTLE_MS
      missing = now
    }
    // What is still on its way may be one copy too many.
    await pause(2_000)
    const exit = await life.end()
    over(life)
    const broken = await brokenBooks(folder)
    return { ...judge(town), kills, where, firstDoneMs, breaches: telegram.faults, errors, exit, broken }
  } finally {
    life.process.kill('SIGKILL')
    await telegram.close()
  }
}
