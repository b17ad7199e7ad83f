// An order has moved: every message that shows its code is to say so, and each message once.
import { resting } from '../../conversation/show.ts'
import { serialiseState } from '../../conversation/state.ts'
import type { Bill, BillFace } from '../../domain/bill.ts'
import { isOver } from '../../domain/bill.ts'
import type { Instant } from '../../kit/clock.ts'
import type { Writers } from '../../store/nouns.ts'
import { stateOf } from '../chat/conversations.ts'
import { tellUser } from '../outbox/enqueue.ts'
import { orderLabel } from '../wallet/words.ts'

/**
 * Queues the turn of each bill of an order behind its message, in the transaction that moved the order. What it says is
 * decided when it goes out, so a turn too many says nothing. Gives how many chats will hear of it.
 */
export async function turnBills(w: Writers, orderId: string, at: Instant): Promise<number> {
  const bills = await w.bills.ofOrder(orderId)
  const order = bills.length === 0 ? undefined : await w.orders.byId(orderId)
  for (const { id, conversationId } of bills) {
    const conversation = await w.conversations.byId(conversationId)
    if (!conversation || !order) continue
    const state = stateOf(conversation)
    const { answers, outcome } = state.scene
    // The question under the code is answered: nobody is to be reminded of it tomorrow.
    if (outcome === 'created' && answers.order === orderId && state.waiting === null)
      await w.conversations.save({ ...conversation, state: serialiseState(resting(state)) })
    await tellUser(w, at, conversation, { kind: 'turn', billId: id, about: orderLabel(order, state.lang) })
  }
  return bills.length
}

/** The chat shows this now. A code that nobody may pay any more is not kept. */
export async function billShows(w: Writers, id: number, face: BillFace, more: Partial<Bill> = {}): Promise<void> {
  const bill = await w.bills.byId(id)
  if (!bill) return
  const over = isOver(face) ? { codeSealed: null, picture: null } : {}
  await w.bills.save({ ...bill, ...over, ...more, shown: face })
}

/** The message is gone, or can't be edited: the next word of this bill is a message of its own. */
export async function billLost(w: Writers, id: number): Promise<boolean> {
  const bill = await w.bills.byId(id)
  if (!bill || bill.outboxId === null) return false
  await w.bills.save({ ...bill, outboxId: null, pictured: false })
  return true
}
