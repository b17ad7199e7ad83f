// Something hinted at a payment, and the provider, asked now, has none.

import { timedOut } from '../../domain/order.ts'
import { at, orderFacts, rejected } from '../example.ts'
import { type OrderFacts, orderRows, rejectedNotice } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const notPaid: Rule<'payment', OrderFacts> = {
  finding: 'not-paid',
  fits: (facts) =>
    rejectedNotice(facts, false) !== undefined || (facts.order.scannedAt !== null && timedOut(facts.order, facts.now)),
  evidence: (facts) => [...orderRows(facts), ...facts.notices.map(({ id }) => `notice:${id}`)],
  cases: {
    fits: {
      'a refused notice': orderFacts({}, { notices: [rejected('bad_signature')] }),
      'scanned, then timed out': orderFacts({ scannedAt: at('10:01') }, { now: at('10:15') }),
    },
    leaves: {
      'never scanned': orderFacts({}, { now: at('10:15') }),
      'scanned and in time': orderFacts({ scannedAt: at('10:01') }),
    },
  },
}
