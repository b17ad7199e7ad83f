// What came in, once a platform event: committed before the platform is told that we have it.
import { sql } from 'kysely'
import type { InboxRow } from '../domain/desk.ts'
import type { Instant } from '../kit/clock.ts'
import { invariant } from '../kit/invariant.ts'
import type { Redacted } from '../redaction/redacted.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

const inbox = table<InboxRow>('inbox', {
  id: 'plain',
  platform: 'plain',
  eventId: 'plain',
  conversationId: 'plain',
  body: 'plain',
  state: 'plain',
  dueAt: 'plain',
  tries: 'plain',
  at: 'plain',
})
const insertNewInbox = inbox.newcomer()
const saveInbox = inbox.saver('platform', 'eventId', 'conversationId', 'at')
const received = inbox.many('ofConversation', (q, p: { conversationId: string; limit: number }) =>
  q.where('conversation_id', '=', p.conversationId).orderBy('at', 'desc').limit(p.limit),
)
const byEvent = inbox.one('byEvent', (q, p: { platform: string; eventId: string }) =>
  q.where('platform', '=', p.platform).where('event_id', '=', p.eventId),
)
const inboxById = inbox.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const openOf = inbox.many('openOf', (q, p: { conversationId: string }) =>
  q
    .where('conversation_id', '=', p.conversationId)
    .where('state', '=', sql.lit('received' as const))
    .orderBy('at'),
)
const open = inbox.many('open', (q, p: { now: Instant; limit: number }) =>
  q
    .where('state', '=', sql.lit('received' as const))
    .where('due_at', '<=', p.now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(p.limit),
)
const rewriteInbox = query<{ id: string; body: string }>('inbox.rewrite', (db, p) =>
  db.updateTable('inbox').set({ body: p.body }).where('id', '=', p.id),
)
const rewriteCard = query<{ conversationId: string; before: string; text: string }>('ticket.rewriteCard', (db, p) =>
  db
    .updateTable('ticket')
    .set((eb) => ({ card: eb.fn<string>('replace', ['card', eb.val(p.before), eb.val(p.text)]) }))
    .where('conversation_id', '=', p.conversationId)
    .where('state', '<>', sql.lit('closed' as const)),
)
const rewriteLine = query<{ inboxId: string; text: string }>('ticket_line.rewrite', (db, p) =>
  db
    .updateTable('ticket_line')
    .set({ text: p.text as Redacted })
    .where('inbox_id', '=', p.inboxId)
    .returning('id'),
)

export const inboxReader = (c: Connection) => ({
  byId: (id: string) => inboxById(c, { id }),
  byEvent: (platform: string, eventId: string) => byEvent(c, { platform, eventId }),
  /** What came in, newest first. */
  received: (conversationId: string, limit: number) => received(c, { conversationId, limit }),
  /** What a conversation still has to be answered, oldest first. */
  openOf: (conversationId: string) => openOf(c, { conversationId }),
  /** What is due to be worked on, oldest first. */
  open: (now: Instant, limit: number) => open(c, { now, limit }),
})

export const inboxWriter = (c: Connection) => ({
  ...inboxReader(c),
  receive: async (row: InboxRow) => {
    invariant(await insertNewInbox(c, row), 'an event was received twice in one transaction')
  },
  save: async (row: InboxRow) => void (await saveInbox(c, row)),
  /**
   * An earlier message turned out to hold a part of a value: it is kept otherwise from now on, for staff too. Gives the
   * lines that changed.
   */
  mend: async (inboxId: string, before: Redacted, text: Redacted): Promise<readonly number[]> => {
    const row = await inboxById(c, { id: inboxId })
    if (!row) return []
    await rewriteInbox(c, { id: inboxId, body: JSON.stringify({ ...JSON.parse(row.body), text }) })
    const lines = await rewriteLine(c, { inboxId, text })
    // On the card the message is a JSON string, quotes and all.
    const card = { before: JSON.stringify(before), text: JSON.stringify(text) }
    if (row.conversationId !== null) await rewriteCard(c, { conversationId: row.conversationId, ...card })
    return lines.map(({ id }) => id as number)
  },
})
