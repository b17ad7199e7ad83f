// Paid after the timeout or the cancel, matched and credited.
import { completed, orderFacts } from '../example.ts'
import { isCredited, type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const lateCredited: Rule<'payment', OrderFacts> = {
  finding: 'late-credited',
  fits: (facts) => facts.order.late && isCredited(facts),
  evidence: orderRows,
  cases: {
    fits: {
      'an hour late': orderFacts({ ...completed, late: true }),
    },
    leaves: {
      'in time': orderFacts(completed),
      'late and not credited': orderFacts({ late: true, state: 'processing' }),
    },
  },
}
