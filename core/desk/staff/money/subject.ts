// What a ticket's money is about: the order of its newest verdict, the account, and what changed once money moved.
import type { Order } from '../../../domain/order.ts'
import { mint } from '../../../redaction/redacted.ts'
import { recordsOf } from '../../card/records.ts'
import { readCard } from '../../card/shape.ts'
import { refreshCard } from '../../outbox/enqueue.ts'
import type { At } from '../at.ts'
import { moneyWaits, moveTicket } from '../tickets.ts'

/** Undefined where no verdict named one; never an order of another account. */
export async function orderOf({ w, ticket }: At): Promise<Order | undefined> {
  const { evidence } = readCard(ticket.card)
  const id = evidence.find((row) => row.startsWith('orders:'))?.slice('orders:'.length)
  const order = id === undefined ? undefined : await w.orders.byId(id)
  return order?.accountId === ticket.accountId ? order : undefined
}

/** The card and the ticket's money as the records show them now. */
export async function showMoney(at: At): Promise<void> {
  const { w, options } = at
  const { context } = options
  const ticket = await w.tickets.byId(at.ticket.id)
  if (!ticket) return
  const card = readCard(ticket.card)
  const records = await recordsOf(w, context, ticket.accountId, card.evidence, card.records?.codeId ?? null)
  const fresh = { ...ticket, card: JSON.stringify({ ...card, records }) }
  await w.tickets.save(fresh)
  const saved = { ...fresh, version: fresh.version + 1 }
  const open = await moneyWaits(w, ticket)
  if (ticket.state === 'closed' || open === ticket.moneyOpen) return refreshCard(w, context.clock.now(), ticket)
  await moveTicket(w, context, saved, { kind: 'money', open }, mint(at.member.key))
}
