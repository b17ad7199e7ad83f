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

type Met = { readonly kind: 'again' | 'rival' | 'paid'; readonly order: Order }

/** What of this account the wish meets; newest first, where two like ones are open. */
function meet(book: Book, wish: Wish): Met | undefined {
  const { key } = wish
  if (key === null) return undefined
  const own = book.orders.filter(({ account }) => account === wish.account)
  const named = own.find((order) => order.key === key)
  if (named) return { kind: 'again', order: named }
  const like = own
    .filter(
      ({ fen, plan, createdAt }) => fen === wish.fen && plan === wish.plan && createdAt >= book.now - rules.wishMs,
    )
    .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
  const paid = like.find(({ completedAt, wishes }) => completedAt !== null && wishes.includes(key))
  if (paid) return { kind: 'paid', order: paid }
  const open = like.filter((order) => isOpen(book, order))
  const again = open.find(({ channel }) => channel === wish.channel)
  // No code of an older one was ever shown here, so that nobody can pay it: only one that is just being made is a rival.
  const rival = open.find(({ createdAt }) => book.now - createdAt <= rules.codeMs)
  const order = again ?? rival
  if (!order) return undefined
  if (!order.wishes.includes(key)) order.wishes.push(key)
  return { kind: again ? 'again' : 'rival', order }
}

const paidOf = ({ completedAt, state }: Order): boolean => completedAt !== null || state === 'processing'

/** The number that the customer gets to see, or why there is none. */
export function place(book: Book, wish: Wish, born: Born, mark: Mark): string {
  for (let round = 0; round < rules.rivals; round++) {
    const met = meet(book, wish)
    if (!met) return insert(book, wish, born)
    mark()
    const { kind, order } = met
    if (kind === 'paid') return 'paid-meanwhile'
    if (kind === 'again') {
      const open = isOpen(book, order)
      if (order.state !== 'pending') return 'order-not-open'
      requery(book, order.id, 'query', mark)
      if (paidOf(order)) return 'paid-meanwhile'
      return open ? order.number : 'order-not-open'
    }
    const ended = cancel(book, order, mark)
    if (ended === 'provider-unknown') return 'earlier-open'
    if (ended === 'credited-instead' || paidOf(order)) return 'paid-meanwhile'
  }
  return 'earlier-open'
}

function insert(book: Book, wish: Wish, born: Born): string {
  const refusal = refuse(
    book,
    wish,
    book.orders.filter(({ account }) => account === wish.account),
  )
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
    wishes: [],
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
