// get_refund_status: how far a refund is, which way it goes, and what blocks it.
import { z } from 'zod'
import { gatherOrder } from '../../core/desk/lookups/gather.ts'
import { amountFor } from '../../core/desk/lookups/money.ts'
import { findOrder } from '../../core/desk/lookups/order.ts'
import { judgeRefund, type RefundFinding } from '../../core/domain/refund.ts'
import { dateOf } from '../../core/kit/zone.ts'
import * as field from '../fields.ts'
import { ended, needsSecondFact, tool } from '../tool.ts'

/** Why nothing can be refunded, by the rules; absent where something can, or where a request is decided. */
const blocks: Partial<Record<RefundFinding, 'not_credited' | 'too_old' | 'used' | 'account' | 'refunded'>> = {
  'refund-unpaid': 'not_credited',
  'refund-too-old': 'too_old',
  'refund-used': 'used',
  'refund-account': 'account',
  refunded: 'refunded',
}
const asRecorded = { answer: { kind: 'unknown' }, did: 'nothing', closed: false } as const

const output = z.strictObject({
  found: field.found,
  stage: z
    .enum(['not_requested', 'requested', 'approved', 'rejected', 'returned'])
    .optional()
    .describe('absent if not found'),
  amount: field.amount('asked for, or refundable now').optional(),
  route: field.shownMethod.optional(),
  expected_by: field.date('latest day it should be back').optional(),
  blocked_by: z
    .enum(['not_credited', 'too_old', 'used', 'account', 'refunded'])
    .optional()
    .describe('why none is possible'),
  ...field.answered,
})

export const getRefundStatus = tool({
  name: 'get_refund_status',
  title: 'Refund status',
  description: 'Says how far a refund is, to which kind of route it goes and what blocks it.',
  scope: 'refunds:read',
  input: z.strictObject({
    order_ref: field.orderRef.optional(),
    refund_ref: field.reference('refund id, instead of order_ref').optional(),
    amount_yuan: field.amountYuan.optional(),
    paid_on: field.paidOn.optional(),
    lang: field.lang,
  }),
  output,
  example: { order_ref: 'DZ202611210123456789AB', amount_yuan: '50' },
  refuses: (subject, input) =>
    (input.order_ref === undefined) === (input.refund_ref === undefined)
      ? 'either order_ref or refund_ref is required, not both'
      : needsSecondFact(subject, input),
  missed: ({ found }) => !found,
  answer: async (ask): Promise<z.input<typeof output>> => {
    const { desk, subject, input, now } = ask
    const read = await desk.store.read(async (views) => {
      const order = await findOrder(desk, views, subject, input)
      if (!order) return undefined
      const facts = await gatherOrder(views.facts(order.id), desk, order.id, asRecorded)
      return { order, facts, refund: await views.aftersales.refund(order.id) }
    })
    if (!read) return { found: false, ...ended(ask, 'not-found') }
    const { order, facts, refund } = read
    const judged = judgeRefund(facts.order, facts.account.status, facts.unused, facts.refund, now, desk.policy)
    const blocked = refund === undefined || refund.state === 'returned' ? blocks[judged] : undefined
    const stage = refund?.state ?? 'not_requested'
    const amount = refund?.amount ?? (blocked === undefined ? facts.unused.amount : undefined)
    const key = stage === 'not_requested' ? (blocked === undefined ? 'not-requested' : `blocked-${blocked}`) : stage
    return {
      found: true,
      stage,
      // The amount of a refund tells how much was used: exact for the owner only.
      amount: amount === undefined ? undefined : amountFor(subject, amount, false),
      route: order.method,
      expected_by: refund?.state === 'approved' && refund.dueTo !== null ? dateOf(refund.dueTo) : undefined,
      blocked_by: stage === 'returned' ? undefined : blocked,
      ...ended(ask, `refund-${key}`, desk.book.facts[ask.lang]),
    }
  },
})
