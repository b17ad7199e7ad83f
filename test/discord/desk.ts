// A whole desk on the fake Discord for one test: real store, real client, guild with a forum, time that runs fast.
import { onTestFinished } from 'vitest'
import { type DiscordRunning, startDiscord } from '../../bot/discord/start.ts'
import { runRounds } from '../../bot/rounds.ts'
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
import { countedIds } from '../../core/kit/ids.ts'
import { fenOfYuan } from '../../core/kit/money.ts'
import { Secret } from '../../core/kit/secret.ts'
import type { ScreenshotRedactor } from '../../core/ports/screenshot-reader.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { type Log, makeLog } from '../../core/redaction/log.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { openStore, type Store } from '../../core/store/open.ts'
import { shippedBook, shippedPolicy } from '../fakes/chat-context.ts'
import type { Channel } from '../fakes/discord/channel.ts'
import { type DiscordOptions, openDiscord, type PersonOptions } from '../fakes/discord/discord.ts'
import type { Seen } from '../fakes/discord/screen.ts'
import type { Somebody } from '../fakes/discord/somebody.ts'
import { runningClock } from '../telegram/desk.ts'
import { shown } from './shown.ts'

export type DeskOptions = Omit<DiscordOptions, 'now'> & {
  /** A database file; in memory unless named. */
  readonly path?: string
  readonly start?: string
  readonly faster?: number
  /** Not started by itself: `run()` does. */
  readonly asleep?: true
  /** Pictures are fetched and read by this, and everything that comes back again and again runs. */
  readonly pictures?: ScreenshotRedactor
  /** How long a payment platform is waited for. */
  readonly queryDeadlineMs?: number
}

/** So many times faster than the wall: three seconds for a first answer must last on a busy machine. */
const FASTER = 4

/** A disk that refuses writes, or stands still until it is let go on, as a test tells it to. */
type Disk = { refuses: number; stands: Promise<void> | undefined }

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** The words of a message as the app shows them; in a frame where they had no room elsewhere. */
export const wordsOf = ({ text, embeds }: Seen): string =>
  text === '' ? ((embeds[0] as { description?: string } | undefined)?.description ?? '') : text

const has = (seen: Seen, words: string | RegExp): boolean => {
  const said = wordsOf(seen).replace(/\\([!-/:-@[-`{-~])/g, '$1')
  return typeof words === 'string' ? said.includes(words) : words.test(said)
}

export async function openDesk(options: DeskOptions = {}) {
  const clock = runningClock(options.start ?? '2026-11-20T03:00:00Z', options.faster ?? FASTER)
  const discord = await openDiscord({ ...options, now: () => clock.now() })
  const ids = countedIds(7)
  const real = openStore({ path: options.path ?? ':memory:' }, ids)
  await real.migrate()
  const disk: Disk = { refuses: 0, stands: undefined }
  const store: Store = {
    ...real,
    write: async (work) => {
      await disk.stands
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
    keyring: new Keyring(Buffer.alloc(32, 'discord')),
    policy: shippedPolicy,
    channel: (name) => sandbox.channel(name),
    queryDeadlineMs: options.queryDeadlineMs ?? 1_000,
    queryIntervalMs: 0,
    answers: new ProviderAnswers(),
  }
  const mei = discord.staff('Mei', { locale: 'zh-CN' })
  const bo = discord.staff('Bo', { locale: 'zh-CN' })
  const tickets = discord.guild.channel('tickets')
  const written: string[] = []
  const log: Log = makeLog({ level: 'info', name: 'bot', destination: { write: (line) => void written.push(line) } })
  const settings = {
    token: new Secret(discord.token),
    apiRoot: discord.apiRoot,
    guildId: discord.guild.id,
    staffChannelId: tickets.id,
    staffRoleId: discord.guild.staffRole,
  }

  let running: DiscordRunning | undefined
  let rounds: Promise<void> | undefined
  let over = new AbortController()
  const run = async (): Promise<DiscordRunning> => {
    const chat = makeChat({
      context,
      book: shippedBook,
      environment: 'test',
      staffPlatform: (name) => (name === 'discord' ? name : undefined),
    })
    running = await startDiscord({ chat, settings, log, staffRoom: makeStaffRoom }, new AbortController().signal)
    const { platform, group, dispatcher } = running
    if (options.pictures) {
      const pictures = { platform: () => platform, redactor: options.pictures }
      const reconciler = new Pulse(clock)
      const poke = (): void => dispatcher.poke()
      rounds = runRounds({ chat: chat.options, pictures, groups: [group], log, reconciler, poke }, over.signal)
    }
    await Promise.race([running.arrived, running.ended])
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
    await discord.close()
    await store.close()
  })
  if (!options.asleep) await run()

  return {
    discord,
    context,
    clock,
    store,
    sandbox,
    disk,
    tickets,
    mei,
    bo,
    settings,
    logged: written,
    run,
    stop,
    get running(): DiscordRunning {
      if (!running) throw new Error('the bot is not running')
      return running
    },
    /** Somebody with an account that their chat is linked to. */
    async linked(account: string, given: PersonOptions = {}): Promise<Somebody> {
      const somebody = discord.person(account, { locale: 'zh-CN', ...given })
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
    /** Waits until somebody reads this of the bot, anywhere or there. */
    async reads(somebody: Somebody, words: string | RegExp, where?: string): Promise<Seen> {
      const look = (): Seen | undefined =>
        somebody.sees(where).findLast((seen) => seen.by === 'bot' && has(seen, words))
      await discord.until(`${words} before the eyes of ${somebody.name}`, () => look() !== undefined)
      return look() as Seen
    },
    /** A tap: on a button, or on a line of a list. */
    taps(somebody: Somebody, label: string): void {
      const newest = somebody.sees().toReversed()
      const list = newest.flatMap(({ selects, message }) => selects.map((select) => ({ select, message })))
      const found = list.find(({ select }) => select.options.some((option) => option.label === label))
      const option = found?.select.options.find((one) => one.label === label)
      const button = newest.find(({ buttons }) => buttons.flat().some((one) => one.label === label))
      const isNewer = found && (!button || BigInt(found.message.id) > BigInt(button.id))
      if (found && option && isNewer) somebody.selects(found.select.customId, [option.value], found.message)
      else somebody.presses(label)
    },
    /** Waits until staff read this in a post. */
    async staffReads(words: string | RegExp, post: Channel): Promise<Seen> {
      const look = (): Seen | undefined => discord.messagesIn(post).findLast((seen) => has(seen, words))
      await discord.until(`${words} in ${post.name}`, () => look() !== undefined)
      return look() as Seen
    },
    async postOf(ticket: number): Promise<Channel> {
      const look = (): Channel | undefined => discord.posts().find(({ name }) => name.startsWith(`#${ticket} `))
      await discord.until(`a post for ticket ${ticket}`, () => look() !== undefined)
      return look() as Channel
    },
    /** A ticket of somebody who asked for a person in their direct messages, with its post made and its card shown. */
    async handedOver(somebody: Somebody, ticket = 1): Promise<Channel> {
      somebody.sends('dm', '人工')
      await this.reads(somebody, `#${ticket}`)
      const post = await this.postOf(ticket)
      await this.staffReads(new RegExp(`#${ticket}(?!\\d)[^]*接手|#${ticket} ·[^]*\\n`), post)
      return post
    },
    /** The same account on another platform: what it says there is taken by the same desk. */
    async elsewhere(account: string, words: string): Promise<void> {
      const chat = makeChat({ context, book: shippedBook, environment: 'test' })
      const userHash = context.keyring.hash('chat-user', 'telegram:77')
      const linkedAt = clock.now()
      await store.write((w) =>
        w.accounts.link({ id: ids.row('idn', linkedAt), platform: 'telegram', userHash, accountId: account, linkedAt }),
      )
      const message = { kind: 'text', raw: new Raw(words) } as const
      await chat.receive({ platform: 'telegram', user: '77', eventId: `elsewhere:${words}`, address: '77', message })
    },
    /** Nothing is waiting to be sent. */
    async quiet(): Promise<void> {
      const open = async (): Promise<number> =>
        Number(
          (
            await store.sql(
              `select count(*) as n from outbox where state in ('queued', 'sending', 'ambiguous') and due_at < 8000000000000000 and platform = 'discord'`,
            )
          )[0]?.n,
        )
      for (let round = 0; (await open()) > 0 && round < 1_000; round++)
        await new Promise((wake) => setTimeout(wake, 10))
    },
    count: async (sql: string): Promise<number> => Number((await store.sql(sql))[0]?.n),
    shown,
  }
}

async function link(context: Context, accountId: string, user: string): Promise<void> {
  const userHash = context.keyring.hash('chat-user', `discord:${user}`)
  const linkedAt = context.clock.now()
  await context.store.write((w) =>
    w.accounts.link({ id: context.ids.row('idn', linkedAt), platform: 'discord', userHash, accountId, linkedAt }),
  )
}
