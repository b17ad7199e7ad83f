// An order of somebody else: said in the very words of an order that does not exist.
import type { Target } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const otherAccount: Rule<'payment', Target> = {
  finding: 'other-account',
  fits: ({ kind }) => kind === 'foreign',
  evidence: () => [],
  cases: {
    fits: {
      'of somebody else': { kind: 'foreign' },
    },
    leaves: {
      'of nobody': { kind: 'unknown' },
    },
  },
}
