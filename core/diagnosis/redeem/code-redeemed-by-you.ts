// The one who asks redeemed it: the credit is there.
import { code, codeFacts } from '../example.ts'
import type { CodeFacts } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const codeRedeemedByYou: Rule<'redeem', CodeFacts> = {
  finding: 'code-redeemed-by-you',
  fits: ({ judged }) => judged === 'code-redeemed-by-you',
  evidence: ({ code }) => (code ? [`redeem_code:${code.id}`] : []),
  cases: {
    fits: {
      'redeemed last week': codeFacts('code-redeemed-by-you', { code: code() }),
    },
    leaves: {
      'judged otherwise': codeFacts('code-ready'),
    },
  },
}
