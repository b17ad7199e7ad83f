// One shop on a real file: its store, its provider with books of its own, its accounts. The victim runs it, the judge reopens it.
import { join } from 'node:path'
import { makeSandbox } from '../../core/channels/sandbox.ts'
import { type Context, QUERY_DEADLINE_MS } from '../../core/desk/context.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { openAccount } from '../../core/desk/wallet/account.ts'
import type { ChannelName } from '../../core/domain/channel.ts'
import { policyDefaults } from '../../core/domain/policy-defaults.ts'
import { systemClock } from '../../core/kit/clock.ts'
import { randomIds } from '../../core/kit/ids.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { openStore, type StoreOptions } from '../../core/store/open.ts'
import { bookAt } from './provider-book.ts'

export const CHANNEL: ChannelName = 'alipay'
/** How many customers act at the same time; an account belongs to one of them. */
export const CUSTOMERS = 4
const ACCOUNTS_EACH = 15
export const SHOP_KEY = Buffer.alloc(32, 'a shop that gets killed')

export const filesIn = (folder: string) => ({
  database: join(folder, 'shop.db'),
  book: join(folder, 'provider.jsonl'),
  mark: join(folder, 'mark'),
})

export const accountsOf = (customer: number): readonly string[] =>
  Array.from({ length: ACCOUNTS_EACH }, (_, index) => `acc_${customer}_${index}`)
export const allAccounts = Array.from({ length: CUSTOMERS }, (_, customer) => accountsOf(customer)).flat()

// People order as often as they like here: the limits an hour are not what is under test.
export const policy = {
  ...policyDefaults,
  recharge: { ...policyDefaults.recharge, openOrders: 1_000_000, ordersAnHour: 1_000_000 },
}

export function openShop(folder: string, options: StoreOptions = {}) {
  const { database, book } = filesIn(folder)
  const store = openStore({ path: database }, randomIds, options)
  const sandbox = makeSandbox(bookAt(book), systemClock)
  const context: Context = {
    store,
    clock: systemClock,
    ids: randomIds,
    keyring: new Keyring(SHOP_KEY),
    policy,
    channel: (name) => sandbox.channel(name),
    queryDeadlineMs: QUERY_DEADLINE_MS,
    queryIntervalMs: 0,
    answers: new ProviderAnswers(Number.POSITIVE_INFINITY),
  }
  return { context, sandbox }
}
export type Shop = ReturnType<typeof openShop>

export async function foundShop(folder: string): Promise<void> {
  const { context } = openShop(folder)
  await context.store.migrate()
  for (const id of allAccounts) await openAccount(context, { id, status: 'normal' })
  await context.store.close()
}
