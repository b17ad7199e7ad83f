// Asks the provider about an order and lets the answer take effect: paid settles, unpaid may expire, unknown changes nothing.
import type { QueryAnswer } from '../domain/channel.ts'
import { type Order, timedOut } from '../domain/order.ts'
import { type Instant, MINUTE, plus } from '../kit/clock.ts'
import type { Writers } from '../store/nouns.ts'
import { askProvider, closeTrade } from './ask-provider.ts'
import type { Context } from './context.ts'
import { moveOrder, resumeOrder, settlePayment } from './settle-payment.ts'

/** An unclear answer is asked again exactly this much later, until it is clear (case-rules 11). */
export const UNCLEAR_AGAIN_MS = 5 * MINUTE

export type Requeried = {
  readonly answer: QueryAnswer
  /** What this very call did for the order's money. */
  readonly did: 'credited' | 'resumed' | 'nothing'
}

/** `who` is written into the order's history. */
export async function requery(context: Context, order: Order, who: 'query' | 'reconciler'): Promise<Requeried> {
  const resumed = order.state === 'processing' && (await context.store.write((w) => resumeOrder(w, context, order.id)))
  const answer = await askProvider(context, order)
  const overdue = answer.kind === 'not-paid' && order.state === 'pending' && timedOut(order, context.clock.now())
  const closed = overdue && (await closeTrade(context, order))
  const credited = await context.store.write((w) => take(w, context, order.id, answer, closed, who))
  return { answer, did: resumed ? 'resumed' : credited ? 'credited' : 'nothing' }
}

async function take(
  w: Writers,
  context: Context,
  orderId: string,
  answer: QueryAnswer,
  closed: boolean,
  who: 'query' | 'reconciler',
): Promise<boolean> {
  const now = context.clock.now()
  const order = await w.orders.byId(orderId)
  if (!order) return false
  if (answer.kind === 'unknown') {
    await w.payments.noteUnreadable(order.channel, now)
    // Whoever was told "we ask again" must be right, also about an order whose own schedule has ended.
    if (order.completedAt === null) {
      await w.orders.schedule({ orderId, at: plus(now, UNCLEAR_AGAIN_MS), retry: true })
    }
    return false
  }
  await w.payments.noteReadable(order.channel, now)
  await w.orders.unscheduleRetries(orderId)
  if (answer.kind === 'paid') {
    let credited = false
    // The earlier payment is the order's; a later one is the second.
    for (const fact of [...answer.payments].sort((a, b) => a.paidAt - b.paidAt)) {
      const settled = await settlePayment(w, context, fact, 'query')
      credited ||= settled.kind === 'credited'
    }
    return credited
  }
  await noteUnpaid(w, order, answer, closed, who, now)
  return false
}

async function noteUnpaid(
  w: Writers,
  order: Order,
  answer: Extract<QueryAnswer, { kind: 'not-paid' }>,
  closed: boolean,
  who: 'query' | 'reconciler',
  now: Instant,
): Promise<void> {
  const seen: Order = {
    ...order,
    scannedAt: answer.scannedAt ?? order.scannedAt,
    declinedAt: answer.declined?.at ?? order.declinedAt,
    declineReason: answer.declined?.reason ?? order.declineReason,
  }
  const news = seen.scannedAt !== order.scannedAt || seen.declinedAt !== order.declinedAt
  // Money in suspense keeps an order open: somebody has to decide about it (case-rules 15).
  const held = async (): Promise<boolean> => (await w.payments.ofOrder(order.id)).length > 0
  if (closed && order.state === 'pending' && !(await held())) {
    const cause = { actor: who, reason: 'expired', at: now }
    return moveOrder(w, seen, 'cancelled', { cancelledAt: now, cancelReason: 'expired' }, cause)
  }
  if (news) await w.orders.save(seen)
}
