// The audit trail under every way of forging it that leaves the table's own rules in peace.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditRow } from '../domain/desk.ts'
import { instantOf } from '../kit/clock.ts'
import { countedIds } from '../kit/ids.ts'
import { say } from '../redaction/redacted.ts'
import { brokenLink } from './audit.ts'
import { openStore, type Store } from './open.ts'

let store: Store
beforeEach(async () => {
  store = openStore({ path: ':memory:' }, countedIds())
  await store.migrate()
  for (const n of [1, 2, 3]) {
    const entry = { at: instantOf(n), actor: say`operator`, action: 'account.create', subject: `account:${n}` }
    await store.write((w) => w.audit.append({ ...entry, detail: { status: say`normal`, count: n } }))
  }
})
afterEach(() => store.close())

const rows = (): Promise<readonly AuditRow[]> => store.read((r) => r.audit.page(0, 100))
const forged = async (change: (all: AuditRow[]) => AuditRow[]) => brokenLink(change([...(await rows())]))?.id

describe('the audit trail', () => {
  it('is unbroken as it was written, also when it is read page by page', async () => {
    const [first, ...rest] = await rows()
    expect(brokenLink(await rows())).toBeUndefined()
    expect(rest).toHaveLength(2)
    expect(brokenLink(rest, first)).toBeUndefined()
  })

  it('tells at which row somebody changed who, what, when or the detail', async () => {
    for (const change of [{ actor: 'eve' }, { action: 'x' }, { subject: 'account:9' }, { at: 9 }, { detail: '{}' }]) {
      const broken = await forged((all) => all.map((row) => (row.id === 2 ? ({ ...row, ...change } as AuditRow) : row)))
      expect(broken).toBe(2)
    }
  })

  it('tells that a row is missing or stands elsewhere', async () => {
    expect(await forged((all) => all.filter(({ id }) => id !== 2))).toBe(3)
    expect(await forged((all) => all.slice(1))).toBe(2)
    expect(await forged((all) => all.toReversed())).toBe(3)
  })

  it('refuses to change or remove a row', async () => {
    await expect(store.sql(`update audit set actor = 'eve'`)).rejects.toThrow('append-only')
    await expect(store.sql('delete from audit')).rejects.toThrow('append-only')
  })

  it('keeps no row of a change that failed', async () => {
    const entry = { at: instantOf(4), actor: say`operator`, action: 'x', subject: 'x:1', detail: {} }
    const failing = store.write(async (w) => {
      await w.audit.append(entry)
      throw new Error('the change failed')
    })
    await expect(failing).rejects.toThrow('the change failed')
    expect(await rows()).toHaveLength(3)
  })
})
