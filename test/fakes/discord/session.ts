// A session of the gateway: its intents, everything it was ever told with its number, and the line it has now, if any.
import type { WebSocket } from 'ws'
import type { Happening } from './world.ts'

type Told = { readonly s: number; readonly t: string; readonly d: object }

export const DISPATCH = 0

export class Session {
  readonly id: string
  readonly intents: number
  readonly #told: Told[] = []
  #line: WebSocket | undefined
  /** Since when it has no line; it can be resumed for a while. */
  lostAtMs: number | undefined
  #count = 0

  constructor(id: string, intents: number, line: WebSocket) {
    this.id = id
    this.intents = intents
    this.#line = line
  }

  get line(): WebSocket | undefined {
    return this.#line
  }

  get sequence(): number {
    return this.#count
  }

  lost(nowMs: number): void {
    this.#line = undefined
    this.lostAtMs = nowMs
  }

  tell({ t, intent, d }: Happening, times = 1): void {
    if (intent !== 0 && (this.intents & intent) === 0) return
    const data = d(this.intents)
    if (!data) return
    for (let time = 0; time < times; time += 1) this.#send(t, structuredClone(data))
  }

  #send(t: string, d: object): void {
    this.#count += 1
    const told = { s: this.#count, t, d }
    this.#told.push(told)
    this.#put(told)
  }

  #put({ s, t, d }: Told): void {
    if (this.#line?.readyState === 1) this.#line.send(JSON.stringify({ op: DISPATCH, s, t, d }))
  }

  /** Everything after this number is told again, then that it is caught up. */
  resume(line: WebSocket, after: number): void {
    this.#line = line
    this.lostAtMs = undefined
    for (const told of this.#told.filter(({ s }) => s > after)) this.#put(told)
    this.#send('RESUMED', {})
  }
}
