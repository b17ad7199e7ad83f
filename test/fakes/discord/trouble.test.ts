// What goes wrong on purpose: limits by header, lost answers, a gateway that drops, forgets, falls silent.
import { type Client, GatewayIntentBits, Routes } from 'discord.js'
import { describe, expect, it } from 'vitest'
import type { Discord, DiscordOptions } from './discord.ts'
import { clientOf, codeOf, INTENTS, loggedIn, opened, writing } from './opened.ts'

const DELIVER = { content: 'x' }
const NOTE = { content: 'once', nonce: 'job-1', enforce_nonce: true }

/** A request past the client's own queues, as it stands on the wire. */
const raw = (
  discord: Discord,
  path: string,
  { token = discord.token, ...init }: RequestInit & { token?: string } = {},
) =>
  fetch(`${discord.apiRoot}/v10${path}`, {
    ...init,
    headers: { authorization: `Bot ${token}`, ...(init.body ? { 'content-type': 'application/json' } : {}) },
  })

const send = (discord: Discord, body: object = DELIVER) =>
  raw(discord, Routes.channelMessages(discord.guild.channel('support').id), {
    method: 'POST',
    body: JSON.stringify(body),
  })

describe('limits', () => {
  it('a channel takes five messages in five seconds, told by header; the sixth is 429 with its wait', async () => {
    let nowMs = 1_800_000_000_000
    const discord = await opened({ limits: true, now: () => nowMs })
    const left: (string | null)[] = []
    for (let sent = 0; sent < 5; sent += 1) left.push((await send(discord)).headers.get('x-ratelimit-remaining'))
    expect(left).toEqual(['4', '3', '2', '1', '0'])
    nowMs += 1_000
    const sixth = await send(discord)
    expect(sixth.status).toBe(429)
    expect(sixth.headers.get('x-ratelimit-scope')).toBe('user')
    expect(await sixth.json()).toEqual({ message: 'You are being rate limited.', retry_after: 4, global: false })
    nowMs += 4_000
    expect((await send(discord)).status).toBe(200)
  })

  it('the client reads the header and waits by itself: no 429 is met', async () => {
    const { discord, post, support } = await writing({ limits: true })
    await Promise.all(Array.from({ length: 6 }, () => post(support.id, DELIVER)))
    const sent = discord.callsOf('POST /channels/:channel/messages')
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
  })

  it('fifty requests a second overall; one more is a global 429', async () => {
    const discord = await opened({ limits: true, now: () => 1_800_000_000_000 })
    for (let asked = 0; asked < 50; asked += 1) await raw(discord, `/channels/${asked + 1}`)
    const over = await raw(discord, '/channels/51')
    expect([over.status, over.headers.get('x-ratelimit-scope')]).toEqual([429, 'global'])
    expect(await over.json()).toMatchObject({ global: true, retry_after: 1 })
  })

  it('a told global 429 is honoured by the client', async () => {
    const { discord, post, support } = await writing()
    discord.fails({ kind: 'too-many', retryAfterS: 0.2, scope: 'global' }, 'POST /channels/:channel/messages')
    await post(support.id, DELIVER)
    expect(discord.callsOf('POST /channels/:channel/messages').map(({ status }) => status)).toEqual([429, 200])
  })

  it('ten thousand bad requests within ten minutes end in a ban, told by the front and not as JSON', async () => {
    let nowMs = 1_800_000_000_000
    const discord = await opened({ now: () => nowMs })
    expect((await raw(discord, '/users/@me', { token: 'wrong' })).status).toBe(401)
    expect(discord.invalidRequests).toBe(1)
    discord.countsInvalid(9_999)
    const banned = await raw(discord, '/users/@me')
    expect([banned.status, banned.headers.get('content-type')]).toEqual([429, 'text/html'])
    nowMs += 10 * 60_000
    expect((await raw(discord, '/users/@me')).status).toBe(200)
  })
})

describe('faults', () => {
  it('accepted and then dropped: the message stands, and the same nonce does not make it twice', async () => {
    const { discord, post, support } = await writing()
    discord.fails({ kind: 'accept-then-drop' }, 'POST /channels/:channel/messages')
    expect(await codeOf(post(support.id, NOTE))).not.toBe('done')
    expect(discord.calls.at(-1)).toMatchObject({ answered: false, status: 200 })
    await post(support.id, NOTE)
    expect(discord.messagesIn(support)).toHaveLength(1)
  })

  it('reset, 5xx and a call that hangs did nothing', async () => {
    const { discord, post, support, client } = await writing()
    discord.fails({ kind: 'drop' }, { channel: support.id })
    expect(await codeOf(post(support.id, NOTE))).not.toBe('done')
    discord.fails({ kind: 'server-error', status: 503 }, { channel: support.id })
    expect(await codeOf(post(support.id, NOTE))).not.toBe('done')
    discord.fails({ kind: 'hang' }, { channel: support.id })
    const stop = new AbortController()
    const hangs = codeOf(client.rest.post(Routes.channelMessages(support.id), { body: NOTE, signal: stop.signal }))
    await discord.until('the third call', () => discord.callsOf('POST /channels/:channel/messages').length === 3)
    stop.abort()
    expect(await hangs).not.toBe('done')
    expect(discord.messagesIn(support)).toEqual([])
  })

  it('chaos is the same for the same seed', async () => {
    const run = async (seed: number) => {
      const discord = await opened()
      discord.chaos({
        seed,
        chance: 0.5,
        faults: [{ kind: 'drop' }, { kind: 'accept-then-drop' }, { kind: 'server-error' }],
      })
      const told: (number | string)[] = []
      for (let sent = 0; sent < 20; sent += 1)
        told.push(
          await send(discord).then(
            ({ status }) => status,
            () => 'lost',
          ),
        )
      discord.calm()
      expect((await send(discord)).status).toBe(200)
      return [told, discord.messagesIn(discord.guild.channel('support')).length]
    }
    const first = await run(7)
    expect(await run(7)).toEqual(first)
    expect(await run(8)).not.toEqual(first)
    expect(new Set(first[0] as unknown[])).toEqual(new Set([200, 502, 'lost']))
  })
})

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
})
