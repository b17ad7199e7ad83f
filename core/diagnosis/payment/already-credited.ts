// The credit was posted before anybody asked.
import { completed, orderFacts } from '../example.ts'
import { isCredited, type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const alreadyCredited: Rule<'payment', OrderFacts> = {
  finding: 'already-credited',
  fits: isCredited,
  evidence: orderRows,
  cases: {
    fits: {
      'credited a minute ago': orderFacts(completed),
    },
    leaves: {
      pending: orderFacts(),
      cancelled: orderFacts({ state: 'cancelled' }),
    },
  },
}
