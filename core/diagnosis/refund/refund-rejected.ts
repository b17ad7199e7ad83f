// A person refused the latest request.
import { completed, orderFacts, refund } from '../example.ts'
import { judgedRefund, type OrderFacts, refundRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const refundRejected: Rule<'refund', OrderFacts> = {
  finding: 'refund-rejected',
  fits: (facts) => judgedRefund(facts) === 'refund-rejected',
  evidence: refundRows,
  cases: {
    fits: {
      rejected: orderFacts(completed, { refund: refund('rejected') }),
    },
    leaves: {
      none: orderFacts(completed),
    },
  },
}
