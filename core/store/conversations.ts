// Conversations: one a person and platform, with the engine's state and where the platform is told to send.
import { sql } from 'kysely'
import type { ConversationRow } from '../domain/desk.ts'
import type { Instant } from '../kit/clock.ts'
import { invariant } from '../kit/invariant.ts'
import type { Connection } from './connection.ts'
import { table } from './table.ts'

const conversation = table<ConversationRow>('conversation', {
  id: 'plain',
  platform: 'plain',
  userHash: 'plain',
  address: 'plain',
  lang: 'plain',
  state: 'plain',
  ticketId: 'plain',
  blocked: 'flag',
  version: 'plain',
  updatedAt: 'plain',
})
const insertConversation = conversation.inserter()
const saveConversation = conversation.saver()
const byId = conversation.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const ofUser = conversation.one('ofUser', (q, p: { platform: string; userHash: string }) =>
  q.where('platform', '=', p.platform).where('user_hash', '=', p.userHash),
)
const idle = conversation.many('idle', (q, p: { since: Instant; until: Instant; limit: number }) =>
  q.where('updated_at', '>', p.since).where('updated_at', '<=', p.until).orderBy('updated_at').limit(p.limit),
)
// Only a state with an open call has this in it; looked for at a start, never in traffic.
const waiting = conversation.many('waiting', (q, p: { platform: string; since: Instant }) =>
  q
    .where('platform', '=', p.platform)
    .where('updated_at', '>', p.since)
    .where('state', 'like', sql.lit('%"waiting":{%'))
    .orderBy('updated_at'),
)

export const conversationReader = (c: Connection) => ({
  byId: (id: string) => byId(c, { id }),
  ofUser: (platform: string, userHash: string) => ofUser(c, { platform, userHash }),
  /** Those whose last event lies in (since, until], longest silent first. */
  idle: (since: Instant, until: Instant, limit: number) => idle(c, { since, until, limit }),
  /** Those that wait for a lookup or a deed: after a death nobody else would finish it. */
  waiting: (platform: string, since: Instant) => waiting(c, { platform, since }),
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
})
