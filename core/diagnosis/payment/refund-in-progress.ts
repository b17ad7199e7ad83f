// A refund of the order is asked for or approved, and the money is not back yet.
import { completed, orderFacts, refund } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const refundInProgress: Rule<'payment', OrderFacts> = {
  finding: 'refund-in-progress',
  fits: ({ refund }) => refund?.state === 'requested' || refund?.state === 'approved',
  variant: ({ refund }) => refund?.state,
  evidence: (facts) => [...orderRows(facts), `refund:${facts.refund?.id}`],
  cases: {
    fits: {
      'asked for': orderFacts(completed, { refund: refund('requested') }),
      approved: orderFacts(completed, { refund: refund('approved') }),
    },
    leaves: {
      'rejected: the credit is still there': orderFacts(completed, { refund: refund('rejected') }),
      returned: orderFacts(completed, { refund: refund('returned') }),
    },
  },
}
