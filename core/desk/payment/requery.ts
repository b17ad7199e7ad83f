// Asks the provider about an order and lets the answer take effect: paid settles, unpaid may expire, unknown changes nothing.
import type { QueryAnswer } from '../../domain/channel.ts'
import { type Order, timedOut } from '../../domain/order.ts'
import { UNCLEAR_AGAIN_MS } from '../../domain/unclear-answer.ts'
import { type Instant, plus } from '../../kit/clock.ts'
import type { Writers } from '../../store/nouns.ts'
import { turnBills } from '../bill/turn.ts'
import type { Context } from '../context.ts'
import { type Asked, type Asker, askProvider, closeTrade } from './ask-provider.ts'
import { moveOrder, resumeOrder, settlePayment } from './settle-payment.ts'

export { UNCLEAR_AGAIN_MS }

export type Requeried = {
  readonly answer: QueryAnswer
  /** What this very call did for the order's money. */
  readonly did: 'credited' | 'resumed' | 'nothing'
  /** The provider took the code back: it cannot be paid any more. */
  readonly closed: boolean
}

/** Only where an order may end: at its timeout, or when the user cancels. */
type Closing = 'gone' | 'paid' | 'unknown' | 'not-tried'

/** `who` is written into the order's history. */
export async function requery(context: Context, order: Order, who: Asker): Promise<Requeried> {
  const resumed = order.state === 'processing' && (await context.store.write((w) => resumeOrder(w, context, order.id)))
  const first = await askProvider(context, order, who)
  const mayEnd = order.state === 'pending' && (who === 'cancel' || timedOut(order, context.clock.now()))
  const closed = mayEnd && first.answer.kind === 'not-paid' ? await closeTrade(context, order) : 'not-tried'
  // Paid between our question and the close: only an answer says so, how much and under which number. A close that went
  // well says that nobody can pay from now on, not that nobody has.
  const asked = closed === 'paid' || closed === 'gone' ? await askProvider(context, order, 'reconciler') : first
  const closing = closed === 'gone' && asked.answer.kind !== 'not-paid' ? 'unknown' : closed
  const credited = await context.store.write((w) => take(w, context, order.id, asked, closing, who))
  const did = resumed ? 'resumed' : credited ? 'credited' : 'nothing'
  return { answer: asked.answer, did, closed: closing === 'gone' }
}

/** Whoever was told "we ask again" must be right, also about an order whose own schedule has ended. */
async function askAgainLater(w: Writers, order: Order, { how }: Asked, who: Asker, now: Instant): Promise<void> {
  if (order.completedAt !== null) return
  const at = plus(now, UNCLEAR_AGAIN_MS)
  if (who === 'query' || how === 'refrained') {
    // A question adds nothing where we ask before that anyway, or an impatient user would fill the schedule.
    const next = await w.orders.nextDueOf(order.id)
    if (next !== undefined && next <= at) return
  }
  await w.orders.schedule({ orderId: order.id, at, retry: true })
}

async function take(
  w: Writers,
  context: Context,
  orderId: string,
  asked: Asked,
  closing: Closing,
  who: Asker,
): Promise<boolean> {
  const { answer, how } = asked
  const now = context.clock.now()
  const order = await w.orders.byId(orderId)
  if (!order) return false
  // Its time is over and nobody could say whether it was paid: the code must not be paid any more.
  const openEnded = order.state === 'pending' && timedOut(order, now)
  if (answer.kind === 'unknown') {
    if (openEnded) await turnBills(w, orderId, now)
    if (how === 'asked') await w.payments.noteUnreadable(order.channel, now)
    await askAgainLater(w, order, asked, who, now)
    return false
  }
  if (how === 'asked') {
    await w.payments.noteReadable(order.channel, now)
    await w.orders.unscheduleRetries(orderId)
  }
  if (answer.kind === 'paid') {
    let credited = false
    // The earlier payment is the order's; a later one is the second.
    for (const fact of [...answer.payments].sort((a, b) => a.paidAt - b.paidAt)) {
      const settled = await settlePayment(w, context, fact, 'query')
      credited ||= settled.kind === 'credited'
    }
    return credited
  }
  await noteUnpaid(w, order, answer, closing === 'gone', who, now)
  // A code that may still be paid keeps its order open; the schedule of the order may have ended by now.
  if (closing === 'unknown' || closing === 'paid') {
    await askAgainLater(w, order, asked, who, now)
    if (openEnded) await turnBills(w, orderId, now)
  }
  return false
}

async function noteUnpaid(
  w: Writers,
  order: Order,
  answer: Extract<QueryAnswer, { kind: 'not-paid' }>,
  closed: boolean,
  who: Asker,
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
  if (closed && order.state === 'pending' && timedOut(order, now) && !(await held())) {
    const cause = { actor: who === 'reconciler' ? who : 'query', reason: 'expired', at: now } as const
    return moveOrder(w, seen, 'cancelled', { cancelledAt: now, cancelReason: 'expired' }, cause)
  }
  if (news) await w.orders.save(seen)
}
