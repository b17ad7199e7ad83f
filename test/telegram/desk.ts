// A whole desk on the fake Telegram for one test: real store, real client, staff group with topics, time that runs fast.
import { onTestFinished } from 'vitest'
import { runRounds } from '../../bot/rounds.ts'
import { startTelegram, type TelegramRunning } from '../../bot/telegram/start.ts'
import type { WebhookSettings } from '../../bot/telegram/webhook.ts'
import { makeSandbox, memoryBook, type Sandbox } from '../../core/channels/sandbox.ts'
import { makeChat } from '../../core/desk/chat/chat.ts'
import { makeLinkCode } from '../../core/desk/chat/link.ts'
import type { Context } from '../../core/desk/context.ts'
import { placeOrder } from '../../core/desk/order/order.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { Pulse } from '../../core/desk/readiness.ts'
import { makeStaffRoom } from '../../core/desk/staff/room.ts'
import { openAccount } from '../../core/desk/wallet/account.ts'
import type { Order } from '../../core/domain/order.ts'
import { type Clock, type Instant, instantOf } from '../../core/kit/clock.ts'
import { countedIds } from '../../core/kit/ids.ts'
import { fenOfYuan } from '../../core/kit/money.ts'
import { Secret } from '../../core/kit/secret.ts'
import type { ScreenshotRedactor } from '../../core/ports/screenshot-reader.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { type Log, makeLog } from '../../core/redaction/log.ts'
import { openStore, type Store } from '../../core/store/open.ts'
import { shippedBook, shippedPolicy } from '../fakes/chat-context.ts'
import type { Group } from '../fakes/telegram/group.ts'
import type { Seen } from '../fakes/telegram/screen.ts'
import type { Somebody } from '../fakes/telegram/somebody.ts'
import { openTelegram, type Telegram, type TelegramOptions } from '../fakes/telegram/telegram.ts'
import type { Topic } from '../fakes/telegram/topic.ts'

/** So many times faster than the wall: the pace of the outbox is kept and a test does not wait for it. */
const FASTER = 40

export type RunningClock = Clock & { advance(ms: number): void }

export function runningClock(start: string, faster = FASTER): RunningClock {
  const began = Date.now()
  let ahead = 0
  return {
    now: (): Instant => instantOf(Math.round(Date.parse(start) + (Date.now() - began) * faster + ahead)),
    advance: (ms) => {
      ahead += ms
    },
  }
}

export type DeskOptions = TelegramOptions & {
  /** A database file; in memory unless named. */
  readonly path?: string
  readonly start?: string
  readonly faster?: number
  /** Providers of the test's own, in the sandbox's place. */
  readonly channel?: Context['channel']
  /** A staff group that is not yet a forum supergroup. */
  readonly staff?: (telegram: Telegram) => Group
  /** Not started by itself: `run()` does. */
  readonly asleep?: true
  /** Pictures are fetched and read by this, and everything that comes back again and again runs. */
  readonly pictures?: ScreenshotRedactor
}

/** A disk that refuses writes as a test tells it to. */
type Disk = { refuses: number }

export type Desk = Awaited<ReturnType<typeof openDesk>>

export async function openDesk(options: DeskOptions = {}) {
  const telegram = await openTelegram(options)
  const clock = runningClock(options.start ?? '2026-11-20T03:00:00Z', options.faster)
  const ids = countedIds(7)
  const real = openStore({ path: options.path ?? ':memory:' }, ids)
  await real.migrate()
  const disk: Disk = { refuses: 0 }
  const store: Store = {
    ...real,
    write: async (work) => {
      if (disk.refuses === 0) return real.write(work)
      disk.refuses -= 1
      throw new Error('the disk is full')
    },
  }
  const sandbox: Sandbox = makeSandbox(memoryBook(), clock)
  const context: Context = {
    store,
    clock,
    ids,
    keyring: new Keyring(Buffer.alloc(32, 'telegram')),
    policy: shippedPolicy,
    channel: options.channel ?? ((name) => sandbox.channel(name)),
    queryDeadlineMs: 1_000,
    queryIntervalMs: 0,
    answers: new ProviderAnswers(),
  }
  const staff = options.staff?.(telegram) ?? telegram.supergroup({ title: 'Desk' })
  const mei = telegram.user({ first_name: 'Mei' })
  const bo = telegram.user({ first_name: 'Bo' })
  for (const one of [mei, bo]) staff.add(one, 'administrator')
  const written: string[] = []
  const log: Log = makeLog({ level: 'info', name: 'bot', destination: { write: (line) => void written.push(line) } })
  const settings = {
    token: new Secret(telegram.token),
    apiRoot: telegram.apiRoot,
    staffChatId: staff.id,
    staffIds: [mei.id, bo.id],
  }

  let running: TelegramRunning | undefined
  let rounds: Promise<void> | undefined
  let over = new AbortController()
  const chat = makeChat({ context, book: shippedBook, environment: 'test', staffPlatform: (name) => name })
  const run = async (more: { webhook?: WebhookSettings } = {}): Promise<TelegramRunning> => {
    const { signal } = new AbortController()
    running = await startTelegram({ chat, settings, log, staffRoom: makeStaffRoom, ...more }, signal)
    const { platform, group, dispatcher } = running
    if (options.pictures) {
      const pictures = { platform: () => platform, redactor: options.pictures }
      const reconciler = new Pulse(clock)
      const poke = (): void => dispatcher.poke()
      rounds = runRounds({ chat: chat.options, pictures, groups: [group], log, reconciler, poke }, over.signal)
    }
    return running
  }
  const stop = async (): Promise<void> => {
    over.abort()
    await rounds
    await running?.stop()
    running = undefined
    over = new AbortController()
  }
  onTestFinished(async () => {
    await stop()
    await telegram.close()
    await store.close()
  })
  if (!options.asleep) await run()

  return {
    telegram,
    context,
    clock,
    store,
    sandbox,
    disk,
    staff,
    mei,
    bo,
    settings,
    logged: written,
    run,
    stop,
    chat,
    get running(): TelegramRunning {
      if (!running) throw new Error('the bot is not running')
      return running
    },
    /** Somebody with an account that their chat is linked to. */
    async linked(account: string, given: Parameters<Telegram['user']>[0] = {}): Promise<Somebody> {
      const somebody = telegram.user({ language_code: 'zh-hans', ...given })
      await openAccount(context, { id: account, status: 'normal', email: `${account}@example.com`, nickname: account })
      await link(context, account, somebody.id)
      return somebody
    },
    /** A one-time code for a new account. */
    async linkCode(account: string): Promise<string> {
      await openAccount(context, { id: account, status: 'normal', email: `${account}@example.com`, nickname: account })
      const code = await makeLinkCode(context, account)
      if (code === undefined) throw new Error('no such account')
      return code
    },
    async order(account: string, yuan = 50): Promise<Order> {
      const placed = await placeOrder(context, { accountId: account, amount: fenOfYuan(yuan), channel: 'alipay' }, true)
      if (!placed.ok) throw new Error(placed.error.code)
      return placed.value.order
    },
    /** The provider has the money; nobody told us. */
    pays: ({ number, amount }: Order, txn: string) => sandbox.pay('alipay', number, txn, amount),
    /** The last thing that the bot said to somebody. */
    said: (somebody: Somebody): Seen | undefined => somebody.sees().findLast(({ by }) => by === 'bot'),
    /** Waits until somebody reads this. */
    async reads(somebody: Somebody, words: string | RegExp): Promise<Seen> {
      const look = (): Seen | undefined => somebody.sees().findLast((seen) => seen.by === 'bot' && has(seen, words))
      await telegram.until(`${words} in the chat of ${somebody.id}`, () => look() !== undefined)
      return look() as Seen
    },
    /** Waits until staff read this in their group, in a topic or General. */
    async staffReads(words: string | RegExp, topic?: Topic | 'General'): Promise<Seen> {
      const look = (): Seen | undefined => staff.messages(topic).findLast((seen) => has(seen, words))
      await telegram.until(`${words} in the staff group`, () => look() !== undefined)
      return look() as Seen
    },
    /** A ticket of somebody who asked for a person, with its topic made and its card shown. */
    async handedOver(somebody: Somebody, ticket = 1): Promise<Topic> {
      somebody.sends('人工')
      await this.reads(somebody, `#${ticket}`)
      const topic = await this.topicOf(ticket)
      await this.staffReads(`#${ticket} ·`, topic)
      return topic
    },
    async topicOf(ticket: number): Promise<Topic> {
      const look = (): Topic | undefined => staff.topics.find(({ name }) => name.startsWith(`#${ticket} `))
      await telegram.until(`a topic for ticket ${ticket}`, () => look() !== undefined)
      return look() as Topic
    },
    /** Nothing is waiting to be sent. */
    async quiet(): Promise<void> {
      const open = async (): Promise<number> =>
        Number(
          (
            await store.sql(
              `select count(*) as n from outbox where state in ('queued', 'sending', 'ambiguous') and due_at < 8000000000000000`,
            )
          )[0]?.n,
        )
      for (let round = 0; (await open()) > 0 && round < 1_000; round++)
        await new Promise((wake) => setTimeout(wake, 10))
    },
    count: async (sql: string): Promise<number> => Number((await store.sql(sql))[0]?.n),
  }
}

const has = ({ text }: Seen, words: string | RegExp): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text)

async function link(context: Context, accountId: string, user: number): Promise<void> {
  const userHash = context.keyring.hash('chat-user', `telegram:${user}`)
  const linkedAt = context.clock.now()
  await context.store.write((w) =>
    w.accounts.link({ id: context.ids.row('idn', linkedAt), platform: 'telegram', userHash, accountId, linkedAt }),
  )
}
