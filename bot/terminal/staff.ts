// The staff's side of the terminal: the queue, one ticket in hand, plain text is an internal note, /r goes to the user.
import { renderCard } from '../../core/desk/card/card.ts'
import type { ChatOptions } from '../../core/desk/chat/chat.ts'
import { readPressed } from '../../core/desk/outbox/address.ts'
import type { Answer } from '../../core/desk/staff/at.ts'
import { makeErrands } from '../../core/desk/staff/errand.ts'
import { makeStaffRoom } from '../../core/desk/staff/room.ts'
import type { Member, Staff, StaffRefusal } from '../../core/desk/staff/work.ts'
import type { TicketRow } from '../../core/domain/desk.ts'
import { err, type Result } from '../../core/kit/result.ts'
import { dateTimeOf } from '../../core/kit/zone.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import { eachLine } from './lines.ts'
import { type Screen, showNote } from './screen.ts'

export type StaffSide = {
  readonly staff: Staff
  readonly chat: ChatOptions
  readonly screen: Screen
  readonly name: string
  readonly signal: AbortSignal
}

const HELP = `/queue            the open tickets
/show N           a ticket with its card and lines
/claim N          take it: from now on the bot is silent there
/r TEXT           answer the user of the ticket in hand
TEXT  or  /note TEXT   an internal note, the user never sees it
/bot              give the conversation back to the bot
/close            close the ticket in hand
/press N          press the button that was shown with this number
/more             everything else that can be done: refunds, suspense, codes, goodwill …
/help             this list; end of input leaves`

const refusals: Record<Exclude<StaffRefusal['kind'], 'taken'>, string> = {
  'no-ticket': 'There is no such ticket; /queue lists them.',
  closed: 'This ticket is closed.',
  'not-owner': 'Claim it first: /claim N.',
  'not-proven': 'This needs a name.',
  'money-open': 'Money of this user is unresolved (in suspense): settle it first, then close.',
  'too-old': 'It was closed too long ago to go on; the user opens a new one by writing.',
  'not-closed': 'This ticket is open.',
  'not-due': 'Not yet.',
  'already-rated': 'It was rated already.',
  'not-resolved': 'Nobody answered it yet.',
  'same-ticket': 'That is this ticket.',
}

const sayRefusal = (refusal: StaffRefusal): string =>
  refusal.kind === 'taken' ? `${refusal.persona ?? refusal.owner} has this ticket.` : refusals[refusal.kind]

export async function work({ staff, chat, screen, name, signal }: StaffSide): Promise<void> {
  const me: Member = { key: `terminal:${name}`, persona: redact(new Raw(name)).text, proven: true }
  let inHand: number | undefined
  let seen = 0
  let shown: readonly string[] = []
  const room = makeStaffRoom(chat)
  const errand = makeErrands(chat, {
    platform: () => undefined,
    redactor: { redact: async () => err('busy'), close: async () => undefined },
  })

  const line = (ticket: TicketRow): string =>
    `#${ticket.id}  ${ticket.state}${ticket.owner === null ? '' : ` (${ticket.persona ?? ticket.owner})`}  ${ticket.topic}  ${ticket.lang}  opened ${dateTimeOf(ticket.openedAt)}`

  const showLines = async (id: number): Promise<number> => {
    const fresh = await staff.linesAfter(id, seen)
    for (const { author, persona, text, at } of fresh) {
      showNote(screen, `  ${dateTimeOf(at).slice(11)} ${author}${persona === null ? '' : ` ${persona}`}: ${text}`)
    }
    seen = fresh.at(-1)?.id ?? seen
    return fresh.length
  }

  const queue = async (): Promise<void> => {
    const open = await staff.open()
    screen.write(open.length === 0 ? 'No open tickets.\n' : `${open.map(line).join('\n')}\n`)
  }

  const show = async (id: number): Promise<void> => {
    const found = await staff.show(id)
    if (!found) return screen.write(`${refusals['no-ticket']}\n`)
    screen.write(`${line(found.ticket)}\n${renderCard(found.ticket, chat.context)}\n`)
    seen = 0
    await showLines(id)
  }

  const report = (result: Result<unknown, StaffRefusal>, done: string): boolean => {
    screen.write(`${result.ok ? done : sayRefusal(result.error)}\n`)
    return result.ok
  }

  const withTicket = async (work: (id: number) => Promise<void>): Promise<void> => {
    if (inHand === undefined) screen.write('No ticket in hand: /claim N first.\n')
    else await work(inHand)
  }

  /** The answer of the desk, with its buttons by number, and what it was waiting for outside. */
  const answered = async ({ text, buttons = [] }: Answer): Promise<void> => {
    const all = buttons.flat().flatMap((button) => ('data' in button ? [button] : []))
    if (all.length > 0) shown = all.map(({ data }) => data)
    const rows = all.map(({ label }, index) => `  [/press ${index + 1}] ${label}`)
    if (text !== null) screen.write(`${[text, ...rows].join('\n')}\n`)
    const { store, clock } = chat.context
    const due = await store.read((r) => r.inbox.open(clock.now(), 20))
    for (const row of due) if (row.conversationId === null) await errand(row)
  }

  const press = async (number: string): Promise<void> => {
    const pressed = readPressed(shown[Number(number) - 1] ?? '')
    if (pressed?.kind !== 'staff') return screen.write('There is no such button.\n')
    const { ticketId, verb, argument } = pressed
    await answered(await room.here(ticketId, me, { kind: 'button', ticketId, verb, argument }))
  }

  const commands: Record<string, (rest: string) => Promise<void>> = {
    help: async () => screen.write(`${HELP}\n`),
    press,
    more: () => withTicket(async (id) => answered(await room.here(id, me, { kind: 'text', raw: new Raw('/help') }))),
    queue,
    show: (rest) => show(Number(rest.replace('#', ''))),
    claim: async (rest) => {
      const id = Number(rest.replace('#', ''))
      if (!report(await staff.claim(id, me), `#${rest.replace('#', '')} is yours.`)) return
      inHand = id
      await show(id)
    },
    r: (rest) => withTicket(async (id) => void report(await staff.reply(id, me, new Raw(rest)), 'Sent to the user.')),
    note: (rest) => withTicket(async (id) => void report(await staff.note(id, me, new Raw(rest)), 'Noted.')),
    bot: () =>
      withTicket(async (id) => {
        if (report(await staff.backToBot(id, me), 'The bot answers again.')) inHand = undefined
      }),
    close: () =>
      withTicket(async (id) => {
        if (report(await staff.close(id, me), `#${id} is closed.`)) inHand = undefined
      }),
  }

  const take = async (text: string): Promise<'go-on'> => {
    const match = /^\/([a-z]+)\s*([\s\S]*)$/.exec(text.trim())
    if (text.trim() === '') return 'go-on'
    const command = match ? commands[match[1] ?? ''] : commands.note
    if (command) await command(match ? (match[2] ?? '') : text)
    else await withTicket(async (id) => answered(await room.here(id, me, { kind: 'text', raw: new Raw(text) })))
    if (inHand !== undefined) await showLines(inHand)
    return 'go-on'
  }

  const idle = async (): Promise<void> => {
    if (inHand !== undefined && (await showLines(inHand)) > 0) screen.write(`${name}> `)
  }

  await queue()
  if (screen.live) showNote(screen, '/help lists what works here.')
  await eachLine({ live: screen.live, prompt: `${name}> `, signal, idle }, take)
}
