// The process dies at every point of a sweep: what is kept is before or after, and the next pass ends as if nothing had been.
import { afterAll, describe, expect, it } from 'vitest'
import { sweep } from '../../core/desk/sweep/sweep.ts'
import { DAY, instantOf, plus } from '../../core/kit/clock.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { linkedUser } from '../fakes/chat-context.ts'
import { makeFate } from '../model/mortal.ts'
import { at, lin, moneyInSuspense, openSweepDesk, type SweepDesk, staffOf, write } from './sweep-desk.ts'

/** More than any sweep has. */
const MANY = 800

type Scene = { readonly before: (desk: SweepDesk) => Promise<void>; readonly sweptAt: string }

const three = async (desk: SweepDesk): Promise<void> => {
  for (const user of ['mei', 'wei', 'fang']) await write(desk, user, '人工')
}
const answered = async (desk: SweepDesk): Promise<void> => {
  await three(desk)
  for (const id of [1, 2]) await staffOf(desk).reply(id, lin, new Raw('请补充订单号后四位'))
}
const sweptUntil = async (desk: SweepDesk, ...times: readonly string[]): Promise<void> => {
  for (const time of times) {
    desk.clock.set(at(time))
    await sweep(desk.options)
  }
}

const scenes: Readonly<Record<string, Scene>> = {
  'reminders of three tickets, in their threads, to all staff and to the operator': {
    before: three,
    sweptAt: '2026-11-23 13:00',
  },
  'users are warned, one is nudged': {
    before: async (desk) => {
      await answered(desk)
      await write(desk, 'jun', '/recharge')
    },
    sweptAt: '2026-11-24 22:00',
  },
  'tickets close by themselves, a question is put aside, the digest is sent': {
    before: async (desk) => {
      await answered(desk)
      await write(desk, 'jun', '/recharge')
      await sweptUntil(desk, '2026-11-24 22:00')
    },
    sweptAt: '2026-11-26 10:00',
  },
  'money that became known keeps a ticket open': {
    before: async (desk) => {
      await linkedUser(desk, 'telegram', 'mei')
      await answered(desk)
      await moneyInSuspense(desk, 'mei')
    },
    sweptAt: '2026-11-24 22:00',
  },
  'what is over its time is forgotten': {
    before: async (desk) => {
      await answered(desk)
      await staffOf(desk).close(1, lin)
      await write(desk, 'jun', '/recharge')
      desk.clock.set(instantOf(plus(desk.clock.now(), 366 * DAY)))
    },
    sweptAt: '2027-11-25 08:00',
  },
}

const tables: readonly string[] = [
  'select * from ticket order by id',
  'select * from ticket_line order by id',
  'select * from outbox order by id',
  'select * from inbox order by id',
  'select * from message_link order by platform, chat_hash, message_id',
  'select id, state, ticket_id, updated_at from conversation order by id',
  'select * from desk_fact order by name',
  'select at, actor, action, subject, detail from audit order by id',
]

/** Ids hold chance and addresses are sealed with it: the same in every life, because chance is counted; rows as they are. */
async function kept({ context }: SweepDesk): Promise<readonly string[]> {
  const lines: string[] = []
  for (const sql of tables) lines.push(...(await context.store.sql(sql)).map((row) => JSON.stringify(row)))
  // Event ids go up over all lives of this test.
  return lines.map((line) => line.replace(/"event_id":"e\d+"|"message_id":"\d+"/g, '"n"'))
}

async function lived(scene: Scene, point: number): Promise<{ deaths: boolean; end: readonly string[] }> {
  const fate = makeFate()
  const desk = await openSweepDesk(undefined, { around: fate.around })
  try {
    await scene.before(desk)
    desk.clock.set(at(scene.sweptAt))
    fate.arm(point)
    await sweep(desk.options).catch(() => undefined)
    const deaths = fate.dead
    // The next life, at the same instant.
    fate.arm(Number.POSITIVE_INFINITY)
    if (deaths) expect((await sweep(desk.options)).faults).toEqual([])
    const settled = await kept(desk)
    // And one pass more: there is nothing left to do.
    expect((await sweep(desk.options)).did).toBe(0)
    expect(await kept(desk)).toEqual(settled)
    return { deaths, end: settled }
  } finally {
    await desk.context.store.close()
  }
}

let points = 0
afterAll(() => void process.stderr.write(`sweep: died at ${points} points of ${Object.keys(scenes).length} passes\n`))

describe('a kill at any point of a sweep does nothing twice and leaves nothing out', () => {
  it.each(Object.entries(scenes))('%s', async (_, scene) => {
    const { end: undisturbed } = await lived(scene, Number.POSITIVE_INFINITY)
    let point = 1
    for (; point < MANY; point++) {
      const { deaths, end } = await lived(scene, point)
      if (!deaths) break
      expect({ point, end }).toEqual({ point, end: undisturbed })
    }
    points += point - 1
    expect(point).toBeGreaterThan(10)
    expect(point).toBeLessThan(MANY)
  })
})
