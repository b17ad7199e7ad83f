// Stripe Checkout in yuan: a page of Stripe's behind the code, closed by us when the order ends, refunds under an idempotency key.
import { z } from 'zod'
import type { QueryAnswer } from '../../domain/channel.ts'
import { instantOf, MINUTE, plus, SECOND } from '../../kit/clock.ts'
import { fen } from '../../kit/money.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { CloseAnswer, NewTrade, PaymentChannel } from '../../ports/payment-channel.ts'
import type { Surroundings } from '../surroundings.ts'
import { clearly, type StripeSettings, stripeClient } from './client.ts'
import { intentOf, readStripeNotice, session } from './notice.ts'
import { askRefund, makeRefund } from './refund.ts'
import { Sessions } from './sessions.ts'

/**
 * Stripe lets no session end within half an hour; the order's own end closes it. Always the same for one order: a repeat
 * under one idempotency key must be word for word the same.
 */
const AFTER_END_MS = 31 * MINUTE

const paidSession = session.extend({
  payment_intent: z.object({
    id: z.string(),
    latest_charge: z.object({ created: z.int(), refunded: z.boolean() }).nullish(),
  }),
})

type Session = z.infer<typeof session>

/** The error is one line that names the setting and never its value. */
export function makeStripe(settings: StripeSettings, around: Surroundings): Result<PaymentChannel, string> {
  const key = settings.secretKey.reveal()
  const secret = settings.webhookSecret.reveal()
  if (!/^[sr]k_(test|live)_\w{10,}$/.test(key)) return err('STRIPE_SECRET_KEY: begins with sk_live_ or sk_test_')
  if (!/^whsec_\S{16,}$/.test(secret)) return err('STRIPE_WEBHOOK_SECRET: begins with whsec_')
  const { clock, returnUrl } = around
  const live = key.slice(3).startsWith('live_')
  const sessions = new Sessions()

  async function create({ number, amount, expiresAt }: NewTrade, signal: AbortSignal) {
    const product = { name: number }
    const price = { currency: 'cny', unit_amount: Number(amount), product_data: product }
    const wish = {
      mode: 'payment' as const,
      client_reference_id: number,
      metadata: { order: number },
      line_items: [{ quantity: 1, price_data: price }],
      success_url: returnUrl,
      expires_at: Math.ceil(plus(expiresAt, AFTER_END_MS) / SECOND),
    }
    const client = stripeClient(settings, signal)
    // The key gives the same page again for a day: two pages of one order would be two ways to pay.
    const made = await clearly(() => client.checkout.sessions.create(wish, { idempotencyKey: `order-${number}` }))
    if (!made) return err('unavailable' as const)
    if (!('value' in made)) return err('refused' as const)
    const { id, url, client_reference_id } = made.value
    if (client_reference_id !== number || !url) return err('unavailable' as const)
    sessions.keep(number, id)
    return ok({ qr: url })
  }

  async function look(number: string, signal: AbortSignal): Promise<Session | 'missing' | undefined> {
    const client = stripeClient(settings, signal)
    const id = await sessions.idOf(client, number)
    if (id === undefined || id === 'missing') return id
    const found = await clearly(() =>
      client.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] }),
    )
    if (!found || !('value' in found)) return undefined
    const told = found.value.payment_status === 'paid' ? paidSession : session
    const read = told.safeParse(found.value)
    return read.success && read.data.client_reference_id === number ? read.data : undefined
  }

  function answerOf(number: string, found: Session): QueryAnswer {
    if (found.payment_status === 'unpaid') {
      // Complete and unpaid: a way to pay that takes days to say yes or no.
      return found.status === 'complete' ? { kind: 'not-paid', scannedAt: clock.now() } : { kind: 'not-paid' }
    }
    const txn = intentOf(found)
    const paid = paidSession.safeParse(found)
    const { amount_total: total, currency, payment_status } = found
    if (payment_status !== 'paid' || !txn || !total || total < 0 || currency !== 'cny' || !paid.success) {
      return { kind: 'unknown' }
    }
    const charge = paid.data.payment_intent.latest_charge
    if (charge?.refunded) return { kind: 'not-paid' }
    const paidAt = charge ? instantOf(charge.created * SECOND) : clock.now()
    const fact = { channel: 'stripe', orderNumber: number, txn, amount: fen(BigInt(total)), paidAt } as const
    return { kind: 'paid', payments: [fact] }
  }

  async function query(number: string, signal: AbortSignal): Promise<QueryAnswer> {
    const found = await look(number, signal)
    if (found === undefined) return { kind: 'unknown' }
    return found === 'missing' ? { kind: 'not-paid' } : answerOf(number, found)
  }

  async function close(number: string, signal: AbortSignal): Promise<CloseAnswer> {
    const before = await look(number, signal)
    if (before === undefined || before === 'missing') return before === undefined ? 'unknown' : 'gone'
    if (before.status === 'open')
      await clearly(() => stripeClient(settings, signal).checkout.sessions.expire(before.id))
    const after = before.status === 'open' ? await look(number, signal) : before
    if (after === undefined || after === 'missing') return 'unknown'
    if (after.status === 'expired') return 'gone'
    const { kind } = answerOf(number, after)
    // Paid and wholly returned: it cannot be paid any more.
    if (kind === 'not-paid') return after.payment_status === 'paid' ? 'gone' : 'unknown'
    return kind
  }

  return ok({
    name: 'stripe',
    create,
    readNotice: (bytes, headers) => readStripeNotice(bytes, headers, { secret, live }, clock),
    query,
    close,
    refund: (wish, signal) => makeRefund(stripeClient(settings, signal), wish),
    refundQuery: (wish, signal) => askRefund(stripeClient(settings, signal), wish),
  })
}
