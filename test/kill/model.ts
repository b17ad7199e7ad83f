// What every wallet must hold by plain sums: from the provider's books, the codes and the tasks, without a look at the ledger.
import { creditFor, type Fen, fenOfYuan } from '../../core/kit/money.ts'
import { CODE_UNITS } from './customer.ts'
import { type Deed, type Outcome, TASK_UNITS } from './deed.ts'
import { paymentsIn } from './provider-book.ts'
import { filesIn, policy } from './shop.ts'

export type Done = { readonly deed: Deed; readonly outcome: Outcome }
/** Units by account; `held` is what waits for a task's or a refund's end. */
export type Sums = { readonly wallet: ReadonlyMap<string, bigint>; readonly held: ReadonlyMap<string, bigint> }
/** A refund of the shop: its units depend on which lots were spent first, so they are taken from its own record. */
export type RefundRow = { readonly account: string; readonly units: bigint; readonly open: boolean }

/** `done` is every deed with its last outcome, each once. */
export function modelOf(folder: string, done: readonly Done[], refunds: readonly RefundRow[]): Sums {
  const wallet = new Map<string, bigint>()
  const held = new Map<string, bigint>()
  const add = (to: Map<string, bigint>, account: string, units: bigint): void =>
    void to.set(account, (to.get(account) ?? 0n) + units)

  const orders = new Map<string, { account: string; amount: Fen }>()
  const ended = new Set<string>()
  const givenBack = new Set<string>()
  for (const { deed, outcome } of done) {
    if (deed.kind === 'order') {
      orders.set(outcome, { account: deed.account, amount: fenOfYuan(deed.yuan) })
    }
    if (deed.kind === 'succeed') ended.add(deed.task)
    if (deed.kind === 'give-back' && outcome.startsWith('refunded')) givenBack.add(deed.task)
  }
  for (const { number, payments } of paymentsIn(filesIn(folder).book)) {
    const order = orders.get(number)
    if (order && payments.some(({ amount }) => amount === order.amount)) {
      add(wallet, order.account, creditFor(order.amount, policy.unitsPerYuan))
    }
  }
  for (const { deed, outcome } of done) {
    if (deed.kind === 'redeem') add(wallet, deed.account, CODE_UNITS)
    if (deed.kind !== 'charge' || outcome !== 'charged' || givenBack.has(deed.task)) continue
    add(wallet, deed.account, -TASK_UNITS)
    if (!ended.has(deed.task)) add(held, deed.account, TASK_UNITS)
  }
  for (const { account, units, open } of refunds) {
    add(wallet, account, -units)
    if (open) add(held, account, units)
  }
  return { wallet, held }
}
