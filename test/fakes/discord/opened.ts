// A fake Discord for one test, and real clients on it; both are closed with the test.
import { Client, type ClientOptions, type DiscordAPIError, GatewayIntentBits, Partials, Routes } from 'discord.js'
import { onTestFinished } from 'vitest'
import { type Discord, type DiscordOptions, openDiscord } from './discord.ts'

export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.GuildMessageTyping,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.DirectMessageReactions,
] as const

export async function opened(options: DiscordOptions = {}): Promise<Discord> {
  const discord = await openDiscord(options)
  onTestFinished(() => discord.close())
  return discord
}

/** Not logged in yet. */
export function clientOf(discord: Discord, more: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [...INTENTS, GatewayIntentBits.MessageContent],
    partials: [Partials.Channel, Partials.Message, Partials.Reaction, Partials.User, Partials.ThreadMember],
    ...more,
    rest: { api: discord.apiRoot, retries: 0, ...more.rest },
  })
  onTestFinished(() => client.destroy())
  return client
}

/** A client that is ready. */
export async function loggedIn(discord: Discord, more: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = clientOf(discord, more)
  const ready = new Promise((done) => client.once('clientReady', done))
  await client.login(discord.token)
  await ready
  return client as Client<true>
}

/** Discord's code of what the call met, `done`, or `lost` where no answer came. */
export const codeOf = async (call: Promise<unknown>): Promise<number | string> =>
  call.then(
    () => 'done',
    (error: DiscordAPIError) => error.code ?? 'lost',
  )

/** A client that is ready, and a short way to write into a channel by REST alone. */
export async function writing(given: DiscordOptions = {}) {
  const discord = await opened(given)
  const client = await loggedIn(discord)
  const post = (channel: string, body: object, files: { name: string; data: Buffer }[] = []) =>
    client.rest.post(Routes.channelMessages(channel), { body, files }) as Promise<{ id: string; content: string }>
  return { discord, client, post, support: discord.guild.channel('support') }
}
