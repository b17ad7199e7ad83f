// An invoice was asked for already.
import { completed, invoice, orderFacts } from '../example.ts'
import { type OrderFacts, orderRows } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const invoiceRequested: Rule<'invoice', OrderFacts> = {
  finding: 'invoice-requested',
  fits: ({ invoice }) => invoice !== undefined,
  evidence: (facts) => [...orderRows(facts), `invoice:${facts.invoice?.id}`],
  cases: {
    fits: {
      'asked for': orderFacts(completed, { invoice: invoice() }),
    },
    leaves: {
      'not yet': orderFacts(completed),
    },
  },
}
