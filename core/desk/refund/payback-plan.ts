// The beginning and the end of money on its way back, in the transactions of the people who decide about it.
import { isOurs, type Payback } from '../../domain/payback.ts'
import type { Payment } from '../../domain/payment.ts'
import type { Instant } from '../../kit/clock.ts'
import type { Fen } from '../../kit/money.ts'
import { dateOf } from '../../kit/zone.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'

type Cause = Pick<Payback, 'cause' | 'causeId' | 'dueTo'>

/** The number is kept with the decision: whatever dies later, every try goes out under it. */
export async function planPayback(
  w: Writers,
  { clock, ids }: Context,
  { id: paymentId, channel }: Payment,
  amount: Fen,
  cause: Cause,
): Promise<void> {
  const now = clock.now()
  await w.paybacks.insert({
    ...cause,
    id: ids.row('pbk', now),
    number: `RF${dateOf(now).replaceAll('-', '')}${ids.base32(14)}`,
    paymentId,
    channel,
    amount,
    state: 'planned',
    tries: 0,
    nextAt: now,
    unclearSince: null,
    refusal: null,
    alerted: false,
    madeAt: now,
    endedAt: null,
  })
}

const ended = { returned: true, refused: false } as const

/**
 * Ends it by a person's word: it came back by their own hands, or is not to go. False while the provider has it, or may
 * have it: two hands on the same money are how it goes back twice.
 */
export async function endPayback(
  w: Writers,
  cause: Pick<Cause, 'cause' | 'causeId'>,
  to: keyof typeof ended,
  now: Instant,
): Promise<boolean> {
  const payback = await w.paybacks.ofCause(cause.cause, cause.causeId)
  if (!payback) return true
  if (!isOurs(payback)) return payback.state === to
  await w.paybacks.save({ ...payback, state: to, nextAt: null, endedAt: ended[to] ? now : null })
  return true
}
