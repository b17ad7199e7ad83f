// The staff's place: one transaction a deed. Plain words stay internal; only what answers the user, or is said to, goes out.
import { interfaceText } from '../../conversation/book.ts'
import type { InboxRow, TicketRow } from '../../domain/desk.ts'
import { staffCommandOf } from '../../redaction/door.ts'
import { redact } from '../../redaction/redact.ts'
import { mint, type Redacted } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import type { ChatOptions } from '../chat/chat.ts'
import { sayInThread, tellRoom } from '../outbox/enqueue.ts'
import { type Answer, type At, silent, told } from './at.ts'
import { remember } from './colleagues.ts'
import type { StaffAnswer, StaffIncoming } from './incoming.ts'
import type { StaffKept } from './kept.ts'
import { editLine, passReactionToUser, takeBack } from './mirror.ts'
import { dueAfter, keepPicture, sendCopy } from './picture.ts'
import { type Answered, answeredBy, linkMessage, linkOf, ticketOf } from './place.ts'
import { noteDown, replyTo, type Spoken } from './talk.ts'
import { threadTurned } from './thread-event.ts'
import { verbOf } from './verbs.ts'
import { type Member, staffIn } from './work.ts'

/** What a presser is shown; longer words stand in the thread. */
const LONGEST_TOAST = 190

type Deed = {
  readonly spoken: Spoken
  /** The verb, where a second person may have to agree to it. */
  readonly verb?: string
  readonly argument?: Redacted
  readonly waits?: Pick<InboxRow, 'body' | 'dueAt'>
}
type Acted = Deed & { readonly ticket?: TicketRow }
const deed = (answer: Answer): Deed => ({ spoken: { answer, lineId: null } })

export type StaffRoom = ReturnType<typeof makeStaffRoom>

export function makeStaffRoom(options: ChatOptions) {
  const { context, book } = options
  const { store, clock, ids } = context
  const inside = staffIn(context, book)

  async function runVerb(at: At, name: string, argument: Redacted, pressed: boolean): Promise<Deed> {
    const verb = verbOf(name, pressed)
    if (!verb) return deed(told(at, 'staff_unknown_command'))
    if (verb.needs === 'name' && !at.member.proven) return deed(told(at, 'staff_not_proven'))
    const answer = await verb.run(at, argument)
    return { ...deed(answer), ...(verb.keeps ? { verb: name, argument } : {}) }
  }

  async function words(at: At, incoming: StaffIncoming, answered: Answered | null): Promise<Deed> {
    if (incoming.message.kind !== 'text') return deed(silent)
    const { raw } = incoming.message
    const command = staffCommandOf(raw)
    const theirs = answered?.line?.author === 'user' ? answered.line.id : null
    const unseen = incoming.unseen ?? false
    if (command?.name === 'r') return { spoken: await replyTo(at, command.argument, theirs, unseen) }
    if (command?.name === 'note') return { spoken: await noteDown(at, command.argument) }
    if (command) return runVerb(at, command.name, redact(command.argument).text, false)
    const outward = theirs !== null || answered?.prompted === true
    if (outward) return { spoken: await replyTo(at, raw, theirs) }
    const spoken = await noteDown(at, raw)
    // A copy whose sending was cut off stands there under a number that we were never told: whose words it has, we cannot know.
    const unknown = answered === null && incoming.answers !== undefined
    return { spoken: unknown ? { ...spoken, answer: told(at, 'staff_unknown_copy') } : spoken }
  }

  /** A reply to the user's words goes out, whatever it is made of; the rest stays among colleagues. */
  async function thing(at: At, incoming: StaffIncoming, answered: Answered | null): Promise<Deed> {
    const { message } = incoming
    const outward = answered?.line?.author === 'user' || answered?.prompted === true
    if (message.kind === 'copy') return outward ? { spoken: await sendCopy(at, message) } : deed(silent)
    if (message.kind !== 'media') return deed(told(at, 'staff_not_sent'))
    const command = staffCommandOf(message.caption)
    if (!outward && command?.name !== 'r') return { spoken: await noteDown(at, message.caption) }
    const caption = command?.name === 'r' ? command.argument : message.caption
    const body = JSON.stringify(keepPicture(at, { ...message, caption }))
    return { ...deed(silent), waits: { body, dueAt: dueAfter(at, message.album) } }
  }

  async function edit(w: Writers, incoming: StaffIncoming): Promise<void> {
    if (incoming.message.kind !== 'edit') return
    const link = await linkOf(w, context, incoming, incoming.message.of)
    const line = link?.lineId == null ? undefined : await w.tickets.line(link.lineId)
    const ticket = line && (await w.tickets.byId(line.ticketId))
    const own = line?.author !== 'user' && line?.staff === incoming.member?.key
    if (line && ticket && own) await editLine(w, options, ticket, line, incoming.message.raw)
  }

  /** Whoever could delete it stands for its author. */
  async function deletion(w: Writers, incoming: StaffIncoming): Promise<void> {
    if (incoming.message.kind !== 'deleted') return
    const link = await linkOf(w, context, incoming, incoming.message.of)
    const line = link?.lineId == null ? undefined : await w.tickets.line(link.lineId)
    const ticket = line && (await w.tickets.byId(line.ticketId))
    // A copy of the user's words that somebody tidies away takes nothing back.
    if (line && ticket && line.author !== 'user' && link?.inboxId !== null && !line.removed)
      await takeBack(w, options, ticket, line)
  }

  async function reaction(w: Writers, incoming: StaffIncoming): Promise<void> {
    if (incoming.message.kind !== 'reaction') return
    const link = await linkOf(w, context, incoming, incoming.message.of)
    const line = link?.lineId == null ? undefined : await w.tickets.line(link.lineId)
    const ticket = line && (await w.tickets.byId(line.ticketId))
    if (line?.author === 'user' && ticket) await passReactionToUser(w, options, ticket, line.id, incoming.message.mark)
  }

  /** What happens without words: undefined where the message is something that is said or done in a ticket. */
  async function wordless(w: Writers, incoming: StaffIncoming, at: At | null): Promise<'done' | undefined> {
    const { message, member, platform } = incoming
    if (message.kind === 'moved') {
      await w.threads.putFact(`${platform}.staff-chat`, message.to)
      return 'done'
    }
    if (message.kind === 'deleted') {
      await deletion(w, incoming)
      return 'done'
    }
    if (message.kind === 'edit' || message.kind === 'reaction') {
      if (member !== null) await (message.kind === 'edit' ? edit(w, incoming) : reaction(w, incoming))
      return 'done'
    }
    if (message.kind !== 'thread-closed' && message.kind !== 'thread-reopened') return undefined
    const ticket = at?.ticket ?? (await ticketOf(w, incoming))
    const may = at?.member.proven === true ? at : null
    if (!ticket) return 'done'
    await threadTurned(w, options, ticket, message.kind === 'thread-reopened', may)
    if (may === null && at) await sayInThread(w, clock.now(), ticket.id, told(at, 'staff_not_proven').text ?? mint(''))
    return 'done'
  }

  const atOf = (
    w: Writers,
    incoming: StaffIncoming,
    ticket: TicketRow,
    inboxId: string,
    answered: Answered | null,
  ): At | null => {
    const { member } = incoming
    const line = answered?.line ?? null
    return member && { w, options, inside, ticket, member, inboxId, answered: line && { lineId: line.id, ...line } }
  }

  async function act(w: Writers, incoming: StaffIncoming, inboxId: string, named: number | null): Promise<Acted> {
    const { message, member } = incoming
    const ticket = named === null ? await ticketOf(w, incoming) : await w.tickets.byId(named)
    const answered = ticket ? await answeredBy(w, context, ticket, incoming) : null
    const at = ticket ? atOf(w, incoming, ticket, inboxId, answered) : null
    if (await wordless(w, incoming, at)) return deed(silent)
    // Talk in the room that all share is nobody's deed.
    if (member === null && !ticket && message.kind !== 'button') return deed(silent)
    if (member === null) {
      const text = interfaceText(book, ticket?.lang ?? 'zh', 'staff_not_member')
      return { ...deed({ text }), ...(ticket ? { ticket } : {}) }
    }
    await remember(w, member)
    if (!ticket || !at) return outside(incoming)
    if (message.kind === 'button') {
      const argument = mint(/^[\w-]{0,24}$/.test(message.argument) ? message.argument : '')
      return { ...(await runVerb(at, message.verb, argument, true)), ticket }
    }
    const done = message.kind === 'text' ? await words(at, incoming, answered) : await thing(at, incoming, answered)
    return { ...done, ticket }
  }

  /** In the room that all share, or in a thread that is no ticket's: talk among colleagues is theirs alone. */
  function outside({ message }: StaffIncoming): Deed {
    if (message.kind === 'button') return deed({ text: interfaceText(book, 'zh', 'staff_no_ticket') })
    const asked = message.kind === 'text' && staffCommandOf(message.raw)?.name === 'help'
    return deed(asked ? { text: interfaceText(book, 'zh', 'staff_help') } : silent)
  }

  /** A command is answered in the thread; a press by a toast, and in the thread where the colleagues need to know. */
  async function speak(
    w: Writers,
    incoming: StaffIncoming,
    done: Answer,
    ticket: TicketRow | undefined,
    inboxId: string,
  ) {
    if (done.text === null) return
    const pressed = incoming.message.kind === 'button'
    if (done.whisper === true) return
    const aloud = !pressed || done.loud === true || done.buttons !== undefined || done.text.length > LONGEST_TOAST
    if (!aloud) return
    const now = clock.now()
    const more = { buttons: done.buttons ?? [], prompt: done.prompt ?? false }
    const thread = ticket && (await w.threads.ofTicket(ticket.id))
    if (ticket && thread)
      await sayInThread(w, now, ticket.id, done.text, pressed ? more : { ...more, answers: inboxId })
    else if (!ticket) await tellRoom(w, now, incoming.platform, done.text, more.buttons)
  }

  /** One deed with all that follows from it; undefined for a repeat. `named`: the ticket, where there are no threads. */
  const commit = (incoming: StaffIncoming, named: number | null = null): Promise<Answer | undefined> =>
    store.write(async (w) => {
      const { platform, eventId, member, message } = incoming
      if (await w.inbox.byEvent(platform, eventId)) return undefined
      const at = clock.now()
      const id = ids.row('in', at)
      const { spoken, verb = null, argument = null, waits, ticket } = await act(w, incoming, id, named)
      const ticketId = ticket?.id ?? null
      const who = { member: member && { ...member }, ticketId }
      const kept: StaffKept = { kind: 'staff', what: message.kind, verb, argument, ...who }
      const { body, dueAt } = waits ?? { body: JSON.stringify(kept), dueAt: at }
      const row = { id, platform, eventId, conversationId: null, body, dueAt, tries: 0, at }
      await w.inbox.receive({ ...row, state: waits ? 'received' : 'done' })
      await linkMessage(w, context, incoming, id, ticketId, spoken.lineId)
      await speak(w, incoming, spoken.answer, ticket, id)
      return spoken.answer
    })

  return {
    /** What a platform hands over. A repeat of an event changes nothing. */
    take: async (incoming: StaffIncoming): Promise<StaffAnswer> => {
      const answer = await commit(incoming)
      if (incoming.message.kind !== 'button' || answer?.text == null) return { toast: null }
      return { toast: mint(answer.text.slice(0, LONGEST_TOAST)) }
    },
    /** For a place without threads: something typed or pressed about a ticket, and the answer to it. */
    here: async (ticketId: number, member: Member, message: Typed): Promise<Answer> => {
      const eventId = ids.row('here', clock.now())
      const incoming = { platform: 'terminal', eventId, member, chat: 'terminal', thread: null, message }
      return (await commit(incoming, ticketId)) ?? silent
    },
  }
}

type Typed = Extract<StaffIncoming['message'], { kind: 'text' | 'button' }>
