// An event that nobody could read or that broke us: kept by its id alone, its author told, staff told where to look.
import { type FlowBook, interfaceText } from '../../conversation/book.ts'
import { Raw } from '../../redaction/raw.ts'
import { redact } from '../../redaction/redact.ts'
import type { Context } from '../context.ts'
import { tellRoom, tellUser } from '../outbox/enqueue.ts'
import { conversationOf } from './conversations.ts'
import type { Kept } from './incoming.ts'

export type Unread = {
  readonly platform: string
  readonly eventId: string
  /** Who is told, in private; undefined where nobody can be. */
  readonly author: { readonly user: string; readonly address: string } | undefined
  readonly say: 'place_unreadable' | 'went_wrong'
  /** The platform's own name of the event, for staff; undefined where there is nothing for them to look at. */
  readonly event: Raw | undefined
}

const unreadable: Kept = { kind: 'unreadable', what: 'other', caption: redact(new Raw('')).text }

/** Nothing of the event itself is stored. A repeat does nothing. */
export const keepUnread = (context: Context, book: FlowBook, unread: Unread): Promise<void> =>
  context.store.write(async (w) => {
    const { platform, eventId, author, say, event } = unread
    if (await w.inbox.byEvent(platform, eventId)) return
    const at = context.clock.now()
    const conversation = author && (await conversationOf(w, context, { platform, ...author }))
    await w.inbox.receive({
      id: context.ids.row('in', at),
      platform,
      eventId,
      conversationId: conversation?.id ?? null,
      body: JSON.stringify(conversation ? unreadable : { kind: 'poison' }),
      state: 'done',
      dueAt: at,
      tries: 0,
      at,
    })
    if (conversation) {
      const text = interfaceText(book, conversation.lang ?? 'zh', say)
      await tellUser(w, at, conversation, { kind: 'say', text, step: 0, choices: [] })
    }
    if (event) {
      const words = interfaceText(book, 'zh', 'staff_poison', { event: redact(event).text })
      await tellRoom(w, at, platform, words)
    }
  })
