// More than one at a time: two processes on one file, and many notices in one commit of which one fails.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeOrder } from '../../core/desk/order/order.ts'
import { receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { fen, fenOfYuan } from '../../core/kit/money.ts'
import { makeFolder, openShop, type Shop } from '../model/shop.ts'
import type { Errand, Report } from '../model/together/teller.ts'

const ORDERS = 80
const UNITS = 5_000_000

let folder: Awaited<ReturnType<typeof makeFolder>>
beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(() => folder.remove())

async function orders({ context }: Shop, count: number): Promise<string[]> {
  const numbers: string[] = []
  for (let made = 0; made < count; made++) {
    const wish = { accountId: 'alice', amount: fenOfYuan(10), channel: 'alipay' } as const
    const placed = await placeOrder(context, wish, true)
    if (placed.ok) numbers.push(placed.value.order.number)
  }
  return numbers
}
const letter = (number: string) => ({ number, txn: `T-${number}`, fen: 10_00 })
const wallet = async ({ store }: Shop): Promise<number> =>
  Number((await store.sql(`select balance as n from balance where account = 'wallet:alice'`))[0]?.n)

function send(errand: Errand): Promise<Report> {
  const teller = fileURLToPath(new URL('../model/together/teller.ts', import.meta.url))
  const child = spawn(process.execPath, [teller, JSON.stringify(errand)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`a teller ended with ${code}`)),
    )
  })
}

/** Holds the write lock from outside most of the time, so that both surely have to wait. */
function disturb(path: string): () => void {
  const db = new Database(path, { timeout: 5_000 })
  let tick = 0
  const timer = setInterval(() => {
    if (tick++ % 8 === 7) db.exec('commit')
    else if (!db.inTransaction) db.exec('begin immediate')
  }, 5)
  return () => {
    clearInterval(timer)
    if (db.inTransaction) db.exec('commit')
    db.close()
  }
}

describe('two processes that hear the same notices', () => {
  it('credit each payment once, wait for each other, and no caller hears of a busy database', async () => {
    const path = folder.newFile()
    const shop = await openShop({ path })
    const letters = (await orders(shop, ORDERS)).map(letter)
    const rest = disturb(path)
    const reports = await Promise.all([
      send({ path, letters, abreast: 8 }),
      send({ path, letters: letters.toReversed(), abreast: 3 }),
    ]).finally(rest)

    expect(reports.flatMap(({ errors }) => errors)).toEqual([])
    const settled = reports.flatMap((report) => report.settled)
    expect(settled.filter((word) => word === 'credited')).toHaveLength(ORDERS)
    expect(settled.filter((word) => word === 'repeat')).toHaveLength(ORDERS)
    expect(reports.reduce((sum, { waits }) => sum + waits, 0)).toBeGreaterThan(0)
    expect(await wallet(shop)).toBe(ORDERS * UNITS)
    expect(await brokenInvariants(shop.store)).toEqual([])
    await shop.close()
  })
})

describe('notices that come in at once', () => {
  let commits = 0
  const counted = (): Promise<Shop> =>
    openShop({
      path: folder.newFile(),
      around: (writer) => ({
        ...writer,
        commit: () => {
          commits += 1
          return writer.commit()
        },
      }),
    })
  async function allAtOnce(shop: Shop, letters: readonly ReturnType<typeof letter>[]): Promise<string[]> {
    for (const { number, txn, fen: amount } of letters)
      await shop.sandbox.pay('alipay', number, txn, fen(BigInt(amount)))
    const notices = await Promise.all(letters.map(({ number, txn }) => shop.sandbox.notice('alipay', number, txn)))
    commits = 0
    const ended = await Promise.allSettled(
      notices.map((notice) =>
        receiveNotice(shop.context, 'alipay', notice?.body ?? Buffer.alloc(0), notice?.headers ?? {}),
      ),
    )
    return ended.map((end) =>
      end.status === 'rejected' ? 'error' : 'settled' in end.value ? end.value.settled : 'refused',
    )
  }

  it('share one commit', async () => {
    const shop = await counted()
    const letters = (await orders(shop, 50)).map(letter)
    expect(new Set(await allAtOnce(shop, letters))).toEqual(new Set(['credited']))
    expect(commits).toBe(1)
    expect(await wallet(shop)).toBe(50 * UNITS)
    await shop.close()
  })

  it('do not hurt each other: one that fails leaves nothing, the others are credited in the same commit', async () => {
    const shop = await counted()
    const numbers = await orders(shop, 20)
    // In the middle of the tenth credit, behind its payment and its posting, a statement fails.
    await shop.store.sql(
      `create trigger no_lot before insert on lot when (select number from orders where id = new.source_id) = '${numbers[9]}'
        begin select raise(abort, 'a disk that lies'); end`,
    )
    const ended = await allAtOnce(shop, numbers.map(letter))
    expect(ended.filter((word) => word === 'credited')).toHaveLength(19)
    expect(ended[9]).toBe('error')
    expect(commits).toBe(1)
    expect(await wallet(shop)).toBe(19 * UNITS)
    const lost = await shop.store.sql(
      `select p.id from payment p join orders o on o.id = p.order_id where o.number = '${numbers[9]}'`,
    )
    expect(lost).toEqual([])
    expect(await brokenInvariants(shop.store)).toEqual([])
    // The provider sends it again, and by then the disk is well.
    await shop.store.sql('drop trigger no_lot')
    expect(await allAtOnce(shop, [letter(numbers[9] ?? '')])).toEqual(['credited'])
    expect(await wallet(shop)).toBe(20 * UNITS)
    expect(await brokenInvariants(shop.store)).toEqual([])
    await shop.close()
  })
})
