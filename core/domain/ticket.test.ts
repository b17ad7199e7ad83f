// Every event in every state of a ticket, and who may do what with it.
import { describe, expect, it } from 'vitest'
import { DAY, instantOf, plus } from '../kit/clock.ts'
import type { TicketRow, TicketState } from './desk.ts'
import { move } from './ticket.ts'
import type { TicketEvent, TicketEventKind } from './ticket-event.ts'
import { lin, newTicket, played, rulesAt, wei } from './ticket-example.ts'
import { asksRating } from './ticket-rating.ts'

const OPENED = '2026-11-16 10:00'
const NOW = '2026-11-16 11:00'
const rules = rulesAt(NOW)
const reply = { kind: 'reply', ...lin } as const
const closedBy = (by: NonNullable<TicketRow['closedBy']>, moneyOpen = false): TicketEvent => ({
  kind: 'close',
  by,
  moneyOpen,
})
const target = { id: 8, state: 'human', accountId: 'acc_1', moneyOpen: false } as const

const queue = newTicket(OPENED)
const human = played(queue, ['2026-11-16 10:05', { kind: 'claim', ...lin }])
const waiting = played(human, ['2026-11-16 10:10', reply])
const closed = played(waiting, ['2026-11-16 10:30', closedBy('staff')])
const tickets: Record<TicketState, TicketRow> = { queue, human, 'waiting-user': waiting, closed }

/** What becomes of a ticket in the queue, with Lin, waiting for the user after Lin's reply, closed by Lin. */
const outcomes: { readonly [K in TicketEventKind]: readonly [TicketEvent<K>, ...string[]][] } = {
  claim: [
    [{ kind: 'claim', ...lin }, 'human', 'human', 'waiting-user', 'refused: closed'],
    [{ kind: 'claim', ...wei }, 'human', 'refused: taken', 'refused: taken', 'refused: closed'],
  ],
  transfer: [[{ kind: 'transfer', ...wei }, 'human', 'human', 'waiting-user', 'refused: closed']],
  reply: [
    [reply, 'waiting-user', 'waiting-user', 'waiting-user', 'refused: closed'],
    [{ kind: 'reply', ...wei }, 'waiting-user', 'refused: taken', 'refused: taken', 'refused: closed'],
    [{ kind: 'reply', ...wei, anyway: true }, 'waiting-user', 'waiting-user', 'waiting-user', 'refused: closed'],
  ],
  'user-wrote': [[{ kind: 'user-wrote' }, 'queue', 'human', 'human', 'refused: closed']],
  note: [[{ kind: 'note' }, 'queue', 'human', 'waiting-user', 'refused: closed']],
  priority: [[{ kind: 'priority', priority: 'urgent' }, 'queue', 'human', 'waiting-user', 'refused: closed']],
  hold: [[{ kind: 'hold', on: true }, 'queue', 'human', 'waiting-user', 'refused: closed']],
  money: [[{ kind: 'money', open: true }, 'queue', 'human', 'waiting-user', 'refused: closed']],
  close: [
    [{ kind: 'close', by: 'staff', moneyOpen: false }, 'closed', 'closed', 'closed', 'refused: closed'],
    [{ kind: 'close', by: 'user', moneyOpen: false }, 'closed', 'closed', 'closed', 'refused: closed'],
    [{ kind: 'close', by: 'bot', moneyOpen: false }, 'closed', 'closed', 'closed', 'refused: closed'],
    // Only silence of the user closes a ticket by itself, and one hour is not enough of it.
    [
      { kind: 'close', by: 'auto', moneyOpen: false },
      ...['refused: not-due', 'refused: not-due', 'refused: not-due', 'refused: closed'],
    ],
  ],
  'to-bot': [
    [
      { kind: 'to-bot', staff: lin.staff, moneyOpen: false },
      ...['refused: not-owner', 'closed', 'closed', 'refused: closed'],
    ],
    [
      { kind: 'to-bot', staff: wei.staff, moneyOpen: false },
      ...['refused: not-owner', 'refused: not-owner', 'refused: not-owner', 'refused: closed'],
    ],
  ],
  reopen: [[{ kind: 'reopen' }, 'refused: not-closed', 'refused: not-closed', 'refused: not-closed', 'human']],
  merge: [
    [{ kind: 'merge', into: target, moneyOpen: false }, 'closed', 'closed', 'closed', 'refused: closed'],
    [
      { kind: 'merge', into: { ...target, id: 7 }, moneyOpen: false },
      ...['refused: same-ticket', 'refused: same-ticket', 'refused: same-ticket', 'refused: closed'],
    ],
    [
      { kind: 'merge', into: { ...target, state: 'closed' }, moneyOpen: false },
      ...['refused: closed', 'refused: closed', 'refused: closed', 'refused: closed'],
    ],
  ],
  rated: [[{ kind: 'rated', stars: 5 }, 'refused: not-closed', 'refused: not-closed', 'refused: not-closed', 'closed']],
  woken: [[{ kind: 'woken' }, 'queue', 'human', 'waiting-user', 'refused: closed']],
  reviewed: [[{ kind: 'reviewed', at: plus(rules.now, DAY) }, 'queue', 'human', 'waiting-user', 'refused: closed']],
}

const told = (ticket: TicketRow, event: TicketEvent): string => {
  const moved = move(ticket, event, rules)
  return moved.ok ? moved.value.state : `refused: ${moved.error.kind}`
}

describe('every event in every state', () => {
  it.each(Object.values(outcomes).flat())('%j: %s, %s, %s, %s', (event, ...expected) => {
    expect(Object.values(tickets).map((ticket) => told(ticket, event))).toEqual(expected)
  })
})

describe('one person has a ticket', () => {
  it('the second who claims it is told who has it', () => {
    expect(move(human, { kind: 'claim', ...wei }, rules)).toEqual({
      ok: false,
      error: { kind: 'taken', owner: lin.staff, persona: lin.persona },
    })
  })

  it('claiming what one has changes nothing', () => {
    expect(move(human, { kind: 'claim', ...lin }, rules)).toEqual({ ok: true, value: human })
  })

  it('the first who answers in the queue has it from then on', () => {
    const answered = played(queue, [NOW, { kind: 'reply', ...wei }])
    expect(answered).toMatchObject({ ...{ owner: wei.staff, persona: 'Wei' }, claimedAt: rules.now })
  })

  it('an answer sent anyway leaves it with its owner', () => {
    expect(played(human, [NOW, { kind: 'reply', ...wei, anyway: true }])).toMatchObject({ owner: lin.staff })
  })

  it('handed over it belongs to the other, and was claimed when it left the queue', () => {
    const moved = played(human, [NOW, { kind: 'transfer', ...wei }])
    expect(moved).toMatchObject({ ...{ owner: wei.staff, persona: 'Wei' }, claimedAt: human.claimedAt })
  })
})

describe('nothing closes while money is unresolved', () => {
  const ways: readonly TicketEvent[] = [
    closedBy('staff', true),
    closedBy('user', true),
    closedBy('auto', true),
    closedBy('bot', true),
    { kind: 'to-bot', staff: lin.staff, moneyOpen: true },
    { kind: 'merge', into: target, moneyOpen: true },
    { kind: 'merge', into: { ...target, moneyOpen: true, accountId: 'acc_2' }, moneyOpen: true },
  ]
  it.each(ways)('not by %j', (event) => {
    expect([told(human, event), told(waiting, event)]).toEqual(['refused: money-open', 'refused: money-open'])
  })

  it("two tickets about an account's money become one, which stays open; apart again, the money is still known", () => {
    const into = { ...target, moneyOpen: true }
    const merged = played(human, [NOW, { kind: 'merge', into, moneyOpen: true }])
    expect(merged).toMatchObject({ state: 'closed', mergedInto: 8, moneyOpen: true })
    const apart = played(merged, [NOW, { kind: 'reopen' }])
    expect(apart).toMatchObject({ state: 'human', mergedInto: null, moneyOpen: true })
  })

  it('tickets without an account are not taken for the same', () => {
    const unknown = newTicket(OPENED, { accountId: null })
    const into = { ...target, accountId: null, moneyOpen: true }
    expect(told(unknown, { kind: 'merge', into, moneyOpen: true })).toBe('refused: money-open')
  })

  it('the records decide, not what the ticket remembers', () => {
    const remembered = newTicket(OPENED, { moneyOpen: true })
    const closedNow = played(remembered, [NOW, closedBy('staff')])
    expect(closedNow).toMatchObject({ state: 'closed', moneyOpen: false })
  })
})

describe('a closed ticket opens again', () => {
  const at = (hours: number, ms = 0) => ({
    ...rules,
    now: plus(closed.closedAt ?? instantOf(0), hours * 3_600_000 + ms),
  })

  it('until 72 hours later, that moment included', () => {
    expect(move(closed, { kind: 'reopen' }, at(72)).ok).toBe(true)
    expect(move(closed, { kind: 'reopen' }, at(72, 1))).toEqual({ ok: false, error: { kind: 'too-old' } })
  })

  it('a second click finds it open', () => {
    const again = played(closed, [NOW, { kind: 'reopen' }])
    expect(again).toMatchObject({ reopened: 1, owner: lin.staff, closedAt: null, closedBy: null })
    expect(told(again, { kind: 'reopen' })).toBe('refused: not-closed')
  })

  it('into the queue if nobody had it', () => {
    const unseen = played(queue, [NOW, closedBy('user')], [NOW, { kind: 'reopen' }])
    expect(unseen).toMatchObject({ state: 'queue', firstReplyAt: null })
  })
})

describe('stars', () => {
  const rate = { kind: 'rated', stars: 4 } as const

  it('count once', () => {
    const rated = played(closed, [NOW, rate])
    expect(rated.rating).toBe(4)
    expect(told(rated, { kind: 'rated', stars: 1 })).toBe('refused: already-rated')
    expect(told(played(rated, [NOW, { kind: 'reopen' }], [NOW, closedBy('staff')]), rate)).toBe(
      'refused: already-rated',
    )
  })

  it.each<[string, TicketRow]>([
    ['closed by the user', played(waiting, [NOW, closedBy('user')])],
    ['given back to the bot', played(waiting, [NOW, { kind: 'to-bot', staff: lin.staff, moneyOpen: false }])],
    ['closed by itself', { ...closed, closedBy: 'auto' }],
    ['closed without a word from anybody', played(human, [NOW, closedBy('staff')])],
    ['merged', played(waiting, [NOW, { kind: 'merge', into: target, moneyOpen: false }])],
  ])('are not asked for and not taken where it was %s', (_, ticket) => {
    expect(asksRating(ticket, null, rules)).toBe(false)
    expect(told(ticket, rate)).toBe('refused: not-resolved')
  })

  it('are asked for once a ticket, and a user at most every 7 days', () => {
    expect(asksRating(closed, null, rules)).toBe(true)
    expect(asksRating(closed, plus(rules.now, -7 * DAY), rules)).toBe(true)
    expect(asksRating(closed, plus(rules.now, 1 - 7 * DAY), rules)).toBe(false)
    expect(asksRating({ ...closed, ratingAskedAt: rules.now }, null, rules)).toBe(false)
    expect(asksRating({ ...closed, rating: 3 }, null, rules)).toBe(false)
  })
})
