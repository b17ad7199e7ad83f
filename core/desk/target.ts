// Which order a question is about, as the one who asks may know it (case-rules 9). Another account's order is never shown.
import type { Target } from '../diagnosis/facts.ts'
import type { Order } from '../domain/order.ts'
import type { NumberReference } from '../redaction/door.ts'
import type { Readers } from '../store/nouns.ts'

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
