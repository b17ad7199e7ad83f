// What providers answered lately, so that impatient people do not make us a nuisance to them; and how many questions they get.
import type { ChannelName, QueryAnswer } from '../../domain/channel.ts'
import { type Instant, MINUTE } from '../../kit/clock.ts'

/** Questions to one provider in any minute, all users together. Scheduled queries are not counted. */
export const QUESTIONS_A_MINUTE = 120
/** Orders whose last answer is remembered; the oldest is forgotten first. */
export const REMEMBERED_ORDERS = 1_000

type Remembered = { readonly askedAt: Instant; readonly answer: Promise<QueryAnswer> }

export class ProviderAnswers {
  readonly #answers = new Map<string, Remembered>()
  readonly #questions = new Map<ChannelName, readonly Instant[]>()
  readonly #budget: number

  constructor(questionsAMinute = QUESTIONS_A_MINUTE) {
    this.#budget = questionsAMinute
  }

  /** The answer to the question of less than `intervalMs` ago, also one that is still on its way. */
  recall(key: string, now: Instant, intervalMs: number): Promise<QueryAnswer> | undefined {
    const known = this.#answers.get(key)
    if (!known) return undefined
    const age = now - known.askedAt
    // A clock that was set back must not make an answer last.
    return age >= 0 && age < intervalMs ? known.answer : undefined
  }

  remember(key: string, askedAt: Instant, answer: Promise<QueryAnswer>): void {
    this.#answers.delete(key)
    this.#answers.set(key, { askedAt, answer })
    if (this.#answers.size <= REMEMBERED_ORDERS) return
    const [oldest] = this.#answers.keys()
    if (oldest !== undefined) this.#answers.delete(oldest)
  }

  /** A newer answer that nobody had to ask for; it does not put off the next question. */
  replace(key: string, answer: Promise<QueryAnswer>): void {
    const known = this.#answers.get(key)
    if (known) this.#answers.set(key, { ...known, answer })
  }

  /** Takes one question out of the provider's budget; false when this minute's is used up. */
  spend(channel: ChannelName, now: Instant): boolean {
    const recent = (this.#questions.get(channel) ?? []).filter((at) => at > now - MINUTE && at <= now)
    const left = recent.length < this.#budget
    this.#questions.set(channel, left ? [...recent, now] : recent)
    return left
  }
}
