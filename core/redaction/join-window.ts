// The last messages of one person, kept for a minute: a value sent in pieces is hidden in all of them.
import { type Instant, MINUTE } from '../kit/clock.ts'
import type { Raw } from './raw.ts'
import type { Redaction, Redactor } from './redact.ts'

/** Messages read together, the newest included. */
const MESSAGES = 3
const WINDOW_MS = MINUTE

/** An earlier message that must now be shown otherwise: `back` 1 is the one right before the newest. */
export type Earlier = { readonly back: number; readonly redaction: Redaction }

export type Joined = Redaction & {
  /** Empty unless the newest message proved that an earlier one holds a part of a value. */
  readonly earlier: readonly Earlier[]
}

type Kept = { readonly raw: Raw; readonly at: Instant; text: string }

/** One window serves one author in one conversation. Keeps at most two earlier messages, in memory only. */
export class JoinWindow {
  readonly #redactor: Redactor
  #kept: Kept[] = []

  constructor(redactor: Redactor) {
    this.#redactor = redactor
  }

  /** Redacts the newest message in the light of those before it. Never throws. */
  add(raw: Raw, at: Instant): Joined {
    const kept = this.#kept.filter((message) => at - message.at <= WINDOW_MS).slice(1 - MESSAGES)
    const alone = this.#redactor.redact(raw)
    if (alone.withheld) {
      this.#kept = []
      return { ...alone, earlier: [] }
    }
    const together = this.#redactor.redactTogether([...kept.map((message) => message.raw), raw])
    const newest = together.at(-1) ?? alone
    const earlier = kept.flatMap((message, i): Earlier[] => {
      const redaction = together[i]
      if (!redaction || redaction.text === message.text) return []
      message.text = redaction.text
      return [{ back: kept.length - i, redaction }]
    })
    this.#kept = [...kept, { raw, at, text: newest.text }]
    return { ...newest, earlier }
  }
}
