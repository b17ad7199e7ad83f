// get_order_status: where one recharge order stands, and what that means.
import { z } from 'zod'
import { amountFor } from '../../core/desk/lookups/money.ts'
import { findOrder } from '../../core/desk/lookups/order.ts'
import { sentence as said } from '../../core/desk/lookups/words.ts'
import { statusOf } from '../../core/domain/order.ts'
import type { OrderView } from '../../core/store/views/orders.ts'
import * as field from '../fields.ts'
import { ended, needsSecondFact, tool } from '../tool.ts'

const meaning = ({ state, cancelReason }: OrderView): string =>
  state === 'cancelled' ? `status/cancelled-${cancelReason ?? 'expired'}` : `status/${state}`

export const getOrderStatus = tool({
  name: 'get_order_status',
  title: 'Order status',
  description:
    'Tells where one recharge order stands and what that means. Use when the customer gives an order number. Not for refunds or codes.',
  scope: 'orders:read',
  input: z.strictObject({
    order_ref: field.orderRef,
    amount_yuan: field.amountYuan.optional(),
    paid_on: field.paidOn.optional(),
    lang: field.lang,
  }),
  output: z.strictObject({
    found: field.found,
    order: z
      .strictObject({
        ref_masked: field.masked('end of the order number'),
        status: field.shownStatus,
        status_meaning: field.sentence('the status in a sentence'),
        amount: field.amount('exact, or a band'),
        method: field.shownMethod,
        created_at: field.time('ordered'),
        paid_at: field.time('paid, by the provider').optional(),
        credited_at: field.time('credited').optional(),
        expires_at: field.time('until when it can be paid').optional(),
      })
      .optional()
      .describe('absent if not found'),
    ...field.answered,
  }),
  example: { order_ref: 'DZ202611210123456789AB', amount_yuan: '50' },
  refuses: needsSecondFact,
  missed: ({ found }) => !found,
  answer: async (ask) => {
    const { desk, subject, input, lang } = ask
    const order = await desk.store.look((views) => findOrder(desk, views, subject, input))
    if (!order) return { found: false, ...ended(ask, 'not-found') }
    return {
      found: true,
      order: {
        ref_masked: order.refMasked,
        status: statusOf[order.state],
        status_meaning: said(meaning(order), lang),
        amount: amountFor(subject, order.amount, input.amount_yuan !== undefined),
        method: order.method,
        created_at: field.showTime(order.createdAt),
        paid_at: field.maybeTime(order.paidAt),
        credited_at: field.maybeTime(order.creditedAt),
        expires_at: order.state === 'pending' ? field.showTime(order.expiresAt) : undefined,
      },
      ...ended(ask, `order-${order.state}`),
    }
  },
})
