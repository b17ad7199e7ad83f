// One order was paid twice: the second payment goes back.
import { completed, orderFacts, payment, suspense } from '../example.ts'
import { inSuspense, type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const duplicateSuspense: Rule<'payment', OrderFacts> = {
  finding: 'duplicate-suspense',
  fits: (facts) => inSuspense(facts, 'second') !== undefined,
  handoff: () => true,
  evidence: orderRows,
  cases: {
    fits: {
      'two transaction numbers': orderFacts(completed, { payments: [payment(), suspense('second')] }),
    },
    leaves: {
      'one payment': orderFacts(completed),
    },
  },
}
