// The sending limits of Telegram: a message a second in a private chat, 20 a minute in a group, 30 a second overall.

/** At most `count` within `windowMs`, counted over a window that slides. */
type Rule = { readonly count: number; readonly windowMs: number }

const PRIVATE_BURST: Rule = { count: 5, windowMs: 5_000 }
const GROUP: Rule = { count: 20, windowMs: 60_000 }
const GROUP_EDITS: Rule = { count: 20, windowMs: 60_000 }
const OVERALL: Rule = { count: 30, windowMs: 1_000 }

export type Weight = 'message' | 'edit'

export class Rates {
  /** Off unless a test is about limits. */
  on = false
  readonly #taken = new Map<string, number[]>()

  /** Seconds to wait, or undefined where `count` messages may go now; then they are counted. */
  take(
    chat: { readonly id: number; readonly type: string },
    weight: Weight,
    count: number,
    nowMs: number,
  ): number | undefined {
    if (!this.on) return undefined
    const own =
      chat.type === 'private'
        ? weight === 'edit'
          ? undefined
          : PRIVATE_BURST
        : weight === 'edit'
          ? GROUP_EDITS
          : GROUP
    const rules: [string, Rule][] = [
      ...(own ? [[`${chat.id} ${weight}`, own] as [string, Rule]] : []),
      ['overall', OVERALL],
    ]
    const waits = rules.map(([key, rule]) => this.#waitMs(key, rule, count, nowMs))
    const waitMs = Math.max(...waits)
    if (waitMs > 0) return Math.ceil(waitMs / 1000)
    for (const [key] of rules) this.#taken.get(key)?.push(...Array.from({ length: count }, () => nowMs))
    return undefined
  }

  #waitMs(key: string, { count: allowed, windowMs }: Rule, count: number, nowMs: number): number {
    const recent = (this.#taken.get(key) ?? []).filter((at) => at > nowMs - windowMs)
    this.#taken.set(key, recent)
    const over = recent.length + count - allowed
    if (over <= 0 || recent.length === 0) return 0
    const freedBy = recent[Math.min(over, recent.length) - 1] ?? nowMs
    return freedBy + windowMs - nowMs
  }
}
