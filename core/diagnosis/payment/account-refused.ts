// The order was refused when it was made, because the account is restricted.
import { refusal } from '../example.ts'
import type { Target } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const accountRefused: Rule<'payment', Target> = {
  finding: 'account-not-normal',
  fits: (target) => target.kind === 'refused' && target.refusal.code === 'account-not-normal',
  variant: () => 'refused',
  handoff: () => true,
  evidence: (target) => (target.kind === 'refused' ? [`order_refusal:${target.refusal.id}`] : []),
  cases: {
    fits: { 'a restricted account': { kind: 'refused', refusal: refusal('account-not-normal') } },
    leaves: { 'a wrong amount': { kind: 'refused', refusal: refusal('amount-not-integer') } },
  },
}
