// Refunds and invoices of an order as they may be shown: no reason, no title, no tax number.
import { sql } from 'kysely'
import type { InvoiceKind } from '../../domain/invoice.ts'
import type { Refund } from '../../domain/refund.ts'
import type { Instant } from '../../kit/clock.ts'
import { type Fen, fen } from '../../kit/money.ts'
import type { Connection } from '../connection.ts'
import { view } from './view.ts'

export type RefundView = Pick<Refund, 'state' | 'requestedAt' | 'decidedAt' | 'dueTo' | 'returnedAt'> & {
  readonly id: string
  readonly amount: Fen
}
export type InvoiceView = {
  readonly id: string
  readonly kind: InvoiceKind
  readonly requestedAt: Instant
  readonly hasTaxId: 0 | 1
}

const refund = view<{ orderId: string }, Omit<RefundView, 'amount'> & { readonly amount: number }>(
  'refund.ofOrder',
  (p) => sql`select id, state, amount, requested_at as requestedAt, decided_at as decidedAt, due_to as dueTo,
      returned_at as returnedAt
    from refund where order_id = ${p.orderId} order by requested_at desc, id desc limit 1`,
)
const invoice = view<{ orderId: string }, InvoiceView>(
  'invoice.ofOrder',
  (p) => sql`select id, kind, requested_at as requestedAt, tax_id_sealed is not null as hasTaxId
    from invoice where order_id = ${p.orderId}`,
)

/** For orders that the caller may see: their ids come from the views of orders. */
export const aftersalesViews = (c: Connection) => ({
  /** The newest request. */
  refund: async (orderId: string): Promise<RefundView | undefined> => {
    const [row] = await refund(c, { orderId })
    return row && { ...row, amount: fen(BigInt(row.amount)) }
  },
  invoice: async (orderId: string): Promise<InvoiceView | undefined> => (await invoice(c, { orderId }))[0],
})
