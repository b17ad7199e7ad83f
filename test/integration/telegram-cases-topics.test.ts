// The numbered failure cases of relay bots that concern topics on Telegram: deleted, closed by hand, made twice, moved to another group.
import { describe, expect, it } from 'vitest'
import { openDesk } from '../telegram/desk.ts'

describe('topics', () => {
  for (const deletedTopic of ['message thread not found', 'TOPIC_DELETED', 'lands in General'] as const) {
    const number = deletedTopic === 'lands in General' ? 3 : 2
    it(`case ${number}: a topic that staff deleted (${deletedTopic}) is made anew with its card and last lines`, async () => {
      const desk = await openDesk()
      desk.telegram.quirk({ deletedTopic })
      const li = await desk.linked('li')
      const first = await desk.handedOver(li)
      li.sends('昨天付的')
      await desk.staffReads('昨天付的', first)
      await desk.quiet()
      desk.mei.deletesTopic(first)
      li.sends('今天还没到')
      await desk.telegram.until('a new topic', () => desk.staff.topics.length === 1)
      const second = await desk.topicOf(1)
      expect(second.id).not.toBe(first.id)
      await desk.staffReads('今天还没到', second)
      await desk.quiet()
      const lines = desk.staff.messages(second).map(({ text }) => text)
      expect(lines.some((text) => text.includes('昨天付的'))).toBe(true)
      expect(lines.filter((text) => /今天还没到$/.test(text))).toHaveLength(1)
      expect(desk.staff.messages('General').filter(({ text }) => text.includes('今天还没到'))).toEqual([])
    })
  }

  it('case 7: first messages sent quickly make one topic', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    li.sends('人工')
    li.sends('人工')
    for (const text of ['一', '二', '三']) li.sends(`快${text}`)
    const topic = await desk.topicOf(1)
    await desk.staffReads('快三', topic)
    await desk.quiet()
    expect(desk.telegram.callsOf('createForumTopic')).toHaveLength(1)
  })

  it('a topic closed by hand closes the ticket, and opened by hand opens it; what the bot closed moves nothing', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    desk.mei.writes(topic, '/r 好的')
    await desk.reads(li, '好的')
    desk.mei.closes(topic)
    await desk.reads(li, '#1 已结束')
    await desk.quiet()
    expect(await desk.count(`select count(*) as n from ticket where state = 'closed'`)).toBe(1)
    desk.mei.reopens(topic)
    await desk.staffReads('🟢', topic)
    expect(await desk.count(`select count(*) as n from ticket where state = 'closed'`)).toBe(0)
  })

  it('case 12: the group becomes a supergroup and takes another id; nothing is lost, also over a restart', async () => {
    const desk = await openDesk({ staff: (telegram) => telegram.group({ bot: [] }) })
    const li = await desk.linked('li')
    li.sends('人工')
    await desk.reads(li, '工单 #1')
    await desk.telegram.until('a try', () => desk.telegram.callsOf('createForumTopic').length > 0)
    const next = desk.staff.becomesSupergroup({ forum: true })
    next.bot(['can_manage_topics', 'can_delete_messages', 'can_pin_messages'])
    await desk.telegram.until('the topic in the new group', () => next.topics.length === 1)
    await desk.stop()
    await desk.run()
    li.sends('还在吗')
    await desk.telegram.until('the line there', () => next.messages().some(({ text }) => text.includes('还在吗')))
  })

  it('case 12: the bot was away when the group moved: the first call that fails tells it', async () => {
    const desk = await openDesk({ staff: (telegram) => telegram.group({ bot: [] }) })
    await desk.stop()
    const next = desk.staff.becomesSupergroup({ forum: true })
    next.bot(['can_manage_topics', 'can_delete_messages', 'can_pin_messages'])
    desk.telegram.world.updates.drop()
    await desk.run()
    const li = await desk.linked('li')
    li.sends('人工')
    await desk.telegram.until('the topic in the new group', () => next.topics.length === 1)
  })
})
