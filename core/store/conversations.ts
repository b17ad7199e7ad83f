// Conversations, what came in (once a platform event), and what goes out (in order, with the change that caused it).
import { sql } from 'kysely'
import type { ConversationRow, InboxRow, OutboxRow } from '../domain/desk.ts'
import type { Instant } from '../kit/clock.ts'
import { invariant } from '../kit/invariant.ts'
import type { Redacted } from '../redaction/redacted.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

const conversation = table<ConversationRow>('conversation', {
  id: 'plain',
  platform: 'plain',
  userHash: 'plain',
  lang: 'plain',
  state: 'plain',
  ticketId: 'plain',
  version: 'plain',
  updatedAt: 'plain',
})
const insertConversation = conversation.inserter()
const saveConversation = conversation.saver()
const inbox = table<InboxRow>('inbox', {
  id: 'plain',
  platform: 'plain',
  eventId: 'plain',
  conversationId: 'plain',
  body: 'plain',
  state: 'plain',
  at: 'plain',
})
const insertNewInbox = inbox.newcomer()
const outbox = table<OutboxRow>('outbox', {
  id: 'plain',
  conversationId: 'plain',
  body: 'plain',
  state: 'plain',
  at: 'plain',
  sentAt: 'plain',
})

const byId = conversation.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const ofUser = conversation.one('ofUser', (q, p: { platform: string; userHash: string }) =>
  q.where('platform', '=', p.platform).where('user_hash', '=', p.userHash),
)
const received = inbox.many('ofConversation', (q, p: { conversationId: string; limit: number }) =>
  q.where('conversation_id', '=', p.conversationId).orderBy('at', 'desc').limit(p.limit),
)
const queued = outbox.many('queued', (q, p: { conversationId: string; limit: number }) =>
  q
    .where('conversation_id', '=', p.conversationId)
    .where('state', '=', sql.lit('queued' as const))
    .orderBy('id')
    .limit(p.limit),
)
const insertOutbox = query<{ conversationId: string; body: string; at: Instant }>('outbox.insert', (db, p) =>
  db
    .insertInto('outbox')
    .values({ conversation_id: p.conversationId, body: p.body, state: 'queued', at: p.at } as never),
)
const markSent = query<{ id: number; at: Instant }>('outbox.markSent', (db, p) =>
  db.updateTable('outbox').set({ state: 'sent', sent_at: p.at }).where('id', '=', p.id),
)

const byEvent = inbox.one('byEvent', (q, p: { platform: string; eventId: string }) =>
  q.where('platform', '=', p.platform).where('event_id', '=', p.eventId),
)
const inboxById = inbox.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
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
    .where('inbox_id', '=', p.inboxId),
)

export const conversationReader = (c: Connection) => ({
  byId: (id: string) => byId(c, { id }),
  ofUser: (platform: string, userHash: string) => ofUser(c, { platform, userHash }),
  /** What came in, newest first. */
  received: (conversationId: string, limit: number) => received(c, { conversationId, limit }),
  wasReceived: async (platform: string, eventId: string) => (await byEvent(c, { platform, eventId })) !== undefined,
  /** What is still to be sent, oldest first. */
  queued: (conversationId: string, limit: number) => queued(c, { conversationId, limit }),
})

export const conversationWriter = (c: Connection) => ({
  ...conversationReader(c),
  insert: (row: ConversationRow) => insertConversation(c, row),
  save: async (row: ConversationRow) => {
    invariant(
      await saveConversation(c, { ...row, version: row.version + 1 }),
      'a conversation to be saved does not exist',
    )
  },
  receive: async (row: InboxRow) => {
    invariant(await insertNewInbox(c, row), 'an event was received twice in one transaction')
  },
  /** An earlier message turned out to hold a part of a value: it is kept otherwise from now on, for staff too. */
  mend: async (inboxId: string, before: Redacted, text: Redacted) => {
    const row = await inboxById(c, { id: inboxId })
    if (!row) return
    await rewriteInbox(c, { id: inboxId, body: JSON.stringify({ ...JSON.parse(row.body), text }) })
    await rewriteLine(c, { inboxId, text })
    // On the card the message is a JSON string, quotes and all.
    const card = { before: JSON.stringify(before), text: JSON.stringify(text) }
    await rewriteCard(c, { conversationId: row.conversationId, ...card })
  },
  send: async (conversationId: string, body: string, at: Instant) =>
    void (await insertOutbox(c, { conversationId, body, at })),
  markSent: async (id: number, at: Instant) => void (await markSent(c, { id, at })),
})
