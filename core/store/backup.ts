// A copy of the whole database while others write: one snapshot, taken in steps, proved, and put in its place at once.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { HOUR, type Instant } from '../kit/clock.ts'
import type { Ids } from '../kit/ids.ts'
import { err, ok, type Result } from '../kit/result.ts'
import { openSqlite, type SqliteDatabase } from './sqlite.ts'

/** One step: some 4 MB, then everybody else in this process has their turn. */
const PAGES_A_STEP = 1_000
/** A copy that was left lying: one that is still being made is written to all the time. */
const STALE_MS = HOUR

export class Stopped extends Error {}

export type Copying = {
  /** Told after each step. It may throw `Stopped`; nothing is kept then. */
  readonly onStep?: (done: number, of: number) => void
  readonly pagesAStep?: number
}

export type Backup = { readonly path: string; readonly bytes: number; readonly sha256: string; readonly at: Instant }

/** `in-use`: somebody has the older backup open. `itself`: the backup would replace the database. */
export type BackupFault = 'exists' | 'no-folder' | 'itself' | 'in-use' | 'damaged' | 'stopped'

export const sidecars = (path: string): readonly string[] => ['-wal', '-shm', '-journal'].map((end) => path + end)

/** What lies on the disk as a name must lie there as bytes too, also after a power loss. */
export function syncFolder(path: string): void {
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

export function removeDatabase(path: string): void {
  for (const file of [path, ...sidecars(path)]) rmSync(file, { force: true })
}

/** A new name beside `path` for what is not whole yet; what was left lying by a kill long ago is removed. */
export function partBeside(path: string, ids: Ids, now: Instant): string {
  const folder = dirname(path)
  const start = `${basename(path)}.part-`
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (name.startsWith(start) && now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) > STALE_MS)
      rmSync(file, { force: true })
  }
  return join(folder, start + ids.base32(10))
}

/** Copies one snapshot of `from` into the new file `to`, readable by its owner only. Throws what SQLite throws. */
export async function copyDatabase(
  from: string,
  to: string,
  { onStep, pagesAStep = PAGES_A_STEP }: Copying,
): Promise<void> {
  closeSync(openSync(to, 'wx', 0o600))
  const source = openSqlite(from, { readonly: true })
  try {
    // The copy begins anew whenever somebody else wrote between two steps, on a busy shop for ever. Inside a read it sees
    // one state from its first page to its last, and in WAL mode no writer waits for a reader.
    source.exec('begin')
    source.prepare('select count(*) from sqlite_schema').get()
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onStep?.(totalPages - remainingPages, totalPages)
        return pagesAStep
      },
    })
  } finally {
    source.close()
  }
}

/** SQLite's own check of every page and index, and that no row points to one that is not there. */
const isWhole = (db: SqliteDatabase): boolean => {
  const rows = db.pragma('integrity_check(1)') as readonly { readonly integrity_check: string }[]
  return rows[0]?.integrity_check === 'ok' && (db.pragma('foreign_key_check') as readonly unknown[]).length === 0
}

export function isWholeFile(path: string): boolean {
  const db = openSqlite(path, { readonly: true })
  try {
    return isWhole(db)
  } finally {
    db.close()
  }
}

/** One file that needs nothing beside it; false where it is damaged. */
function seal(part: string): boolean {
  const db = openSqlite(part)
  try {
    const whole = isWhole(db)
    // Without it a reader would have to make files beside the backup, and could not on a medium that is read-only.
    db.pragma('journal_mode = delete')
    return whole
  } finally {
    db.close()
  }
}

function refused(path: string, to: string, force: boolean): BackupFault | undefined {
  if (!existsSync(dirname(to))) return 'no-folder'
  if (!existsSync(to)) return sidecars(to).some((file) => existsSync(file)) ? 'in-use' : undefined
  if (realpathSync(to) === realpathSync(path)) return 'itself'
  if (!force) return 'exists'
  return sidecars(to).some((file) => existsSync(file)) ? 'in-use' : undefined
}

export type BackupOptions = Copying & {
  readonly ids: Ids
  readonly at: Instant
  /** Replaces a backup of that name. */
  readonly force?: boolean
}

/**
 * Backs the database at `path` up into `to`. Whatever dies when, `to` is what it was before or the whole backup. What
 * was committed before the call is in it.
 */
export async function backUp(path: string, to: string, options: BackupOptions): Promise<Result<Backup, BackupFault>> {
  const { ids, at, force = false } = options
  const fault = refused(path, to, force)
  if (fault) return err(fault)
  const part = partBeside(to, ids, at)
  try {
    await copyDatabase(path, part, options)
    if (!seal(part)) return err('damaged')
    chmodSync(part, 0o600)
    syncFile(part)
    const backup = { path: to, bytes: statSync(part).size, sha256: await sha256Of(part), at }
    // Somebody else may have made one meanwhile.
    const late = refused(path, to, force)
    if (late) return err(late)
    renameSync(part, to)
    syncFolder(to)
    return ok(backup)
  } catch (error) {
    if (error instanceof Stopped) return err('stopped')
    throw error
  } finally {
    removeDatabase(part)
  }
}
