// A desk whose money works by itself: linked people, staff with a common room, and a reconciler that is moved round by round.

import type { Context } from '../../core/desk/context.ts'
import { placeOrder } from '../../core/desk/order/order.ts'
import { receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { makeReconciler, type Reconciler } from '../../core/desk/payment/reconciler.ts'
import type { ChannelName } from '../../core/domain/channel.ts'
import type { Order } from '../../core/domain/order.ts'
import { fen, fenOfYuan } from '../../core/kit/money.ts'
import type { PaymentChannel } from '../../core/ports/payment-channel.ts'
import type { Connection } from '../../core/store/connection.ts'
import { linkedUser } from '../fakes/chat-context.ts'
import { openSweepDesk, type SweepDesk, saidIn, write } from './sweep-desk.ts'

export type MoneyDesk = SweepDesk & { readonly reconciler: Reconciler }

export type MoneyOptions = {
  /** Stands between us and the provider. */
  readonly provider?: (channel: PaymentChannel) => Partial<PaymentChannel>
  readonly around?: (writer: Connection) => Connection
  readonly without?: readonly ChannelName[]
}

export async function openMoneyDesk({ provider, around, without = [] }: MoneyOptions = {}): Promise<MoneyDesk> {
  const desk = await openSweepDesk('2026-11-23 10:00', around ? { around } : {})
  const channel = (name: ChannelName): PaymentChannel | undefined => {
    if (without.includes(name)) return undefined
    const real = desk.sandbox.channel(name)
    return { ...real, ...provider?.(real) }
  }
  const context: Context = { ...desk.context, channel }
  const options = { ...desk.options, context }
  return { ...desk, context, options, reconciler: makeReconciler(options) }
}

/** Linked, and known to the platform by a first message. */
export async function customer(desk: MoneyDesk, name: string, lang: 'zh' | 'en' = 'zh'): Promise<void> {
  await linkedUser(desk, 'telegram', name)
  await write(desk, name, lang === 'zh' ? '你好' : 'hello')
}

export async function ordered(desk: MoneyDesk, accountId: string, yuan = 50, channel: ChannelName = 'alipay') {
  const placed = await placeOrder(desk.context, { accountId, amount: fenOfYuan(yuan), channel }, true)
  if (!placed.ok) throw new Error(placed.error.code)
  return placed.value.order
}

export const pay = (desk: MoneyDesk, { channel, number, amount }: Order, txn: string, paid = amount): Promise<void> =>
  desk.sandbox.pay(channel, number, txn, fen(paid))

export async function notify({ context, sandbox }: MoneyDesk, { channel, number }: Order, txn: string): Promise<void> {
  const notice = await sandbox.notice(channel, number, txn)
  if (!notice) throw new Error('nothing was paid')
  await receiveNotice(context, channel, notice.body, notice.headers)
}

/** Time passes, with a round of the reconciler every so often. */
export async function lives(desk: MoneyDesk, ms: number, everyMs = 1_000): Promise<void> {
  for (let passed = 0; passed < ms; passed += everyMs) {
    desk.clock.advance(Math.min(everyMs, ms - passed))
    await desk.reconciler.round()
  }
}

/** What stood in the common room of staff, oldest first. */
export const inRoom = (desk: MoneyDesk): Promise<readonly string[]> => saidIn(desk, 'room:telegram')
