// How long a question about one order takes, without the provider, in a small and in a large database, asked in turns.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Context } from '../../core/desk/context.ts'
import { diagnose } from '../../core/desk/lookups/diagnose.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import type { QueryAnswer } from '../../core/domain/channel.ts'
import { instantOf } from '../../core/kit/clock.ts'
import { invariant } from '../../core/kit/invariant.ts'
import { fen } from '../../core/kit/money.ts'
import { numberReferences } from '../../core/redaction/door.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { type Bench, breathe, type Figure, progress, quantile } from './figure.ts'
import { AMOUNT, accountOf, numberOf, ORDERS_EACH, txnOf } from './ledger-of-years.ts'
import { CHANNEL, contextOn, removeFolder, scratchFolder } from './till.ts'

const sizes = {
  long: { small: 1_000, large: 1_000_000, questions: 4_000 },
  // Fewer than a thousand, and an account's ten orders would stand close enough to look like twins.
  quick: { small: 1_000, large: 3_000, questions: 100 },
} as const

const FILL = fileURLToPath(new URL('./fill.ts', import.meta.url))

const isPaid = (order: number, orders: number): boolean => order <= orders - orders / ORDERS_EACH

/** A provider that knows everything at once. */
function knowing(context: Context, orders: number): Context {
  const channel = context.channel(CHANNEL)
  invariant(channel, 'the bench has no channel')
  const query = async (number: string): Promise<QueryAnswer> => {
    const order = Number(number.slice(10))
    if (!isPaid(order, orders)) return { kind: 'not-paid' }
    const paidAt = instantOf(0)
    return {
      kind: 'paid',
      payments: [{ channel: CHANNEL, orderNumber: number, txn: txnOf(order), amount: fen(BigInt(AMOUNT)), paidAt }],
    }
  }
  return { ...context, channel: () => ({ ...channel, query }) }
}

async function database(folder: string, orders: number): Promise<{ context: Context; orders: number }> {
  const path = join(folder, `${orders}.db`)
  const empty = contextOn(path).context
  await empty.store.migrate()
  await empty.store.close()
  progress(`a database of ${orders} orders`)
  // In another process: what building takes is no part of what asking takes.
  const { status } = spawnSync(process.execPath, [FILL, path, String(orders)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  invariant(status === 0, 'the database of the bench was not built')
  return { context: knowing(contextOn(path).context, orders), orders }
}

/** Milliseconds of one question about a random order by its owner. */
async function ask({ context, orders }: { context: Context; orders: number }): Promise<number> {
  const order = 1 + Math.floor(Math.random() * orders)
  const named = numberReferences(context.keyring, new Raw(numberOf(order)))
  const start = performance.now()
  const verdict = await diagnose(context, { about: 'payment', accountId: accountOf(order, orders), named })
  const ms = performance.now() - start
  const expected = isPaid(order, orders) ? 'already-credited' : 'expired-unpaid'
  invariant(verdict.finding === expected, 'a question of the bench got another answer than its order has')
  return ms
}

export const bench: Bench = async function* ({ quick }) {
  const { small, large, questions } = sizes[quick ? 'quick' : 'long']
  const folder = scratchFolder('diagnosis')
  try {
    const few = await database(folder, small)
    const many = await database(folder, large)
    invariant(
      (await brokenInvariants(few.context.store)).length === 0,
      'the made database is not as the product makes it',
    )
    for (let count = 0; count < questions / 10; count++) for (const size of [few, many]) await ask(size)
    const samples = { few: [] as number[], many: [] as number[] }
    for (let count = 0; count < questions; count++) {
      if (count % 100 === 0) await breathe()
      samples.few.push(await ask(few))
      samples.many.push(await ask(many))
    }
    const figure = (name: string, share: number): Figure => ({
      metric: `${name}, one order of ${large} beside one of ${small}`,
      value: quantile(samples.many, share),
      unit: 'ms',
      baseline: quantile(samples.few, share),
    })
    yield figure('p50', 0.5)
    yield figure('p99', 0.99)
    await few.context.store.close()
    await many.context.store.close()
  } finally {
    removeFolder(folder)
  }
}
