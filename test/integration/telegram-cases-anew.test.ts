// The numbered failure cases of relay bots that concern a beginning on Telegram: the bot started anew, another token, a crowd at the door.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDesk, runningClock } from '../telegram/desk.ts'

describe('the bot started anew', () => {
  it('case 11: buttons of before go on where they stood, the user’s and those of staff', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    li.starts()
    const menu = await desk.reads(li, '您好')
    await desk.quiet()
    await desk.stop()
    await desk.run()
    li.presses('付款了没到账', menu)
    await desk.reads(li, '没有找到')
    const before = desk.staff.topics.length
    await desk.stop()
    // Pressed while nobody is there.
    li.presses('人工客服')
    await desk.run()
    const topic = await desk.topicOf(1)
    const card = await desk.staffReads('#1 ·', topic)
    await desk.quiet()
    await desk.stop()
    await desk.run()
    desk.mei.presses('接手', card)
    await desk.staffReads('🟢', topic)
    expect(before).toBe(0)
    expect(await desk.count(`select count(*) as n from ticket where state = 'human'`)).toBe(1)
    expect(li.sees().filter(({ text }) => text.includes('按钮已经过期'))).toEqual([])
  })
})

describe('another token on the same database', () => {
  it('case 34: tickets go on, updates with numbers of before are not taken for repeats, edits hit their own line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'daozhang-token-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const path = join(folder, 'desk.db')
    const old = await openDesk({ path })
    const banned = await old.linked('li')
    await old.handedOver(banned)
    banned.sends('旧的第一句')
    banned.sends('旧的第二句')
    await old.staffReads('旧的第二句')
    await old.quiet()
    await old.stop()

    // Its own numbers of updates and of messages begin with 1 again.
    const desk = await openDesk({ path, token: '4343:another-token', start: '2026-11-20T05:00:00Z' })
    const li = desk.telegram.user({ id: banned.id, language_code: 'zh-hans' })
    const first = li.sends('还是我')
    const topic = await desk.topicOf(1)
    const line = await desk.staffReads('还是我', topic)
    expect(desk.staff.messages(topic).some(({ text }) => text.includes('旧的第二句'))).toBe(true)
    await desk.quiet()
    li.edits(first, '还是我，换了机器人')
    await desk.telegram.until('the edit', () =>
      desk.staff.messages(topic).some(({ id, text }) => id === line.id && text.includes('换了机器人')),
    )
    desk.mei.writes(topic, '看到了', { replyTo: line })
    const reply = await desk.reads(li, '看到了')
    expect(reply.replyTo).toBe(first.id)
    expect(await desk.count('select count(*) as n from ticket')).toBe(1)
  })
})

describe('a crowd', () => {
  const START = '2026-11-20T03:00:00Z'
  const STRANGERS = 60

  it('case 33: each of a raid has one ticket at most, and a talk under way goes on before all of them', async () => {
    const { now } = runningClock(START, 10)
    const desk = await openDesk({ limits: true, now, start: START, faster: 10 })
    const li = await desk.linked('li')
    const topic = await desk.handedOver(li)
    await desk.quiet()
    const raid = Array.from({ length: STRANGERS }, () => desk.telegram.user({ language_code: 'en' }))
    for (let round = 0; round < 3; round++)
      for (const one of raid) one.sends(`human ${round === 0 ? '' : round}`.trim())
    await desk.telegram.until('the crowd to be heard', () => desk.telegram.unconfirmed().length === 0)
    const open = () => desk.count(`select count(*) as n from outbox where state = 'queued' and ticket_id is not null`)
    const waiting = await open()
    expect(waiting).toBeGreaterThan(STRANGERS)

    // How long it takes is the machine's matter; how many still wait by then is ours.
    const shown = (words: string, at: () => readonly { readonly text: string }[]) =>
      desk.telegram.until(words, () => at().some(({ text }) => text.includes(words)), 90_000)
    li.sends('我这边还没到')
    await shown('我这边还没到', () => desk.staff.messages(topic))
    desk.mei.writes(topic, '/r 正在看您这笔')
    await shown('客服 A： 正在看您这笔', () => li.sees())
    expect(await open()).toBeGreaterThan(STRANGERS / 2)
    expect(await desk.count('select count(*) as n from ticket')).toBe(STRANGERS + 1)
    expect(
      await desk.count('select max(n) as n from (select count(*) as n from ticket group by conversation_id)'),
    ).toBe(1)
  })
})
