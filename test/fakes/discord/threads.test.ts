// Threads and forum posts as the real client meets them: the cap, archived, locked, tags, and how one is found again.
import { type Client, Routes } from 'discord.js'
import { describe, expect, it } from 'vitest'
import type { Discord } from './discord.ts'
import { codeOf, writing } from './opened.ts'

const DELIVER = { content: 'x' }

const openPost = (client: Client, discord: Discord, body: object = {}) =>
  client.rest.post(Routes.threads(discord.guild.channel('tickets').id), {
    body: { name: '#1', message: { content: 'card' }, ...body },
  }) as Promise<{ id: string }>

describe('threads and posts', () => {
  it('the cap of active threads is 160006, for new ones and for those that would wake', async () => {
    const { discord, client, post } = await writing()
    const first = await openPost(client, discord)
    discord.guild.activeThreadCap = 1
    expect(await codeOf(openPost(client, discord))).toBe(160006)
    discord.staff('Lin').archives(discord.thread(first.id))
    await openPost(client, discord, { name: '#2' })
    expect(await codeOf(post(first.id, DELIVER))).toBe(160006)
  })

  it('an archived post wakes by a message; locked as well it takes nothing, and edits need it awake', async () => {
    const { discord, client, post } = await writing()
    const lin = discord.staff('Lin')
    const { id } = await openPost(client, discord)
    const ticket = discord.thread(id)
    const edit = () => codeOf(client.rest.patch(Routes.channelMessage(id, id), { body: DELIVER }))
    const change = (body: object) => codeOf(client.rest.patch(Routes.channel(id), { body }))
    lin.archives(ticket)
    expect(await edit()).toBe(50083)
    expect(await change({ name: 'new' })).toBe(50083)
    expect(await codeOf(client.rest.put(Routes.threadMembers(id, lin.id)))).toBe(50083)
    expect(await codeOf(post(id, DELIVER))).toBe('done')
    expect(ticket.archived).toBe(false)
    expect(await edit()).toBe('done')
    lin.locks(ticket)
    expect(await codeOf(post(id, DELIVER))).toBe('done')
    lin.archives(ticket)
    expect(await codeOf(post(id, DELIVER))).toBe(50083)
    expect(await change({ archived: false, locked: false, name: 'new' })).toBe('done')
    discord.guild.botMay(['ViewChannel', 'SendMessagesInThreads', 'SendMessages'])
    lin.locks(ticket)
    expect(await codeOf(post(id, DELIVER))).toBe(160005)
    lin.deletesPost(ticket)
    expect(await codeOf(post(id, DELIVER))).toBe(10003)
  })

  it('a post needs a message, a title of 1 to 100, and at most 5 tags of its forum', async () => {
    const { discord, client } = await writing()
    const tags = Array.from({ length: 6 }, (_, n) => `t${n}`)
    const forum = discord.guild.forum('orders', { tags, requiresTag: true })
    const ids = forum.tags.map(({ id }) => id)
    const body = { name: 'x', message: { content: 'card' }, applied_tags: ids.slice(0, 5) }
    const open = (more: object) => codeOf(client.rest.post(Routes.threads(forum.id), { body: { ...body, ...more } }))
    expect(await open({})).toBe('done')
    expect(await open({ applied_tags: ids })).toBe(50035)
    expect(await open({ applied_tags: [] })).toBe(40067)
    expect(await open({ applied_tags: ['1'] })).toBe(50035)
    expect(await open({ name: '' })).toBe(50035)
    expect(await open({ name: 'x'.repeat(101) })).toBe(50035)
    expect(await open({ message: undefined })).toBe(50035)
    expect(await codeOf(client.rest.post(Routes.channelMessages(forum.id), { body: DELIVER }))).toBe(50008)
  })

  it('active and archived posts are listed, so that one can be found by its title', async () => {
    const { discord, client } = await writing()
    await openPost(client, discord)
    const second = await openPost(client, discord, { name: '#2' })
    discord.staff('Lin').archives(discord.thread(second.id))
    const forum = await client.channels.fetch(discord.guild.channel('tickets').id)
    if (!forum?.isThreadOnly()) throw new Error('it is a forum')
    expect((await forum.threads.fetchActive()).threads.map(({ name }) => name)).toEqual(['#1'])
    expect((await forum.threads.fetchArchived()).threads.map(({ name }) => name)).toEqual(['#2'])
  })
})
