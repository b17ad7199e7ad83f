// What staff do with a ticket: see the queue, claim, answer, note, close, give back to the bot. One person owns it at a time.
import { type FlowBook, interfaceText } from '../conversation/book.ts'
import { newState, serialiseState } from '../conversation/state.ts'
import type { TicketLineRow, TicketRow } from '../domain/desk.ts'
import { instantOf } from '../kit/clock.ts'
import { invariant } from '../kit/invariant.ts'
import { err, ok, type Result } from '../kit/result.ts'
import type { Raw } from '../redaction/raw.ts'
import { redact } from '../redaction/redact.ts'
import { mint, type Redacted, say } from '../redaction/redacted.ts'
import type { Writers } from '../store/nouns.ts'
import type { Context } from './context.ts'

export type StaffRefusal =
  | { readonly kind: 'no-ticket' | 'closed' | 'not-claimed' | 'money-open' }
  | { readonly kind: 'taken'; readonly owner: string }

export type StaffTicket = { readonly ticket: TicketRow; readonly lines: readonly TicketLineRow[] }

export function makeStaff(context: Context, book: FlowBook) {
  const { store, clock } = context

  const change = <T>(
    id: number,
    work: (w: Writers, ticket: TicketRow) => Promise<Result<T, StaffRefusal>>,
  ): Promise<Result<T, StaffRefusal>> =>
    store.write(async (w) => {
      const ticket = await w.tickets.byId(id)
      if (!ticket) return err({ kind: 'no-ticket' })
      return ticket.state === 'closed' ? err({ kind: 'closed' }) : work(w, ticket)
    })

  const owned = (ticket: TicketRow, persona: string): StaffRefusal | undefined => {
    if (ticket.owner === null) return { kind: 'not-claimed' }
    return ticket.owner === persona ? undefined : { kind: 'taken', owner: ticket.owner }
  }

  async function tell(w: Writers, ticket: TicketRow, text: Redacted): Promise<void> {
    const body = JSON.stringify({ text, step: 0, choices: [] })
    await w.conversations.send(ticket.conversationId, body, clock.now())
  }

  async function release(w: Writers, ticket: TicketRow): Promise<void> {
    const conversation = await w.conversations.byId(ticket.conversationId)
    invariant(conversation, 'a ticket without a conversation')
    // A clean start: the old question must not come back from under the person's answer.
    await w.conversations.save({
      ...conversation,
      ticketId: null,
      state: serialiseState(newState(conversation.lang ?? undefined)),
    })
    await w.tickets.save({ ...ticket, state: 'closed', closedAt: clock.now() })
  }

  return {
    /** Every open ticket: waiting ones first, oldest first. */
    open: (): Promise<readonly TicketRow[]> =>
      store.read(async (r) => [
        ...(await r.tickets.byState('queue', 100)),
        ...(await r.tickets.byState('human', 100)),
        ...(await r.tickets.byState('waiting-user', 100)),
      ]),
    show: (id: number): Promise<StaffTicket | undefined> =>
      store.read(async (r) => {
        const ticket = await r.tickets.byId(id)
        return ticket && { ticket, lines: await r.tickets.lines(id) }
      }),
    linesAfter: (id: number, after: number): Promise<readonly TicketLineRow[]> =>
      store.read((r) => r.tickets.lines(id, after)),
    /** Atomic: the second who tries is told who has it. */
    claim: (id: number, persona: string) =>
      change(id, async (w, ticket) => {
        if (ticket.owner !== null && ticket.owner !== persona) return err({ kind: 'taken', owner: ticket.owner })
        await w.tickets.save({ ...ticket, state: 'human', owner: persona, claimedAt: ticket.claimedAt ?? clock.now() })
        return ok(undefined)
      }),
    /** Goes to the user, redacted like everything that leaves. */
    reply: (id: number, persona: string, words: Raw) =>
      change(id, async (w, ticket) => {
        const refusal = owned(ticket, persona)
        if (refusal) return err(refusal)
        const at = clock.now()
        const { text } = redact(words)
        await w.tickets.addLine({ ticketId: id, inboxId: null, author: 'staff', persona, text, at })
        await w.tickets.save({ ...ticket, state: 'waiting-user', firstReplyAt: ticket.firstReplyAt ?? at })
        const from = interfaceText(book, ticket.lang, 'reply_from', { persona: mint(persona) })
        await tell(w, ticket, say`${from} ${text}`)
        return ok(text)
      }),
    note: (id: number, persona: string, words: Raw) =>
      change(id, async (w) => {
        await w.tickets.addLine({
          ticketId: id,
          inboxId: null,
          author: 'note',
          persona,
          text: redact(words).text,
          at: clock.now(),
        })
        return ok(undefined)
      }),
    /** Nothing closes while money is unresolved. */
    close: (id: number, persona: string) =>
      change(id, async (w, ticket) => {
        const refusal = owned(ticket, persona)
        if (refusal) return err(refusal)
        if (ticket.moneyOpen && (await moneyWaits(w, ticket))) return err({ kind: 'money-open' })
        await release(w, ticket)
        await tell(w, ticket, interfaceText(book, ticket.lang, 'ticket_closed', { ticket: mint(`#${id}`) }))
        return ok(undefined)
      }),
    /** The conversation goes back to the bot, said to the user; the next message begins a clean flow. */
    backToBot: (id: number, persona: string) =>
      change(id, async (w, ticket) => {
        const refusal = owned(ticket, persona)
        if (refusal) return err(refusal)
        await release(w, ticket)
        await tell(w, ticket, interfaceText(book, ticket.lang, 'back_to_bot'))
        return ok(undefined)
      }),
  }
}

async function moneyWaits(w: Writers, { accountId }: TicketRow): Promise<boolean> {
  if (accountId === null) return false
  const recent = await w.orders.page(accountId, instantOf(Number.MAX_SAFE_INTEGER), 50)
  for (const order of recent) {
    if ((await w.payments.ofOrder(order.id)).some(({ disposition }) => disposition === 'suspense')) return true
  }
  return false
}
