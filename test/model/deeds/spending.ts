// Redeem codes, usage, tasks, plans from the wallet, and accounts that are suspended and put right.
import * as fc from 'fast-check'
import { diagnose } from '../../../core/desk/lookups/diagnose.ts'
import { setAccountStatus } from '../../../core/desk/wallet/account.ts'
import { buyPlan } from '../../../core/desk/wallet/plan.ts'
import { chargeTask, finishTask, recordUsage, refundTask } from '../../../core/desk/wallet/task.ts'
import { credit } from '../../../core/kit/money.ts'
import { buyPlan as bookPlan } from '../aftersales.ts'
import { accountOf, type Book } from '../book.ts'
import { askAboutTask, charge, finish, giveTaskBack, use } from '../codes-and-tasks.ts'
import type { Said } from '../play.ts'
import { rules } from '../rules.ts'
import { PLAN, type Shop } from '../shop.ts'
import { always, anyAccount, type Chance, type Deed } from './deed.ts'

/** One act without surprises in between. */
const one =
  <P>(kind: string, act: (shop: Shop, given: P) => Promise<Said>, foresee: (book: Book, given: P) => Said) =>
  (given: P): Deed => ({
    name: `${kind} ${JSON.stringify(given)}`,
    ready: always,
    play: (play) =>
      play.once(
        (shop) => act(shop, given),
        (book) => foresee(book, given),
      ),
  })

type Spent = { readonly account: string; readonly units: number }
type Ended = { readonly number: string; readonly outcome: 'succeeded' | 'failed' | 'unknown' }

export const usage = one<Spent>(
  'use',
  ({ context }, { account, units }) => recordUsage(context, account, credit(BigInt(units))),
  (book, { account, units }) => use(book, account, units),
)
export const taskCharge = one<Spent & { readonly number: string }>(
  'charge task',
  ({ context }, { account, units, number }) =>
    chargeTask(context, { number, accountId: account, units: credit(BigInt(units)), model: 'a model' }),
  (book, { account, units, number }) => charge(book, number, account, units),
)
export const taskEnd = one<Ended>(
  'finish task',
  async ({ context }, { number, outcome }) => {
    await finishTask(context, number, outcome)
    return outcome
  },
  (book, { number, outcome }) => finish(book, number, outcome),
)
export const taskReturn = one<string>(
  'give task back',
  ({ context }, number) => refundTask(context, number),
  giveTaskBack,
)
export const taskQuestion = one<{ readonly number: string; readonly account: string }>(
  'ask about task',
  async ({ context }, { number, account }) =>
    (await diagnose(context, { about: 'task', accountId: account, number })).finding,
  (book, { number, account }) => askAboutTask(book, number, account),
)
export const planPurchase = one<{ readonly account: string; readonly purchaseId: string }>(
  'buy plan',
  async ({ context }, { account, purchaseId }) => {
    const bought = await buyPlan(context, { accountId: account, planId: PLAN.id, purchaseId })
    return bought.ok ? 'bought' : bought.error
  },
  (book, { account, purchaseId }) => bookPlan(book, account, PLAN.id, PLAN.yuan * 100 * rules.unitsPerFen, purchaseId),
)
export const standing = one<{ readonly account: string; readonly status: 'normal' | 'suspended' }>(
  'set account',
  async ({ context }, { account, status }) => {
    await setAccountStatus(context, account, status)
    return status
  },
  (book, { account, status }) => {
    accountOf(book, account).status = status
    return status
  },
)

/** From one unit, which no fen is worth, to more than most wallets hold. */
const units = fc.constantFrom(1, 4_999, 5_000, 1_000_000, 1_000_000, 30_000_000)
const number = fc.constantFrom('task-1', 'task-1', 'task-2')
const outcome = fc.constantFrom('succeeded' as const, 'failed' as const, 'unknown' as const)
const purchaseId = fc.constantFrom('p1', 'p2')
const status = fc.constantFrom('normal' as const, 'normal' as const, 'suspended' as const)
const account = anyAccount

export const spending: readonly Chance[] = [
  [3, fc.record({ account, units }).map(usage)],
  [3, fc.record({ account, units, number }).map(taskCharge)],
  [2, fc.record({ number, outcome }).map(taskEnd)],
  [3, number.map(taskReturn)],
  [1, fc.record({ number, account }).map(taskQuestion)],
  [1, fc.record({ account, purchaseId }).map(planPurchase)],
  [1, fc.record({ account, status }).map(standing)],
]
