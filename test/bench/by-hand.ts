// The baseline of the credits bench: the rows of a credit in prepared statements written by hand, as few as it can be done with.
import type Database from 'better-sqlite3'
import type { SignedNotice } from '../../core/channels/sandbox.ts'
import type { Context } from '../../core/desk/context.ts'
import { creditOf, payloadHash, postings, type Transfer } from '../../core/domain/ledger.ts'
import type { Order } from '../../core/domain/order.ts'
import { invariant } from '../../core/kit/invariant.ts'
import { fen } from '../../core/kit/money.ts'
import { txnHashOf } from '../../core/redaction/door.ts'
import { seal } from '../../core/redaction/sealed.ts'
import { openSqlite } from '../../core/store/sqlite.ts'
import { CHANNEL } from './till.ts'

/** Everything of a credit that is no row: verified, hashed and sealed. */
export type Prepared = {
  readonly number: string
  readonly txnHash: string
  readonly txnTail: string
  readonly txnSealed: string
  readonly bodySealed: string
  readonly eventId: string
  readonly amount: number
  readonly paidAt: number
}

/** The same verifying, hashing and sealing as the product's, by the same functions. */
export function prepare(context: Context, { body, headers }: SignedNotice): Prepared {
  const read = context.channel(CHANNEL)?.readNotice(body, headers)
  invariant(read?.ok && read.value.kind === 'paid', 'a notice of the bench was refused')
  const { fact, eventId, body: kept } = read.value
  return {
    number: fact.orderNumber,
    txnHash: txnHashOf(context.keyring, fact.txn),
    txnTail: fact.txn.slice(-4),
    txnSealed: seal(context.keyring, 'payment.txn', fact.txn),
    bodySealed: seal(context.keyring, 'notice.body', kept),
    eventId,
    amount: Number(fact.amount),
    paidAt: fact.paidAt,
  }
}

type OrderRow = {
  id: string
  account_id: string
  amount: number
  units_per_yuan: number
  state: string
  expires_at: number
}

const statements = {
  order: 'select id, account_id, amount, units_per_yuan, state, expires_at from orders where number = ?',
  known: 'select id from payment where channel = ? and txn_hash = ?',
  account: 'select status from account where id = ?',
  others: 'select disposition from payment where order_id = ?',
  payment: `insert into payment (id, channel, txn_hash, txn_tail, txn_sealed, order_id, order_number, amount, paid_at, learned_at, source,
    disposition, suspense_reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'notice', 'credited', null)`,
  tx: `insert into ledger_tx (id, idem_key, payload_hash, kind, order_id, reverses, reason, at) values (?, ?, ?, 'order-credit', ?, null, null, ?)`,
  move: 'update balance set balance = balance + ? where account = ? and asset = ? returning balance',
  open: 'insert into balance (account, asset, balance) values (?, ?, ?) returning balance',
  transfer: `insert into ledger_transfer (tx_id, asset, debit, credit, amount, debit_after, credit_after) values (?, ?, ?, ?, ?, ?, ?)`,
  lot: `insert into lot (id, account_id, source, source_id, granted, remaining, at) values (?, ?, 'order', ?, ?, ?, ?)`,
  complete: `update orders set state = 'completed', completed_at = ?, version = version + 1 where id = ?`,
  event: `insert into order_event (order_id, from_state, to_state, actor, reason, at) values (?, ?, 'completed', 'notice', 'paid', ?)`,
  unschedule: 'delete from due_query where order_id = ?',
  notice: `insert into notice (id, channel, event_id, body_sealed, order_number, payment_id, state, reason, received_at)
    values (?, ?, ?, ?, ?, ?, 'accepted', null, ?) on conflict do nothing`,
  health: `insert into channel_health (channel, unreadable_since, last_readable_at, last_notice_at) values (?, null, null, ?)
    on conflict (channel) do update set last_notice_at = excluded.last_notice_at`,
  begin: 'begin immediate',
  commit: 'commit',
} as const

export function byHand(path: string, { ids, clock }: Context) {
  const db = openSqlite(path)
  const s = Object.fromEntries(Object.entries(statements).map(([name, sql]) => [name, db.prepare(sql)])) as {
    readonly [K in keyof typeof statements]: Database.Statement
  }
  const move = (account: string, asset: string, change: number): number => {
    const row = s.move.get(change, account, asset) ?? s.open.get(account, asset, change)
    return (row as { balance: number }).balance
  }

  function credit(p: Prepared): void {
    const now = clock.now()
    const order = s.order.get(p.number) as OrderRow
    if (s.known.get(CHANNEL, p.txnHash)) return
    const account = s.account.get(order.account_id) as { status: string }
    const paid = s.others.all(order.id) as { disposition: string }[]
    const inTime = p.paidAt < order.expires_at || account.status === 'normal'
    const fits = order.amount === p.amount && inTime && paid.every(({ disposition }) => disposition === 'suspense')
    invariant(fits, 'an order of the bench cannot be credited')
    const paymentId = ids.row('pay', now)
    s.payment.run(paymentId, CHANNEL, p.txnHash, p.txnTail, p.txnSealed, order.id, p.number, p.amount, p.paidAt, now)
    const whole = {
      id: order.id,
      channel: CHANNEL,
      accountId: order.account_id,
      amount: fen(BigInt(order.amount)),
      unitsPerYuan: order.units_per_yuan,
    } as Order
    const posting = postings.orderCredited(whole)
    const txId = ids.row('tx', now)
    s.tx.run(txId, posting.key, payloadHash(posting), order.id, now)
    for (const transfer of posting.transfers) book(txId, transfer)
    const units = Number(creditOf(whole))
    s.lot.run(ids.row('lot', now), order.account_id, order.id, units, units, now)
    s.complete.run(now, order.id)
    s.event.run(order.id, order.state, now)
    s.unschedule.run(order.id)
    s.notice.run(ids.row('ntc', now), CHANNEL, p.eventId, p.bodySealed, p.number, paymentId, now)
    s.health.run(CHANNEL, now)
  }

  function book(txId: string, { asset, debit, credit: to, amount }: Transfer): void {
    const units = Number(amount)
    const debitAfter = move(debit, asset, -units)
    s.transfer.run(txId, asset, debit, to, units, debitAfter, move(to, asset, units))
  }

  return {
    /** All in one durable commit. */
    credit: (group: readonly Prepared[]): void => {
      s.begin.run()
      for (const one of group) credit(one)
      s.commit.run()
    },
    close: () => db.close(),
  }
}
