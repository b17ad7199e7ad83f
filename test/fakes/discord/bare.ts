// The unmodified client that does nothing but acknowledge: what a bench is measured beside.
import { Client, GatewayIntentBits, MessageFlags } from 'discord.js'
import type { Discord } from './discord.ts'

export async function bareClient(discord: Discord, commands: readonly string[]): Promise<Client> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiRoot } })
  const ready = new Promise((done) => client.once('clientReady', done))
  client.on('interactionCreate', (interaction) => {
    if (interaction.isChatInputCommand())
      interaction.deferReply({ flags: MessageFlags.Ephemeral }).catch(() => undefined)
  })
  await client.login(discord.token)
  await ready
  await client.application?.commands.set(commands.map((name) => ({ name: name.slice(1), description: name })))
  return client
}
