// Unknown, expired, disabled or somebody else’s: one answer for all of them.
import { codeFacts } from '../example.ts'
import type { CodeFacts } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const codeUnusable: Rule<'redeem', CodeFacts> = {
  finding: 'code-unusable',
  fits: ({ judged }) => judged === 'code-unusable',
  evidence: () => [],
  cases: {
    fits: {
      expired: codeFacts('code-unusable'),
    },
    leaves: {
      'judged otherwise': codeFacts('code-ready'),
    },
  },
}
