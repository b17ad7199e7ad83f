// A store in memory that is copied from a migrated one: as good as migrated, and nobody else's.
import { expect, it } from 'vitest'
import { countedIds } from '../kit/ids.ts'
import { openMemoryStore } from './open.ts'

it('has every table already: there is nothing left to migrate', async () => {
  const store = await openMemoryStore(countedIds())
  expect(await store.migrate()).toEqual([])
  expect(await store.sql('select * from orders')).toEqual([])
  await store.close()
})

it('shares no row with another', async () => {
  const one = await openMemoryStore(countedIds())
  const other = await openMemoryStore(countedIds())
  await one.sql(`insert into sandbox_trade values ('name', 'one')`)
  expect(await one.sql('select trade from sandbox_trade')).toEqual([{ trade: 'one' }])
  expect(await other.sql('select trade from sandbox_trade')).toEqual([])
  await Promise.all([one.close(), other.close()])
})

it('keeps the promises of a file: foreign keys hold, history cannot be replaced', async () => {
  const store = await openMemoryStore(countedIds())
  expect(await store.sql('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }])
  expect(await store.sql('pragma recursive_triggers')).toEqual([{ recursive_triggers: 1 }])
  await store.close()
})
