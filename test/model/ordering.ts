// Ordering, showing an open order again, refusing, and the user's cancel.
import { accountOf, type Book, type Mark, type Order, paymentsOf } from './book.ts'
import { requery } from './requery.ts'
import { rules } from './rules.ts'

export type Wish = {
  readonly account: string
  readonly fen: number
  readonly channel: Order['channel']
  readonly plan: string | null
  /** The client's own key; null where the order is entered as a fact, without limits and always as a new one. */
  readonly key: string | null
}
/** Under what the shop keeps a new order. */
export type Born = { readonly id: string; readonly number: string }

export const isOpen = (book: Book, order: Order): boolean =>
  order.state === 'pending' && book.now < order.createdAt + rules.openMs

/** The number that the customer gets to see, or why there is none. */
export function place(book: Book, wish: Wish, born: Born): string {
  // Where two like ones are open, the newer one is shown.
  const own = book.orders.filter(({ account }) => account === wish.account).toReversed()
  const again =
    wish.key === null
      ? undefined
      : (own.find(({ key }) => key === wish.key) ??
        own.find(
          (order) =>
            isOpen(book, order) && order.fen === wish.fen && order.plan === wish.plan && order.channel === wish.channel,
        ))
  if (again) return isOpen(book, again) ? again.number : 'order-not-open'
  const refusal = refuse(book, wish, own)
  if (refusal !== undefined) {
    book.refusals.push({ account: wish.account, code: refusal, at: book.now })
    return refusal
  }
  const early = rules.askAfterMs.map((ms) => book.now + ms)
  const late = rules.askAfterTimeoutMs.map((ms) => book.now + rules.openMs + ms)
  book.orders.push({
    ...wish,
    ...born,
    createdAt: book.now,
    state: 'pending',
    late: false,
    disputed: false,
    cancelledAt: null,
    cancelReason: null,
    scannedAt: null,
    declinedAt: null,
    processingAt: null,
    completedAt: null,
    refundedFen: 0,
    due: [...early, ...late].map((at) => ({ at, again: false })),
  })
  return born.number
}

function refuse(book: Book, wish: Wish, own: readonly Order[]): string | undefined {
  if (wish.fen % 100 !== 0) return 'amount-not-integer'
  if (wish.fen < rules.leastFen || wish.fen > rules.mostFen) return 'amount-out-of-range'
  if (accountOf(book, wish.account).status !== 'normal') return 'account-not-normal'
  if (wish.key === null) return undefined
  const lastHour = own.filter(({ createdAt }) => createdAt >= book.now - rules.hourMs)
  const open = lastHour.filter((order) => isOpen(book, order))
  return open.length >= rules.openOrders || lastHour.length >= rules.ordersAnHour ? 'too-many-orders' : undefined
}

export function cancel(book: Book, order: Order, mark: Mark): string {
  if (order.state !== 'pending') return 'order-not-open'
  const { answer, did } = requery(book, order.id, 'cancel', mark)
  if (did === 'credited') return 'credited-instead'
  if (answer === 'unknown') return 'provider-unknown'
  if (!isOpen(book, order) || paymentsOf(book, order).length > 0) return 'order-not-open'
  order.state = 'cancelled'
  order.cancelledAt = book.now
  order.cancelReason = 'user'
  mark()
  return 'cancelled'
}
