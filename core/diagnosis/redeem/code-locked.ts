// Too many misses: nothing is looked up until the lock ends.
import { codeFacts } from '../example.ts'
import type { CodeFacts } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const codeLocked: Rule<'redeem', CodeFacts> = {
  finding: 'code-locked',
  fits: ({ judged }) => judged === 'code-locked',
  evidence: () => [],
  cases: {
    fits: {
      'after the fifth miss': codeFacts('code-locked'),
    },
    leaves: {
      'judged otherwise': codeFacts('code-ready'),
    },
  },
}
