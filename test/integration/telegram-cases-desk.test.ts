// The numbered failure cases of relay bots that concern staff on Telegram: who hears what, answers, edits, reactions, whose talk is whose.
import { describe, expect, it } from 'vitest'
import type { Seen } from '../fakes/telegram/screen.ts'
import { openDesk } from '../telegram/desk.ts'

/** Addresses are found by Telegram itself; anything else would be markup of ours. */
const formatting = ({ post }: Seen) => (post.wire.entities ?? []).filter(({ type }) => type !== 'url')

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
