// Every verdict that was given, with the rows it rested on.
import type { VerdictRow } from '../domain/desk.ts'
import type { Instant } from '../kit/clock.ts'
import type { Connection } from './connection.ts'
import { table } from './table.ts'

const verdict = table<VerdictRow>('verdict', {
  id: 'plain',
  accountId: 'plain',
  conversationId: 'plain',
  about: 'plain',
  finding: 'plain',
  handoff: 'flag',
  evidence: 'plain',
  at: 'plain',
})
const insertVerdict = verdict.inserter()
const since = verdict.many('since', (q, p: { conversationId: string; since: Instant }) =>
  q.where('conversation_id', '=', p.conversationId).where('at', '>=', p.since).orderBy('at', 'desc').limit(10),
)

export const verdictReader = (c: Connection) => ({
  /** Newest first, at most ten. */
  since: (conversationId: string, from: Instant) => since(c, { conversationId, since: from }),
})
export const verdictWriter = (c: Connection) => ({
  ...verdictReader(c),
  insert: (row: VerdictRow) => insertVerdict(c, row),
})
