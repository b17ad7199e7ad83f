// A user talks with the bot on Discord, through the real client, and is handed to a person.
import { describe, expect, it } from 'vitest'
import { openDesk } from '../discord/desk.ts'

describe('a talk on Discord', () => {
  it('begins with a direct message and answers in its language', async () => {
    const desk = await openDesk()
    const li = desk.discord.person('Li')
    li.sends('dm', 'hello')
    const menu = await desk.reads(li, 'support bot')
    expect(menu.buttons.flat().map(({ label }) => label)).toContain('Talk to a person')
    expect(desk.discord.breaches).toEqual([])
  })

  it('credits what the provider confirms, and says so', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const order = await desk.order('li')
    await desk.pays(order, '2026112022001400000000000001')
    li.sends('dm', '我付了款但是没到账')
    await desk.reads(li, '刚刚到账了')
    expect(desk.discord.breaches).toEqual([])
  })

  it('is handed to a person in one tap: a post with a card opens, and what follows stands in it', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    li.sends('dm', '/start')
    await desk.reads(li, '您好')
    desk.taps(li, '人工客服')
    await desk.reads(li, '工单 #1')
    const post = await desk.postOf(1)
    li.sends('dm', '图还没发')
    await desk.staffReads('图还没发', post)
    expect(desk.discord.breaches).toEqual([])
  })

  it('answers a command in a channel of everybody for the eyes of its caller alone', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const order = await desk.order('li')
    await desk.pays(order, '2026112022001400000000000001')
    const called = li.slash('/start', {}, { in: 'general' })
    const menu = await desk.reads(li, '您好', 'general')
    expect(menu.ephemeral).toBe(true)
    expect(called.acked).toBe('defer')
    desk.taps(li, '付款了没到账')
    const verdict = await desk.reads(li, '刚刚到账了', 'general')
    expect(verdict.ephemeral).toBe(true)
    const other = desk.discord.person('Other')
    expect(other.sees('general')).toEqual([])
    expect(desk.discord.breaches).toEqual([])
  })

  it('shows "typing" while a lookup takes long, and only where they talk with the bot alone', async () => {
    const desk = await openDesk({ queryDeadlineMs: 2_500 })
    const [li, mo] = [await desk.linked('li'), await desk.linked('mo')]
    const typed = () => desk.discord.callsOf('POST /channels/:channel/typing').map(({ params }) => params.channel)
    li.sends('dm', '/balance')
    await desk.reads(li, '余额')
    await desk.quiet()
    expect(typed()).toEqual([])
    for (const account of ['li', 'mo']) await desk.order(account)
    await desk.sandbox.setDown('alipay', 'hangs')
    mo.slash('/support', { text: '我付了款但是没到账' }, { in: 'general' })
    li.sends('dm', '我付了款但是没到账')
    await desk.discord.until('typing', () => typed().length > 0)
    await desk.reads(mo, /查不到|暂时|现在/, 'general')
    await desk.quiet()
    expect(typed()).toEqual([li.dm.id])
    expect(desk.discord.breaches).toEqual([])
  })
})
