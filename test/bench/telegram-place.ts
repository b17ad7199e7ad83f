// Where a bot is measured: the fake Telegram, the bot or its baseline, and a database with tickets, each in a process of its own.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeChat } from '../../core/desk/chat/chat.ts'
import type { Context } from '../../core/desk/context.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { systemClock } from '../../core/kit/clock.ts'
import { randomIds } from '../../core/kit/ids.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { openStore } from '../../core/store/open.ts'
import { shippedBook, shippedPolicy } from '../fakes/chat-context.ts'
import type { Usage } from './telegram-usage.ts'
import type { Order, Told } from './telegram-world.ts'

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const SECRET = Buffer.alloc(32, 'a bot that is measured')
/** The bot keeps the platform's pace of 20 lines a minute by itself: on a clock as fast as this nothing of it is left. */
const FASTER = 20_000

type World = {
  readonly token: string
  readonly apiRoot: string
  readonly staffChat: number
  readonly colleague: number
}

async function ask(process: ChildProcess, question: object): Promise<Told> {
  const answer = once(process, 'message')
  process.send(question)
  const [told] = await answer
  return told as Told
}

export async function openWorld() {
  const child = fork(file('./telegram-world.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [facts] = (await once(child, 'message')) as [World]
  return {
    ...facts,
    ask: (order: Order): Promise<Told> => ask(child, order),
    close: async (): Promise<void> => {
      const ended = once(child, 'close')
      child.kill('SIGTERM')
      await ended
    },
  }
}
export type OpenWorld = Awaited<ReturnType<typeof openWorld>>

/** As `npm run bot` starts it. */
function flagsOfBot(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(file('../../package.json'), 'utf8')) as { scripts: { bot: string } }
  return scripts.bot.split(' ').filter((word) => word.startsWith('--'))
}

function measured(program: string, words: readonly string[], env: NodeJS.ProcessEnv, flags: readonly string[] = []) {
  const child = fork(file(program), words, {
    execArgv: [...flags, '--import', file('./telegram-usage.ts')],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, ...env },
  })
  // Nobody reads it; a full pipe would stop the bot.
  child.stderr?.resume()
  return {
    usage: async (): Promise<Usage> => (await ask(child, {})) as unknown as Usage,
    end: async (): Promise<void> => {
      const ended = once(child, 'close')
      child.kill('SIGKILL')
      await ended
    },
  }
}
export type Measured = ReturnType<typeof measured>

export async function startEcho(world: OpenWorld): Promise<Measured> {
  const bot = measured('./telegram-echo.ts', [world.token, world.apiRoot], {})
  await world.ask({ kind: 'polled' })
  return bot
}

export async function startProduct(world: OpenWorld, folder: string, faster = FASTER): Promise<Measured> {
  const bot = measured(
    '../../bot/main.ts',
    [],
    {
      KILL_EPOCH: String(Date.now()),
      KILL_FASTER: String(faster),
      DATABASE_URL: `sqlite:${join(folder, 'bot.db')}`,
      APP_SECRET: SECRET.toString('base64'),
      TELEGRAM_BOT_TOKEN: world.token,
      TELEGRAM_API_ROOT: world.apiRoot,
      TELEGRAM_STAFF_CHAT_ID: String(world.staffChat),
      TELEGRAM_STAFF_IDS: String(world.colleague),
      HTTP_PORT: '0',
      LOG_LEVEL: 'error',
    },
    flagsOfBot(),
  )
  await world.ask({ kind: 'polled' })
  return bot
}

/**
 * A desk as it is after months: `count` tickets with people who asked for a person, claimed, their threads made. The
 * first of them belong to `ids` and have the topics `topics`.
 */
export async function fillDesk(folder: string, count: number, ids: readonly number[], topics: readonly number[]) {
  const store = openStore({ path: join(folder, 'bot.db') }, randomIds)
  await store.migrate()
  const context: Context = {
    store,
    clock: systemClock,
    ids: randomIds,
    keyring: new Keyring(SECRET),
    policy: shippedPolicy,
    channel: () => undefined,
    queryDeadlineMs: 1_000,
    queryIntervalMs: 0,
    answers: new ProviderAnswers(),
  }
  const chat = makeChat({ context, book: shippedBook, environment: 'live', staffPlatform: (name) => name })
  const one = (index: number): Promise<void> => {
    const id = String(ids[index] ?? 1_000_000 + index)
    const message = { kind: 'text', raw: new Raw('人工') } as const
    return chat.receive({
      platform: 'telegram',
      user: id,
      address: id,
      eventId: `fill-${index}`,
      messageId: '1',
      message,
    })
  }
  for (let index = 0; index < count; index += 100)
    await Promise.all(Array.from({ length: Math.min(100, count - index) }, (_, more) => one(index + more)))
  // As if all of it had been shown and claimed long ago.
  await store.sql(`update outbox set state = 'sent', sent_at = at`)
  await store.sql(`update ticket set state = 'human', owner = 'telegram:1', persona = 'A'`)
  const known = ids.map((id) => context.keyring.hash('chat-user', `telegram:${id}`))
  await store.sql(
    `update thread set state = 'open', made = 1, card_message_id = '1', card_hash = 'x', thread_id = 1000000 + ticket_id`,
  )
  for (const [index, hash] of known.entries()) {
    await store.sql(
      `update thread set thread_id = ? where ticket_id = (select t.id from ticket t join conversation c on c.id = t.conversation_id where c.user_hash = ?)`,
      String(topics[index]),
      hash,
    )
  }
  await store.close()
}
