// Two like orders, both really paid and both credited.
import { completed, order, orderFacts } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const duplicateCredited: Rule<'payment', OrderFacts> = {
  finding: 'duplicate-credited',
  fits: ({ twin }) => twin?.kind === 'both-credited',
  evidence: (facts) => [...orderRows(facts), `orders:${facts.twin?.order.id}`],
  cases: {
    fits: {
      'the same amount twice in ten minutes': orderFacts(completed, {
        twin: { order: order({ id: 'o_2' }), kind: 'both-credited' },
      }),
    },
    leaves: {
      'only one was paid': orderFacts(completed, { twin: { order: order({ id: 'o_2' }), kind: 'only-this-paid' } }),
      alone: orderFacts(completed),
    },
  },
}
