// The lock under which a database is replaced: who is open is noticed, nobody gets in, and the successor's log is left alone.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { lockAlone } from '../../core/store/backup-lock.ts'
import { openSqlite } from '../../core/store/sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'daozhang-lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const driver = new URL('../../node_modules/better-sqlite3/lib/index.js', import.meta.url).pathname

function made(name: string, rows: number): string {
  const path = join(folder, name)
  const db = openSqlite(path)
  db.exec('create table t (x)')
  for (let x = 0; x < rows; x++) db.prepare('insert into t values (?)').run(x)
  db.close()
  return path
}
const rowsIn = (path: string): unknown => {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare('select count(*) from t').pluck().get()
  } finally {
    db.close()
  }
}
/** Another process at the same file; what it prints. */
const elsewhere = (path: string, work: string): string =>
  spawnSync(process.execPath, [
    '-e',
    `const db = new (require(${JSON.stringify(driver)}))(${JSON.stringify(path)}, { timeout: 20 })
     try { ${work} } catch (error) { process.stdout.write(error.code) }`,
  ]).stdout.toString()

it.each([[false], [true]])('a connection that only rests is noticed (one that can only read: %s)', (readonly) => {
  const path = made(`rest-${readonly}.db`, 1)
  const resting = openSqlite(path, { readonly })
  expect(lockAlone(path)).toEqual({ ok: false, error: 'open-elsewhere' })
  resting.close()
  expect(lockAlone(path).ok).toBe(true)
})

it('what a killed process left in its log is in the file afterwards, and no log lies beside it', async () => {
  const path = made('killed.db', 1)
  elsewhere(path, `db.exec('insert into t values (7)'); process.kill(process.pid, 'SIGKILL')`)
  expect(existsSync(`${path}-wal`)).toBe(true)
  const lock = lockAlone(path)
  expect(['-wal', '-shm', '-journal'].filter((end) => existsSync(path + end))).toEqual([])
  if (lock.ok) await lock.value.release()
  expect(rowsIn(path)).toBe(2)
})

it('nobody gets in while it is held', async () => {
  const path = made('held.db', 1)
  const lock = lockAlone(path)
  const look = `process.stdout.write(String(db.prepare('select count(*) as n from t').get().n))`
  expect(elsewhere(path, look)).toBe('SQLITE_BUSY')
  if (lock.ok) await lock.value.release()
  expect(elsewhere(path, look)).toBe('1')
})

it('who opens the new database before the lock of the old one is let go keeps his log', async () => {
  const path = made('old.db', 1)
  const successor = made('new.db', 5)
  elsewhere(path, `db.exec('insert into t values (7)'); process.kill(process.pid, 'SIGKILL')`)
  const lock = lockAlone(path)
  renameSync(successor, path)
  const early = openSqlite(path)
  early.exec('insert into t values (9)')
  if (lock.ok) await lock.value.release()
  expect(existsSync(`${path}-wal`)).toBe(true)
  expect(elsewhere(path, `process.stdout.write(String(db.prepare('select count(*) as n from t').get().n))`)).toBe('6')
  early.close()
})

it('what is no database cannot be locked, and is told from one that is in use', () => {
  const path = join(folder, 'ruin.db')
  writeFileSync(path, 'ruined '.repeat(900))
  expect(lockAlone(path)).toEqual({ ok: false, error: 'unreadable' })
})
