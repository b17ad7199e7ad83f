// Some was spent; the rest may go back.

import { credit, fen } from '../../kit/money.ts'
import { completed, orderFacts } from '../example.ts'
import { judgedRefund, type OrderFacts, refundRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const refundPartlyUsed: Rule<'refund', OrderFacts> = {
  finding: 'refund-partly-used',
  fits: (facts) => judgedRefund(facts) === 'refund-partly-used',
  evidence: refundRows,
  cases: {
    fits: {
      'half left': orderFacts(completed, { unused: { units: credit(12_500_000n), amount: fen(25_00n), whole: false } }),
    },
    leaves: {
      untouched: orderFacts(completed),
    },
  },
}
