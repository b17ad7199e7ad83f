// What a colleague says: to the user, to the others, in words prepared beforehand; and how it is taken back.

import type { Raw } from '../../redaction/raw.ts'
import { redact } from '../../redaction/redact.ts'
import { mint, type Redacted, say } from '../../redaction/redacted.ts'
import { readCard } from '../card/shape.ts'
import { staffData } from '../outbox/address.ts'
import type { JobButton } from '../outbox/job.ts'
import { type Answer, type At, answer, silent, ticketMark, told, type Verb, word } from './at.ts'
import { showLine } from './line.ts'
import { takeBack } from './mirror.ts'
import { refused } from './refusal.ts'
import { lacking, writeReply } from './replies.ts'

/** What was said, and the line that it became. */
export type Spoken = { readonly answer: Answer; readonly lineId: number | null }

const heldButtons = (at: At, lineId: number, label: Redacted): JobButton[][] => [
  [
    { label, data: staffData(at.ticket.id, 'send', `${lineId}`) },
    { label: word(at, 'staff_button_drop'), data: staffData(at.ticket.id, 'drop', `${lineId}`) },
  ],
]

const blank = (raw: Raw): boolean => redact(raw).text.trim() === ''

/** `elsewhere`: it was not written in the thread, which is to show it. */
export async function replyTo(at: At, raw: Raw, answers: number | null, elsewhere = false): Promise<Spoken> {
  if (blank(raw)) return { answer: told(at, 'staff_reply_empty'), lineId: null }
  const done = await at.inside.reply(at.w, at.ticket, at.member, raw, { answers, elsewhere })
  if (!done.ok) return { answer: refused(at, done.error), lineId: null }
  const { lineId, held, owner } = done.value
  if (!held) return { answer: silent, lineId }
  const buttons = heldButtons(at, lineId, word(at, 'staff_button_send_anyway'))
  return { answer: told(at, 'staff_held', { persona: owner ?? mint('—') }, { buttons }), lineId }
}

export async function noteDown(at: At, raw: Raw): Promise<Spoken> {
  if (blank(raw)) return { answer: silent, lineId: null }
  return { answer: silent, lineId: await at.inside.note(at.w, at.ticket, at.member, raw) }
}

/** Words that only wait for a tap: shown as they would leave. */
export async function draft(at: At, text: Redacted): Promise<Spoken> {
  const line = { answers: at.answered?.author === 'user' ? at.answered.lineId : null, held: true }
  const lineId = await at.inside.addLine(at.w, at.ticket, 'staff', at.member, text, line)
  const buttons = heldButtons(at, lineId, word(at, 'staff_button_send'))
  return { answer: told(at, 'staff_preview', { text }, { buttons }), lineId }
}

const heldLine = async (at: At, argument: Redacted) => {
  const line = await at.w.tickets.line(Number(argument))
  return line?.ticketId === at.ticket.id && line.held && !line.removed ? line : undefined
}

/** A held reply goes out on its writer's word. */
const send: Verb = {
  needs: 'nobody',
  run: async (at, argument) => {
    const line = await heldLine(at, argument)
    if (!line) return told(at, 'staff_not_held')
    if (line.staff !== at.member.key) return told(at, 'staff_not_yours')
    const sent = await at.inside.sendAnyway(at.w, at.ticket, at.member, line.id)
    return sent.ok ? told(at, 'staff_sent') : refused(at, sent.error)
  },
}

const drop: Verb = {
  needs: 'nobody',
  run: async (at, argument) => {
    const line = await heldLine(at, argument)
    if (!line) return told(at, 'staff_not_held')
    if (line.staff !== at.member.key) return told(at, 'staff_not_yours')
    await takeBack(at.w, at.options, at.ticket, line)
    return told(at, 'staff_dropped')
  },
}

const reply: Verb = {
  needs: 'nobody',
  run: async (at) => {
    if (at.ticket.state === 'closed') return told(at, 'staff_is_closed')
    return answer(word(at, 'staff_prompt', { ticket: ticketMark(at.ticket.id) }), { prompt: true, loud: true })
  },
}

const unsend: Verb = {
  needs: 'nobody',
  run: async (at) => {
    const line = at.answered === null ? undefined : await at.w.tickets.line(at.answered.lineId)
    if (!line || line.author === 'user') return told(at, 'staff_unsend_how')
    if (line.staff !== at.member.key) return told(at, 'staff_not_yours')
    if (line.removed) return told(at, 'staff_unsent_before')
    await takeBack(at.w, at.options, at.ticket, line)
    return told(at, line.author === 'note' ? 'staff_unsent_note' : 'staff_unsent')
  },
}

/** The names, or a preview in the user's language with a button that sends it. */
const canned: Verb = {
  needs: 'nobody',
  run: async (at, argument) => {
    const { replies = {}, book } = at.options
    const names = Object.keys(replies)
    const name = names.find((one) => one === argument.trim().toLowerCase())
    const template = name === undefined ? undefined : replies[name]
    if (template === undefined) return told(at, 'staff_canned_names', { names: mint(names.join(' · ')) })
    const { records } = readCard(at.ticket.card)
    const known = {
      ticket: ticketMark(at.ticket.id),
      persona: at.member.persona,
      ...(records?.number == null ? {} : { order: records.number }),
      ...(records?.amount == null ? {} : { amount: records.amount }),
    }
    const missing = lacking(book, at.ticket.lang, template, known)
    if (missing.length > 0) return told(at, 'staff_canned_lacks', { names: mint(missing.join(', ')) })
    return (await draft(at, writeReply(book, at.ticket.lang, template, known))).answer
  },
}

const LAST = 20
/** So many lines of this length fit into one message. */
const LONGEST_LINE = 160

const transcript: Verb = {
  needs: 'nobody',
  run: async (at) => {
    const lines = (await at.w.tickets.lastLines(at.ticket.id, LAST)).toReversed()
    const shown = lines.map((line) => mint(showLine(line, at.ticket.lang).slice(0, LONGEST_LINE)))
    const all = shown.reduce((text, one) => say`${text}\n${one}`, mint(''))
    return told(at, 'staff_transcript', { count: say`${lines.length}`, lines: all, ticket: say`${at.ticket.id}` })
  },
}

export const talkVerbs = { send, drop, reply, unsend, canned, transcript } as const
