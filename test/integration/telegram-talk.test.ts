// A user talks with the bot on Telegram, through the real client, and is handed to a person.
import { describe, expect, it } from 'vitest'
import { openDesk } from '../telegram/desk.ts'

describe('a talk on Telegram', () => {
  it('begins with /start and answers in the language of the app', async () => {
    const desk = await openDesk()
    const li = desk.telegram.user({ language_code: 'en' })
    li.starts()
    const menu = await desk.reads(li, 'support bot')
    expect(menu.buttons.flat()).toContain('Talk to a person')
    expect(desk.telegram.faults).toEqual([])
  })

  it('credits what the provider confirms, and says so', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const order = await desk.order('li')
    await desk.pays(order, '2026112022001400000000000001')
    li.sends('我付了款但是没到账')
    await desk.reads(li, '刚刚到账了')
    expect(desk.telegram.faults).toEqual([])
  })

  it('is handed to a person in one tap: a topic with a card opens, and what follows stands in it', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    li.starts()
    await desk.reads(li, '您好')
    li.presses('人工客服')
    await desk.reads(li, '工单 #1')
    const topic = await desk.topicOf(1)
    li.sends('图还没发')
    await desk.staffReads('图还没发', topic)
    expect(desk.telegram.faults).toEqual([])
  })
})
