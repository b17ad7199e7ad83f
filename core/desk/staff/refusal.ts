// Why something was not done, in words for the colleague who asked for it.
import type { InterfaceKey } from '../../conversation/interface-text.ts'
import { mint } from '../../redaction/redacted.ts'
import { type Answer, type At, told } from './at.ts'
import type { StaffRefusal } from './work.ts'

const keys: { readonly [K in StaffRefusal['kind']]: InterfaceKey } = {
  taken: 'staff_taken',
  closed: 'staff_is_closed',
  'money-open': 'staff_money_open',
  'not-owner': 'staff_not_owner',
  'too-old': 'staff_too_old',
  'not-closed': 'staff_not_closed',
  'no-ticket': 'staff_no_ticket',
  'not-proven': 'staff_not_proven',
  'same-ticket': 'staff_same_ticket',
  // The desk's own events only; a colleague cannot bring them about.
  'already-rated': 'went_wrong',
  'not-resolved': 'went_wrong',
  'not-due': 'went_wrong',
}

export const refused = (at: At, refusal: StaffRefusal): Answer => {
  const persona = refusal.kind === 'taken' ? (refusal.persona ?? mint('—')) : mint('—')
  return told(at, keys[refusal.kind], { persona }, { loud: refusal.kind === 'taken' || refusal.kind === 'money-open' })
}
