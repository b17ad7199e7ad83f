// Messages as they were written, sealed and for a while, where the operator's policy asks for it.
import type { OriginalRow } from '../domain/desk.ts'
import type { Instant } from '../kit/clock.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

const original = table<OriginalRow>('original', { inboxId: 'plain', text: 'plain', expiresAt: 'plain' })
const insert = original.newcomer()
const ofInbox = original.one('ofInbox', (q, p: { inboxId: string }) => q.where('inbox_id', '=', p.inboxId))
const purge = query<{ now: Instant }>('original.purge', (db, p) =>
  db.deleteFrom('original').where('expires_at', '<=', p.now).returning('inbox_id'),
)

export const originalReader = (c: Connection) => ({
  ofInbox: (inboxId: string) => ofInbox(c, { inboxId }),
})

export const originalWriter = (c: Connection) => ({
  ...originalReader(c),
  keep: async (row: OriginalRow) => void (await insert(c, row)),
  /** Removes what is over its time; how many. */
  purge: async (now: Instant): Promise<number> => (await purge(c, { now })).length,
})
