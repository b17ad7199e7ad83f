// All of it was spent.

import { credit, fen } from '../../kit/money.ts'
import { completed, orderFacts } from '../example.ts'
import { judgedRefund, type OrderFacts, refundRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const refundUsed: Rule<'refund', OrderFacts> = {
  finding: 'refund-used',
  fits: (facts) => judgedRefund(facts) === 'refund-used',
  evidence: refundRows,
  cases: {
    fits: {
      'nothing left': orderFacts(completed, { unused: { units: credit(0n), amount: fen(0n), whole: false } }),
      'less than a fen left': orderFacts(completed, {
        unused: { units: credit(4_999n), amount: fen(0n), whole: false },
      }),
    },
    leaves: {
      untouched: orderFacts(completed),
    },
  },
}
