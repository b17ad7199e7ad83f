// The fake Discord: REST and gateway on loopback, the people and the guild behind it, and everything a test wants to know.
import { Api, type Breach } from './api.ts'
import type { Call } from './call.ts'
import { type Channel, PUBLIC_THREAD } from './channel.ts'
import type { Aim, Chaos, Fault } from './faults.ts'
import { Gateway } from './gateway.ts'
import { User } from './guild.ts'
import { type GuildOptions, Place } from './place.ts'
import { post } from './posting.ts'
import { history, type Seen } from './screen.ts'
import { DiscordServer } from './server.ts'
import { Somebody } from './somebody.ts'
import { openThread } from './thread.ts'
import { type Grants, type Quirks, World } from './world.ts'

export type DiscordOptions = {
  readonly token?: string
  /** Milliseconds; the wall clock unless handed in. */
  readonly now?: () => number
  /** The limits of the API hold; off unless a test is about them. */
  readonly limits?: boolean
  /** Privileged intents that the settings of the application grant; all but presences unless said. */
  readonly grants?: Partial<Grants>
  readonly guild?: GuildOptions
  /** How often the bot is to give a sign of life. */
  readonly heartbeatMs?: number
  /** How long whoever presses waits for the first answer, by `now`; Discord's three seconds unless said. */
  readonly patienceMs?: number
}

export type PersonOptions = {
  readonly locale?: string
  /** Not in the guild: reached by direct messages only. */
  readonly inGuild?: boolean
  readonly roles?: readonly string[]
  readonly nick?: string
}

type Waiter = { readonly look: () => boolean; readonly done: () => void }

const BOT_ID = '1100000000000000001'

export class Discord {
  readonly token: string
  readonly world: World
  readonly guild: Place
  readonly gateway: Gateway
  readonly #api: Api
  readonly #server: DiscordServer
  readonly #waiting = new Set<Waiter>()
  #root = ''

  constructor({ token, now, limits, grants, guild, heartbeatMs, patienceMs }: DiscordOptions) {
    this.token = token ?? 'fake.discord.token'
    this.world = new World({
      now: now ?? Date.now,
      botId: BOT_ID,
      grants: { messageContent: true, members: true, presences: false, ...grants },
      guildName: guild?.name ?? 'The shop',
      patienceMs: patienceMs ?? 3_000,
    })
    this.#api = new Api(this.world, this.token)
    this.#api.rates.on = limits ?? false
    const after = (): void => this.#look()
    this.gateway = new Gateway(this.world, this.token, { heartbeatMs: heartbeatMs ?? 41_250, after })
    this.#server = new DiscordServer(this.#api, this.gateway, after)
    this.guild = new Place(this.world, guild ?? {})
  }

  async listen(): Promise<this> {
    const address = await this.#server.listen()
    this.#root = `http://${address}`
    this.world.cdn.root = this.#root
    this.world.gatewayUrl = `ws://${address}/gateway`
    return this
  }

  close(): Promise<void> {
    return this.#server.close()
  }

  /** For the client's `rest.api`. */
  get apiRoot(): string {
    return `${this.#root}/api`
  }

  get gatewayUrl(): string {
    return this.world.gatewayUrl
  }

  get botId(): string {
    return this.world.bot.id
  }

  /** The same number as the bot's. */
  get applicationId(): string {
    return this.world.bot.id
  }

  person(name: string, { locale = 'en-US', inGuild = true, roles = [], nick }: PersonOptions = {}): Somebody {
    const user = new User(this.world.nextId(), name, { locale })
    this.world.users.set(user.id, user)
    const somebody = new Somebody(this.world, user)
    if (!inGuild) return somebody
    const member = this.world.seat(user, nick ?? null)
    for (const role of roles) member.roles.add(role)
    return somebody
  }

  /** A colleague: sees the forum and manages its threads. */
  staff(name: string, options: PersonOptions = {}): Somebody {
    return this.person(name, { ...options, roles: [this.guild.staffRole, ...(options.roles ?? [])] })
  }

  /** By name or id. */
  thread(named: string): Channel {
    const found = this.guild.threads.find(({ id, name }) => id === named || name === named)
    if (!found) throw new Error(`no thread "${named}"`)
    return found
  }

  /** The posts of a forum, archived ones too; `tickets` unless said. */
  posts(forum: Channel = this.guild.channel('tickets')): readonly Channel[] {
    return forum.threads
  }

  /** One that the bot made long ago, and knows nothing of. */
  ownPost(parent: Channel, name: string, text: string): Channel {
    const { world } = this
    const thread = openThread(world, parent, { name, type: PUBLIC_THREAD, by: world.bot })
    post(world, thread, world.bot, { content: text, id: thread.id })
    return thread
  }

  messagesIn(channel: Channel): readonly Seen[] {
    return history(this.world, channel)
  }

  /** Every request of the bot, in the order in which they came. */
  get calls(): readonly Call[] {
    return this.#api.calls
  }

  callsOf(route: string): readonly Call[] {
    return this.calls.filter((call) => call.route === route)
  }

  /** Requests that broke the description of the API: a test ends with none. */
  get breaches(): readonly Breach[] {
    return this.#api.breaches
  }

  /** Bad requests of the last ten minutes; at 10,000 nobody is served any more. */
  get invalidRequests(): number {
    return this.#api.rates.invalid(this.world.now())
  }

  /** As if the bot had made so many bad requests just now. */
  countsInvalid(count: number): void {
    for (let made = 0; made < count; made += 1) this.#api.rates.bad(this.world.now())
  }

  /** The next fitting calls go wrong. */
  fails(fault: Fault, aim: Aim | string = {}): void {
    this.#api.plan.plan(typeof aim === 'string' ? { route: aim } : aim, fault)
  }

  /** Calls go wrong by chance, the same way for the same seed and order. */
  chaos(chaos: Chaos): void {
    this.#api.plan.chaos(chaos)
  }

  calm(): void {
    this.#api.plan.calm()
  }

  quirk(changed: Partial<Quirks>): void {
    Object.assign(this.world.quirks, changed)
  }

  limits(on: boolean): void {
    this.#api.rates.on = on
  }

  /** Waits until this is so; looked at after every request of the bot. `what` is told where it never comes. */
  until(what: string, look: () => boolean, withinMs = 50_000): Promise<void> {
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
          .map(({ route, status, code }) => `${route} ${status ?? 'unanswered'} ${code ?? ''}`)
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
export const openDiscord = (options: DiscordOptions = {}): Promise<Discord> => new Discord(options).listen()
