// Refunds at Stripe: one idempotency key for all tries, found again by the number in their metadata.
import type Stripe from 'stripe'
import { instantOf, SECOND } from '../../kit/clock.ts'
import type { RefundAnswer, RefundRefusal, RefundWish } from '../../ports/payment-channel.ts'
import { clearly } from './client.ts'

const refusals: { readonly [code: string]: RefundRefusal } = {
  charge_already_refunded: 'amount',
  amount_too_large: 'amount',
  insufficient_funds: 'balance',
  balance_insufficient: 'balance',
  resource_missing: 'not-refundable',
}

type Told = Pick<Stripe.Refund, 'status' | 'amount' | 'created' | 'currency'>

function answerOf({ status, amount, created, currency }: Told, wish: RefundWish): RefundAnswer {
  if (BigInt(amount) !== wish.amount || currency !== 'cny') return { kind: 'unknown' }
  if (status === 'succeeded') return { kind: 'returned', amount: wish.amount, at: instantOf(created * SECOND) }
  if (status === 'pending') return { kind: 'on-its-way' }
  if (status === 'failed' || status === 'canceled') return { kind: 'refused', reason: 'other' }
  return status === 'requires_action' ? { kind: 'by-hand' } : { kind: 'unknown' }
}

/** Repeats within a day are Stripe's own to find; after that the list is asked first. */
export async function makeRefund(client: Stripe, wish: RefundWish): Promise<RefundAnswer> {
  const before = await askRefund(client, wish)
  if (before.kind !== 'none') return before
  const fields = { payment_intent: wish.txn, amount: Number(wish.amount), metadata: { refund: wish.refundNumber } }
  const made = await clearly(() => client.refunds.create(fields, { idempotencyKey: `refund-${wish.refundNumber}` }))
  if (!made) return { kind: 'unknown' }
  if ('value' in made) return answerOf(made.value, wish)
  const reason = refusals[made.code]
  return reason === undefined ? { kind: 'unknown' } : { kind: 'refused', reason }
}

export async function askRefund(client: Stripe, { txn, ...wish }: RefundWish): Promise<RefundAnswer> {
  // A payment of one order has few refunds; more than a page of them is none of ours.
  const listed = await clearly(() => client.refunds.list({ payment_intent: txn, limit: 100 }))
  if (!listed) return { kind: 'unknown' }
  if (!('value' in listed)) return listed.code === 'resource_missing' ? { kind: 'none' } : { kind: 'unknown' }
  const found = listed.value.data.find(({ metadata }) => metadata?.refund === wish.refundNumber)
  if (found) return answerOf(found, { txn, ...wish })
  return listed.value.has_more ? { kind: 'unknown' } : { kind: 'none' }
}
