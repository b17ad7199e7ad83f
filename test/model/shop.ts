// The real desk on a real database, in memory or on a file, whose process may die at any statement and is started again.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSandbox, memoryBook } from '../../core/channels/sandbox.ts'
import type { Context } from '../../core/desk/context.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { openAccount } from '../../core/desk/wallet/account.ts'
import { policyDefaults } from '../../core/domain/policy-defaults.ts'
import { fixedClock, instantOf } from '../../core/kit/clock.ts'
import { countedIds, randomIds } from '../../core/kit/ids.ts'
import type { PaymentChannel } from '../../core/ports/payment-channel.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import type { Connection } from '../../core/store/connection.ts'
import { openMemoryStore, openStore, type Store } from '../../core/store/open.ts'
import { Died, makeFate } from './mortal.ts'

/** 2026-11-20, ten in the morning in Shanghai. */
export const OPENED_AT = Date.UTC(2026, 10, 20, 2)
export const accounts = ['alice', 'bob', 'carol'] as const
export const PLAN = { id: 'lite', yuan: 29 } as const

const plan = { id: PLAN.id, name: { zh: '轻量', en: 'Lite' }, priceYuan: PLAN.yuan, days: 30 }
const policy = { ...policyDefaults, plans: [plan] }
const keyring = new Keyring(Buffer.alloc(32, 'a shop beside its model'))

/** Files with their tables, each a copy of one that was migrated once. */
export async function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-model-'))
  const template = join(folder, 'template.db')
  const store = openStore({ path: template }, countedIds())
  await store.migrate()
  await store.close()
  let count = 0
  return {
    newFile: (): string => {
      const path = join(folder, `${++count}.db`)
      copyFileSync(template, path)
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export type ShopOptions = {
  /** In memory where there is none. */
  readonly path?: string
  /** Its accounts are there already. */
  readonly founded?: true
  /** Instead of the fate that the shop comes with. */
  readonly around?: (writer: Connection) => Connection
}

export async function openShop({ path, founded, around }: ShopOptions = {}) {
  const clock = fixedClock(instantOf(OPENED_AT))
  // A second process must not make the ids of the first again.
  const ids = founded ? randomIds : countedIds()
  const sandbox = makeSandbox(memoryBook(), clock)
  const fate = makeFate()
  const options = { around: around ?? fate.around }
  const open = (): Promise<Store> | Store =>
    path === undefined ? openMemoryStore(ids, options) : openStore({ path }, ids, options)
  let store = await open()
  const forgotten = new Set<string>()
  const forgetful = (channel: PaymentChannel): PaymentChannel => ({
    ...channel,
    query: async (number, signal) => {
      const answer = await channel.query(number, signal)
      return answer.kind === 'paid' && forgotten.has(number) ? { kind: 'not-paid' } : answer
    },
    close: async (number, signal) => {
      const closed = await channel.close(number, signal)
      return closed === 'paid' && forgotten.has(number) ? 'gone' : closed
    },
  })
  const start = (): Context => {
    // What an earlier life left waiting must not reach the database of the next.
    const mine = store
    let gone = false
    ends.push(() => {
      gone = true
    })
    const living = async <T>(work: () => Promise<T>): Promise<T> => {
      if (gone) throw new Died('an earlier life')
      return work()
    }
    return {
      store: {
        ...mine,
        read: (work) => living(() => mine.read(work)),
        write: (work) => living(() => mine.write(work)),
      },
      clock,
      ids,
      keyring,
      policy,
      channel: (name) => forgetful(sandbox.channel(name)),
      queryDeadlineMs: 1,
      queryIntervalMs: 0,
      answers: new ProviderAnswers(Number.POSITIVE_INFINITY),
    }
  }
  const ends: (() => void)[] = []
  let context = start()
  if (!founded) for (const id of accounts) await openAccount(context, { id, status: 'normal' })

  return {
    clock,
    sandbox,
    /** Numbers of which the provider denies to have any money, for as long as they stand here. */
    forgotten,
    fate,
    get context() {
      return context
    },
    get store() {
      return store
    },
    /** Starts the program again; the database in memory stands for a file that was not lost. */
    async revive(): Promise<void> {
      for (const end of ends.splice(0)) end()
      if (path === undefined) {
        // Flushes what stood in line.
        await store.write(async (w) => w.accounts.byId('')).catch(() => undefined)
        fate.arm(Number.POSITIVE_INFINITY)
      } else {
        await store.close()
        fate.arm(Number.POSITIVE_INFINITY)
        store = await open()
      }
      context = start()
    },
    async close(): Promise<void> {
      await store.close()
      if (path !== undefined) for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
    },
  }
}
export type Shop = Awaited<ReturnType<typeof openShop>>
