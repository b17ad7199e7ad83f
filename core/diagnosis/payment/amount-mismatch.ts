// Another amount than the order came in; all of it waits for a person.
import { completed, orderFacts, payment, suspense } from '../example.ts'
import { inSuspense, type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const amountMismatch: Rule<'payment', OrderFacts> = {
  finding: 'amount-mismatch',
  fits: (facts) => inSuspense(facts, 'mismatch') !== undefined,
  handoff: () => true,
  evidence: orderRows,
  cases: {
    fits: {
      'one fen short': orderFacts({ disputed: true }, { payments: [suspense('mismatch')] }),
    },
    leaves: {
      'a second payment': orderFacts(completed, { payments: [payment(), suspense('second')] }),
    },
  },
}
