// Where people are answered on Discord: a private thread, direct messages, or for their eyes alone; forms, lists, and what is closed.
import { describe, expect, it } from 'vitest'
import { type Desk, openDesk, wordsOf } from '../discord/desk.ts'
import { inThread, PANEL, panelled, privateThreads } from '../discord/panel.ts'
import { PNG, pictureReader } from '../telegram/pictures.ts'

const noThreads = ({ discord: { guild } }: Desk): void =>
  guild.overwrite(guild.channel('support'), guild.botRole, { deny: ['CreatePrivateThreads'] })

describe('the panel', () => {
  it('opens each person a thread of their own that nobody else can invite into, and tells them where', async () => {
    const { desk } = await panelled()
    const [li, mo] = [await desk.linked('li'), await desk.linked('mo')]
    const own = await inThread(desk, li)
    const pointer = await desk.reads(li, own.id, 'support')
    expect(pointer.ephemeral).toBe(true)
    expect(own.thread?.invitable).toBe(false)
    const other = await inThread(desk, mo)
    expect(other.id).not.toBe(own.id)
    expect(mo.sees(own.id)).toEqual([])
    li.sends(own.id, '/balance')
    await desk.reads(li, '余额', own.id)
    li.presses(PANEL)
    await desk.quiet()
    expect(privateThreads(desk)).toHaveLength(2)
    expect(desk.discord.breaches).toEqual([])
  })

  it('is placed only by who manages the guild', async () => {
    const desk = await openDesk()
    const li = desk.discord.person('Li', { locale: 'zh-CN' })
    expect(() => li.slash('/panel', {}, { in: 'support' })).toThrow()
    expect(desk.discord.messagesIn(desk.discord.guild.channel('support'))).toEqual([])
  })

  it('where no thread can be made, it answers in direct messages; where those are closed too, it says how to open them', async () => {
    const { desk } = await panelled()
    noThreads(desk)
    const [li, mo] = [await desk.linked('li'), await desk.linked('mo')]
    li.presses(PANEL)
    await desk.reads(li, '私信', 'support')
    await desk.reads(li, '您好', 'dm')
    mo.closesDms()
    mo.presses(PANEL)
    const told = await desk.reads(mo, '允许服务器成员私信', 'support')
    expect(told.ephemeral).toBe(true)
    expect(desk.discord.breaches).toEqual([])
  })
})

describe('where words cannot be read', () => {
  it('a form stands under what the bot says in a thread, and what is written there is heard with its picture', async () => {
    const { desk } = await panelled({
      grants: { messageContent: false },
      pictures: pictureReader({ amount: '¥50.00', status: '支付成功' }),
    })
    const li = await desk.linked('li')
    const order = await desk.order('li')
    await desk.pays(order, '2026112022001400000000000001')
    const own = await inThread(desk, li)
    li.sends(own.id, '我付了款但是没到账')
    await desk.reads(li, '看不到您打的字', own.id)
    li.presses('✍️ 写给我们')
    await desk.discord.until('the form', () => li.modal !== undefined)
    expect(li.modal?.fields).toEqual(['about', 'words', 'picture'])
    li.submits({ words: '我付了款但是没到账', picture: [{ name: '支付截图.png', bytes: PNG }] })
    await desk.reads(li, '刚刚到账了', own.id)
    expect(desk.logged.join('')).toContain('message content is not granted')
    expect(desk.discord.breaches).toEqual([])
  })

  it('a subject alone begins the talk', async () => {
    const { desk } = await panelled({ grants: { messageContent: false } })
    const li = await desk.linked('li')
    await inThread(desk, li)
    li.presses('✍️ 写给我们')
    await desk.discord.until('the form', () => li.modal !== undefined)
    li.submits({ about: ['退款'] })
    await desk.reads(li, /退款|订单/)
    await desk.quiet()
    expect(desk.discord.breaches).toEqual([])
  })
})

describe('answers for one person’s eyes', () => {
  it('case 10: everything is acknowledged before anything is looked up', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const called = li.slash('/orders', {}, { in: 'general' })
    await desk.reads(li, /订单/, 'general')
    const before = desk.discord.calls.findIndex(({ path }) => path.includes(called.id))
    const after = desk.discord.calls.slice(before + 1).map(({ route }) => route)
    expect(desk.discord.calls[before]?.route).toBe('POST /interactions/:interaction/:token/callback')
    expect(after).toContain('POST /webhooks/:application/:token')
    expect(desk.discord.breaches).toEqual([])
  })

  it('case 10: a token that is dead is no loss: the answer stands in the private place', async () => {
    const { desk } = await panelled()
    const li = await desk.linked('li')
    desk.discord.fails({ kind: 'wait-before', ms: 200 }, 'POST /interactions/:interaction/:token/callback')
    const before = desk.clock.now()
    li.slash('/balance', {}, { in: 'general' })
    desk.clock.advance(5_000)
    const said = await desk.reads(li, '余额')
    expect(desk.clock.now() - before).toBeGreaterThan(3_000)
    expect(said.ephemeral).toBe(false)
    expect(said.channel.parent?.name).toBe('support')
  })

  it('no account fact stands in a channel of everybody, whatever is called there', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    await desk.order('li')
    for (const command of ['/start', '/orders', '/balance', '/recharge', '/help', '/support', '/language']) {
      const before = li.sees('general').length
      li.slash(command, {}, { in: 'general' })
      const answered = () => li.sees('general').length > before && !li.sees('general').some(({ loading }) => loading)
      await desk.discord.until(`an answer to ${command}`, answered)
      await desk.quiet()
    }
    await desk.reads(li, /余额：/, 'general')
    expect(li.sees('general').every(({ ephemeral }) => ephemeral)).toBe(true)
    expect(desk.discord.messagesIn(desk.discord.guild.channel('general'))).toEqual([])
    expect(desk.discord.breaches).toEqual([])
  })

  it('"thinking" never stays: where a person will answer, it says that it has the words', async () => {
    const { desk } = await panelled()
    const li = await desk.linked('li')
    const own = await inThread(desk, li)
    li.sends(own.id, '人工')
    await desk.reads(li, '#1', own.id)
    const post = await desk.postOf(1)
    await desk.quiet()
    desk.mei.writes(post, '/claim')
    await desk.staffReads('🟢', post)
    li.slash('/support', { text: '还在吗' }, { in: 'general' })
    await desk.staffReads('还在吗', post)
    await desk.reads(li, '收到了', 'general')
    expect(li.sees('general').some(({ loading }) => loading)).toBe(false)
  })
})

describe('buttons', () => {
  it('case 11: work after a restart', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const order = await desk.order('li')
    await desk.pays(order, '2026112022001400000000000001')
    li.sends('dm', '/start')
    await desk.reads(li, '您好')
    await desk.quiet()
    await desk.stop()
    await desk.run()
    desk.taps(li, '付款了没到账')
    await desk.reads(li, '刚刚到账了')
    expect(desk.discord.breaches).toEqual([])
  })

  it('case 32: of long ago are answered politely, whatever they carry', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    li.sends('dm', '/start')
    const menu = await desk.reads(li, '您好')
    for (const old of ['c:0:0', 'c:999999:3', 'v0:menu:1', 'wibble', 'c:1:99']) li.pressesRaw(menu.message, old)
    await desk.reads(li, '这一步已经过去了')
    await desk.quiet()
    li.sends('dm', '/balance')
    await desk.reads(li, '余额：')
    expect(desk.discord.breaches).toEqual([])
  })

  it('in somebody’s thread do nothing for another', async () => {
    const { desk } = await panelled()
    const li = await desk.linked('li')
    const own = await inThread(desk, li)
    const menu = li.sees(own.id).at(-1)
    const before = li.sees(own.id).length
    desk.mei.pressesRaw(menu?.message as NonNullable<typeof menu>['message'], 'c:1:0')
    await desk.quiet()
    expect(li.sees(own.id)).toHaveLength(before)
  })
})

describe('case 30: direct messages are closed', () => {
  it('the talk goes on in the thread, and staff need not mind', async () => {
    const { desk } = await panelled()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    li.closesDms()
    desk.mei.writes(post, '/r 我们在查')
    const said = await desk.reads(li, '我们在查')
    expect(said.channel.parent?.name).toBe('support')
  })

  it('with no other way, staff are told before they type, and what they wrote arrives when the person is back', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    noThreads(desk)
    li.closesDms()
    desk.mei.writes(post, '/r 我们在查')
    await desk.staffReads('不收私信', post)
    expect(li.sees().some((seen) => wordsOf(seen).includes('我们在查'))).toBe(false)
    li.opensDms()
    li.sends('dm', '我回来了')
    await desk.reads(li, '我们在查')
    await desk.staffReads('回来了', post)
    expect(desk.discord.breaches).toEqual([])
  })

  it('whoever comes by a command in the guild reads there what waited for them', async () => {
    const desk = await openDesk()
    const li = await desk.linked('li')
    const post = await desk.handedOver(li)
    noThreads(desk)
    li.closesDms()
    desk.mei.writes(post, '/r 我们在查')
    await desk.staffReads('不收私信', post)
    li.slash('/help', {}, { in: 'general' })
    const said = await desk.reads(li, '我们在查', 'general')
    expect(said.ephemeral).toBe(true)
  })
})
