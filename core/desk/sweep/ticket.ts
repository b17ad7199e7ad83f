// One ticket whose time has come: in one transaction everybody hears what is due, and the ticket stands as if it was done once.
import { interfaceText } from '../../conversation/book.ts'
import { when } from '../../diagnosis/words.ts'
import type { TicketRow } from '../../domain/desk.ts'
import type { TicketClock } from '../../domain/ticket-clock.ts'
import { type Due, dueNow } from '../../domain/ticket-due.ts'
import { invariant } from '../../kit/invariant.ts'
import { join, type Redacted, say } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import { readCard } from '../card/card.ts'
import type { ChatOptions } from '../chat/chat.ts'
import { sayInThread, tellUser } from '../outbox/enqueue.ts'
import { moneyWaits, moveTicket, rulesOf } from '../staff/tickets.ts'
import { gatherInRoom } from './room.ts'

/** A ticket that waited so long that the operator hears of it. */
export type Alert = { readonly ticketId: number; readonly clock: TicketClock }
export type TicketSwept = { readonly did: number; readonly alerts: readonly Alert[] }

type Reminder = Extract<Due, { kind: 'remind' }>

/** Who does what nobody pressed a button for. */
const DESK = say`desk`
const NOTHING: TicketSwept = { did: 0, alerts: [] }

const dueAtOf = ({ firstDueAt, nextDueAt, resolveDueAt }: TicketRow, clock: TicketClock) =>
  ({ first: firstDueAt, next: nextDueAt, resolve: resolveDueAt })[clock]

/** What is overdue, one sentence a clock. */
function overdue({ context, book }: ChatOptions, ticket: TicketRow, reminders: readonly Reminder[]): Redacted {
  const clocks = [...new Set(reminders.map(({ clock }) => clock))]
  const sentences = clocks.map((clock) => {
    const dueAt = dueAtOf(ticket, clock)
    invariant(dueAt !== null, 'a clock that does not run is overdue')
    return interfaceText(book, ticket.lang, `staff_due_${clock}`, { due_at: when(dueAt, context.clock.now()) })
  })
  return join(sentences, ' · ')
}

async function remind(w: Writers, options: ChatOptions, ticket: TicketRow, due: readonly Reminder[]): Promise<void> {
  const { context, book } = options
  const at = context.clock.now()
  const here = due.filter(({ level }) => level === 1)
  if (here.length > 0) await sayInThread(w, at, ticket.id, say`⏰ ${overdue(options, ticket, here)}`)
  const loud = due.filter(({ level }) => level > 1)
  const thread = loud.length === 0 ? undefined : await w.threads.ofTicket(ticket.id)
  if (!thread) return
  const mark = loud.some(({ level }) => level === 3) ? say`‼️ ` : say``
  const { capability } = readCard(ticket.card)
  const about = capability === '-' ? [] : [capability]
  const line = join([say`${mark}#${ticket.id}`, ...about, overdue(options, ticket, loud)], ' · ')
  const heading = join([interfaceText(book, 'zh', 'staff_overdue'), interfaceText(book, 'en', 'staff_overdue')], ' ')
  await gatherInRoom(w, at, thread.platform, heading, line)
}

async function sayToUser(w: Writers, { context }: ChatOptions, ticket: TicketRow, text: Redacted): Promise<void> {
  const conversation = await w.conversations.byId(ticket.conversationId)
  invariant(conversation, 'a ticket without a conversation')
  const job = { kind: 'say', text, step: 0, choices: [] } as const
  await tellUser(w, context.clock.now(), conversation, { ...job, choices: [] }, null, ticket.id)
}

/** Money that nobody knew of when the ticket was last touched holds it open: no warning, no closing. */
async function checked(w: Writers, options: ChatOptions, ticket: TicketRow): Promise<TicketRow> {
  const due = dueNow(ticket, rulesOf(options.context))
  const ends = due.some(({ kind }) => kind === 'warn-user' || kind === 'auto-close')
  // What the records say counts, not what the ticket remembers.
  if (!ends || !(await moneyWaits(w, { ...ticket, moneyOpen: true }))) return ticket
  const moved = await moveTicket(w, options.context, ticket, { kind: 'money', open: true }, DESK)
  return moved.ok ? moved.value : ticket
}

/** In the caller's transaction. Nothing where somebody else was quicker. */
export async function sweepTicket(w: Writers, options: ChatOptions, id: number): Promise<TicketSwept> {
  const { context, book } = options
  const found = await w.tickets.byId(id)
  const rules = rulesOf(context)
  if (!found || found.wakeAt === null || found.wakeAt > rules.now) return NOTHING
  const ticket = await checked(w, options, found)
  const number = say`#${id}`
  const due = dueNow(ticket, rules)
  if (due.some(({ kind }) => kind === 'auto-close')) {
    const closed = await moveTicket(w, context, ticket, { kind: 'close', by: 'auto', moneyOpen: false }, DESK)
    if (!closed.ok) return NOTHING
    await sayToUser(w, options, ticket, interfaceText(book, ticket.lang, 'closed_by_silence', { ticket: number }))
    return { did: 1, alerts: [] }
  }
  const woken = await moveTicket(w, context, ticket, { kind: 'woken' }, DESK)
  if (!woken.ok) return NOTHING
  const reminders = due.filter((one) => one.kind === 'remind')
  await remind(w, options, ticket, reminders)
  // What is overdue was just said: "look at it again" adds nothing.
  if (reminders.length === 0 && due.some(({ kind }) => kind === 'review')) {
    await sayInThread(w, rules.now, id, interfaceText(book, ticket.lang, 'staff_review'))
  }
  const { closeAt } = woken.value
  if (due.some(({ kind }) => kind === 'warn-user') && closeAt !== null) {
    const slots = { ticket: number, close_at: when(closeAt, rules.now) }
    await sayToUser(w, options, ticket, interfaceText(book, ticket.lang, 'close_warning', slots))
  }
  const alerts = reminders.filter(({ level }) => level === 3).map(({ clock }) => ({ ticketId: id, clock }))
  return { did: due.length, alerts }
}
