// Redeem codes, usage, tasks, plans from the wallet, and accounts that are suspended and put right.
import * as fc from 'fast-check'
import { setAccountStatus } from '../../../core/desk/account.ts'
import { diagnose } from '../../../core/desk/diagnose.ts'
import { buyPlan } from '../../../core/desk/plan.ts'
import { chargeTask, finishTask, recordUsage, refundTask } from '../../../core/desk/task.ts'
import { credit } from '../../../core/kit/money.ts'
import { buyPlan as bookPlan } from '../aftersales.ts'
import { accountOf, type Book } from '../book.ts'
import { askAboutTask, charge, finish, giveTaskBack, use } from '../codes-and-tasks.ts'
import type { Said } from '../play.ts'
import { rules } from '../rules.ts'
import { PLAN, type Shop } from '../shop.ts'
import { always, anyAccount, type Chance, type Deed } from './deed.ts'

/** One act without surprises in between. */
const simple = <P>(
  kind: string,
  weight: number,
  parameters: fc.Arbitrary<P>,
  act: (shop: Shop, parameters: P) => Promise<Said>,
  foresee: (book: Book, parameters: P) => Said,
): Chance => [
  weight,
  parameters.map(
    (given): Deed => ({
      name: `${kind} ${JSON.stringify(given)}`,
      ready: always,
      play: (play) =>
        play.once(
          (shop) => act(shop, given),
          (book) => foresee(book, given),
        ),
    }),
  ),
]

/** From one unit, which no fen is worth, to more than most wallets hold. */
const units = fc.constantFrom(1, 4_999, 5_000, 1_000_000, 5_000_000, 30_000_000)
const task = fc.constantFrom('task-1', 'task-2', 'task-3', 'task-4')
const outcome = fc.constantFrom('succeeded' as const, 'failed' as const, 'unknown' as const)

export const spending: readonly Chance[] = [
  simple(
    'use',
    3,
    fc.record({ account: anyAccount, units }),
    ({ context }, { account, units }) => recordUsage(context, account, credit(BigInt(units))),
    (book, { account, units }) => use(book, account, units),
  ),
  simple(
    'charge task',
    3,
    fc.record({ account: anyAccount, units, number: task }),
    ({ context }, { account, units, number }) =>
      chargeTask(context, { number, accountId: account, units: credit(BigInt(units)), model: 'a model' }),
    (book, { account, units, number }) => charge(book, number, account, units),
  ),
  simple(
    'finish task',
    2,
    fc.record({ number: task, outcome }),
    async ({ context }, { number, outcome }) => {
      await finishTask(context, number, outcome)
      return outcome
    },
    (book, { number, outcome }) => finish(book, number, outcome),
  ),
  simple('give task back', 2, task, ({ context }, number) => refundTask(context, number), giveTaskBack),
  simple(
    'ask about task',
    1,
    fc.record({ number: task, account: anyAccount }),
    async ({ context }, { number, account }) =>
      (await diagnose(context, { about: 'task', accountId: account, number })).finding,
    (book, { number, account }) => askAboutTask(book, number, account),
  ),
  simple(
    'buy plan',
    1,
    fc.record({ account: anyAccount, purchaseId: fc.constantFrom('p1', 'p2') }),
    async ({ context }, { account, purchaseId }) => {
      const bought = await buyPlan(context, { accountId: account, planId: PLAN.id, purchaseId })
      return bought.ok ? 'bought' : bought.error
    },
    (book, { account, purchaseId }) =>
      bookPlan(book, account, PLAN.id, PLAN.yuan * 100 * rules.unitsPerFen, purchaseId),
  ),
  simple(
    'set account',
    1,
    fc.record({
      account: anyAccount,
      status: fc.constantFrom('normal' as const, 'normal' as const, 'suspended' as const),
    }),
    async ({ context }, { account, status }) => {
      await setAccountStatus(context, account, status)
      return status
    },
    (book, { account, status }) => {
      accountOf(book, account).status = status
      return status
    },
  ),
]
