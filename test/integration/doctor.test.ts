// Each fault that the doctor knows, brought about on a real file or port: how it is told, and the line that mends it.
import { chmodSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Config, parseConfig } from '../../bot/config.ts'
import { type Check, shown } from '../../bot/doctor/check.ts'
import { databaseChecks, diskCheck } from '../../bot/doctor/database.ts'
import { examine } from '../../bot/doctor/examine.ts'
import { envFileCheck, holidayChecks, nodeCheck, portCheck } from '../../bot/doctor/surroundings.ts'
import { healthRoutes } from '../../bot/http/health.ts'
import { startHttp } from '../../bot/http/server.ts'
import { rememberKey } from '../../core/desk/key-check.ts'
import { policyDefaults } from '../../core/domain/policy-defaults.ts'
import { parseInstant } from '../../core/kit/clock.ts'
import { randomIds } from '../../core/kit/ids.ts'
import { Keyring, newSecret } from '../../core/redaction/keyring.ts'
import { makeLog } from '../../core/redaction/log.ts'
import { openStore } from '../../core/store/open.ts'

const folder = mkdtempSync(join(tmpdir(), 'daozhang-doctor-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const secret = newSecret()
let count = 0
let path = ''

function configOf(env: { readonly [name: string]: string } = {}): Config {
  const read = parseConfig({ APP_SECRET: secret.toString('base64'), DATABASE_URL: `sqlite:${path}`, ...env })
  if (!read.ok) throw new Error(read.error)
  return read.value
}
const by = (checks: readonly Check[]): { readonly [name: string]: Check } =>
  Object.fromEntries(checks.map((check) => [check.name, check]))
const fixOf = (check: Check | undefined): string =>
  check && 'fix' in check ? `${check.level} ${check.fix}` : 'nothing'
const database = async (env = {}) => by(await databaseChecks(configOf(env)))
const change = (sql: string): void => {
  const db = new Database(path)
  db.exec(sql)
  db.close()
}

beforeEach(async () => {
  path = join(folder, `shop-${++count}.db`)
  const store = openStore({ path }, randomIds)
  await store.migrate()
  await rememberKey(store, new Keyring(secret))
  await store.close()
})

describe('the database', () => {
  it('that is well has nothing to mend', async () => {
    const checks = await databaseChecks(configOf())
    expect(checks.map(({ name }) => name)).toEqual([
      ...['database folder', 'disk', 'file', 'tables', 'secret', 'journal', 'money', 'audit trail'],
    ])
    expect(checks.filter(({ level, name }) => level !== 'ok' && name !== 'disk')).toEqual([])
  })

  it('that is not there: migrate', async () => {
    path = join(folder, 'deep/none.db')
    expect(fixOf((await database()).database)).toBe('fail run: npm run -s admin -- migrate')
  })

  it('in memory: name a file', async () => {
    expect(fixOf((await database({ DATABASE_URL: 'sqlite::memory:' })).database)).toMatch(/^warn name a file/)
  })

  it('that is none: restore', async () => {
    writeFileSync(path, 'no database at all '.repeat(500))
    const { file } = await database()
    expect(file?.what).toBe('cannot be read (SQLITE_NOTADB)')
    expect(fixOf(file)).toMatch(/^fail stop the bot, .*admin -- restore BACKUP$/)
  })

  it('with damaged pages: restore', async () => {
    const torn = openSync(path, 'r+')
    for (let page = 9; page < statSync(path).size / 4_096; page++) {
      writeSync(torn, Buffer.alloc(3_000, 0x5a), 0, 3_000, page * 4_096)
    }
    expect(fixOf((await database()).file)).toMatch(/^fail stop the bot/)
  })

  it('without tables, or with those of a newer version: migrate, update', async () => {
    change(`insert into kysely_migration values ('9999-later', '2027-01-01')`)
    expect(fixOf((await database()).tables)).toBe('fail update this program')
    change('delete from kysely_migration')
    const { tables, money } = await database()
    expect(fixOf(tables)).toBe('fail run: npm run -s admin -- migrate')
    // What follows from it is not told as a fault of its own.
    expect(money).toBeUndefined()
  })

  it('of another secret: set that one again', async () => {
    const other = { APP_SECRET: Buffer.alloc(32, 9).toString('base64') }
    expect(fixOf((await database(other)).secret)).toBe('fail set that one again')
  })

  it('without WAL: start the bot', async () => {
    change('pragma journal_mode = delete')
    expect(fixOf((await database()).journal)).toMatch(/^warn start the bot once/)
  })

  it('whose money does not add up: ledger verify', async () => {
    change(`insert into balance values ('wallet:nobody', 'CREDIT', 5)`)
    expect(fixOf((await database()).money)).toBe('fail run: npm run -s admin -- ledger verify')
  })

  it('whose audit trail was changed: find out by whom', async () => {
    change(
      `insert into audit (at, actor, action, subject, detail, previous_hash, hash) values (1, 'a', 'b', 'c', '{}', 'x', 'y')`,
    )
    const check = (await database())['audit trail']
    expect(check?.what).toBe('the chain is broken at row 1')
    expect(fixOf(check)).toMatch(/^fail keep the file as it is/)
  })

  it('that somebody keeps for himself: wait', async () => {
    const alone = new Database(path)
    alone.pragma('locking_mode = exclusive')
    alone.exec('begin exclusive')
    try {
      expect(fixOf((await database()).database)).toMatch(/^fail wait until/)
    } finally {
      alone.close()
    }
  })

  it.each([
    [50, 'fail'],
    [500, 'warn'],
    [5_000, 'ok'],
  ])('on a disk with %i MB free: %s', (freeMb, level) => {
    expect(diskCheck(freeMb).level).toBe(level)
    if (level !== 'ok') expect(fixOf(diskCheck(freeMb))).toContain('make room')
  })
})

describe('the surroundings', () => {
  it('an older Node: npm brings its own', () => {
    expect(nodeCheck('v24.21.0').level).toBe('ok')
    expect(nodeCheck('v100.0.0').level).toBe('ok')
    expect(fixOf(nodeCheck('v20.20.2'))).toMatch(/^fail start programs with npm run/)
  })

  it('a .env that others can read: chmod', () => {
    const file = join(folder, '.env')
    expect(envFileCheck(file)).toBeUndefined()
    writeFileSync(file, 'APP_SECRET=x')
    chmodSync(file, 0o644)
    expect(fixOf(envFileCheck(file))).toBe('warn run: chmod 600 .env')
    chmodSync(file, 0o600)
    expect(envFileCheck(file)?.level).toBe('ok')
  })

  it('a year without holidays fails, one with its statutory days only is warned of, in November for the next', () => {
    const hours = (holidays: readonly string[], workdays: readonly string[] = []) => ({
      ...policyDefaults,
      hours: { ...policyDefaults.hours, holidays: [...holidays], workdays: [...workdays] },
    })
    const november = parseInstant('2026-11-21T10:00:00+08:00') as never
    const june = parseInstant('2026-06-21T10:00:00+08:00') as never
    const levels = (policy: ReturnType<typeof hours>, now: never) => holidayChecks(policy, now).map((one) => one.level)
    expect(levels(hours(['2026-01-01'], ['2026-01-04']), june)).toEqual(['ok'])
    expect(levels(hours(['2026-01-01'], ['2026-01-04']), november)).toEqual(['ok', 'fail'])
    expect(levels(hours(['2026-01-01', '2027-01-01'], ['2026-01-04']), november)).toEqual(['ok', 'warn'])
    expect(fixOf(holidayChecks(hours([]), june)[0])).toMatch(/^fail add the holidays and workdays of 2026/)
  })

  it('a port that is free or ours is good; one that somebody else has, or that cannot be had, is not', async () => {
    const host = '127.0.0.1'
    const log = makeLog({ level: 'silent', name: 'http' })
    const ours = await startHttp({ host, port: 0, routes: healthRoutes(async () => []), log })
    if (!ours.ok) throw new Error(ours.error)
    const { port } = ours.value
    expect((await portCheck({ host, port })).what).toBe(`the bot listens on ${host}:${port}`)
    await ours.value.close()
    expect((await portCheck({ host, port })).what).toBe(`${host}:${port} is free`)
    const other = createServer((socket) => void socket.resume().end('hello')).listen(port, host)
    expect(fixOf(await portCheck({ host, port }))).toBe('fail stop it, or set another HTTP_PORT')
    await new Promise((resolve) => other.close(resolve))
    expect(fixOf(await portCheck({ host: '203.0.113.1', port: 0 }))).toMatch(/^fail set HTTP_HOST/)
  })
})

describe('the whole', () => {
  it('without settings names the setting, and asks nothing behind it', async () => {
    const checks = by(await examine(parseConfig({}), 'v24.0.0'))
    expect(checks.settings?.what).toMatch(/^APP_SECRET is missing/)
    expect(fixOf(checks.settings)).toMatch(/^fail correct it in \.env/)
    expect(checks.file).toBeUndefined()
  })

  it('shows a fault on one line and what mends it on the next', () => {
    expect(shown(nodeCheck('v20.1.0'))).toEqual([
      'fail  node: v20.1.0 is older than 24',
      '      start programs with npm run, which brings its own Node: npm ci',
    ])
    expect(shown(nodeCheck('v24.1.0'))).toEqual(['ok    node: v24.1.0'])
  })
})
