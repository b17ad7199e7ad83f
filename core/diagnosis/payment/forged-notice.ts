// Somebody else sent a notice for an order that the provider says is unpaid.
import { orderFacts, rejected } from '../example.ts'
import { type OrderFacts, orderRows, rejectedNotice } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const forgedNotice: Rule<'payment', OrderFacts> = {
  finding: 'forged-notice',
  fits: (facts) => rejectedNotice(facts, true) !== undefined,
  evidence: (facts) => [...orderRows(facts), `notice:${rejectedNotice(facts, true)?.id}`],
  cases: {
    fits: {
      'signed by nobody we know': orderFacts({}, { notices: [rejected('forged')] }),
    },
    leaves: {
      'a notice of the provider that we could not read': orderFacts({}, { notices: [rejected('parse')] }),
    },
  },
}
