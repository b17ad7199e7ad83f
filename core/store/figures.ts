// Counts for whoever watches the shop: what is open, by partial indexes, and what was added to the histories since they were last read.
import { sql } from 'kysely'
import type { TicketState } from '../domain/desk.ts'
import type { Instant } from '../kit/clock.ts'
import type { Connection, DbRow } from './connection.ts'
import { type Query, query } from './query.ts'

const tickets = query<{ state: TicketState }>('figures.tickets', (db, p) =>
  db
    .selectFrom('ticket')
    .select([sql<number>`count(*)`.as('count'), sql<number | null>`min(opened_at)`.as('oldest')])
    .where('state', '=', p.state),
)
const outboxOpen = query<{ platform: string }>('figures.outboxOpen', (db, p) =>
  db
    .selectFrom('outbox')
    .select([
      sql<number>`coalesce(sum(state = 'queued'), 0)`.as('queued'),
      sql<number>`coalesce(sum(state = 'sending'), 0)`.as('sending'),
      sql<number>`coalesce(sum(state = 'ambiguous'), 0)`.as('ambiguous'),
      sql<number | null>`min(at)`.as('oldest'),
    ])
    .where('platform', '=', p.platform)
    // Word for word the condition of the index: it holds what is open and nothing of the history.
    .where(sql<boolean>`state in ('queued', 'sending', 'ambiguous')`),
)
const outboxDead = query<object>('figures.outboxDead', (db) =>
  db
    .selectFrom('outbox')
    .select(sql<number>`count(*)`.as('count'))
    .where('state', '=', sql.lit('dead' as const))
    .where('id', '>', 0),
)
const inboxOpen = query<object>('figures.inboxOpen', (db) =>
  db
    .selectFrom('inbox')
    .select([sql<number>`count(*)`.as('count'), sql<number | null>`min(at)`.as('oldest')])
    .where('state', '=', sql.lit('received' as const))
    .where('due_at', '>=', 0 as Instant),
)
const processing = query<object>('figures.processing', (db) =>
  db
    .selectFrom('orders')
    .select(sql<number>`count(*)`.as('count'))
    .where('state', '=', sql.lit('processing' as const))
    .where('processing_at', '>=', 0 as Instant),
)
const suspense = query<object>('figures.suspense', (db) =>
  db
    .selectFrom('payment')
    .select([sql<number>`coalesce(sum(disposition = 'suspense'), 0)`.as('count')])
    .where(sql<boolean>`disposition in ('suspense', 'received')`)
    .where('learned_at', '>=', 0 as Instant),
)
const replied = query<{ openedAfter: Instant; now: Instant }>('figures.replied', (db, p) =>
  db
    .selectFrom('ticket')
    .select(['id', 'opened_at', 'first_reply_at'])
    .where('opened_at', '>', p.openedAfter)
    // Nothing is opened later; a range with one end would be planned as a walk over the whole table.
    .where('opened_at', '<=', p.now)
    .where('first_reply_at', 'is not', null),
)

type Tail = { readonly last: Query<object>; readonly page: Query<{ after: number; limit: number }> }

/** A history by the order in which its rows were written; their own ids carry the time of their making, which is not it. */
const tail = (name: string, from: 'order_event' | 'verdict' | 'notice', columns: readonly string[]): Tail => ({
  last: query<object>(`figures.${name}Last`, (db) =>
    db.selectFrom(from).select(sql<number>`coalesce(max(rowid), 0)`.as('row')),
  ),
  page: query<{ after: number; limit: number }>(`figures.${name}Page`, (db, p) =>
    db
      .selectFrom(from)
      .select([sql<number>`rowid`.as('row'), ...columns.map((column) => sql<string>`${sql.ref(column)}`.as(column))])
      .where(sql<boolean>`rowid > ${p.after}`)
      .orderBy(sql`rowid`)
      .limit(p.limit),
  ),
})

const tails = {
  orders: tail('orders', 'order_event', ['to_state']),
  verdicts: tail('verdicts', 'verdict', ['about', 'finding', 'handoff']),
  notices: tail('notices', 'notice', ['channel', 'state']),
} as const
export type History = keyof typeof tails

const first = async (rows: DbRow[] | Promise<DbRow[]>): Promise<DbRow> => (await rows)[0] ?? {}
const oldestOf = ({ oldest }: DbRow): Instant | undefined => (oldest ?? undefined) as Instant | undefined

export const figureReader = (c: Connection) => ({
  tickets: async (state: TicketState) => {
    const row = await first(tickets(c, { state }))
    return { count: Number(row.count), oldestAt: oldestOf(row) }
  },
  outboxOpen: async (platform: string) => {
    const row = await first(outboxOpen(c, { platform }))
    const { queued, sending, ambiguous } = row
    return { queued: Number(queued), sending: Number(sending), ambiguous: Number(ambiguous), oldestAt: oldestOf(row) }
  },
  outboxDead: async () => Number((await first(outboxDead(c, {}))).count),
  inboxOpen: async () => {
    const row = await first(inboxOpen(c, {}))
    return { count: Number(row.count), oldestAt: oldestOf(row) }
  },
  processing: async () => Number((await first(processing(c, {}))).count),
  suspense: async () => Number((await first(suspense(c, {}))).count),
  /** Tickets opened between two instants that somebody answered: the row and the wait in ms. */
  replied: async (openedAfter: Instant, now: Instant) =>
    (await replied(c, { openedAfter, now })).map((row) => ({
      id: Number(row.id),
      waitMs: Number(row.first_reply_at) - Number(row.opened_at),
    })),
  /** The newest row of a history, as a mark to read on from; 0 in an empty one. */
  last: async (history: History) => Number((await first(tails[history].last(c, {}))).row),
  /** Rows behind a mark, oldest first, each with its own mark in `row`. */
  after: async (history: History, after: number, limit: number) => tails[history].page(c, { after, limit }),
})
