// What is still to be done after an update was committed: in order for one person, side by side for many, never without bound.
import type { Chat } from '../core/desk/chat/chat.ts'
import { sleep } from '../core/kit/clock.ts'

const MOST = 200
const RESUME_MS = 2_000

export class Followers {
  readonly #chains = new Map<string, Promise<void>>()
  readonly #waiting: (() => void)[] = []
  #count = 0

  /** `work` never rejects. It begins when what the same person asked for before is done. */
  add(person: string, work: () => Promise<void>): void {
    this.#count += 1
    const before = this.#chains.get(person) ?? Promise.resolve()
    const mine = before.then(work).finally(() => {
      this.#count -= 1
      if (this.#chains.get(person) === mine) this.#chains.delete(person)
      if (this.#count < MOST) for (const wake of this.#waiting.splice(0)) wake()
    })
    this.#chains.set(person, mine)
  }

  async room(): Promise<void> {
    while (this.#count >= MOST) await new Promise<void>((wake) => this.#waiting.push(wake))
  }

  async idle(): Promise<void> {
    while (this.#chains.size > 0) await Promise.allSettled(this.#chains.values())
  }
}

/** A lookup that failed is handed out once more; what fails then waits for the next start. Never rejects. */
export async function followUp(
  chat: Chat,
  platform: string,
  user: string,
  work: () => Promise<void>,
  failed: (error: unknown) => void,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    failed(error)
    await sleep(RESUME_MS)
    await chat.resume(platform, user).catch(failed)
  }
}
