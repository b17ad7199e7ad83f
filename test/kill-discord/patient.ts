// Somebody who asks the bot one thing by a press or a command, waits for its answer, and asks again what failed before their eyes.
import type { Interaction } from '../fakes/discord/interaction.ts'
import type { Seen } from '../fakes/discord/screen.ts'
import { byAge } from '../fakes/discord/snowflake.ts'
import type { Somebody } from '../fakes/discord/somebody.ts'

/** What failed may have been heard all the same: its answer is waited for a moment, so that it passes for no other's. */
const AGAIN_MS = 2_000

/** The step that a message of the bot stands for. */
export function stepOf({ buttons, selects }: Seen): string | undefined {
  const ids = [
    ...buttons.flat().map(({ customId }) => customId),
    ...selects.flatMap(({ options }) => options.map(({ value }) => value)),
  ]
  return ids.find((id) => id?.startsWith('c:'))?.split(':')[1]
}

export class Patient {
  readonly who: Somebody
  readonly #ask: (who: Somebody) => Interaction
  #waiting: Interaction | undefined
  #notBefore = 0
  answered = 0

  constructor(who: Somebody, ask: (who: Somebody) => Interaction) {
    this.who = who
    this.#ask = ask
  }

  #isAnswered({ id }: Interaction): boolean {
    return this.who
      .sees()
      .some((seen) => seen.by === 'bot' && !seen.loading && byAge(seen.id, id) > 0 && stepOf(seen) !== undefined)
  }

  /** Has their turn. */
  goOn(): void {
    const waiting = this.#waiting
    if (waiting) {
      if (this.#isAnswered(waiting)) this.answered += 1
      else if (waiting.failed) this.#notBefore = performance.now() + AGAIN_MS
      else return
      this.#waiting = undefined
    }
    if (performance.now() >= this.#notBefore) this.#waiting = this.#ask(this.who)
  }

  /** They were told "received", and nothing came. */
  get isForgotten(): boolean {
    const waiting = this.#waiting
    return waiting?.acked !== undefined && !this.#isAnswered(waiting)
  }
}
