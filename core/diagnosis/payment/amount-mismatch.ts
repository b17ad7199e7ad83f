// Another amount than the order came in; all of it waits for a person.
import { completed, orderFacts, payment, returned, suspense } from '../example.ts'
import { decidedBefore, inSuspense, type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const amountMismatch: Rule<'payment', OrderFacts> = {
  finding: 'amount-mismatch',
  fits: (facts) => inSuspense(facts, 'mismatch') !== undefined || decidedBefore(facts, 'mismatch'),
  variant: (facts) => (decidedBefore(facts, 'mismatch') ? 'decided' : undefined),
  handoff: (facts) => !decidedBefore(facts, 'mismatch'),
  evidence: orderRows,
  cases: {
    fits: {
      'one fen short': orderFacts({ disputed: true }, { payments: [suspense('mismatch')] }),
      'a person sent it back': orderFacts({ disputed: true }, { payments: [returned('mismatch')] }),
    },
    leaves: {
      'a second payment': orderFacts(completed, { payments: [payment(), suspense('second')] }),
      'sent back, and paid rightly since': orderFacts(completed, { payments: [returned('mismatch'), payment()] }),
    },
  },
}
