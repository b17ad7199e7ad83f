// Money on its way back: by its cause, by when its provider is asked next, by what it was promised for.
import { sql } from 'kysely'
import type { Payback } from '../domain/payback.ts'
import type { Instant } from '../kit/clock.ts'
import { invariant } from '../kit/invariant.ts'
import type { Connection } from './connection.ts'
import { table } from './table.ts'

const payback = table<Payback>('payback', {
  id: 'plain',
  number: 'plain',
  cause: 'plain',
  causeId: 'plain',
  paymentId: 'plain',
  channel: 'plain',
  amount: 'amount',
  state: 'plain',
  tries: 'plain',
  nextAt: 'plain',
  unclearSince: 'plain',
  dueTo: 'plain',
  refusal: 'plain',
  alerted: 'flag',
  madeAt: 'plain',
  endedAt: 'plain',
})
const insert = payback.inserter()
const save = payback.saver('number', 'cause', 'causeId', 'paymentId', 'channel', 'amount', 'madeAt')
const byId = payback.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const byNumber = payback.one('byNumber', (q, p: { number: string }) => q.where('number', '=', p.number))
const ofCause = payback.one('ofCause', (q, p: { cause: Payback['cause']; causeId: string }) =>
  q.where('cause', '=', p.cause).where('cause_id', '=', p.causeId),
)
const due = payback.many('due', (q, p: { now: Instant; limit: number }) =>
  q.where('next_at', '<=', p.now).orderBy('next_at').limit(p.limit),
)
const next = payback.many('next', (q) => q.where('next_at', 'is not', null).orderBy('next_at').limit(1))
const overdue = payback.many('overdue', (q, p: { now: Instant; limit: number }) =>
  q
    .where('ended_at', 'is', null)
    .where('alerted', '=', sql.lit(0) as never)
    .where('due_to', '<', p.now)
    .orderBy('due_to')
    .limit(p.limit),
)

export const paybackReader = (c: Connection) => ({
  byId: (id: string) => byId(c, { id }),
  /** By its number at the provider. */
  byNumber: (number: string) => byNumber(c, { number }),
  ofCause: (cause: Payback['cause'], causeId: string) => ofCause(c, { cause, causeId }),
  /** Whose provider is to be asked by now, longest due first. */
  due: (now: Instant, limit: number) => due(c, { now, limit }),
  nextAt: async (): Promise<Instant | undefined> => (await next(c, {}))[0]?.nextAt ?? undefined,
  /** Not back when it was promised, and nobody was told. */
  overdue: (now: Instant, limit: number) => overdue(c, { now, limit }),
})
export const paybackWriter = (c: Connection) => ({
  ...paybackReader(c),
  insert: (row: Payback) => insert(c, row),
  save: async (row: Payback) => invariant(await save(c, row), 'a payback to be saved does not exist'),
})
