// An order's code is shown in a chat: the bill and the message that is to show it, in one transaction.
import type { Choice } from '../../conversation/effect.ts'
import type { ConversationRow } from '../../domain/desk.ts'
import { invariant } from '../../kit/invariant.ts'
import { paintCode } from '../../readers/code-picture.ts'
import { seal } from '../../redaction/sealed.ts'
import type { Writers } from '../../store/nouns.ts'
import { stateOf } from '../chat/conversations.ts'
import type { Context } from '../context.ts'
import { tellUser } from '../outbox/enqueue.ts'
import type { Job } from '../outbox/job.ts'
import { orderLabel } from '../wallet/words.ts'

/** A code that a provider gave for an order, painted: painting takes longer than a transaction should. */
export type NewBill = {
  readonly orderId: string
  readonly code: string
  readonly picture: Uint8Array | null
  /** The order was open already: its code is shown once more. */
  readonly again: boolean
}

export const newBill = async (orderId: string, code: string, again: boolean): Promise<NewBill> => ({
  orderId,
  code,
  picture: (await paintCode(code)) ?? null,
  again,
})

/** `said`: the step of the flow that stands behind it, for who answers with a number. */
export async function showBill(
  w: Writers,
  { keyring, clock }: Pick<Context, 'keyring' | 'clock'>,
  conversation: ConversationRow,
  { orderId, code, picture, again }: NewBill,
  said: { readonly step: number; readonly choices: readonly Choice[] },
): Promise<void> {
  const at = clock.now()
  const row = {
    orderId,
    conversationId: conversation.id,
    outboxId: null,
    codeSealed: seal(keyring, 'bill.code', code),
    picture,
    pictured: false,
    shown: null,
    at,
  }
  const id = await w.bills.add(row)
  const { step, choices } = said
  const order = await w.orders.byId(orderId)
  invariant(order, 'a bill of an order that does not exist')
  const about = orderLabel(order, stateOf(conversation).lang)
  const job: Job = { kind: 'bill', billId: id, about, again, step, choices: [...choices] }
  const outboxId = await tellUser(w, at, conversation, job)
  await w.bills.save({ ...row, id, outboxId })
}
