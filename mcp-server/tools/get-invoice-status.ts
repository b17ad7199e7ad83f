// get_invoice_status: whether an invoice was asked for, and which details are missing. Never the title or the tax number.
import { z } from 'zod'
import { findOrder } from '../../core/desk/lookups/order.ts'
import { invoiceKinds } from '../../core/domain/invoice.ts'
import * as field from '../fields.ts'
import { ended, needsSecondFact, tool } from '../tool.ts'

const output = z.strictObject({
  found: field.found,
  stage: z.enum(['not_requested', 'requested', 'not_possible']).optional().describe('absent if not found'),
  type: z.enum(invoiceKinds).optional().describe('kind of invoice'),
  requested_at: field.time('asked for').optional(),
  issued_at: field.time('issued; absent while the records hold no date').optional(),
  missing_fields: z.array(z.enum(['type', 'title', 'tax_id'])).describe('still to be given, in a private chat'),
  ...field.answered,
})

export const getInvoiceStatus = tool({
  name: 'get_invoice_status',
  title: 'Invoice status',
  description:
    'Says whether an invoice was requested or issued and which details are missing, without the header or tax number.',
  scope: 'invoices:read',
  input: z.strictObject({
    order_ref: field.orderRef.optional(),
    invoice_ref: field.reference('invoice id, instead of order_ref').optional(),
    amount_yuan: field.amountYuan.optional(),
    paid_on: field.paidOn.optional(),
    lang: field.lang,
  }),
  output,
  example: { order_ref: 'DZ202611210123456789AB', amount_yuan: '50' },
  refuses: (subject, input) =>
    (input.order_ref === undefined) === (input.invoice_ref === undefined)
      ? 'either order_ref or invoice_ref is required, not both'
      : needsSecondFact(subject, input),
  missed: ({ found }) => !found,
  answer: async (ask): Promise<z.input<typeof output>> => {
    const { desk, subject, input } = ask
    const read = await desk.store.read(async (views) => {
      const order = await findOrder(desk, views, subject, input)
      return order && { order, invoice: await views.aftersales.invoice(order.id) }
    })
    if (!read) return { found: false, missing_fields: [], ...ended(ask, 'not-found') }
    const { order, invoice } = read
    if (order.state !== 'completed') {
      return { found: true, stage: 'not_possible', missing_fields: [], ...ended(ask, 'invoice-not-possible') }
    }
    if (!invoice) {
      const missing_fields: z.input<typeof output>['missing_fields'] = ['type', 'title', 'tax_id']
      return { found: true, stage: 'not_requested', missing_fields, ...ended(ask, 'invoice-not-requested') }
    }
    return {
      found: true,
      stage: 'requested',
      type: invoice.kind,
      requested_at: field.showTime(invoice.requestedAt),
      missing_fields: invoice.kind === 'vat-special' && invoice.hasTaxId === 0 ? ['tax_id'] : [],
      ...ended(ask, 'invoice-requested'),
    }
  },
})
