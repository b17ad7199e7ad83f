// Which order a question is about, as the one who asks may know it (case-rules 9). Another account's order is never shown.
import type { Target } from '../../diagnosis/facts.ts'
import type { Order } from '../../domain/order.ts'
import type { NumberReference } from '../../redaction/door.ts'
import type { Readers } from '../../store/nouns.ts'

export type Found = { readonly target: Target; readonly order?: Order }

const unknown: Found = { target: { kind: 'unknown' } }

const owned = (order: Order, accountId: string): Found =>
  order.accountId === accountId ? { target: { kind: 'own' }, order } : { target: { kind: 'foreign' } }

async function byNumber(r: Readers, accountId: string, number: string): Promise<Found | undefined> {
  const order = await r.orders.byNumber(number)
  if (order) return owned(order, accountId)
  const [payment] = await r.payments.byNumber(number)
  if (payment) return { target: { kind: 'without-order', payment } }
  const refusal = await r.orders.refusalByNumber(number)
  return refusal?.accountId === accountId ? { target: { kind: 'refused', refusal } } : undefined
}

async function byTxn(r: Readers, accountId: string, txnHash: string): Promise<Found | undefined> {
  const payment = await r.payments.anyByTxn(txnHash)
  if (!payment) return undefined
  const order = payment.orderId === null ? undefined : await r.orders.byId(payment.orderId)
  return order ? owned(order, accountId) : { target: { kind: 'without-order', payment } }
}

/** The first word that is an order number; if there is none, the first that is a provider's transaction number. */
export async function findTarget(r: Readers, accountId: string, words: readonly NumberReference[]): Promise<Found> {
  for (const { orderNumber } of words) {
    const found = await byNumber(r, accountId, orderNumber)
    if (found) return found
  }
  for (const { txnHash } of words) {
    const found = await byTxn(r, accountId, txnHash)
    if (found) return found
  }
  return unknown
}

/** A target as the door kept it: the id of an order, of a payment without one, of a refused order, or nothing at all. */
export type OrderReference = string
export const NO_ORDER: OrderReference = 'none'

/** What a number that somebody typed stands for; undefined where it looks like no number of ours and is known to nobody. */
export async function referTo(
  r: Readers,
  { orderNumber, txnHash }: NumberReference,
): Promise<OrderReference | undefined> {
  const order = await r.orders.byNumber(orderNumber)
  if (order) return order.id
  const [stray] = await r.payments.byNumber(orderNumber)
  const payment = stray ?? (await r.payments.anyByTxn(txnHash))
  if (payment) return payment.orderId ?? payment.id
  const refusal = await r.orders.refusalByNumber(orderNumber)
  if (refusal) return refusal.id
  return /^DZ[0-9A-Z]{14,24}$/.test(orderNumber) ? NO_ORDER : undefined
}

/** The target behind a reference, as `accountId` may know it. */
export async function targetOf(r: Readers, accountId: string, reference: OrderReference): Promise<Found> {
  const order = await r.orders.byId(reference)
  if (order) return owned(order, accountId)
  const payment = await r.payments.byId(reference)
  if (payment) return { target: { kind: 'without-order', payment } }
  const refusal = await r.orders.refusalById(reference)
  return refusal?.accountId === accountId ? { target: { kind: 'refused', refusal } } : unknown
}
