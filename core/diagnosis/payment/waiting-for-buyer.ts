// The user scanned the code and stands before the password.

import { isOpen } from '../../domain/order.ts'
import { at, orderFacts } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const waitingForBuyer: Rule<'payment', OrderFacts> = {
  finding: 'waiting-for-buyer',
  fits: ({ order, now }) => isOpen(order, now) && order.scannedAt !== null && order.scannedAt > (order.declinedAt ?? 0),
  evidence: orderRows,
  cases: {
    fits: {
      scanned: orderFacts({ scannedAt: at('10:01') }),
      'scanned again after a decline': orderFacts({
        declinedAt: at('10:01'),
        declineReason: 'limit',
        scannedAt: at('10:02'),
      }),
    },
    leaves: {
      'declined after the scan': orderFacts({
        scannedAt: at('10:01'),
        declinedAt: at('10:02'),
        declineReason: 'limit',
      }),
      'timed out': orderFacts({ scannedAt: at('10:01') }, { now: at('10:15') }),
      'not scanned': orderFacts(),
    },
  },
}
