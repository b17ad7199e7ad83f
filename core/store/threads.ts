// Where staff see a ticket, and what the desk learned about a platform.
import { sql } from 'kysely'
import type { ThreadRow } from '../domain/desk.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

const thread = table<ThreadRow>('thread', {
  ticketId: 'plain',
  platform: 'plain',
  state: 'plain',
  threadId: 'plain',
  name: 'plain',
  cardMessageId: 'plain',
  cardHash: 'plain',
  made: 'plain',
  listedAt: 'plain',
})
const insert = thread.inserter()
const save = thread.saver('platform')
const ofTicket = thread.one('ofTicket', (q, p: { ticketId: number }) => q.where('ticket_id', '=', p.ticketId))
const byThread = thread.one('byThread', (q, p: { platform: string; threadId: string }) =>
  q.where('platform', '=', p.platform).where('thread_id', '=', p.threadId),
)
const unlisted = thread.many('unlisted', (q, p: { platform: string; limit: number }) =>
  q
    .where('platform', '=', p.platform)
    .where('state', 'in', [sql.lit('wanted' as const), sql.lit('making' as const)])
    .where('listed_at', 'is', null)
    .orderBy('ticket_id')
    .limit(p.limit),
)
const fact = query<{ name: string }>('desk_fact.value', (db, p) =>
  db.selectFrom('desk_fact').select('value').where('name', '=', p.name),
)
const facts = query<{ from: string; to: string }>('desk_fact.beginning', (db, p) =>
  db.selectFrom('desk_fact').select(['name', 'value']).where('name', '>=', p.from).where('name', '<', p.to),
)
const putFact = query<{ name: string; value: string }>('desk_fact.put', (db, p) =>
  db
    .insertInto('desk_fact')
    .values({ name: p.name, value: p.value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: p.value })),
)

export const threadReader = (c: Connection) => ({
  ofTicket: (ticketId: number) => ofTicket(c, { ticketId }),
  byThread: (platform: string, threadId: string) => byThread(c, { platform, threadId }),
  /** Tickets that staff cannot see yet, oldest first. */
  unlisted: (platform: string, limit: number) => unlisted(c, { platform, limit }),
  fact: async (name: string): Promise<string | undefined> => (await fact(c, { name }))[0]?.value as string | undefined,
  /** Every fact whose name begins so. */
  facts: async (beginning: string): Promise<readonly { readonly name: string; readonly value: string }[]> =>
    (await facts(c, { from: beginning, to: `${beginning}\uffff` })) as unknown as { name: string; value: string }[],
})

export const threadWriter = (c: Connection) => ({
  ...threadReader(c),
  insert: (row: ThreadRow) => insert(c, row),
  save: async (row: ThreadRow) => void (await save(c, row)),
  putFact: async (name: string, value: string) => void (await putFact(c, { name, value })),
})
