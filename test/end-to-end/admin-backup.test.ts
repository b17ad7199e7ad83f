// backup and restore as an operator runs them: what is refused, what is kept, and that what comes back can be verified.
import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAdminShop } from './admin-shop.ts'

const shop = makeAdminShop()
afterAll(() => shop.remove())
const folder = dirname(shop.path)
const at = (name: string): string => join(folder, name)
const shaOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const leftLying = (): readonly string[] => readdirSync(folder).filter((name) => name.includes('.part-'))
const balance = async (): Promise<string> => (await shop.lines('account', 'list'))[0]?.split('  ')[2] ?? ''

/** SQL in another file than the shop's own. */
function change(path: string, sql: string): void {
  const db = new Database(path)
  db.exec(sql)
  db.close()
}

/** As a bad disk does: every fifth page half overwritten. */
function tear(path: string): void {
  const torn = openSync(path, 'r+')
  for (let page = 3; page < statSync(path).size / 4_096; page += 5) {
    writeSync(torn, Buffer.alloc(2_048, 0x5a), 0, 2_048, page * 4_096)
  }
  closeSync(torn)
}

let lily = ''
beforeAll(async () => {
  await shop.lines('migrate')
  lily = (await shop.lines('account', 'create', '--email', 'lily@qq.com'))[0] ?? ''
  await shop.paidOrder(lily, 50)
  await shop.lines('backup', at('good.db'))
})

describe('backup', () => {
  it('prints one JSON line that holds for the file: its size, its SHA-256, when it was taken', async () => {
    const [line = '', ...more] = await shop.lines('backup', at('one.db'))
    expect(more).toEqual([])
    const told = JSON.parse(line)
    expect(told).toEqual({
      path: at('one.db'),
      bytes: statSync(at('one.db')).size,
      sha256: shaOf(at('one.db')),
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    })
    expect(leftLying()).toEqual([])
  })

  it('is one file that needs nothing beside it, for its owner only', () => {
    expect(statSync(at('one.db')).mode & 0o777).toBe(0o600)
    const db = new Database(at('one.db'), { readonly: true })
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('journal_mode', { simple: true })).toBe('delete')
    expect(db.prepare('select count(*) from orders').pluck().get()).toBe(1)
    db.close()
    expect(readdirSync(folder).filter((name) => name.startsWith('one.db'))).toEqual(['one.db'])
  })

  it('replaces nothing unless it is told to', async () => {
    writeFileSync(at('mine.txt'), 'mine')
    const refused = await shop.run(['backup', at('mine.txt')])
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toMatch(/^backup: there is a file of this name already; .*--force to replace it\n$/)
    expect(readFileSync(at('mine.txt'), 'utf8')).toBe('mine')
    await shop.lines('backup', at('mine.txt'), '--force')
    expect(readFileSync(at('mine.txt')).subarray(0, 15).toString()).toBe('SQLite format 3')
  })

  it.each([
    [['backup', shop.path, '--force'], 2, /this is the database itself/],
    [['backup', at('none/x.db')], 2, /there is no such folder; make it first/],
    [['backup'], 2, /missing required argument 'file'/],
  ])('%j is refused', async (words, code, line) => {
    const ended = await shop.run(words)
    expect({ code: ended.code, out: ended.out }).toEqual({ code, out: '' })
    expect(ended.err).toMatch(line)
  })

  it('is refused over an older backup that somebody has open', async () => {
    copyFileSync(at('good.db'), at('held.db'))
    const held = new Database(at('held.db'))
    held.pragma('journal_mode = wal')
    held.prepare('select count(*) from orders').get()
    expect((await shop.run(['backup', at('held.db'), '--force'])).err).toMatch(/is open in another program/)
    held.close()
  })

  it('takes nothing from a database that is damaged: no file is better than a bad one', async () => {
    const other = makeAdminShop()
    await other.lines('migrate')
    tear(other.path)
    const ended = await other.run(['backup', join(dirname(other.path), 'bad.db')])
    expect(ended.code).toBe(1)
    expect(ended.err).toMatch(/damaged|not whole/)
    expect(existsSync(join(dirname(other.path), 'bad.db'))).toBe(false)
    other.remove()
  })
})

describe('restore', () => {
  it('brings the state of the backup back, proved, and keeps the replaced database beside it', async () => {
    await shop.paidOrder(lily, 30)
    expect(await balance()).toBe('¥80')
    const [line = ''] = await shop.lines('restore', at('good.db'), '--by', 'wang')
    const { path, from, kept } = JSON.parse(line)
    expect({ path, from }).toEqual({ path: shop.path, from: at('good.db') })
    expect(kept).toMatch(/\/shop\.db\.replaced-\d{12}$/)
    expect(await balance()).toBe('¥50')
    expect(await shop.lines('ledger', 'verify')).toEqual([expect.stringMatching(/^ok {2}10 invariants hold/)])
    expect((await shop.lines('audit', 'list'))[0]).toMatch(/wang {2}database\.restore/)
    const before = new Database(kept, { readonly: true })
    expect(before.prepare('select count(*) from orders').pluck().get()).toBe(2)
    before.close()
    expect(leftLying()).toEqual([])
    await shop.paidOrder(lily, 20)
    expect(await balance()).toBe('¥70')
  })

  it('and back: the replaced database is a backup like any other', async () => {
    const kept = readdirSync(folder).find((name) => /^shop\.db\.replaced-\d{12}$/.test(name)) ?? ''
    await shop.lines('restore', at(kept))
    expect(await balance()).toBe('¥80')
  })

  it('makes a database where there is none', async () => {
    const other = makeAdminShop()
    const env = { DATABASE_URL: `sqlite:${join(dirname(other.path), 'deep/new.db')}` }
    const ended = await shop.run(['restore', at('good.db')], env)
    expect(JSON.parse(ended.out).kept).toBeNull()
    expect((await shop.run(['ledger', 'verify'], env)).out).toMatch(/^ok /)
    other.remove()
  })

  it('takes what a kill left in the log of the replaced database along to where that is kept', async () => {
    const path = at('killed.db')
    copyFileSync(at('good.db'), path)
    // A log that nobody read: as a killed process leaves it.
    const writer = new Database(path)
    writer.pragma('journal_mode = wal')
    writer.exec(`insert into sandbox_trade values ('late', 'x')`)
    copyFileSync(path, at('killed2.db'))
    copyFileSync(`${path}-wal`, at('killed2.db-wal'))
    writer.close()
    const ended = await shop.run(['restore', at('good.db')], { DATABASE_URL: `sqlite:${at('killed2.db')}` })
    const { kept } = JSON.parse(ended.out)
    const rows = (file: string): unknown => {
      const db = new Database(file, { readonly: true })
      try {
        return db.prepare(`select count(*) from sandbox_trade where number = 'late'`).pluck().get()
      } finally {
        db.close()
      }
    }
    expect([rows(kept), rows(at('killed2.db'))]).toEqual([1, 0])
  })

  describe('is refused, and the database is what it was,', () => {
    const refused = async (from: string, more: NodeJS.ProcessEnv = {}, ...words: string[]): Promise<string> => {
      const before = await balance()
      const ended = await shop.run(['restore', from, ...words], more)
      expect([1, 2]).toContain(ended.code)
      expect(ended.err.split('\n')).toHaveLength(2)
      expect(await balance()).toBe(before)
      expect(leftLying()).toEqual([])
      return ended.out + ended.err
    }
    const spoiled = (name: string, sql: string): string => {
      copyFileSync(at('good.db'), at(name))
      change(at(name), sql)
      return at(name)
    }

    it('while another process has it open, though it does nothing', async () => {
      expect(
        await shop.inside(async () => {
          const { code, err } = await shop.run(['restore', at('good.db')])
          return [code, err]
        }),
      ).toEqual([1, expect.stringMatching(/^restore: another process has the database open; stop the bot/)])
    })

    it('with what is no database', async () => {
      writeFileSync(at('text.db'), 'not a database, but long enough to be looked at as one. '.repeat(50))
      expect(await refused(at('text.db'))).toMatch(/no SQLite database; the database was not touched/)
      expect(await refused(at('none.db'))).toMatch(/there is no such file/)
      expect(await refused(folder)).toMatch(/there is no such file/)
      expect(await refused(shop.path)).toMatch(/this is the database itself/)
    })

    it('with a backup of which pages were overwritten', async () => {
      copyFileSync(at('good.db'), at('torn.db'))
      tear(at('torn.db'))
      expect(await refused(at('torn.db'))).toMatch(/this backup is damaged/)
    })

    it('with a backup that was cut off', async () => {
      writeFileSync(at('short.db'), readFileSync(at('good.db')).subarray(0, 40_000))
      expect(await refused(at('short.db'))).toMatch(/this backup is damaged/)
    })

    it('with the database of another program', async () => {
      change(at('other.db'), 'create table x (y)')
      expect(await refused(at('other.db'))).toMatch(/another program/)
    })

    it('with a backup of a newer version', async () => {
      const newer = spoiled('newer.db', `insert into kysely_migration values ('9999-later', '2027-01-01')`)
      expect(await refused(newer)).toMatch(/made by a newer version/)
    })

    it('with a backup under another secret', async () => {
      const other = { APP_SECRET: Buffer.alloc(32, 9).toString('base64') }
      expect(await refused(at('good.db'), other)).toMatch(/APP_SECRET is not the one that this backup was made with/)
    })

    it('with rows that contradict each other', async () => {
      const rich = spoiled('rich.db', `update balance set balance = balance + 500000 where account like 'wallet:%'`)
      const said = await refused(rich)
      expect(said).toMatch(/^broken {2}2 balances equal the sum of their transfers/m)
      expect(said).toMatch(/contradict each other; take another one/)
    })

    it('with an audit trail that was changed', async () => {
      const forged = spoiled(
        'forged.db',
        `drop trigger audit_no_update; update audit set actor = 'nobody' where id = 1`,
      )
      expect(await refused(forged)).toMatch(/audit chain: broken at row 1/)
    })
  })

  it('replaces a database that cannot be read any more only when told to, and keeps it', async () => {
    const path = at('ruin.db')
    writeFileSync(path, 'ruined '.repeat(1_000))
    const env = { DATABASE_URL: `sqlite:${path}` }
    const refused = await shop.run(['restore', at('good.db')], env)
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/cannot be read.*add --force\n$/)])
    const ended = await shop.run(['restore', at('good.db'), '--force'], env)
    expect(readFileSync(JSON.parse(ended.out).kept, 'utf8')).toMatch(/^ruined /)
    expect((await shop.run(['ledger', 'verify'], env)).out).toMatch(/^ok /)
  })
})

describe('doctor', () => {
  const free = { HTTP_PORT: '0' }

  it('tells each check on a line and ends with 0 where nothing fails, also while the shop is open', async () => {
    const { code, out, err } = await shop.inside(() => shop.run(['doctor'], free))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const line of [/^ok {4}settings: off: /m, /^ok {4}money: every invariant holds$/m, /^ok {4}secret: /m])
      expect(out).toMatch(line)
    expect(out).not.toMatch(/^fail/m)
  })

  it('ends with 1 where something fails, and says what mends it; --json gives the same as JSON lines', async () => {
    const other = { ...free, APP_SECRET: Buffer.alloc(32, 9).toString('base64') }
    const told = await shop.run(['doctor'], other)
    expect(told.code).toBe(1)
    expect(told.out).toMatch(/^fail {2}secret: APP_SECRET is not the one .*\n {6}set that one again$/m)
    const { code, out } = await shop.run(['doctor', '--json'], other)
    expect(code).toBe(1)
    const checks = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(checks).toContainEqual({
      level: 'fail',
      name: 'secret',
      what: 'APP_SECRET is not the one that the database was made with',
      fix: 'set that one again',
    })
  })

  it('needs no settings to say which one is wrong', async () => {
    const { code, out } = await shop.run(['doctor'], { APP_SECRET: '', DATABASE_URL: '' })
    expect(code).toBe(1)
    expect(out).toMatch(/^fail {2}settings: APP_SECRET is missing/m)
  })
})
