// An account of the gateway: who owns a wallet. Personal data is sealed; only the status decides anything.
import type { Instant } from '../kit/clock.ts'
import type { Sealed } from '../redaction/sealed.ts'

export const accountStatuses = ['normal', 'suspended'] as const
export type AccountStatus = (typeof accountStatuses)[number]

export type Account = {
  readonly id: string
  readonly status: AccountStatus
  readonly emailSealed: Sealed | null
  readonly nicknameSealed: Sealed | null
  readonly createdAt: Instant
}
