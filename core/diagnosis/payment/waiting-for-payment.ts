// The code is shown and may still be paid.

import { isOpen } from '../../domain/order.ts'
import { at, orderFacts } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const waitingForPayment: Rule<'payment', OrderFacts> = {
  finding: 'waiting-for-payment',
  fits: ({ order, now }) => isOpen(order, now),
  evidence: orderRows,
  cases: {
    fits: {
      'just made': orderFacts(),
    },
    leaves: {
      'timed out': orderFacts({}, { now: at('10:15') }),
    },
  },
}
