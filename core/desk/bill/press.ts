// A button under a bill: where in the flows it leads, however long ago the talk went elsewhere.
import type { Event } from '../../conversation/event.ts'
import type { BillVerb } from '../../domain/bill.ts'
import type { ConversationRow } from '../../domain/desk.ts'
import type { Order } from '../../domain/order.ts'
import type { Instant } from '../../kit/clock.ts'
import type { Readers } from '../../store/nouns.ts'
import type { KeptBill } from '../chat/incoming.ts'

type Way = Omit<Extract<Event, { kind: 'opening' }>, 'kind' | 'at'>

const ways: { readonly [V in Exclude<BillVerb, 'human'>]: (order: Order) => Way } = {
  check: ({ id }) => ({ go: 'payment-verdict/look', references: { order: id } }),
  cancel: ({ id }) => ({ go: 'cancel-order', references: { order: id } }),
  again: ({ amount, planId }) =>
    planId === null
      ? { go: 'recharge', references: { amount: Number(amount) } }
      : { go: 'plans/channel', references: { plan: planId, pay_with: 'qr' } },
  balance: () => ({ go: 'orders-and-balance/money', references: {} }),
}

/** What the engine hears. A bill of another chat, or of none, is an old button like any other. */
export async function pressedBill(
  r: Readers,
  conversation: ConversationRow,
  { billId, verb }: KeptBill,
  at: Instant,
): Promise<Event> {
  if (verb === 'human') return { kind: 'command', command: 'human', references: {}, at }
  const bill = await r.bills.byId(billId)
  const order = bill?.conversationId === conversation.id ? await r.orders.byId(bill.orderId) : undefined
  return order ? { kind: 'opening', at, ...ways[verb](order) } : { kind: 'choice', step: -1, index: 0, at }
}
