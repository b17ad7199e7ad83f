// Refunds: a request freezes what is unused, a person decides, the money goes back the way it came.
import { addWorkdays } from '../../domain/calendar.ts'
import { postings } from '../../domain/ledger.ts'
import type { Order } from '../../domain/order.ts'
import { judgeNewRefund, type Refund, type RefundFinding, refundState, unusedOf } from '../../domain/refund.ts'
import { invariant } from '../../kit/invariant.ts'
import { fen } from '../../kit/money.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { Redacted } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { moveOrder } from '../payment/settle-payment.ts'
import { endPayback, planPayback } from './payback-plan.ts'
import { tellRefund } from './tell-refund.ts'

/** Files a request for all that is unused of an order. The error is the finding that stands against it. */
export const requestRefund = (
  context: Context,
  orderId: string,
  reason: Redacted,
): Promise<Result<Refund, RefundFinding>> =>
  context.store.write(async (w) => {
    const now = context.clock.now()
    const order = await w.orders.byId(orderId)
    if (!order || order.completedAt === null) return err('refund-unpaid')
    const [latest] = await w.refunds.ofOrder(orderId)
    if (latest && (latest.state === 'requested' || latest.state === 'approved')) return err(refundState[latest.state])
    const account = await w.accounts.byId(order.accountId)
    const unused = unusedOf(order, await w.lots.bySource('order', orderId))
    const finding = judgeNewRefund(order, account?.status ?? 'suspended', unused, now, context.policy)
    if (finding !== 'refund-eligible' && finding !== 'refund-partly-used') return err(finding)
    const refund: Refund = {
      id: context.ids.row('rfd', now),
      orderId,
      accountId: order.accountId,
      reason,
      units: unused.units,
      amount: unused.amount,
      state: 'requested',
      requestedAt: now,
      decidedAt: null,
      decidedBy: null,
      rejectReason: null,
      dueFrom: null,
      dueTo: null,
      returnedAt: null,
    }
    await w.refunds.insert(refund)
    if (unused.units > 0n) {
      await w.ledger.post(postings.refundHeld(refund.id, order, unused.units), now)
      const lot = await w.lots.bySource('order', orderId)
      invariant(lot, 'a refund holds units of a lot that does not exist')
      await w.lots.change(lot.id, -unused.units)
    }
    return ok(refund)
  })

export type Decision =
  | { readonly to: 'approved'; readonly by: string }
  | { readonly to: 'rejected'; readonly by: string; readonly reason: Redacted }
  | { readonly to: 'returned'; readonly by: string }

/** From which state each decision may be taken. */
const decidable = { approved: ['requested'], rejected: ['requested', 'approved'], returned: ['approved'] } as const

/** Decides about the latest request of an order. The error is the state that stands against it. */
export const decideRefund = (
  context: Context,
  orderId: string,
  decision: Decision,
): Promise<Result<Refund, RefundFinding>> =>
  context.store.write(async (w) => {
    const order = await w.orders.byId(orderId)
    const [refund] = await w.refunds.ofOrder(orderId)
    if (!order || !refund) return err('refund-unpaid')
    if (!(decidable[decision.to] as readonly string[]).includes(refund.state)) return err(refundState[refund.state])
    const next = { ...refund, ...change[decision.to](context, refund, decision) }
    // While the provider has it, or may have it, nobody else's word counts.
    if (!(await followMoney(w, context, next))) return err(refundState[refund.state])
    await w.refunds.save(next)
    if (decision.to === 'rejected') await giveBack(w, context, order, refund)
    if (decision.to === 'returned') await bookReturned(w, context, order, refund)
    await tellRefund(w, context, order)
    return ok(next)
  })

/** The money's own way behind a decision; false where the decision comes too late. */
async function followMoney(w: Writers, context: Context, refund: Refund): Promise<boolean> {
  const cause = { cause: 'refund', causeId: refund.id } as const
  if (refund.state === 'rejected') return endPayback(w, cause, 'refused', context.clock.now())
  if (refund.state === 'returned') return endPayback(w, cause, 'returned', context.clock.now())
  const payments = await w.payments.ofOrder(refund.orderId)
  const payment = payments.find(({ disposition }) => disposition === 'credited')
  // An order of before our time has none here: a person sends it back, and says so.
  if (payment) await planPayback(w, context, payment, refund.amount, { ...cause, dueTo: refund.dueTo })
  return true
}

const change: {
  readonly [D in Decision['to']]: (context: Context, refund: Refund, decision: Decision) => Partial<Refund>
} = {
  approved: ({ clock, policy }, _, { by }) => {
    const now = clock.now()
    const [from, to] = policy.refund.businessDays
    return {
      state: 'approved',
      decidedAt: now,
      decidedBy: by,
      dueFrom: addWorkdays(now, from, policy.hours),
      dueTo: addWorkdays(now, to, policy.hours),
    }
  },
  rejected: ({ clock }, _, decision) => ({
    state: 'rejected',
    decidedAt: clock.now(),
    decidedBy: decision.by,
    rejectReason: decision.to === 'rejected' ? decision.reason : null,
  }),
  returned: ({ clock }) => ({ state: 'returned', returnedAt: clock.now() }),
}

async function giveBack(w: Writers, context: Context, order: Order, refund: Refund): Promise<void> {
  if (refund.units === 0n) return
  const lot = await w.lots.bySource('order', order.id)
  invariant(lot, 'a refund gives back to a lot that does not exist')
  await w.ledger.post(postings.refundVoided(refund.id, order, refund.units), context.clock.now())
  await w.lots.change(lot.id, refund.units)
}

async function bookReturned(w: Writers, context: Context, order: Order, refund: Refund): Promise<void> {
  const now = context.clock.now()
  await w.ledger.post(postings.refundReturned(refund.id, order, refund.units, refund.amount), now)
  const refunded = fen(order.refunded + refund.amount)
  if (refunded < order.amount) return w.orders.save({ ...order, refunded })
  const cause = { actor: 'staff', reason: 'refund-returned', at: now } as const
  await moveOrder(w, order, 'refunded', { refunded }, cause)
  const payment = (await w.payments.ofOrder(order.id)).find(({ disposition }) => disposition === 'credited')
  if (payment) await w.payments.setDisposition(payment.id, 'refunded')
  const entitlement = await w.entitlements.ofOrder(order.id)
  if (entitlement) await w.entitlements.save({ ...entitlement, revokedAt: now })
}
