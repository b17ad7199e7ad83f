// A generation task that was charged: held first, settled when it succeeds, put back when it fails. Pure.
import { HOUR, type Instant } from '../kit/clock.ts'
import type { Credit } from '../kit/money.ts'

export const taskOutcomes = ['succeeded', 'failed', 'unknown'] as const
export type TaskOutcome = (typeof taskOutcomes)[number]

export type Task = {
  readonly id: string
  /** What the gateway and its users call it. */
  readonly number: string
  /** Null while only its outcome is known: a task may finish without ever having been charged. */
  readonly accountId: string | null
  readonly model: string | null
  readonly units: Credit | null
  readonly chargedAt: Instant | null
  readonly outcome: TaskOutcome | null
  readonly finishedAt: Instant | null
  readonly settledAt: Instant | null
  readonly refundedAt: Instant | null
}

export type Usage = { readonly id: string; readonly accountId: string; readonly units: Credit; readonly at: Instant }

/** An outcome that stays unknown longer than this after the charge goes to a person (case-rules 7). */
export const TASK_UNKNOWN_MS = 24 * HOUR
