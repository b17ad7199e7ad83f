// Nothing was credited for this order, so there is nothing to give back yet.
import { completed, orderFacts } from '../example.ts'
import { judgedRefund, type OrderFacts, refundRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const refundUnpaid: Rule<'refund', OrderFacts> = {
  finding: 'refund-unpaid',
  fits: (facts) => judgedRefund(facts) === 'refund-unpaid',
  evidence: refundRows,
  cases: {
    fits: {
      pending: orderFacts(),
    },
    leaves: {
      credited: orderFacts(completed),
    },
  },
}
