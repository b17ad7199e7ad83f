// Commands and interactions as the real client meets them: names, three seconds, a quarter of an hour, eyes of one person.
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, Routes } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { codeOf, writing } from './opened.ts'

describe('commands', () => {
  it('names are lower-case words of 1 to 32, languages are known ones, and each name is there once', async () => {
    const { client, discord } = await writing()
    const set = (body: object[]) =>
      codeOf(client.rest.put(Routes.applicationCommands(client.application?.id ?? ''), { body }))
    const one = { name: 'support', description: 'help' }
    expect(await set([one, { ...one, name: '客服' }])).toBe('done')
    for (const wrong of [
      { name: 'Support' },
      { name: 'a b' },
      { name: '' },
      { description: '' },
      { description: 'x'.repeat(101) },
      { name_localizations: { zh: '客服' } },
      { name_localizations: { 'zh-CN': '客 服' } },
    ])
      expect(await set([{ ...one, ...wrong }]), JSON.stringify(wrong)).toBe(50035)
    expect(await set([one, one])).toBe(50035)
    expect(await set(Array.from({ length: 101 }, (_, n) => ({ ...one, name: `c${n}` })))).toBe(50035)
    const late = [
      { type: 3, name: 'a', description: 'a' },
      { type: 3, name: 'b', description: 'b', required: true },
    ]
    expect(await set([{ ...one, options: late }])).toBe(50035)
    const mei = discord.person('Mei')
    expect(() => mei.slash('/orders')).toThrow('not registered')
    await set([{ ...one, default_member_permissions: '32' }])
    expect(() => mei.slash('/support')).toThrow('does not see')
  })
})

describe('interactions', () => {
  const started = async () => {
    let nowMs = 1_800_000_000_000
    const { client, discord, support } = await writing({ now: () => nowMs })
    const mei = discord.person('Mei')
    await client.application?.commands.set([{ name: 'support', description: 'help' }])
    const heard = () =>
      new Promise<Parameters<Parameters<typeof client.on<'interactionCreate'>>[1]>[0]>((done) =>
        client.once('interactionCreate', done),
      )
    const asked = async () => {
      const next = heard()
      const told = mei.slash('/support')
      const interaction = await next
      if (!interaction.isChatInputCommand()) throw new Error('it is a command')
      return { interaction, told }
    }
    return { client, discord, support, mei, asked, heard, wait: (ms: number) => (nowMs += ms) }
  }

  it('after three seconds it is unknown (10062), a second answer is one too many (40060)', async () => {
    const { asked, wait } = await started()
    const late = await asked()
    wait(3_001)
    expect(await codeOf(late.interaction.reply('x'))).toBe(10062)
    expect(late.told.failed).toBe(true)
    const quick = await asked()
    await quick.interaction.reply('x')
    expect(
      await codeOf(
        quick.interaction.client.rest.post(Routes.interactionCallback(quick.interaction.id, quick.interaction.token), {
          body: { type: 5 },
          auth: false,
        }),
      ),
    ).toBe(40060)
  })

  it('the token works for a quarter of an hour (50027), and not before the first answer (10015)', async () => {
    const { asked, wait, mei } = await started()
    const { interaction } = await asked()
    expect(await codeOf(interaction.webhook.send('x'))).toBe(10015)
    await interaction.deferReply({ flags: 64 })
    wait(14 * 60_000)
    await interaction.followUp('first words')
    expect(mei.sees('support')).toMatchObject([{ text: 'first words', ephemeral: true, loading: false }])
    await interaction.followUp({ content: 'more', flags: 64 })
    wait(61_000)
    expect(await codeOf(interaction.editReply('late'))).toBe(50027)
    expect(await codeOf(interaction.followUp('late'))).toBe(50027)
    expect(mei.sees('support').map(({ text }) => text)).toEqual(['first words', 'more'])
  })

  it('what is for one person is unknown to everybody else and to the channel', async () => {
    const { asked, client, support, mei, heard } = await started()
    const { interaction } = await asked()
    const button = new ButtonBuilder().setCustomId('go').setLabel('Go').setStyle(ButtonStyle.Primary)
    const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(button)]
    await interaction.reply({ content: 'for you', components, flags: 64 })
    const id = mei.sees('support')[0]?.id ?? ''
    expect(await codeOf(client.rest.get(Routes.channelMessage(support.id, id)))).toBe(10008)
    expect(await client.rest.get(Routes.channelMessages(support.id))).toEqual([])
    const next = heard()
    mei.presses('Go')
    const press = await next
    if (!press.isButton()) throw new Error('it is a button')
    await press.update({ content: 'done', components: [] })
    expect(mei.sees('support')).toMatchObject([{ text: 'done', ephemeral: true }])
    await press.deleteReply()
    expect(mei.sees('support')).toEqual([])
  })
})
