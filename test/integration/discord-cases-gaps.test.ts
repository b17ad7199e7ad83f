// The numbered failure cases of relay bots that concern what comes from Discord: gaps, repeats, reconnecting, events that break us.
import { describe, expect, it } from 'vitest'
import { Secret } from '../../core/kit/secret.ts'
import { openDesk, wordsOf } from '../discord/desk.ts'

describe('after a gap', () => {
  it('case 4: what was written while the bot was down is answered when it is back, in its order, by page after page', async () => {
    const desk = await openDesk({ faster: 40 })
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    li.sends('dm', '先说一句')
    await desk.staffReads('先说一句', post)
    await desk.quiet()
    await desk.stop()
    for (let i = 0; i < 230; i++) li.sends('dm', `停机第${i}句`)
    desk.mei.writes(post, '/r 停机时的回复')
    await desk.run()
    await desk.reads(li, '停机时的回复')
    await desk.staffReads('停机第229句', post)
    const lines = await desk.store.sql(`select text from ticket_line where author = 'user' order by id`)
    const heard = lines.map(({ text }) => String(text)).filter((text) => text.startsWith('停机'))
    expect(heard).toEqual(Array.from({ length: 230 }, (_, i) => `停机第${i}句`))
    expect(desk.discord.breaches).toEqual([])
  })

  it.each([
    ['long before', 1_500],
    ['just before', 0],
  ])('what was said %s and edited meanwhile reads so on the other side, once', async (_, pauseMs) => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    const said = li.sends('dm', '金额五十')
    const line = await desk.staffReads('金额五十', post)
    const reply = desk.mei.writes(post, '/r 收到六十')
    await desk.reads(li, '收到六十')
    desk.mei.writes(post, '别的事')
    await desk.quiet()
    // What was read last is noted a moment later.
    await new Promise((wake) => setTimeout(wake, pauseMs))
    await desk.stop()
    if (pauseMs === 0) await desk.store.sql(`delete from desk_fact where name like 'discord.read.%'`)
    desk.mei.edits(reply, '/r 收到，六十元')
    li.edits(said, '金额六十')
    const lines = await desk.count('select count(*) as n from ticket_line')
    await desk.run()
    await desk.reads(li, '收到，六十元')
    await desk.staffReads('金额六十', post)
    await desk.quiet()
    await desk.stop()
    await desk.run()
    await desk.quiet()
    expect(li.sees().filter((seen) => wordsOf(seen).includes('六十'))).toHaveLength(2)
    expect(wordsOf(desk.discord.messagesIn(post).find(({ id }) => id === line.id) as never)).toContain('金额六十')
    expect(await desk.count('select count(*) as n from ticket_line')).toBe(lines)
    expect(await desk.count('select count(*) as n from line_version')).toBe(2)
    expect(desk.discord.breaches).toEqual([])
  })

  it('a session that is gone: what was missed is read, what comes meanwhile waits behind it, nothing is heard twice', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    li.sends('dm', '零')
    await desk.staffReads('零', post)
    await desk.quiet()
    desk.discord.gateway.goesDown()
    desk.discord.gateway.forgets()
    for (const words of ['一', '二', '三']) li.sends('dm', words)
    desk.discord.gateway.comesUp()
    await desk.discord.until('a new session', () => desk.discord.gateway.identifies.length > 1)
    li.sends('dm', '四')
    await desk.staffReads(/: 四/, post)
    await desk.quiet()
    const lines = await desk.store.sql(`select text from ticket_line where author = 'user' order by id`)
    expect(lines.map(({ text }) => text).filter((text) => text !== '人工')).toEqual(['零', '一', '二', '三', '四'])
  })

  it('a line that was cut is taken up again, with what happened meanwhile', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    desk.discord.gateway.drops()
    li.sends('dm', '线断了')
    await desk.staffReads('线断了', post)
    desk.discord.gateway.asksReconnect()
    li.sends('dm', '又断了')
    await desk.staffReads('又断了', post)
    expect(desk.discord.gateway.resumes.length).toBeGreaterThan(0)
  })

  it('case 6: an event that is delivered twice, or in another order, is taken once', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    desk.discord.gateway.repeatsNext(4)
    li.sends('dm', '甲')
    li.sends('dm', '乙')
    desk.discord.gateway.swapsNext()
    li.sends('dm', '丙')
    li.sends('dm', '丁')
    await desk.staffReads(/: 丁/, post)
    await desk.staffReads(/: 丙/, post)
    await desk.quiet()
    const lines = await desk.store.sql(`select text from ticket_line where author = 'user'`)
    expect(lines.map(({ text }) => text).sort()).toEqual(['丁', '丙', '乙', '人工', '甲'].sort())
  })

  it('case 1: a message that could not be committed is read again at the next start', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    li.sends('dm', '头一句')
    await desk.staffReads('头一句', post)
    await desk.quiet()
    desk.disk.refuses = 1_000_000
    li.sends('dm', '存不下来的一句')
    await expect.poll(() => desk.logged.join(''), { timeout: 15_000 }).toContain('could not be kept')
    desk.disk.refuses = 0
    li.sends('dm', '后面一句')
    await desk.staffReads('后面一句', post)
    await desk.quiet()
    await desk.stop()
    await desk.run()
    await desk.staffReads('存不下来的一句', post)
    await desk.quiet()
    expect(li.sees().filter((seen) => wordsOf(seen).includes('后面一句'))).toHaveLength(1)
  })
})

describe('the start', () => {
  it('registers the commands in three languages once, and not again until they change', async () => {
    const desk = await openDesk()
    const put = () => desk.discord.callsOf('PUT /applications/:application/commands').length
    await desk.discord.until('the commands', () => put() === 1)
    const commands = desk.discord.callsOf('PUT /applications/:application/commands')[0]?.body as
      | { name: string; name_localizations: Record<string, string> }[]
      | undefined
    expect(commands?.map(({ name }) => name)).toEqual([
      ...['start', 'help', 'support', 'orders', 'balance', 'recharge', 'redeem', 'link', 'language', 'human', 'cancel'],
    ])
    expect(commands?.find(({ name }) => name === 'orders')?.name_localizations).toEqual({
      'zh-CN': '订单',
      'zh-TW': '訂單',
    })
    await desk.stop()
    await desk.run()
    await desk.quiet()
    expect(put()).toBe(1)
    expect(desk.discord.breaches).toEqual([])
  })

  it('ends with a line that says what to do where the token is refused', async () => {
    const desk = await openDesk({ asleep: true })
    Object.assign(desk.settings, { token: new Secret('wrong') })
    const { ended } = await desk.run()
    const end = await ended
    expect(end).toEqual({ ok: false, error: expect.stringContaining('DISCORD_BOT_TOKEN') })
  })
})
