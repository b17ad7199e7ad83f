// A ticket played through a few days, for the tests that stand beside it.
import { instantOf } from '../kit/clock.ts'
import { invariant } from '../kit/invariant.ts'
import { dateTimeOf, shanghai } from '../kit/zone.ts'
import { say } from '../redaction/redacted.ts'
import type { TicketRow } from './desk.ts'
import { policyDefaults } from './policy-defaults.ts'
import { move } from './ticket.ts'
import type { TicketEvent, TicketRules } from './ticket-event.ts'
import { openTicket, type TicketFacts } from './ticket-opening.ts'

export const lin = { staff: 'telegram:42', persona: say`Lin` }
export const wei = { staff: 'telegram:43', persona: say`Wei` }

/** The default rules, Monday to Friday 09:00-18:00, at `2026-11-16 10:00` on a clock in Shanghai. */
export const rulesAt = (time: string): TicketRules => ({
  now: shanghai(time.slice(0, 10), time.slice(11)),
  hours: policyDefaults.hours,
  desk: policyDefaults.desk,
})

export const newTicket = (time: string, facts: Partial<TicketFacts> = {}): TicketRow => ({
  id: 7,
  ...openTicket(
    {
      conversationId: 'cnv_1',
      accountId: 'acc_1',
      lang: 'zh',
      topic: 'not-credited',
      card: '{}',
      reason: 'asked',
      origin: 'menu',
      moneyOpen: false,
      follows: null,
      ...facts,
    },
    rulesAt(time),
  ),
})

/** The ticket after these events; all of them must be taken. */
export const played = (ticket: TicketRow, ...events: readonly [time: string, event: TicketEvent][]): TicketRow =>
  events.reduce((row, [time, event]) => {
    const moved = move(row, event, rulesAt(time))
    invariant(moved.ok, 'an event of the example was refused')
    return moved.value
  }, ticket)

type Moment =
  | 'firstDueAt'
  | 'nextDueAt'
  | 'resolveDueAt'
  | 'pausedAt'
  | 'warnAt'
  | 'closeAt'
  | 'nextReviewAt'
  | 'wakeAt'

/** What stands in a moment of the row, as a clock in Shanghai shows it. */
export const shown = (ticket: TicketRow, moment: Moment): string | null => {
  const at = ticket[moment]
  return at === null ? null : dateTimeOf(instantOf(at))
}
