// What stands behind the first answer to a press or a command: it is kept, and what was promised comes.
import { describe, expect, it } from 'vitest'
import { openDesk, wordsOf } from '../discord/desk.ts'
import { inThread, PANEL, panelled, privateThreads } from '../discord/panel.ts'

const WHISPER = 'POST /webhooks/:application/:token'

describe('the first answer', () => {
  it.each(['/orders', 'panel', 'button'])('what is acknowledged has been kept: %s', async (way) => {
    const { desk } = await panelled()
    const li = await desk.linked('li')
    li.sends('dm', '/start')
    await desk.reads(li, '您好')
    await desk.quiet()
    const disk = Promise.withResolvers<void>()
    desk.disk.stands = disk.promise
    const heard = () => desk.count(`select count(*) as n from inbox`)
    const before = await heard()
    const called =
      way === '/orders' ? li.slash('/orders', {}, { in: 'general' }) : li.presses(way === 'panel' ? PANEL : '取消')
    await new Promise((wake) => setTimeout(wake, 100))
    expect(called.acked).toBeUndefined()
    disk.resolve()
    await desk.discord.until('an acknowledgement', () => called.acked !== undefined)
    expect(await heard()).toBe(before + 1)
    await desk.quiet()
    expect(li.sees().some(({ loading }) => loading)).toBe(false)
    expect(desk.discord.breaches).toEqual([])
  })

  it('a disk that stands still for long makes no call fail', async () => {
    const desk = await openDesk({ faster: 1 })
    const li = await desk.linked('li')
    const disk = Promise.withResolvers<void>()
    desk.disk.stands = disk.promise
    const called = li.slash('/help', {}, { in: 'general' })
    await desk.discord.until('an acknowledgement', () => called.acked !== undefined)
    expect(called.failed).toBe(false)
    disk.resolve()
    await desk.reads(li, /余额|订单/, 'general')
    expect(desk.discord.breaches).toEqual([])
  })

  it('opens the place all the same where the line breaks on the way, and "thinking" goes away', async () => {
    const { desk } = await panelled()
    const li = await desk.linked('li')
    desk.discord.fails({ kind: 'accept-then-drop' }, 'POST /channels/:channel/threads')
    const own = await inThread(desk, li)
    await desk.reads(li, own.id, 'support')
    expect(privateThreads(desk)).toHaveLength(1)
    desk.discord.fails({ kind: 'server-error', status: 502 }, { route: 'GET /guilds/:guild/threads/active', times: 30 })
    const mo = await desk.linked('mo')
    mo.presses(PANEL)
    await desk.reads(mo, '收到了', 'support')
    expect(mo.sees().some(({ loading }) => loading)).toBe(false)
  })

  it('an answer for their eyes only whose sending was unclear is marked where it is said again, wherever they write then', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    li.sends('dm', '/balance')
    await desk.reads(li, '余额')
    await desk.quiet()
    desk.discord.fails({ kind: 'accept-then-drop' }, WHISPER)
    li.slash('/help', {}, { in: 'general' })
    await desk.discord.until('the whisper', () => desk.discord.callsOf(WHISPER).length > 0)
    li.sends('dm', '在吗')
    const again = await desk.reads(li, '/support', 'dm')
    expect(wordsOf(again)).toContain('可能是重复的')
    expect(desk.discord.breaches).toEqual([])
  })
})
