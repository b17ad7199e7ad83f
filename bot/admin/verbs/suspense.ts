// Money that came and belongs nowhere yet: each waits for a person.
import { suspenseReturned } from '../../../core/desk/payment/suspense.ts'
import { showYuan } from '../../../core/kit/money.ts'
import { mask } from '../../../core/redaction/redacted.ts'
import { audited } from '../desk.ts'
import { limit, rowId } from '../shapes.ts'
import { done, failed, taken, verb } from '../verb.ts'
import { timeOf } from '../words.ts'

const headings = ['id', 'why', 'amount', 'channel', 'transaction', 'order', 'order id', 'paid', 'learned'] as const

export const suspenseList = verb({
  name: 'suspense list',
  says: 'Payments that are not settled, oldest first: why, how much, for which order.',
  example: 'suspense list',
  opens: 'reading',
  options: { limit: taken('<n>', 'so many at most (200)', limit(200)) },
  run: async ({ context, list }, _, { limit: most }) => {
    const payments = await context.store.read((r) => r.payments.open(most))
    await list(
      headings,
      payments.map((payment) => [
        payment.id,
        payment.suspenseReason ?? payment.disposition,
        showYuan(payment.amount),
        payment.channel,
        `****${payment.txnTail}`,
        mask(payment.orderNumber),
        payment.orderId ?? '',
        timeOf(payment.paidAt),
        timeOf(payment.learnedAt),
      ]),
    )
    return done
  },
})

export const suspenseReturn = verb({
  name: 'suspense returned',
  says: 'Says that money which the provider cannot send back by itself was sent back by hand; the user is told.',
  example: 'suspense returned pay_01KA4QZ7X8',
  opens: 'writing',
  argument: taken('<payment>', 'the payment, as suspense list and the bot name it', rowId),
  run: async (desk, id) => {
    const ended = await audited(
      desk,
      ({ store, clock, ...context }) => store.write((w) => suspenseReturned(w, { store, clock, ...context }, id)),
      (value) => (value ? { action: 'suspense.paid-back', subject: `payment:${id}` } : undefined),
    )
    if (!ended)
      return failed(
        'suspense returned: there is no such payment that waits for a hand, or its provider is being asked; see suspense list',
      )
    await desk.print(`${id}  returned`)
    return done
  },
})
