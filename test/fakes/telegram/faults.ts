// What goes wrong between the bot and Telegram: told for the next calls, or by chance from a seed.
import type { Ask } from './call.ts'

export type Fault =
  | { readonly kind: 'wait-before'; readonly ms: number }
  | { readonly kind: 'wait-after'; readonly ms: number }
  /** The connection dies and nothing was done. */
  | { readonly kind: 'drop' }
  /** It was done, and the bot never hears of it. */
  | { readonly kind: 'accept-then-drop' }
  /** The front of Telegram answers with a page, nothing was done. */
  | { readonly kind: 'bad-gateway'; readonly status?: number }
  /** 429; with `holds` every call that fits is refused until the time is over. */
  | { readonly kind: 'too-many'; readonly retryAfterS: number; readonly holds?: true }

export type Aim = {
  readonly method?: string | readonly string[]
  readonly chat?: number
  readonly where?: (ask: Ask) => boolean
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

/** mulberry32: the same seed gives the same faults in the same order of calls. */
function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const fits = (aim: Aim, ask: Ask): boolean => {
  const methods = aim.method === undefined ? undefined : [aim.method].flat().map((name) => name.toLowerCase())
  return (
    (methods === undefined || methods.includes(ask.method.toLowerCase())) &&
    (aim.chat === undefined || Number(ask.params.chat_id) === aim.chat) &&
    (aim.where === undefined || aim.where(ask))
  )
}

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

  pick(ask: Ask, nowMs: number): Fault | undefined {
    this.#planned = this.#planned.filter(({ left, untilMs }) => left > 0 || (untilMs !== undefined && untilMs > nowMs))
    const planned = this.#planned.find(({ aim }) => fits(aim, ask))
    if (planned) return this.#spend(planned, nowMs)
    const chaos = this.#chaos
    if (!chaos || !fits(chaos.aim ?? {}, ask) || chaos.random() >= chaos.chance) return undefined
    return chaos.faults[Math.floor(chaos.random() * chaos.faults.length)]
  }

  #spend(planned: Planned, nowMs: number): Fault {
    const { fault } = planned
    if (fault.kind === 'too-many' && fault.holds) {
      planned.untilMs ??= nowMs + fault.retryAfterS * 1000
      planned.left = 0
      return { ...fault, retryAfterS: Math.ceil((planned.untilMs - nowMs) / 1000) }
    }
    planned.left -= 1
    return fault
  }
}
