// What was said in a talk and done to a ticket, for a transcript; and its end when the time for which it is kept is over.
import { sql } from 'kysely'
import type { AuditRow, InboxRow, OutboxRow, VerdictRow } from '../domain/desk.ts'
import type { Instant } from '../kit/clock.ts'
import { rowsFrom } from '../kit/ids.ts'
import type { Redacted } from '../redaction/redacted.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'

type Talk = {
  readonly conversationId: string
  readonly from: Instant
  readonly to: Instant
  readonly limit: number
}

export type Said = Pick<OutboxRow, 'id' | 'lineId' | 'body' | 'state' | 'at'>
export type Heard = Pick<InboxRow, 'id' | 'body' | 'at'>
export type Deed = Pick<AuditRow, 'at' | 'actor' | 'action' | 'detail'>
export type Found = Pick<VerdictRow, 'at' | 'about' | 'finding' | 'handoff' | 'evidence'>

const said = query<Talk>('history.said', (db, p) =>
  db
    .selectFrom('outbox')
    .select(['id', 'line_id as lineId', 'body', 'state', 'at'])
    .where('conversation_id', '=', p.conversationId)
    .where('at', '>=', p.from)
    .where('at', '<=', p.to)
    .orderBy('id', 'desc')
    .limit(p.limit),
)
const heard = query<Talk>('history.heard', (db, p) =>
  db
    .selectFrom('inbox')
    .select(['id', 'body', 'at'])
    .where('conversation_id', '=', p.conversationId)
    .where('at', '>=', p.from)
    .where('at', '<=', p.to)
    .orderBy('at', 'desc')
    .limit(p.limit),
)
const deeds = query<{ subject: string; limit: number }>('history.deeds', (db, p) =>
  db
    .selectFrom('audit')
    .select(['at', 'actor', 'action', 'detail'])
    .where('subject', '=', p.subject)
    .orderBy('id')
    .limit(p.limit),
)
const found = query<Talk>('history.found', (db, p) =>
  db
    .selectFrom('verdict')
    .select(['at', 'about', 'finding', 'handoff', 'evidence'])
    .where('conversation_id', '=', p.conversationId)
    .where('at', '>=', p.from)
    .where('at', '<=', p.to)
    .orderBy('at')
    .limit(p.limit),
)

const oldHeard = query<{ before: string; limit: number }>('history.oldHeard', (db, p) =>
  db.selectFrom('inbox').select('id').where('id', '<', p.before).orderBy('id').limit(p.limit),
)
const dropHeard = query<{ id: string }>('history.dropHeard', (db, p) => db.deleteFrom('inbox').where('id', '=', p.id))
const dropHeardLinks = query<{ id: string }>('history.dropHeardLinks', (db, p) =>
  db.deleteFrom('message_link').where('inbox_id', '=', p.id),
)
const saidBehind = query<{ after: number; limit: number }>('history.saidBehind', (db, p) =>
  db.selectFrom('outbox').select(['id', 'at']).where('id', '>', p.after).orderBy('id').limit(p.limit),
)
const dropSaid = query<{ id: number }>('history.dropSaid', (db, p) => db.deleteFrom('outbox').where('id', '=', p.id))
const dropSaidLinks = query<{ id: number }>('history.dropSaidLinks', (db, p) =>
  db.deleteFrom('message_link').where('outbox_id', '=', p.id),
)
const closedBehind = query<{ after: Instant; before: Instant; limit: number }>('history.closedBehind', (db, p) =>
  db
    .selectFrom('ticket')
    .select(['id', 'card', 'closed_at as closedAt'])
    .where('closed_at', '>', p.after)
    .where('closed_at', '<', p.before)
    .orderBy('closed_at')
    .limit(p.limit),
)
const dropVersions = query<{ ticketId: number }>('history.dropVersions', (db, p) =>
  db
    .deleteFrom('line_version')
    .where('line_id', 'in', db.selectFrom('ticket_line').select('id').where('ticket_id', '=', p.ticketId)),
)
const emptyLines = query<{ ticketId: number }>('history.emptyLines', (db, p) =>
  db
    .updateTable('ticket_line')
    .set({ text: sql.lit('' as Redacted), removed: 1 })
    .where('ticket_id', '=', p.ticketId),
)
const setCard = query<{ ticketId: number; card: string }>('history.setCard', (db, p) =>
  db.updateTable('ticket').set({ card: p.card }).where('id', '=', p.ticketId),
)
const silentBehind = query<{ after: Instant; before: Instant; limit: number }>('history.silentBehind', (db, p) =>
  db
    .selectFrom('conversation')
    .select(['id', 'updated_at as updatedAt'])
    .where('updated_at', '>', p.after)
    .where('updated_at', '<', p.before)
    .orderBy('updated_at')
    .limit(p.limit),
)

export const historyReader = (c: Connection) => ({
  /** What left for the user in that time, newest first. */
  said: async (talk: Talk) => (await said(c, talk)) as unknown as readonly Said[],
  /** What came from the user in that time, newest first. */
  heard: async (talk: Talk) => (await heard(c, talk)) as unknown as readonly Heard[],
  /** What was done to a row (`table:id`), oldest first. */
  deeds: async (subject: string, limit: number) => (await deeds(c, { subject, limit })) as unknown as readonly Deed[],
  /** What was found in that time, oldest first. */
  found: async (talk: Talk): Promise<readonly Found[]> =>
    (await found(c, talk)).map((row) => ({ ...row, handoff: row.handoff === 1 }) as unknown as Found),
})

export const historyWriter = (c: Connection) => ({
  ...historyReader(c),
  /** Forgets what came in before `until`, with the links of its messages; how many rows, at most `limit`. */
  forgetHeard: async (until: Instant, limit: number): Promise<number> => {
    const old = await oldHeard(c, { before: rowsFrom('in', until), limit })
    for (const { id } of old) {
      await dropHeardLinks(c, { id: String(id) })
      await dropHeard(c, { id: String(id) })
    }
    return old.length
  },
  /** The same for what went out; rows are numbered in the order of their time. */
  forgetSaid: async (until: Instant, limit: number): Promise<number> => {
    const old = (await saidBehind(c, { after: 0, limit })).filter(({ at }) => Number(at) < until)
    for (const { id } of old) {
      await dropSaidLinks(c, { id: Number(id) })
      await dropSaid(c, { id: Number(id) })
    }
    return old.length
  },
  /** Tickets that were closed in between, longest closed first. */
  closedBehind: async (after: Instant, before: Instant, limit: number) =>
    (await closedBehind(c, { after, before, limit })) as unknown as readonly {
      readonly id: number
      readonly card: string
      readonly closedAt: Instant
    }[],
  /** Of a ticket that is over, its row and figures stay; what people wrote goes. */
  forgetTicket: async (ticketId: number, card: string): Promise<void> => {
    await dropVersions(c, { ticketId })
    await emptyLines(c, { ticketId })
    await setCard(c, { ticketId, card })
  },
  /** Talks whose last event lies in between, longest silent first. */
  silentBehind: async (after: Instant, before: Instant, limit: number) =>
    (await silentBehind(c, { after, before, limit })) as unknown as readonly {
      readonly id: string
      readonly updatedAt: Instant
    }[],
})
