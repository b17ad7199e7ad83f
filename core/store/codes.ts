// Redeem codes by keyed hash, the misses that count, and the locks they lead to.
import type { RedeemCode } from '../domain/redeem-code.ts'
import type { Instant } from '../kit/clock.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

const code = table<RedeemCode>('redeem_code', {
  id: 'plain',
  lookup: 'plain',
  tail: 'plain',
  fingerprint: 'plain',
  units: 'amount',
  state: 'plain',
  issuedAt: 'plain',
  expiresAt: 'plain',
  onlyFor: 'plain',
  redeemedBy: 'plain',
  redeemedAt: 'plain',
  disabledAt: 'plain',
})
const insertCode = code.inserter()
const saveCode = code.saver('lookup', 'tail', 'fingerprint', 'units', 'issuedAt', 'expiresAt', 'onlyFor')

type Lock = { readonly accountId: string; readonly lockedAt: Instant; readonly until: Instant }
const lock = table<Lock>('code_lock' as never, { accountId: 'plain', lockedAt: 'plain', until: 'plain' })
const insertLock = lock.inserter()
const saveLock = lock.saver()

const byId = code.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const byLookup = code.one('byLookup', (q, p: { lookup: string }) => q.where('lookup', '=', p.lookup))
const redeemedBy = code.many('redeemedBy', (q, p: { accountId: string; limit: number }) =>
  q.where('redeemed_by', '=', p.accountId).orderBy('redeemed_at', 'desc').limit(p.limit),
)
const lockOf = lock.one('of', (q, p: { accountId: string }) => q.where('account_id', '=', p.accountId))
const triesSince = query<{ accountId: string; since: Instant }>('code_try.since', (db, p) =>
  db.selectFrom('code_try').select('at').where('account_id', '=', p.accountId).where('at', '>=', p.since),
)
const insertTry = query<{ accountId: string; at: Instant }>('code_try.insert', (db, p) =>
  db.insertInto('code_try').values({ account_id: p.accountId, at: p.at } as never),
)
const clearTries = query<{ accountId: string }>('code_try.clear', (db, p) =>
  db.deleteFrom('code_try').where('account_id', '=', p.accountId),
)

export const codeReader = (c: Connection) => ({
  byId: (id: string) => byId(c, { id }),
  byLookup: (lookup: string) => byLookup(c, { lookup }),
  redeemedBy: (accountId: string, limit: number) => redeemedBy(c, { accountId, limit }),
  lock: (accountId: string) => lockOf(c, { accountId }),
  triesSince: async (accountId: string, since: Instant) =>
    (await triesSince(c, { accountId, since })).map((row) => row.at as Instant),
})

export const codeWriter = (c: Connection) => ({
  ...codeReader(c),
  insert: (row: RedeemCode) => insertCode(c, row),
  save: (row: RedeemCode) => saveCode(c, row),
  insertTry: async (accountId: string, at: Instant) => void (await insertTry(c, { accountId, at })),
  /** Counting starts afresh behind a lock. */
  setLock: async (row: Lock) => {
    await clearTries(c, row)
    if (!(await saveLock(c, row))) await insertLock(c, row)
  },
})
