// Whoever asked for a refund is told of each step of it, in the words in which they would be answered if they asked.
import type { Order } from '../../domain/order.ts'
import { join } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import { stateOf } from '../chat/conversations.ts'
import { conversationOfOrder } from '../chat/talk-of-order.ts'
import type { Context } from '../context.ts'
import { refundVerdict } from '../lookups/diagnose.ts'
import { tellUser } from '../outbox/enqueue.ts'

/** In the transaction of the decision; nothing where the account has no chat. */
export async function tellRefund(w: Writers, context: Context, order: Order): Promise<void> {
  const talk = await conversationOfOrder(w, order)
  if (!talk) return
  const { say, next } = await refundVerdict(w, context, order.id)
  const { lang } = stateOf(talk)
  const text = join([say[lang], next[lang]], '\n\n')
  await tellUser(w, context.clock.now(), talk, { kind: 'say', text, step: 0, choices: [] })
}
