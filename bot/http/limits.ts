// How much the server bears: nobody who sends slowly, much or often can hold more of it than this.
import { SECOND } from '../../core/kit/clock.ts'

export type Limits = {
  /** Open connections; more are closed at once. */
  readonly connections: number
  /** Requests being answered; more hear 503. */
  readonly running: number
  readonly headerBytes: number
  readonly headerCount: number
  /** From the first byte to the last of the headers. */
  readonly headersMs: number
  /** From the first byte to the last of the request. */
  readonly requestMs: number
  /** How often slow requests are looked for. */
  readonly lookMs: number
  /** A connection between two requests. */
  readonly idleMs: number
  /** A connection on which nothing moves, in either direction: also who does not read the answer. */
  readonly silentMs: number
  readonly requestsAConnection: number
  /** What runs may take this long when the server closes. */
  readonly graceMs: number
}

export const LIMITS: Limits = {
  connections: 512,
  running: 128,
  headerBytes: 8_192,
  headerCount: 64,
  headersMs: 10 * SECOND,
  requestMs: 20 * SECOND,
  lookMs: SECOND,
  idleMs: 5 * SECOND,
  silentMs: 60 * SECOND,
  requestsAConnection: 1_000,
  graceMs: 10 * SECOND,
}
