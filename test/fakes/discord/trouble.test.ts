// What goes wrong on purpose with requests: limits by header, bans, lost answers, chance by seed.
import { Routes } from 'discord.js'
import { describe, expect, it } from 'vitest'
import type { Discord } from './discord.ts'
import { codeOf, opened, writing } from './opened.ts'

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

  it('a channel is renamed twice in ten minutes; other changes of it go on', async () => {
    let nowMs = 1_800_000_000_000
    const discord = await opened({ limits: true, now: () => nowMs })
    discord.guild.botMay(['ViewChannel', 'ManageChannels'])
    const { id } = discord.guild.channel('tickets')
    const change = (body: object) => raw(discord, Routes.channel(id), { method: 'PATCH', body: JSON.stringify(body) })
    const rename = (name: string) => change({ name })
    expect([
      (await change({ available_tags: [] })).status,
      (await rename('one')).status,
      (await rename('two')).status,
    ]).toEqual([200, 200, 200])
    nowMs += 20_000
    expect((await rename('two')).status).toBe(200)
    expect(await (await rename('three')).json()).toMatchObject({ retry_after: 580 })
    nowMs += 580_000
    expect((await rename('three')).status).toBe(200)
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
