// The code can be redeemed now.
import { code, codeFacts } from '../example.ts'
import type { CodeFacts } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const codeReady: Rule<'redeem', CodeFacts> = {
  finding: 'code-ready',
  fits: ({ judged }) => judged === 'code-ready',
  evidence: ({ code }) => (code ? [`redeem_code:${code.id}`] : []),
  cases: {
    fits: {
      fresh: codeFacts('code-ready', { code: code() }),
    },
    leaves: {
      'judged otherwise': codeFacts('code-locked'),
    },
  },
}
