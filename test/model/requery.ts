// What asking the provider does, and what falls due as the clock moves.
import { type Book, type Mark, type Order, orderOf, paymentsOf, type Trade } from './book.ts'
import { rules } from './rules.ts'
import { resume, settle } from './settle.ts'

export type Answer = 'paid' | 'not-paid' | 'unknown'
export type Asker = 'query' | 'cancel' | 'reconciler'
export type Asked = { readonly answer: Answer; readonly did: 'credited' | 'resumed' | 'nothing' }

export function tradeOf(book: Book, channel: Trade['channel'], number: string): Trade {
  const known = book.trades.find((trade) => trade.number === number)
  if (known) return known
  const trade: Trade = { channel, number, payments: [], scannedAt: null, declinedAt: null, forgotten: false }
  book.trades.push(trade)
  return trade
}

const timedOut = (book: Book, order: Order): boolean => book.now >= order.createdAt + rules.openMs

export function requery(book: Book, orderId: string, who: Asker, mark: Mark): Asked {
  const order = orderOf(book, orderId)
  const couldEnd = order.state === 'pending'
  const resumed = resume(book, order)
  mark()
  const asked = answer(book, order, who, couldEnd)
  mark()
  return resumed ? { ...asked, did: 'resumed' } : asked
}

function answer(book: Book, order: Order, who: Asker, couldEnd: boolean): Asked {
  if (book.faults[order.channel]) {
    askAgain(book, order, who)
    return { answer: 'unknown', did: 'nothing' }
  }
  order.due = order.due.filter(({ again }) => !again)
  const trade = tradeOf(book, order.channel, order.number)
  if (trade.payments.length > 0 && !trade.forgotten) {
    const inTurn = [...trade.payments].sort((a, b) => a.paidAt - b.paidAt)
    const ends = inTurn.map((paid) => settle(book, { channel: order.channel, number: order.number, ...paid }))
    return { answer: 'paid', did: ends.includes('credited') ? 'credited' : 'nothing' }
  }
  if (trade.payments.length === 0) {
    order.scannedAt = trade.scannedAt ?? order.scannedAt
    order.declinedAt = trade.declinedAt ?? order.declinedAt
  }
  const waits = paymentsOf(book, order).length > 0
  if (couldEnd && order.state === 'pending' && timedOut(book, order) && !waits) {
    order.state = 'cancelled'
    order.cancelledAt = book.now
    order.cancelReason = 'expired'
  }
  return { answer: 'not-paid', did: 'nothing' }
}

function askAgain(book: Book, order: Order, who: Asker): void {
  if (order.completedAt !== null) return
  const at = book.now + rules.askAgainMs
  // A person's question promises "within five minutes"; what is planned before that keeps the promise.
  if (who === 'query' && order.due.some((planned) => planned.at <= at)) return
  if (!order.due.some((planned) => planned.at === at && planned.again)) order.due.push({ at, again: true })
}

/** When there is next something to do by itself. */
export function nextWorkAt(book: Book): number | undefined {
  const planned = book.orders.flatMap(({ due }) => due.map(({ at }) => at))
  const stuck = book.orders.flatMap(({ state, processingAt }) =>
    state === 'processing' && processingAt !== null ? [processingAt + rules.stuckMs] : [],
  )
  return [...planned, ...stuck].sort((a, b) => a - b)[0]
}

/** One round of the reconciler: everything that is due now, each order once. */
export function work(book: Book, mark: Mark): void {
  const stuck = book.orders
    .filter(({ state, processingAt }) => state === 'processing' && (processingAt ?? 0) + rules.stuckMs <= book.now)
    .sort((a, b) => (a.processingAt ?? 0) - (b.processingAt ?? 0))
  const due = book.orders
    .flatMap(({ id, due: planned }) => planned.filter(({ at }) => at <= book.now).map(({ at }) => ({ id, at })))
    .sort((a, b) => a.at - b.at)
  for (const order of stuck) {
    resume(book, order)
    mark()
  }
  for (const id of new Set(due.map((planned) => planned.id))) {
    requery(book, id, 'reconciler', mark)
    const order = orderOf(book, id)
    order.due = order.due.filter(({ at }) => at > book.now)
    mark()
  }
}
