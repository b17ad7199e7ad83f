// Credited more than thirty days ago.

import { plus } from '../../kit/clock.ts'
import { at, completed, orderFacts } from '../example.ts'
import { judgedRefund, type OrderFacts, refundRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const refundTooOld: Rule<'refund', OrderFacts> = {
  finding: 'refund-too-old',
  fits: (facts) => judgedRefund(facts) === 'refund-too-old',
  evidence: refundRows,
  cases: {
    fits: {
      'a second over thirty days': orderFacts(completed, { now: plus(at('10:02', '2026-12-20'), 1_000) }),
    },
    leaves: {
      'thirty days to the second': orderFacts(completed, { now: at('10:02', '2026-12-20') }),
    },
  },
}
