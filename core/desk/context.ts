// What every use case is given: the store, the clock, the keys, the policy, the providers. Nothing is fetched from the air.
import type { ChannelName } from '../domain/channel.ts'
import type { Policy } from '../domain/policy.ts'
import type { Clock } from '../kit/clock.ts'
import type { Ids } from '../kit/ids.ts'
import type { PaymentChannel } from '../ports/payment-channel.ts'
import type { Keyring } from '../redaction/keyring.ts'
import type { Store } from '../store/open.ts'
import type { ProviderAnswers } from './payment/provider-answers.ts'

export type Context = {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
  readonly keyring: Keyring
  readonly policy: Policy
  /** Undefined for a channel that this operator has not configured. */
  readonly channel: (name: ChannelName) => PaymentChannel | undefined
  /** How long a question waits for a provider. */
  readonly queryDeadlineMs: number
  /** A question asks a provider about one order at most once in this time. Zero in a replay. */
  readonly queryIntervalMs: number
  /** What was asked lately, and how much may still be asked. One for the life of a process. */
  readonly answers: ProviderAnswers
}

export const QUERY_DEADLINE_MS = 3_000
export const QUERY_INTERVAL_MS = 20_000
