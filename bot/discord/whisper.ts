// Answers to an interaction for one person's eyes in a channel that all can read: for as long as its token lives, and a short while.
import { Routes } from 'discord.js'
import { type Clock, type Instant, MINUTE, plus } from '../../core/kit/clock.ts'

export type Token = {
  readonly token: string
  readonly application: string
}

/** After that the person has gone on, and what comes then must stand where they find it again. */
const FRESH_MS = MINUTE
const MOST = 10_000

export type Live = Token & {
  readonly until: Instant
  /** False where nobody listened any more when we answered first. */
  readonly acked: Promise<boolean>
  hasSpoken: boolean
}

export class Whispers {
  readonly #clock: Clock
  readonly #live = new Map<string, Live>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** What they pressed or called last. */
  give(user: string, { token, application }: Token, acked: Promise<boolean>): Live {
    this.#live.delete(user)
    const live = { token, application, until: plus(this.#clock.now(), FRESH_MS), acked, hasSpoken: false }
    this.#live.set(user, live)
    const eldest = this.#live.keys().next()
    if (this.#live.size > MOST && !eldest.done) this.#live.delete(eldest.value)
    return live
  }

  of(user: string): Live | undefined {
    const live = this.#live.get(user)
    if (live && live.until > this.#clock.now()) return live
    this.#live.delete(user)
    return undefined
  }

  /** It is dead, or what became of an answer by it is unclear: nothing more goes that way. */
  drop(user: string): void {
    this.#live.delete(user)
  }
}

export const followUps = ({ application, token }: Token): `/webhooks/${string}/${string}` =>
  Routes.webhook(application, token) as `/webhooks/${string}/${string}`
export const firstAnswer = ({ application, token }: Token): `/webhooks/${string}` =>
  Routes.webhookMessage(application, token, '@original')
