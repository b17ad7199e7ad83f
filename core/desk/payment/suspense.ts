// Money in suspense ends by a person's decision: with its order, in the account's wallet, or back at the payer. Once.
import { addWorkdays } from '../../domain/calendar.ts'
import { postings, providerOf } from '../../domain/ledger.ts'
import type { Order } from '../../domain/order.ts'
import type { Payment } from '../../domain/payment.ts'
import { creditFor } from '../../kit/money.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { Redacted } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { endPayback, planPayback } from '../refund/payback-plan.ts'
import { fulfil, moveOrder } from './settle-payment.ts'

export type SuspenseRefusal = 'no-payment' | 'decided-before' | 'no-order' | 'order-refunded'
export type SuspenseDecision = {
  readonly paymentId: string
  readonly to: 'credit' | 'return'
  readonly reason: Redacted
}
export type SuspenseEnd = {
  readonly payment: Payment
  readonly order: Order | undefined
  readonly to: Payment['disposition']
}

/** The whole amount of an order that nothing was credited for yet: then the order itself is completed. */
const fits = (payment: Payment, order: Order): boolean =>
  payment.amount === order.amount && order.completedAt === null && order.state !== 'processing'

/**
 * In the caller's transaction. `credit` goes to the account of the order; money without an order can only go back.
 * `return` plans its way back to who paid it; it is theirs from now on and leaves the provider when the provider says so.
 */
export async function resolveSuspense(
  w: Writers,
  context: Context,
  { paymentId, to, reason }: SuspenseDecision,
): Promise<Result<SuspenseEnd, SuspenseRefusal>> {
  const now = context.clock.now()
  const payment = await w.payments.byId(paymentId)
  if (!payment) return err('no-payment')
  if (payment.disposition !== 'suspense') return err('decided-before')
  const order = payment.orderId === null ? undefined : await w.orders.byId(payment.orderId)
  if (to === 'credit' && !order) return err('no-order')
  const { channel, amount, orderId } = payment
  const into = to === 'return' ? 'refund:payable' : providerOf(channel)
  await w.ledger.post(postings.resolved(payment.id, channel, amount, orderId, reason, into), now)
  if (order && to === 'credit' && fits(payment, order)) {
    await w.payments.setDisposition(payment.id, 'credited')
    await fulfil(w, context, { ...order, late: true }, { actor: 'staff', reason: 'suspense-credited', at: now })
    return ok({ payment, order, to: 'credited' })
  }
  const end = order && to === 'credit' ? 'granted' : 'returned'
  await w.payments.setDisposition(payment.id, end)
  if (order && end === 'granted') await grant(w, context, payment, order)
  if (end === 'returned') {
    const dueTo = addWorkdays(now, context.policy.refund.businessDays[1], context.policy.hours)
    await planPayback(w, context, payment, amount, { cause: 'suspense', causeId: payment.id, dueTo })
  }
  if (order) await closeBehind(w, order, end, context)
  return ok({ payment, order, to: end })
}

async function grant(w: Writers, { ids, clock }: Context, payment: Payment, order: Order): Promise<void> {
  const at = clock.now()
  const { accountId } = order
  const units = creditFor(payment.amount, order.unitsPerYuan)
  await w.ledger.post(postings.granted(payment.id, payment.channel, accountId, payment.amount, units), at)
  const lot = { id: ids.row('lot', at), accountId, source: 'grant', sourceId: payment.id } as const
  await w.lots.insert({ ...lot, granted: units, remaining: units, at })
}

/** An order that was kept open for this money only has nothing left to wait for. */
async function closeBehind(w: Writers, order: Order, end: 'granted' | 'returned', { clock }: Context): Promise<void> {
  const at = clock.now()
  const reason = `suspense-${end}`
  const waits = (await w.payments.ofOrder(order.id)).some(({ disposition }) => disposition === 'suspense')
  if (order.state === 'pending' && !waits) {
    const ended = { cancelledAt: at, cancelReason: 'expired' } as const
    return moveOrder(w, order, 'cancelled', ended, { actor: 'staff', reason, at })
  }
  await w.orders.insertEvent({
    orderId: order.id,
    fromState: order.state,
    toState: order.state,
    actor: 'staff',
    reason,
    at,
  })
}

/** A person sent it back at the provider's own pages and says so; false where there is nothing to say it of, or it is too late. */
export async function suspenseReturned(w: Writers, { clock }: Context, paymentId: string): Promise<boolean> {
  const now = clock.now()
  const cause = { cause: 'suspense', causeId: paymentId } as const
  const payback = await w.paybacks.ofCause(cause.cause, paymentId)
  if (!payback || payback.state === 'returned' || !(await endPayback(w, cause, 'returned', now))) return false
  await w.ledger.post(postings.paidBack(paymentId, payback.channel, payback.amount), now)
  await w.untold.add(paymentId, now)
  return true
}
