// Usage and tasks: credit is held when a task is charged, settled when it succeeds, put back once when it fails.
import { postings, walletOf } from '../../domain/ledger.ts'
import { takeFirstInFirstOut } from '../../domain/lot.ts'
import type { Task, TaskOutcome } from '../../domain/task.ts'
import type { Instant } from '../../kit/clock.ts'
import { invariant } from '../../kit/invariant.ts'
import type { Credit } from '../../kit/money.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'

/** Takes units out of a wallet's lots, first in first out, and remembers which under `cause`. False: not enough. */
export async function takeFromLots(
  w: Writers,
  accountId: string,
  units: Credit,
  cause: string,
  at: Instant,
): Promise<boolean> {
  if ((await w.ledger.credit(walletOf(accountId))) < units) return false
  const taken = takeFirstInFirstOut(await w.lots.open(accountId), units)
  invariant(taken, 'a wallet holds more than its lots')
  for (const { lotId, units: part } of taken) {
    await w.lots.change(lotId, -part)
    await w.lots.insertUse({ cause, lotId, units: part, at })
  }
  return true
}

/** Puts everything that `cause` took back into the same lots. */
export async function giveBackToLots(w: Writers, cause: string): Promise<void> {
  for (const { lotId, units } of await w.lots.usesOf(cause)) await w.lots.change(lotId, units)
}

export const recordUsage = (
  context: Context,
  accountId: string,
  units: Credit,
): Promise<'used' | 'insufficient-credit'> =>
  context.store.write(async (w) => {
    const at = context.clock.now()
    const id = context.ids.row('use', at)
    if (!(await takeFromLots(w, accountId, units, `usage:${id}`, at))) return 'insufficient-credit'
    await w.tasks.insertUsage({ id, accountId, units, at })
    await w.ledger.post(postings.used(id, accountId, units), at)
    return 'used'
  })

const blank = (context: Context, number: string): Task => ({
  id: context.ids.row('tsk', context.clock.now()),
  number,
  accountId: null,
  model: null,
  units: null,
  chargedAt: null,
  outcome: null,
  finishedAt: null,
  settledAt: null,
  refundedAt: null,
})

export type TaskCharge = {
  readonly number: string
  readonly accountId: string
  readonly units: Credit
  readonly model: string
}

/** Holds the price. A task is charged once; a repeat changes nothing. */
export const chargeTask = (context: Context, charge: TaskCharge): Promise<'charged' | 'insufficient-credit'> =>
  context.store.write(async (w) => {
    const at = context.clock.now()
    const { number, accountId, units, model } = charge
    const task = (await w.tasks.byNumber(number)) ?? blank(context, number)
    if (task.chargedAt !== null) return 'charged'
    if (!(await takeFromLots(w, accountId, units, `task:${task.id}`, at))) return 'insufficient-credit'
    await w.ledger.post(postings.taskHeld(task.id, accountId, units), at)
    const charged = { ...task, accountId, model, units, chargedAt: at }
    await w.tasks.put(await settled(w, charged, at))
    return 'charged'
  })

/** The last outcome holds. A success settles the hold. */
export const finishTask = (context: Context, number: string, outcome: TaskOutcome): Promise<void> =>
  context.store.write(async (w) => {
    const at = context.clock.now()
    const task = { ...((await w.tasks.byNumber(number)) ?? blank(context, number)), outcome, finishedAt: at }
    await w.tasks.put(await settled(w, task, at))
  })

async function settled(w: Writers, task: Task, at: Instant): Promise<Task> {
  const { id, accountId, units, outcome } = task
  const due = outcome === 'succeeded' && task.settledAt === null && task.refundedAt === null
  if (!due || accountId === null || units === null) return task
  await w.ledger.post(postings.taskSettled(id, accountId, units), at)
  return { ...task, settledAt: at }
}

/** Puts a task's charge back, once, into the lots it came from. */
export const refundTask = (
  context: Context,
  number: string,
): Promise<'refunded' | 'refunded-before' | 'task-not-charged'> =>
  context.store.write((w) => refundTaskIn(w, number, context.clock.now()))

export async function refundTaskIn(
  w: Writers,
  number: string,
  at: Instant,
): Promise<'refunded' | 'refunded-before' | 'task-not-charged'> {
  const task = await w.tasks.byNumber(number)
  if (!task || task.accountId === null || task.units === null) return 'task-not-charged'
  if (task.refundedAt !== null) return 'refunded-before'
  const posting: (id: string, account: string, units: Credit) => ReturnType<typeof postings.taskVoided> =
    task.settledAt === null ? postings.taskVoided : postings.taskRefunded
  await w.ledger.post(posting(task.id, task.accountId, task.units), at)
  await giveBackToLots(w, `task:${task.id}`)
  await w.tasks.put({ ...task, refundedAt: at })
  return 'refunded'
}
