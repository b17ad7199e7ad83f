// The numbered failure cases of relay bots that concern the desk on Telegram: topics, staff, what goes out, who reads what.
import { describe, expect, it } from 'vitest'
import type { Seen } from '../fakes/telegram/screen.ts'
import { openDesk } from '../telegram/desk.ts'

/** Addresses are found by Telegram itself; anything else would be markup of ours. */
const formatting = ({ post }: Seen) => (post.wire.entities ?? []).filter(({ type }) => type !== 'url')

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

describe('staff', () => {
  it('case 8: a reply after a restart reaches the user at once', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    li.sends('在吗')
    const line = await desk.staffReads('在吗', topic)
    await desk.quiet()
    await desk.stop()
    await desk.run()
    desk.mei.writes(topic, '我在', { replyTo: line })
    const reply = await desk.reads(li, '我在')
    expect(reply.replyTo).toBe(li.sees().find(({ text }) => text === '在吗')?.id)
  })

  it('case 13: an anonymous admin is heard, and does nothing that needs a name', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    desk.mei.anonymously.writes(topic, '/r 我们在查')
    await desk.reads(li, '我们在查')
    desk.mei.anonymously.writes(topic, '/close')
    await desk.staffReads(/匿名/, topic)
    expect(await desk.count(`select count(*) as n from ticket where state = 'closed'`)).toBe(0)
  })

  it('case 14: talk among colleagues and commands never reach the user', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    const before = li.sees().length
    const note = desk.mei.writes(topic, '这人是不是上周那个')
    desk.mei.writes(topic, '/wibble 什么')
    desk.mei.writes(topic, '/close@other_bot')
    desk.bo.writes(topic, '对，是他', { replyTo: note })
    desk.mei.writes(desk.staff, '中午吃什么')
    await desk.staffReads('没有这个命令', topic)
    await desk.quiet()
    expect(li.sees()).toHaveLength(before)
  })

  it('somebody in the group who is not in the settings is told so, and does nothing', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    const guest = desk.telegram.user()
    desk.staff.add(guest)
    const before = li.sees().length
    guest.writes(topic, '/r 你好')
    await desk.staffReads('TELEGRAM_STAFF_IDS', topic)
    await desk.quiet()
    expect(li.sees()).toHaveLength(before)
  })

  it('case 18: a text longer than a message goes in numbered parts, in both directions', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    const long = (mark: string): string =>
      Array.from({ length: 800 }, (_, i) => `${mark}${i}，然后呢`)
        .join('。')
        .slice(0, 4_090)
    li.sends(long('甲'))
    await desk.staffReads('(2/2)', topic)
    desk.mei.writes(topic, `/r ${long('乙').slice(0, 4_080)}`)
    await desk.reads(li, '(2/2)')
    const parts = li.sees().filter(({ by, text }) => by === 'bot' && /\(\d\/2\)$/.test(text))
    expect(parts.map(({ text }) => text.slice(-5))).toEqual(['(1/2)', '(2/2)'])
    expect(desk.telegram.faults).toEqual([])
  })

  it('case 20: what answers a message answers it on the other side too', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    const said = desk.mei.writes(topic, '/r 请看订单页')
    const seen = await desk.reads(li, '请看订单页')
    li.sends('看了，没有', { replyTo: seen })
    const line = await desk.staffReads('看了，没有', topic)
    expect(line.replyTo).toBe(said.id)
  })

  it('case 23: an edit shows on the other side, before and after to staff, and a deleted copy is left alone', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    const own = li.sends('付了 50')
    await desk.staffReads('付了 50', topic)
    await desk.quiet()
    li.edits(own, '付了 500')
    const line = await desk.staffReads('付了 500', topic)
    expect(line.text).toContain('付了 50\n'.trim())
    const reply = desk.mei.writes(topic, '/r 收到 500')
    const seen = await desk.reads(li, '收到 500')
    desk.mei.edits(reply, '/r 收到 50')
    await desk.reads(li, /收到 50$/)
    li.deletes(seen)
    desk.mei.edits(reply, '/r 收到 5')
    li.sends('下一句')
    await desk.staffReads('下一句', topic)
    await desk.quiet()
    expect(li.sees().some(({ text }) => /收到 5/.test(text))).toBe(false)
  })

  it('case 25: reactions hit the message that they stand under, whatever numbers other chats have', async () => {
    const desk = await openDesk()
    const [li, wang] = [await desk.linked('li'), await desk.linked('wang')]
    const first = await desk.handedOver(li, 1)
    const second = await desk.handedOver(wang, 2)
    const toLi = desk.mei.writes(first, '/r 给李')
    const toWang = desk.mei.writes(second, '/r 给王')
    const seen = await desk.reads(li, '给李')
    await desk.reads(wang, '给王')
    await desk.quiet()
    li.reacts(seen, '❤')
    const heart = () =>
      desk.staff
        .messages()
        .filter(({ reactions }) => reactions.includes('❤'))
        .map(({ id }) => id)
    await desk.telegram.until('the heart', () => heart().length > 0)
    expect(heart()).toEqual([toLi.id])
    expect(heart()).not.toContain(toWang.id)
    const line = li.sends('好')
    const shown = await desk.staffReads(/: 好$/, first)
    desk.mei.reacts(shown, '👍')
    await desk.telegram.until('the thumb', () =>
      li.sees().some(({ id, reactions }) => id === line.id && reactions.includes('👍')),
    )
  })

  it('case 26: many people at once: each reads their own, and each topic holds one person only', async () => {
    const desk = await openDesk()
    const people = await Promise.all(Array.from({ length: 8 }, (_, i) => desk.linked(`user${i}`)))
    for (const one of people) one.sends('人工')
    for (const one of people) await desk.reads(one, '工单 #')
    for (let round = 0; round < 3; round++) for (const [i, one] of people.entries()) one.sends(`记号${i}x${round}`)
    for (const i of people.keys()) await desk.staffReads(`记号${i}x2`)
    await desk.quiet()
    for (const topic of desk.staff.topics) {
      const marks = desk.staff.messages(topic).flatMap(({ text }) => [...text.matchAll(/记号(\d)x/g)].map(([, i]) => i))
      expect(new Set(marks).size).toBe(1)
      expect(marks.length).toBeGreaterThanOrEqual(3)
    }
    for (const one of people) {
      const numbers = one
        .sees()
        .flatMap(({ by, text }) => (by === 'bot' ? [...text.matchAll(/工单 (#\d+)/g)].map(([, n]) => n) : []))
      expect(new Set(numbers).size).toBe(1)
    }
  })

  it('case 39: what the user adds to a ticket stands in its topic, and the ticket waits for staff again', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    desk.mei.writes(topic, '/r 哪一笔？')
    await desk.reads(li, '哪一笔')
    await desk.staffReads('🔵', topic)
    li.sends('昨天那笔')
    await desk.staffReads('昨天那笔', topic)
    await desk.staffReads('🟢', topic)
  })

  it('case 42: markup in what somebody writes is words, and never refused', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li', { first_name: '*_[x](http://a_b)<b>' })
    const topic = await desk.handedOver(li)
    const words = '_*a_b* [x](http://a_b_c.example/`) <b>& \\_~||'
    li.sends(words)
    const line = await desk.staffReads(words, topic)
    expect(formatting(line)).toEqual([])
    desk.mei.writes(topic, `/r ${words}`)
    const seen = await desk.reads(li, words)
    expect(formatting(seen)).toEqual([])
    expect(desk.telegram.calls.filter(({ params }) => 'parse_mode' in params)).toEqual([])
  })
})

describe('what goes out', () => {
  it('case 17: every kind that cannot be passed on is told to the user and to staff', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    const bytes = new Uint8Array([1, 2, 3])
    const sends: readonly (readonly [string, RegExp, () => unknown])[] = [
      ['语音', /听不了语音/, () => li.sendsVoice(bytes)],
      ['视频', /看不了视频/, () => li.sendsVideo(bytes, { name: 'name-of-a-file.mp4' })],
      ['文件', /收不了文件/, () => li.sendsDocument(bytes, { name: 'name-of-a-file.pdf' })],
      ['名片', /名片没有保存/, () => li.sendsContact({ phone_number: '+8613900001111', first_name: 'Nobody' })],
      ['位置', /位置没有保存/, () => li.sendsLocation(31.2, 121.5)],
      ['投票', /收不了投票/, () => li.sendsOther({ poll: { id: '1', question: 'q', options: [] } })],
      ['无法转发', /我看不了/, () => li.sendsOther({ dice: { emoji: '🎲', value: 3 } })],
      ['无法转发', /我看不了/, () => li.sendsOther({ some_kind_of_2030: {} })],
    ]
    for (const [line, word, send] of sends) {
      send()
      await desk.staffReads(line, topic)
      await desk.reads(li, word)
    }
    li.sendsSticker()
    await desk.staffReads('表情贴纸', topic)
    const all = desk.staff
      .messages()
      .map(({ text }) => text)
      .join('\n')
    expect(all).not.toMatch(/name-of-a-file|Nobody|13900001111/)
    // The other way round: staff hear that a poll goes nowhere.
    desk.mei.sendsOther({ poll: { id: '2', question: 'q', options: [] } }, { in: topic })
    await desk.staffReads(/没有发给用户|没有发出|没有发送/, topic)
  })

  it('case 17: stickers and voices of staff that answer the user go to them as they are', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    li.sends('谢谢你们')
    const line = await desk.staffReads('谢谢你们', topic)
    desk.mei.sendsSticker({ in: topic, replyTo: line })
    await desk.telegram.until('the sticker', () =>
      li.sees().some(({ by, media }) => by === 'bot' && media?.kind === 'sticker'),
    )
  })

  it('cases 27 and 28: told to wait for 38 minutes, the bot waits, others go on, and nobody is asked to send again', async () => {
    const desk = await openDesk()
    const [li, wang] = [desk.telegram.user({ language_code: 'zh' }), desk.telegram.user({ language_code: 'zh' })]
    desk.telegram.fails({ kind: 'too-many', retryAfterS: 2_282 }, { method: 'sendMessage', chat: li.id })
    const tries = () =>
      desk.telegram.callsOf('sendMessage').filter(({ params }) => Number(params.chat_id) === li.id).length
    li.starts()
    await desk.telegram.until('the refusal', () => tries() === 1)
    wang.starts()
    await desk.reads(wang, '您好')
    expect(tries()).toBe(1)
    expect(li.sees().filter(({ by }) => by === 'bot')).toEqual([])
    desk.clock.advance(2_282_000)
    const menu = await desk.reads(li, '您好')
    expect(menu.text).not.toMatch(/再发|重新发送/)
    expect(tries()).toBe(2)
  })

  it('case 29: somebody blocked the bot: staff are told, what is written is kept, and goes out when they are back', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    li.blocks()
    await desk.staffReads('屏蔽了机器人', topic)
    desk.mei.writes(topic, '/r 钱到了')
    await desk.staffReads('存着', topic)
    await desk.quiet()
    expect(li.sees().some(({ text }) => text.includes('钱到了'))).toBe(false)
    li.unblocks()
    await desk.reads(li, '钱到了')
    await desk.staffReads('用户回来了', topic)
  })

  it('case 29: the bot learns of it by a refused message only', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    li.vanishes()
    desk.mei.writes(topic, '/r 在吗')
    await desk.staffReads('屏蔽了机器人', topic)
    const wang = desk.telegram.user({ language_code: 'zh' })
    wang.starts()
    await desk.reads(wang, '您好')
  })

  it('staff see a tick under a reply that arrived', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    const reply = desk.mei.writes(topic, '/r 收到')
    await desk.reads(li, '收到')
    await desk.telegram.until('the tick', () =>
      desk.staff.messages(topic).some(({ id, reactions }) => id === reply.id && reactions.length > 0),
    )
  })
})
