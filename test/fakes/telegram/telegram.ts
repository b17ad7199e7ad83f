// The fake Telegram: a Bot API on loopback, the people and groups behind it, and everything that a test wants to know.
import { Api, type Breach } from './api.ts'
import type { Call } from './call.ts'
import { Chat } from './chat.ts'
import type { Aim, Chaos, Fault } from './faults.ts'
import { ALL_RIGHTS, type BotPlace, Group } from './group.ts'
import type { Seen } from './screen.ts'
import { TelegramServer } from './server.ts'
import { Somebody } from './somebody.ts'
import type { Topic } from './topic.ts'
import type { Update } from './updates.ts'
import { type Quirks, World } from './world.ts'

export type TelegramOptions = {
  readonly token?: string
  /** Milliseconds; the wall clock unless handed in. */
  readonly now?: () => number
  /** The sending limits hold; off unless a test is about them. */
  readonly limits?: boolean
  /** Privacy mode off: the bot reads every message of its groups. */
  readonly readsAll?: boolean
}

export type GroupOptions = { readonly id?: number; readonly title?: string; readonly bot?: BotPlace }

type Waiter = { readonly look: () => boolean; readonly done: () => void }

export class Telegram {
  readonly token: string
  readonly world: World
  readonly #api: Api
  readonly #server: TelegramServer
  readonly #waiting = new Set<Waiter>()
  #root = ''
  #groups = 0
  #users = 0

  constructor(options: TelegramOptions) {
    this.token = options.token ?? '4242:fake-token'
    this.world = new World({
      now: options.now ?? Date.now,
      botId: Number(this.token.split(':')[0]),
      readsAll: options.readsAll ?? false,
    })
    this.world.rates.on = options.limits ?? false
    this.#api = new Api(this.world)
    this.world.updates.onChange(() => this.#look())
    this.#server = new TelegramServer(this.#api, this.token, () => this.#look())
  }

  async listen(): Promise<this> {
    this.#root = await this.#server.listen()
    return this
  }

  close(): Promise<void> {
    return this.#server.close()
  }

  /** For `client.apiRoot` and `TELEGRAM_API_ROOT`. */
  get apiRoot(): string {
    return this.#root
  }

  user(
    given: { id?: number; first_name?: string; last_name?: string; username?: string; language_code?: string } = {},
  ): Somebody {
    this.#users += 1
    const id = given.id ?? 1_000 + this.#users
    return new Somebody(this.world, this.world.addPerson({ first_name: `User ${id}`, ...given, id, is_bot: false }))
  }

  /** A basic group; the bot is a member. */
  group({ bot = 'member', ...more }: GroupOptions = {}): Group {
    return this.#group('group', { bot, ...more }, false)
  }

  /** A supergroup, with topics unless said otherwise; the bot is an admin with all rights. */
  supergroup({ forum = true, ...more }: GroupOptions & { forum?: boolean } = {}): Group {
    return this.#group('supergroup', more, forum)
  }

  #group(type: 'group' | 'supergroup', { id, title, bot = ALL_RIGHTS }: GroupOptions, forum: boolean): Group {
    this.#groups += 1
    const own = id ?? (type === 'group' ? -this.#groups : -1_000_000_000_000 - this.#groups)
    const chat = new Chat(own, type, { title: title ?? `${type} ${this.#groups}`, forum })
    this.world.chats.set(own, chat)
    const group = new Group(this.world, chat)
    group.bot(bot)
    return group
  }

  seenBy(somebody: Somebody): readonly Seen[] {
    return somebody.sees()
  }

  messagesIn(group: Group, topic?: Topic | number | 'General'): readonly Seen[] {
    return group.messages(topic)
  }

  /** Every request of the bot, in the order in which they came. */
  get calls(): readonly Call[] {
    return this.#api.calls
  }

  callsOf(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method)
  }

  /** Requests that broke the description of the API: a test ends with none. */
  get faults(): readonly Breach[] {
    return this.#api.breaches
  }

  unconfirmed(): readonly Update[] {
    return this.world.updates.unconfirmed
  }

  /** The next fitting calls go wrong. */
  fails(fault: Fault, aim: Aim | string = {}): void {
    this.#api.plan.plan(typeof aim === 'string' ? { method: aim } : aim, fault)
  }

  /** Calls go wrong by chance, the same way for the same seed and order. */
  chaos(chaos: Chaos): void {
    this.#api.plan.chaos(chaos)
  }

  calm(): void {
    this.#api.plan.calm()
  }

  repeatsNextUpdate(count = 1): void {
    this.world.updates.repeatNext(count)
  }

  swapsNextUpdates(): void {
    this.world.updates.swapNext()
  }

  quirk(changed: Partial<Quirks>): void {
    Object.assign(this.world.quirks, changed)
  }

  limits(on: boolean): void {
    this.world.rates.on = on
  }

  /** Waits until this is so; looked at after every request of the bot. `what` is told where it never comes. */
  until(what: string, look: () => boolean, withinMs = 20_000): Promise<void> {
    if (look()) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer)
        this.#waiting.delete(waiter)
      }
      const waiter: Waiter = {
        look,
        done: () => {
          stop()
          resolve()
        },
      }
      const timer = setTimeout(() => {
        stop()
        const last = this.calls
          .slice(-5)
          .map(({ method, outcome }) => `${method} ${outcome?.ok ? 'ok' : (outcome?.description ?? 'unanswered')}`)
        reject(new Error(`never came: ${what}; the last calls: ${last.join(', ') || 'none'}`))
      }, withinMs)
      this.#waiting.add(waiter)
    })
  }

  #look(): void {
    for (const waiter of [...this.#waiting]) if (waiter.look()) waiter.done()
  }
}

/** Close it when the test is over. */
export const openTelegram = (options: TelegramOptions = {}): Promise<Telegram> => new Telegram(options).listen()
