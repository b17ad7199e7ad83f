// What the sweep finds due: in working time, once each, paused while the user's answer is awaited, and never a surprise closing.
import { describe, expect, it } from 'vitest'
import type { TicketRow } from './desk.ts'
import { type Due, dueNow, settled } from './ticket-due.ts'
import type { TicketEvent } from './ticket-event.ts'
import { lin, newTicket, played, rulesAt, shown } from './ticket-example.ts'

const reply: TicketEvent = { kind: 'reply', ...lin }
const wrote: TicketEvent = { kind: 'user-wrote' }
const woken: TicketEvent = { kind: 'woken' }
const later: TicketEvent = { kind: 'reviewed', at: rulesAt('2026-12-31 10:00').now }

const name = (due: Due): string => (due.kind === 'remind' ? `${due.clock} ${due.level}` : due.kind)
const found = (ticket: TicketRow, time: string): string[] => dueNow(ticket, rulesAt(time)).map(name)
const done = (ticket: TicketRow, time: string): TicketRow =>
  dueNow(ticket, rulesAt(time)).reduce((row, due) => settled(row, due, rulesAt(time)), ticket)

describe('the first reply', () => {
  it('is due 30 working minutes after the ticket was opened', () => {
    expect(shown(newTicket('2026-11-16 10:00'), 'firstDueAt')).toBe('2026-11-16 10:30')
    expect(shown(newTicket('2026-11-20 17:45'), 'firstDueAt')).toBe('2026-11-23 09:15')
    expect(shown(newTicket('2026-11-21 22:00'), 'firstDueAt')).toBe('2026-11-23 09:30')
  })

  it('is not done with a claim, nor with a note', () => {
    const ticket = newTicket('2026-11-16 10:00')
    const claimed = played(
      ticket,
      ['2026-11-16 10:05', { kind: 'claim', ...lin }],
      ['2026-11-16 10:06', { kind: 'note' }],
    )
    expect(shown(claimed, 'firstDueAt')).toBe('2026-11-16 10:30')
  })

  it('is reminded of when it is due, 30 and 120 working minutes later, each once', () => {
    let ticket = played(newTicket('2026-11-16 10:00'), ['2026-11-16 10:01', later])
    const seen: string[] = []
    for (const time of ['10:29', '10:30', '10:31', '10:59', '11:00', '12:29', '12:30', '17:00']) {
      seen.push(`${time} ${found(ticket, `2026-11-16 ${time}`).join()}`.trim())
      ticket = done(ticket, `2026-11-16 ${time}`)
    }
    expect(seen).toEqual([
      '10:29',
      '10:30 first 1',
      '10:31',
      '10:59',
      '11:00 first 2',
      '12:29',
      '12:30 first 3',
      '17:00',
    ])
    expect(shown(ticket, 'wakeAt')).toBe('2026-11-17 17:00')
  })

  it('overdue at closing time is brought to mind again in the morning, not at night', () => {
    const ticket = done(played(newTicket('2026-11-20 17:30'), ['2026-11-20 17:31', later]), '2026-11-20 18:00')
    expect(shown(ticket, 'wakeAt')).toBe('2026-11-23 09:30')
  })

  it('given, nothing is overdue any more', () => {
    const ticket = done(newTicket('2026-11-16 10:00'), '2026-11-16 11:00')
    const answered = played(ticket, ['2026-11-16 11:01', reply])
    expect(answered.firstDueAt).toBeNull()
    expect(found(answered, '2026-11-16 17:00')).toEqual([])
  })

  it('missed by hours because nobody swept: every level is told, in order', () => {
    const ticket = played(newTicket('2026-11-16 10:00'), ['2026-11-16 10:01', later])
    expect(found(ticket, '2026-11-16 17:00')).toEqual(['first 1', 'first 2', 'first 3'])
  })
})

describe('the next reply', () => {
  const answered = played(newTicket('2026-11-16 10:00'), ['2026-11-16 10:10', reply])

  it("is due 60 working minutes after the user's first unanswered message", () => {
    const asked = played(answered, ['2026-11-16 17:30', wrote], ['2026-11-16 17:50', wrote])
    expect(shown(asked, 'nextDueAt')).toBe('2026-11-17 09:30')
  })

  it('does not run before the first reply', () => {
    const asked = played(newTicket('2026-11-16 10:00'), ['2026-11-16 10:20', wrote])
    expect([asked.nextDueAt, shown(asked, 'firstDueAt')]).toEqual([null, '2026-11-16 10:30'])
  })

  it('has reminders of its own, from the first level on, each time', () => {
    let ticket = played(answered, ['2026-11-16 10:15', later], ['2026-11-16 10:20', wrote])
    expect(found(ticket, '2026-11-16 11:50')).toEqual(['next 1', 'next 2'])
    ticket = played(ticket, ['2026-11-16 11:50', woken], ['2026-11-16 11:55', reply], ['2026-11-16 12:00', wrote])
    expect(found(ticket, '2026-11-16 13:00')).toEqual(['next 1'])
  })
})

describe('resolving', () => {
  it('is due after 16 working hours, two days as a rule', () => {
    expect(shown(newTicket('2026-11-16 10:00'), 'resolveDueAt')).toBe('2026-11-17 17:00')
  })

  it('waits while the user is awaited, and goes on later by the working time that it stood', () => {
    const answered = played(newTicket('2026-11-16 10:00'), ['2026-11-16 12:00', reply])
    expect(shown(answered, 'pausedAt')).toBe('2026-11-16 12:00')
    // From Monday 12:00 to Tuesday 11:00: 6 + 2 working hours. A second reply meanwhile begins no new pause.
    const asked = played(answered, ['2026-11-16 15:00', reply], ['2026-11-17 11:00', wrote])
    expect([asked.pausedAt, shown(asked, 'resolveDueAt')]).toEqual([null, '2026-11-18 16:00'])
  })

  it('is not reminded of while the user is awaited', () => {
    const answered = played(newTicket('2026-11-16 10:00'), ['2026-11-17 16:00', reply], ['2026-11-17 16:01', later])
    expect(found(answered, '2026-11-18 17:00')).toEqual([])
  })

  it('overdue, its reminders are not given again after a pause', () => {
    const opened = played(
      newTicket('2026-11-16 10:00'),
      ['2026-11-16 10:10', reply],
      ['2026-11-16 10:10', wrote],
      ['2026-11-16 10:11', later],
    )
    expect(found(opened, '2026-11-17 17:31')).toEqual(['next 1', 'next 2', 'next 3', 'resolve 1', 'resolve 2'])
    const again = played(opened, ['2026-11-17 17:31', woken], ['2026-11-17 17:32', reply], ['2026-11-18 10:00', wrote])
    expect(found(again, '2026-11-18 10:01')).toEqual([])
    expect(found(again, '2026-11-18 11:00')).toEqual(['next 1'])
    expect(found(again, '2026-11-18 11:32')).toContain('resolve 3')
  })

  it('begins anew when a closed ticket opens again', () => {
    const ticket = played(
      newTicket('2026-11-16 10:00'),
      ['2026-11-16 10:10', reply],
      ['2026-11-16 10:20', { kind: 'close', by: 'staff', moneyOpen: false }],
      ['2026-11-18 10:00', { kind: 'reopen' }],
      ['2026-11-18 10:00', wrote],
    )
    expect([shown(ticket, 'resolveDueAt'), shown(ticket, 'nextDueAt')]).toEqual([
      '2026-11-19 17:00',
      '2026-11-18 11:00',
    ])
  })
})

describe('without an answer of the user', () => {
  const answered = played(newTicket('2026-11-20 10:00'), ['2026-11-20 10:00', reply], ['2026-11-20 10:00', later])

  it('they are warned after 36 hours and the ticket closes after 72, at weekends too', () => {
    expect(found(answered, '2026-11-21 21:59')).toEqual([])
    expect(found(answered, '2026-11-21 22:00')).toEqual(['warn-user'])
    const warned = done(answered, '2026-11-21 22:00')
    expect([shown(warned, 'closeAt'), shown(warned, 'wakeAt')]).toEqual(['2026-11-23 10:00', '2026-11-23 10:00'])
    expect(found(warned, '2026-11-23 09:59')).toEqual([])
    expect(found(warned, '2026-11-23 10:00')).toEqual(['auto-close'])
    expect(done(warned, '2026-11-23 10:00')).toMatchObject({ state: 'closed', closedBy: 'auto', wakeAt: null })
  })

  it('nothing closes unwarned: after an outage the warning comes first, and 36 hours with it', () => {
    expect(found(answered, '2026-11-25 10:00')).toEqual(['warn-user'])
    const warned = done(answered, '2026-11-25 10:00')
    expect(shown(warned, 'closeAt')).toBe('2026-11-26 22:00')
  })

  it('a message of the user stops it, also one that came just before the sweep', () => {
    const warned = done(answered, '2026-11-21 22:00')
    const wroteLast = played(warned, ['2026-11-23 09:59', wrote])
    expect([wroteLast.warnAt, wroteLast.closeAt]).toEqual([null, null])
    expect(settled(wroteLast, { kind: 'auto-close' }, rulesAt('2026-11-23 10:00'))).toEqual(wroteLast)
  })

  it('a note of staff does not prolong it, a further reply does', () => {
    expect(shown(played(answered, ['2026-11-20 15:00', { kind: 'note' }]), 'closeAt')).toBe('2026-11-23 10:00')
    expect(shown(played(answered, ['2026-11-20 15:00', reply]), 'closeAt')).toBe('2026-11-23 15:00')
  })

  it.each<[string, TicketEvent, TicketEvent]>([
    ['on hold', { kind: 'hold', on: true }, { kind: 'hold', on: false }],
    ['with unresolved money', { kind: 'money', open: true }, { kind: 'money', open: false }],
  ])('a ticket %s never closes by itself; afterwards the user has all the time again', (_, on, off) => {
    const held = played(answered, ['2026-11-20 11:00', on])
    expect([found(held, '2026-11-29 10:00'), held.warnAt, held.closeAt]).toEqual([[], null, null])
    const free = played(held, ['2026-11-29 10:00', off])
    expect([shown(free, 'warnAt'), shown(free, 'closeAt')]).toEqual(['2026-11-30 22:00', '2026-12-02 10:00'])
    expect(shown(played(free, ['2026-11-30 10:00', off]), 'closeAt')).toBe('2026-12-02 10:00')
  })
})

describe('a review', () => {
  it('is due when somebody said so, and then again after 16 working hours', () => {
    const ticket = played(
      newTicket('2026-11-16 10:00'),
      ['2026-11-16 10:10', reply],
      ['2026-11-16 10:11', { kind: 'reviewed', at: rulesAt('2026-11-16 15:00').now }],
    )
    expect(found(ticket, '2026-11-16 15:00')).toEqual(['review'])
    expect(shown(done(ticket, '2026-11-16 15:00'), 'nextReviewAt')).toBe('2026-11-18 13:00')
  })

  it('comes first with the first reply, and is over with it unless somebody named a time', () => {
    const ticket = newTicket('2026-11-16 10:00')
    expect(shown(ticket, 'nextReviewAt')).toBe('2026-11-16 10:30')
    expect(shown(played(ticket, ['2026-11-16 10:10', reply]), 'nextReviewAt')).toBe('2026-11-17 17:10')
    const named = played(ticket, ['2026-11-16 10:05', { kind: 'reviewed', at: rulesAt('2026-11-16 14:00').now }])
    expect(shown(played(named, ['2026-11-16 10:10', reply]), 'nextReviewAt')).toBe('2026-11-16 14:00')
  })
})
