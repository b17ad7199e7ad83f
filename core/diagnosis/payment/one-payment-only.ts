// It looks like two payments, and the records show one.
import { completed, order, orderFacts } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const onePaymentOnly: Rule<'payment', OrderFacts> = {
  finding: 'one-payment-only',
  fits: ({ twin }) => twin?.kind === 'only-this-paid',
  evidence: (facts) => [...orderRows(facts), `orders:${facts.twin?.order.id}`],
  cases: {
    fits: {
      'the like order was never paid': orderFacts(completed, {
        twin: { order: order({ id: 'o_2' }), kind: 'only-this-paid' },
      }),
    },
    leaves: {
      'both were paid': orderFacts(completed, { twin: { order: order({ id: 'o_2' }), kind: 'both-credited' } }),
      alone: orderFacts(completed),
    },
  },
}
