// Ordering: a recharge or a plan, with its limits; showing an open order again instead of making it twice; the user's cancel.
import type { ChannelName } from '../../domain/channel.ts'
import { isOpen, type Order, type OrderRefusalCode, refuseOrder } from '../../domain/order.ts'
import { HOUR, MINUTE, plus } from '../../kit/clock.ts'
import { within } from '../../kit/deadline.ts'
import { orderNumber } from '../../kit/ids.ts'
import { invariant } from '../../kit/invariant.ts'
import { type Fen, fen } from '../../kit/money.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { PaymentChannel } from '../../ports/payment-channel.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { scheduleQueries } from '../payment/reconcile.ts'
import { requery } from '../payment/requery.ts'
import { moveOrder } from '../payment/settle-payment.ts'
import { meet } from './like-order.ts'

export type OrderWish = {
  readonly accountId: string
  readonly amount: Fen
  readonly channel: ChannelName
  readonly planId?: string
  /** The client's own key: the same key gives the same order. */
  readonly clientKey?: string
}

/**
 * `channel-unavailable`: no code could be made. `order-not-open`: this client key's order is paid or over.
 * `paid-meanwhile`: the open order of another method turned out to be paid, so no second one was made.
 * `earlier-open`: it could not be closed at its provider, so its code may still be paid.
 */
export type RefusedOrder = {
  readonly code: OrderRefusalCode | 'channel-unavailable' | 'order-not-open' | 'paid-meanwhile' | 'earlier-open'
  readonly number: string
}
export type PlacedOrder = { readonly order: Order; readonly qr: string; readonly shownAgain: boolean }

/**
 * Makes an order and its code. `asFact` is for replays: what happened is not limited and not merged with a like order
 * (case-rules 26). Where the provider gives no code the order stays: it may have made the trade and only its answer was
 * lost. The same wish then tries the code again under the same number, and the reconciler ends it like any other.
 */
export async function placeOrder(
  context: Context,
  wish: OrderWish,
  asFact = false,
): Promise<Result<PlacedOrder, RefusedOrder>> {
  const channel = context.channel(wish.channel)
  if (!channel) return err({ code: 'channel-unavailable', number: orderNumber(context.clock.now(), context.ids) })
  const made = await orderAlone(context, wish, asFact)
  if (!made.ok) return made
  const { order, shownAgain } = made.value
  const { number, amount, expiresAt } = order
  // Its code would take money a second time.
  if (!isOpen(order, context.clock.now())) return err({ code: 'order-not-open', number })
  const ask = () =>
    within<CodeAnswer>(context.queryDeadlineMs, err('unavailable'), (signal) =>
      (context.channel(order.channel) ?? channel).create({ number, amount, expiresAt }, signal),
    )
  const first = await ask()
  // A lost answer is asked for again: under this number the provider makes one trade only.
  const trade = first.ok || first.error === 'refused' ? first : await ask()
  return trade.ok ? ok({ order, qr: trade.value.qr, shownAgain }) : err({ code: 'channel-unavailable', number })
}

type CodeAnswer = Awaited<ReturnType<PaymentChannel['create']>>
type Inserted = { readonly order: Order; readonly shownAgain: boolean }

/** Two chats of one account may wish the same at once: more than this comes from no person. */
const MOST_RIVALS = 5

/** The order of a wish, alone: an open one of the same wish under another method is closed at its provider first. */
async function orderAlone(context: Context, wish: OrderWish, asFact: boolean): Promise<Result<Inserted, RefusedOrder>> {
  for (let round = 0; round < MOST_RIVALS; round++) {
    const made = await context.store.write((w) => insertOrder(w, context, wish, asFact))
    if (!('rival' in made)) return made.ok && made.value.shownAgain ? unpaid(context, made.value) : made
    const { id, number } = made.rival
    const ended = await cancelOrder(context, id, 'method-changed')
    if (ended === 'credited-instead') return err({ code: 'paid-meanwhile', number })
    if (ended === 'provider-unknown') return err({ code: 'earlier-open', number })
    const now = await context.store.read((r) => r.orders.byId(id))
    if (now?.completedAt != null || now?.state === 'processing') return err({ code: 'paid-meanwhile', number })
  }
  return err({ code: 'earlier-open', number: orderNumber(context.clock.now(), context.ids) })
}

/** Before a code is shown once more its provider is asked: who has paid it already must not pay it again. */
async function unpaid(context: Context, shown: Inserted): Promise<Result<Inserted, RefusedOrder>> {
  const { id, number } = shown.order
  if (shown.order.state !== 'pending') return ok(shown)
  await requery(context, shown.order, 'query')
  const now = await context.store.read((r) => r.orders.byId(id))
  return now?.completedAt != null || now?.state === 'processing' ? err({ code: 'paid-meanwhile', number }) : ok(shown)
}

async function insertOrder(
  w: Writers,
  context: Context,
  wish: OrderWish,
  asFact: boolean,
): Promise<Result<Inserted, RefusedOrder> | { readonly rival: Order }> {
  const now = context.clock.now()
  const number = orderNumber(now, context.ids)
  const account = await w.accounts.byId(wish.accountId)
  invariant(account, 'an order for an account that does not exist')
  if (!asFact) {
    const met = await meet(w, context, wish)
    if (met?.kind === 'again') return ok({ order: met.order, shownAgain: true })
    if (met?.kind === 'paid') return err({ code: 'paid-meanwhile', number: met.order.number })
    if (met) return { rival: met.order }
  }
  const code =
    refuseOrder(wish.amount, account.status, context.policy) ?? (asFact ? undefined : await tooMany(w, context, wish))
  if (code) {
    await w.orders.insertRefusal({ id: context.ids.row('rfo', now), number, accountId: account.id, code, at: now })
    return err({ code, number })
  }
  const order: Order = {
    id: context.ids.row('o', now),
    number,
    accountId: account.id,
    planId: wish.planId ?? null,
    amount: wish.amount,
    unitsPerYuan: context.policy.unitsPerYuan,
    channel: wish.channel,
    state: 'pending',
    late: false,
    disputed: false,
    clientKey: wish.clientKey ?? null,
    createdAt: now,
    expiresAt: plus(now, context.policy.recharge.minutes * MINUTE),
    cancelledAt: null,
    cancelReason: null,
    scannedAt: null,
    declinedAt: null,
    declineReason: null,
    processingAt: null,
    completedAt: null,
    refunded: fen(0n),
    version: 1,
  }
  await w.orders.insert(order)
  await w.orders.insertEvent({
    orderId: order.id,
    fromState: 'none',
    toState: 'pending',
    actor: 'user',
    reason: 'ordered',
    at: now,
  })
  await scheduleQueries(w, order)
  return ok({ order, shownAgain: false })
}

async function tooMany(w: Writers, context: Context, wish: OrderWish): Promise<'too-many-orders' | undefined> {
  const now = context.clock.now()
  const recent = await w.orders.since(wish.accountId, plus(now, -HOUR))
  const open = recent.filter((order) => isOpen(order, now))
  const { openOrders, ordersAnHour } = context.policy.recharge
  return open.length >= openOrders || recent.length >= ordersAnHour ? 'too-many-orders' : undefined
}

export type Cancelled = 'cancelled' | 'credited-instead' | 'provider-unknown' | 'order-not-open'

/** The user's cancel asks the provider first: what is paid is credited instead (case-rules 25). */
export async function cancelOrder(
  context: Context,
  orderId: string,
  reason: 'cancelled-by-user' | 'method-changed' = 'cancelled-by-user',
): Promise<Cancelled> {
  const order = await context.store.read((r) => r.orders.byId(orderId))
  if (order?.state !== 'pending') return 'order-not-open'
  const { answer, did, closed } = await requery(context, order, 'cancel')
  if (did === 'credited') return 'credited-instead'
  // A code that the provider did not surely take back can still be paid.
  if (answer.kind === 'unknown' || (answer.kind === 'not-paid' && !closed)) return 'provider-unknown'
  return context.store.write(async (w) => {
    const now = context.clock.now()
    const fresh = await w.orders.byId(orderId)
    const open = fresh && isOpen(fresh, now) && (await w.payments.ofOrder(orderId)).length === 0
    if (!open) return 'order-not-open'
    const cause = { actor: 'user', reason, at: now } as const
    await moveOrder(w, fresh, 'cancelled', { cancelledAt: now, cancelReason: 'user' }, cause)
    return 'cancelled'
  })
}
