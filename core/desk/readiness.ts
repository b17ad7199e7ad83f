// Whether the bot can do its work just now: the store answers, what is to be sent goes out, the reconciler runs.
import { type Clock, type Instant, MINUTE, SECOND } from '../kit/clock.ts'
import { within } from '../kit/deadline.ts'
import type { Context } from './context.ts'

/** `name` and `says` are words and figures of ours. */
export type Readiness = { readonly name: string; readonly ok: boolean; readonly says: string }

/** Somebody's work that comes back again and again, and when it last ended well. */
export class Pulse {
  readonly #clock: Clock
  readonly startedAt: Instant
  #at: Instant | undefined

  constructor(clock: Clock) {
    this.#clock = clock
    this.startedAt = clock.now()
  }

  beat(): void {
    this.#at = this.#clock.now()
  }

  /** Undefined before the first. */
  get lastAt(): Instant | undefined {
    return this.#at
  }
}

const STORE_MS = SECOND
/** Longer than a platform's usual delay: a line that waits so long is stuck, not slow. */
export const OUTBOX_LATE_MS = 10 * MINUTE
/** The reconciler looks every few seconds, and asks providers for up to some minutes when many orders are due. */
export const RECONCILER_LATE_MS = 5 * MINUTE

const secondsIn = (ms: number): string => `${Math.round(ms / SECOND)} s`

/** The checks of a running bot; none throws. `platforms` are those that send by themselves. */
export async function readiness(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  platforms: readonly string[],
  reconciler: Pulse,
): Promise<readonly Readiness[]> {
  const now = clock.now()
  const oldestMs = await within(STORE_MS, undefined, () =>
    store.read(async (r) => {
      const ages = [0]
      for (const platform of platforms) {
        const { oldestAt } = await r.figures.outboxOpen(platform)
        if (oldestAt !== undefined) ages.push(now - oldestAt)
      }
      return Math.max(...ages)
    }),
  )
  const silentMs = now - (reconciler.lastAt ?? reconciler.startedAt)
  const ran = reconciler.lastAt === undefined ? 'has not run yet; started' : 'last ended well'
  return [
    { name: 'store', ok: oldestMs !== undefined, says: oldestMs === undefined ? 'does not answer' : 'answers' },
    {
      name: 'outbox',
      ok: oldestMs !== undefined && oldestMs <= OUTBOX_LATE_MS,
      says: oldestMs === undefined ? 'unknown' : `the oldest line waits for ${secondsIn(oldestMs)}`,
    },
    { name: 'reconciler', ok: silentMs <= RECONCILER_LATE_MS, says: `${ran} ${secondsIn(silentMs)} ago` },
  ]
}
