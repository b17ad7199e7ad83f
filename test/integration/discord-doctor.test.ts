// What the doctor finds at Discord, each with what to do.
import { describe, expect, it, onTestFinished } from 'vitest'
import { discordChecks } from '../../bot/discord/doctor.ts'
import type { Check } from '../../bot/doctor/check.ts'
import { Secret } from '../../core/kit/secret.ts'
import { openDesk } from '../discord/desk.ts'
import type { Channel } from '../fakes/discord/channel.ts'
import { type Discord, type DiscordOptions, openDiscord } from '../fakes/discord/discord.ts'

const RIGHTS = [
  ...(['ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'CreatePublicThreads', 'CreatePrivateThreads'] as const),
  ...(['ManageThreads', 'ManageMessages', 'ReadMessageHistory', 'AddReactions', 'AttachFiles', 'EmbedLinks'] as const),
  ...(['ManageChannels', 'ViewAuditLog'] as const),
] as const

async function place(options: DiscordOptions = {}): Promise<Discord> {
  const discord = await openDiscord({ guild: { botMay: [...RIGHTS] }, ...options })
  onTestFinished(() => discord.close())
  return discord
}

const settingsOf = (discord: Discord, more: Record<string, unknown> = {}) => ({
  discord: {
    token: new Secret(discord.token),
    apiRoot: discord.apiRoot,
    guildId: discord.guild.id,
    staffChannelId: discord.guild.channel('tickets').id,
    staffRoleId: discord.guild.staffRole,
    ...more,
  },
})

const worst = (checks: readonly Check[], name: string) =>
  checks.find((check) => check.name === name && check.level !== 'ok')

describe('the doctor at Discord', () => {
  it('says nothing where Discord is off', async () => {
    expect(await discordChecks({})).toEqual([])
  })

  it('finds nothing wrong where the bot ran once and has its rights', async () => {
    const desk = await openDesk({ guild: { botMay: [...RIGHTS] } })
    await desk.discord.until(
      'the commands',
      () => desk.discord.callsOf('PUT /applications/:application/guilds/:guild/commands').length > 0,
    )
    const checks = await discordChecks({ discord: desk.settings })
    expect(checks.filter(({ level }) => level !== 'ok')).toEqual([])
    expect(desk.discord.breaches).toEqual([])
  })

  it('counts open threads, and staff are told in their room before the server has as many as it may, once', async () => {
    const desk = await openDesk({ asleep: true, guild: { botMay: [...RIGHTS] } })
    const threads = async () =>
      (await discordChecks({ discord: desk.settings })).find(({ name }) => name === 'discord open threads')
    const general = desk.discord.guild.channel('general')
    for (let index = 0; index < 799; index++) desk.discord.ownPost(general, `old ${index}`, 'from before')
    expect(await threads()).toMatchObject({ level: 'ok', what: '799 of 1000' })
    desk.discord.ownPost(general, 'one more', 'from before')
    expect(await threads()).toMatchObject({ level: 'warn', what: '800 of 1000' })
    await desk.run()
    const room = () => desk.discord.posts().find(({ name }) => name.startsWith('📌'))
    await desk.discord.until('the room', () => room() !== undefined)
    const told = () => desk.discord.messagesIn(room() as Channel).filter(({ text }) => text.includes('800'))
    await desk.discord.until('the word', () => told().length > 0)
    await desk.stop()
    await desk.run()
    await desk.quiet()
    expect(told()).toHaveLength(1)
    expect(desk.discord.breaches).toEqual([])
  })

  it('names each missing right and what it is for', async () => {
    const discord = await place()
    const forum = discord.guild.channel('tickets')
    discord.guild.overwrite(forum, discord.guild.botRole, {
      allow: ['ViewChannel'],
      deny: ['ManageThreads', 'ManageChannels'],
    })
    const found = (await discordChecks(settingsOf(discord))).filter(({ name }) => name === 'discord staff forum rights')
    expect(found.map(({ level, what }) => `${level} ${what}`)).toEqual([
      'fail ManageThreads is missing',
      'warn ManageChannels is missing',
    ])
    expect(found[0]).toMatchObject({ fix: expect.stringContaining('closing, locking') })
  })

  it('tells a wrong token, guild, role and channel apart, and that commands are not there yet', async () => {
    const discord = await place()
    const ask = async (more: Record<string, unknown>, name: string) =>
      worst(await discordChecks(settingsOf(discord, more)), name)
    expect(await ask({ token: new Secret('nonsense') }, 'discord token')).toMatchObject({ level: 'fail' })
    expect(await ask({ guildId: '1200000000000000001' }, 'discord guild')).toMatchObject({ level: 'fail' })
    expect(await ask({ staffRoleId: '1200000000000000001' }, 'discord staff role')).toMatchObject({ level: 'fail' })
    const text = discord.guild.channel('support').id
    expect(await ask({ staffChannelId: text }, 'discord staff forum')).toMatchObject({ what: 'is no forum channel' })
    expect(await ask({}, 'discord commands')).toMatchObject({ what: expect.stringContaining('/orders') })
    expect(await ask({ apiRoot: 'http://127.0.0.1:9' }, 'discord')).toMatchObject({ what: 'cannot be reached' })
  })

  it('says that words are not read where that intent is not granted', async () => {
    const discord = await place({ grants: { messageContent: false } })
    const found = worst(await discordChecks(settingsOf(discord)), 'discord intents')
    expect(found).toMatchObject({ level: 'warn', fix: expect.stringContaining('Message Content Intent') })
  })
})
