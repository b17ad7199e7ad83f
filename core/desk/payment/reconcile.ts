// The reconciler: asks about every order when it is due, without anybody asking us. The single most valuable part of the product.
import type { QueryAnswer } from '../../domain/channel.ts'
import type { Order } from '../../domain/order.ts'
import { HOUR, type Instant, MINUTE, plus, SECOND } from '../../kit/clock.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { requery, UNCLEAR_AGAIN_MS } from './requery.ts'
import { resumeOrder } from './settle-payment.ts'

/** After the code was shown, and after the timeout: longer than every provider's last retry. */
const AFTER_CREATION = [5 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE]
const AFTER_TIMEOUT = [0, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 25 * HOUR]

/** A fulfilment that stopped between the paid fact and the credit is taken up after this long. */
export const STUCK_MS = 60 * SECOND

export async function scheduleQueries(w: Writers, order: Order): Promise<void> {
  const early = AFTER_CREATION.map((ms) => plus(order.createdAt, ms)).filter((at) => at < order.expiresAt)
  await w.orders.scheduleAll(order.id, [...early, ...AFTER_TIMEOUT.map((ms) => plus(order.expiresAt, ms))])
}

/** When there is next something to do; undefined if nothing is waiting. */
export async function nextWorkAt(context: Context): Promise<Instant | undefined> {
  return context.store.read(async (r) => {
    const due = await r.orders.nextDueAt()
    const stuck = await r.orders.nextStuckAt()
    const resume = stuck === undefined ? undefined : plus(stuck, STUCK_MS)
    if (due === undefined || resume === undefined) return due ?? resume
    return due < resume ? due : resume
  })
}

/** One order that fails must not keep those behind it from being asked; it is tried again later, and told of. */
export async function apart<T>(faults: unknown[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    faults.push(error)
    return undefined
  }
}

/**
 * Asks about one order whose time has come, and takes that time off its schedule; what the provider said. What fails
 * for this order is added to `faults`; it throws only where the store does.
 */
export async function reconcileOrder(
  context: Context,
  orderId: string,
  now: Instant,
  faults: unknown[],
): Promise<QueryAnswer | undefined> {
  const before = faults.length
  const asked = await apart(faults, async () => {
    const order = await context.store.read((r) => r.orders.byId(orderId))
    return order && (await requery(context, order, 'reconciler'))
  })
  const failed = faults.length > before
  // Only now: a kill before this line asks once more, a kill after it has the next time in the table.
  await context.store.write(async (w) => {
    await w.orders.unscheduleDue(orderId, now)
    if (failed) await w.orders.schedule({ orderId, at: plus(now, UNCLEAR_AGAIN_MS), retry: true })
  })
  return asked?.answer
}

/**
 * Does what is due now, in the order in which it fell due; the number of orders looked at, at most `limit`.
 * Throws an AggregateError at the end where single orders failed: the others were done all the same.
 */
export async function reconcile(context: Context, limit = 100): Promise<number> {
  const now = context.clock.now()
  const faults: unknown[] = []
  const [stuck, due] = await context.store.read(async (r) => [
    await r.orders.stuck(plus(now, -STUCK_MS), limit),
    await r.orders.due(now, limit),
  ])
  for (const order of stuck) await apart(faults, () => context.store.write((w) => resumeOrder(w, context, order.id)))
  const orderIds = [...new Set(due.map(({ orderId }) => orderId))]
  for (const orderId of orderIds) await reconcileOrder(context, orderId, now, faults)
  if (faults.length > 0) throw new AggregateError(faults, 'the reconciler failed for some orders')
  return stuck.length + orderIds.length
}
