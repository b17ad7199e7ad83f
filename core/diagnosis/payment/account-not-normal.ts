// The one who asks has a restricted account: a person speaks with them.
import { account, completed, orderFacts } from '../example.ts'
import type { OrderFacts } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const accountNotNormal: Rule<'payment', OrderFacts> = {
  finding: 'account-not-normal',
  fits: ({ account }) => account.status !== 'normal',
  handoff: () => true,
  evidence: ({ account, order }) => [`account:${account.id}`, `orders:${order.id}`],
  cases: {
    fits: {
      'suspended after a credit': orderFacts(completed, { account: account({ status: 'suspended' }) }),
    },
    leaves: {
      normal: orderFacts(),
    },
  },
}
