// The credited orders of an account in a span of time, each with its payment, what was given back, and its invoice request.
import type { Invoice } from '../../domain/invoice.ts'
import type { Order } from '../../domain/order.ts'
import type { Payment } from '../../domain/payment.ts'
import type { Instant } from '../../kit/clock.ts'
import type { Readers } from '../../store/nouns.ts'

export type Receipt = {
  readonly order: Order
  /** Undefined where a person credited it. */
  readonly payment: Payment | undefined
  readonly invoice: Invoice | undefined
}

export type ReceiptSpan = { readonly accountId: string; readonly from: Instant; readonly until: Instant }

const A_PAGE = 200
const counts = ({ disposition }: Payment): boolean => disposition === 'credited' || disposition === 'refunded'

/** Credited in [from, until), oldest first. */
export async function receiptsOf(r: Readers, { accountId, from, until }: ReceiptSpan): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = []
  let last: Order | undefined
  for (;;) {
    const page: readonly Order[] = await r.orders.older(accountId, last, A_PAGE)
    for (const order of page) {
      if (order.completedAt === null || order.completedAt < from || order.completedAt >= until) continue
      const payment = (await r.payments.ofOrder(order.id)).find(counts)
      receipts.push({ order, payment, invoice: await r.invoices.ofOrder(order.id) })
    }
    last = page.at(-1)
    if (page.length < A_PAGE || !last) break
  }
  return receipts.toSorted((a, b) => (a.order.completedAt ?? 0) - (b.order.completedAt ?? 0))
}
