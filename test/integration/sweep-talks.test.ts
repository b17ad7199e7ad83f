// Talks with the bot that were left half-way: one nudge, a way back, nobody disturbed who has a person or is done.
import { beforeEach, describe, expect, it } from 'vitest'
import { sweep } from '../../core/desk/sweep/sweep.ts'
import { DAY, HOUR, instantOf, MINUTE } from '../../core/kit/clock.ts'
import { dateTimeOf } from '../../core/kit/zone.ts'
import { linkedUser } from '../fakes/chat-context.ts'
import { openSweepDesk, outbox, press, type SweepDesk, saidTo, sweepAt, talkOf, write } from './sweep-desk.ts'

const NUDGE = '您还在吗'
const PARKED = '我先把这件事放在一边'
let desk: SweepDesk
beforeEach(async () => {
  desk = await openSweepDesk()
  await linkedUser(desk, 'telegram', 'mei')
})

const count = async (user: string, words: string): Promise<number> =>
  (await saidTo(desk, user)).filter((text) => text.includes(words)).length
/** The buttons under what the bot said last. */
const lastStep = async (user: string): Promise<{ step: number; labels: readonly string[] }> => {
  const lane = `user:${(await talkOf(desk, user)).id}`
  const row = (await outbox(desk)).findLast((one) => one.lane === lane)
  const job = JSON.parse(row?.body ?? '{}') as { step: number; choices: readonly { label: string }[] }
  return { step: job.step, labels: job.choices.map(({ label }) => label) }
}

describe('a question that nobody answers', () => {
  beforeEach(() => write(desk, 'mei', '/recharge'))

  it('is left alone for a day, brought to mind once, and put aside a day later', async () => {
    await sweepAt(desk, '2026-11-24 09:59')
    expect(await count('mei', NUDGE)).toBe(0)
    for (const time of ['2026-11-24 10:00', '2026-11-24 10:01', '2026-11-24 18:00', '2026-11-25 09:59']) {
      await sweepAt(desk, time)
      expect(await count('mei', NUDGE)).toBe(1)
      expect(await count('mei', PARKED)).toBe(0)
    }
    for (const time of ['2026-11-25 10:00', '2026-11-26 10:00', '2026-11-27 10:00', '2026-12-10 10:00']) {
      await sweepAt(desk, time)
      expect(await count('mei', NUDGE)).toBe(1)
      expect(await count('mei', PARKED)).toBe(1)
    }
  })

  it('case 19: the buttons under it work as long as it takes, before the nudge and after it', async () => {
    const asked = await lastStep('mei')
    desk.clock.advance(23 * HOUR)
    await press(desk, 'mei', asked.step, 0)
    const next = await lastStep('mei')
    expect(next.step).toBeGreaterThan(asked.step)
    desk.clock.advance(25 * HOUR)
    await sweep(desk.options)
    expect(await count('mei', NUDGE)).toBe(1)
    await press(desk, 'mei', next.step, 0)
    expect((await lastStep('mei')).step).toBeGreaterThan(next.step)
  })

  it('case 19: put aside, nothing of it is lost: Back brings the question back whole', async () => {
    const asked = await lastStep('mei')
    await sweepAt(desk, '2026-11-24 10:00')
    await sweepAt(desk, '2026-11-25 10:00')
    desk.clock.advance(20 * DAY)
    const parked = await lastStep('mei')
    const back = parked.labels.indexOf('返回')
    expect(back).toBeGreaterThanOrEqual(0)
    await press(desk, 'mei', parked.step, back)
    expect((await lastStep('mei')).labels).toEqual(asked.labels)
  })

  it('is not brought to mind when its user wrote meanwhile, and a day after that it is', async () => {
    desk.clock.advance(23 * HOUR)
    await write(desk, 'mei', '/recharge')
    await sweepAt(desk, '2026-11-24 10:00')
    expect(await count('mei', NUDGE)).toBe(0)
    await sweepAt(desk, '2026-11-25 09:00')
    expect(await count('mei', NUDGE)).toBe(1)
  })

  it('is not brought to mind of somebody who has a ticket', async () => {
    await write(desk, 'mei', '人工')
    await sweepAt(desk, '2026-11-24 10:00')
    expect(await count('mei', NUDGE)).toBe(0)
  })

  it('is not brought to mind of somebody who blocked the bot', async () => {
    const talk = await talkOf(desk, 'mei')
    await desk.context.store.write((w) => w.conversations.save({ ...talk, blocked: true }))
    await sweepAt(desk, '2026-11-24 10:00')
    expect(await count('mei', NUDGE)).toBe(0)
  })

  it('is not brought to mind days late, after a long outage', async () => {
    await sweepAt(desk, '2026-11-28 10:01')
    expect(await count('mei', NUDGE)).toBe(0)
  })
})

it('who has no open question is left in peace', async () => {
  await write(desk, 'mei', '谢谢')
  await write(desk, 'mei', '/cancel')
  const before = (await saidTo(desk, 'mei')).length
  for (const time of ['2026-11-24 10:00', '2026-11-25 10:00']) await sweepAt(desk, time)
  expect((await saidTo(desk, 'mei')).length).toBe(before)
})

it('a lookup that never came back offers another try instead of silence', async () => {
  await write(desk, 'mei', '/recharge')
  const talk = await talkOf(desk, 'mei')
  const state = JSON.parse(talk.state)
  const waiting = { kind: 'lookup', name: 'balance', step: state.step, args: {} }
  await desk.context.store.write((w) => w.conversations.save({ ...talk, state: JSON.stringify({ ...state, waiting }) }))
  await sweepAt(desk, '2026-11-24 10:00')
  const { waiting: after } = JSON.parse((await talkOf(desk, 'mei')).state)
  expect(after).toBeNull()
})

it('more people than a pass takes are all reached, those of one instant too', async () => {
  const people = Array.from({ length: 450 }, (_, index) => `p${index}`)
  for (const [index, user] of people.entries()) {
    if (index === 240) desk.clock.advance(1)
    await write(desk, user, '/start')
  }
  desk.clock.set(instantOf(desk.clock.now() + DAY))
  for (let pass = 0; pass < 5; pass++) await sweep(desk.options)
  const nudged = (await outbox(desk)).filter(({ body }) => body.includes(NUDGE))
  expect(nudged.length).toBe(450)
  expect(new Set(nudged.map(({ lane }) => lane)).size).toBe(450)
})

it('the next one is named as the time to wake', async () => {
  desk.clock.advance(-30 * MINUTE)
  await sweep(desk.options)
  await write(desk, 'wei', '/start')
  desk.clock.set(instantOf(desk.clock.now() + DAY - HOUR / 2))
  const { nextAt } = await sweep(desk.options)
  expect(dateTimeOf(instantOf(nextAt ?? 0))).toBe('2026-11-24 09:30')
})
