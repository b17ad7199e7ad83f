// While a ticket is open, what the user writes goes to the people who have it; the bot is silent from the moment one owns it.
import { type FlowBook, interfaceText } from '../conversation/book.ts'
import type { ConversationRow, Language } from '../domain/desk.ts'
import { mint, type Redacted } from '../redaction/redacted.ts'
import type { Writers } from '../store/nouns.ts'
import type { Context } from './context.ts'
import type { Kept } from './incoming.ts'

/** `for-the-bot`: nobody else answers this one. A text: said to the user. Undefined: silence. */
export type Relayed = 'for-the-bot' | Redacted | undefined

export async function relay(
  w: Writers,
  context: Context,
  book: FlowBook,
  conversation: ConversationRow,
  lang: Language,
  kept: Kept,
  inboxId: string,
): Promise<Relayed> {
  const ticket = conversation.ticketId === null ? undefined : await w.tickets.byId(conversation.ticketId)
  if (!ticket || ticket.state === 'closed') return 'for-the-bot'
  // Nobody has taken it yet: buttons and commands still work, words are for whoever will.
  if (ticket.state === 'queue' && kept.kind !== 'text') return 'for-the-bot'
  const at = context.clock.now()
  const text = 'text' in kept && kept.text !== null ? kept.text : mint(`[${kept.kind}]`)
  await w.tickets.addLine({ ticketId: ticket.id, inboxId, author: 'user', persona: null, text, at })
  if (ticket.state === 'waiting-user') await w.tickets.save({ ...ticket, state: 'human' })
  return ticket.state === 'queue'
    ? interfaceText(book, lang, 'with_person', { ticket: mint(`#${ticket.id}`) })
    : undefined
}
