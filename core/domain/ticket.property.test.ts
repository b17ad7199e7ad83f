// Whatever happens to a ticket in whatever order, what a desk relies on stays true.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DAY, HOUR, type Instant, MINUTE, plus } from '../kit/clock.ts'
import type { TicketRow } from './desk.ts'
import { move } from './ticket.ts'
import { dueNow, settled } from './ticket-due.ts'
import type { TicketEvent, TicketRules } from './ticket-event.ts'
import { lin, newTicket, rulesAt, wei } from './ticket-example.ts'
import { workingBetween } from './working-time.ts'

const start = rulesAt('2026-11-16 08:00')
const colleague = fc.constantFrom(lin, wei)
const flag = fc.boolean()
const event: fc.Arbitrary<TicketEvent> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ kind: fc.constant('reply' as const), who: colleague, anyway: flag })
      .map(({ who, ...rest }) => ({ ...who, ...rest })),
  },
  { weight: 6, arbitrary: fc.constant({ kind: 'user-wrote' as const }) },
  { weight: 2, arbitrary: colleague.map((who) => ({ kind: 'claim' as const, ...who })) },
  { weight: 1, arbitrary: colleague.map((who) => ({ kind: 'transfer' as const, ...who })) },
  { weight: 1, arbitrary: fc.constantFrom<TicketEvent>({ kind: 'note' }, { kind: 'priority', priority: 'high' }) },
  { weight: 2, arbitrary: flag.map((on) => ({ kind: 'hold' as const, on })) },
  { weight: 2, arbitrary: flag.map((open) => ({ kind: 'money' as const, open })) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('close' as const),
      by: fc.constantFrom('staff' as const, 'user' as const, 'auto' as const, 'bot' as const),
      moneyOpen: flag,
    }),
  },
  { weight: 1, arbitrary: flag.map((moneyOpen) => ({ kind: 'to-bot' as const, staff: lin.staff, moneyOpen })) },
  { weight: 4, arbitrary: fc.constant({ kind: 'reopen' as const }) },
  {
    weight: 1,
    arbitrary: fc
      .record({
        id: fc.constantFrom(7, 8),
        state: fc.constantFrom('human' as const, 'closed' as const),
        accountId: fc.constantFrom('acc_1', null),
        moneyOpen: flag,
      })
      .map((into) => ({ kind: 'merge' as const, into, moneyOpen: into.id === 8 })),
  },
  { weight: 3, arbitrary: fc.constantFrom(1 as const, 5 as const).map((stars) => ({ kind: 'rated' as const, stars })) },
  { weight: 3, arbitrary: fc.constant({ kind: 'woken' as const }) },
  {
    weight: 1,
    arbitrary: fc.nat({ max: 4 * DAY }).map((ms) => ({ kind: 'reviewed' as const, at: plus(start.now, ms) })),
  },
)
const waitMs = fc.oneof(fc.nat({ max: HOUR }), fc.nat({ max: DAY }), fc.nat({ max: 4 * DAY }))
const step = fc.tuple(waitMs, event)
/** An answer, then nothing from the user for about as long as a ticket waits for them. */
const silence = fc
  .tuple(colleague, fc.integer({ min: 30 * HOUR, max: 45 * HOUR }), fc.integer({ min: 30 * HOUR, max: 45 * HOUR }))
  .map(([who, one, other]): [number, TicketEvent][] => [
    [0, { kind: 'reply', ...who, anyway: true }],
    [one, { kind: 'woken' }],
    [other, { kind: 'close', by: 'auto', moneyOpen: false }],
  ])
const part = fc.oneof({ weight: 15, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: silence })
const life = fc.array(part, { minLength: 1, maxLength: 25, size: 'max' }).map((parts) => parts.flat())

type Step = { before: TicketRow; event: TicketEvent; after: TicketRow; taken: boolean; rules: TicketRules }

/** Plays a life of a ticket and shows every step of it; rows are frozen, so that none is changed under the hand. */
function eachStep(events: readonly (readonly [number, TicketEvent])[], look: (step: Step) => void): void {
  let before: TicketRow = Object.freeze(newTicket('2026-11-16 08:00'))
  let now = start.now
  for (const [ms, happens] of events) {
    now = plus(now, ms)
    const rules = { ...start, now }
    const moved = move(before, happens, rules)
    const after = Object.freeze(moved.ok ? moved.value : before)
    look({ before, event: happens, after, taken: moved.ok, rules })
    before = after
  }
}
const always = (look: (step: Step) => void, seed?: number): void =>
  fc.assert(
    fc.property(life, (events) => eachStep(events, look)),
    { numRuns: 200, ...(seed === undefined ? {} : { seed }) },
  )

it('a ticket lies in the queue, or one person has it', () => {
  always(({ after }) => {
    if (after.state !== 'closed') expect(after.owner === null).toBe(after.state === 'queue')
    expect(after.persona === null).toBe(after.owner === null)
  })
})

it('only a claim, a transfer or an answer out of the queue changes who has it', () => {
  always(({ before, after, event }) => {
    if (before.owner === after.owner) return
    expect(['claim', 'transfer', 'reply']).toContain(event.kind)
    if (event.kind !== 'transfer') expect(before.owner).toBeNull()
  })
})

it('the clocks that run are those of the state', () => {
  always(({ after }) => {
    const open = after.state !== 'closed'
    const waiting = after.state === 'waiting-user'
    expect(after.firstDueAt !== null).toBe(open && after.firstReplyAt === null)
    if (after.nextDueAt !== null) expect([after.firstDueAt, waiting, open]).toEqual([null, false, true])
    expect(after.resolveDueAt !== null).toBe(open)
    expect(after.pausedAt !== null).toBe(waiting)
    expect(after.closeAt !== null).toBe(waiting && !after.hold && !after.moneyOpen)
    if (after.warnAt !== null) expect(after.warnAt).toBeLessThan(after.closeAt ?? 0)
    expect([after.closedAt === null, after.closedBy === null, after.wakeAt !== null]).toEqual([open, open, open])
    if (open) expect(after.mergedInto).toBeNull()
    else expect(after.reminders).toBe(0)
  })
})

it('closed, its money is resolved or goes on in the ticket that it was merged into', () => {
  always(({ after, event, taken }) => {
    if (after.state === 'closed' && after.moneyOpen) expect(after.mergedInto).not.toBeNull()
    if (taken && (event.kind === 'close' || event.kind === 'to-bot')) expect(event.moneyOpen).toBe(false)
  })
})

it('the sweep is woken exactly when something is due', () => {
  always(({ after, rules }) => {
    expect(dueNow(after, rules).length > 0).toBe(after.wakeAt !== null && after.wakeAt <= rules.now)
    if (after.wakeAt === null) return
    expect(dueNow(after, { ...rules, now: after.wakeAt })).not.toEqual([])
    const before = plus(after.wakeAt, -1)
    if (before >= rules.now) expect(dueNow(after, { ...rules, now: before })).toEqual([])
  })
})

it('what was done is not due again, and doing it twice changes nothing', () => {
  always(({ after, rules }) => {
    for (const due of dueNow(after, rules)) {
      const once = settled(after, due, rules)
      expect(dueNow(once, rules)).not.toContainEqual(due)
      expect(settled(once, due, rules)).toEqual(once)
    }
    const woken = move(after, { kind: 'woken' }, rules)
    if (woken.ok) expect(dueNow(woken.value, rules).filter(({ kind }) => kind !== 'auto-close')).toEqual([])
  })
})

it('it closes by itself only after the user was silent for as long as was said, and was warned', () => {
  let silentSince: Instant = start.now
  always(({ before, after, event, taken, rules }) => {
    if (before.state !== 'waiting-user' && after.state === 'waiting-user') silentSince = rules.now
    if (!taken || event.kind !== 'close' || event.by !== 'auto') return
    expect(rules.now - silentSince).toBeGreaterThanOrEqual(rules.desk.autoCloseHours * HOUR)
    expect([before.state, before.warnAt, before.hold]).toEqual(['waiting-user', null, false])
  })
})

it('the working time in which a ticket is to be solved is 16 hours, however often the user was awaited', () => {
  let since: Instant = start.now
  let stoodMs = 0
  let pausedAt: Instant | null = null
  const begin = (now: Instant): void => {
    since = now
    stoodMs = 0
    pausedAt = null
  }
  fc.assert(
    fc.property(life, (events) => {
      begin(start.now)
      eachStep(events, ({ before, after, rules }) => {
        if (before.state === 'closed' && after.state !== 'closed') begin(rules.now)
        if (after.state === 'waiting-user') pausedAt ??= rules.now
        if (after.state === 'human' && pausedAt !== null) {
          stoodMs += workingBetween(pausedAt, rules.now, rules.hours)
          pausedAt = null
        }
        if (after.resolveDueAt === null || pausedAt !== null) return
        expect(workingBetween(since, after.resolveDueAt, rules.hours) - stoodMs).toBe(16 * 60 * MINUTE)
      })
    }),
    { numRuns: 200 },
  )
})

it('what was once true of it stays: the first claim, the first reply, the stars, the count of reopenings', () => {
  always(({ before, after }) => {
    for (const fact of ['claimedAt', 'firstReplyAt', 'rating'] as const)
      if (before[fact] !== null) expect(after[fact]).toBe(before[fact])
    expect(after.reopened - before.reopened).toBe(before.state === 'closed' && after.state !== 'closed' ? 1 : 0)
    for (const fact of ['id', 'conversationId', 'accountId', 'openedAt', 'card', 'version'] as const)
      expect(after[fact]).toBe(before[fact])
  })
})

it('the lives that are played reach every state and every event, taken and refused', () => {
  const seen = new Set<string>()
  always(({ after, event, taken }) => {
    seen.add(after.state).add(`${event.kind} ${taken}`)
    if (after.closedBy === 'auto') seen.add('auto-closed')
  }, 4)
  for (const want of [
    'queue',
    'human',
    'waiting-user',
    'closed',
    'auto-closed',
    'merge true',
    'merge false',
    'rated true',
    'reopen true',
    'to-bot true',
    'to-bot false',
    'reply false',
  ])
    expect(seen).toContain(want)
})
