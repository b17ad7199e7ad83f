// Compares a provider's day with ours: what we did not know is settled the one way, what does not agree is told.
import type { ChannelName } from '../../domain/channel.ts'
import type { Payment } from '../../domain/payment.ts'
import type { LineOutcome, StatementRow } from '../../domain/statement.ts'
import { DAY, HOUR, plus } from '../../kit/clock.ts'
import { invariant } from '../../kit/invariant.ts'
import { shanghai } from '../../kit/zone.ts'
import { mask } from '../../redaction/redacted.ts'
import { unseal } from '../../redaction/sealed.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { settlePayment } from '../payment/settle-payment.ts'

const PAGE = 200
/** Payments of one day that are compared the other way round: a bound, far above what one file holds. */
const MOST = 100_000

/** What a person has to look at; masks only. */
export type LeftOver = {
  readonly what: Exclude<LineOutcome, 'matched' | 'credited'> | 'not-in-statement'
  readonly order: string
  readonly fen: number
  readonly id: string
}

export type Matched = {
  readonly channel: ChannelName
  readonly day: string
  readonly lines: number
  readonly matched: number
  /** We did not have them: credited now. */
  readonly credited: number
  /** We did not have them: in suspense now, a ticket follows. */
  readonly suspense: number
  readonly refunds: number
  /** Refunds that are under way with us. */
  readonly open: number
  readonly left: readonly LeftOver[]
}

/** Null: our own refund, which is under way. */
type Judged = { readonly outcome: LineOutcome | null; readonly id: string }

async function payment(w: Writers, context: Context, row: StatementRow): Promise<Judged> {
  const known = await w.payments.byTxn(row.channel, row.keyHash)
  if (known) {
    const same = known.disposition === 'suspense' ? 'suspense' : 'matched'
    return { outcome: known.amount === row.amount ? same : 'differs', id: known.id }
  }
  const order = await w.orders.byNumber(row.orderNumber)
  if (order && order.channel !== row.channel) return { outcome: 'other-channel', id: order.id }
  invariant(row.txnSealed !== null && row.paidAt !== null, 'a payment of a statement without its number')
  const txn = unseal(context.keyring, 'payment.txn', row.txnSealed)
  const { channel, orderNumber, amount, paidAt } = row
  const settled = await settlePayment(w, context, { channel, orderNumber, txn, amount, paidAt }, 'statement')
  return { outcome: settled.kind === 'suspense' ? 'suspense' : 'credited', id: settled.payment.id }
}

/** A refund of ours is known by its number; while it is under way with us its provider is asked now. */
async function refund(w: Writers, { clock }: Context, row: StatementRow): Promise<Judged> {
  const payback = await w.paybacks.byNumber(row.keyHash)
  if (!payback) return { outcome: 'unknown-refund', id: row.orderNumber }
  if (payback.amount !== row.amount) return { outcome: 'differs', id: payback.id }
  if (payback.state === 'returned') return { outcome: 'matched', id: payback.id }
  if (payback.nextAt !== null) await w.paybacks.save({ ...payback, nextAt: clock.now() })
  return { outcome: null, id: payback.id }
}

/** Each line in a transaction of its own: what is settled is settled, whatever stops the rest. */
const judge = (context: Context, row: StatementRow): Promise<Judged> =>
  context.store.write(async (w) => {
    const judged = row.kind === 'payment' ? await payment(w, context, row) : await refund(w, context, row)
    // What it came to first stays: a line that was credited by this is no match of a later look.
    if (judged.outcome !== null && row.outcome === null) await w.statements.setOutcome(row.id, judged.outcome)
    return judged
  })

/** Payments of ours on that day that the provider's own account does not have. */
async function missing({ store }: Context, channel: ChannelName, day: string): Promise<readonly Payment[]> {
  const [from, to] = [shanghai(day), plus(shanghai(day), DAY)]
  return store.read(async (r) => {
    // Nothing is learned long before it is paid; how long after is anybody's guess.
    const learned = await r.payments.lately(channel, plus(from, -HOUR), plus(to, 400 * DAY), MOST)
    const found: Payment[] = []
    for (const one of learned) {
      if (one.paidAt < from || one.paidAt >= to) continue
      if (!(await r.statements.line(channel, 'payment', one.txnHash))) found.push(one)
    }
    return found
  })
}

/** One day of one channel; `stopped` is asked after each page. */
export async function matchStatement(
  context: Context,
  channel: ChannelName,
  day: string,
  stopped: () => Promise<boolean> = async () => false,
): Promise<Matched> {
  const count = { lines: 0, matched: 0, credited: 0, suspense: 0, refunds: 0, open: 0 }
  const left: LeftOver[] = []
  for (let after = 0; ; ) {
    const rows = await context.store.read((r) => r.statements.linesBehind(channel, day, after, PAGE))
    for (const row of rows) {
      const { outcome, id } = await judge(context, row)
      count.lines += 1
      if (row.kind === 'refund') count.refunds += 1
      if (outcome === null) count.open += 1
      else if (outcome === 'matched' || outcome === 'credited' || outcome === 'suspense') count[outcome] += 1
      if (outcome === null || outcome === 'matched' || outcome === 'credited') continue
      left.push({ what: outcome, order: mask(row.orderNumber), fen: Number(row.amount), id })
    }
    const last = rows.at(-1)
    if (!last || rows.length < PAGE || (await stopped())) break
    after = last.id
  }
  for (const { id, orderNumber, amount } of await missing(context, channel, day))
    left.push({ what: 'not-in-statement', order: mask(orderNumber), fen: Number(amount), id })
  return { channel, day, ...count, left }
}
