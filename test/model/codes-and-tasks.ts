// Redeem codes with their lock, usage, and tasks that are charged, end and are given back.
import { accountOf, type Book, type Code, move, type Task } from './book.ts'
import { rules } from './rules.ts'
import { grant, putBack, take } from './wallet.ts'

/** `code`: the one that was typed; undefined for a well-formed one that nobody issued; `malformed` for no code at all. */
export function tryCode(book: Book, accountId: string, code: Code | undefined | 'malformed', redeems: boolean): string {
  const account = accountOf(book, accountId)
  if (account.lockedUntil !== null && book.now < account.lockedUntil) return 'code-locked'
  if (code === 'malformed') return 'code-malformed'
  if (code?.by === accountId) return 'code-redeemed-by-you'
  if (!code || !usable(book, code, accountId)) {
    const recent = account.misses.filter((at) => book.now - at <= rules.missWindowMs)
    if (recent.length + 1 < rules.missesToLock) {
      account.misses.push(book.now)
    } else {
      account.misses = []
      account.lockedUntil = book.now + rules.lockMs
    }
    return 'code-unusable'
  }
  const everCredited = book.orders.some((order) => order.account === accountId && order.completedAt !== null)
  if (account.status !== 'normal' || (code.onlyFor === 'new-accounts' && everCredited)) return 'code-not-eligible'
  if (!redeems) return 'code-ready'
  code.state = 'redeemed'
  code.by = accountId
  code.redeemedAt = book.now
  move(book, 'CREDIT', 'promo', `wallet:${accountId}`, code.units)
  grant(book, { account: accountId, source: 'code', of: code.id, granted: code.units })
  return 'redeemed'
}

function usable(book: Book, code: Code, accountId: string): boolean {
  if (code.state !== 'issued') return false
  if (code.expiresAt !== null && book.now >= code.expiresAt) return false
  return code.onlyFor === null || code.onlyFor === 'new-accounts' || code.onlyFor === accountId
}

export function use(book: Book, account: string, units: number): string {
  if (!take(book, account, units)) return 'insufficient-credit'
  move(book, 'CREDIT', `wallet:${account}`, 'revenue:usage', units)
  book.usage.push({ account, units, at: book.now })
  return 'used'
}

function taskOf(book: Book, number: string): Task {
  const known = book.tasks.find((task) => task.number === number)
  if (known) return known
  const empty = { account: null, units: null, chargedAt: null, outcome: null, settledAt: null, refundedAt: null }
  const task: Task = { number, ...empty, took: [] }
  book.tasks.push(task)
  return task
}

export function charge(book: Book, number: string, account: string, units: number): string {
  const known = book.tasks.find((task) => task.number === number)
  if (known && known.chargedAt !== null) return 'charged'
  const took = take(book, account, units)
  if (!took) return 'insufficient-credit'
  move(book, 'CREDIT', `wallet:${account}`, `hold:${account}`, units)
  const task = taskOf(book, number)
  Object.assign(task, { account, units, chargedAt: book.now, took })
  earn(book, task)
  return 'charged'
}

export function finish(book: Book, number: string, outcome: 'succeeded' | 'failed' | 'unknown'): string {
  const task = taskOf(book, number)
  task.outcome = outcome
  earn(book, task)
  return outcome
}

/** What succeeded and was charged is ours, once. */
function earn(book: Book, task: Task): void {
  if (task.outcome !== 'succeeded' || task.settledAt !== null || task.refundedAt !== null || task.units === null) return
  move(book, 'CREDIT', `hold:${task.account}`, 'revenue:usage', task.units)
  task.settledAt = book.now
}

export function giveTaskBack(book: Book, number: string): string {
  const task = book.tasks.find((known) => known.number === number)
  if (!task || task.units === null) return 'task-not-charged'
  if (task.refundedAt !== null) return 'refunded-before'
  const where = task.settledAt === null ? `hold:${task.account}` : 'revenue:usage'
  move(book, 'CREDIT', where, `wallet:${task.account}`, task.units)
  putBack(book, task.took)
  task.refundedAt = book.now
  return 'refunded'
}

/** A question about a failed task gives it back at once; about another's, nothing is said. */
export function askAboutTask(book: Book, number: string, asker: string): string {
  const task = book.tasks.find((known) => known.number === number)
  if (!task || task.account !== asker || task.chargedAt === null) return 'task-not-charged'
  if (task.refundedAt !== null) return 'task-refunded'
  if (task.outcome === 'failed') {
    giveTaskBack(book, number)
    return 'task-refund-posted'
  }
  return task.outcome === 'succeeded' ? 'task-succeeded' : 'task-unknown'
}
