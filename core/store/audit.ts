// The audit trail: who did what to which row. Append-only, and each row's hash covers the one before it.
import { createHash } from 'node:crypto'
import type { AuditRow } from '../domain/desk.ts'
import type { Redacted } from '../redaction/redacted.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

/** What may stand in a row: nothing that was not redacted, and no secret. */
export type AuditDetail = { readonly [name: string]: Redacted | number | boolean | null }
/** `subject` is `table:id` of the row that was touched, `action` a verb such as `refund.approve`. */
export type AuditEntry = Pick<AuditRow, 'at' | 'action' | 'subject'> & {
  readonly actor: Redacted
  readonly detail: AuditDetail
}

type NewRow = Omit<AuditRow, 'id'>

const audit = table<AuditRow>('audit', {
  id: 'plain',
  at: 'plain',
  actor: 'plain',
  action: 'plain',
  subject: 'plain',
  detail: 'plain',
  previousHash: 'plain',
  hash: 'plain',
})
const insert = query<NewRow>('audit.insert', (db, p) =>
  db.insertInto('audit').values({
    at: p.at,
    actor: p.actor,
    action: p.action,
    subject: p.subject,
    detail: p.detail,
    previous_hash: p.previousHash,
    hash: p.hash,
  } as never),
)
const newest = audit.many('newest', (q, p: { before: number; limit: number }) =>
  q.where('id', '<', p.before).orderBy('id', 'desc').limit(p.limit),
)
const page = audit.many('page', (q, p: { after: number; limit: number }) =>
  q.where('id', '>', p.after).orderBy('id').limit(p.limit),
)

/** What the first row points back to. */
export const AUDIT_GENESIS = '0'.repeat(64)

const sorted = (value: object): string => JSON.stringify(Object.fromEntries(Object.entries(value).toSorted()))

/** SHA-256 of the previous hash and the row as JSON with its keys in order, in hex. */
const hashOf = (previousHash: string, { at, actor, action, subject, detail }: Omit<NewRow, 'hash'>): string =>
  createHash('sha256')
    .update(previousHash + sorted({ at, actor, action, subject, detail }))
    .digest('hex')

/**
 * The first row at which the chain is broken: changed, moved, or with rows missing before it. `before` is the row
 * before the first of `rows`; undefined at the very beginning.
 */
export function brokenLink(rows: readonly AuditRow[], before?: AuditRow): AuditRow | undefined {
  let previous = before?.hash ?? AUDIT_GENESIS
  for (const row of rows) {
    if (row.previousHash !== previous || row.hash !== hashOf(previous, row)) return row
    previous = row.hash
  }
  return undefined
}

export const auditReader = (c: Connection) => ({
  /** Oldest first, behind the row `after` (0: from the beginning). */
  page: (after: number, limit: number) => page(c, { after, limit }),
  newest: (limit: number) => newest(c, { before: Number.MAX_SAFE_INTEGER, limit }),
})

export const auditWriter = (c: Connection) => ({
  ...auditReader(c),
  /** Stands in the transaction of the change that it tells of, so that neither is kept without the other. */
  append: async ({ detail, ...entry }: AuditEntry): Promise<void> => {
    const [last] = await newest(c, { before: Number.MAX_SAFE_INTEGER, limit: 1 })
    const previousHash = last?.hash ?? AUDIT_GENESIS
    const row = { ...entry, detail: sorted(detail), previousHash }
    await insert(c, { ...row, hash: hashOf(previousHash, row) })
  },
})
