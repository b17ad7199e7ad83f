// A colleague has the provider asked now: kept with the deed, so that a kill in between asks all the same.
import { mask, mint } from '../../../redaction/redacted.ts'
import { told, type Verb } from '../at.ts'
import type { KeptRequery } from '../kept.ts'
import { orderOf } from './subject.ts'

export const requery: Verb = {
  needs: 'name',
  run: async (at) => {
    const order = await orderOf(at)
    if (!order) return told(at, 'staff_no_order')
    const { clock, ids } = at.options.context
    const now = clock.now()
    const kept: KeptRequery = {
      kind: 'staff-requery',
      orderId: order.id,
      member: { ...at.member },
      ticketId: at.ticket.id,
    }
    const thread = await at.w.threads.ofTicket(at.ticket.id)
    await at.w.inbox.receive({
      id: ids.row('in', now),
      platform: thread?.platform ?? mint('desk'),
      eventId: `requery:${at.inboxId}`,
      conversationId: null,
      body: JSON.stringify(kept),
      state: 'received',
      dueAt: now,
      tries: 0,
      at: now,
    })
    return told(at, 'staff_requery_started', { order: mask(order.number) }, { loud: true })
  },
}
