// The fifteen minutes are over, nobody scanned, nothing was paid.

import { timedOut } from '../../domain/order.ts'
import { plus } from '../../kit/clock.ts'
import { at, orderFacts } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const expiredUnpaid: Rule<'payment', OrderFacts> = {
  finding: 'expired-unpaid',
  fits: ({ order, now }) => timedOut(order, now),
  evidence: orderRows,
  cases: {
    fits: {
      'at the very second': orderFacts({}, { now: at('10:15') }),
    },
    leaves: {
      'a second before': orderFacts({}, { now: plus(at('10:15'), -1_000) }),
    },
  },
}
