// Stars: asked once, after a person solved it, one tap, and never a loop or a reason to begin anything anew.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderCard } from '../../core/desk/card/card.ts'
import { DAY, HOUR, MINUTE } from '../../core/kit/clock.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { lin, openSweepDesk, type SweepDesk, saidTo, staffOf, sweepAt, ticketOf, write } from './sweep-desk.ts'

let desk: SweepDesk
let count = 0
beforeEach(async () => {
  desk = await openSweepDesk()
})

const asked = async (): Promise<number> =>
  (await saidTo(desk, 'mei')).filter((text) => text.includes('处理得怎么样')).length
const stars = (user: string, ticketId: number, given: number): Promise<void> =>
  desk.chat.receive({
    platform: 'telegram',
    user,
    eventId: `rate${++count}`,
    address: `chat-${user}`,
    message: { kind: 'rating', ticketId, stars: given },
  })
async function solved(id: number): Promise<void> {
  await staffOf(desk).reply(id, lin, new Raw('已经处理好了'))
  await staffOf(desk).close(id, lin)
}
const opened = async (): Promise<void> => write(desk, 'mei', '人工')

describe('the question', () => {
  it('comes after a person answered and closed the ticket, and not when nobody answered', async () => {
    await opened()
    await staffOf(desk).close(1, lin)
    expect(await asked()).toBe(0)
    await write(desk, 'mei', '还没好')
    await solved(1)
    expect(await asked()).toBe(1)
  })

  it('comes once a ticket, however often it is opened again', async () => {
    await opened()
    await solved(1)
    for (let round = 0; round < 3; round++) {
      desk.clock.advance(20 * HOUR)
      await write(desk, 'mei', '还有一个问题')
      await solved(1)
    }
    expect((await ticketOf(desk, 1)).reopened).toBe(3)
    expect(await asked()).toBe(1)
  })

  it('comes at most once a week to one user, over all their tickets', async () => {
    await opened()
    await solved(1)
    desk.clock.advance(4 * DAY)
    await opened()
    await solved(2)
    expect(await asked()).toBe(1)
    desk.clock.advance(4 * DAY)
    await opened()
    await solved(3)
    expect(await asked()).toBe(2)
  })

  it('does not come when the ticket was given back to the bot, or closed by itself', async () => {
    await opened()
    await staffOf(desk).reply(1, lin, new Raw('您好'))
    await staffOf(desk).backToBot(1, lin)
    expect(await asked()).toBe(0)
    await opened()
    await staffOf(desk).reply(1, lin, new Raw('请补充'))
    await sweepAt(desk, '2026-11-25 00:00')
    await sweepAt(desk, '2026-11-28 00:00')
    expect(await ticketOf(desk, 1)).toMatchObject({ closedBy: 'auto', ratingAskedAt: null })
    expect(await asked()).toBe(0)
  })
})

describe('the answer', () => {
  beforeEach(async () => {
    await opened()
    await solved(1)
  })

  it('case 38: is one tap, thanked once, asked for never again, and opens nothing', async () => {
    await stars('mei', 1, 4)
    await stars('mei', 1, 1)
    for (const word of ['谢谢', '好的']) await write(desk, 'mei', word)
    expect(await ticketOf(desk, 1)).toMatchObject({ rating: 4, reopened: 0, state: 'closed' })
    expect(await asked()).toBe(1)
    const said = await saidTo(desk, 'mei')
    expect(said.filter((text) => text.includes('谢谢您的评价')).length).toBe(1)
    expect(said.filter((text) => text.includes('已经评价过了')).length).toBe(1)
  })

  it.each([
    ['5', 5],
    ['4 星', 4],
    ['3 stars', 3],
    ['⭐⭐', 2],
    ['1分。', 1],
  ])('may be written instead of pressed: %s', async (text, given) => {
    await write(desk, 'mei', text)
    expect(await ticketOf(desk, 1)).toMatchObject({ rating: given, reopened: 0, state: 'closed' })
  })

  it.each(['5 个订单都没到', '6', '5 块钱', '星'])('is not read out of other words: %s', async (text) => {
    await write(desk, 'mei', text)
    expect((await ticketOf(desk, 1)).rating).toBeNull()
  })

  it('a number days later is no answer any more', async () => {
    desk.clock.advance(25 * HOUR)
    await write(desk, 'mei', '5')
    expect((await ticketOf(desk, 1)).rating).toBeNull()
  })

  it('a number where the bot has a question open picks a button', async () => {
    desk.clock.advance(MINUTE)
    await write(desk, 'mei', '/recharge')
    await write(desk, 'mei', '1')
    expect((await ticketOf(desk, 1)).rating).toBeNull()
  })

  it('of somebody else counts for nothing', async () => {
    await write(desk, 'wei', '/start')
    await stars('wei', 1, 1)
    expect((await ticketOf(desk, 1)).rating).toBeNull()
  })

  it('while the ticket is open again is put off, not taken for a second one', async () => {
    await write(desk, 'mei', '其实还没好')
    await stars('mei', 1, 2)
    expect((await ticketOf(desk, 1)).rating).toBeNull()
    expect((await saidTo(desk, 'mei')).at(-1)).toContain('还在处理')
  })

  it('stands on the card', async () => {
    await stars('mei', 1, 5)
    expect(renderCard(await ticketOf(desk, 1), desk.context)).toContain('★ 5/5')
  })
})

describe('after a ticket is solved', () => {
  it('case 37: the bot begins anew: a greeting later does not hand over again, nor does any number of them', async () => {
    await write(desk, 'mei', '我付了款但是没到账')
    await opened()
    await staffOf(desk).reply(1, lin, new Raw('已到账'))
    await staffOf(desk).backToBot(1, lin)
    for (const text of ['你好', '在吗', '/start', '谢谢']) {
      desk.clock.advance(MINUTE)
      await write(desk, 'mei', text)
    }
    const [last] = await desk.context.store.sql('select count(*) as tickets from ticket')
    expect(last?.tickets).toBe(1)
    expect((await ticketOf(desk, 1)).state).toBe('closed')
    expect((await saidTo(desk, 'mei')).filter((text) => text.includes('已转给同事')).length).toBe(1)
  })

  it('case 36: whoever is told that a person takes over has a ticket, and whoever has a ticket was told', async () => {
    for (const [index, text] of ['人工', 'human', '/human', '转人工', '我要找客服'].entries())
      await write(desk, `u${index}`, text)
    const rows = await desk.context.store.sql(
      `select c.id, t.id as ticket, (select count(*) from outbox o where o.conversation_id = c.id and
         (o.body like '%已转给同事，工单 #%' or o.body like '%I passed this on%')) as told
       from conversation c left join ticket t on t.conversation_id = c.id`,
    )
    expect(rows.length).toBe(5)
    for (const { ticket, told } of rows) expect(told).toBe(ticket === null ? 0 : 1)
    expect(rows.filter(({ ticket }) => ticket !== null).length).toBeGreaterThanOrEqual(4)
  })
})

it('case 40: stars that come while another process holds the database are kept, and nobody hears of a fault', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-rating-'))
  const path = join(folder, 'desk.db')
  desk = await openSweepDesk(undefined, { path })
  try {
    await opened()
    await solved(1)
    // Another process, which holds the write lock until its standard input ends.
    const script = `const D = require('better-sqlite3'); const d = new D(process.argv[1]); d.exec('begin immediate');
      process.stdout.write('held'); process.stdin.resume(); process.stdin.on('end', () => { d.exec('commit'); d.close() })`
    const other = spawn(process.execPath, ['-e', script, path], { stdio: ['pipe', 'pipe', 'inherit'] })
    await new Promise((resolve) => other.stdout.once('data', resolve))
    const probe = new Database(path, { timeout: 0 })
    expect(() => probe.exec('begin immediate')).toThrow(/locked/)
    probe.close()
    const rated = stars('mei', 1, 5)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect((await ticketOf(desk, 1)).rating).toBeNull()
    other.stdin.end()
    await rated
    expect((await ticketOf(desk, 1)).rating).toBe(5)
    expect((await saidTo(desk, 'mei')).at(-1)).toContain('谢谢您的评价')
  } finally {
    await desk.context.store.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
