// The payment was stored, the credit was interrupted, and this question finished it.
import { completed, orderFacts } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const fulfilmentResumed: Rule<'payment', OrderFacts> = {
  finding: 'fulfilment-resumed',
  fits: ({ did }) => did === 'resumed',
  evidence: orderRows,
  cases: {
    fits: {
      'taken up while answering': orderFacts(completed, { did: 'resumed' }),
    },
    leaves: {
      'credited before': orderFacts(completed),
    },
  },
}
