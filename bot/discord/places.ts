// Where everybody is and what was read there: kept sealed beside the desk's facts, held in memory while the bot runs.
import type { Language } from '../../core/domain/desk.ts'
import { type Clock, type Instant, instantOf, MINUTE, plus } from '../../core/kit/clock.ts'
import type { Keyring } from '../../core/redaction/keyring.ts'
import { type Sealed, seal, unseal } from '../../core/redaction/sealed.ts'
import type { Store } from '../../core/store/open.ts'

/** Where a person is answered. */
export type Home = {
  /** Their private thread in the guild. */
  readonly thread?: string
  /** Their direct messages with the bot. */
  readonly direct?: string
  /** Where they spoke last; `whisper`: in a channel that all can read, answered for their eyes only. */
  readonly last?: 'thread' | 'direct' | 'whisper'
  /** When they last called where all can read, to the minute: an answer may have been for their eyes only. */
  readonly calledAt?: Instant
  /** Of their app. */
  readonly lang?: Language
}

type Kept = Home & { readonly user: string }
/** `last`: the newest message that is committed, and everything before it; `at`: when that was noted. */
type Read = { readonly channel: string; readonly last: string; readonly at?: Instant }

/** An interaction can be answered for so long, and the minute that was rounded off. */
const TOKEN_MS = 16 * MINUTE

const HOME = 'discord.home.'
const READ = 'discord.read.'

/** Ids of Discord are numbers too long for a number; the newer one is the larger. */
export const isNewer = (a: string, b: string): boolean => (a.length === b.length ? a > b : a.length > b.length)

export class Places {
  readonly #store: Store
  readonly #keyring: Keyring
  readonly #homes = new Map<string, Home>()
  readonly #users = new Map<string, string>()
  readonly #clock: Clock
  readonly #read = new Map<string, string>()
  readonly #notedAt = new Map<string, Instant>()
  readonly #changed = new Set<string>()

  constructor(store: Store, keyring: Keyring, clock: Clock) {
    this.#store = store
    this.#clock = clock
    this.#keyring = keyring
  }

  async load(): Promise<void> {
    const [homes, read] = await this.#store.read(async (r) => [
      await r.threads.facts(HOME),
      await r.threads.facts(READ),
    ])
    for (const { value } of homes) {
      const { user, ...home } = this.#open<Kept>(value)
      this.#remember(user, home)
    }
    for (const { value } of read) {
      const { channel, last, at } = this.#open<Read>(value)
      this.#read.set(channel, last)
      if (at !== undefined) this.#notedAt.set(channel, at)
    }
  }

  #open<T>(value: string): T {
    return JSON.parse(unseal(this.#keyring, 'conversation.address', value as Sealed)) as T
  }

  #seal(value: object): string {
    return seal(this.#keyring, 'conversation.address', JSON.stringify(value))
  }

  #remember(user: string, home: Home): void {
    const before = this.#homes.get(user)
    if (before?.thread !== undefined && before.thread !== home.thread) this.#users.delete(before.thread)
    this.#homes.set(user, home)
    for (const channel of [home.thread, home.direct]) if (channel !== undefined) this.#users.set(channel, user)
  }

  home(user: string): Home {
    return this.#homes.get(user) ?? {}
  }

  /** They called where all can read: a repeat of what they were told there is no repeat where they are answered now. */
  called(user: string): Promise<void> {
    const now = this.#clock.now()
    return this.settle(user, { last: 'whisper', calledAt: instantOf(now - (now % MINUTE)) })
  }

  mayHaveBeenWhispered(user: string): boolean {
    const { last, calledAt } = this.home(user)
    return last === 'whisper' || (calledAt !== undefined && this.#clock.now() < plus(calledAt, TOKEN_MS))
  }

  /** Whose private thread or direct messages a channel is. */
  userOf(channel: string): string | undefined {
    return this.#users.get(channel)
  }

  isDirect(channel: string): boolean {
    const user = this.#users.get(channel)
    return user !== undefined && this.home(user).direct === channel
  }

  /** Every channel in which somebody talks with the bot alone. */
  homes(): readonly string[] {
    return [...this.#users.keys()]
  }

  /** `undefined` in a field forgets it. Nothing is written where nothing changes. */
  async settle(user: string, change: { readonly [F in keyof Home]?: Home[F] | undefined }): Promise<void> {
    const before = this.home(user)
    const fields = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)
    const home: Home = Object.fromEntries(fields)
    if (JSON.stringify(home) === JSON.stringify(before)) return
    this.#remember(user, home)
    const name = `${HOME}${this.#keyring.hash('chat-user', `discord:${user}`)}`
    await this.#store.write((w) => w.threads.putFact(name, this.#seal({ user, ...home })))
  }

  readUpTo(channel: string): string | undefined {
    return this.#read.get(channel)
  }

  /** When that was noted: a moment after it was read. */
  notedAt(channel: string): Instant | undefined {
    return this.#notedAt.get(channel)
  }

  /** Every channel of which something was read. */
  known(): readonly string[] {
    return [...this.#read.keys()]
  }

  /** Written down a moment later: what is read twice is taken once. */
  read(channel: string, message: string): void {
    const before = this.#read.get(channel)
    if (before !== undefined && !isNewer(message, before)) return
    this.#read.set(channel, message)
    this.#changed.add(channel)
  }

  /** The channel is gone. */
  async forget(channel: string): Promise<void> {
    this.#read.delete(channel)
    this.#notedAt.delete(channel)
    this.#changed.delete(channel)
    const user = this.#users.get(channel)
    if (user === undefined) return
    const { thread, direct } = this.home(user)
    if (thread === channel) await this.settle(user, { thread: undefined })
    if (direct === channel) await this.settle(user, { direct: undefined })
  }

  async flush(): Promise<void> {
    const changed = [...this.#changed]
    if (changed.length === 0) return
    this.#changed.clear()
    const at = this.#clock.now()
    try {
      await this.#store.write(async (w) => {
        for (const channel of changed) {
          const last = this.#read.get(channel)
          if (last === undefined) continue
          const name = `${READ}${this.#keyring.hash('chat', `discord:${channel}`)}`
          await w.threads.putFact(name, this.#seal({ channel, last, at }))
        }
      })
      for (const channel of changed) this.#notedAt.set(channel, at)
    } catch (error) {
      for (const channel of changed) this.#changed.add(channel)
      throw error
    }
  }
}
