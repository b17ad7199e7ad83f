// What a wish for an order meets: an order of its own from before a death, an open one like it, one that was paid on its way.
import { isOpen, type Order } from '../../domain/order.ts'
import { DAY, MINUTE, plus } from '../../kit/clock.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import type { OrderWish } from './order.ts'

/** A code is asked for twice before it is given up; a little later nobody waits for it any more. */
const MOST_ASKS = 3
/** A step of a talk that a death cut off is taken up again within this time. */
const TAKEN_UP_MS = 2 * DAY

export type Met =
  /** Shown once more: a second code is how people pay twice. */
  | { readonly kind: 'again'; readonly order: Order }
  /** Of another channel: to be closed at its provider before another code is shown. */
  | { readonly kind: 'rival'; readonly order: Order }
  /** This very wish asked about it before, and it was paid. */
  | { readonly kind: 'paid'; readonly order: Order }

const noteOf = (clientKey: string): string => `wished-again:${clientKey}`

/** Kept in the order's history before its provider is asked: a death in between must not make the wish forget it. */
async function noteWish(w: Writers, context: Context, { id, state }: Order, clientKey: string): Promise<void> {
  const reason = noteOf(clientKey)
  if ((await w.orders.events(id)).some((event) => event.reason === reason)) return
  const at = context.clock.now()
  await w.orders.insertEvent({ orderId: id, fromState: state, toState: state, actor: 'user', reason, at })
}

/** Of the open orders like the wish: the one of its method, else a rival. No rival: one whose code was never shown. */
async function among(w: Writers, context: Context, wish: OrderWish, open: readonly Order[]): Promise<Met | undefined> {
  const again = open.find(({ channel }) => channel === wish.channel)
  if (again) return { kind: 'again', order: again }
  for (const order of open) {
    // Its provider gave no code, and nobody can pay it; unless the code is just coming.
    const coming = context.clock.now() - order.createdAt <= MOST_ASKS * context.queryDeadlineMs
    if (coming || (await w.bills.ofOrder(order.id)).length > 0) return { kind: 'rival', order }
  }
  return undefined
}

/** In the transaction that would insert the order. */
export async function meet(w: Writers, context: Context, wish: OrderWish): Promise<Met | undefined> {
  const { accountId, amount, clientKey, planId = null } = wish
  const now = context.clock.now()
  const own = clientKey === undefined ? undefined : await w.orders.byClientKey(accountId, clientKey)
  if (own) return { kind: 'again', order: own }
  const lasting = context.policy.recharge.minutes * MINUTE
  const since = plus(now, -(clientKey === undefined ? lasting : TAKEN_UP_MS))
  const like = (await w.orders.like(accountId, amount, since, now)).filter((order) => order.planId === planId)
  if (clientKey !== undefined) {
    for (const order of like.filter(({ completedAt }) => completedAt !== null)) {
      const events = await w.orders.events(order.id)
      if (events.some(({ reason }) => reason === noteOf(clientKey))) return { kind: 'paid', order }
    }
  }
  const open = like.filter((order) => isOpen(order, now))
  const met = await among(w, context, wish, open)
  if (met && clientKey !== undefined) await noteWish(w, context, met.order, clientKey)
  return met
}
