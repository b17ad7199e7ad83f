// The gateway when it drops, forgets, falls silent or is down, and what it tells to whom, as the real client meets it.
import { type Client, GatewayIntentBits, Routes } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { DiscordOptions } from './discord.ts'
import { clientOf, INTENTS, loggedIn, opened } from './opened.ts'

describe('the gateway', () => {
  const listening = async (options: DiscordOptions = {}, more: Parameters<typeof loggedIn>[1] = {}) => {
    const discord = await opened(options)
    const client = await loggedIn(discord, more)
    const heard: string[] = []
    client.on('messageCreate', ({ content }) => void heard.push(content))
    return { discord, client, heard, mei: discord.person('Mei') }
  }
  const back = (client: Client) => new Promise((done) => client.once('shardResume', done))

  it('a line that drops is resumed, and what was missed is told again in its order', async () => {
    const { discord, client, heard, mei } = await listening()
    const resumed = back(client)
    discord.gateway.drops()
    for (const text of ['one', 'two', 'three']) mei.sends('support', text)
    await resumed
    await expect.poll(() => heard).toEqual(['one', 'two', 'three'])
    expect(discord.gateway.resumes).toMatchObject([{ ok: true }])
    expect(discord.gateway.identifies).toHaveLength(1)
  })

  it('asked to reconnect, or told that the session is invalid and may be resumed, the client resumes', async () => {
    const { discord, client, heard, mei } = await listening()
    for (const ask of [() => discord.gateway.asksReconnect(), () => discord.gateway.invalidates(true)]) {
      const resumed = back(client)
      ask()
      await resumed
    }
    mei.sends('support', 'still here')
    await expect.poll(() => heard).toEqual(['still here'])
    expect(discord.gateway.resumes.map(({ ok }) => ok)).toEqual([true, true])
  })

  it('a session that is gone begins anew, and what happened in the gap is told to nobody', async () => {
    const { discord, heard, mei } = await listening()
    discord.gateway.invalidates(false)
    mei.sends('support', 'in the gap')
    await discord.until(
      'the second identify',
      () => discord.gateway.identifies.length === 2 && discord.gateway.connected,
    )
    mei.sends('support', 'after it')
    await expect.poll(() => heard).toEqual(['after it'])
  })

  it('a dead line that gives no sign is noticed and left', async () => {
    const { discord, client, heard, mei } = await listening({ heartbeatMs: 150 })
    const resumed = back(client)
    discord.gateway.goesSilent()
    await discord.until('the client left', () => !discord.gateway.connected)
    discord.gateway.speaks()
    await resumed
    mei.sends('support', 'awake')
    await expect.poll(() => heard).toEqual(['awake'])
  })

  it('while it is down nobody comes in; when it is up the client is back', async () => {
    const { discord, client, heard, mei } = await listening()
    const resumed = back(client)
    discord.gateway.goesDown()
    mei.sends('support', 'meanwhile')
    expect(discord.gateway.connected).toBe(false)
    discord.gateway.comesUp()
    await resumed
    await expect.poll(() => heard).toEqual(['meanwhile'])
  })

  it('a privileged intent that was not granted closes with 4014', async () => {
    const discord = await opened({ grants: { messageContent: false } })
    const client = clientOf(discord)
    const code = new Promise((done) => client.once('shardDisconnect', (event) => done(event.code)))
    client.login(discord.token).catch(() => undefined)
    expect(await code).toBe(4014)
  })

  it('without the content intent words are empty, but for direct messages, mentions and the own', async () => {
    const { discord, client, mei } = await listening({ grants: { messageContent: false } }, { intents: [...INTENTS] })
    const heard: string[] = []
    client.on('messageCreate', ({ content }) => void heard.push(content))
    const { id } = mei.sends('support', 'secret')
    mei.sends('dm', 'private')
    mei.sends('support', `<@${discord.botId}> help`)
    await expect.poll(() => heard).toEqual(['', 'private', `<@${discord.botId}> help`])
    const read = await client.rest.get(Routes.channelMessage(discord.guild.channel('support').id, id))
    expect(read).toMatchObject({ content: '' })
  })

  it('events come twice or out of order where a test asks for it', async () => {
    const { discord, client, mei } = await listening()
    const heard: string[] = []
    // The client itself drops a message that it knows: looked at before it does.
    client.on(
      'raw' as never,
      (({ t, d }: { t: string; d: { content: string } }) => {
        if (t === 'MESSAGE_CREATE') heard.push(d.content)
      }) as never,
    )
    discord.gateway.repeatsNext()
    mei.sends('support', 'twice')
    discord.gateway.swapsNext()
    mei.sends('support', 'second')
    mei.sends('support', 'first')
    await expect.poll(() => heard).toEqual(['twice', 'twice', 'first', 'second'])
  })

  it('the bot hears nothing of a channel that it does not see, nor of what its intents leave out', async () => {
    const { discord, heard, mei } = await listening(
      {},
      { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent] },
    )
    const hidden = discord.guild.text('hidden', { overwrites: { [discord.guild.botRole]: { deny: ['ViewChannel'] } } })
    mei.sends(hidden, 'unseen')
    mei.sends('dm', 'not asked for')
    mei.sends('support', 'seen')
    await expect.poll(() => heard).toEqual(['seen'])
  })

  it('a wrong token is refused at the door, and no session begins when the day has none left', async () => {
    const discord = await opened()
    await expect(clientOf(discord).login('wrong')).rejects.toThrow('invalid token')
    discord.gateway.identifyLimit = 0
    await expect(clientOf(discord).login(discord.token)).rejects.toThrow('Not enough sessions remaining')
    expect(discord.gateway.identifies).toEqual([])
  })

  it('a call can cut the line, by rule or by seed', async () => {
    const { discord, client, heard, mei } = await listening()
    const resumed = back(client)
    discord.fails({ kind: 'gateway-drop' }, 'GET /users/@me')
    await client.rest.get(Routes.user())
    mei.sends('support', 'missed')
    await resumed
    await expect.poll(() => heard).toEqual(['missed'])
  })

  it('what does not keep to the protocol is closed with its code', async () => {
    const discord = await opened()
    const identify = { op: 2, d: { token: discord.token, intents: 1, properties: {} } }
    const closedAfter = (...sent: readonly unknown[]) =>
      new Promise<number>((done) => {
        const line = new WebSocket(`${discord.gatewayUrl}?v=10&encoding=json`)
        line.on('open', () =>
          sent.forEach((one) => void line.send(typeof one === 'string' ? one : JSON.stringify(one))),
        )
        line.on('close', done)
      })
    expect(await closedAfter({ op: 99, d: null })).toBe(4001)
    expect(await closedAfter('no json')).toBe(4002)
    expect(await closedAfter({ op: 3, d: {} })).toBe(4003)
    expect(await closedAfter({ ...identify, d: { ...identify.d, token: 'wrong' } })).toBe(4004)
    expect(await closedAfter(identify, identify)).toBe(4005)
    expect(await closedAfter({ ...identify, d: { ...identify.d, intents: 1 << 30 } })).toBe(4013)
    const session = [...discord.gateway.sessions.keys()][0]
    expect(await closedAfter({ op: 6, d: { token: discord.token, session_id: session, seq: 1_000 } })).toBe(4007)
  })

  it('a session that lost its line too long ago is not resumed', async () => {
    let nowMs = 1_800_000_000_000
    const { discord, heard, mei } = await listening({ now: () => nowMs })
    discord.gateway.drops()
    nowMs += 6 * 60_000
    await discord.until('another identify', () => discord.gateway.identifies.length === 2)
    mei.sends('support', 'anew')
    await expect.poll(() => heard).toEqual(['anew'])
    expect(discord.gateway.resumes).toMatchObject([{ ok: false }])
  })
})
