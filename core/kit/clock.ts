// Time is handed in: the only wall clock of the product, and the zone in which people read it.

declare const instant: unique symbol
/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number & { readonly [instant]: true }

export type Clock = { now(): Instant }

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const instantOf = (ms: number): Instant => ms as Instant
export const plus = (at: Instant, ms: number): Instant => (at + ms) as Instant

/** Parses an ISO 8601 time with an offset. Returns undefined where it is none. */
export function parseInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : instantOf(ms)
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) }

export type SettableClock = Clock & { set(at: Instant): void; advance(ms: number): void }

/** A clock that stands still until it is set: for replays, tests and rehearsals. */
export function fixedClock(at: Instant | string): SettableClock {
  let now = typeof at === 'string' ? instantOf(Date.parse(at)) : at
  return {
    now: () => now,
    set: (next) => {
      now = next
    },
    advance: (ms) => {
      now = plus(now, ms)
    },
  }
}

/** Does `work` every `ms` until `signal` fires, never twice at a time; resolves when the last one is done. */
export async function every(ms: number, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await sleep(ms, signal)
    if (!signal.aborted) await work()
  }
}

/** Lets `ms` pass; resolves early, without an error, when `signal` fires. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const stop = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      resolve()
    }
    const timer = setTimeout(stop, ms)
    signal?.addEventListener('abort', stop)
  })
}

let turn: Promise<void> | undefined

/**
 * Resolves when everything that has arrived by now was heard. Whoever waits in the same turn of the event loop goes on
 * together, so that what they write rides in one commit.
 */
export function turnEnd(): Promise<void> {
  turn ??= new Promise((resolve) => {
    setImmediate(() => {
      turn = undefined
      resolve()
    })
  })
  return turn
}
