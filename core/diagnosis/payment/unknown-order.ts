// No such order under this account; where it was refused when it was made, the rule is told.
import { refusal } from '../example.ts'
import type { Target } from '../facts.ts'
import type { Rule } from '../rule.ts'

const refusedAmount = (target: Target): boolean =>
  target.kind === 'refused' && target.refusal.code !== 'account-not-normal'

export const unknownOrder: Rule<'payment', Target> = {
  finding: 'unknown-order',
  fits: (target) => target.kind === 'unknown' || refusedAmount(target),
  variant: (target) => (refusedAmount(target) ? 'refused-amount' : undefined),
  evidence: (target) => (target.kind === 'refused' ? [`order_refusal:${target.refusal.id}`] : []),
  cases: {
    fits: {
      'never made': { kind: 'unknown' },
      'refused for its amount': { kind: 'refused', refusal: refusal('amount-out-of-range') },
    },
    leaves: {
      'refused for the account': { kind: 'refused', refusal: refusal('account-not-normal') },
    },
  },
}
