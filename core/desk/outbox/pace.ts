// How much may go out now: a platform's limits as sliding windows in memory; after a restart its own answers still hold.
import { type Clock, type Instant, MINUTE, plus, SECOND } from '../../kit/clock.ts'
import type { ChatPlatform, Request } from '../../ports/chat-platform.ts'

/** What a request counts as. */
type Scope = 'staff' | 'staff-edit' | `user:${string}` | 'free'

const EDITS: readonly Request['kind'][] = ['edit', 'pin', 'set-thread']
const FREE: readonly Request['kind'][] = ['react', 'remove']

function scopeOf(request: Request): Scope {
  if (FREE.includes(request.kind)) return 'free'
  if (EDITS.includes(request.kind)) return 'at' in request && request.at.room !== 'staff' ? 'free' : 'staff-edit'
  if (!('to' in request)) return 'staff'
  return request.to.room === 'staff' ? 'staff' : `user:${request.to.address}`
}

const isForRoom = (request: Request): boolean =>
  'to' in request && request.to.room === 'staff' && request.to.thread === null

type Window = { readonly ms: number; readonly most: number; readonly taken: Instant[] }

/** The platform counts arrivals: a call that was slow on its way ends its minute later there than here. */
const LATE_MS = SECOND

/** The longest silent address is forgotten first. */
const MOST_SCOPES = 20_000

export class Pace {
  readonly #clock: Clock
  readonly #limits: ChatPlatform['pace']
  readonly #windows = new Map<Scope | 'all', Window>()
  readonly #held = new Map<Scope, Instant>()
  #kept = 0

  constructor(limits: ChatPlatform['pace'], clock: Clock) {
    this.#limits = limits
    this.#clock = clock
  }

  #window(scope: Scope | 'all'): Window {
    const known = this.#windows.get(scope)
    if (known) return known
    const { perSecond, staffPerMinute, staffEditsPerMinute, perUserMs } = this.#limits
    const shape =
      scope === 'all'
        ? { ms: SECOND, most: perSecond }
        : scope === 'staff'
          ? { ms: MINUTE + LATE_MS, most: staffPerMinute }
          : scope === 'staff-edit'
            ? { ms: MINUTE + LATE_MS, most: staffEditsPerMinute }
            : // Three at once, then one each: a verdict of two sentences is not spread over seconds.
              { ms: 3 * perUserMs, most: 3 }
    const window = { ...shape, taken: [] }
    this.#windows.set(scope, window)
    const eldest = this.#windows.keys().next()
    if (this.#windows.size > MOST_SCOPES && !eldest.done && eldest.value.startsWith('user:')) {
      this.#windows.delete(eldest.value)
    }
    return window
  }

  /** `spare`: so many are left to others. */
  #left(scope: Scope | 'all', now: Instant, spare = 0): { readonly left: number; readonly waitMs: number } {
    const { ms, most, taken } = this.#window(scope)
    while (taken[0] !== undefined && taken[0] + ms <= now) taken.shift()
    const left = most - spare - taken.length
    return { left, waitMs: left > 0 ? 0 : (taken[-left] as number) + ms - now }
  }

  /** New messages and threads that staff can still be sent in this minute. */
  staffLeft(): number {
    return this.#left('staff', this.#clock.now()).left
  }

  /** How long until staff can be sent something new outside their common room. */
  staffWaitMs(): number {
    return this.#left('staff', this.#clock.now(), this.#kept).waitMs
  }

  /** Of a minute's messages to staff so many are kept for their common room: a crowd of threads would take them all. */
  keepForRoom(count: number): void {
    this.#kept = count
  }

  /** Counts the request and gives 0, or gives how long it has to wait and counts nothing. */
  take(request: Request): number {
    const now = this.#clock.now()
    const scope = scopeOf(request)
    const until = this.#held.get(scope)
    if (until !== undefined && until > now) return until - now
    this.#held.delete(scope)
    const all = this.#left('all', now)
    if (all.left <= 0) return all.waitMs
    if (scope !== 'free') {
      const own = this.#left(scope, now, scope === 'staff' && !isForRoom(request) ? this.#kept : 0)
      if (own.left <= 0) return own.waitMs
      this.#window(scope).taken.push(now)
    }
    this.#window('all').taken.push(now)
    return 0
  }

  /** The platform said to wait: everything that counts like this request does. */
  hold(request: Request, ms: number): void {
    this.#held.set(scopeOf(request), plus(this.#clock.now(), ms))
  }
}
