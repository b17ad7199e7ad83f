// In which chat the account of an order is told of it.
import type { ConversationRow } from '../../domain/desk.ts'
import type { Order } from '../../domain/order.ts'
import type { Readers } from '../../store/nouns.ts'

/** Where the account of an order is told of it: where it was ordered, else the chat that was linked last. */
export async function conversationOfOrder(r: Readers, order: Order): Promise<ConversationRow | undefined> {
  const identities = await r.accounts.identities(order.accountId)
  const talks: ConversationRow[] = []
  for (const { platform, userHash } of identities) {
    const talk = await r.conversations.ofUser(platform, userHash)
    if (talk) talks.push(talk)
  }
  // A client key of a chat begins with its conversation's id.
  return talks.find(({ id }) => order.clientKey?.startsWith(`${id}:`)) ?? talks[0]
}
