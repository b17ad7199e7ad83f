// What a question is answered with, by the order of the findings in the rules.
import { accountOf, type Book, type Order, paymentsOf } from './book.ts'
import { isOpen } from './ordering.ts'
import { type Asked, requery } from './requery.ts'
import { rules } from './rules.ts'
import { lotOf } from './wallet.ts'

type Fact = { readonly book: Book; readonly order: Order; readonly asked: Asked }

const waits = ({ book, order }: Fact, ...why: readonly string[]): boolean =>
  paymentsOf(book, order).some((payment) => payment.place === 'suspense' && why.includes(payment.why ?? ''))
const refundOf = ({ book, order }: Fact): string =>
  book.refunds.filter((refund) => refund.order === order.id).at(-1)?.state ?? 'none'
const refused = ({ book, order }: Fact, forged: boolean): boolean =>
  book.notices.some(({ number, why }) => number === order.number && why !== null && (why === 'forged') === forged)
const over = ({ book, order }: Fact): boolean => book.now >= order.createdAt + rules.openMs
const credited = ({ order }: Fact): boolean => order.completedAt !== null

function twin({ book, order }: Fact): 'both' | 'one' | undefined {
  if (order.completedAt === null || order.refundedFen > 0) return undefined
  const like = book.orders.filter(
    (other) =>
      other !== order &&
      other.account === order.account &&
      other.fen === order.fen &&
      other.plan === order.plan &&
      other.refundedFen === 0 &&
      Math.abs(other.createdAt - order.createdAt) <= rules.twinMs,
  )
  if (like.some(({ completedAt }) => completedAt !== null)) return 'both'
  return like.some((other) => paymentsOf(book, other).length === 0) ? 'one' : undefined
}

/** In their order; the first that fits. */
const findings: readonly (readonly [string, (fact: Fact) => boolean])[] = [
  ['late-needs-human', (fact) => waits(fact, 'late-old', 'late-account')],
  ['account-not-normal', ({ book, order }) => accountOf(book, order.account).status !== 'normal'],
  ['refunded', (fact) => refundOf(fact) === 'returned'],
  ['refund-in-progress', (fact) => ['requested', 'approved'].includes(refundOf(fact))],
  ['amount-mismatch', (fact) => waits(fact, 'mismatch')],
  ['duplicate-suspense', (fact) => waits(fact, 'second')],
  ['plan-activated', (fact) => credited(fact) && fact.order.plan !== null],
  ['late-credited', (fact) => credited(fact) && fact.order.late],
  ['fulfilment-resumed', ({ asked }) => asked.did === 'resumed'],
  ['credited-by-requery', ({ asked }) => asked.did === 'credited'],
  ['duplicate-credited', (fact) => twin(fact) === 'both'],
  ['one-payment-only', (fact) => twin(fact) === 'one'],
  ['already-credited', credited],
  ['provider-unknown', ({ asked }) => asked.answer === 'unknown'],
  ['forged-notice', (fact) => refused(fact, true)],
  ['cancelled-by-user', ({ order }) => order.cancelReason === 'user'],
  [
    'waiting-for-buyer',
    ({ book, order }) => isOpen(book, order) && order.scannedAt !== null && order.scannedAt > (order.declinedAt ?? 0),
  ],
  ['declined', ({ order }) => order.declinedAt !== null],
  ['not-paid', (fact) => refused(fact, false) || (fact.order.scannedAt !== null && over(fact))],
  ['expired-unpaid', over],
  ['waiting-for-payment', () => true],
]

export const paymentFinding = (book: Book, order: Order, asked: Asked): string =>
  findings.find(([, fits]) => fits({ book, order, asked }))?.[0] ?? 'none'

export function refundFinding(book: Book, order: Order, asked: Asked): string {
  if (order.completedAt === null) return 'refund-unpaid'
  const state = refundOf({ book, order, asked })
  if (state === 'returned') return 'refunded'
  if (state !== 'none') return state === 'rejected' ? 'refund-rejected' : 'refund-in-progress'
  if (accountOf(book, order.account).status !== 'normal') return 'refund-account'
  if (book.now - order.completedAt > rules.refundMs) return 'refund-too-old'
  if (order.plan !== null) return 'refund-eligible'
  const left = lotOf(book, order.id)?.left ?? 0
  if (left < rules.unitsPerFen) return 'refund-used'
  return left === order.fen * rules.unitsPerFen ? 'refund-eligible' : 'refund-partly-used'
}

export function invoiceFinding(book: Book, order: Order): string {
  if (order.state === 'refunded' || order.completedAt === null) return 'invoice-unpaid'
  return book.invoices.includes(order.id) ? 'invoice-requested' : 'invoice-possible'
}

/** Nothing named: every order of the last week is asked about, then the one whose money was missing, a pair, the newest. */
export function findingOfRecent(book: Book, account: string): string | undefined {
  const newest = book.orders.filter((order) => order.account === account).toReversed()
  const recent = newest.filter(({ createdAt }) => createdAt >= book.now - rules.recentMs)
  const asked = (recent.length > 0 ? recent : newest.slice(0, 1)).map((order) => ({
    order,
    asked: requery(book, order.id, 'query', () => undefined),
  }))
  const pairs = ['duplicate-credited', 'one-payment-only']
  const chosen =
    asked.find(
      (one) => one.asked.did !== 'nothing' || paymentsOf(book, one.order).some(({ place }) => place === 'suspense'),
    ) ??
    asked.find((one) => pairs.includes(paymentFinding(book, one.order, one.asked))) ??
    asked[0]
  return chosen && paymentFinding(book, chosen.order, chosen.asked)
}
