// The digest: figures that can be counted by hand, once a working day, in one message, of the days since the last.
import { beforeEach, describe, expect, it } from 'vitest'
import { digestDay, nextDigestAt, spanOf } from '../../core/desk/digest/day.ts'
import { type Figures, figuresOf, figuresShape, quantile } from '../../core/desk/digest/figures.ts'
import { digestText } from '../../core/desk/digest/words.ts'
import { policyDefaults } from '../../core/domain/policy-defaults.ts'
import { DAY, HOUR, instantOf, MINUTE, plus } from '../../core/kit/clock.ts'
import { dateTimeOf } from '../../core/kit/zone.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { linkedUser, shippedBook, shippedPolicy } from '../fakes/chat-context.ts'
import {
  at,
  lin,
  moneyInSuspense,
  openSweepDesk,
  type SweepDesk,
  saidIn,
  staffOf,
  sweepAt,
  talkOf,
  write,
} from './sweep-desk.ts'

let desk: SweepDesk
beforeEach(async () => {
  desk = await openSweepDesk('2026-11-23 09:00')
})

const figures = (from = '2026-11-23 00:00', days = 1): Promise<Figures> => {
  const span = { from: at(from), to: plus(at(from), days * DAY) }
  return desk.context.store.read((r) => figuresOf(r, desk.context, span))
}
const time = (text: string): void => desk.clock.set(at(text))
const digests = async (): Promise<readonly string[]> =>
  (await saidIn(desk, 'room:telegram')).filter((text) => text.startsWith('📊'))
async function verdict(user: string): Promise<void> {
  const now = desk.clock.now()
  const conversationId = (await talkOf(desk, user)).id
  await desk.context.store.write((w) =>
    w.verdicts.insert({
      id: desk.context.ids.row('vrd', now),
      accountId: user,
      conversationId,
      about: 'payment',
      finding: 'not-paid',
      handoff: false,
      evidence: '[]',
      at: now,
    }),
  )
}

describe('the figures', () => {
  it('of a day on which nothing happened are zeros and blanks', async () => {
    const none = await figures()
    expect(figuresShape.parse(none)).toEqual(none)
    expect(none).toMatchObject({
      talks: { all: 0 },
      tickets: { opened: 0, closed: 0, reopened: 0 },
      firstReply: { answered: 0, p50Minutes: null },
      bot: { judged: 0, share: null },
      ratings: { count: 0, average: null },
      now: { overdue: 0, dead: 0, suspense: 0 },
    })
  })

  it('count people, not messages, and tickets opened, closed and opened again', async () => {
    for (const user of ['mei', 'wei', 'fang']) {
      await write(desk, user, '/start')
      await write(desk, user, '人工')
    }
    await write(desk, 'jun', '/start')
    const staff = staffOf(desk)
    for (const id of [1, 2]) {
      await staff.reply(id, lin, new Raw('好了'))
      await staff.close(id, lin)
    }
    await write(desk, 'mei', '其实还没好')
    const { talks, tickets } = await figures()
    expect(talks).toEqual({ all: 4, byPlatform: { telegram: 4 } })
    expect(tickets).toMatchObject({ opened: 3, closed: 1, reopened: 1, closedBy: { staff: 1 } })
    expect(tickets.byTopic).toEqual([{ topic: 'human', platform: 'telegram', opened: 3, closed: 1 }])
    expect((await figures('2026-11-24 00:00')).talks.all).toBe(0)
  })

  it('give first replies in working time, exactly: the middle one, and the ninth of ten', async () => {
    const waits = [5, 50, 10, 40, 15, 45, 20, 35, 25, 30]
    for (let index = 0; index < 10; index++) {
      time('2026-11-23 09:00')
      await write(desk, `p${index}`, '人工')
      desk.clock.advance((waits[index] ?? 0) * MINUTE)
      await staffOf(desk).reply(index + 1, lin, new Raw('您好'))
    }
    time('2026-11-23 17:50')
    await write(desk, 'late', '人工')
    time('2026-11-24 09:10')
    await staffOf(desk).reply(11, lin, new Raw('早上好'))
    await write(desk, 'never', '人工')
    expect((await figures()).firstReply).toEqual({ answered: 11, unanswered: 0, p50Minutes: 25, p90Minutes: 45 })
    expect((await figures('2026-11-24 00:00')).firstReply).toMatchObject({ answered: 0, unanswered: 1 })
  })

  it('count as solved by the bot whoever got a verdict and asked for nobody within a day', async () => {
    for (const user of ['mei', 'wei', 'fang', 'jun']) {
      await linkedUser(desk, 'telegram', user)
      await write(desk, user, '/start')
      await verdict(user)
    }
    await verdict('mei')
    await write(desk, 'wei', '人工')
    desk.clock.advance(23 * HOUR)
    await write(desk, 'fang', '人工')
    desk.clock.advance(2 * HOUR)
    await write(desk, 'jun', '人工')
    expect((await figures()).bot).toEqual({ judged: 4, solved: 2, share: 0.5 })
  })

  it('name the steps from which people go to a person, most first', async () => {
    for (const user of ['a', 'b']) await write(desk, user, '人工')
    await write(desk, 'c', '/recharge')
    await write(desk, 'c', '人工')
    const { handOffs } = await figures()
    expect(handOffs.map(({ tickets }) => tickets)).toEqual([2, 1])
    expect(handOffs.every(({ step, reason }) => step.includes('/') && reason !== '')).toBe(true)
  })

  it('name the steps at which people fell silent, and those that did not understand them', async () => {
    for (const user of ['a', 'b', 'c']) await write(desk, user, '/recharge')
    await write(desk, 'd', '/recharge')
    await write(desk, 'd', '嗯那个什么来着呢')
    await write(desk, 'd', '/cancel')
    const missed = (await figures()).stale
    expect(missed.map(({ left, missed: miss }) => [left, miss])).toEqual([[0, 1]])
    await sweepAt(desk, '2026-11-24 09:00')
    const { stale } = await figures('2026-11-24 00:00')
    expect(stale[0]).toMatchObject({ left: 3, missed: 0 })
    expect(stale[0]?.step).toMatch(/^recharge\//)
    // Who comes back has not left.
    await write(desk, 'a', '/cancel')
    expect((await figures('2026-11-24 00:00')).stale[0]?.left).toBe(2)
  })

  it('count stars when they were given, and their mean', async () => {
    for (const [index, stars] of [5, 4, 3].entries()) {
      const user = `r${index}`
      await write(desk, user, '人工')
      await staffOf(desk).reply(index + 1, lin, new Raw('好了'))
      await staffOf(desk).close(index + 1, lin)
      if (stars === 3) desk.clock.advance(DAY)
      await write(desk, user, `${stars}`)
    }
    expect((await figures()).ratings).toEqual({ count: 2, average: 4.5 })
    expect((await figures('2026-11-24 00:00')).ratings).toEqual({ count: 1, average: 3 })
  })

  it('tell what is overdue, undeliverable or in suspense now', async () => {
    await linkedUser(desk, 'telegram', 'mei')
    for (const user of ['mei', 'wei']) await write(desk, user, '人工')
    await moneyInSuspense(desk, 'mei')
    time('2026-11-23 09:20')
    await staffOf(desk).reply(2, lin, new Raw('您好'))
    await desk.context.store.sql(
      `update outbox set state = 'dead' where id in (select id from outbox order by id limit 2)`,
    )
    time('2026-11-23 10:00')
    expect((await figures()).now).toEqual({ overdue: 1, dead: 2, suspense: 1 })
  })

  it('quantiles are values that occurred', () => {
    expect([quantile([], 0.5), quantile([7], 0.9), quantile([1, 2], 0.5), quantile([1, 2, 3], 0.5)]).toEqual([
      null,
      7,
      1,
      2,
    ])
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1)
    expect([quantile(hundred, 0.5), quantile(hundred, 0.9)]).toEqual([50, 90])
  })
})

describe('the days', () => {
  const rules = { hours: policyDefaults.hours, desk: policyDefaults.desk }
  it('a Monday tells of everything since Friday began, another day of the day before', () => {
    const shown = (date: string): readonly string[] => {
      const { from, to } = spanOf(date, rules)
      return [dateTimeOf(from), dateTimeOf(to)]
    }
    expect(shown('2026-11-23')).toEqual(['2026-11-20 00:00', '2026-11-23 00:00'])
    expect(shown('2026-11-24')).toEqual(['2026-11-23 00:00', '2026-11-24 00:00'])
  })

  it('after a long holiday nothing between the working days is left out', () => {
    const { from, to } = spanOf('2026-10-08', shippedPolicy)
    expect([dateTimeOf(from), dateTimeOf(to)]).toEqual(['2026-09-30 00:00', '2026-10-08 00:00'])
  })

  it('it is due from its hour on, on working days only', () => {
    expect(digestDay(at('2026-11-23 09:29'), rules)).toBeUndefined()
    expect(digestDay(at('2026-11-23 09:30'), rules)).toBe('2026-11-23')
    expect(digestDay(at('2026-11-22 12:00'), rules)).toBeUndefined()
    expect(dateTimeOf(nextDigestAt(at('2026-11-20 09:30'), rules))).toBe('2026-11-23 09:30')
  })
})

describe('the message', () => {
  it('comes once a working day, whenever the process is up, and not at the weekend', async () => {
    await write(desk, 'mei', '/start')
    for (const moment of ['2026-11-23 09:29', '2026-11-23 15:00', '2026-11-23 15:01', '2026-11-23 23:59']) {
      await sweepAt(desk, moment)
    }
    expect((await digests()).length).toBe(1)
    for (const moment of ['2026-11-27 09:30', '2026-11-28 10:00', '2026-11-29 10:00', '2026-11-30 09:29']) {
      await sweepAt(desk, moment)
    }
    expect((await digests()).length).toBe(2)
    await sweepAt(desk, '2026-11-30 09:30')
    expect((await digests()).at(-1)).toContain('2026-11-27 – 2026-11-29')
  })

  it('is not lost where nobody has a common room, nor sent to the terminal', async () => {
    desk = await openSweepDesk('2026-11-23 09:00', { staff: () => undefined })
    await write(desk, 'mei', '/start')
    const swept = await sweepAt(desk, '2026-11-23 10:00')
    expect(swept.faults).toEqual([])
    expect(await digests()).toEqual([])
  })

  it('goes once into each common room, however many platforms share it', async () => {
    desk = await openSweepDesk('2026-11-23 09:00', { staff: () => 'telegram' })
    await write(desk, 'mei', '/start')
    const talk = { platform: 'discord', user: 'wei', eventId: 'd1', address: 'dm' } as const
    await desk.chat.receive({ ...talk, message: { kind: 'text', raw: new Raw('/start') } })
    await sweepAt(desk, '2026-11-23 10:00')
    expect((await digests()).length).toBe(1)
  })

  it('holds both languages, with the same figures', async () => {
    await write(desk, 'mei', '人工')
    const [zh = '', en = ''] = digestText(shippedBook, await figures()).split('\n\n')
    expect(zh).toContain('新开 1，结束 0，重开 0')
    expect(en).toContain('1 opened, 0 closed, 0 reopened')
    expect(zh.match(/\d+/g)).toEqual(en.match(/\d+/g))
  })

  it('fits into one message on the busiest day', async () => {
    const base = await figures()
    const long = 'x'.repeat(200)
    const many = Array.from({ length: 50 }, (_, index) => index)
    const worst: Figures = {
      ...base,
      tickets: {
        ...base.tickets,
        byTopic: many.map(() => ({ topic: long, platform: 'telegram', opened: 99_999, closed: 1 })),
      },
      handOffs: many.map(() => ({ step: `${long}/${long}`, reason: long, tickets: 99_999 })),
      stale: many.map(() => ({ step: `${long}/${long}`, left: 99_999, missed: 99_999 })),
    }
    expect(digestText(shippedBook, worst).length).toBeLessThan(4_000)
  })
})

it('a month of a large desk is added up from indexes, exactly', async () => {
  const start = at('2026-11-02 09:00')
  await write(desk, 'mei', '人工')
  const { id } = await talkOf(desk, 'mei')
  await desk.context.store.sql(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
     insert into ticket (conversation_id, lang, topic, state, priority, card, reason, origin, money_open, opened_at, next_review_at,
       first_reply_at, closed_at, closed_by, reminders, hold, reopened, version)
     select '${id}', 'zh', 'human', 'closed', 'normal', '{}', 'asked', 'menu/start', 0, ${start} + i, ${start},
       ${start} + i + (i % 100 + 1) * ${MINUTE}, ${start} + i, 'staff', 0, 0, 0, 1 from n`,
  )
  const month = await figures('2026-11-02 00:00', 7)
  expect(month.tickets).toMatchObject({ opened: 20_000, closed: 20_000 })
  expect(month.firstReply).toEqual({ answered: 20_000, unanswered: 0, p50Minutes: 50, p90Minutes: 90 })
  expect(dateTimeOf(instantOf(start))).toBe('2026-11-02 09:00')
})
