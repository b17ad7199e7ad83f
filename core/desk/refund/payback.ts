// Money goes back to where it came from: planned with the decision, sent under one number however often it is tried, told of.
import { interfaceText } from '../../conversation/book.ts'
import type { InterfaceKey } from '../../conversation/interface-text.ts'
import { yuan } from '../../diagnosis/words.ts'
import { postings } from '../../domain/ledger.ts'
import { asking, heard, isFresh, type Payback } from '../../domain/payback.ts'
import type { Payment } from '../../domain/payment.ts'
import { HOUR, type Instant, SECOND } from '../../kit/clock.ts'
import { within as inTime } from '../../kit/deadline.ts'
import { invariant } from '../../kit/invariant.ts'
import type { PaymentChannel, RefundAnswer, RefundWish } from '../../ports/payment-channel.ts'
import { join, mask, mint, say } from '../../redaction/redacted.ts'
import { unseal } from '../../redaction/sealed.ts'
import type { Readers, Writers } from '../../store/nouns.ts'
import type { ChatOptions } from '../chat/chat.ts'
import type { Context } from '../context.ts'
import { staffRooms } from '../digest/send.ts'
import { within } from '../inside.ts'
import { tellRoom } from '../outbox/enqueue.ts'
import type { ProviderPace } from '../payment/provider-pace.ts'
import { decideRefund } from './refund.ts'

const A_ROUND = 20
/** A refund takes a provider longer than a question. */
const DEADLINE_MS = 10 * SECOND
/** An outcome that nobody can read for so long is somebody's matter. */
const UNCLEAR_LONG_MS = 2 * HOUR

/** Undefined: it is not to be asked now (any more). */
type Try = { readonly payback: Payback; readonly wish: RefundWish; readonly fresh: boolean }

async function wishOf(r: Readers, { keyring }: Context, payback: Payback): Promise<RefundWish> {
  const payment = await r.payments.byId(payback.paymentId)
  invariant(payment, 'money goes back of a payment that does not exist')
  const txn = unseal(keyring, 'payment.txn', payment.txnSealed)
  const { orderNumber: number, amount: paid } = payment
  return { number, refundNumber: payback.number, amount: payback.amount, paid, txn }
}

/** Marks the try as on its way, in a commit of its own. */
const begin = (context: Context, id: string): Promise<Try | undefined> =>
  context.store.write(async (w) => {
    const now = context.clock.now()
    const payback = await w.paybacks.byId(id)
    if (!payback || payback.nextAt === null || payback.nextAt > now) return undefined
    const next = asking(payback, now)
    await w.paybacks.save(next)
    return { payback: next, wish: await wishOf(w, context, next), fresh: isFresh(payback) }
  })

/** Behind an answer that was lost, the provider is asked what became of it before it is asked again: under the same number. */
async function send(channel: PaymentChannel | undefined, { wish, fresh }: Try): Promise<RefundAnswer> {
  if (!channel) return { kind: 'by-hand' }
  const unknown: RefundAnswer = { kind: 'unknown' }
  const before = fresh
    ? { kind: 'none' as const }
    : await inTime(DEADLINE_MS, unknown, (s) => channel.refundQuery(wish, s))
  return before.kind === 'none' ? inTime(DEADLINE_MS, unknown, (signal) => channel.refund(wish, signal)) : before
}

async function finish(w: Writers, options: ChatOptions, leased: Context, id: string, answer: RefundAnswer) {
  const now = leased.clock.now()
  const before = await w.paybacks.byId(id)
  // Somebody said meanwhile that it is done.
  if (before?.state !== 'asking') return
  const after = heard(before, answer, now)
  const puzzling = after.unclearSince !== null && now - after.unclearSince >= UNCLEAR_LONG_MS && !after.alerted
  const next = puzzling ? { ...after, alerted: true } : after
  await w.paybacks.save(next)
  if (next.state === 'returned') await bookReturned(w, leased, next)
  const payment = await w.payments.byId(next.paymentId)
  invariant(payment, 'money goes back of a payment that does not exist')
  if (next.state === 'refused') await giveUp(w, leased, next)
  if (next.state === 'by-hand') await tellStaff(w, options, next, payment, 'staff_payback_by_hand')
  if (next.state === 'refused') await tellStaff(w, options, next, payment, 'staff_payback_refused')
  if (puzzling) await tellStaff(w, options, next, payment, 'staff_payback_unclear')
  if (next.refusal === 'balance' && before.refusal !== 'balance')
    await tellStaff(w, options, next, payment, 'staff_payback_balance')
}

async function bookReturned(w: Writers, context: Context, payback: Payback): Promise<void> {
  if (payback.cause === 'suspense') {
    await w.ledger.post(postings.paidBack(payback.causeId, payback.channel, payback.amount), context.clock.now())
    return w.untold.add(payback.paymentId, context.clock.now())
  }
  const refund = await w.refunds.byId(payback.causeId)
  invariant(refund, 'a payback of a refund that does not exist')
  const decided = await decideRefund(within(context, w), refund.orderId, { to: 'returned', by: 'provider' })
  invariant(decided.ok && decided.value.id === refund.id, 'a refund went back that was not approved')
}

/** The provider’s clear no: what was held is the user’s again. */
async function giveUp(w: Writers, context: Context, payback: Payback): Promise<void> {
  const refund = await w.refunds.byId(payback.causeId)
  invariant(refund, 'a payback of a refund that does not exist')
  const reason = say`the provider refuses: ${mint(payback.refusal ?? 'other')}`
  const decided = await decideRefund(within(context, w), refund.orderId, { to: 'rejected', by: 'provider', reason })
  invariant(decided.ok, 'a refund was refused that was not approved')
}

type StaffKey = Extract<InterfaceKey, `staff_payback_${string}`>

/** To the common room of each platform, in both languages, as everything there is said. */
async function tellStaff(w: Writers, options: ChatOptions, payback: Payback, payment: Payment, key: StaffKey) {
  const vars = {
    amount: yuan(payback.amount),
    order: mask(payment.orderNumber),
    channel: mint(payback.channel),
    txn: mint(`****${payment.txnTail}`),
    id: mint(
      payback.cause === 'refund' ? `refund returned ${payback.causeId}` : `suspense returned ${payback.causeId}`,
    ),
    number: mint(payback.number),
  }
  const text = join(
    (['zh', 'en'] as const).map((lang) => interfaceText(options.book, lang, key, vars)),
    '\n',
  )
  for (const room of await staffRooms(w, options)) await tellRoom(w, options.context.clock.now(), room, text)
}

/** What was promised and is not there, or cannot be read for hours: said once. */
async function warn(options: ChatOptions, leased: Context, now: Instant): Promise<number> {
  const late = await leased.store.read((r) => r.paybacks.overdue(now, A_ROUND))
  for (const { id } of late)
    await leased.store.write(async (w) => {
      const payback = await w.paybacks.byId(id)
      const payment = payback && (await w.payments.byId(payback.paymentId))
      if (!payback || !payment || payback.alerted || payback.endedAt !== null) return
      await w.paybacks.save({ ...payback, alerted: true })
      await tellStaff(w, options, payback, payment, 'staff_payback_overdue')
    })
  return late.length
}

/** One round: each that is due is tried once, in commits of its own; how many. */
export async function sendPaybacks(
  options: ChatOptions,
  leased: Context,
  pace: ProviderPace,
  faults: unknown[],
): Promise<number> {
  const now = leased.clock.now()
  let did = await warn(options, leased, now)
  for (const { id, channel } of await leased.store.read((r) => r.paybacks.due(now, A_ROUND))) {
    const by = leased.channel(channel)
    if (by && !pace.take(channel)) continue
    try {
      const one = await begin(leased, id)
      if (!one) continue
      const answer = await send(by, one)
      if (by) pace.heard(channel, answer.kind !== 'unknown')
      await leased.store.write((w) => finish(w, options, leased, id, answer))
      did += 1
    } catch (fault) {
      faults.push(fault)
    }
  }
  return did
}
