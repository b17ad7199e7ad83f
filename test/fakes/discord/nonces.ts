// The bot's own numbers for its messages, remembered for a few minutes: the same number gives the message that was made.
import type { Message } from './message.ts'

const MEMORY_MS = 5 * 60_000

export class Nonces {
  readonly #made = new Map<string, { readonly message: Message; readonly atMs: number }>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  find(nonce: string | number): Message | undefined {
    const made = this.#made.get(String(nonce))
    return made && this.#now() - made.atMs <= MEMORY_MS ? made.message : undefined
  }

  keep(nonce: string | number, message: Message): void {
    this.#made.set(String(nonce), { message, atMs: this.#now() })
  }
}
