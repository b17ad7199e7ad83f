// The numbered failure cases of relay bots that concern what goes out on Telegram: kinds that cannot be passed on, waits, people who blocked the bot.
import { describe, expect, it } from 'vitest'
import { openDesk } from '../telegram/desk.ts'

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
