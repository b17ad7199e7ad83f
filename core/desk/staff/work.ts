// What staff do with a ticket: see the queue, claim, answer, note, close, give back to the bot. One person owns it at a time.
import { type FlowBook, interfaceText } from '../../conversation/book.ts'
import type { LineAuthor, TicketLineRow, TicketRow } from '../../domain/desk.ts'
import type { TicketEvent, TicketRefusal } from '../../domain/ticket-event.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { Raw } from '../../redaction/raw.ts'
import { redact } from '../../redaction/redact.ts'
import { mint, type Redacted } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import { askRating } from '../chat/rating.ts'
import type { Context } from '../context.ts'
import { sayInThread, tellThread, tellUser } from '../outbox/enqueue.ts'
import { showReply } from './line.ts'
import { moneyWaits, moveTicket } from './tickets.ts'

/** A colleague, as the platform's adapter knows them. */
export type Member = {
  /** `telegram:42`, `terminal:lin`: for the audit and the owner; never shown to users. */
  readonly key: string
  /** The name that users see. */
  readonly persona: Redacted
  /** False for somebody who writes in the group's name: may read, note and answer, nothing that needs a name. */
  readonly proven: boolean
}

export type StaffRefusal = TicketRefusal | { readonly kind: 'no-ticket' } | { readonly kind: 'not-proven' }

export type StaffTicket = { readonly ticket: TicketRow; readonly lines: readonly TicketLineRow[] }

/** A reply as it was taken: the line, and whether it waits for a word because somebody else has the ticket. */
export type Replied = {
  readonly lineId: number
  readonly held: boolean
  readonly owner: Redacted | null
  readonly text: Redacted
}

export type ReplyOptions = {
  /** The user's line that it answers. */
  readonly answers?: number | null
  /** Sent although somebody else has the ticket. */
  readonly anyway?: boolean
  /** Show it in the ticket's thread: it was not written there. */
  readonly elsewhere?: boolean
}

export type Staff = ReturnType<typeof makeStaff>

/** The same, inside a transaction of the caller. */
export function staffIn(context: Context, book: FlowBook) {
  const { clock } = context
  const who = (member: Member) => ({ staff: member.key, persona: member.persona })
  const actor = (member: Member): Redacted => mint(member.key)

  const addLine = (
    w: Writers,
    ticket: TicketRow,
    author: LineAuthor,
    member: Member,
    text: Redacted,
    more: Partial<TicketLineRow>,
  ) =>
    w.tickets.addLine({
      ticketId: ticket.id,
      inboxId: null,
      author,
      staff: member.key,
      persona: member.persona,
      text,
      answers: null,
      held: false,
      removed: false,
      at: clock.now(),
      ...more,
    })

  async function tell(w: Writers, ticket: TicketRow, text: Redacted, lineId: number | null = null): Promise<void> {
    const conversation = await w.conversations.byId(ticket.conversationId)
    if (!conversation) return
    await tellUser(w, clock.now(), conversation, { kind: 'say', text, step: 0, choices: [] }, lineId, ticket.id)
  }

  const simply = (event: (member: Member) => TicketEvent) => async (w: Writers, ticket: TicketRow, member: Member) =>
    moveTicket(w, context, ticket, event(member), actor(member))

  async function ended(
    w: Writers,
    ticket: TicketRow,
    member: Member,
    kind: 'close' | 'to-bot',
  ): Promise<Result<TicketRow, StaffRefusal>> {
    if (ticket.state !== 'closed' && ticket.owner !== null && ticket.owner !== member.key) {
      return err({ kind: 'taken', owner: ticket.owner, persona: ticket.persona })
    }
    const moneyOpen = await moneyWaits(w, ticket)
    const event: TicketEvent =
      kind === 'close' ? { kind, by: 'staff', moneyOpen } : { kind, staff: member.key, moneyOpen }
    const moved = await moveTicket(w, context, ticket, event, actor(member))
    if (!moved.ok) return moved
    const key = kind === 'close' ? 'ticket_closed' : 'back_to_bot'
    await tell(w, ticket, interfaceText(book, ticket.lang, key, { ticket: mint(`#${ticket.id}`) }))
    if (kind === 'close') {
      await askRating(w, context, book, moved.value)
      await tellMerged(w, ticket)
    }
    return moved
  }

  /** The incident is solved: everybody whose ticket was merged into this one hears it, and may write again. */
  async function tellMerged(w: Writers, main: TicketRow): Promise<void> {
    for (const merged of await w.tickets.mergedInto(main.id)) {
      await tell(w, merged, interfaceText(book, merged.lang, 'incident_solved', { ticket: mint(`#${merged.id}`) }))
    }
  }

  return {
    addLine,
    tell,
    /** To the user, as a line of staff reads. */
    tellLine: (w: Writers, ticket: TicketRow, lineId: number, line: Pick<TicketLineRow, 'persona' | 'text'>) =>
      tell(w, ticket, showReply(book, line, ticket.lang), lineId),
    /** A word of the desk in that ticket's thread. */
    sayThere: (w: Writers, ticket: TicketRow, text: Redacted) => sayInThread(w, clock.now(), ticket.id, text),
    /** Atomic: the second who tries is told who has it. */
    claim: simply((member) => ({ kind: 'claim', ...who(member) })),
    transfer: simply((member) => ({ kind: 'transfer', ...who(member) })),
    reopen: async (w: Writers, ticket: TicketRow, member: Member) => {
      const moved = await moveTicket(w, context, ticket, { kind: 'reopen' }, actor(member))
      if (!moved.ok) return moved
      const conversation = await w.conversations.byId(ticket.conversationId)
      if (conversation) await w.conversations.save({ ...conversation, ticketId: ticket.id })
      return moved
    },
    close: (w: Writers, ticket: TicketRow, member: Member) => ended(w, ticket, member, 'close'),
    /** The conversation goes back to the bot, said to the user; the next message begins a clean flow. */
    backToBot: (w: Writers, ticket: TicketRow, member: Member) => ended(w, ticket, member, 'to-bot'),
    /** Goes to the user, redacted like everything that leaves. Held where somebody else has the ticket. */
    reply: async (
      w: Writers,
      ticket: TicketRow,
      member: Member,
      words: Raw,
      options: ReplyOptions = {},
    ): Promise<Result<Replied, StaffRefusal>> => {
      const { text } = redact(words)
      const anyway = options.anyway ?? false
      const moved = await moveTicket(w, context, ticket, { kind: 'reply', ...who(member), anyway }, actor(member))
      const answers = options.answers ?? null
      if (!moved.ok) {
        if (moved.error.kind !== 'taken') return moved
        const lineId = await addLine(w, ticket, 'staff', member, text, { answers, held: true })
        return ok({ lineId, held: true, owner: moved.error.persona, text })
      }
      const lineId = await addLine(w, ticket, 'staff', member, text, { answers })
      await tell(w, ticket, showReply(book, { persona: member.persona, text }, ticket.lang), lineId)
      if (options.elsewhere) await tellThread(w, clock.now(), ticket.id, { kind: 'line' }, lineId)
      return ok({ lineId, held: false, owner: null, text })
    },
    /** Sends a reply that was held: its writer was told who has the ticket. */
    sendAnyway: async (
      w: Writers,
      ticket: TicketRow,
      member: Member,
      lineId: number,
    ): Promise<Result<TicketRow, StaffRefusal>> => {
      const line = await w.tickets.line(lineId)
      if (!line?.held || line.ticketId !== ticket.id || line.staff !== member.key) return err({ kind: 'not-owner' })
      const moved = await moveTicket(w, context, ticket, { kind: 'reply', ...who(member), anyway: true }, actor(member))
      if (!moved.ok) return moved
      await w.tickets.saveLine({ ...line, held: false })
      await tell(w, ticket, showReply(book, line, ticket.lang), lineId)
      return moved
    },
    /** Never shown to the user. */
    note: async (w: Writers, ticket: TicketRow, member: Member, words: Raw, elsewhere = false): Promise<number> => {
      const lineId = await addLine(w, ticket, 'note', member, redact(words).text, {})
      if (elsewhere) await tellThread(w, clock.now(), ticket.id, { kind: 'line' }, lineId)
      return lineId
    },
  }
}

/** For a place that shows tickets by itself: the terminal. */
export function makeStaff(context: Context, book: FlowBook) {
  const { store } = context
  const inside = staffIn(context, book)

  const change = <T>(
    id: number,
    work: (w: Writers, ticket: TicketRow) => Promise<Result<T, StaffRefusal>>,
  ): Promise<Result<T, StaffRefusal>> =>
    store.write(async (w) => {
      const ticket = await w.tickets.byId(id)
      return ticket ? work(w, ticket) : err({ kind: 'no-ticket' })
    })

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
    claim: (id: number, member: Member) => change(id, (w, ticket) => inside.claim(w, ticket, member)),
    reply: (id: number, member: Member, words: Raw, anyway = false) =>
      change(id, (w, ticket) => inside.reply(w, ticket, member, words, { anyway, elsewhere: true })),
    note: (id: number, member: Member, words: Raw) =>
      change(id, async (w, ticket) =>
        ticket.state === 'closed' ? err({ kind: 'closed' }) : ok(await inside.note(w, ticket, member, words, true)),
      ),
    /** Nothing closes while money is unresolved. */
    close: (id: number, member: Member) => change(id, (w, ticket) => inside.close(w, ticket, member)),
    reopen: (id: number, member: Member) => change(id, (w, ticket) => inside.reopen(w, ticket, member)),
    backToBot: (id: number, member: Member) => change(id, (w, ticket) => inside.backToBot(w, ticket, member)),
  }
}
