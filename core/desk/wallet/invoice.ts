// Invoice requests: checked, sealed, one an order; a person issues the invoice.
import { type Invoice, type InvoiceKind, parseTaxId } from '../../domain/invoice.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import { openForSealing } from '../../redaction/door.ts'
import type { Raw } from '../../redaction/raw.ts'
import { seal } from '../../redaction/sealed.ts'
import type { Context } from '../context.ts'

export type InvoiceWish = {
  readonly orderId: string
  readonly title: Raw
  readonly taxId: Raw
  readonly kind: InvoiceKind
}
export type InvoiceRefusal = 'invoice-unpaid' | 'invoice-tax-id' | 'invoice-title'

/** Files a request; a repeated one changes nothing and gives the first. */
export async function requestInvoice(context: Context, wish: InvoiceWish): Promise<Result<Invoice, InvoiceRefusal>> {
  const title = openForSealing(wish.title).trim()
  const taxId = parseTaxId(openForSealing(wish.taxId), wish.kind)
  return context.store.write(async (w) => {
    const order = await w.orders.byId(wish.orderId)
    const earlier = order && (await w.invoices.ofOrder(order.id))
    if (earlier) return ok(earlier)
    if (order?.state !== 'completed') return err('invoice-unpaid')
    if (title === '' || title.length > 200) return err('invoice-title')
    if (taxId === undefined) return err('invoice-tax-id')
    const now = context.clock.now()
    const invoice: Invoice = {
      id: context.ids.row('inv', now),
      orderId: order.id,
      accountId: order.accountId,
      titleSealed: seal(context.keyring, 'invoice.title', title),
      taxIdSealed: taxId === null ? null : seal(context.keyring, 'invoice.tax_id', taxId),
      kind: wish.kind,
      requestedAt: now,
    }
    await w.invoices.insert(invoice)
    return ok(invoice)
  })
}
