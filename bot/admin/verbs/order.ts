// Orders: the newest of all or of one account, and everything that the records say about one.
import type { Order } from '../../../core/domain/order.ts'
import { plus } from '../../../core/kit/clock.ts'
import { showYuan } from '../../../core/kit/money.ts'
import { mask } from '../../../core/redaction/redacted.ts'
import type { Readers } from '../../../core/store/nouns.ts'
import { limit, rowId } from '../shapes.ts'
import { done, failed, taken, verb } from '../verb.ts'
import { orderHeadings, orderRow, timeOf } from '../words.ts'

export const orderList = verb({
  name: 'order list',
  says: 'The newest orders, of all accounts or of one.',
  example: 'order list --account acc_0m1x2y3z4 --limit 20',
  opens: 'reading',
  options: {
    account: taken('<id>', 'of this account only', rowId.optional()),
    before: taken('<order id>', 'older than this one: the next page', rowId.optional()),
    limit: taken('<n>', 'so many at most (50)', limit(50)),
  },
  run: async ({ context, list }, _, { account, before, limit: most }) => {
    const orders = await context.store.read(async (r) => {
      if (account === undefined) return r.orders.newest(before, most)
      const last = before === undefined ? undefined : await r.orders.byId(before)
      return r.orders.page(account, last?.createdAt ?? plus(context.clock.now(), 1), most)
    })
    await list(orderHeadings, orders.map(orderRow))
    return done
  },
})

const headings = ['id', 'what', 'when', '', '', ''] as const

/** Every row that belongs to an order: what a verdict about it rests on. */
async function recordsOf(r: Readers, order: Order): Promise<string[][]> {
  const payments = await r.payments.ofOrder(order.id)
  const notices = await r.payments.noticesOf(order.number)
  const refunds = await r.refunds.ofOrder(order.id)
  const invoice = await r.invoices.ofOrder(order.id)
  return [
    ...(await r.orders.events(order.id)).map((event) => [
      order.id,
      `${event.fromState} → ${event.toState}`,
      timeOf(event.at),
      `${event.actor}: ${event.reason}`,
    ]),
    ...payments.map((payment) => [
      payment.id,
      'payment',
      timeOf(payment.paidAt),
      `****${payment.txnTail} ${showYuan(payment.amount)}`,
      payment.disposition + (payment.suspenseReason ? ` (${payment.suspenseReason})` : ''),
      `learned ${timeOf(payment.learnedAt)} by ${payment.source}`,
    ]),
    ...notices.map(({ id, receivedAt, state, reason }) => [id, 'notice', timeOf(receivedAt), state, reason ?? '']),
    ...(await r.ledger.ofOrder(order.id)).map(({ id, at, kind }) => [id, 'ledger', timeOf(at), kind]),
    ...refunds.map(({ id, requestedAt, amount, state }) => [
      id,
      'refund',
      timeOf(requestedAt),
      showYuan(amount),
      state,
    ]),
    ...(invoice ? [[invoice.id, 'invoice', timeOf(invoice.requestedAt), invoice.kind]] : []),
  ]
}

export const orderShow = verb({
  name: 'order show',
  says: 'One order by its number or id: what happened, its payments, notices, postings, refunds.',
  example: 'order show DZ20261120ABCDEFGHJKMN',
  opens: 'reading',
  argument: taken('<number|id>', 'the whole number, or our id of it', rowId),
  run: async ({ context: { store }, list, note }, named) => {
    const found = await store.read(async (r) => {
      const order = (await r.orders.byId(named)) ?? (await r.orders.byNumber(named.toUpperCase()))
      if (order) return { order, records: await recordsOf(r, order) }
      const strays = await r.payments.byNumber(named.toUpperCase())
      return { strays: strays.length }
    })
    if (found.order) {
      await list(orderHeadings, [orderRow(found.order)])
      await list(headings, found.records)
      return done
    }
    if (found.strays > 0) note('Money came under this number: see npm run -s admin -- suspense list')
    return failed(`order show: there is no order ${mask(named)}; check the number, all of it is needed`)
  },
})
