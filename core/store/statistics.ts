// What a day at the desk came to: narrow rows between two instants, each by an index and bounded, for figures and a wake time.
import { sql } from 'kysely'
import type { Language, TicketRow, TicketState } from '../domain/desk.ts'
import type { Instant } from '../kit/clock.ts'
import { rowsFrom } from '../kit/ids.ts'
import type { Connection, DbRow } from './connection.ts'
import { type Query, query } from './query.ts'

type Span = { readonly from: Instant; readonly to: Instant }
type Bounded = Span & { readonly limit: number }
/** Rows whose id carries the time of their making, behind the one with the id `after`. */
type Page = { readonly after: string; readonly before: string; readonly limit: number }

export type WrittenTo = { readonly conversationId: string; readonly platform: string }
export type OpenedTicket = Pick<
  TicketRow,
  'id' | 'conversationId' | 'topic' | 'origin' | 'reason' | 'openedAt' | 'firstReplyAt'
> & { readonly platform: string }
export type ClosedTicket = Pick<TicketRow, 'id' | 'topic' | 'closedBy'> & { readonly platform: string }
export type Judged = { readonly conversationId: string; readonly at: Instant }
export type TicketClocks = Pick<TicketRow, 'firstDueAt' | 'nextDueAt' | 'resolveDueAt' | 'pausedAt'>
export type TalkState = { readonly state: string; readonly lang: Language | null; readonly updatedAt: Instant }

const PAGE = 5_000
/** More rows than a desk has in a few days; figures beyond it would be of a part only. */
export const MOST = 200_000

const written = query<Page>('statistics.written', (db, p) =>
  db
    .selectFrom('inbox')
    .select(['id', 'conversation_id as conversationId', 'platform'])
    .where('id', '>', p.after)
    .where('id', '<', p.before)
    .where('conversation_id', 'is not', null)
    .orderBy('id')
    .limit(p.limit),
)
const judged = query<Page>('statistics.judged', (db, p) =>
  db
    .selectFrom('verdict')
    .select(['id', 'conversation_id as conversationId', 'at'])
    .where('id', '>', p.after)
    .where('id', '<', p.before)
    .where('conversation_id', 'is not', null)
    .orderBy('id')
    .limit(p.limit),
)
const opened = query<Bounded>('statistics.opened', (db, p) =>
  db
    .selectFrom('ticket')
    .innerJoin('conversation', 'conversation.id', 'ticket.conversation_id')
    .select(['ticket.id as id', 'ticket.conversation_id as conversationId', 'platform', 'topic', 'origin', 'reason'])
    .select(['opened_at as openedAt', 'first_reply_at as firstReplyAt'])
    .where('opened_at', '>=', p.from)
    .where('opened_at', '<', p.to)
    .orderBy('opened_at')
    .limit(p.limit),
)
const closed = query<Bounded>('statistics.closed', (db, p) =>
  db
    .selectFrom('ticket')
    .innerJoin('conversation', 'conversation.id', 'ticket.conversation_id')
    .select(['ticket.id as id', 'platform', 'topic', 'closed_by as closedBy'])
    .where('closed_at', '>=', p.from)
    .where('closed_at', '<', p.to)
    .orderBy('closed_at')
    .limit(p.limit),
)
const audited = query<Bounded & { action: string }>('statistics.audited', (db, p) =>
  db
    .selectFrom('audit')
    .select('subject')
    .where('action', '=', p.action)
    .where('at', '>=', p.from)
    .where('at', '<', p.to)
    .orderBy('at')
    .limit(p.limit),
)
const clocks = query<{ state: TicketState; limit: number }>('statistics.clocks', (db, p) =>
  db
    .selectFrom('ticket')
    .select(['first_due_at as firstDueAt', 'next_due_at as nextDueAt'])
    .select(['resolve_due_at as resolveDueAt', 'paused_at as pausedAt'])
    .where('state', '=', p.state)
    .orderBy('id')
    .limit(p.limit),
)
const talks = query<Bounded>('statistics.talks', (db, p) =>
  db
    .selectFrom('conversation')
    .select(['state', 'lang', 'updated_at as updatedAt'])
    .where('updated_at', '>=', p.from)
    .where('updated_at', '<', p.to)
    .orderBy('updated_at')
    .limit(p.limit),
)
const platformBehind = query<{ after: string }>('statistics.platformBehind', (db, p) =>
  db.selectFrom('conversation').select('platform').where('platform', '>', p.after).orderBy('platform').limit(1),
)
const wake = query<object>('statistics.wake', (db) =>
  db
    .selectFrom('ticket')
    .select('wake_at as at')
    .where('wake_at', '>', sql.lit(0 as Instant))
    .orderBy('wake_at')
    .limit(1),
)
const silentSince = query<{ after: Instant }>('statistics.silentSince', (db, p) =>
  db
    .selectFrom('conversation')
    .select('updated_at as at')
    .where('updated_at', '>', p.after)
    .orderBy('updated_at')
    .limit(1),
)

const many = async <T>(rows: DbRow[] | Promise<DbRow[]>): Promise<readonly T[]> => (await rows) as unknown as T[]

async function paged<T>(c: Connection, run: Query<Page>, prefix: string, { from, to }: Span): Promise<readonly T[]> {
  const found: DbRow[] = []
  const before = rowsFrom(prefix, to)
  for (let after = rowsFrom(prefix, from); found.length < MOST; ) {
    const page = await run(c, { after, before, limit: PAGE })
    found.push(...page)
    if (page.length < PAGE) break
    after = String(page.at(-1)?.id)
  }
  return found as unknown as T[]
}

export const statisticsReader = (c: Connection) => ({
  /** One for each event that came from a user. */
  written: (span: Span) => paged<WrittenTo>(c, written, 'in', span),
  /** One for each verdict that was given in a talk, oldest first. */
  judged: (span: Span) => paged<Judged>(c, judged, 'vrd', span),
  opened: (span: Span) => many<OpenedTicket>(opened(c, { ...span, limit: MOST })),
  /** Closed then and not opened again since. */
  closed: (span: Span) => many<ClosedTicket>(closed(c, { ...span, limit: MOST })),
  /** The rows (`table:id`) to which this was done, once for each time. */
  audited: async (action: string, span: Span) =>
    (await audited(c, { ...span, action, limit: MOST })).map(({ subject }) => String(subject)),
  /** The clocks of all tickets in a state, oldest ticket first. */
  clocks: (state: TicketState) => many<TicketClocks>(clocks(c, { state, limit: MOST })),
  /** Talks whose last event lies in the span. */
  talks: (span: Span, limit: number) => many<TalkState>(talks(c, { ...span, limit })),
  /** Every platform on which somebody has talked to us. */
  platforms: async (): Promise<readonly string[]> => {
    const found: string[] = []
    for (let last = ''; ; found.push(last)) {
      const [row] = await platformBehind(c, { after: last })
      if (!row) return found
      last = String(row.platform)
    }
  },
  /** When the sweep must look at the first ticket. */
  firstWakeAt: async () => (await wake(c, {}))[0]?.at as Instant | undefined,
  /** The longest silence that began after this. */
  silentSince: async (after: Instant) => (await silentSince(c, { after }))[0]?.at as Instant | undefined,
})
