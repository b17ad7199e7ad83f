// A unit of work is whole or nothing, shares its commit with those who wait, and belongs to nobody else.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sleep } from '../../core/kit/clock.ts'
import { InvariantError } from '../../core/kit/invariant.ts'
import type { Writers } from '../../core/store/nouns.ts'
import { openShop, type Shop } from '../fakes/shop.ts'

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
  commits = 0
})
afterEach(() => shop.close())

const put = (name: string) => (w: Writers) => w.sandbox.put(name, 'trade')
const has = (name: string): Promise<boolean> =>
  shop.store.read(async (r) => (await r.sandbox.trade(name)) !== undefined)

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
