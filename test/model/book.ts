// The shop as a plain book: maps and numbers, what every wallet, order, payment and code must be by the rules.

export type Account = {
  readonly id: string
  status: 'normal' | 'suspended'
  /** Units that can be spent, and units that wait for a task's or a refund's end. */
  wallet: number
  hold: number
  misses: number[]
  lockedUntil: number | null
}

export type Order = {
  readonly id: string
  readonly number: string
  readonly account: string
  readonly plan: string | null
  readonly fen: number
  readonly channel: 'alipay' | 'wechat'
  readonly key: string | null
  readonly createdAt: number
  state: 'pending' | 'processing' | 'completed' | 'cancelled' | 'refunded'
  late: boolean
  disputed: boolean
  cancelledAt: number | null
  cancelReason: 'user' | 'expired' | null
  scannedAt: number | null
  declinedAt: number | null
  processingAt: number | null
  completedAt: number | null
  refundedFen: number
  /** When we ask about it next; `again` is because an answer was unclear. */
  due: { readonly at: number; readonly again: boolean }[]
  /** Keys of later wishes that met this order. */
  wishes: string[]
}

export type Payment = {
  readonly channel: string
  readonly txn: string
  readonly order: string | null
  readonly number: string
  readonly fen: number
  readonly paidAt: number
  readonly learnedAt: number
  place: 'received' | 'credited' | 'suspense' | 'refunded'
  readonly why: string | null
}

/** What the provider knows about a number: ours, or one that is nobody's. */
export type Trade = {
  readonly channel: 'alipay' | 'wechat'
  readonly number: string
  payments: { readonly txn: string; readonly fen: number; readonly paidAt: number }[]
  scannedAt: number | null
  declinedAt: number | null
  /** Asked about it, the provider denies to have the money, although its notice may have come. */
  forgotten: boolean
}

export type Lot = {
  readonly account: string
  readonly source: 'order' | 'code'
  readonly of: string
  readonly granted: number
  left: number
  readonly at: number
}

export type Code = {
  readonly id: string
  readonly text: string
  readonly units: number
  readonly expiresAt: number | null
  readonly onlyFor: string | null
  state: 'issued' | 'redeemed' | 'disabled'
  by: string | null
  redeemedAt: number | null
}

export type Task = {
  readonly number: string
  account: string | null
  units: number | null
  chargedAt: number | null
  outcome: 'succeeded' | 'failed' | 'unknown' | null
  settledAt: number | null
  refundedAt: number | null
  /** What it took of which lot. */
  took: { readonly of: string; readonly units: number }[]
}

export type Refund = {
  readonly order: string
  readonly units: number
  readonly fen: number
  state: 'requested' | 'approved' | 'rejected' | 'returned'
  readonly requestedAt: number
}

export type Book = {
  now: number
  accounts: Account[]
  orders: Order[]
  refusals: { readonly account: string; readonly code: string; readonly at: number }[]
  payments: Payment[]
  notices: {
    readonly channel: string
    readonly number: string | null
    readonly txn: string | null
    why: string | null
  }[]
  trades: Trade[]
  faults: Record<string, 'fails' | 'hangs' | null>
  lots: Lot[]
  codes: Code[]
  tasks: Task[]
  usage: { readonly account: string; readonly units: number; readonly at: number }[]
  refunds: Refund[]
  invoices: string[]
  plans: {
    readonly account: string
    readonly plan: string
    readonly order: string | null
    readonly at: number
    revoked: boolean
  }[]
  purchases: string[]
  /** Every other account of the ledger by name: what the provider has, what is in suspense, what was sold. */
  sums: Record<string, number>
}

export const emptyBook = (now: number, accounts: readonly string[]): Book => ({
  now,
  accounts: accounts.map((id) => ({ id, status: 'normal', wallet: 0, hold: 0, misses: [], lockedUntil: null })),
  orders: [],
  refusals: [],
  payments: [],
  notices: [],
  trades: [],
  faults: {},
  lots: [],
  codes: [],
  tasks: [],
  usage: [],
  refunds: [],
  invoices: [],
  plans: [],
  purchases: [],
  sums: {},
})

/** Called after each step that must be whole: a crash may leave the book there, and nowhere else. */
export type Mark = () => void

export function accountOf(book: Book, id: string): Account {
  const found = book.accounts.find((account) => account.id === id)
  if (!found) throw new Error(`the model has no account ${id}`)
  return found
}

export function orderOf(book: Book, id: string): Order {
  const found = book.orders.find((order) => order.id === id)
  if (!found) throw new Error(`the model has no order ${id}`)
  return found
}

export const paymentsOf = (book: Book, order: Order): Payment[] =>
  book.payments.filter((payment) => payment.order === order.id)

/** From one account of the ledger to another; wallets and holds are counted beside it. */
export function move(book: Book, asset: 'CNY' | 'CREDIT', from: string, to: string, amount: number): void {
  for (const [name, change] of [
    [from, -amount],
    [to, amount],
  ] as const) {
    const [kind, id] = name.split(':') as [string, string?]
    if ((kind === 'wallet' || kind === 'hold') && id !== undefined) accountOf(book, id)[kind] += change
    else book.sums[`${asset} ${name}`] = (book.sums[`${asset} ${name}`] ?? 0) + change
  }
}
