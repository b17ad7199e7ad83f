// A bill: the message in a chat that shows the code of an order, and what that message has to say as the order goes on. Pure.
import type { Instant } from '../kit/clock.ts'
import type { Sealed } from '../redaction/sealed.ts'
import { isOpen, type Order } from './order.ts'
import type { Payment } from './payment.ts'

/** What a bill shows. */
export const billFaces = [
  ...(['open', 'checking', 'paid', 'credited', 'late', 'active', 'second', 'held', 'expired', 'cancelled'] as const),
] as const
export type BillFace = (typeof billFaces)[number]

export type Bill = {
  readonly id: number
  readonly orderId: string
  readonly conversationId: string
  /** The outbox row whose message it is; null: there is no such message (any more), the next word is a new one. */
  readonly outboxId: number | null
  /** The text of the code; gone with the picture once nothing can be paid by it. */
  readonly codeSealed: Sealed | null
  /** The code as a PNG. */
  readonly picture: Uint8Array | null
  /** The message is a picture with words under it. */
  readonly pictured: boolean
  /** What the chat shows now; null: nothing has arrived there yet. */
  readonly shown: BillFace | null
  readonly at: Instant
}

/** The code can be paid by nobody any more, or must not be. */
export const isOver = (face: BillFace): boolean => face !== 'open'

/** What the bill of an order says; undefined: what it says already stays (a refund is told elsewhere). */
export function faceOf(order: Order, payments: readonly Payment[], now: Instant): BillFace | undefined {
  // Money that was given back was never this order's.
  const suspended = payments.some(({ disposition }) => disposition === 'suspense' || disposition === 'returned')
  switch (order.state) {
    case 'pending':
      if (suspended) return 'held'
      return isOpen(order, now) ? 'open' : 'checking'
    case 'processing':
      return 'paid'
    case 'completed':
      if (suspended) return 'second'
      if (order.planId !== null) return 'active'
      return order.late ? 'late' : 'credited'
    case 'cancelled':
      if (suspended) return 'held'
      return order.cancelReason === 'user' ? 'cancelled' : 'expired'
    case 'refunded':
      return undefined
    default:
      return order.state satisfies never
  }
}

/** What can be done from a bill's buttons. */
export const billVerbs = ['check', 'cancel', 'again', 'balance', 'human'] as const
export type BillVerb = (typeof billVerbs)[number]

export const verbsOf: { readonly [F in BillFace]: readonly BillVerb[] } = {
  open: ['check', 'cancel', 'human'],
  checking: ['check', 'human'],
  paid: ['human'],
  credited: ['balance'],
  late: ['balance'],
  active: ['balance'],
  second: ['human'],
  held: ['human'],
  expired: ['again', 'check'],
  cancelled: ['again', 'check'],
}
