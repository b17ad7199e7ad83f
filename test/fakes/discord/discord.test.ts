// The unmodified client on the fake Discord: it logs in, registers commands, answers, writes, opens threads and posts.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  type ForumChannel,
  MessageFlags,
  ModalBuilder,
  type TextChannel,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { loggedIn, opened } from './opened.ts'

const SUPPORT = {
  name: 'support',
  description: 'Ask for help',
  name_localizations: { 'zh-CN': '客服' },
  description_localizations: { 'zh-CN': '寻求帮助' },
}

describe('the client', () => {
  it('logs in and knows the guild, its channels and its own rights', async () => {
    const discord = await opened()
    const client = await loggedIn(discord)
    const guild = client.guilds.cache.get(discord.guild.id)
    expect(client.user.id).toBe(discord.botId)
    expect(guild?.channels.cache.map(({ name }) => name).sort()).toEqual(['desk', 'general', 'support', 'tickets'])
    const forum = await client.channels.fetch(discord.guild.channel('tickets').id)
    expect(forum?.type).toBe(ChannelType.GuildForum)
    expect((forum as ForumChannel).availableTags.map(({ name }) => name)).toContain('waiting')
    expect(guild?.members.me?.permissions.has('ManageThreads')).toBe(true)
    expect(guild?.members.me?.permissions.has('Administrator')).toBe(false)
    expect(discord.breaches).toEqual([])
  })

  it('answers a command: deferred for the person alone, then filled in', async () => {
    const discord = await opened()
    const client = await loggedIn(discord)
    await client.application.commands.set([SUPPORT])
    client.on('interactionCreate', async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply({ flags: MessageFlags.Ephemeral })
      await interaction.editReply(`order 7 is paid, ${interaction.locale}`)
    })
    const mei = discord.person('Mei', { locale: 'zh-CN' })
    const li = discord.person('Li')
    const interaction = mei.slash('/support')
    await discord.until('the answer', () => mei.sees('support').some(({ text }) => text.includes('paid')))
    const [answer] = mei.sees('support')
    expect(answer).toMatchObject({ by: 'bot', text: 'order 7 is paid, zh-CN', ephemeral: true, loading: false })
    expect(interaction.acked).toBe('defer')
    expect(li.sees('support')).toEqual([])
    expect(discord.messagesIn(discord.guild.channel('support'))).toEqual([])
    expect(discord.breaches).toEqual([])
  })

  it('sends buttons, hears the press, changes the message, opens a modal and reads what was typed', async () => {
    const discord = await opened()
    const client = await loggedIn(discord)
    const mei = discord.person('Mei')
    client.on('interactionCreate', async (interaction) => {
      if (interaction.isButton() && interaction.customId === 'type') {
        const input = new TextInputBuilder().setCustomId('code').setLabel('Code').setStyle(TextInputStyle.Short)
        const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input)
        await interaction.showModal(new ModalBuilder().setCustomId('m').setTitle('Your code').addComponents(row))
      } else if (interaction.isButton()) await interaction.update({ content: 'pressed', components: [] })
      if (interaction.isModalSubmit()) {
        await interaction.deferUpdate()
        await interaction.editReply({ content: `typed ${interaction.fields.getTextInputValue('code')}` })
      }
    })
    const user = await client.users.fetch(mei.id)
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('type').setLabel('Type').setStyle(ButtonStyle.Primary),
      new ButtonBuilder().setCustomId('end').setLabel('End').setStyle(ButtonStyle.Secondary),
    )
    await user.send({ content: 'choose', components: [row] })
    mei.presses('Type')
    await discord.until('the modal', () => mei.modal !== undefined)
    expect(mei.modal).toMatchObject({ title: 'Your code', fields: ['code'] })
    expect(() => mei.submits({})).toThrow('must be filled in')
    mei.submits({ code: 'ABC' })
    await discord.until('the text', () => mei.sees('dm').some(({ text }) => text === 'typed ABC'))
    mei.presses('End')
    await discord.until('the end', () =>
      mei.sees('dm').some(({ text, buttons }) => text === 'pressed' && !buttons.length),
    )
    expect(() => mei.presses('End')).toThrow('no button')
    expect(discord.breaches).toEqual([])
  })

  it('talks in direct messages and hears edits, deletes and reactions there', async () => {
    const discord = await opened()
    const client = await loggedIn(discord)
    const heard: string[] = []
    client.on('messageCreate', (message) => void (message.author.bot || heard.push(`+${message.content}`)))
    client.on('messageUpdate', (_, message) => void heard.push(`~${message.content}`))
    client.on('messageDelete', (message) => void heard.push(`-${message.content}`))
    client.on('messageReactionAdd', (reaction) => void heard.push(`${reaction.emoji.name}`))
    const mei = discord.person('Mei')
    const message = mei.sends('dm', 'hello')
    mei.edits(message, 'hello you')
    mei.reacts(message, '👍')
    mei.deletes(message)
    const { dm } = mei
    const channel = await client.channels.fetch(dm.id)
    if (channel?.isSendable()) await channel.send('hi')
    await discord.until('the answer', () => mei.sees('dm').some(({ text }) => text === 'hi'))
    await expect.poll(() => heard).toEqual(['+hello', '~hello you', '👍', '-hello you'])
  })

  it('opens a forum post with tags, is answered there, and a private thread that outsiders do not see', async () => {
    const discord = await opened()
    const client = await loggedIn(discord)
    const [mei, li, lin] = [discord.person('Mei'), discord.person('Li'), discord.staff('Lin')]
    const forum = (await client.channels.fetch(discord.guild.channel('tickets').id)) as ForumChannel
    const queue = forum.availableTags.find(({ name }) => name === 'queue')?.id ?? ''
    const post = await forum.threads.create({
      name: '#1 · not credited · zh',
      appliedTags: [queue],
      message: { content: 'the card' },
    })
    const [ticket] = discord.posts()
    expect(ticket).toMatchObject({ id: post.id, name: '#1 · not credited · zh', tagNames: ['queue'] })
    const heard = new Promise<string>((done) => client.once('messageCreate', ({ content }) => done(content)))
    if (ticket) lin.writes(ticket, '/r we look into it')
    expect(await heard).toBe('/r we look into it')
    await post.setArchived(true)
    expect(discord.thread('#1 · not credited · zh').archived).toBe(true)
    await post.send('awake')
    expect(ticket?.archived).toBe(false)
    const support = (await client.channels.fetch(discord.guild.channel('support').id)) as TextChannel
    const own = await support.threads.create({ name: 'Mei', type: ChannelType.PrivateThread, invitable: false })
    await own.members.add(mei.id)
    await own.send('only us')
    const words = mei.sees(own.id).filter(({ type }) => type === 0)
    expect(words.map(({ text }) => text)).toEqual(['only us'])
    expect(li.sees(own.id)).toEqual([])
    expect(() => li.sends(own.id, 'let me in')).toThrow('does not see')
    expect(discord.breaches).toEqual([])
  })
})
