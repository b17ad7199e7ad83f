// The numbered failure cases of relay bots that concern what leaves for Discord: repeats, posts that are gone, closed or too many, rights, limits.
import { describe, expect, it } from 'vitest'
import { type Desk, openDesk, wordsOf } from '../discord/desk.ts'
import type { Channel } from '../fakes/discord/channel.ts'

const SEND = 'POST /channels/:channel/messages'
const POST = 'POST /channels/:channel/threads'

const said = (desk: Desk, post: Channel, words: string): number =>
  desk.discord.messagesIn(post).filter((seen) => wordsOf(seen).includes(words)).length

describe('a message', () => {
  it('case 5: whose answer never came is not said twice, and carries no mark of a repeat', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    for (const fault of ['accept-then-drop', 'accept-then-drop', 'drop'] as const)
      desk.discord.fails({ kind: fault }, SEND)
    desk.mei.writes(post, '/r 已经到账')
    await desk.reads(li, '已经到账')
    await desk.quiet()
    const copies = li.sees().filter((seen) => wordsOf(seen).includes('已经到账'))
    expect(copies).toHaveLength(1)
    expect(wordsOf(copies[0] as never)).not.toContain('可能')
    expect(desk.discord.breaches).toEqual([])
  })

  it('case 5: that was on its way when the bot died, however long ago, is found and not said again', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    desk.mei.writes(post, '/r 已经到账')
    await desk.reads(li, '已经到账')
    await desk.quiet()
    await desk.stop()
    await desk.store.sql(
      `update outbox set state = 'sending' where id = (select max(id) from outbox where body like '%已经到账%')`,
    )
    desk.clock.advance(30 * 60_000)
    await desk.run()
    await desk.quiet()
    expect(li.sees().filter((seen) => wordsOf(seen).includes('已经到账'))).toHaveLength(1)
  })

  it.each(['50035', '10008'] as const)(
    'that answers what is gone arrives without that, refused by %s',
    async (code) => {
      const desk = await openDesk()
      const li = await desk.linked('li')
      const post = await desk.handedOver(li)
      const asked = li.sends('dm', '在吗')
      const line = await desk.staffReads('在吗', post)
      await desk.quiet()
      desk.discord.quirk({ goneReference: code, alwaysMindsGone: true })
      desk.discord.gateway.goesDown()
      li.deletes(asked)
      desk.discord.gateway.forgets()
      desk.discord.gateway.comesUp()
      await desk.discord.until('a new session', () => desk.discord.gateway.identifies.length > 1)
      desk.mei.writes(post, '我在', { replyTo: line })
      const reply = await desk.reads(li, '我在')
      expect(reply.replyTo).toBeUndefined()
      await desk.quiet()
      expect(said(desk, li.dm, '我在')).toBe(1)
      expect(desk.discord.callsOf(SEND).map((call) => call.code)).toContain(Number(code))
      expect(await desk.count(`select count(*) as n from outbox where state = 'dead'`)).toBe(0)
    },
  )

  it('cases 27 and 28: told to wait, the bot waits as long as it is told, others go on, and nobody sends anything again', async () => {
    const desk = await openDesk({ faster: 40 })
    const [li, mo] = [await desk.linked('li'), await desk.linked('mo')]
    const post = await desk.handedOver(li)
    await desk.quiet()
    desk.discord.fails({ kind: 'too-many', retryAfterS: 120, scope: 'user' }, { route: SEND, channel: li.dm.id })
    desk.mei.writes(post, '/r 我们在查')
    await desk.discord.until('the limit', () => desk.discord.callsOf(SEND).some(({ status }) => status === 429))
    mo.sends('dm', '/balance')
    await desk.reads(mo, '余额')
    expect(li.sees().some((seen) => wordsOf(seen).includes('我们在查'))).toBe(false)
    await desk.reads(li, '我们在查')
  })

  it('survives a global limit and a server that fails', async () => {
    const desk = await openDesk({ faster: 1 })
    const li = await desk.linked('li')
    desk.discord.fails({ kind: 'too-many', retryAfterS: 0.5, scope: 'global' }, SEND)
    desk.discord.fails({ kind: 'server-error', status: 503 }, SEND)
    li.sends('dm', '/balance')
    await desk.reads(li, '余额')
    await desk.quiet()
    expect(li.sees().filter((seen) => wordsOf(seen).includes('余额：'))).toHaveLength(1)
  })
})

describe('a post', () => {
  it('case 5: made by a call whose answer never came is found by its title, and has no twin', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    desk.discord.fails({ kind: 'accept-then-drop' }, POST)
    await desk.handedOver(li)
    await desk.quiet()
    expect(desk.discord.posts().filter(({ name }) => name.startsWith('#1 '))).toHaveLength(1)
    expect(desk.discord.callsOf(POST)).toHaveLength(1)
  })

  it('of an older database with the same number is left alone, though the bot made it under the same title', async () => {
    const desk = await openDesk({ asleep: true })
    const old = desk.discord.ownPost(desk.tickets, '#1 · - · zh', 'from before')
    desk.clock.advance(10 * 60_000)
    await desk.run()
    desk.discord.fails({ kind: 'accept-then-drop' }, POST)
    const li = await desk.linked('li')
    li.sends('dm', '人工')
    const same = () => desk.discord.posts().filter(({ name }) => name === old.name)
    await desk.discord.until('a post of this ticket', () => same().length === 2)
    await desk.quiet()
    expect(same()).toHaveLength(2)
    expect(desk.discord.messagesIn(old).map(({ text }) => text)).toEqual(['from before'])
    const own = same().find(({ id }) => id !== old.id) as Channel
    expect(desk.discord.messagesIn(own)[0]?.buttons.flat().length).toBeGreaterThan(0)
  })

  it('case 2: that staff deleted is made again, with its card and the last lines, and nothing is lost', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const first = await desk.handedOver(li)
    li.sends('dm', '第一句')
    await desk.staffReads('第一句', first)
    await desk.quiet()
    desk.mei.deletesPost(first)
    li.sends('dm', '第二句')
    await desk.discord.until('another post', () =>
      desk.discord.posts().some(({ id, name }) => id !== first.id && name.startsWith('#1 ')),
    )
    const second = await desk.postOf(1)
    await desk.staffReads('第二句', second)
    await desk.staffReads('第一句', second)
    expect(said(desk, second, '第二句')).toBe(1)
    expect(desk.discord.messagesIn(second)[0]?.buttons.flat().length).toBeGreaterThan(0)
    desk.mei.writes(second, '/r 看到了')
    await desk.reads(li, '看到了')
    expect(desk.discord.breaches).toEqual([])
  })

  it('that was closed is opened for what is said in it, and closed again behind it', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    desk.mei.writes(post, '/claim')
    await desk.staffReads('🟢', post)
    desk.mei.writes(post, '/r 好了')
    await desk.reads(li, '好了')
    desk.mei.writes(post, '/close')
    await desk.discord.until('it closed', () => post.archived && post.locked)
    await desk.quiet()
    const reply = li.sees().find((seen) => wordsOf(seen).includes('好了'))
    li.reacts(reply?.message as never, '🎉')
    await desk.discord.until('the cheer', () =>
      desk.discord.messagesIn(post).some(({ reactions }) => '🎉' in reactions),
    )
    await desk.discord.until('closed again', () => post.archived && post.locked)
    li.sends('dm', '还有一个问题')
    await desk.staffReads('还有一个问题', post)
    expect(post.archived).toBe(false)
    expect(desk.discord.breaches).toEqual([])
  })

  it('archived by hand closes the ticket in the name of who did it, opened by hand it opens; sleeping is not closed', async () => {
    const desk = await openDesk({ guild: { botMay: [...RIGHTS, 'ViewAuditLog'] } })
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    await desk.quiet()
    desk.mei.writes(post, '/claim')
    await desk.staffReads('🟢', post)
    await desk.quiet()
    desk.clock.advance(60_000)
    desk.mei.archives(post)
    const states = async () => (await desk.store.sql('select state from ticket')).map(({ state }) => state)
    await expect.poll(states, { timeout: 10_000 }).toEqual(['closed'])
    await desk.quiet()
    desk.clock.advance(60_000)
    desk.mei.unlocks(post)
    desk.mei.unarchives(post)
    await expect.poll(states, { timeout: 10_000 }).not.toEqual(['closed'])
  })

  it('case 9: when the guild has as many open threads as it may, one that waits makes room, and nobody is turned away', async () => {
    const desk = await openDesk({ guild: { botMay: [...RIGHTS, 'ManageChannels'] } })
    const [li, mo] = [await desk.linked('li'), await desk.linked('mo')]
    const first = await desk.handedOver(li)
    await desk.quiet()
    desk.discord.guild.activeThreadCap = desk.discord.guild.threads.filter(({ archived }) => !archived).length
    const second = await desk.handedOver(mo, 2)
    expect(first.archived).toBe(true)
    expect(second.archived).toBe(false)
    li.sends('dm', '我还在')
    await desk.staffReads('我还在', first)
    expect(desk.discord.breaches).toEqual([])
  })

  it('case 9: where all open threads are those of others, the post waits, and comes with every line once there is room', async () => {
    const desk = await openDesk({ faster: 400 })
    const others = desk.mei.opensPost(desk.tickets, 'of the team', 'talk')
    desk.discord.guild.activeThreadCap = 1
    const li = await desk.linked('li')
    li.sends('dm', '人工')
    await desk.reads(li, '#1')
    li.sends('dm', '我等着')
    await desk.discord.until('a refusal', () => desk.discord.calls.some(({ code }) => code === 160_006))
    expect(others.archived).toBe(false)
    desk.mei.archives(others)
    const post = await desk.postOf(1)
    await desk.staffReads('我等着', post)
    await desk.quiet()
    expect(said(desk, post, '我等着')).toBe(1)
    expect(desk.discord.breaches).toEqual([])
  })

  it('where the bot may not write in the forum, nothing is lost: it stands there once the right is given', async () => {
    const desk = await openDesk({ faster: 200 })
    const li = await desk.linked('li')
    desk.discord.guild.overwrite(desk.tickets, desk.discord.guild.botRole, { deny: ['ViewChannel'] })
    li.sends('dm', '人工')
    await desk.reads(li, '#1')
    await desk.discord.until('a refusal', () => desk.discord.calls.some(({ code }) => code === 50_001))
    desk.discord.guild.overwrite(desk.tickets, desk.discord.guild.botRole, { allow: ['ViewChannel'] })
    const post = await desk.postOf(1)
    await desk.discord.until('the card', () => (desk.discord.messagesIn(post)[0]?.buttons.length ?? 0) > 0)
  })

  it('case 7: first messages sent quickly make one post', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    for (const words of ['人工', '人工', '在吗', 'human']) li.sends('dm', words)
    const post = await desk.postOf(1)
    await desk.staffReads('在吗', post)
    await desk.quiet()
    expect(desk.discord.posts().filter(({ name }) => name.startsWith('#'))).toHaveLength(1)
  })
})

const RIGHTS = [
  ...(['ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'CreatePublicThreads', 'CreatePrivateThreads'] as const),
  ...(['ManageThreads', 'ManageMessages', 'ReadMessageHistory', 'AddReactions', 'AttachFiles', 'EmbedLinks'] as const),
] as const
