// Values that somebody sends in pieces: each person's last messages are read together, and what was stored of them is mended.
import type { Instant } from '../../kit/clock.ts'
import { type Joined, JoinWindow } from '../../redaction/join-window.ts'
import type { Raw } from '../../redaction/raw.ts'
import type { Redactor } from '../../redaction/redact.ts'
import type { Redacted } from '../../redaction/redacted.ts'

/** An earlier message that must be stored otherwise. */
export type Mended = { readonly inboxId: string; readonly before: Redacted; readonly text: Redacted }

type Kept = { readonly inboxId: string; text: Redacted }
type Windowed = { readonly window: JoinWindow; kept: Kept[] }

/** People whose last words are held in memory, for a minute each; the longest silent one makes room. */
const MOST_PEOPLE = 2_000

export class Pieces {
  readonly #redactor: Redactor
  readonly #people = new Map<string, Windowed>()

  constructor(redactor: Redactor) {
    this.#redactor = redactor
  }

  /** Redacts a message in the light of those before it; `inboxId` is where it will be stored. */
  add(conversationId: string, inboxId: string, raw: Raw, at: Instant): Joined & { readonly mended: readonly Mended[] } {
    const known = this.#people.get(conversationId)
    const person = known ?? { window: new JoinWindow(this.#redactor), kept: [] }
    this.#people.delete(conversationId)
    this.#people.set(conversationId, person)
    const eldest = this.#people.keys().next()
    if (this.#people.size > MOST_PEOPLE && !eldest.done) this.#people.delete(eldest.value)

    const joined = person.window.add(raw, at)
    const mended = joined.earlier.flatMap(({ back, redaction }): Mended[] => {
      const earlier = person.kept.at(-back)
      if (!earlier) return []
      const before = earlier.text
      earlier.text = redaction.text
      return [{ inboxId: earlier.inboxId, before, text: redaction.text }]
    })
    person.kept = [...person.kept, { inboxId, text: joined.text }].slice(-3)
    return { ...joined, mended }
  }
}
