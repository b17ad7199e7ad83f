// The numbered failure cases of relay bots that concern staff on Discord: who hears what, posts, answers, edits, deletions, reactions.
import { describe, expect, it } from 'vitest'
import { openDesk, wordsOf } from '../discord/desk.ts'
import { shown } from '../discord/shown.ts'
import { COVERED, PNG, pictureReader } from '../telegram/pictures.ts'

const long = (mark: string, length: number): string =>
  Array.from({ length: 800 }, (_, i) => `${mark}${i}，然后呢`)
    .join('。')
    .slice(0, length)

describe('staff in their forum', () => {
  it('see a post a ticket: number, subject and language in its title, tags for state and subject, the card first', async () => {
    const desk = await openDesk({ guild: { botMay: [...ALL, 'ManageChannels'] } })
    const li = await desk.linked('li')
    li.sends('dm', '我要退款')
    await desk.reads(li, /退款|订单/)
    const post = await desk.handedOver(li)
    await desk.quiet()
    expect(post.name).toMatch(/^#1 · .+ · zh$/)
    expect(post.tagNames[0]).toBe('待接手 queue')
    const [card] = desk.discord.messagesIn(post)
    expect(card?.id).toBe(post.id)
    expect(card?.buttons.flat().map(({ label }) => label)).toContain('接手')
    desk.mei.presses('接手', card?.message)
    await desk.discord.until('the tag', () => post.tagNames[0] === '处理中 in hand')
    await desk.discord.until('the card', () => wordsOf(desk.discord.messagesIn(post)[0] as never).includes('🟢'))
    expect(desk.discord.messagesIn(post).filter(({ id }) => id === post.id)).toHaveLength(1)
    expect(desk.discord.breaches).toEqual([])
  })

  it('answer with the card’s button: what they write in the form goes out and stands in the post', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    desk.mei.presses('回复')
    await desk.discord.until('the form', () => desk.mei.modal !== undefined)
    expect(desk.mei.modal?.title).toContain('#1')
    desk.mei.submits({ words: '您好，我们在查' })
    await desk.reads(li, '您好，我们在查')
    await desk.staffReads('您好，我们在查', post)
    expect(desk.discord.breaches).toEqual([])
  })

  it('answer by command where their words cannot be read', async () => {
    const desk = await openDesk({ grants: { messageContent: false } })
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    desk.mei.slash('/claim', {}, { in: post as never })
    await desk.staffReads('🟢', post)
    desk.mei.slash('/r', { text: '我们在查' }, { in: post as never })
    await desk.reads(li, '我们在查')
    desk.mei.slash('/note', { text: '上周也来过' }, { in: post as never })
    await desk.quiet()
    expect(li.sees().some((seen) => wordsOf(seen).includes('上周'))).toBe(false)
    expect(desk.discord.breaches).toEqual([])
  })

  it('case 14: talk among colleagues and commands never reach the user', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    const before = li.sees().length
    const note = desk.mei.writes(post, '这人是不是上周那个')
    desk.mei.writes(post, '/wibble 什么')
    desk.bo.writes(post, '对，是他', { replyTo: note })
    await desk.staffReads('没有这个命令', post)
    await desk.quiet()
    expect(li.sees()).toHaveLength(before)
  })

  it('somebody in the forum without the role is told so, and does nothing', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    const guest = desk.discord.person('Guest')
    desk.discord.guild.overwrite(desk.tickets, guest.id, { allow: ['ViewChannel', 'SendMessagesInThreads'] })
    const before = li.sees().length
    guest.writes(post, '/r 你好')
    await desk.staffReads(/设置|STAFF/, post)
    await desk.quiet()
    expect(li.sees()).toHaveLength(before)
  })

  it('case 8: a reply after a restart reaches the user at once, and case 20: it answers what it answered', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    const asked = li.sends('dm', '在吗')
    const line = await desk.staffReads('在吗', post)
    await desk.quiet()
    await desk.stop()
    await desk.run()
    desk.mei.writes(post, '我在', { replyTo: line })
    const reply = await desk.reads(li, '我在')
    expect(reply.replyTo).toBe(asked.id)
    await desk.quiet()
    li.sends('dm', '那就好', { replyTo: reply })
    const answer = await desk.staffReads('那就好', post)
    expect(answer.replyTo).toBeDefined()
    expect(desk.discord.breaches).toEqual([])
  })

  it('case 18: a text longer than a message goes in numbered parts, in both directions', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    li.sends('dm', long('甲', 1_990))
    await desk.staffReads('(2/2)', post)
    desk.mei.writes(post, `/r ${long('乙', 1_990)}`)
    await desk.reads(li, '(2/2)')
    expect(li.sees().filter((seen) => /\(\d\/2\)$/.test(wordsOf(seen)))).toHaveLength(2)
    expect(desk.discord.breaches).toEqual([])
  })

  it('case 23: an edit shows on the other side; an edit behind a deletion brings nothing back', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    const said = li.sends('dm', '金额五十')
    await desk.staffReads('金额五十', post)
    await desk.quiet()
    li.edits(said, '金额六十')
    const line = await desk.staffReads('金额六十', post)
    expect(wordsOf(line)).toContain('金额五十')
    const reply = desk.mei.writes(post, '/r 收到六十')
    await desk.reads(li, '收到六十')
    await desk.quiet()
    desk.mei.edits(reply, '/r 收到，六十元')
    await desk.reads(li, '收到，六十元')
    li.edits(said, '金额七十')
    li.deletes(said)
    await desk.staffReads('已撤回', post)
    await desk.quiet()
    expect(desk.discord.messagesIn(post).some((seen) => wordsOf(seen).includes('七十'))).toBe(false)
    expect(desk.discord.breaches).toEqual([])
  })

  it('what staff delete goes away at the user, and what the user deletes is marked', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    const reply = desk.mei.writes(post, '/r 发错人了')
    await desk.reads(li, '发错人了')
    await desk.quiet()
    desk.mei.deletes(reply)
    await desk.discord.until('it gone', () => !li.sees().some((seen) => wordsOf(seen).includes('发错人了')))
    const said = li.sends('dm', '我的备注')
    await desk.staffReads('我的备注', post)
    await desk.quiet()
    li.deletes(said)
    await desk.staffReads('已撤回', post)
    expect(await desk.count(`select count(*) as n from ticket_line where text = '我的备注' and removed = 1`)).toBe(1)
    expect(desk.discord.breaches).toEqual([])
  })

  it('case 25: reactions hit the message that they stand under, in both directions, and are taken back', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    const said = li.sends('dm', '看这个')
    const line = await desk.staffReads('看这个', post)
    await desk.quiet()
    desk.mei.reacts(line.message, '❤️')
    await desk.discord.until('the heart', () => '❤️' in (li.sees().find(({ id }) => id === said.id)?.reactions ?? {}))
    desk.mei.unreacts(line.message, '❤️')
    await desk.discord.until('no heart', () => !('❤️' in (li.sees().find(({ id }) => id === said.id)?.reactions ?? {})))
    const reply = desk.mei.writes(post, '/r 看到了')
    const seen = await desk.reads(li, '看到了')
    await desk.discord.until(
      'the tick',
      () => '👌' in (desk.discord.messagesIn(post).find(({ id }) => id === reply.id)?.reactions ?? {}),
    )
    li.reacts(seen.message, '🎉')
    await desk.discord.until(
      'the cheer',
      () => '🎉' in (desk.discord.messagesIn(post).find(({ id }) => id === reply.id)?.reactions ?? {}),
    )
    expect(desk.discord.breaches).toEqual([])
  })

  it('pictures go both ways, and only as they were redacted', async () => {
    const desk = await openDesk({ pictures: pictureReader({ amount: '¥50.00' }) })
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    li.sends('dm', '付款截图', { files: [{ name: '我的名字.png', bytes: PNG }] })
    const line = await desk.staffReads('付款截图', post)
    expect(line.files.map(({ bytes }) => Buffer.from(bytes))).toEqual([Buffer.from(COVERED)])
    expect(JSON.stringify(line.files.map(({ name }) => name))).not.toContain('名字')
    await desk.quiet()
    desk.mei.writes(post, '请看', {
      files: [
        { name: 'a.png', bytes: PNG },
        { name: 'b.png', bytes: PNG },
      ],
      replyTo: line,
    })
    const reply = await desk.reads(li, '请看')
    expect(reply.files).toHaveLength(2)
    expect(desk.discord.breaches).toEqual([])
  })

  it('case 17: a file that cannot be read is told to both', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    li.sends('dm', '', { files: [{ name: 'x.zip', bytes: new Uint8Array([1, 2, 3]) }] })
    await desk.staffReads('文件，没有转发', post)
    await desk.reads(li, /文件/)
    expect(desk.discord.breaches).toEqual([])
  })

  it('case 42: markup in what somebody writes is words, mentions nobody, and is never refused', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    const nasty = `**粗** __线__ \`码\` ||藏|| # 题 [点](https://x_y.example/a_b) <@${desk.mei.id}> @everyone`
    li.sends('dm', nasty)
    const line = await desk.staffReads('粗', post)
    expect(shown(wordsOf(line))).toContain(nasty)
    expect(line.pings).toEqual([])
    li.sends('dm', `${'*'.repeat(1_700)}尾`)
    const starred = await desk.staffReads('尾', post)
    expect(shown(wordsOf(starred))).toContain('*'.repeat(1_700))
    expect(desk.discord.breaches).toEqual([])
  })

  it('case 26: many people at once: each reads their own, and each post holds one person only', async () => {
    const desk = await openDesk({ faster: 20 })
    const people = await Promise.all(Array.from({ length: 8 }, (_, i) => desk.linked(`user${i}`)))
    for (const [i, one] of people.entries()) one.sends('dm', `人工`) && one.sends('dm', `只属于${i}号的话`)
    for (const [i] of people.entries())
      await desk.discord.until(`line ${i}`, () =>
        desk.discord
          .posts()
          .some((post) => desk.discord.messagesIn(post).some((seen) => wordsOf(seen).includes(`${i}号`))),
      )
    for (const post of desk.discord.posts().filter(({ name }) => name.startsWith('#'))) {
      const text = desk.discord.messagesIn(post).map(wordsOf).join('\n')
      expect(new Set(text.match(/只属于\d号/g) ?? []).size).toBe(1)
    }
    expect(desk.discord.breaches).toEqual([])
  })
})

const ALL = [
  ...(['ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'CreatePublicThreads', 'CreatePrivateThreads'] as const),
  ...(['ManageThreads', 'ManageMessages', 'ReadMessageHistory', 'AddReactions', 'AttachFiles', 'EmbedLinks'] as const),
] as const
