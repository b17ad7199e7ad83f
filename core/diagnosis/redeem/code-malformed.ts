// Not written as a code: nothing was looked up.
import { codeFacts } from '../example.ts'
import type { CodeFacts } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const codeMalformed: Rule<'redeem', CodeFacts> = {
  finding: 'code-malformed',
  fits: ({ judged }) => judged === 'code-malformed',
  variant: ({ apiKey }) => (apiKey ? 'api-key' : undefined),
  evidence: () => [],
  cases: {
    fits: {
      'a word': codeFacts('code-malformed'),
    },
    leaves: {
      'judged otherwise': codeFacts('code-ready'),
    },
  },
}
