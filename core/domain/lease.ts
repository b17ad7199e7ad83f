// The right to do a work alone: who has it, until when, and the number that tells a later holder from an earlier one.
import type { Instant } from '../kit/clock.ts'

export type Lease = {
  readonly name: string
  readonly holder: string
  /** Goes up with every change of hands: whoever still works under an older number may write nothing. */
  readonly fence: number
  readonly until: Instant
}
