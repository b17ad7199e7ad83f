// Gathers the facts of one order: everything that a verdict about it may rest on, read in one snapshot.
import type { OrderFacts, Twin } from '../../diagnosis/facts.ts'
import type { Order } from '../../domain/order.ts'
import { unusedOf } from '../../domain/refund.ts'
import { UNCLEAR_AGAIN_MS } from '../../domain/unclear-answer.ts'
import { type Instant, MINUTE, plus } from '../../kit/clock.ts'
import { invariant } from '../../kit/invariant.ts'
import type { Readers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import type { Requeried } from '../payment/requery.ts'

/** What the facts are read from: all rows, or a view of them that shows less. */
export type FactReaders = {
  readonly orders: Pick<Readers['orders'], 'byId' | 'like' | 'nextDueOf'>
  readonly accounts: Pick<Readers['accounts'], 'byId'>
  readonly payments: Pick<Readers['payments'], 'ofOrder' | 'noticesOf' | 'health'>
  readonly refunds: Pick<Readers['refunds'], 'ofOrder'>
  readonly lots: Pick<Readers['lots'], 'bySource'>
  readonly invoices: Pick<Readers['invoices'], 'ofOrder'>
  readonly ledger: Pick<Readers['ledger'], 'ofOrder'>
}

/** Like orders are made at most this far apart, both ends included (case-rules 14). */
const TWIN_MS = 30 * MINUTE

export async function gatherOrder(
  r: FactReaders,
  context: Pick<Context, 'clock' | 'policy'>,
  orderId: string,
  { answer, did }: Requeried,
): Promise<OrderFacts> {
  const order = await r.orders.byId(orderId)
  invariant(order, 'facts about an order that does not exist')
  const account = await r.accounts.byId(order.accountId)
  invariant(account, 'an order without an account')
  const [refund] = await r.refunds.ofOrder(orderId)
  return {
    now: context.clock.now(),
    policy: context.policy,
    account,
    order,
    payments: await r.payments.ofOrder(orderId),
    notices: await r.payments.noticesOf(order.number),
    refund,
    unused: unusedOf(order, await r.lots.bySource('order', orderId)),
    invoice: await r.invoices.ofOrder(orderId),
    postings: (await r.ledger.ofOrder(orderId)).map(({ id }) => id),
    answer,
    unreadableSince: (await r.payments.health(order.channel))?.unreadableSince ?? null,
    nextQueryAt: await nextQueryAt(r, orderId, context.clock.now()),
    did,
    twin: await twinOf(r, order),
  }
}

/** A time that has passed means that the reconciler is behind: nobody is promised a moment that is over. */
async function nextQueryAt(r: FactReaders, orderId: string, now: Instant): Promise<Instant> {
  const due = await r.orders.nextDueOf(orderId)
  return due !== undefined && due > now ? due : plus(now, UNCLEAR_AGAIN_MS)
}

async function twinOf(r: FactReaders, order: Order): Promise<Twin | undefined> {
  if (order.completedAt === null || order.refunded > 0n) return undefined
  const near = await r.orders.like(
    order.accountId,
    order.amount,
    plus(order.createdAt, -TWIN_MS),
    plus(order.createdAt, TWIN_MS),
  )
  const like = near.filter(({ id, planId, refunded }) => id !== order.id && planId === order.planId && refunded === 0n)
  const credited = nearest(
    order,
    like.filter(({ completedAt }) => completedAt !== null),
  )
  if (credited) return { order: credited, kind: 'both-credited' }
  const unpaid: Order[] = []
  for (const other of like) if ((await r.payments.ofOrder(other.id)).length === 0) unpaid.push(other)
  const other = nearest(order, unpaid)
  return other && { order: other, kind: 'only-this-paid' }
}

function nearest(order: Order, others: readonly Order[]): Order | undefined {
  const distance = (other: Order): number => Math.abs(other.createdAt - order.createdAt)
  return [...others].sort((a, b) => distance(a) - distance(b))[0]
}
