// What was read of each channel, and what was missed: while a channel is read anew, its events wait behind what came before them.
import { isNewer, type Places } from './places.ts'

type Waiting = () => void

export class Gaps {
  readonly #places: Places
  readonly #open = new Map<string, Waiting[]>()
  readonly #pending = new Map<string, Set<string>>()
  #isEverywhere = false

  constructor(places: Places) {
    this.#places = places
  }

  /** A session begins, and which channels there are is not known yet: whatever comes waits. */
  openEverywhere(): void {
    this.#isEverywhere = true
  }

  /** The channels are known now; gives those in which something came meanwhile. */
  nowKnown(): readonly string[] {
    this.#isEverywhere = false
    return [...this.#open.keys()]
  }

  /** From now on nothing of this channel is taken before what was missed. */
  open(channel: string): void {
    if (!this.#open.has(channel)) this.#open.set(channel, [])
  }

  /** True where the event has to wait; it is taken when the gap is closed. */
  holds(channel: string, take: Waiting): boolean {
    if (this.#isEverywhere) this.open(channel)
    const waiting = this.#open.get(channel)
    waiting?.push(take)
    return waiting !== undefined
  }

  close(channel: string): void {
    const waiting = this.#open.get(channel) ?? []
    this.#open.delete(channel)
    for (const take of waiting) take()
  }

  /** A message is on its way into the database: nothing newer counts as read before it is there. */
  begin(channel: string, message: string): void {
    const pending = this.#pending.get(channel) ?? new Set()
    pending.add(message)
    this.#pending.set(channel, pending)
  }

  /** It is there. One that could not be kept holds the mark where it is: at the next gap it is read again. */
  done(channel: string, message: string): void {
    const pending = this.#pending.get(channel)
    if (!pending) return
    pending.delete(message)
    if (pending.size === 0) this.#pending.delete(channel)
    const before = [...pending].some((other) => isNewer(message, other))
    if (!before) this.#places.read(channel, message)
  }

  /** What could not be kept comes again with what is read anew. */
  forget(channel: string): void {
    this.#pending.delete(channel)
  }
}
