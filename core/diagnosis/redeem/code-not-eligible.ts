// The code is good, the account does not meet its conditions.
import { code, codeFacts } from '../example.ts'
import type { CodeFacts } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const codeNotEligible: Rule<'redeem', CodeFacts> = {
  finding: 'code-not-eligible',
  fits: ({ judged }) => judged === 'code-not-eligible',
  evidence: ({ code }) => (code ? [`redeem_code:${code.id}`] : []),
  cases: {
    fits: {
      'only for new accounts': codeFacts('code-not-eligible', { code: code() }),
    },
    leaves: {
      'judged otherwise': codeFacts('code-ready'),
    },
  },
}
