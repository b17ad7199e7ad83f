// What falls due at the desk: reminders by the ladder, a warning before a closing, nothing over money, everything once.
import { beforeEach, describe, expect, it } from 'vitest'
import { sweep } from '../../core/desk/sweep/sweep.ts'
import { openAccount } from '../../core/desk/wallet/account.ts'
import { instantOf, MINUTE, SECOND } from '../../core/kit/clock.ts'
import { dateTimeOf } from '../../core/kit/zone.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { linkedUser } from '../fakes/chat-context.ts'
import {
  at,
  clockShows,
  deliver,
  lin,
  moneyInSuspense,
  openSweepDesk,
  type SweepDesk,
  saidIn,
  saidTo,
  staffOf,
  sweepAt,
  ticketOf,
  write,
} from './sweep-desk.ts'

const ROOM = 'room:telegram'
let desk: SweepDesk
beforeEach(async () => {
  desk = await openSweepDesk()
})

const thread = (): Promise<readonly string[]> => saidIn(desk, 'ticket:1')
/** Overdue tickets only: the digest of the morning is not meant. */
const room = async (): Promise<readonly string[]> => (await saidIn(desk, ROOM)).filter((text) => text.startsWith('⏰'))
const answered = async (text: string): Promise<void> => {
  expect((await staffOf(desk).reply(1, lin, new Raw(text))).ok).toBe(true)
}

describe('a ticket that nobody answers', () => {
  beforeEach(() => write(desk, 'mei', '人工'))

  it('is left alone while there is time', async () => {
    await sweepAt(desk, '2026-11-23 10:29')
    expect(await thread()).toEqual([])
  })

  it('is named in its thread when the time is over, once', async () => {
    await sweepAt(desk, '2026-11-23 10:30')
    await sweepAt(desk, '2026-11-23 10:31')
    expect(await thread()).toEqual(['⏰ 首次回复应在 10:30 前'])
    expect(await room()).toEqual([])
  })

  it('is named to all staff half an hour later, and to the operator after two hours', async () => {
    await sweepAt(desk, '2026-11-23 10:30')
    await sweepAt(desk, '2026-11-23 11:00')
    expect((await room()).join()).toContain('#1 · 首次回复应在 10:30 前')
    expect((await room()).join()).not.toContain('‼️')
    expect(desk.logged).toEqual([])
    await sweepAt(desk, '2026-11-23 12:30')
    expect((await room()).join()).toContain('‼️ #1')
    expect(desk.logged.length).toBe(1)
    expect(JSON.parse(desk.logged[0] ?? '')).toMatchObject({ level: 'error', ticket: 1, clock: 'first' })
    await sweepAt(desk, '2026-11-23 17:00')
    expect(await thread()).toEqual(['⏰ 首次回复应在 10:30 前'])
    expect(desk.logged.length).toBe(1)
  })

  it('after an outage of hours each place hears of it once', async () => {
    await sweepAt(desk, '2026-11-23 16:00')
    expect(await thread()).toEqual(['⏰ 首次回复应在 10:30 前'])
    expect((await room()).join('\n').match(/#1/g)?.length).toBe(1)
    expect(desk.logged.length).toBe(1)
  })

  it('is not spoken of any more once it was answered', async () => {
    await answered('您好，请稍等')
    await sweepAt(desk, '2026-11-23 17:00')
    expect(await thread()).not.toContain('⏰ 首次回复应在 10:30 前')
    expect(await room()).toEqual([])
  })
})

it('nobody is reminded of what came in the evening before people are at work again', async () => {
  desk = await openSweepDesk('2026-11-20 17:50')
  await write(desk, 'mei', '人工')
  for (const time of ['2026-11-20 19:00', '2026-11-21 12:00', '2026-11-22 12:00', '2026-11-23 09:19']) {
    await sweepAt(desk, time)
    expect(await thread()).toEqual([])
  }
  await sweepAt(desk, '2026-11-23 09:20')
  expect((await thread()).length).toBe(1)
})

it('tickets that are due together are named in one message', async () => {
  for (const user of ['mei', 'wei', 'fang', 'jun']) await write(desk, user, '人工')
  await sweepAt(desk, '2026-11-23 11:00')
  expect((await room()).length).toBe(1)
  expect((await room())[0]?.match(/#[1-4] /g)?.length).toBe(4)
  await deliver(desk)
  await write(desk, 'bo', '人工')
  await sweepAt(desk, '2026-11-23 14:00')
  // What is out is not touched any more.
  expect((await room()).length).toBe(2)
})

it('what was promised to be looked at again comes up in its thread', async () => {
  await write(desk, 'mei', '人工')
  await answered('已转给技术同事')
  const { nextReviewAt } = await ticketOf(desk, 1)
  await sweepAt(desk, dateTimeOf(instantOf(nextReviewAt - MINUTE)))
  expect((await thread()).filter((text) => text.includes('🔎'))).toEqual([])
  desk.clock.set(nextReviewAt)
  await sweep(desk.options)
  await sweep(desk.options)
  expect((await thread()).filter((text) => text.includes('🔎')).length).toBe(1)
})

describe('a user who does not answer', () => {
  const warnings = async () => (await saidTo(desk, 'mei')).filter((text) => text.includes('在等您的回复'))
  const closings = async () => (await saidTo(desk, 'mei')).filter((text) => text.includes('先结束了'))
  beforeEach(async () => {
    await write(desk, 'mei', '人工')
    desk.clock.set(at('2026-11-23 10:10'))
    await answered('请告诉我订单号后四位')
  })

  it('is warned at half time with the hour of closing, then the ticket closes, each once', async () => {
    await sweepAt(desk, '2026-11-24 22:09')
    expect(await warnings()).toEqual([])
    await sweepAt(desk, '2026-11-24 22:10')
    await sweepAt(desk, '2026-11-25 12:00')
    expect(await warnings()).toEqual([
      '工单 #1 在等您的回复。如果 11-26 10:10 前没有收到，会先自动结束；之后随时写一句，就会重新打开。',
    ])
    await sweepAt(desk, '2026-11-26 10:09')
    expect((await ticketOf(desk, 1)).state).toBe('waiting-user')
    await sweepAt(desk, '2026-11-26 10:10')
    await sweepAt(desk, '2026-11-26 10:11')
    expect(await ticketOf(desk, 1)).toMatchObject({ state: 'closed', closedBy: 'auto', wakeAt: null })
    expect((await closings()).length).toBe(1)
  })

  it('is never closed on without a warning, however long the process was down', async () => {
    await sweepAt(desk, '2026-12-05 10:00')
    expect((await warnings()).length).toBe(1)
    expect((await ticketOf(desk, 1)).state).toBe('waiting-user')
    await sweepAt(desk, '2026-12-06 22:00')
    expect((await ticketOf(desk, 1)).state).toBe('closed')
  })

  it('who answers after the warning keeps the ticket open', async () => {
    await sweepAt(desk, '2026-11-24 22:10')
    await write(desk, 'mei', '后四位是 7K2P')
    await sweepAt(desk, '2026-11-26 10:10')
    expect((await ticketOf(desk, 1)).state).toBe('human')
    expect(await closings()).toEqual([])
  })

  it('who writes after the closing is back with the same ticket', async () => {
    await sweepAt(desk, '2026-11-24 22:10')
    await sweepAt(desk, '2026-11-26 10:10')
    await write(desk, 'mei', '不好意思，刚看到')
    expect(await ticketOf(desk, 1)).toMatchObject({ reopened: 1, state: 'human' })
  })

  it('is not asked for stars when the ticket closed by itself', async () => {
    await sweepAt(desk, '2026-11-24 22:10')
    await sweepAt(desk, '2026-11-26 10:10')
    expect((await ticketOf(desk, 1)).ratingAskedAt).toBeNull()
    expect((await saidTo(desk, 'mei')).filter((text) => text.includes('处理得怎么样'))).toEqual([])
  })
})

it('nothing is warned of or closed while money lies in suspense, even if that became known only now', async () => {
  await linkedUser(desk, 'telegram', 'mei')
  await write(desk, 'mei', '人工')
  await answered('请告诉我订单号后四位')
  await moneyInSuspense(desk, 'mei')
  const before = (await saidTo(desk, 'mei')).length
  for (const time of ['2026-11-24 22:00', '2026-11-26 10:00', '2026-12-20 10:00']) await sweepAt(desk, time)
  expect(await ticketOf(desk, 1)).toMatchObject({ state: 'waiting-user', moneyOpen: true, closeAt: null })
  expect((await saidTo(desk, 'mei')).length).toBe(before)
})

it('a ticket on hold is not closed', async () => {
  await write(desk, 'mei', '人工')
  await answered('请稍等几天')
  await desk.context.store.write(async (w) => {
    const ticket = await w.tickets.byId(1)
    if (ticket) await w.tickets.save({ ...ticket, hold: true, warnAt: null, closeAt: null })
  })
  await sweepAt(desk, '2026-12-20 10:00')
  expect((await ticketOf(desk, 1)).state).toBe('waiting-user')
})

it('a ticket that cannot be handled is told of, tried again later, and holds nobody up', async () => {
  for (const user of ['mei', 'wei', 'fang']) await write(desk, user, '人工')
  await desk.context.store.sql(`update ticket set card = 'broken' where id = 2`)
  desk.clock.set(at('2026-11-23 11:00'))
  const swept = await sweep(desk.options)
  expect(swept.faults.length).toBe(1)
  expect(swept.nextAt).toBe(instantOf(desk.clock.now() + 30 * SECOND))
  expect((await room()).join().match(/#[13] /g)?.length).toBe(2)
  // Not a word of it went out half: the thread hears of it together with the room.
  expect(await saidIn(desk, 'ticket:2')).toEqual([])
  expect(desk.logged.join()).not.toContain('broken')
  await desk.context.store.sql(`update ticket set card = (select card from ticket where id = 1) where id = 2`)
  desk.clock.advance(30 * SECOND)
  expect((await sweep(desk.options)).faults).toEqual([])
  expect((await saidIn(desk, 'ticket:2')).length).toBe(1)
})

it('two passes at once, as of two processes, say nothing twice', async () => {
  for (const user of ['mei', 'wei']) await write(desk, user, '人工')
  await write(desk, 'jun', '/recharge')
  desk.clock.set(at('2026-11-24 12:00'))
  const both = await Promise.all([sweep(desk.options), sweep(desk.options)])
  expect(both.flatMap(({ faults }) => faults)).toEqual([])
  expect((await thread()).length).toBe(1)
  expect((await room()).join().match(/#1/g)?.length).toBe(1)
  expect((await saidIn(desk, ROOM)).filter((text) => text.startsWith('📊')).length).toBe(1)
  const said = await saidTo(desk, 'jun')
  expect(said.filter((text) => text.includes('您还在吗')).length).toBe(1)
  expect(said.filter((text) => text.includes('放在一边'))).toEqual([])
})

it('who sleeps until the time it names misses nothing', async () => {
  const lived = async (step: (desk: SweepDesk, nextAt: number | undefined) => number): Promise<readonly string[]> => {
    const one = await openSweepDesk('2026-11-23 09:00')
    await openAccount(one.context, { id: 'mei', status: 'normal' })
    await write(one, 'mei', '人工')
    await write(one, 'wei', '退款')
    for (let nextAt: number | undefined; one.clock.now() < at('2026-11-28 00:00'); ) {
      if (one.clock.now() === at('2026-11-24 09:00')) await staffOf(one).reply(1, lin, new Raw('请补充'))
      nextAt = (await sweep(one.options)).nextAt
      one.clock.set(instantOf(Math.min(step(one, nextAt), at('2026-11-28 00:00'))))
    }
    const rows = await one.context.store.sql('select at, lane, body from outbox order by at, lane, id')
    return rows.map((row) => `${dateTimeOf(instantOf(Number(row.at)))} ${row.lane} ${row.body}`)
  }
  const eachQuarter = await lived(({ clock }) => clock.now() + 15 * MINUTE)
  const asleep = await lived(({ clock }, nextAt) => {
    const reply = at('2026-11-24 09:00')
    const next = Math.max(nextAt ?? 0, clock.now() + 1)
    return clock.now() < reply ? Math.min(next, reply) : next
  })
  expect(asleep.length).toBeGreaterThan(8)
  expect(asleep).toEqual(eachQuarter)
})

it('an empty desk has nothing to do but to wait for its next hour', async () => {
  const swept = await sweep(desk.options)
  expect(swept).toMatchObject({ did: 0, faults: [] })
  expect(dateTimeOf(instantOf(swept.nextAt ?? 0))).toBe('2026-11-23 11:00')
  expect(clockShows(desk)).toBe('2026-11-23 10:00')
})
