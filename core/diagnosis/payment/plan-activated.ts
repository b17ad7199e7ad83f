// The order bought a plan, and the plan is active: the wallet does not change.
import { completed, orderFacts } from '../example.ts'
import { isCredited, type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const planActivated: Rule<'payment', OrderFacts> = {
  finding: 'plan-activated',
  fits: (facts) => facts.order.planId !== null && isCredited(facts),
  evidence: orderRows,
  cases: {
    fits: {
      paid: orderFacts({ ...completed, planId: 'monthly' }),
    },
    leaves: {
      'a recharge': orderFacts(completed),
      'not paid yet': orderFacts({ planId: 'monthly' }),
    },
  },
}
