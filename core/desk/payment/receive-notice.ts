// A payment notice: verified on its raw bytes, then stored and settled in one transaction; the provider hears "success" after it.
import type { ChannelName, NoticeError } from '../../domain/channel.ts'
import type { NoticeHeaders } from '../../ports/payment-channel.ts'
import { seal } from '../../redaction/sealed.ts'
import type { Context } from '../context.ts'
import { type Settled, settlePayment } from './settle-payment.ts'

export type NoticeOutcome =
  /** `nothing`: rightly signed and without new money, only answered. */
  | { readonly kind: 'accepted'; readonly settled: Settled['kind'] | 'nothing' }
  | { readonly kind: 'refused'; readonly reason: NoticeError }

/**
 * Throws only where the store does: then the provider must get an error, so that it sends the notice again.
 * `storeOnly` stops behind the paid fact, as a crash would.
 */
export async function receiveNotice(
  context: Context,
  channelName: ChannelName,
  body: Uint8Array,
  headers: NoticeHeaders,
  storeOnly = false,
): Promise<NoticeOutcome> {
  const channel = context.channel(channelName)
  if (!channel) return { kind: 'refused', reason: 'wrong_merchant' }
  const read = channel.readNotice(body, headers)
  if (!read.ok) return refuse(context, channelName, read.error.reason, read.error.claimedNumber)

  if (read.value.kind === 'nothing') return { kind: 'accepted', settled: 'nothing' }
  if (read.value.kind === 'refund') {
    await askNow(context, read.value.refundNumber)
    return { kind: 'accepted', settled: 'nothing' }
  }

  const { fact, eventId, body: kept } = read.value
  // Rightly signed, and no money: nothing that could be settled.
  if (fact.amount <= 0n) return refuse(context, channelName, 'parse', fact.orderNumber)
  const now = context.clock.now()
  const outcome = await context.store.write(async (w): Promise<NoticeOutcome> => {
    const order = await w.orders.byNumber(fact.orderNumber.toUpperCase())
    // Rightly signed, but by a provider that this order was never shown at.
    if (order && order.channel !== fact.channel) return { kind: 'refused', reason: 'forged' }
    const settled = await settlePayment(w, context, fact, 'notice', storeOnly)
    if (!(await w.payments.noticeByEvent(channelName, eventId))) {
      await w.payments.insertNotice({
        id: context.ids.row('ntc', now),
        channel: channelName,
        eventId,
        bodySealed: seal(context.keyring, 'notice.body', kept),
        orderNumber: fact.orderNumber.toUpperCase(),
        paymentId: settled.payment.id,
        state: 'accepted',
        reason: null,
        receivedAt: now,
      })
    }
    await w.payments.noteNotice(channelName, now)
    return { kind: 'accepted', settled: settled.kind }
  })
  return outcome.kind === 'refused' ? refuse(context, channelName, outcome.reason, fact.orderNumber) : outcome
}

/** A refund of ours whose provider has it is asked about at once; any other stays as it is. */
const askNow = ({ store, clock }: Context, refundNumber: string): Promise<void> =>
  store.write(async (w) => {
    const payback = await w.paybacks.byNumber(refundNumber)
    if (payback && payback.nextAt !== null && payback.state === 'waiting')
      await w.paybacks.save({ ...payback, nextAt: clock.now() })
  })

/** Keeps that it came and why it was refused; of its content only the order number that it claimed, and that only if it is ours. */
async function refuse(
  context: Context,
  channel: ChannelName,
  reason: NoticeError,
  claimedNumber: string | undefined,
): Promise<NoticeOutcome> {
  const now = context.clock.now()
  await context.store.write(async (w) => {
    const order = claimedNumber === undefined ? undefined : await w.orders.byNumber(claimedNumber.toUpperCase())
    // Somebody may send a million of these: one row an order and reason is enough, and none for a number that is not ours.
    const eventId = `refused:${order?.number ?? 'unknown'}:${reason}`
    if (await w.payments.noticeByEvent(channel, eventId)) return
    await w.payments.insertNotice({
      id: context.ids.row('ntc', now),
      channel,
      eventId,
      bodySealed: null,
      orderNumber: order?.number ?? null,
      paymentId: null,
      state: 'rejected',
      reason,
      receivedAt: now,
    })
  })
  return { kind: 'refused', reason }
}
