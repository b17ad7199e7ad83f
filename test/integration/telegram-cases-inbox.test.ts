// The numbered failure cases of relay bots that concern what comes in from Telegram: nothing lost, nothing twice, nobody held up.
import { describe, expect, it } from 'vitest'
import { openDesk } from '../telegram/desk.ts'
import { PNG, pictureReader } from '../telegram/pictures.ts'

const received = 'select count(*) as n from inbox'

describe('what comes in', () => {
  it('case 1: an update is confirmed only once it is committed; one that could not be comes again', async () => {
    const desk = await openDesk()
    const { telegram } = desk
    await telegram.until('a poll', () => telegram.callsOf('getUpdates').length > 0)
    // The commit, its second try, and the note that it failed.
    desk.disk.refuses = 3
    const li = telegram.user()
    li.sends('查一下我的订单')
    await telegram.until('the failure to be told', () => desk.logged.some((line) => line.includes('is not confirmed')))
    expect(telegram.unconfirmed()).toHaveLength(1)
    expect(await desk.count(received)).toBe(0)
    await desk.reads(li, /绑定|订单/)
    expect(await desk.count(received)).toBe(1)
  })

  it('case 4: what was written while the bot was down is answered when it is back, in its order', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    await desk.stop()
    for (const text of ['第一句', '第二句', '第三句']) li.sends(text)
    await desk.run()
    await desk.staffReads('第三句', topic)
    const lines = desk.staff.messages(topic).flatMap(({ text }) => /第.句/.exec(text)?.[0] ?? [])
    expect(lines).toEqual(['第一句', '第二句', '第三句'])
  })

  it('case 5: an answer that never came after Telegram took the message: said once more, and marked as a repeat', async () => {
    const desk = await openDesk()
    const li = desk.telegram.user({ language_code: 'zh' })
    desk.telegram.fails({ kind: 'accept-then-drop' }, 'sendMessage')
    li.starts()
    await desk.reads(li, '这条可能是重复的')
    await desk.quiet()
    const said = li.sees().filter(({ by }) => by === 'bot')
    expect(said.map(({ text }) => text.includes('重复的'))).toEqual([false, true])
  })

  it('case 5: a message that never left is sent again without a mark', async () => {
    const desk = await openDesk()
    const li = desk.telegram.user({ language_code: 'zh' })
    desk.telegram.fails({ kind: 'too-many', retryAfterS: 1 }, 'sendMessage')
    li.starts()
    const menu = await desk.reads(li, '您好')
    expect(menu.text).not.toContain('重复的')
    expect(li.sees().filter(({ by }) => by === 'bot')).toHaveLength(1)
  })

  it('case 5: sent, and its result could not be written down: said once more, and marked', async () => {
    const desk = await openDesk()
    const li = desk.telegram.user({ language_code: 'zh' })
    li.starts()
    await desk.reads(li, '您好')
    // The answer is still on its way to us.
    desk.disk.refuses = 1
    await desk.reads(li, '这条可能是重复的')
    await desk.quiet()
    expect(await desk.count(`select count(*) as n from outbox where state <> 'sent'`)).toBe(0)
  })

  it('case 6: a slower, earlier update is not skipped because a later one is done', async () => {
    const desk = await openDesk()
    const { telegram } = desk
    await telegram.until('a poll', () => telegram.callsOf('getUpdates').length > 0)
    desk.disk.refuses = 1
    const [li, wang] = [telegram.user({ language_code: 'zh' }), telegram.user({ language_code: 'zh' })]
    telegram.swapsNextUpdates()
    li.starts()
    wang.starts()
    await desk.reads(li, '您好')
    await desk.reads(wang, '您好')
    expect(await desk.count(received)).toBe(2)
  })

  it('case 6: an update that is delivered twice is taken once', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    desk.telegram.repeatsNextUpdate()
    li.sends('只有一次')
    li.sends('下一句')
    await desk.staffReads('下一句', topic)
    await desk.quiet()
    expect(desk.staff.messages(topic).filter(({ text }) => text.includes('只有一次'))).toHaveLength(1)
  })

  it('an update that breaks us is kept and told, and holds nobody else up', async () => {
    const desk = await openDesk()
    const { telegram } = desk
    const li = telegram.user({ language_code: 'zh' })
    const wang = telegram.user({ language_code: 'zh' })
    // Not a message as Telegram writes it.
    telegram.world.updates.push('message', {
      message_id: 1,
      date: 1,
      chat: { id: li.id, type: 'private' },
      from: { id: li.id, is_bot: false, first_name: 'Li' },
      photo: 'no list of sizes',
    })
    telegram.world.person(li.id).started = true
    wang.starts()
    await desk.reads(wang, '您好')
    await desk.reads(li, '这边出了点问题')
    await desk.staffReads('有一条消息没能处理', 'General')
    expect(await desk.count(received)).toBe(2)
    expect(telegram.unconfirmed()).toEqual([])
  })

  it('case 21: forwarded messages are one conversation, their words are shown and their authors never', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    for (const text of ['转发一', '转发二', '转发三']) li.forwards(text, 'Zhang Weiguo')
    await desk.staffReads('转发三', topic)
    expect(desk.staff.topics).toHaveLength(1)
    const all = desk.staff
      .messages()
      .map(({ text }) => text)
      .join('\n')
    expect(all).toContain('转发一')
    expect(all).not.toContain('Weiguo')
  })

  it('case 22: an album is one message on the other side and one turn, also where a part comes late', async () => {
    const desk = await openDesk({ pictures: pictureReader({ amount: '¥50.00' }) })
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    const before = li.sees().length
    li.sendsAlbum([{ bytes: PNG, caption: '付款页' }, { bytes: PNG }, { bytes: PNG }])
    const line = await desk.staffReads('付款页', topic)
    await desk.quiet()
    const shown = desk.staff.messages(topic).filter(({ media }) => media !== undefined)
    expect(shown).toHaveLength(3)
    expect(new Set(shown.map(({ album }) => album)).size).toBe(1)
    expect(line.album).toBeDefined()
    // Their own three, and one word about them.
    expect(li.sees().slice(before)).toHaveLength(4)
  })

  it('case 22: a picture without a group is a turn of its own', async () => {
    const desk = await openDesk({ pictures: pictureReader({ amount: '¥50.00' }) })
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    li.sendsPhoto(PNG, { caption: '单张' })
    const line = await desk.staffReads('单张', topic)
    expect(line.media?.bytes).not.toEqual(PNG)
  })

  it('case 31: a second poller: told in the log, waited for, and then the work goes on', async () => {
    const desk = await openDesk()
    const { telegram } = desk
    await telegram.until('a poll', () => telegram.callsOf('getUpdates').length > 0)
    await fetch(`${telegram.apiRoot}/bot${telegram.token}/getUpdates?timeout=0`)
    const li = telegram.user({ language_code: 'zh' })
    li.starts()
    await desk.reads(li, '您好')
    expect(desk.logged.filter((line) => line.includes('another process polls'))).toHaveLength(1)
  })

  it('case 32: buttons of long ago are answered politely, whatever they carry', async () => {
    const desk = await openDesk()
    const li = desk.telegram.user({ language_code: 'zh' })
    const start = li.starts()
    const menu = await desk.reads(li, '您好')
    await desk.stop()
    li.pressesData('c:0:0', menu)
    li.pressesData('menu#old-version!', menu)
    li.pressesData('t:1:claim', menu)
    desk.telegram.fails({ kind: 'drop' }, 'answerCallbackQuery')
    await desk.run()
    await desk.reads(li, '我们现在在这里')
    li.deletes(start)
    li.sends('/help')
    await desk.reads(li, /帮|可以/)
    expect(desk.telegram.faults).toEqual([])
  })
})
