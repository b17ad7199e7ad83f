// How often each provider may be asked by itself: a budget a minute, and a pause that grows while its answers cannot be read.
import { type ChannelName, channelNames } from '../../domain/channel.ts'
import { type Clock, type Instant, instantOf, MINUTE, plus, SECOND } from '../../kit/clock.ts'
import { type Ids, jitteredBy } from '../../kit/ids.ts'

/** Scheduled questions to one provider in any minute; those of users have a budget of their own. */
export const ASKED_A_MINUTE = 600
/** So many unreadable answers in a row are the provider's trouble and not one order's. */
const IN_A_ROW = 3
const FIRST_PAUSE_MS = 2 * SECOND
const LONGEST_PAUSE_MS = MINUTE

type Pace = { asked: Instant[]; unclear: number; notBefore: Instant }

export class ProviderPace {
  readonly #clock: Clock
  readonly #ids: Ids
  readonly #budget: number
  readonly #paces: { readonly [N in ChannelName]: Pace }

  constructor({ clock, ids }: { readonly clock: Clock; readonly ids: Ids }, budget = ASKED_A_MINUTE) {
    this.#clock = clock
    this.#ids = ids
    this.#budget = budget
    const fresh = (): Pace => ({ asked: [], unclear: 0, notBefore: instantOf(0) })
    this.#paces = Object.fromEntries(channelNames.map((name) => [name, fresh()])) as { [N in ChannelName]: Pace }
  }

  /** Takes one question out of the budget; false while the provider is left in peace. */
  take(channel: ChannelName): boolean {
    const pace = this.#paces[channel]
    const now = this.#clock.now()
    if (now < pace.notBefore) return false
    pace.asked = pace.asked.filter((at) => at > now - MINUTE && at <= now)
    if (pace.asked.length >= this.#budget) return false
    pace.asked.push(now)
    return true
  }

  /** What came of a question. The pause ends with the first answer that can be read. */
  heard(channel: ChannelName, clear: boolean): void {
    const pace = this.#paces[channel]
    if (clear) {
      pace.unclear = 0
      pace.notBefore = instantOf(0)
      return
    }
    pace.unclear += 1
    if (pace.unclear < IN_A_ROW) return
    const doublings = Math.min(pace.unclear - IN_A_ROW, 10)
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** doublings, LONGEST_PAUSE_MS)
    pace.notBefore = plus(this.#clock.now(), jitteredBy(this.#ids, pauseMs))
  }
}
