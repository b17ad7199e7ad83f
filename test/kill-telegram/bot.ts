// One life of the bot: `bot/main.ts` as a process of its own on a file of its own, against the fake Telegram; started, watched, killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Call } from '../fakes/telegram/call.ts'
import type { Telegram } from '../fakes/telegram/telegram.ts'

const MAIN = fileURLToPath(new URL('../../bot/main.ts', import.meta.url))
const PRELOAD = fileURLToPath(new URL('./preload.ts', import.meta.url))
/** A start that takes longer is a bot that stands still. */
const LONGEST_START_MS = 120_000

export type Home = {
  readonly folder: string
  readonly staffChat: number
  readonly staff: readonly number[]
  /** Where compiled code is kept from one start to the next. */
  readonly compiled: string
  /** So many times faster than the wall, counted from `epochMs`. */
  readonly faster: number
  readonly epochMs: number
}

export const databaseIn = (folder: string): string => join(folder, 'bot.db')
export const markIn = (folder: string): string => join(folder, 'mark')

export type Life = {
  readonly process: ChildProcess
  readonly startedMs: number
  /** Resolves when it asks for updates for the first time. */
  readonly polling: Promise<void>
  /** Milliseconds from the start until what waited was committed and confirmed; undefined: not yet, or nothing waited. */
  firstDoneMs(): number | undefined
  kill(): Promise<void>
  /** Asked to end; gives the exit code. */
  end(): Promise<number | null>
  /** Every line of its log. */
  readonly log: string[]
}

export function startBot(telegram: Telegram, home: Home): Life {
  const before = telegram.calls.length
  const waited = telegram.unconfirmed()[0]?.update_id
  const startedMs = performance.now()
  const child = spawn(process.execPath, ['--import', PRELOAD, MAIN], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: home.compiled,
      KILL_MARK: markIn(home.folder),
      KILL_EPOCH: String(home.epochMs),
      KILL_FASTER: String(home.faster),
      DATABASE_URL: `sqlite:${databaseIn(home.folder)}`,
      APP_SECRET: Buffer.alloc(32, 'a bot that gets killed').toString('base64'),
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_STAFF_CHAT_ID: String(home.staffChat),
      TELEGRAM_STAFF_IDS: home.staff.join(','),
      HTTP_PORT: '0',
      LOG_LEVEL: 'error',
    },
  })
  const closed = once(child, 'close')
  const log: string[] = []
  child.stderr.on('data', (piece: Buffer) => log.push(...piece.toString().split('\n').filter(Boolean)))
  let firstDoneMs: number | undefined
  const looked = { at: before }
  const look = (): boolean => {
    let polls = false
    for (; looked.at < telegram.calls.length; looked.at++) {
      const call = telegram.calls[looked.at] as Call
      if (call.method !== 'getUpdates') continue
      polls = true
      if (waited !== undefined && Number(call.params.offset) > waited) firstDoneMs ??= performance.now() - startedMs
    }
    return polls
  }
  const watching = setInterval(look, 5)
  const polling = telegram.until('the first poll', look, LONGEST_START_MS)
  void closed.then(() => clearInterval(watching))
  return {
    process: child,
    startedMs,
    polling,
    firstDoneMs: () => firstDoneMs,
    kill: async () => {
      child.kill('SIGKILL')
      const [, signal] = await closed
      if (signal !== 'SIGKILL') throw new Error(`the bot ended by itself: ${log.slice(-5).join('\n')}`)
    },
    end: async () => {
      child.kill('SIGTERM')
      const [code] = await closed
      return code as number | null
    },
    log,
  }
}
