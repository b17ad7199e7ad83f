// Refunds, invoices and plans from the wallet, by the rules.
import { accountOf, type Book, move, type Order, paymentsOf, type Refund } from './book.ts'
import { rules } from './rules.ts'
import { lotOf, take } from './wallet.ts'

const latestOf = (book: Book, order: Order): Refund | undefined =>
  book.refunds.filter((refund) => refund.order === order.id).at(-1)

const words = {
  requested: 'refund-in-progress',
  approved: 'refund-in-progress',
  rejected: 'refund-rejected',
  returned: 'refunded',
} as const

/** What may still go back: all of a plan, or what is left of the order's lot, rounded down to the fen. */
function unused(book: Book, order: Order): { units: number; fen: number } {
  const left = order.fen - order.refundedFen
  if (order.plan !== null) return { units: 0, fen: left }
  const units = lotOf(book, order.id)?.left ?? 0
  return { units, fen: Math.min(Math.floor(units / rules.unitsPerFen), left) }
}

export function requestRefund(book: Book, order: Order): string {
  if (order.completedAt === null) return 'refund-unpaid'
  const latest = latestOf(book, order)
  if (latest?.state === 'requested' || latest?.state === 'approved') return words[latest.state]
  if (order.refundedFen === order.fen) return 'refunded'
  if (accountOf(book, order.account).status !== 'normal') return 'refund-account'
  if (book.now - order.completedAt > rules.refundMs) return 'refund-too-old'
  const { units, fen } = unused(book, order)
  if (fen <= 0) return 'refund-used'
  book.refunds.push({ order: order.id, units, fen, state: 'requested', requestedAt: book.now })
  const lot = lotOf(book, order.id)
  if (units > 0 && lot) {
    lot.left -= units
    move(book, 'CREDIT', `wallet:${order.account}`, `hold:${order.account}`, units)
  }
  return 'requested'
}

const from = { approved: ['requested'], rejected: ['requested', 'approved'], returned: ['approved'] } as const

export function decideRefund(book: Book, order: Order, to: keyof typeof from): string {
  const refund = latestOf(book, order)
  if (!refund) return 'refund-unpaid'
  if (!(from[to] as readonly string[]).includes(refund.state)) return words[refund.state]
  refund.state = to
  const lot = lotOf(book, order.id)
  if (to === 'rejected' && lot && refund.units > 0) {
    lot.left += refund.units
    move(book, 'CREDIT', `hold:${order.account}`, `wallet:${order.account}`, refund.units)
  }
  if (to === 'returned') giveBack(book, order, refund)
  return to
}

function giveBack(book: Book, order: Order, refund: Refund): void {
  move(book, 'CREDIT', `hold:${order.account}`, 'sales:clearing', refund.units)
  move(book, 'CNY', 'sales:clearing', `provider:${order.channel}`, refund.fen)
  order.refundedFen += refund.fen
  if (order.refundedFen < order.fen) return
  order.state = 'refunded'
  for (const payment of paymentsOf(book, order)) if (payment.place === 'credited') payment.place = 'refunded'
  for (const plan of book.plans) if (plan.order === order.id) plan.revoked = true
}

export function requestInvoice(book: Book, order: Order): string {
  if (book.invoices.includes(order.id)) return 'invoice-requested'
  if (order.state !== 'completed') return 'invoice-unpaid'
  book.invoices.push(order.id)
  return 'invoice-requested'
}

export function buyPlan(book: Book, account: string, plan: string, units: number, purchase: string): string {
  if (book.purchases.includes(purchase)) return 'bought'
  if (accountOf(book, account).status !== 'normal') return 'account-not-normal'
  if (!take(book, account, units)) return 'insufficient-credit'
  move(book, 'CREDIT', `wallet:${account}`, 'revenue:usage', units)
  book.purchases.push(purchase)
  book.plans.push({ account, plan, order: null, at: book.now, revoked: false })
  return 'bought'
}
