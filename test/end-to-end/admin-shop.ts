// A shop in a file of its own, run from outside by the operator's tool and from inside by the use cases.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeSandbox, memoryBook } from '../../core/channels/sandbox.ts'
import type { Context } from '../../core/desk/context.ts'
import { placeOrder } from '../../core/desk/order/order.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { requery } from '../../core/desk/payment/requery.ts'
import type { Order } from '../../core/domain/order.ts'
import { policyDefaults } from '../../core/domain/policy-defaults.ts'
import { systemClock } from '../../core/kit/clock.ts'
import { randomIds } from '../../core/kit/ids.ts'
import { fenOfYuan } from '../../core/kit/money.ts'
import { Keyring, newSecret } from '../../core/redaction/keyring.ts'
import { openStore } from '../../core/store/open.ts'

const root = new URL('../..', import.meta.url)

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

export function makeAdminShop() {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-admin-'))
  const secret = newSecret()
  const path = join(folder, 'shop.db')
  const env = {
    ...process.env,
    APP_SECRET: secret.toString('base64'),
    DATABASE_URL: `sqlite:${path}`,
    // A hundred programs are started here: each parses the same packages.
    NODE_COMPILE_CACHE: join(tmpdir(), 'daozhang-compile-cache'),
  }
  const sandbox = makeSandbox(memoryBook(), systemClock)

  const start = (words: readonly string[], more: NodeJS.ProcessEnv = {}) =>
    spawn(process.execPath, ['bot/admin/main.ts', ...words], { cwd: root, env: { ...env, ...more }, stdio: 'pipe' })

  const run = (words: readonly string[], more: NodeJS.ProcessEnv = {}, input = ''): Promise<Ended> =>
    new Promise((resolve) => {
      const child = start(words, more)
      const heard = { out: '', err: '' }
      child.stdout.on('data', (chunk: Buffer) => {
        heard.out += chunk.toString('utf8')
      })
      child.stderr.on('data', (chunk: Buffer) => {
        heard.err += chunk.toString('utf8')
      })
      child.on('close', (code) => resolve({ code, ...heard }))
      child.stdin.end(input)
    })

  /** Works with the shop's own database while no program has it open. */
  async function inside<T>(work: (context: Context) => Promise<T>): Promise<T> {
    const store = openStore({ path }, randomIds)
    const context: Context = {
      store,
      clock: systemClock,
      ids: randomIds,
      keyring: new Keyring(secret),
      policy: policyDefaults,
      channel: (name) => sandbox.channel(name),
      queryDeadlineMs: 1_000,
      queryIntervalMs: 0,
      answers: new ProviderAnswers(),
    }
    return work(context).finally(() => store.close())
  }

  /** An order that is paid and credited. */
  const paidOrder = (accountId: string, yuan: number): Promise<Order> =>
    inside(async (context) => {
      const placed = await placeOrder(context, { accountId, amount: fenOfYuan(yuan), channel: 'alipay' }, true)
      if (!placed.ok) throw new Error(placed.error.code)
      const { order } = placed.value
      await sandbox.pay('alipay', order.number, `2026112022001${randomIds.base32(15)}`, order.amount)
      await requery(context, order, 'query')
      return order
    })

  /** SQL behind everybody's back. */
  function sql(statement: string): readonly Record<string, unknown>[] {
    const db = new Database(path)
    try {
      const prepared = db.prepare(statement)
      if (prepared.reader) return prepared.all() as Record<string, unknown>[]
      prepared.run()
      return []
    } finally {
      db.close()
    }
  }

  return {
    path,
    secret: secret.toString('base64'),
    sandbox,
    start,
    run,
    /** Runs a verb that has to succeed, and gives its lines. */
    lines: async (...words: string[]): Promise<string[]> => {
      const { code, out, err } = await run(words)
      if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${err}`)
      return out.split('\n').filter(Boolean)
    },
    inside,
    paidOrder,
    sql,
    remove: () => rmSync(folder, { recursive: true }),
  }
}
export type AdminShop = ReturnType<typeof makeAdminShop>
