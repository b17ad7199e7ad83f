// What goes wrong between the bot and Discord: told for the next calls, or by chance from a seed.
import type { Call } from './call.ts'

export type Fault =
  | { readonly kind: 'wait-before'; readonly ms: number }
  | { readonly kind: 'wait-after'; readonly ms: number }
  /** The connection is reset and nothing was done. */
  | { readonly kind: 'drop' }
  /** It was done, and the bot never hears of it. */
  | { readonly kind: 'accept-then-drop' }
  /** No answer, for as long as the bot waits; nothing was done, or all of it. */
  | { readonly kind: 'hang' | 'accept-then-hang' }
  | { readonly kind: 'server-error'; readonly status?: 500 | 502 | 503 | 504 }
  /** 429; with `holds` every call that fits is refused until the time is over. */
  | {
      readonly kind: 'too-many'
      readonly retryAfterS: number
      readonly scope?: 'user' | 'shared' | 'global'
      readonly holds?: true
    }
  /** The call is done; the gateway's line is cut. */
  | { readonly kind: 'gateway-drop' }

export type Aim = {
  /** As `POST /channels/:channel/messages`. */
  readonly route?: string | readonly string[]
  /** The id of a channel in the path. */
  readonly channel?: string
  readonly where?: (call: Call) => boolean
  /** How many calls it hits; 1 unless said. */
  readonly times?: number
}

export type Chaos = {
  readonly seed: number
  /** Of a call that fits, 0 to 1. */
  readonly chance: number
  readonly faults: readonly Fault[]
  readonly aim?: Omit<Aim, 'times'>
}

type Planned = { readonly aim: Aim; readonly fault: Fault; left: number; untilMs?: number }

/** A small linear generator: the same seed gives the same faults in the same order of calls. */
function seeded(seed: number): () => number {
  let state = BigInt(seed) + 1n
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn
    return Number(state >> 40n) / 2 ** 24
  }
}

const fits = ({ route, channel, where }: Aim, call: Call): boolean =>
  (route === undefined || [route].flat().includes(call.route)) &&
  (channel === undefined || call.params.channel === channel) &&
  (where === undefined || where(call))

export class Faults {
  #planned: Planned[] = []
  #chaos: (Chaos & { readonly random: () => number }) | undefined

  plan(aim: Aim, fault: Fault): void {
    this.#planned.push({ aim, fault, left: aim.times ?? 1 })
  }

  chaos(chaos: Chaos): void {
    this.#chaos = { ...chaos, random: seeded(chaos.seed) }
  }

  /** From now on everything goes well. */
  calm(): void {
    this.#planned = []
    this.#chaos = undefined
  }

  pick(call: Call, nowMs: number): Fault | undefined {
    this.#planned = this.#planned.filter(({ left, untilMs }) => left > 0 || (untilMs !== undefined && untilMs > nowMs))
    const planned = this.#planned.find(({ aim }) => fits(aim, call))
    if (planned) return this.#spend(planned, nowMs)
    const chaos = this.#chaos
    if (!chaos || !fits(chaos.aim ?? {}, call) || chaos.random() >= chaos.chance) return undefined
    return chaos.faults[Math.floor(chaos.random() * chaos.faults.length)]
  }

  #spend(planned: Planned, nowMs: number): Fault {
    const { fault } = planned
    if (fault.kind === 'too-many' && fault.holds) {
      planned.untilMs ??= nowMs + fault.retryAfterS * 1000
      planned.left = 0
      return { ...fault, retryAfterS: (planned.untilMs - nowMs) / 1000 }
    }
    planned.left -= 1
    return fault
  }
}
