// The provider cannot be asked now: nothing is decided, it is asked again.

import { HOUR } from '../../kit/clock.ts'
import { at, orderFacts } from '../example.ts'
import type { OrderFacts } from '../facts.ts'
import type { Rule } from '../rule.ts'

/** Longer than this goes to a person (case-rules 7). */
const PATIENCE_MS = 2 * HOUR

const tooLong = ({ now, unreadableSince }: OrderFacts): boolean =>
  unreadableSince !== null && now - unreadableSince > PATIENCE_MS

export const providerUnknown: Rule<'payment', OrderFacts> = {
  finding: 'provider-unknown',
  fits: ({ answer }) => answer.kind === 'unknown',
  variant: (facts) => (tooLong(facts) ? 'long' : undefined),
  handoff: tooLong,
  evidence: ({ order }) => [`orders:${order.id}`, `channel_health:${order.channel}`],
  cases: {
    fits: {
      'no answer in time': orderFacts({}, { answer: { kind: 'unknown' } }),
      'for three hours': orderFacts({}, { answer: { kind: 'unknown' }, unreadableSince: at('07:00') }),
    },
    leaves: {
      'a clear no': orderFacts(),
    },
  },
}
