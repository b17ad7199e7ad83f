// Money that goes back to who paid it: one request number for all tries, and what its provider said last. Pure.
import { HOUR, type Instant, MINUTE, plus, SECOND } from '../kit/clock.ts'
import type { Fen } from '../kit/money.ts'
import type { ChannelName } from './channel.ts'

/**
 * `planned`: decided, the provider was never asked. `asking`: a try has left and its answer is not known. `waiting`: the
 * provider has it, or refuses for want of balance. `by-hand`: a person sends it and says so. `refused`: a clear no.
 */
export type PaybackState = 'planned' | 'asking' | 'waiting' | 'by-hand' | 'refused' | 'returned'

/** As the port says it. */
export type PaybackRefusal = 'balance' | 'not-refundable' | 'amount' | 'other'

export type Payback = {
  readonly id: string
  /** At the provider, in every try. */
  readonly number: string
  /** An approved refund of an order, or money in suspense that a person sends back. */
  readonly cause: 'refund' | 'suspense'
  /** The refund's or the payment's id. */
  readonly causeId: string
  readonly paymentId: string
  readonly channel: ChannelName
  readonly amount: Fen
  readonly state: PaybackState
  readonly tries: number
  /** When the provider is asked next; null: it is somebody's turn, or over. */
  readonly nextAt: Instant | null
  /** Since when no answer could be read. */
  readonly unclearSince: Instant | null
  /** What the user was promised. */
  readonly dueTo: Instant | null
  readonly refusal: PaybackRefusal | null
  /** Staff know that it is late. */
  readonly alerted: boolean
  readonly madeAt: Instant
  readonly endedAt: Instant | null
}

/** What a provider said, as the port tells it. */
export type PaybackAnswer =
  | { readonly kind: 'returned' }
  | { readonly kind: 'on-its-way' }
  | { readonly kind: 'refused'; readonly reason: PaybackRefusal }
  | { readonly kind: 'none' }
  | { readonly kind: 'by-hand' }
  | { readonly kind: 'unknown' }

/** How long until it is asked again, by how often it was asked; the last one holds for all that follow. */
const WAITS_MS = [30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 2 * HOUR]
/** Somebody has to put money there first. */
const BALANCE_MS = HOUR

const waitAfter = (tries: number): number => WAITS_MS[Math.min(tries, WAITS_MS.length) - 1] ?? MINUTE

/** A try that is about to leave: committed before the call, so that a death behind it asks first and sends second. */
export const asking = (payback: Payback, now: Instant): Payback => ({
  ...payback,
  state: 'asking',
  tries: payback.tries + 1,
  nextAt: plus(now, waitAfter(payback.tries + 1)),
})

/** Whether a first try may be sent without asking what became of an earlier one. */
export const isFresh = ({ state }: Payback): boolean => state === 'planned'

/** A person may end it by their word: nothing of it is at the provider, as far as anybody can know. */
export const isOurs = ({ state }: Payback): boolean => state === 'planned' || state === 'by-hand' || state === 'refused'

/**
 * What becomes of it. Only `returned` ends it well. A clear no ends it as refused where every earlier answer was clear
 * too; where one was not, or money seems to be gone already, a person looks first.
 */
export function heard(payback: Payback, answer: PaybackAnswer, now: Instant): Payback {
  const later = plus(now, waitAfter(payback.tries))
  const clear = { ...payback, unclearSince: null }
  switch (answer.kind) {
    case 'returned':
      return { ...clear, state: 'returned', nextAt: null, refusal: null, endedAt: now }
    case 'on-its-way':
      return { ...clear, state: 'waiting', nextAt: later, refusal: null }
    case 'none':
      // It was asked about only: the next try sends it.
      return { ...clear, state: 'waiting', nextAt: later }
    case 'by-hand':
      return { ...clear, state: 'by-hand', nextAt: null }
    case 'refused': {
      if (answer.reason === 'balance')
        return { ...clear, state: 'waiting', nextAt: plus(now, BALANCE_MS), refusal: 'balance' }
      const doubtful = payback.unclearSince !== null || answer.reason === 'amount' || payback.cause === 'suspense'
      return { ...clear, state: doubtful ? 'by-hand' : 'refused', nextAt: null, refusal: answer.reason }
    }
    case 'unknown':
      return { ...payback, nextAt: later, unclearSince: payback.unclearSince ?? now }
    default:
      return answer satisfies never
  }
}
