// The notice was late, lost or refused; the provider confirms, and this question credited it.
import { completed, orderFacts } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const creditedByRequery: Rule<'payment', OrderFacts> = {
  finding: 'credited-by-requery',
  fits: ({ did }) => did === 'credited',
  evidence: orderRows,
  cases: {
    fits: {
      'credited while answering': orderFacts(completed, { did: 'credited' }),
    },
    leaves: {
      'credited before': orderFacts(completed),
      'nothing paid': orderFacts(),
    },
  },
}
