// What the client is told of people and staff: threads, channels, members, typing, many deletes; and modals with fields of every kind.
import {
  ChannelType,
  Events,
  FileUploadBuilder,
  type ForumChannel,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  MessageType,
  ModalBuilder,
  StringSelectMenuBuilder,
  type TextChannel,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { INTENTS, loggedIn, opened } from './opened.ts'

const ALL = [
  ...INTENTS,
  GatewayIntentBits.MessageContent,
  GatewayIntentBits.GuildMembers,
  GatewayIntentBits.DirectMessageTyping,
]

const listening = async () => {
  const discord = await opened()
  const client = await loggedIn(discord, { intents: ALL })
  const heard: string[] = []
  return { discord, client, heard, mei: discord.person('Mei'), lin: discord.staff('Lin') }
}

describe('what staff do by hand', () => {
  it('a post is renamed, tagged, locked, archived and deleted, and each is told', async () => {
    const { discord, client, heard, lin } = await listening()
    client.on(Events.ThreadCreate, (thread) => void heard.push(`new ${thread.name}`))
    client.on(Events.ThreadUpdate, (_, { name, archived, locked, appliedTags }) => {
      heard.push(`${name} ${appliedTags.length} ${locked ? 'locked' : 'open'} ${archived ? 'archived' : 'awake'}`)
    })
    client.on(Events.ThreadDelete, (thread) => void heard.push(`gone ${thread.name}`))
    const forum = (await client.channels.fetch(discord.guild.channel('tickets').id)) as ForumChannel
    await forum.threads.create({ name: '#1', message: { content: 'card' } })
    const post = discord.thread('#1')
    lin.renames(post, '#1 new')
    lin.tags(post, 'waiting')
    lin.locks(post)
    lin.archives(post)
    lin.deletesPost(post)
    await expect
      .poll(() => heard)
      .toEqual([
        'new #1',
        '#1 new 0 open awake',
        '#1 new 1 open awake',
        '#1 new 1 locked awake',
        '#1 new 1 locked archived',
        'gone #1 new',
      ])
  })

  it('a channel is deleted, many messages go at once, somebody types, joins a thread, leaves the guild', async () => {
    const { discord, client, heard, mei, lin } = await listening()
    client.on(Events.ChannelDelete, (channel) => void heard.push(`channel ${'name' in channel ? channel.name : ''}`))
    client.on(Events.MessageBulkDelete, (messages) => void heard.push(`${messages.size} messages`))
    client.on(Events.TypingStart, ({ user }) => void heard.push(`${user.id === mei.id ? 'Mei' : ''} types`))
    client.on(Events.ThreadMembersUpdate, (added, removed) => void heard.push(`+${added.size} -${removed.size}`))
    client.on(Events.GuildMemberAdd, () => void heard.push('joins'))
    client.on(Events.GuildMemberRemove, () => void heard.push('leaves'))
    lin.purges(['a', 'b', 'c'].map((text) => mei.sends('general', text)))
    mei.types('support')
    const support = (await client.channels.fetch(discord.guild.channel('support').id)) as TextChannel
    const thread = await support.threads.create({ name: 'Mei', type: ChannelType.PrivateThread, invitable: false })
    await thread.members.add(mei.id)
    mei.leavesThread(discord.thread('Mei'))
    mei.leaves()
    mei.joins()
    discord.guild.deletesChannel(discord.guild.channel('general'))
    await expect
      .poll(() => heard)
      .toEqual(['3 messages', 'Mei types', '+1 -0', '+0 -1', 'leaves', 'joins', 'channel general'])
    expect(discord.breaches).toEqual([])
  })

  it('Discord puts its own words into a thread, in the name of whoever did it and of a type of their own', async () => {
    const { discord, client, heard, mei, lin } = await listening()
    client.on(Events.MessageCreate, ({ type, content, author, system }) => {
      heard.push(`${MessageType[type]} ${content} by ${author.globalName} ${system ? 'system' : ''}`.trim())
    })
    const forum = (await client.channels.fetch(discord.guild.channel('tickets').id)) as ForumChannel
    const thread = await forum.threads.create({ name: '#1', message: { content: 'card' } })
    lin.renames(discord.thread('#1'), '#1 Mei')
    await thread.members.add(lin.id)
    discord.quirk({ notices: false })
    lin.renames(discord.thread('#1 Mei'), '#1')
    mei.sends('support', 'last')
    await expect
      .poll(() => heard)
      .toEqual(['Default card by Support', 'ChannelNameChange #1 Mei by Lin system', 'Default last by Mei'])
    const support = (await client.channels.fetch(discord.guild.channel('support').id)) as TextChannel
    discord.quirk({ notices: true })
    const own = await support.threads.create({ name: 'Mei', type: ChannelType.PrivateThread })
    await own.members.add(mei.id)
    await expect.poll(() => heard.at(-1)).toEqual('RecipientAdd  by Support system')
  })

  it('a reply, a file and a reaction of staff reach the bot as they were made', async () => {
    const { discord, client, heard, lin } = await listening()
    const forum = (await client.channels.fetch(discord.guild.channel('tickets').id)) as ForumChannel
    const { id } = await forum.threads.create({ name: '#1', message: { content: 'card' } })
    const post = discord.thread('#1')
    client.on(
      Events.MessageReactionAdd,
      (reaction) => void heard.push(`${reaction.emoji.name} on ${reaction.message.id === id}`),
    )
    client.on(Events.MessageCreate, async (message) => {
      const url = message.attachments.first()?.url
      heard.push(
        `${message.content} answers ${message.reference?.messageId === id} ${url ? await (await fetch(url)).text() : ''}`,
      )
    })
    const [card] = discord.messagesIn(post)
    if (!card) throw new Error('the card stands')
    lin.reacts(card, '✅')
    lin.writes(post, 'see this', { replyTo: card, files: [{ name: 'a.txt', bytes: Buffer.from('the file') }] })
    await expect.poll(() => heard).toEqual(['✅ on true', 'see this answers true the file'])
  })
})

describe('modals', () => {
  it('text, a choice and a file are asked for by label and come back', async () => {
    const { discord, client, mei } = await listening()
    await client.application.commands.set([{ name: 'support', description: 'help' }])
    const got: unknown[] = []
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const text = new TextInputBuilder().setCustomId('order').setStyle(TextInputStyle.Short).setMaxLength(5)
        const choice = new StringSelectMenuBuilder()
          .setCustomId('way')
          .addOptions({ label: 'Alipay', value: 'alipay' }, { label: 'WeChat', value: 'wechat' })
        const file = new FileUploadBuilder().setCustomId('shot').setMaxValues(2).setRequired(false)
        const modal = new ModalBuilder()
          .setCustomId('ask')
          .setTitle('Your payment')
          .addLabelComponents(
            new LabelBuilder().setLabel('Order').setTextInputComponent(text),
            new LabelBuilder().setLabel('Paid with').setStringSelectMenuComponent(choice),
            new LabelBuilder().setLabel('Screenshot').setFileUploadComponent(file),
          )
        await interaction.showModal(modal)
      }
      if (interaction.isModalSubmit()) {
        const { fields } = interaction
        const shot = fields.getUploadedFiles('shot')?.first()
        got.push(
          fields.getTextInputValue('order'),
          fields.getStringSelectValues('way'),
          shot?.name,
          await (await fetch(shot?.url ?? '')).text(),
        )
        await interaction.reply({ content: 'thanks', flags: MessageFlags.Ephemeral })
      }
    })
    mei.slash('/support')
    await discord.until('the modal', () => mei.modal !== undefined)
    expect(mei.modal?.fields).toEqual(['order', 'way', 'shot'])
    const filled = { order: '42', way: ['wechat'], shot: [{ name: 'shot.png', bytes: Buffer.from('pixels') }] }
    expect(() => mei.submits({ ...filled, order: '123456' })).toThrow('takes 0 to 5')
    expect(() => mei.submits({ ...filled, way: ['cash'] })).toThrow('no choice')
    mei.submits(filled)
    await discord.until('thanks', () => mei.sees('support').some(({ text }) => text === 'thanks'))
    expect(got).toEqual(['42', ['wechat'], 'shot.png', 'pixels'])
    expect(mei.modal).toBeUndefined()
    expect(discord.breaches).toEqual([])
  })
})
