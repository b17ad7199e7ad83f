// A colleague decides about money in suspense: into the account, or back to the payer.
import { yuan } from '../../../diagnosis/words.ts'
import type { Payment } from '../../../domain/payment.ts'
import { plus } from '../../../kit/clock.ts'
import { mask, mint, say } from '../../../redaction/redacted.ts'
import { readCard } from '../../card/shape.ts'
import { resolveSuspense } from '../../payment/suspense.ts'
import { type At, audit, chosenOf, firstWord, told, type Verb } from '../at.ts'
import { showMoney } from './subject.ts'

const LOOKED_AT = 50

/** What lies in suspense for the ticket: on its account's orders, and payments that its verdict rests on. */
async function lying({ w, ticket, options }: At): Promise<readonly Payment[]> {
  const found = new Map<string, Payment>()
  const keep = (payment: Payment | undefined): void => {
    if (payment?.disposition === 'suspense') found.set(payment.id, payment)
  }
  for (const row of readCard(ticket.card).evidence) {
    if (!row.startsWith('payment:')) continue
    const payment = await w.payments.byId(row.slice('payment:'.length))
    const order = payment?.orderId == null ? undefined : await w.orders.byId(payment.orderId)
    if (!order || order.accountId === ticket.accountId) keep(payment)
  }
  if (ticket.accountId !== null) {
    const orders = await w.orders.page(ticket.accountId, plus(options.context.clock.now(), 1), LOOKED_AT)
    for (const order of orders) for (const payment of await w.payments.ofOrder(order.id)) keep(payment)
  }
  return [...found.values()]
}

const shown = ({ txnTail, amount, orderNumber, suspenseReason }: Payment) =>
  say`****${mint(txnTail)} ${yuan(amount)} ${mask(orderNumber)} ${mint(suspenseReason ?? '')}`

const ways = ['credit', 'return'] as const
const ended = {
  credited: 'staff_suspense_credited',
  granted: 'staff_suspense_granted',
  returned: 'staff_suspense_returned',
} as const

export const suspense: Verb = {
  needs: 'name',
  run: async (at, argument) => {
    const all = await lying(at)
    const list = all.map(shown).reduce((text, one) => say`${text}\n${one}`, mint(''))
    const [typed, rest] = firstWord(argument)
    const to = ways.find((way) => way === typed)
    if (all.length === 0) return told(at, 'staff_suspense_none')
    if (to === undefined) return told(at, 'staff_suspense_how', { list })
    // With several, the end of the transaction number says which.
    const [tail, behind] = firstWord(rest)
    const end = tail.replace(/^\*+/, '').toUpperCase()
    const chosen = chosenOf(all, tail, ({ txnTail }) => txnTail.toUpperCase() === end)
    if (!chosen) return told(at, 'staff_suspense_how', { list })
    const payment = chosen.one
    const reason = chosen.named ? behind : rest
    if (reason === '') return told(at, 'staff_reason_needed')
    const done = await resolveSuspense(at.w, at.options.context, { paymentId: payment.id, to, reason })
    if (!done.ok) return told(at, done.error === 'no-order' ? 'staff_suspense_no_order' : 'staff_suspense_none')
    const outcome = done.value.to as keyof typeof ended
    await audit(at, `suspense.${outcome}`, `payment:${payment.id}`, { amount_fen: Number(payment.amount), reason })
    await showMoney(at)
    return told(at, ended[outcome], { amount: yuan(payment.amount), order: mask(payment.orderNumber) }, { loud: true })
  },
}
