// Our money, under a number that is no order of ours.
import { suspense } from '../example.ts'
import type { Target } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const paymentWithoutOrder: Rule<'payment', Target> = {
  finding: 'payment-without-order',
  fits: ({ kind }) => kind === 'without-order',
  handoff: () => true,
  evidence: (target) => (target.kind === 'without-order' ? [`payment:${target.payment.id}`] : []),
  cases: {
    fits: {
      'a payment under this number': { kind: 'without-order', payment: suspense('no-order') },
    },
    leaves: {
      'an own order': { kind: 'own' },
    },
  },
}
