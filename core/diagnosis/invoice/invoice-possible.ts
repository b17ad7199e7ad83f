// Credited, and nobody asked for an invoice yet.
import { completed, invoice, orderFacts } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const invoicePossible: Rule<'invoice', OrderFacts> = {
  finding: 'invoice-possible',
  fits: ({ invoice }) => invoice === undefined,
  evidence: orderRows,
  cases: {
    fits: {
      credited: orderFacts(completed),
    },
    leaves: {
      'asked for': orderFacts(completed, { invoice: invoice() }),
    },
  },
}
