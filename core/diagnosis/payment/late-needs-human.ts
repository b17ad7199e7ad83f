// Money that came after the end of its order and may not be credited without a person.
import { completed, orderFacts, suspense } from '../example.ts'
import { inSuspense, type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

const late = (facts: OrderFacts) => inSuspense(facts, 'late-old', 'late-account', 'late-policy')

export const lateNeedsHuman: Rule<'payment', OrderFacts> = {
  finding: 'late-needs-human',
  fits: (facts) => late(facts) !== undefined,
  variant: (facts) => late(facts)?.suspenseReason?.slice('late-'.length),
  handoff: () => true,
  evidence: orderRows,
  cases: {
    fits: {
      'eight days after the order': orderFacts({}, { payments: [suspense('late-old')] }),
      'the account was restricted': orderFacts({}, { payments: [suspense('late-account')] }),
    },
    leaves: {
      'credited although late': orderFacts({ ...completed, late: true }),
      'a wrong amount': orderFacts({}, { payments: [suspense('mismatch')] }),
    },
  },
}
