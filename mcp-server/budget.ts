// How much may be asked: calls by subject and by all together, and a smaller budget for references that are not found.
import { type Instant, MINUTE, SECOND } from '../core/kit/clock.ts'

export type Limits = {
  /** Calls a minute; as many may come at once. */
  readonly perSubject: number
  readonly overall: number
  /** References that were not found: so many are forgiven, each a minute long, then every further one doubles the wait. */
  readonly misses: number
}
export const defaultLimits: Limits = { perSubject: 120, overall: 600, misses: 10 }

const LONGEST_WAIT = 10 * MINUTE
/** Subjects that are remembered; who was away longest is forgotten first. */
const MOST_SUBJECTS = 10_000

/** Tokens that come back evenly; pure but for the two numbers. */
class Bucket {
  #left: number
  #at: Instant
  readonly #size: number
  constructor(size: number, now: Instant) {
    this.#size = size
    this.#left = size
    this.#at = now
  }
  take(now: Instant): number {
    this.#left = Math.min(this.#size, this.#left + (Math.max(0, now - this.#at) * this.#size) / MINUTE)
    this.#at = now
    if (this.#left < 1) return Math.ceil(((1 - this.#left) * MINUTE) / this.#size)
    this.#left -= 1
    return 0
  }
}

type Guessing = { misses: number; lastAt: Instant; until: Instant }
type Known = { readonly calls: Bucket; readonly guessing: Guessing }

export type Budget = {
  /** Zero, or how many milliseconds to wait before the next call. */
  call(subject: string, now: Instant): number
  /** Zero, or how long no reference is looked up for this subject. */
  guessing(subject: string, now: Instant): number
  miss(subject: string, now: Instant): void
}

export function makeBudget(limits: Limits, now: Instant): Budget {
  const overall = new Bucket(limits.overall, now)
  const subjects = new Map<string, Known>()
  const of = (subject: string, at: Instant): Known => {
    const known = subjects.get(subject) ?? {
      calls: new Bucket(limits.perSubject, at),
      guessing: { misses: 0, lastAt: at, until: at },
    }
    subjects.delete(subject)
    subjects.set(subject, known)
    if (subjects.size > MOST_SUBJECTS) subjects.delete(subjects.keys().next().value ?? '')
    return known
  }
  return {
    // The subject first: somebody who asks too much does not use up what is there for all.
    call: (subject, at) => of(subject, at).calls.take(at) || overall.take(at),
    guessing: (subject, at) => Math.max(0, of(subject, at).guessing.until - at),
    miss: (subject, at) => {
      const { guessing } = of(subject, at)
      const forgiven = Math.floor((at - guessing.lastAt) / MINUTE)
      guessing.misses = Math.max(0, guessing.misses - forgiven) + 1
      guessing.lastAt = at
      const beyond = guessing.misses - limits.misses
      if (beyond > 0) guessing.until = (at + Math.min(LONGEST_WAIT, SECOND * 2 ** Math.min(beyond, 20))) as Instant
    },
  }
}
