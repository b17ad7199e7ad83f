// The store keeps what it promises whatever the code above it does: history for ever, money within its bounds, files that last.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { postings } from '../../core/domain/ledger.ts'
import { sleep } from '../../core/kit/clock.ts'
import { countedIds } from '../../core/kit/ids.ts'
import { InvariantError } from '../../core/kit/invariant.ts'
import { credit } from '../../core/kit/money.ts'
import type { Writers } from '../../core/store/nouns.ts'
import { openStore, parseStoreUrl } from '../../core/store/open.ts'
import { FIFTY, OPENED_AT, openShop, type Shop } from '../fakes/shop.ts'

const folder = mkdtempSync(join(tmpdir(), 'daozhang-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
  await shop.openAccount('alice')
})
afterEach(() => shop.close())

const put = (name: string) => (w: Writers) => w.sandbox.put(name, 'trade')

describe('history', () => {
  beforeEach(async () => {
    const order = await shop.order()
    await shop.pay(order, 'T1')
    await shop.notify(order, 'T1')
    await shop.store.sql(`insert into lot_use (cause, lot_id, units, at) select 'usage:x', id, 1, 1 from lot`)
    await shop.store.sql(
      `insert into audit (at, actor, action, subject, detail, previous_hash, hash) values (1, 'a', 'b', 'c', 'd', 'e', 'f')`,
    )
  })

  it.each(['ledger_tx', 'ledger_transfer', 'order_event', 'lot_use', 'audit'])(
    'a row of %s is never changed and never removed',
    async (table) => {
      expect(await shop.count(table)).toBeGreaterThan(0)
      const [column] = (await shop.store.sql(`select name from pragma_table_info('${table}') limit 1`)).map(
        ({ name }) => name,
      )
      await expect(shop.store.sql(`update ${table} set ${column} = ${column}`)).rejects.toThrow(/append-only/)
      await expect(shop.store.sql(`delete from ${table}`)).rejects.toThrow(/append-only/)
      await expect(shop.store.sql(`insert or replace into ${table} select * from ${table}`)).rejects.toThrow()
    },
  )
})

describe('the tables refuse', () => {
  it('a second credited payment of one order, whatever the code believes', async () => {
    const order = await shop.order()
    await shop.pay(order, 'T1')
    await shop.notify(order, 'T1')
    const copy = (hash: string, disposition: string): string =>
      `insert into payment select '${hash}', channel, '${hash}', txn_tail, txn_sealed, order_id, order_number, amount, paid_at,
        learned_at, source, '${disposition}', null from payment limit 1`
    await expect(shop.store.sql(copy('h2', 'credited'))).rejects.toThrow(/UNIQUE/)
    await expect(shop.store.sql(copy('h2', 'received'))).rejects.toThrow(/UNIQUE/)
    await shop.store.sql(copy('h2', 'suspense'))
  })

  it('the same transaction number twice in a channel', async () => {
    const order = await shop.order()
    await shop.pay(order, 'T1')
    await shop.notify(order, 'T1')
    await expect(
      shop.store.sql(
        `insert into payment select 'p2', channel, txn_hash, txn_tail, txn_sealed, null, order_number, amount, paid_at,
          learned_at, source, 'suspense', null from payment limit 1`,
      ),
    ).rejects.toThrow(/UNIQUE/)
  })

  it.each([
    ['a wallet below zero', `insert into balance values ('wallet:alice', 'CREDIT', -1)`],
    ['a hold below zero', `insert into balance values ('hold:alice', 'CREDIT', -1)`],
    ['a balance that JavaScript cannot count', `insert into balance values ('promo', 'CREDIT', 9007199254740992)`],
    ['an asset that does not exist', `insert into balance values ('promo', 'USD', 1)`],
    ['a text where a number stands', `insert into balance values ('promo', 'CNY', 'much')`],
    ['an account status of its own', `insert into account values ('x', 'vip', null, null, null, 1)`],
    ['an order of an account that does not exist', `update orders set account_id = 'nobody'`],
    ['an order of half a yuan', 'update orders set amount = 5050'],
    ['an order of nothing', 'update orders set amount = 0'],
    ['a completed order without a time', `update orders set state = 'completed'`],
    ['a state that does not exist', `update orders set state = 'paid'`],
    ['more returned than paid', 'update orders set refunded = amount + 1'],
    ['a lower case order number', 'update orders set number = lower(number)'],
  ])('%s', async (_, sql) => {
    await shop.order()
    await expect(shop.store.sql(sql)).rejects.toThrow(/constraint|datatype|FOREIGN KEY|cannot store/i)
  })

  it('a lot with more left than was granted, or less than nothing', async () => {
    const order = await shop.order()
    await shop.pay(order, 'T1')
    await shop.notify(order, 'T1')
    for (const change of [1n, -FIFTY - 1n]) {
      await expect(
        shop.store.write(async (w) => {
          const lot = await w.lots.bySource('order', order.id)
          await w.lots.change(lot?.id ?? '', change)
        }),
      ).rejects.toThrow(/CHECK/)
    }
  })
})

describe('a posting', () => {
  const used = (units: bigint) => postings.used('u1', 'alice', credit(units))
  const given = postings.codeRedeemed('c1', 'alice', credit(10n))

  it('under a key that is known changes nothing and gives the first', async () => {
    const first = await shop.store.write((w) => w.ledger.post(given, OPENED_AT))
    const again = await shop.store.write((w) => w.ledger.post(given, OPENED_AT))
    expect(again).toEqual({ txId: first.txId, repeated: true })
    expect(await shop.balance()).toBe(10n)
  })

  it('with another content under a known key throws', async () => {
    await shop.store.write((w) => w.ledger.post(given, OPENED_AT))
    const other = postings.codeRedeemed('c1', 'alice', credit(11n))
    await expect(shop.store.write((w) => w.ledger.post(other, OPENED_AT))).rejects.toThrow(InvariantError)
    expect(await shop.balance()).toBe(10n)
  })

  it('that would take a wallet below zero leaves nothing of itself', async () => {
    await shop.store.write((w) => w.ledger.post(given, OPENED_AT))
    await expect(shop.store.write((w) => w.ledger.post(used(11n), OPENED_AT))).rejects.toThrow(/CHECK/)
    expect(await shop.store.read((r) => r.ledger.byKey('usage:u1'))).toBeUndefined()
    await shop.store.write((w) => w.ledger.post(used(10n), OPENED_AT))
    expect(await shop.balance()).toBe(0n)
  })

  it('is reversed once', async () => {
    const { txId } = await shop.store.write((w) => w.ledger.post(given, OPENED_AT))
    const back = postings.reversal({ id: txId, orderId: null, transfers: given.transfers }, 'a mistake')
    await shop.store.write((w) => w.ledger.post(back, OPENED_AT))
    const elsewhere = { ...back, key: 'reverse:again' }
    await expect(shop.store.write((w) => w.ledger.post(elsewhere, OPENED_AT))).rejects.toThrow(InvariantError)
    expect(await shop.balance()).toBe(0n)
  })
})

describe('a file', () => {
  it('is read as of the last commit while a write is open', async () => {
    const file = await openShop({ path: join(folder, 'snapshot.db') })
    let seen: unknown = 'nothing read'
    await file.store.write(async (w) => {
      await put('open')(w)
      await sleep(5)
    })
    const writing = file.store.write(async (w) => {
      await put('second')(w)
      await sleep(50)
    })
    seen = await file.store.read((r) => r.sandbox.trade('second'))
    await writing
    expect(seen).toBeUndefined()
    expect(await file.store.read((r) => r.sandbox.trade('second'))).toBe('trade')
    await file.close()
  })

  it('of two processes is shared: both wait, nobody fails', async () => {
    const path = join(folder, 'two.db')
    const [one, two] = [await openShop({ path }), await openShop({ path })]
    const writes = [one, two].flatMap((from, who) =>
      Array.from({ length: 60 }, async (_, index) => {
        await sleep(index % 7)
        await from.store.write(async (w) => {
          await w.sandbox.trade('before')
          await put(`${who}-${index}`)(w)
          await sleep(1)
        })
      }),
    )
    await Promise.all(writes)
    expect(await one.count('sandbox_trade')).toBe(120)
    await Promise.all([one.close(), two.close()])
  })

  it('that is opened for reading cannot be written', async () => {
    const path = join(folder, 'readonly.db')
    await (await openShop({ path })).close()
    const store = openStore({ path }, countedIds(), { readonly: true })
    await expect(store.write(put('no'))).rejects.toThrow(/readonly/)
    expect(await store.read((r) => r.sandbox.trade('no'))).toBeUndefined()
    await store.close()
  })

  it('is migrated once', async () => {
    const path = join(folder, 'migrated.db')
    const store = openStore({ path }, countedIds())
    expect(await store.migrate()).not.toEqual([])
    expect(await store.migrate()).toEqual([])
    await store.close()
  })

  it('keeps every commit through a power cut: WAL, synchronous FULL, foreign keys', async () => {
    const store = openStore({ path: join(folder, 'pragmas.db') }, countedIds())
    const pragma = async (name: string) => Object.values((await store.sql(`pragma ${name}`))[0] ?? {})[0]
    expect([await pragma('journal_mode'), await pragma('synchronous'), await pragma('foreign_keys')]).toEqual([
      'wal',
      2,
      1,
    ])
    await store.close()
  })
})

describe('a database URL', () => {
  it.each([
    ['sqlite:var/shop.db', 'var/shop.db'],
    ['sqlite::memory:', ':memory:'],
  ])('%s is opened', (url, path) => expect(parseStoreUrl(url)).toEqual({ ok: true, value: { path } }))

  it.each(['postgres://user:secret@host/db', 'mysql://x', 'var/shop.db', 'sqlite:', ''])(
    '%s is refused with a line that says what to do, and quotes nothing',
    (url) => {
      const read = parseStoreUrl(url)
      expect(read.ok ? '' : read.error).toMatch(/^DATABASE_URL: .*sqlite:/)
      expect(read.ok ? '' : read.error).not.toContain('secret')
    },
  )
})
