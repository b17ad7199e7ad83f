// What Discord refuses of messages, by its own codes, as the real client hears them; and the rights it asks for.
import { Routes } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { codeOf, writing } from './opened.ts'

const DELIVER = { content: 'x' }

const errorsOf = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    (error: { rawError?: { code: number; errors?: unknown } }) => error.rawError?.errors ?? error.rawError?.code,
  )

describe('messages', () => {
  it('the same nonce again gives the message that was made; after some minutes it is new', async () => {
    let nowMs = 1_800_000_000_000
    const { post, support, discord } = await writing({ now: () => nowMs })
    const body = { content: 'once', nonce: 'job-0001', enforce_nonce: true }
    const first = await post(support.id, body)
    expect((await post(support.id, body)).id).toBe(first.id)
    expect(discord.messagesIn(support)).toHaveLength(1)
    expect((await post(support.id, { ...body, nonce: 'job-0002' })).id).not.toBe(first.id)
    expect((await post(support.id, { ...body, enforce_nonce: false })).id).not.toBe(first.id)
    nowMs += 6 * 60_000
    expect((await post(support.id, body)).id).not.toBe(first.id)
    expect(await codeOf(post(support.id, { ...body, nonce: 'n'.repeat(26) }))).toBe(50035)
  })

  it('2,000 characters go, one more is a wrong form, and its fault stands in the tree', async () => {
    const { post, support, discord } = await writing()
    expect(await codeOf(post(support.id, { content: 'x'.repeat(2000) }))).toBe('done')
    expect(await errorsOf(post(support.id, { content: 'x'.repeat(2001) }))).toEqual({
      content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] },
    })
    expect(await codeOf(post(support.id, { content: 'x', contents: 'y' }))).toBe(50035)
    expect(await codeOf(post(support.id, { content: 7 }))).toBe(50035)
    expect(await codeOf(post(support.id, {}))).toBe(50006)
    expect(discord.breaches).toHaveLength(3)
  })

  it('embeds together hold 6,000 characters, a message 5 rows of 5, a custom id 100 characters, each once', async () => {
    const { post, support } = await writing()
    const embed = (length: number) => ({ description: 'x'.repeat(length) })
    expect(await codeOf(post(support.id, { embeds: [embed(3000), embed(3000)] }))).toBe('done')
    expect(await codeOf(post(support.id, { embeds: [embed(3000), embed(3001)] }))).toBe(50035)
    const button = (custom_id: string) => ({ type: 2, style: 1, label: 'b', custom_id })
    const rows = (count: number, width: number) =>
      Array.from({ length: count }, (_, row) => ({
        type: 1,
        components: Array.from({ length: width }, (_unused, column) => button(`${row}:${column}`)),
      }))
    const send = (components: object[]) => codeOf(post(support.id, { content: 'x', components }))
    expect(await send(rows(5, 5))).toBe('done')
    expect(await send(rows(6, 5))).toBe(50035)
    expect(await send(rows(5, 6))).toBe(50035)
    expect(await send([{ type: 1, components: [button('a'.repeat(100))] }])).toBe('done')
    expect(await send([{ type: 1, components: [button('a'.repeat(101))] }])).toBe(50035)
    expect(await send([{ type: 1, components: [button('')] }])).toBe(50035)
    expect(await send([{ type: 1, components: [button('a'), button('a')] }])).toBe(50035)
    const options = (count: number) => Array.from({ length: count }, (_, n) => ({ label: `${n}`, value: `${n}` }))
    const select = (count: number) => [{ type: 1, components: [{ type: 3, custom_id: 's', options: options(count) }] }]
    expect(await send(select(25))).toBe('done')
    expect(await send(select(26))).toBe(50035)
    expect(await send([{ type: 17, components: [{ type: 10, content: 'x' }] }])).toBe(50035)
    const layout = { flags: 32_768, components: [{ type: 17, components: [{ type: 10, content: 'card' }] }] }
    expect(await codeOf(post(support.id, layout))).toBe('done')
    expect(await codeOf(post(support.id, { ...layout, content: 'x' }))).toBe(50035)
  })

  it('closed direct messages are 50007, somebody with no guild in common 50278', async () => {
    const { post, discord, client } = await writing()
    const [mei, stranger] = [discord.person('Mei'), discord.person('Stranger', { inGuild: false })]
    mei.closesDms()
    expect(await codeOf(client.users.send(mei.id, 'x'))).toBe(50007)
    mei.opensDms()
    expect(await codeOf(client.users.send(mei.id, 'x'))).toBe('done')
    expect(await codeOf(post(stranger.dm.id, DELIVER))).toBe(50278)
  })

  it('gone messages are 10008, gone channels 10003, those of others 50005, unseen channels 50001', async () => {
    const { post, discord, client, support } = await writing()
    const mei = discord.person('Mei')
    const own = await post(support.id, DELIVER)
    const edit = (id: string) => codeOf(client.rest.patch(Routes.channelMessage(support.id, id), { body: DELIVER }))
    expect(await edit(own.id)).toBe('done')
    expect(await edit(mei.sends('support', 'mine').id)).toBe(50005)
    await client.rest.delete(Routes.channelMessage(support.id, own.id))
    expect(await edit(own.id)).toBe(10008)
    expect(await codeOf(client.rest.put(Routes.channelMessageOwnReaction(support.id, own.id, '✅')))).toBe(10008)
    expect(await codeOf(post('123', DELIVER))).toBe(10003)
    discord.guild.overwrite(support, discord.guild.everyone, { deny: ['ViewChannel'] })
    expect(await codeOf(post(support.id, DELIVER))).toBe(50001)
    discord.guild.overwrite(support, discord.guild.botRole, { allow: ['ViewChannel'] })
    expect(await codeOf(post(support.id, DELIVER))).toBe('done')
  })

  it('a reply to a gone message blames the form, or is sent without it where the bot does not mind', async () => {
    const { post, discord, support } = await writing()
    const mei = discord.person('Mei')
    const asked = mei.sends('support', 'hello')
    const reply = (more: object = {}) =>
      post(support.id, { ...DELIVER, message_reference: { message_id: asked.id, ...more } })
    await reply()
    expect(discord.messagesIn(support).at(-1)?.replyTo).toBe(asked.id)
    mei.deletes(asked)
    expect(await errorsOf(reply())).toMatchObject({
      message_reference: { _errors: [{ code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE' }] },
    })
    await reply({ fail_if_not_exists: false })
    expect(discord.messagesIn(support).at(-1)?.replyTo).toBeUndefined()
    discord.quirk({ goneReference: '10008' })
    expect(await codeOf(reply())).toBe(10008)
    expect(discord.breaches).toEqual([])
  })

  it('files come with a signed link that ends after a day, and those of more than 10 MB are refused', async () => {
    let nowMs = 1_800_000_000_000
    const { post, discord, client, support } = await writing({ now: () => nowMs })
    await post(support.id, DELIVER, [{ name: '收据.png', data: Buffer.from('bytes') }])
    const [file] = discord.messagesIn(support).at(-1)?.files ?? []
    const url = file?.url ?? ''
    expect(await (await fetch(url)).text()).toBe('bytes')
    expect((await fetch(url.replace('hm=', 'hm=0'))).status).toBe(404)
    nowMs += 25 * 60 * 60_000
    expect((await fetch(url)).status).toBe(404)
    const asked = client.rest.post('/attachments/refresh-urls', { body: { attachment_urls: [url] } })
    const { refreshed_urls } = (await asked) as { refreshed_urls: { refreshed: string }[] }
    expect((await fetch(refreshed_urls[0]?.refreshed ?? '')).status).toBe(200)
    const large = [{ name: 'a.png', data: Buffer.alloc(10 * 1024 * 1024 + 1) }]
    expect(await codeOf(post(support.id, DELIVER, large))).toBe(40005)
  })

  it('history is read page by page, newest first, without what was for one person alone', async () => {
    const { post, client, support } = await writing()
    const ids: string[] = []
    for (let sent = 0; sent < 7; sent += 1) ids.push((await post(support.id, { content: `${sent}` })).id)
    const page = async (query: Record<string, string>) =>
      (
        (await client.rest.get(Routes.channelMessages(support.id), { query: new URLSearchParams(query) })) as {
          content: string
        }[]
      ).map(({ content }) => content)
    expect(await page({ limit: '3' })).toEqual(['6', '5', '4'])
    expect(await page({ after: ids[1] ?? '', limit: '2' })).toEqual(['3', '2'])
    expect(await page({ before: ids[2] ?? '' })).toEqual(['1', '0'])
    expect(await page({ around: ids[3] ?? '', limit: '3' })).toEqual(['4', '3', '2'])
    expect(await codeOf(page({ limit: '101' }))).toBe(50035)
  })

  it('nobody is pinged whom the bot did not allow', async () => {
    const { post, discord, support } = await writing()
    const mei = discord.person('Mei')
    const content = `<@${mei.id}> @everyone <@&${discord.guild.staffRole}>`
    await post(support.id, { content })
    await post(support.id, { content, allowed_mentions: { parse: [] } })
    await post(support.id, { content, allowed_mentions: { users: [mei.id] } })
    expect(discord.messagesIn(support).map(({ pings }) => pings)).toEqual([['Mei', '@Staff', '@everyone'], [], ['Mei']])
    const both = { content, allowed_mentions: { parse: ['users'], users: [mei.id] } }
    expect(await codeOf(post(support.id, both))).toBe(50035)
  })
})

describe('rights, bit by bit', () => {
  it('each deed needs its own right', async () => {
    const { post, discord, client, support } = await writing()
    const mei = discord.person('Mei')
    const hers = mei.sends('support', 'CODE-1')
    const remove = () => codeOf(client.rest.delete(Routes.channelMessage(support.id, hers.id)))
    const react = () => codeOf(client.rest.put(Routes.channelMessageOwnReaction(support.id, hers.id, '✅')))
    const thread = (type: number) => codeOf(client.rest.post(Routes.threads(support.id), { body: { name: 't', type } }))
    const file = () => codeOf(post(support.id, DELIVER, [{ name: 'a.txt', data: Buffer.from('a') }]))
    discord.guild.roleMay(discord.guild.everyone, ['ViewChannel'])
    const told = async () => [
      await codeOf(post(support.id, DELIVER)),
      await react(),
      await file(),
      await thread(12),
      await thread(11),
      await remove(),
    ]
    discord.guild.botMay([])
    expect(await told()).toEqual([50013, 50013, 50013, 50013, 50013, 50013])
    discord.guild.botMay(['SendMessages', 'ReadMessageHistory', 'AddReactions', 'CreatePrivateThreads'])
    expect(await told()).toEqual(['done', 'done', 50013, 'done', 50013, 50013])
    discord.guild.botMay(['SendMessages', 'AttachFiles', 'CreatePublicThreads', 'ManageMessages'])
    expect(await told()).toEqual(['done', 50013, 'done', 50013, 'done', 'done'])
    discord.guild.overwrite(support, discord.guild.botRole, { deny: ['SendMessages'] })
    expect(await codeOf(post(support.id, DELIVER))).toBe(50013)
    discord.guild.overwrite(support, discord.botId, { allow: ['SendMessages'] })
    expect(await codeOf(post(support.id, DELIVER))).toBe('done')
    discord.guild.botMay(['Administrator'])
    expect(await thread(12)).toBe('done')
  })
})
