// What Discord can tell about this installation: token, intents, guild, forum, role, each right of the bot, the commands.
import {
  type APIApplication,
  type APIApplicationCommand,
  type APIChannel,
  type APIGuildForumChannel,
  type APIGuildMember,
  type APIRole,
  ChannelType,
  Routes,
} from 'discord.js'
import { SECOND } from '../../core/kit/clock.ts'
import { within } from '../../core/kit/deadline.ts'
import type { Config } from '../config.ts'
import { type Check, fail, good, warn } from '../doctor/check.ts'
import { type Client, type DiscordSettings, makeClient } from './api.ts'
import { guildCommands, userCommands } from './commands.ts'
import { isCrowded, MOST_OPEN, openThreads } from './crowd.ts'
import { codeOf, isRefusedToken } from './failure.ts'
import { readsGuildOf } from './gateway.ts'
import { channelBits, FORUM_RIGHTS, GUILD_RIGHTS, guildBits, missingOf, type Right } from './permissions.ts'

const ALL_MS = 20 * SECOND
const PORTAL = 'the developer portal'

function ofIntents({ flags }: Pick<APIApplication, 'flags'>): Check {
  const name = 'discord intents'
  return readsGuildOf(flags ?? 0)
    ? good(name, 'message content is granted: free text is read everywhere')
    : warn(
        name,
        'message content is not granted: in threads and channels only commands, buttons and forms are heard',
        `in ${PORTAL}: Bot, Privileged Gateway Intents, Message Content Intent; or leave it, everything works by forms`,
      )
}

function ofRights(name: string, bits: bigint, rights: readonly Right[], where: string): readonly Check[] {
  const missing = missingOf(bits, rights)
  if (missing.length === 0) return [good(name, rights.map(({ flag }) => flag).join(', '))]
  return missing.map(({ flag, for: what, needed }) => {
    const fix = `give the bot's role ${flag} ${where} (for ${what})`
    return needed ? fail(name, `${flag} is missing`, fix) : warn(name, `${flag} is missing`, fix)
  })
}

async function ofThreads(client: Client, guildId: string): Promise<Check> {
  const name = 'discord open threads'
  const open = await openThreads(client, guildId)
  const seen = `${open} of ${MOST_OPEN}`
  return isCrowded(open)
    ? warn(
        name,
        seen,
        'close finished tickets and archive threads nobody needs: a full server puts waiting posts to sleep',
      )
    : good(name, seen)
}

async function ofCommands({ rest }: Client, application: string, guildId: string): Promise<Check> {
  const name = 'discord commands'
  const [everywhere, here] = (await Promise.all([
    rest.get(Routes.applicationCommands(application)),
    rest.get(Routes.applicationGuildCommands(application, guildId)),
  ])) as [APIApplicationCommand[], APIApplicationCommand[]]
  const missing = [
    ...userCommands().filter((one) => !everywhere.some((known) => known.name === one.name)),
    ...guildCommands().filter((one) => !here.some((known) => known.name === one.name)),
  ]
  if (missing.length === 0) return good(name, `${everywhere.length} for users, ${here.length} for staff`)
  const names = missing.map((one) => `/${one.name}`).join(' ')
  return warn(name, `not registered yet: ${names}`, 'the bot registers them when it starts: npm run bot')
}

async function ofForum(
  client: Client,
  settings: DiscordSettings,
  who: { readonly bits: bigint; readonly user: string; readonly roles: readonly string[] },
): Promise<readonly Check[]> {
  const name = 'discord staff forum'
  const fix = 'create a forum channel that only staff and the bot see, and set DISCORD_STAFF_CHANNEL_ID to its id'
  const channel = await client.rest.get(Routes.channel(settings.staffChannelId)).catch((error: unknown) => error)
  if (channel instanceof Error) {
    if (codeOf(channel) === undefined) throw channel
    return [fail(name, 'cannot be seen by the bot', fix)]
  }
  const { type } = channel as APIChannel
  if (type !== ChannelType.GuildForum) return [fail(name, 'is no forum channel', fix)]
  const forum = channel as APIGuildForumChannel
  if (forum.guild_id !== settings.guildId) return [fail(name, 'is in another server', fix)]
  const bits = channelBits(who.bits, forum.permission_overwrites ?? [], { ...who, guildId: settings.guildId })
  return [good(name, 'is a forum'), ...ofRights(`${name} rights`, bits, FORUM_RIGHTS, 'in that forum')]
}

async function look(settings: DiscordSettings): Promise<readonly Check[]> {
  const client = makeClient(settings)
  const { rest } = client
  const { guildId, staffRoleId } = settings
  const me = (await rest.get(Routes.user())) as { id: string }
  const application = (await rest.get(Routes.currentApplication())) as APIApplication
  const found: Check[] = [good('discord token', 'is known'), ofIntents(application)]
  const guild = await rest.get(Routes.guild(guildId)).catch((error: unknown) => error)
  if (guild instanceof Error) {
    if (codeOf(guild) === undefined) throw guild
    const fix = 'invite the bot to the server with the scopes bot and applications.commands, and set DISCORD_GUILD_ID'
    return [...found, fail('discord guild', 'the bot is not in it', fix)]
  }
  const roles = (await rest.get(Routes.guildRoles(guildId))) as APIRole[]
  const member = (await rest.get(Routes.guildMember(guildId, me.id))) as APIGuildMember
  found.push(
    good('discord guild', 'the bot is in it'),
    roles.some(({ id }) => id === staffRoleId)
      ? good('discord staff role', 'is there')
      : fail('discord staff role', 'no such role', 'set DISCORD_STAFF_ROLE_ID to the id of the role of your staff'),
  )
  const own = guildBits(roles, member, guildId)
  found.push(...ofRights('discord rights', own, GUILD_RIGHTS, 'in the server'))
  found.push(...(await ofForum(client, settings, { bits: own, user: me.id, roles: member.roles })))
  found.push(await ofThreads(client, guildId))
  found.push(await ofCommands(client, application.id, guildId))
  return found
}

/** Nothing where Discord is off. */
export async function discordChecks({ discord }: Pick<Config, 'discord'>): Promise<readonly Check[]> {
  if (!discord) return []
  const unreachable = [
    fail('discord', 'cannot be reached', 'see that this machine reaches DISCORD_API_ROOT, and try again'),
  ]
  return within<readonly Check[]>(ALL_MS, unreachable, async () => {
    try {
      return await look(discord)
    } catch (error) {
      if (!isRefusedToken(error)) return unreachable
      return [
        fail('discord token', 'Discord does not know it', `reset it in ${PORTAL} (Bot), and set DISCORD_BOT_TOKEN`),
      ]
    }
  })
}
