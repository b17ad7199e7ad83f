// A request is open.
import { completed, orderFacts, refund } from '../example.ts'
import { judgedRefund, type OrderFacts, refundRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const refundInProgress: Rule<'refund', OrderFacts> = {
  finding: 'refund-in-progress',
  fits: (facts) => judgedRefund(facts) === 'refund-in-progress',
  variant: ({ refund }) => refund?.state,
  evidence: refundRows,
  cases: {
    fits: {
      requested: orderFacts(completed, { refund: refund('requested') }),
      approved: orderFacts(completed, { refund: refund('approved') }),
    },
    leaves: {
      rejected: orderFacts(completed, { refund: refund('rejected') }),
    },
  },
}
