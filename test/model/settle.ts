// What one payment does, by the rules: credited once, kept in suspense, or nothing because it is known.
import { accountOf, type Book, move, type Order, orderOf, paymentsOf } from './book.ts'
import { rules } from './rules.ts'
import { grant } from './wallet.ts'

export type Told = {
  readonly channel: string
  readonly number: string
  readonly txn: string
  readonly fen: number
  readonly paidAt: number
}
export type Settled = 'credited' | 'suspense' | 'repeat' | 'stored' | 'resumed'

/** From when on a payment is late. */
export const endOf = (order: Order): number =>
  order.cancelReason === 'user' && order.cancelledAt !== null ? order.cancelledAt : order.createdAt + rules.openMs

/** Why this money must wait for a person; null where it is credited. */
function obstacle(book: Book, order: Order | undefined, told: Told): string | null {
  if (!order) return 'no-order'
  const equal = told.fen === order.fen
  if (paymentsOf(book, order).some(({ place }) => place !== 'suspense')) return equal ? 'second' : 'mismatch'
  if (told.paidAt >= endOf(order)) {
    if (told.paidAt - order.createdAt > rules.lateMs) return 'late-old'
    if (accountOf(book, order.account).status !== 'normal') return 'late-account'
  }
  return equal ? null : 'mismatch'
}

/** `dies`: the process dies between the paid fact and the credit. */
export function settle(book: Book, told: Told, dies = false): Settled {
  const known = book.payments.find(({ channel, txn }) => channel === told.channel && txn === told.txn)
  if (known) {
    if (known.place !== 'received' || dies || known.order === null) return 'repeat'
    resume(book, orderOf(book, known.order))
    return 'resumed'
  }
  const order = book.orders.find(({ number }) => number === told.number)
  const why = obstacle(book, order, told)
  const place = why === null ? (dies ? 'received' : 'credited') : 'suspense'
  book.payments.push({ ...told, order: order?.id ?? null, learnedAt: book.now, place, why })
  if (why !== null || !order) {
    move(book, 'CNY', `provider:${told.channel}`, `suspense:${told.channel}`, told.fen)
    if (order && why === 'mismatch') order.disputed = true
    return 'suspense'
  }
  order.late = told.paidAt >= endOf(order)
  if (dies) {
    order.state = 'processing'
    order.processingAt = book.now
    return 'stored'
  }
  fulfil(book, order)
  return 'credited'
}

/** Takes up what a crash left behind its paid fact. */
export function resume(book: Book, order: Order): boolean {
  if (order.state !== 'processing') return false
  for (const payment of paymentsOf(book, order)) if (payment.place === 'received') payment.place = 'credited'
  fulfil(book, order)
  return true
}

function fulfil(book: Book, order: Order): void {
  move(book, 'CNY', `provider:${order.channel}`, 'sales:clearing', order.fen)
  if (order.plan === null) {
    const units = order.fen * rules.unitsPerFen
    move(book, 'CREDIT', 'sales:clearing', `wallet:${order.account}`, units)
    grant(book, { account: order.account, source: 'order', of: order.id, granted: units })
  } else {
    book.plans.push({ account: order.account, plan: order.plan, order: order.id, at: book.now, revoked: false })
  }
  order.state = 'completed'
  order.completedAt = book.now
  order.due = []
}
