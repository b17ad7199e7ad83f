// The account is restricted: no refund without a person.
import { account, completed, orderFacts } from '../example.ts'
import { judgedRefund, type OrderFacts, refundRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const refundAccount: Rule<'refund', OrderFacts> = {
  finding: 'refund-account',
  fits: (facts) => judgedRefund(facts) === 'refund-account',
  handoff: () => true,
  evidence: refundRows,
  cases: {
    fits: {
      suspended: orderFacts(completed, { account: account({ status: 'suspended' }) }),
    },
    leaves: {
      normal: orderFacts(completed),
    },
  },
}
