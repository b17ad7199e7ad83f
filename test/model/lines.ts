// One fact a line, written alike from the book and from the database, so that any difference is a line that one of them lacks.
import type { Store } from '../../core/store/open.ts'
import type { Book } from './book.ts'
import { rules } from './rules.ts'

type Cell = string | number | boolean | null
const line = (...cells: readonly Cell[]): string =>
  JSON.stringify(cells.map((cell) => (typeof cell === 'boolean' ? Number(cell) : cell)))

const tail = (txn: string | null): string | null => txn?.slice(-4) ?? null

export function linesOf(book: Book): readonly string[] {
  const seats = new Map<string, number>()
  const seat = (account: string): number => {
    seats.set(account, (seats.get(account) ?? 0) + 1)
    return seats.get(account) ?? 0
  }
  const sums: [string, string, number][] = [
    ...book.accounts.map(({ id, wallet }): [string, string, number] => ['CREDIT', `wallet:${id}`, wallet]),
    ...book.accounts.map(({ id, hold }): [string, string, number] => ['CREDIT', `hold:${id}`, hold]),
    ...Object.entries(book.sums).map(([name, sum]): [string, string, number] => {
      const [asset = '', account = ''] = name.split(' ')
      return [asset, account, sum]
    }),
  ]
  return [
    ...book.accounts.map(({ id, status }) => line('account', id, status)),
    ...book.accounts.flatMap(({ id, misses }) => misses.map((at) => line('miss', id, at))),
    ...book.accounts.flatMap(({ id, lockedUntil }) => (lockedUntil === null ? [] : [line('lock', id, lockedUntil)])),
    ...book.orders.map((o) =>
      line(
        ...['order', o.id, o.number, o.account, o.plan, o.fen, o.channel, o.key, o.createdAt, o.state, o.late],
        ...[o.disputed, o.cancelledAt, o.cancelReason, o.scannedAt, o.declinedAt, o.processingAt, o.completedAt],
        o.refundedFen,
      ),
    ),
    ...book.orders.flatMap(({ id, due }) => due.map(({ at, again }) => line('due', id, at, again))),
    ...book.orders.flatMap(({ id, wishes }) => wishes.map((key) => line('wished', id, `wished-again:${key}`))),
    ...book.refusals.map(({ account, code, at }) => line('refusal', account, code, at)),
    ...book.payments.map((p) =>
      line('payment', p.channel, tail(p.txn), p.order, p.number, p.fen, p.paidAt, p.learnedAt, p.place, p.why),
    ),
    ...book.notices.map(({ channel, number, txn, why }) => line('notice', channel, number, tail(txn), why)),
    ...sums.flatMap(([asset, account, sum]) => (sum === 0 ? [] : [line('balance', asset, account, sum)])),
    ...book.lots.map((lot) => line('lot', lot.account, seat(lot.account), lot.source, lot.of, lot.granted, lot.left)),
    ...book.codes.map(({ id, units, state, by, redeemedAt }) => line('code', id, units, state, by, redeemedAt)),
    ...book.tasks.map((t) =>
      line('task', t.number, t.account, t.units, t.chargedAt, t.outcome, t.settledAt, t.refundedAt),
    ),
    ...book.usage.map(({ account, units, at }) => line('usage', account, units, at)),
    ...book.refunds.map(({ order, units, fen, state, requestedAt }) =>
      line('refund', order, units, fen, state, requestedAt),
    ),
    ...book.invoices.map((order) => line('invoice', order)),
    ...book.plans.map(({ account, plan, order, at, revoked }) =>
      line('plan', account, plan, order, at, at + rules.planMs, revoked),
    ),
  ].sort()
}

const facts = [
  `'account', id, status from account`,
  `'miss', account_id, at from code_try`,
  `'lock', account_id, until from code_lock`,
  `'order', id, number, account_id, plan_id, amount, channel, client_key, created_at, state, late, disputed, cancelled_at,
    cancel_reason, scanned_at, declined_at, processing_at, completed_at, refunded from orders`,
  `'due', order_id, at, retry from due_query`,
  `'wished', order_id, reason from order_event where reason like 'wished-again:%'`,
  `'refusal', account_id, code, at from order_refusal`,
  `'payment', channel, txn_tail, order_id, order_number, amount, paid_at, learned_at, disposition, suspense_reason from payment`,
  `'notice', n.channel, n.order_number, p.txn_tail, n.reason from notice n left join payment p on p.id = n.payment_id`,
  `'balance', asset, account, balance from balance where balance <> 0`,
  `'lot', account_id, row_number() over (partition by account_id order by seq), source, source_id, granted, remaining from lot`,
  `'code', id, units, state, redeemed_by, redeemed_at from redeem_code`,
  `'task', number, account_id, units, charged_at, outcome, settled_at, refunded_at from task`,
  `'usage', account_id, units, at from usage`,
  `'refund', order_id, units, amount, state, requested_at from refund`,
  `'invoice', order_id from invoice`,
  `'plan', account_id, plan_id, order_id, starts_at, ends_at, revoked_at is not null from entitlement`,
]
const query = facts
  .map((fact) => {
    const [cells = '', rest = ''] = fact.split(/ from (.*)/s)
    return `select json_array(${cells}) as line from ${rest}`
  })
  .join(' union all ')

export async function linesIn(store: Store): Promise<readonly string[]> {
  return (await store.sql(query)).map((row) => String(row.line)).sort()
}

/** The lines that only one of them has; undefined where both have the same. */
export function difference(real: readonly string[], model: readonly string[]): string | undefined {
  if (real.join('\n') === model.join('\n')) return undefined
  const only = (a: readonly string[], b: readonly string[]): string[] => {
    const rest = [...b]
    return a.filter((one) => {
      const at = rest.indexOf(one)
      if (at >= 0) rest.splice(at, 1)
      return at < 0
    })
  }
  const show = (who: string, lines: readonly string[]): string => lines.map((one) => `  ${who}: ${one}`).join('\n')
  return `${show('shop', only(real, model))}\n${show('model', only(model, real))}`
}
