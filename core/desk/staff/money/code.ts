// A colleague ends a redeem code that was spoken of in the ticket, or has it replaced; named by its end or fingerprint.

import type { RedeemCode } from '../../../domain/redeem-code.ts'
import { fenFor } from '../../../kit/money.ts'
import { mint, type Redacted, say } from '../../../redaction/redacted.ts'
import { readCard } from '../../card/shape.ts'
import { within } from '../../inside.ts'
import { codesSpokenOf } from '../../wallet/code-word.ts'
import { disableCode } from '../../wallet/redeem.ts'
import { reissueCode } from '../../wallet/reissue.ts'
import { worth } from '../../wallet/words.ts'
import { type Answer, type At, audit, chosenOf, firstWord, told, type Verb } from '../at.ts'
import { needsSecond } from './second.ts'
import { showMoney } from './subject.ts'

const marked = ({ tail, fingerprint, state }: RedeemCode): Redacted =>
  say`****${mint(tail)} · fp ${mint(fingerprint)} · ${mint(state)}`

const isNamed = ({ tail, fingerprint }: RedeemCode, typed: Redacted): boolean => {
  const end = typed.replace(/^(?:fp:?|[*·]+)/, '').toUpperCase()
  return end.length >= 4 && (tail.toUpperCase() === end || fingerprint.toUpperCase().startsWith(end))
}

export const code: Verb = {
  needs: 'name',
  keeps: true,
  run: async (at, argument) => {
    const known = readCard(at.ticket.card).records?.codeId ?? null
    const all = await codesSpokenOf(at.w, at.ticket.conversationId, known)
    if (all.length === 0) return told(at, 'staff_code_none')
    const list = all.map(marked).reduce((text, one) => say`${text}\n${one}`, mint(''))
    const [what, rest] = firstWord(argument)
    if (what !== 'disable' && what !== 'reissue') return told(at, 'staff_code_how', { list })
    const [typed, behind] = firstWord(rest)
    const found = chosenOf(all, typed, (one) => isNamed(one, typed))
    if (!found) return told(at, 'staff_code_how', { list })
    const reason = found.named ? behind : rest
    if (reason === '') return told(at, 'staff_reason_needed')
    return what === 'disable' ? disable(at, found.one, reason) : reissue(at, found.one, reason)
  },
}

async function disable(at: At, chosen: RedeemCode, reason: Redacted): Promise<Answer> {
  const done = await disableCode(within(at.options.context, at.w), chosen.id)
  if (!done) return told(at, 'staff_code_stands', { code: marked(chosen) })
  await audit(at, 'codes.disable', `redeem_code:${chosen.id}`, { reason })
  await showMoney(at)
  return told(at, 'staff_code_disabled', { code: marked({ ...chosen, state: 'disabled' }) }, { loud: true })
}

async function reissue(at: At, chosen: RedeemCode, reason: Redacted): Promise<Answer> {
  const { accountId } = at.ticket
  const { policy } = at.options.context
  if (accountId === null) return told(at, 'staff_no_account')
  if (chosen.state === 'redeemed') return told(at, 'staff_code_stands', { code: marked(chosen) })
  const second = needsSecond(at, fenFor(chosen.units, policy.unitsPerYuan), policy.desk.goodwillYuan)
  if (second) return second
  const done = await reissueCode(at.w, at.options.context, chosen, accountId)
  if (!done.ok) return told(at, 'staff_code_stands', { code: marked(chosen) })
  const detail = { reason, new_code: mint(done.value.id), units: Number(chosen.units) }
  await audit(at, 'codes.reissue', `redeem_code:${chosen.id}`, detail)
  await showMoney(at)
  const amount = worth(chosen.units, policy.unitsPerYuan)
  return told(at, 'staff_code_reissued', { code: marked(done.value), amount }, { loud: true })
}
