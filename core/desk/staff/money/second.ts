// Above the limits of the policy one person proposes and another agrees; never the same, and both stand in the audit.
import { DAY, plus } from '../../../kit/clock.ts'
import { type Fen, fenOfYuan, showYuan } from '../../../kit/money.ts'
import { mint } from '../../../redaction/redacted.ts'
import { staffData } from '../../outbox/address.ts'
import { type Answer, type At, told, type Verb, word } from '../at.ts'
import { readStaffKept } from '../kept.ts'

/** A proposal that nobody agreed to in this time is over. */
const OPEN_MS = DAY

/** Undefined: one person is enough, or a second one has agreed. */
export function needsSecond(at: At, amount: Fen, limitYuan: number): Answer | undefined {
  if (at.second !== undefined || amount <= fenOfYuan(limitYuan)) return undefined
  const vars = { amount: mint(showYuan(amount)), limit: mint(`¥${limitYuan}`), persona: at.member.persona }
  const label = word(at, 'staff_button_agree')
  const buttons = [[{ label, data: staffData(at.ticket.id, 'agree', at.inboxId) }]]
  return told(at, 'staff_second_needed', vars, { buttons, loud: true })
}

/** A second person agrees: the deed is done as its first one proposed it, whatever changed is judged anew. */
export const agree = (verbs: () => Readonly<Record<string, Verb>>): Verb => ({
  needs: 'name',
  run: async (at, argument) => {
    const { clock } = at.options.context
    const row = await at.w.inbox.byId(argument)
    const kept = row && readStaffKept(row.body)
    if (!row || kept?.kind !== 'staff' || kept.ticketId !== at.ticket.id || kept.member === null || kept.verb === null)
      return told(at, 'staff_second_none')
    if (kept.member.key === at.member.key) return told(at, 'staff_second_self')
    if (clock.now() > plus(row.at, OPEN_MS)) return told(at, 'staff_second_old')
    const verb = verbs()[kept.verb]
    if (!verb?.keeps || !kept.member.proven) return told(at, 'staff_second_none')
    const proposed: At = { ...at, member: kept.member, second: at.member, inboxId: row.id }
    return { ...(await verb.run(proposed, kept.argument ?? mint(''))), loud: true }
  },
})
