// The limits of the API: a bucket a route and place, 50 requests a second overall, and a ban for too many bad requests.

/** At most `count` within `windowMs`, from the first request of the window on. */
type Rule = { readonly count: number; readonly windowMs: number }

const OVERALL: Rule = { count: 50, windowMs: 1_000 }
const INVALID: Rule = { count: 10_000, windowMs: 600_000 }
/** A name is changed seldom: a limit within the limit, which no header tells before it is met. */
const RENAMES: Rule = { count: 2, windowMs: 600_000 }
const USUAL: Rule = { count: 10, windowMs: 10_000 }

const BY_ROUTE: { readonly [route: string]: Rule } = {
  'POST /channels/:channel/messages': { count: 5, windowMs: 5_000 },
  'PATCH /channels/:channel/messages/:message': { count: 5, windowMs: 5_000 },
  'DELETE /channels/:channel/messages/:message': { count: 5, windowMs: 1_000 },
  'GET /channels/:channel/messages': { count: 5, windowMs: 5_000 },
  'PUT /channels/:channel/messages/:message/reactions/:emoji/@me': { count: 1, windowMs: 250 },
  'DELETE /channels/:channel/messages/:message/reactions/:emoji/@me': { count: 1, windowMs: 250 },
  'POST /channels/:channel/threads': { count: 50, windowMs: 300_000 },
  'PATCH /channels/:channel': { count: 5, windowMs: 20_000 },
  'POST /users/@me/channels': { count: 10, windowMs: 10_000 },
  'POST /webhooks/:application/:token': { count: 5, windowMs: 2_000 },
  'PATCH /webhooks/:application/:token/messages/:message': { count: 5, windowMs: 2_000 },
}

type Window = { startedMs: number; used: number }

export type Verdict = {
  readonly allowed: boolean
  readonly scope: 'user' | 'global'
  readonly retryAfterS: number
  readonly headers: { readonly [name: string]: string }
}

/** Interactions are answered outside the overall limit. */
const beyond = (route: string): boolean => route.includes('/interactions/') || route.includes('/webhooks/')

export class Rates {
  /** Off unless a test is about limits. */
  on = false
  readonly #windows = new Map<string, Window>()
  #invalid: number[] = []

  #take(key: string, { count, windowMs }: Rule, nowMs: number): { left: number; resetMs: number } {
    let window = this.#windows.get(key)
    if (!window || nowMs >= window.startedMs + windowMs) {
      window = { startedMs: nowMs, used: 0 }
      this.#windows.set(key, window)
    }
    window.used += 1
    return { left: count - window.used, resetMs: window.startedMs + windowMs }
  }

  /** `place`: the channel, guild or webhook of the path, each of which has a bucket of its own. */
  take(route: string, place: string, nowMs: number): Verdict | undefined {
    if (!this.on) return undefined
    if (!beyond(route)) {
      const { left, resetMs } = this.#take('overall', OVERALL, nowMs)
      const retryAfterS = (resetMs - nowMs) / 1000
      const headers = { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }
      if (left < 0) return { allowed: false, scope: 'global', retryAfterS, headers }
    }
    const rule = BY_ROUTE[route] ?? USUAL
    const { left, resetMs } = this.#take(`${route} ${place}`, rule, nowMs)
    const afterS = (resetMs - nowMs) / 1000
    const headers = {
      'x-ratelimit-limit': String(rule.count),
      'x-ratelimit-remaining': String(Math.max(0, left)),
      'x-ratelimit-reset': String(resetMs / 1000),
      'x-ratelimit-reset-after': String(afterS),
      'x-ratelimit-bucket': bucketOf(route),
      ...(left < 0 ? { 'x-ratelimit-scope': 'user' } : {}),
    }
    return { allowed: left >= 0, scope: 'user', retryAfterS: afterS, headers }
  }

  /** Seconds to wait before this channel may be renamed again. */
  rename(channelId: string, nowMs: number): number | undefined {
    if (!this.on) return undefined
    const { left, resetMs } = this.#take(`rename ${channelId}`, RENAMES, nowMs)
    return left < 0 ? (resetMs - nowMs) / 1000 : undefined
  }

  /** 401, 403 and 429 count, a shared 429 does not. */
  bad(nowMs: number): void {
    this.#invalid.push(nowMs)
  }

  invalid(nowMs: number): number {
    this.#invalid = this.#invalid.filter((at) => at > nowMs - INVALID.windowMs)
    return this.#invalid.length
  }

  banned(nowMs: number): boolean {
    return this.invalid(nowMs) >= INVALID.count
  }
}

/** A short name that is the same for the same route. */
const bucketOf = (route: string): string => {
  let mixed = 7
  for (const letter of route) mixed = (mixed * 31 + letter.charCodeAt(0)) >>> 0
  return mixed.toString(16).padStart(8, '0')
}
