// Tasks that were charged, and plain usage.
import type { Task, Usage } from '../domain/task.ts'
import type { Instant } from '../kit/clock.ts'
import type { Connection } from './connection.ts'
import { table } from './table.ts'

const task = table<Task>('task', {
  id: 'plain',
  number: 'plain',
  accountId: 'plain',
  model: 'plain',
  units: 'amount',
  chargedAt: 'plain',
  outcome: 'plain',
  finishedAt: 'plain',
  settledAt: 'plain',
  refundedAt: 'plain',
})
const insertTask = task.inserter()
const saveTask = task.saver()
const usage = table<Usage>('usage', { id: 'plain', accountId: 'plain', units: 'amount', at: 'plain' })
const insertUsage = usage.inserter()

const byNumber = task.one('byNumber', (q, p: { number: string }) => q.where('number', '=', p.number))
const ofAccount = task.many('ofAccount', (q, p: { accountId: string; limit: number }) =>
  q.where('account_id', '=', p.accountId).orderBy('charged_at', 'desc').limit(p.limit),
)
const usageSince = usage.many('since', (q, p: { accountId: string; since: Instant; limit: number }) =>
  q.where('account_id', '=', p.accountId).where('at', '>=', p.since).orderBy('at', 'desc').limit(p.limit),
)

export const taskReader = (c: Connection) => ({
  byNumber: (number: string) => byNumber(c, { number }),
  /** Newest charge first. */
  ofAccount: (accountId: string, limit: number) => ofAccount(c, { accountId, limit }),
  usageSince: (accountId: string, since: Instant, limit: number) => usageSince(c, { accountId, since, limit }),
})

export const taskWriter = (c: Connection) => ({
  ...taskReader(c),
  put: async (row: Task) => {
    if (!(await saveTask(c, row))) await insertTask(c, row)
  },
  insertUsage: (row: Usage) => insertUsage(c, row),
})
