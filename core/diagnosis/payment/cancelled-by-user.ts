// The user cancelled, and nothing was paid.
import { at, orderFacts } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const cancelledByUser: Rule<'payment', OrderFacts> = {
  finding: 'cancelled-by-user',
  fits: ({ order }) => order.cancelReason === 'user',
  evidence: orderRows,
  cases: {
    fits: {
      'cancelled by hand': orderFacts({ state: 'cancelled', cancelReason: 'user', cancelledAt: at('10:02') }),
    },
    leaves: {
      'timed out': orderFacts({ state: 'cancelled', cancelReason: 'expired', cancelledAt: at('10:15') }),
    },
  },
}
