// A webhook event of Stripe: signed over its raw bytes, five minutes old at most, of our account and our mode.
import Stripe from 'stripe'
import { z } from 'zod'
import { type Clock, instantOf, MINUTE, SECOND } from '../../kit/clock.ts'
import { fen } from '../../kit/money.ts'
import { ok, type Result } from '../../kit/result.ts'
import type { NoticeHeaders, RefusedNotice, VerifiedNotice } from '../../ports/payment-channel.ts'
import { NUMBER, refuseNotice } from '../refused-notice.ts'
import { readJson, strictText } from '../strict-text.ts'

const TOLERANCE_S = (5 * MINUTE) / SECOND

const event = z.object({
  id: z.string().regex(/^evt_\w{1,100}$/),
  object: z.literal('event'),
  type: z.string(),
  created: z.int().positive(),
  livemode: z.boolean(),
  account: z.string().optional(),
  data: z.object({ object: z.unknown() }),
})
/** The money fields of a Checkout session; nothing about who paid. */
export const session = z.object({
  id: z.string(),
  mode: z.literal('payment'),
  status: z.string().nullish(),
  client_reference_id: z.string().nullish(),
  currency: z.string().nullish(),
  amount_total: z.int().nullish(),
  payment_status: z.string(),
  payment_intent: z.union([z.string(), z.looseObject({ id: z.string() })]).nullish(),
})

const PAID_EVENTS = ['checkout.session.completed', 'checkout.session.async_payment_succeeded']

export const intentOf = ({ payment_intent }: z.infer<typeof session>): string | undefined =>
  typeof payment_intent === 'string' ? payment_intent : payment_intent?.id

/** Stripe's client reads a header generously (`t=12x` is 12): one spelling is enough. */
const HEADER = /^t=[1-9]\d{8,10}(,v\d=[0-9a-f]{64})+$/

function signatureHolds(text: string, header: string | undefined, secret: string, clock: Clock): boolean {
  if (header === undefined || !HEADER.test(header)) return false
  try {
    Stripe.webhooks.constructEvent(text, header, secret, TOLERANCE_S, undefined, clock.now())
    return true
  } catch {
    return false
  }
}

export function readStripeNotice(
  bytes: Uint8Array,
  headers: NoticeHeaders,
  { secret, live }: { readonly secret: string; readonly live: boolean },
  clock: Clock,
): Result<VerifiedNotice, RefusedNotice> {
  // Stripe's own reading drops a byte order mark and mends broken UTF-8: other bytes would pass as the signed ones.
  const text = strictText(bytes)
  if (text === undefined || !signatureHolds(text, headers['stripe-signature'], secret, clock)) {
    return refuseNotice('bad_signature')
  }
  const told = readJson(text, event)
  if (!told) return refuseNotice('parse')
  // A test event must not become money, nor one of an account that is only connected to ours.
  if (told.livemode !== live || told.account !== undefined) return refuseNotice('wrong_merchant')
  const eventId = told.id
  if (!PAID_EVENTS.includes(told.type)) return ok({ kind: 'nothing', eventId })
  const read = session.safeParse(told.data.object)
  // Other sessions of the same account (a subscription, somebody's shop) are not ours to judge.
  if (!read.success || !read.data.client_reference_id) return ok({ kind: 'nothing', eventId })
  const { client_reference_id: number, currency, amount_total, payment_status } = read.data
  if (payment_status !== 'paid') return ok({ kind: 'nothing', eventId })
  const txn = intentOf(read.data)
  if (!NUMBER.test(number) || currency !== 'cny' || !amount_total || amount_total < 0 || !txn) {
    return refuseNotice('parse', number)
  }
  const paidAt = instantOf(told.created * SECOND)
  return ok({
    kind: 'paid',
    eventId,
    fact: { channel: 'stripe', orderNumber: number, txn, amount: fen(BigInt(amount_total)), paidAt },
    body: JSON.stringify({ session: read.data.id, payment_intent: txn, amount_total, created: told.created }),
  })
}
