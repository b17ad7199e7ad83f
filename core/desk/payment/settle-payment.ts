// One paid fact, one way in: whether a notice, a re-query or a statement told of it, the money ends in exactly one place.
import type { PaidFact } from '../../domain/channel.ts'
import { creditOf, postings } from '../../domain/ledger.ts'
import { decidePayment, moves, type Order, type OrderEvent, type OrderState } from '../../domain/order.ts'
import type { Payment, PaymentSource } from '../../domain/payment.ts'
import { DAY, type Instant, plus } from '../../kit/clock.ts'
import { invariant } from '../../kit/invariant.ts'
import { txnHashOf } from '../../redaction/door.ts'
import { seal } from '../../redaction/sealed.ts'
import type { Writers } from '../../store/nouns.ts'
import { turnBills } from '../bill/turn.ts'
import type { Context } from '../context.ts'

export type Settled = {
  /** `stored`: the fact is kept, the credit is not posted yet. `resumed`: an earlier stored fact was credited now. */
  readonly kind: 'credited' | 'suspense' | 'repeat' | 'stored' | 'resumed'
  readonly payment: Payment
}

/**
 * Settles a payment inside the caller's transaction. Any repeat, in any order, from any source, changes nothing.
 * `storeOnly` stops behind the paid fact, as a crash would; `resumeOrder` picks it up.
 */
export async function settlePayment(
  w: Writers,
  context: Context,
  fact: PaidFact,
  source: PaymentSource,
  storeOnly = false,
): Promise<Settled> {
  const now = context.clock.now()
  const txnHash = txnHashOf(context.keyring, fact.txn)
  const known = await w.payments.byTxn(fact.channel, txnHash)
  if (known) {
    const resumed = known.disposition === 'received' && known.orderId !== null && !storeOnly
    if (resumed && (await resumeOrder(w, context, known.orderId))) return { kind: 'resumed', payment: known }
    return { kind: 'repeat', payment: known }
  }

  const order = await w.orders.byNumber(fact.orderNumber.toUpperCase())
  invariant(!order || order.channel === fact.channel, 'a payment of another channel was taken for this order')
  const account = order && (await w.accounts.byId(order.accountId))
  const others = order ? await w.payments.ofOrder(order.id) : []
  const alreadyPaid = others.some(({ disposition }) => disposition !== 'suspense' && disposition !== 'returned')
  const decision = decidePayment(fact, order, account?.status ?? 'suspended', alreadyPaid, context.policy)

  const payment: Payment = {
    id: context.ids.row('pay', now),
    channel: fact.channel,
    txnHash,
    txnTail: fact.txn.slice(-4),
    txnSealed: seal(context.keyring, 'payment.txn', fact.txn),
    orderId: order?.id ?? null,
    orderNumber: fact.orderNumber.toUpperCase(),
    amount: fact.amount,
    paidAt: fact.paidAt,
    learnedAt: now,
    source,
    disposition: decision.kind === 'suspense' ? 'suspense' : storeOnly ? 'received' : 'credited',
    suspenseReason: decision.kind === 'suspense' ? decision.reason : null,
  }
  await w.payments.insert(payment)
  await w.untold.add(payment.id, now)

  if (decision.kind === 'suspense' || !order) {
    await w.ledger.post(postings.suspended(payment.id, fact.channel, fact.amount, payment.orderId), now)
    if (order) await noteSuspense(w, order, payment, source, now)
    return { kind: 'suspense', payment }
  }
  const late = { ...order, late: decision.late }
  if (storeOnly) {
    await moveOrder(w, late, 'processing', { processingAt: now }, { actor: source, reason: 'paid', at: now })
    return { kind: 'stored', payment }
  }
  await fulfil(w, context, late, { actor: source, reason: decision.late ? 'paid-late' : 'paid', at: now })
  return { kind: 'credited', payment }
}

/** Credits an order whose paid fact was stored before a crash. False if there is nothing to take up. */
export async function resumeOrder(w: Writers, context: Context, orderId: string | null): Promise<boolean> {
  const order = orderId === null ? undefined : await w.orders.byId(orderId)
  if (order?.state !== 'processing') return false
  const payments = await w.payments.ofOrder(order.id)
  const stored = payments.find((payment) => payment.disposition === 'received')
  invariant(stored, 'an order is processing without a payment')
  await w.payments.setDisposition(stored.id, 'credited')
  await fulfil(w, context, order, { actor: 'resume', reason: 'fulfilment-resumed', at: context.clock.now() })
  return true
}

type Cause = Pick<OrderEvent, 'actor' | 'reason' | 'at'>

/** Moves an order along the table of moves and writes its history; anything else is a bug. */
export async function moveOrder(
  w: Writers,
  order: Order,
  to: OrderState,
  changes: Partial<Order>,
  cause: Cause,
): Promise<void> {
  invariant(moves[order.state].includes(to), 'an order was to make a move that does not exist')
  await w.orders.save({ ...order, ...changes, state: to })
  await w.orders.insertEvent({ orderId: order.id, fromState: order.state, toState: to, ...cause })
  await turnBills(w, order.id, cause.at)
}

/** Posts the credit or the plan of an order whose payment is kept, and completes it. */
export async function fulfil(w: Writers, context: Context, order: Order, cause: Cause): Promise<void> {
  const { at } = cause
  if (order.planId === null) {
    await w.ledger.post(postings.orderCredited(order), at)
    const units = creditOf(order)
    await w.lots.insert({
      id: context.ids.row('lot', at),
      accountId: order.accountId,
      source: 'order',
      sourceId: order.id,
      granted: units,
      remaining: units,
      at,
    })
  } else {
    await w.ledger.post(postings.planBoughtByOrder(order), at)
    const plan = context.policy.plans.find((known) => known.id === order.planId)
    await w.entitlements.insert({
      id: context.ids.row('ent', at),
      accountId: order.accountId,
      planId: order.planId,
      orderId: order.id,
      startsAt: at,
      endsAt: plus(at, (plan?.days ?? 30) * DAY),
      revokedAt: null,
    })
  }
  await moveOrder(w, order, 'completed', { completedAt: at }, cause)
  await w.orders.unschedule(order.id)
}

async function noteSuspense(
  w: Writers,
  order: Order,
  payment: Payment,
  actor: PaymentSource,
  at: Instant,
): Promise<void> {
  if (payment.suspenseReason === 'mismatch') await w.orders.save({ ...order, disputed: true })
  await w.orders.insertEvent({
    orderId: order.id,
    fromState: order.state,
    toState: order.state,
    actor,
    reason: `suspense-${payment.suspenseReason}`,
    at,
  })
  await turnBills(w, order.id, at)
}
