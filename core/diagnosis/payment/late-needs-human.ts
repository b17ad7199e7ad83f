// Money that came after the end of its order and may not be credited without a person.
import { completed, orderFacts, returned, suspense } from '../example.ts'
import { decidedBefore, inSuspense, type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

const reasons = ['late-old', 'late-account', 'late-policy'] as const
const late = (facts: OrderFacts) => inSuspense(facts, ...reasons)
const decided = (facts: OrderFacts) => decidedBefore(facts, ...reasons)

export const lateNeedsHuman: Rule<'payment', OrderFacts> = {
  finding: 'late-needs-human',
  fits: (facts) => late(facts) !== undefined || decided(facts),
  variant: (facts) => (decided(facts) ? 'decided' : late(facts)?.suspenseReason?.slice('late-'.length)),
  handoff: (facts) => !decided(facts),
  evidence: orderRows,
  cases: {
    fits: {
      'eight days after the order': orderFacts({}, { payments: [suspense('late-old')] }),
      'a person sent it back': orderFacts({}, { payments: [returned('late-old')] }),
      'the account was restricted': orderFacts({}, { payments: [suspense('late-account')] }),
    },
    leaves: {
      'credited although late': orderFacts({ ...completed, late: true }),
      'a wrong amount': orderFacts({}, { payments: [suspense('mismatch')] }),
    },
  },
}
