// Untouched: the whole amount may go back.

import { credit, fen } from '../../kit/money.ts'
import { completed, orderFacts } from '../example.ts'
import { judgedRefund, type OrderFacts, refundRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const refundEligible: Rule<'refund', OrderFacts> = {
  finding: 'refund-eligible',
  fits: (facts) => judgedRefund(facts) === 'refund-eligible',
  evidence: refundRows,
  cases: {
    fits: {
      untouched: orderFacts(completed),
    },
    leaves: {
      'half left': orderFacts(completed, { unused: { units: credit(12_500_000n), amount: fen(25_00n), whole: false } }),
    },
  },
}
