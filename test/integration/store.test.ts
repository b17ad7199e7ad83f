// The store keeps what it promises whatever the code above it does: whole writes, one commit for many, history for ever.
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
let commits = 0
beforeEach(async () => {
  shop = await openShop({
    around: (connection) => ({
      ...connection,
      commit: () => {
        commits++
        return connection.commit()
      },
    }),
  })
  await shop.openAccount('alice')
  commits = 0
})
afterEach(() => shop.close())

const put = (name: string) => (w: Writers) => w.sandbox.put(name, 'trade')
const has = (name: string): Promise<boolean> =>
  shop.store.read(async (r) => (await r.sandbox.trade(name)) !== undefined)

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

describe('a write', () => {
  it('that throws leaves nothing, and the next one works', async () => {
    const failing = shop.store.write(async (w) => {
      await put('half')(w)
      throw new Error('in the middle')
    })
    await expect(failing).rejects.toThrow('in the middle')
    expect(await has('half')).toBe(false)
    await shop.store.write(put('next'))
    expect(await has('next')).toBe(true)
  })

  it('is answered only after its commit', async () => {
    await shop.store.write(put('one'))
    expect(commits).toBe(1)
  })

  it('that waits with others shares one commit with them', async () => {
    await Promise.all(Array.from({ length: 150 }, (_, index) => shop.store.write(put(`n${index}`))))
    expect(await shop.count('sandbox_trade')).toBe(150)
    // 100 in the first, 50 in the second; the read of this line is not counted.
    expect(commits).toBe(2)
  })

  it('that throws in such a group takes nobody with it', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        shop.store.write(async (w) => {
          await put(`n${index}`)(w)
          if (index % 3 === 0) throw new Error('this one')
        }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4)
    expect(await shop.count('sandbox_trade')).toBe(6)
    expect(await has('n3')).toBe(false)
    expect(await has('n4')).toBe(true)
  })

  it('whose commit fails is answered with the failure, alone and in a group', async () => {
    const full = await openShop({
      around: (connection) => ({
        ...connection,
        commit: () => {
          throw new Error('the disk is full')
        },
      }),
    })
    const outcomes = await Promise.allSettled([1, 2, 3].map((n) => full.store.write(put(`n${n}`))))
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    await expect(full.store.write(put('alone'))).rejects.toThrow('the disk is full')
    expect(await full.count('sandbox_trade')).toBe(0)
  })
})

describe('the outer store inside a unit of work', () => {
  it.each([
    ['a read in a write', () => shop.store.write(() => shop.balance())],
    ['a write in a write', () => shop.store.write(() => shop.store.write(put('inner')))],
    ['a write in a read', () => shop.store.read(() => shop.store.write(put('inner')))],
    ['a read in a read', () => shop.store.read(() => shop.balance())],
    [
      'a write some calls deeper',
      () =>
        shop.store.write(async () => {
          await sleep(1)
          await shop.store.write(put('inner'))
        }),
    ],
  ])('%s throws instead of waiting for itself', async (_, nested) => {
    await expect(nested()).rejects.toThrow(InvariantError)
    await shop.store.write(put('after'))
    expect(await has('after')).toBe(true)
    expect(await has('inner')).toBe(false)
  })

  it('may be used right behind it, also by what was started inside', async () => {
    let later: Promise<void> | undefined
    await shop.store.write(async (w) => {
      later = sleep(20).then(() => shop.store.write(put('later')))
      await put('now')(w)
    })
    await later
    expect(await has('later')).toBe(true)
  })
})

describe('a leaked writer', () => {
  it('throws once its transaction is over', async () => {
    let leaked: Writers | undefined
    await shop.store.write(async (w) => {
      leaked = w
    })
    await expect(leaked?.sandbox.put('leaked', 'x')).rejects.toThrow(InvariantError)
  })

  it('does not land in the transaction of somebody else', async () => {
    let leaked: Promise<unknown> | undefined
    await shop.store.write(async (w) => {
      leaked = sleep(20).then(() => put('leaked')(w))
      leaked.catch(() => undefined)
    })
    await shop.store.write(async (w) => {
      await put('mine')(w)
      await sleep(60)
    })
    await expect(leaked).rejects.toThrow(InvariantError)
    expect(await has('leaked')).toBe(false)
  })

  it('nor does a reader', async () => {
    const readers = await shop.store.read(async (r) => r)
    await expect(readers.orders.byId('x')).rejects.toThrow(InvariantError)
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
