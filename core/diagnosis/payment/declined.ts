// The payment app or the bank declined.
import { at, orderFacts } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const declined: Rule<'payment', OrderFacts> = {
  finding: 'declined',
  fits: ({ order }) => order.declinedAt !== null,
  variant: ({ order }) => order.declineReason ?? 'declined',
  evidence: orderRows,
  cases: {
    fits: {
      'over the limit': orderFacts({ declinedAt: at('10:02'), declineReason: 'limit' }),
    },
    leaves: {
      'nothing happened': orderFacts(),
    },
  },
}
