// Money that came and belongs nowhere yet: each waits for a person.
import { showYuan } from '../../../core/kit/money.ts'
import { mask } from '../../../core/redaction/redacted.ts'
import { limit } from '../shapes.ts'
import { done, taken, verb } from '../verb.ts'
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
