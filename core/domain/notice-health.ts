// Whether a channel's notices still come: judged by what was learned without one. Pure.
import type { NoticeError } from './channel.ts'

/** A payment that is old enough for its notice to have come. */
export type Learned = {
  /** An accepted notice told of it, sooner or later. */
  readonly noticed: boolean
  /** Why notices that named its order were refused. */
  readonly refused: readonly NoticeError[]
}

/** So many payments in a row that no notice told of (payments.md P4). */
export const IN_A_ROW = 3
/** Of at least so many payments in the window, this share without a notice. */
const AT_LEAST = 6
const SHARE = 0.5

export type NoticeHealth =
  | { readonly kind: 'well' }
  /** Too little to say either way. */
  | { readonly kind: 'unsure' }
  | {
      readonly kind: 'missing'
      readonly missed: number
      readonly of: number
      /** Reasons of refusals among them, most frequent first; empty: nothing came at all. */
      readonly refused: readonly NoticeError[]
    }

/** `learned`: newest first. */
export function judgeNotices(learned: readonly Learned[]): NoticeHealth {
  const missed = learned.filter(({ noticed }) => !noticed)
  const newest = learned.slice(0, IN_A_ROW)
  const inRow = newest.length === IN_A_ROW && newest.every(({ noticed }) => !noticed)
  const share = learned.length >= AT_LEAST && missed.length / learned.length >= SHARE
  if (inRow || (share && newest.some(({ noticed }) => !noticed))) {
    const counts = new Map<NoticeError, number>()
    for (const { refused } of missed) for (const reason of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1)
    const reasons = [...counts].sort(([, a], [, b]) => b - a).map(([reason]) => reason)
    return { kind: 'missing', missed: missed.length, of: learned.length, refused: reasons }
  }
  return newest.length === IN_A_ROW && newest.every(({ noticed }) => noticed) ? { kind: 'well' } : { kind: 'unsure' }
}
