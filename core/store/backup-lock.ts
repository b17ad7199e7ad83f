// Whether anybody else has the database open, and the lock that keeps everybody out while it is replaced.
import { existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { sleep } from '../kit/clock.ts'
import { err, ok, type Result } from '../kit/result.ts'

/** Longer than any of our processes waits for a lock (sqlite.ts, BUSY_MS). */
const HOLD_MS = 250

export type Lock = {
  /** Waits a moment, so that whoever opened the old file just before the swap has given up on it by then. */
  release(): Promise<void>
}

const codeOf = (error: unknown): string => (error instanceof Database.SqliteError ? error.code : '')

/**
 * Takes the database for itself alone and leaves it as one whole file without a log beside it. `open-elsewhere`: another
 * process has it open, though it may do nothing at all just now. `unreadable`: it is no database any more, so nobody
 * can be asked.
 */
export function lockAlone(path: string): Result<Lock, 'open-elsewhere' | 'unreadable'> {
  const db = new Database(path, { timeout: 20, fileMustExist: true })
  try {
    // Each connection in WAL mode keeps a shared lock on the file from its first read until it is closed. An exclusive
    // one is therefore only given where no other connection is open, idle or not, and the kernel frees those of the dead.
    db.pragma('locking_mode = exclusive')
    db.exec('begin exclusive; commit')
    // What stands in the log goes into the file, and the log is removed: beside another file it would be read into it.
    db.pragma('journal_mode = delete')
    // From here on this connection owns no file beside the database: closing it, it would remove those of its successor.
    db.pragma('journal_mode = memory')
  } catch (error) {
    db.close()
    const code = codeOf(error)
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return err('open-elsewhere')
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return err('unreadable')
    throw error
  }
  for (const end of ['-journal', '-shm']) if (existsSync(path + end)) rmSync(path + end)
  return ok({
    release: async () => {
      await sleep(HOLD_MS)
      db.close()
    },
  })
}
