// The user blocked the bot, or came back: what waits for them is held, and staff are told before they type.
import { type FlowBook, interfaceText } from '../../conversation/book.ts'
import type { ConversationRow } from '../../domain/desk.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { sayInThread, userLane } from '../outbox/enqueue.ts'

export async function reachable(
  w: Writers,
  context: Context,
  book: FlowBook,
  conversation: ConversationRow,
  isReachable: boolean,
): Promise<void> {
  const at = context.clock.now()
  const known = (await w.conversations.byId(conversation.id)) ?? conversation
  if (known.blocked === isReachable) await w.conversations.save({ ...known, blocked: !isReachable })
  if (isReachable) await w.outbox.wake(known.platform, userLane(known.id), at)
  if (known.ticketId === null) return
  const key = isReachable ? 'staff_user_back' : 'staff_user_blocked'
  await sayInThread(w, at, known.ticketId, interfaceText(book, known.lang ?? 'zh', key))
}
