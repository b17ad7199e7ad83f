// The money of the order went back.
import { completed, orderFacts, refund } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const refunded: Rule<'payment', OrderFacts> = {
  finding: 'refunded',
  fits: ({ refund }) => refund?.state === 'returned',
  evidence: (facts) => [...orderRows(facts), `refund:${facts.refund?.id}`],
  cases: {
    fits: {
      'all of it': orderFacts(completed, { refund: refund('returned') }),
    },
    leaves: {
      'only approved': orderFacts(completed, { refund: refund('approved') }),
      'none asked for': orderFacts(completed),
    },
  },
}
