// The update queue: ids that rise, kept until the bot confirms them by its offset, one poller at a time.
import { conflict } from './refusal.ts'

export type Update = { readonly update_id: number; readonly [kind: string]: unknown }

/** Sent only to bots that ask for them by name. */
const ON_REQUEST = ['chat_member', 'message_reaction', 'message_reaction_count']

type Poll = {
  readonly answer: (updates: readonly Update[]) => void
  readonly refuse: (error: Error) => void
  limit: number
}

export class Updates {
  #pending: Update[] = []
  #again: Update[] = []
  #lastId: number
  #allowed: readonly string[] | undefined
  #poll: Poll | undefined
  #repeats = 0
  #held: { kind: string; payload: object } | undefined
  #swaps = 0
  /** Told whenever an update came, or the webhook took one. */
  readonly #listeners: (() => void)[] = []

  constructor(firstId = 700_000_001) {
    this.#lastId = firstId - 1
  }

  get unconfirmed(): readonly Update[] {
    return [...this.#pending, ...(this.#held ? [{ update_id: 0, [this.#held.kind]: this.#held.payload }] : [])]
  }

  get allowed(): readonly string[] | undefined {
    return this.#allowed
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener)
  }

  allow(kinds: readonly string[] | undefined): void {
    if (kinds) this.#allowed = kinds.length === 0 ? undefined : kinds
  }

  takes(kind: string): boolean {
    return this.#allowed ? this.#allowed.includes(kind) : !ON_REQUEST.includes(kind)
  }

  /** The next `count` updates are delivered once more after they were confirmed. */
  repeatNext(count = 1): void {
    this.#repeats += count
  }

  /** The next two updates arrive in the wrong order: the later event under the smaller id. */
  swapNext(): void {
    this.#swaps += 1
  }

  push(kind: string, payload: object): void {
    if (!this.takes(kind)) return
    if (this.#swaps > 0 && !this.#held) {
      this.#held = { kind, payload }
      return
    }
    this.#add(kind, payload)
    if (this.#held) {
      const { kind: heldKind, payload: heldPayload } = this.#held
      this.#held = undefined
      this.#swaps -= 1
      this.#add(heldKind, heldPayload)
    }
    this.#serve()
    for (const listener of this.#listeners) listener()
  }

  #add(kind: string, payload: object): void {
    this.#lastId += 1
    // What was sent does not change any more when the message is edited later.
    this.#pending.push({ update_id: this.#lastId, [kind]: structuredClone(payload) })
  }

  /** Everything below `offset` is confirmed; a negative offset keeps that many of the newest. */
  confirm(offset: number): void {
    const gone = offset < 0 ? this.#pending.slice(0, offset) : this.#pending.filter((u) => u.update_id < offset)
    if (gone.length === 0) return
    const repeated = gone.slice(0, this.#repeats)
    this.#repeats -= repeated.length
    this.#again.push(...repeated)
    this.#pending = this.#pending.slice(gone.length)
  }

  #ready(limit: number): readonly Update[] {
    const again = this.#again.splice(0, limit)
    return [...again, ...this.#pending.slice(0, limit - again.length)]
  }

  #serve(): void {
    const poll = this.#poll
    if (!poll) return
    const ready = this.#ready(poll.limit)
    if (ready.length === 0) return
    this.#poll = undefined
    poll.answer(ready)
  }

  /** What `getUpdates` answers; waits up to `timeoutS` seconds when there is nothing. */
  poll(offset: number, limit: number, timeoutS: number, gone: AbortSignal): Promise<readonly Update[]> {
    this.interrupt('terminated by other getUpdates request; make sure that only one bot instance is running')
    if (offset !== 0) this.confirm(offset)
    const ready = this.#ready(limit)
    if (ready.length > 0 || timeoutS === 0) return Promise.resolve(ready)
    return new Promise((answer, refuse) => {
      const done = (work: () => void) => () => {
        if (this.#poll === poll) this.#poll = undefined
        clearTimeout(timer)
        work()
      }
      const timer = setTimeout(() => done(() => answer([]))(), timeoutS * 1000)
      const poll: Poll = {
        limit,
        answer: (updates) => done(() => answer(updates))(),
        refuse: (error) => done(() => refuse(error))(),
      }
      this.#poll = poll
      gone.addEventListener(
        'abort',
        done(() => answer([])),
      )
    })
  }

  /** Ends the poll that waits, with 409. */
  interrupt(text: string): void {
    this.#poll?.refuse(conflict(text))
  }

  /** The oldest waiting update, for the webhook. */
  get oldest(): Update | undefined {
    return this.#again[0] ?? this.#pending[0]
  }

  /** The webhook took it. */
  took(update: Update): void {
    if (this.#again[0] === update) this.#again.shift()
    else this.confirm(update.update_id + 1)
    for (const listener of this.#listeners) listener()
  }

  drop(): void {
    this.#pending = []
    this.#again = []
  }

  close(): void {
    this.#poll?.answer([])
  }
}
