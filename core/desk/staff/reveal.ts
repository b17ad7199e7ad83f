// What was covered in a user's line: asked for with a reason, which the audit keeps, and shown to the asker alone, once.
import { MINUTE, plus } from '../../kit/clock.ts'
import { mint, type Redacted } from '../../redaction/redacted.ts'
import { openOriginal } from '../chat/original.ts'
import { staffData } from '../outbox/address.ts'
import { type At, answer, audit, told, type Verb, word } from './at.ts'
import { readStaffKept } from './kept.ts'

/** After this the reason has to be given again. */
const OPEN_MS = 10 * MINUTE

const lineOf = async (at: At): Promise<{ id: number; inboxId: string } | undefined> => {
  const line = at.answered === null ? undefined : await at.w.tickets.line(at.answered.lineId)
  return line?.author === 'user' && line.inboxId !== null ? { id: line.id, inboxId: line.inboxId } : undefined
}

const reveal: Verb = {
  needs: 'name',
  keeps: true,
  run: async (at, argument) => {
    const { context } = at.options
    if (context.policy.desk.keepOriginals === false) return told(at, 'staff_original_off')
    const line = await lineOf(at)
    if (!line) return told(at, 'staff_original_how')
    if (argument.trim() === '') return told(at, 'staff_reason_needed')
    if ((await openOriginal(at.w, context, line.inboxId)) === undefined) return told(at, 'staff_original_gone')
    await audit(at, 'original.reveal', `inbox:${line.inboxId}`, { reason: argument })
    await at.w.threads.putFact(factOf(at.inboxId), line.inboxId)
    const button = { label: word(at, 'staff_button_open'), data: staffData(at.ticket.id, 'open', at.inboxId) }
    return told(at, 'staff_original_ready', {}, { buttons: [[button]] })
  },
}

const factOf = (asked: string): string => `reveal:${asked}`
const OPENED = 'opened'

const open: Verb = {
  needs: 'name',
  run: async (at, argument) => {
    const { context } = at.options
    const row = await at.w.inbox.byId(argument)
    const kept = row && readStaffKept(row.body)
    const asked = await at.w.threads.fact(factOf(argument))
    if (!row || kept?.kind !== 'staff' || kept.ticketId !== at.ticket.id || asked === undefined)
      return told(at, 'staff_original_gone')
    if (kept.member?.key !== at.member.key) return told(at, 'staff_original_theirs')
    const late = context.clock.now() > plus(row.at, OPEN_MS)
    if (asked === OPENED || late) return told(at, 'staff_original_opened')
    const text = await openOriginal(at.w, context, asked)
    if (text === undefined) return told(at, 'staff_original_gone')
    await at.w.threads.putFact(factOf(argument), OPENED)
    await audit(at, 'original.open', `inbox:${asked}`, {})
    return answer(inTheClear(text), { whisper: true })
  },
}

/** The only place where words leave uncovered: to the presser's own screen, behind an audited reason, into no row. */
const inTheClear = (text: string): Redacted => mint(text)

export const revealVerbs = { reveal, open } as const
