// A colleague decides about the refund that the ticket's order, or else the account, asks for.
import { yuan } from '../../../diagnosis/words.ts'
import type { Refund } from '../../../domain/refund.ts'
import { plus } from '../../../kit/clock.ts'
import { mask } from '../../../redaction/redacted.ts'
import { within } from '../../inside.ts'
import { decideRefund } from '../../refund/refund.ts'
import { type At, audit, firstWord, told, type Verb } from '../at.ts'
import { needsSecond } from './second.ts'
import { orderOf, showMoney } from './subject.ts'

const LOOKED_AT = 50

/** The newest request of the ticket's order; without one, the oldest of the account that waits for a decision. */
async function requested(at: At): Promise<Refund | undefined> {
  const { w, ticket, options } = at
  const order = await orderOf(at)
  const [own] = order ? await w.refunds.ofOrder(order.id) : []
  if (own && own.state !== 'rejected' && own.state !== 'returned') return own
  if (ticket.accountId === null) return undefined
  const orders = await w.orders.page(ticket.accountId, plus(options.context.clock.now(), 1), LOOKED_AT)
  for (const one of orders.toReversed()) {
    const [refund] = await w.refunds.ofOrder(one.id)
    if (refund?.state === 'requested') return refund
  }
  return own
}

export const refund: Verb = {
  needs: 'name',
  keeps: true,
  run: async (at, argument) => {
    const [what, reason] = firstWord(argument)
    if (what !== 'approve' && what !== 'reject') return told(at, 'staff_refund_how')
    if (reason === '') return told(at, 'staff_reason_needed')
    const found = await requested(at)
    if (!found) return told(at, 'staff_refund_none')
    const order = await at.w.orders.byId(found.orderId)
    const second =
      what === 'approve'
        ? needsSecond(at, found.amount, at.options.context.policy.desk.refundSecondPersonYuan)
        : undefined
    if (second && found.state === 'requested') return second
    const by = at.member.key
    const decision = what === 'approve' ? ({ to: 'approved', by } as const) : ({ to: 'rejected', by, reason } as const)
    const decided = await decideRefund(within(at.options.context, at.w), found.orderId, decision)
    if (!decided.ok) return told(at, 'staff_refund_stands', { amount: yuan(found.amount) })
    const detail = { amount_fen: Number(found.amount), reason }
    await audit(at, `refund.${what}`, `refund:${found.id}`, detail)
    await showMoney(at)
    const vars = { amount: yuan(found.amount), order: mask(order?.number ?? '') }
    return told(at, what === 'approve' ? 'staff_refund_approved' : 'staff_refund_rejected', vars, { loud: true })
  },
}
