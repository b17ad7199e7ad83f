// A ticket moves: the one way in which its row changes, with the audit line and the card that follow.
import { newState, serialiseState } from '../../conversation/state.ts'
import type { TicketRow } from '../../domain/desk.ts'
import { move } from '../../domain/ticket.ts'
import type { TicketEvent, TicketRefusal, TicketRules } from '../../domain/ticket-event.ts'
import { instantOf } from '../../kit/clock.ts'
import { invariant } from '../../kit/invariant.ts'
import { ok, type Result } from '../../kit/result.ts'
import { mint, type Redacted } from '../../redaction/redacted.ts'
import type { Readers, Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { refreshCard } from '../outbox/enqueue.ts'

export const rulesOf = ({ clock, policy }: Context): TicketRules => ({
  now: clock.now(),
  hours: policy.hours,
  desk: policy.desk,
})

/** What the user does by writing is in the lines; everything else is in the audit chain too. */
const unaudited: readonly TicketEvent['kind'][] = ['user-wrote', 'note', 'woken']

const isSame = (before: TicketRow, after: TicketRow): boolean =>
  (Object.keys(after) as (keyof TicketRow)[]).every((name) => before[name] === after[name])

/** In the caller's transaction. `actor` is who did it: a colleague's key, `user`, or `desk`. */
export async function moveTicket(
  w: Writers,
  context: Context,
  ticket: TicketRow,
  event: TicketEvent,
  actor: Redacted,
): Promise<Result<TicketRow, TicketRefusal>> {
  const moved = move(ticket, event, rulesOf(context))
  if (!moved.ok) return moved
  const next = moved.value
  // Most words of a user change nothing: neither the row nor what the card shows.
  if (unaudited.includes(event.kind) && isSame(ticket, next)) return ok(ticket)
  await w.tickets.save(next)
  if (!unaudited.includes(event.kind)) {
    await w.audit.append({
      at: context.clock.now(),
      actor,
      action: `ticket.${event.kind}`,
      subject: `ticket:${ticket.id}`,
      detail: { from: mint(ticket.state), to: mint(next.state), owner: next.owner === null ? null : mint(next.owner) },
    })
  }
  if (next.state === 'closed' && ticket.state !== 'closed') await release(w, next)
  if (event.kind !== 'woken') await refreshCard(w, context.clock.now(), next)
  return ok({ ...next, version: next.version + 1 })
}

/** The talk begins anew: the old question must not come back from under the person's answer. */
async function release(w: Writers, ticket: TicketRow): Promise<void> {
  const conversation = await w.conversations.byId(ticket.conversationId)
  invariant(conversation, 'a ticket without a conversation')
  const state = serialiseState(newState(conversation.lang ?? undefined))
  await w.conversations.save({ ...conversation, ticketId: null, state })
}

/** It was opened over money, and money of its account still lies in suspense: nothing closes over it. */
export async function moneyWaits(
  r: Readers,
  { accountId, moneyOpen }: Pick<TicketRow, 'accountId' | 'moneyOpen'>,
): Promise<boolean> {
  if (!moneyOpen || accountId === null) return false
  const recent = await r.orders.page(accountId, instantOf(Number.MAX_SAFE_INTEGER), 50)
  for (const order of recent) {
    if ((await r.payments.ofOrder(order.id)).some(({ disposition }) => disposition === 'suspense')) return true
  }
  return false
}
