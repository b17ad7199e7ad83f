// A backup on its way to become the database: copied beside it, brought up to date, and proved before anything is replaced.
import type { Context } from '../../core/desk/context.ts'
import { isRightKey } from '../../core/desk/key-check.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { err, ok, type Result } from '../../core/kit/result.ts'
import type { Redacted } from '../../core/redaction/redacted.ts'
import { copyDatabase, isWholeFile } from '../../core/store/backup.ts'
import { knownMigrations, openStore, type Store } from '../../core/store/open.ts'
import { walkAudit } from './audit-chain.ts'

export type StageFault =
  | { readonly kind: 'no-database' | 'damaged' | 'not-ours' | 'newer' | 'other-secret' }
  | { readonly kind: 'broken'; readonly rules: readonly string[] }

const fault = (kind: Exclude<StageFault['kind'], 'broken'>): Result<never, StageFault> => err({ kind })

async function checkTables(store: Store): Promise<StageFault | undefined> {
  const known = await store.sql(`select 1 from sqlite_schema where name = 'kysely_migration'`)
  if (known.length === 0) return { kind: 'not-ours' }
  const applied = (await store.sql('select name from kysely_migration')).map(({ name }) => String(name))
  if (applied.length === 0) return { kind: 'not-ours' }
  return applied.every((name) => knownMigrations.includes(name)) ? undefined : { kind: 'newer' }
}

async function checkRows(store: Store, keyring: Context['keyring']): Promise<StageFault | undefined> {
  if (!(await isRightKey(store, keyring))) return { kind: 'other-secret' }
  const rules = [...(await brokenInvariants(store))]
  const { broken } = await walkAudit(store)
  if (broken !== undefined) rules.push(`audit chain: broken at row ${broken}`)
  return rules.length > 0 ? { kind: 'broken', rules } : undefined
}

export type Staging = Pick<Context, 'clock' | 'ids' | 'keyring'> & {
  readonly by: Redacted
  readonly onStep?: (done: number, of: number) => void
}

/**
 * Copies the backup `from` into the new file `part` and proves that copy: whole, ours, not newer than this program,
 * made with this secret, every invariant and the audit chain unbroken. Its tables are then those of this program, and
 * its audit trail says who restored it.
 */
export async function stage(from: string, part: string, staging: Staging): Promise<Result<undefined, StageFault>> {
  const { clock, ids, keyring, by, onStep } = staging
  try {
    await copyDatabase(from, part, onStep ? { onStep } : {})
    if (!isWholeFile(part)) return fault('damaged')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'SQLITE_NOTADB') return fault('no-database')
    if (code.startsWith('SQLITE_CORRUPT')) return fault('damaged')
    throw error
  }
  const store = openStore({ path: part }, ids)
  try {
    const tables = await checkTables(store)
    if (tables) return err(tables)
    const applied = await store.migrate()
    const rows = await checkRows(store, keyring)
    if (rows) return err(rows)
    const row = { at: clock.now(), actor: by, action: 'database.restore', subject: 'database:restored' }
    await store.write((w) => w.audit.append({ ...row, detail: { migrations: applied.length } }))
    return ok(undefined)
  } finally {
    await store.close()
  }
}
