// What goes out, in order within its lane, committed with the change that caused it; and which message shows what.
import { sql } from 'kysely'
import type { MessageLink, OutboxRow } from '../domain/desk.ts'
import type { Instant } from '../kit/clock.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

const outbox = table<OutboxRow>('outbox', {
  id: 'plain',
  platform: 'plain',
  lane: 'plain',
  conversationId: 'plain',
  ticketId: 'plain',
  lineId: 'plain',
  body: 'plain',
  state: 'plain',
  parts: 'plain',
  tries: 'plain',
  dueAt: 'plain',
  error: 'plain',
  at: 'plain',
  sentAt: 'plain',
})
const add = outbox.adder()
const save = outbox.saver('platform', 'lane', 'conversationId', 'ticketId', 'lineId', 'at')
const link = table<MessageLink>('message_link', {
  platform: 'plain',
  chatHash: 'plain',
  messageId: 'plain',
  outboxId: 'plain',
  inboxId: 'plain',
  lineId: 'plain',
  ticketId: 'plain',
  at: 'plain',
})
// Numbers of messages begin anew where another token takes over: what a number meant before is nobody's any more.
const putLink = query<MessageLink>('message_link.put', (db, p) =>
  db
    .insertInto('message_link')
    .values({
      platform: p.platform,
      chat_hash: p.chatHash,
      message_id: p.messageId,
      outbox_id: p.outboxId,
      inbox_id: p.inboxId,
      line_id: p.lineId,
      ticket_id: p.ticketId,
      at: p.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'chat_hash', 'message_id']).doUpdateSet((eb) => ({
        outbox_id: eb.ref('excluded.outbox_id'),
        inbox_id: eb.ref('excluded.inbox_id'),
        line_id: eb.ref('excluded.line_id'),
        ticket_id: eb.ref('excluded.ticket_id'),
        at: eb.ref('excluded.at'),
      })),
    ),
)

const OPEN = [sql.lit('queued' as const), sql.lit('sending' as const), sql.lit('ambiguous' as const)]
const byId = outbox.one('byId', (q, p: { id: number }) => q.where('id', '=', p.id))
const lane = outbox.many('lane', (q, p: { platform: string; lane: string; limit: number }) =>
  q
    .where('platform', '=', p.platform)
    .where('lane', '=', p.lane)
    .where('state', 'in', OPEN)
    .orderBy('id')
    .limit(p.limit),
)
// Only what is due is looked at: what is held for somebody who blocked the bot costs nothing.
const due = query<{ platform: string; now: Instant }>('outbox.due', (db, p) =>
  db
    .selectFrom('outbox as row')
    .leftJoin('thread', (join) =>
      join.onRef('thread.ticket_id', '=', 'row.ticket_id').on('row.conversation_id', 'is', null),
    )
    .select(['row.id', 'row.lane', 'row.conversation_id as conversationId', 'row.ticket_id as ticketId'])
    .select(sql<number>`thread.ticket_id is not null and thread.thread_id is null`.as('threadless'))
    .where('row.platform', '=', p.platform)
    .where('row.state', 'in', [sql.lit('queued' as const), sql.lit('ambiguous' as const)])
    .where('row.due_at', '<=', p.now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as earlier')
            .select('earlier.id')
            .whereRef('earlier.platform', '=', 'row.platform')
            .whereRef('earlier.lane', '=', 'row.lane')
            .where('earlier.state', 'in', OPEN)
            .whereRef('earlier.id', '<', 'row.id'),
        ),
      ),
    ),
)
const sending = outbox.many('sending', (q, p: { platform: string }) =>
  q.where('platform', '=', p.platform).where('state', '=', sql.lit('sending' as const)),
)
const dead = outbox.many('dead', (q, p: { limit: number }) =>
  q
    .where('state', '=', sql.lit('dead' as const))
    .orderBy('id', 'desc')
    .limit(p.limit),
)
const ofLine = outbox.many('ofLine', (q, p: { lineId: number }) => q.where('line_id', '=', p.lineId).orderBy('id'))
const wake = query<{ platform: string; lane: string; now: Instant }>('outbox.wake', (db, p) =>
  db
    .updateTable('outbox')
    .set({ due_at: p.now })
    .where('platform', '=', p.platform)
    .where('lane', '=', p.lane)
    .where('state', 'in', OPEN),
)

const linkOf = link.one('of', (q, p: { platform: string; chatHash: string; messageId: string }) =>
  q.where('platform', '=', p.platform).where('chat_hash', '=', p.chatHash).where('message_id', '=', p.messageId),
)
const linksOfLine = link.many('ofLine', (q, p: { lineId: number }) => q.where('line_id', '=', p.lineId).orderBy('at'))
const linksOfOutbox = link.many('ofOutbox', (q, p: { outboxId: number }) =>
  q.where('outbox_id', '=', p.outboxId).orderBy('at'),
)
const linksOfInbox = link.many('ofInbox', (q, p: { inboxId: string }) => q.where('inbox_id', '=', p.inboxId))

const setLine = query<Pick<MessageLink, 'platform' | 'chatHash' | 'messageId' | 'lineId' | 'ticketId'>>(
  'message_link.setLine',
  (db, p) =>
    db
      .updateTable('message_link')
      .set({ line_id: p.lineId, ticket_id: p.ticketId })
      .where('platform', '=', p.platform)
      .where('chat_hash', '=', p.chatHash)
      .where('message_id', '=', p.messageId),
)

/** `threadless` (0 or 1): it is for a thread that is still to be made. */
export type LaneHead = Pick<OutboxRow, 'id' | 'lane' | 'conversationId' | 'ticketId'> & { readonly threadless: number }

export const outboxReader = (c: Connection) => ({
  byId: (id: number) => byId(c, { id }),
  /** What is still to go out in a lane, oldest first. */
  lane: (platform: string, name: string, limit: number) => lane(c, { platform, lane: name, limit }),
  /** The rows that are due and first in their lanes, in no order. */
  due: async (platform: string, now: Instant): Promise<readonly LaneHead[]> =>
    (await due(c, { platform, now })) as unknown as LaneHead[],
  /** What was on its way when the process died, or is on its way now. */
  sending: (platform: string) => sending(c, { platform }),
  dead: (limit: number) => dead(c, { limit }),
  ofLine: (lineId: number) => ofLine(c, { lineId }),
  link: (platform: string, chatHash: string, messageId: string) => linkOf(c, { platform, chatHash, messageId }),
  linksOfLine: (lineId: number) => linksOfLine(c, { lineId }),
  linksOfOutbox: (outboxId: number) => linksOfOutbox(c, { outboxId }),
  linksOfInbox: (inboxId: string) => linksOfInbox(c, { inboxId }),
})

export type NewOutboxRow = Pick<
  OutboxRow,
  'platform' | 'lane' | 'conversationId' | 'ticketId' | 'lineId' | 'body' | 'at'
>

export const outboxWriter = (c: Connection) => ({
  ...outboxReader(c),
  /** Gives the row's number; within a lane rows go out in the order of these. */
  add: (row: NewOutboxRow): Promise<number> =>
    add(c, { ...row, state: 'queued', parts: 0, tries: 0, dueAt: row.at, error: null, sentAt: null }),
  save: async (row: OutboxRow) => void (await save(c, row)),
  /** What was held back in a lane may go now. */
  wake: async (platform: string, name: string, now: Instant) => void (await wake(c, { platform, lane: name, now })),
  /** A message turned out to be a line of a ticket. */
  setLine: async ({ platform, chatHash, messageId }: MessageLink, lineId: number, ticketId: number) =>
    void (await setLine(c, { platform, chatHash, messageId, lineId, ticketId })),
  /** What a message is from now on. */
  addLink: async (row: MessageLink) => void (await putLink(c, row)),
})
