// The demo's payer: the sandbox pays the newest code that is shown, and tells of it as a provider does.
import type { Sandbox } from '../../core/channels/sandbox.ts'
import type { Context } from '../../core/desk/context.ts'
import { receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { isOpen, type Order } from '../../core/domain/order.ts'
import { HOUR, plus } from '../../core/kit/clock.ts'

async function openBill({ store, clock }: Context, account: string): Promise<Order | undefined> {
  const now = clock.now()
  return store.read(async (r) => {
    for (const order of await r.orders.since(account, plus(now, -3 * HOUR))) {
      if (isOpen(order, now) && (await r.bills.ofOrder(order.id)).length > 0) return order
    }
    return undefined
  })
}

/** False where no code waits to be paid. */
export async function payByHand(context: Context, sandbox: Sandbox, account: string): Promise<boolean> {
  const order = await openBill(context, account)
  if (!order) return false
  const { channel, number, amount } = order
  const txn = context.ids.row('demo', context.clock.now())
  await sandbox.pay(channel, number, txn, amount)
  const notice = await sandbox.notice(channel, number, txn)
  if (notice) await receiveNotice(context, channel, notice.body, notice.headers)
  return true
}
