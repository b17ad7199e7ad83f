// Providers' statements and their lines: each taken in once, whatever is imported how often.
import { sql } from 'kysely'
import type { ChannelName } from '../domain/channel.ts'
import type { LineOutcome, Statement, StatementRow } from '../domain/statement.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

const statement = table<Statement>('statement', {
  id: 'plain',
  channel: 'plain',
  day: 'plain',
  hash: 'plain',
  lines: 'plain',
  importedAt: 'plain',
})
const insert = statement.inserter()
const byHash = statement.one('byHash', (q, p: { channel: ChannelName; hash: string }) =>
  q.where('channel', '=', p.channel).where('hash', '=', p.hash),
)
const ofDay = statement.one('ofDay', (q, p: { channel: ChannelName; day: string }) =>
  q.where('channel', '=', p.channel).where('day', '=', p.day),
)
const line = table<StatementRow>('statement_line', {
  id: 'plain',
  statementId: 'plain',
  channel: 'plain',
  day: 'plain',
  kind: 'plain',
  keyHash: 'plain',
  txnSealed: 'plain',
  orderNumber: 'plain',
  amount: 'amount',
  fee: 'amount',
  paidAt: 'plain',
  outcome: 'plain',
})
type NewLine = Omit<StatementRow, 'id' | 'outcome'>
const addLine = query<NewLine>('statement_line.addNew', (db, p) =>
  db
    .insertInto('statement_line')
    .values({
      statement_id: p.statementId,
      channel: p.channel,
      day: p.day,
      kind: p.kind,
      key_hash: p.keyHash,
      txn_sealed: p.txnSealed,
      order_number: p.orderNumber,
      amount: p.amount,
      fee: p.fee,
      paid_at: p.paidAt,
    } as never)
    .onConflict((conflict) => conflict.doNothing())
    .returning(sql<number>`1`.as('added')),
)
const byKey = line.one('byKey', (q, p: { channel: ChannelName; kind: StatementRow['kind']; keyHash: string }) =>
  q.where('channel', '=', p.channel).where('kind', '=', p.kind).where('key_hash', '=', p.keyHash),
)
const ofDayBehind = line.many(
  'ofDayBehind',
  (q, p: { channel: ChannelName; day: string; after: number; limit: number }) =>
    q.where('channel', '=', p.channel).where('day', '=', p.day).where('id', '>', p.after).orderBy('id').limit(p.limit),
)
const days = query<{ limit: number }>('statement.days', (db, p) =>
  db.selectFrom('statement').select(['channel', 'day']).distinct().orderBy('channel').orderBy('day').limit(p.limit),
)
const setOutcome = query<{ id: number; outcome: LineOutcome }>('statement_line.setOutcome', (db, p) =>
  db.updateTable('statement_line').set({ outcome: p.outcome }).where('id', '=', p.id),
)

export const statementReader = (c: Connection) => ({
  byHash: (channel: ChannelName, hash: string) => byHash(c, { channel, hash }),
  ofDay: (channel: ChannelName, day: string) => ofDay(c, { channel, day }),
  /** `keyHash` as in the row. */
  line: (channel: ChannelName, kind: StatementRow['kind'], keyHash: string) => byKey(c, { channel, kind, keyHash }),
  /** Lines of a day in the order in which they were taken in. */
  linesBehind: (channel: ChannelName, day: string, after: number, limit: number) =>
    ofDayBehind(c, { channel, day, after, limit }),
  /** Every channel and day of which there is a statement. */
  days: async (limit: number) =>
    (await days(c, { limit })) as unknown as readonly { readonly channel: ChannelName; readonly day: string }[],
})
export const statementWriter = (c: Connection) => ({
  ...statementReader(c),
  insert: (row: Statement) => insert(c, row),
  /** True if the line is new. */
  addLine: async (row: NewLine): Promise<boolean> => (await addLine(c, row)).length > 0,
  setOutcome: async (id: number, outcome: LineOutcome) => void (await setOutcome(c, { id, outcome })),
})
