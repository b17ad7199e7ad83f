// A plan that was bought: what it entitles an account to, and until when.
import type { Instant } from '../kit/clock.ts'

export type Entitlement = {
  readonly id: string
  readonly accountId: string
  readonly planId: string
  readonly orderId: string | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly revokedAt: Instant | null
}
