// Nothing credited, or all of it returned: there is nothing to invoice.
import { completed, orderFacts } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const invoiceUnpaid: Rule<'invoice', OrderFacts> = {
  finding: 'invoice-unpaid',
  fits: ({ order }) => order.state !== 'completed',
  variant: ({ order }) => (order.state === 'refunded' ? 'refunded' : undefined),
  evidence: orderRows,
  cases: {
    fits: {
      pending: orderFacts(),
      returned: orderFacts({ ...completed, state: 'refunded' }),
    },
    leaves: {
      credited: orderFacts(completed),
    },
  },
}
