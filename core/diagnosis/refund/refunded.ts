// The money is back.
import { completed, orderFacts, refund } from '../example.ts'
import { judgedRefund, type OrderFacts, refundRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const refunded: Rule<'refund', OrderFacts> = {
  finding: 'refunded',
  fits: (facts) => judgedRefund(facts) === 'refunded',
  evidence: refundRows,
  cases: {
    fits: {
      returned: orderFacts(completed, { refund: refund('returned') }),
    },
    leaves: {
      approved: orderFacts(completed, { refund: refund('approved') }),
    },
  },
}
