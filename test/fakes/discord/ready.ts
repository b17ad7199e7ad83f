// What a session is told first: who the bot is, and the guild as the bot sees it.
import { sees } from './permissions.ts'
import { applicationFlags } from './routes/application.ts'
import { seenChannels } from './routes/guilds.ts'
import type { World } from './world.ts'

export const ready = (world: World, session: string): object => ({
  v: 10,
  user: { ...world.bot.wire, verified: true, mfa_enabled: false, email: null },
  guilds: world.guild.members.has(world.bot.id) ? [{ id: world.guild.id, unavailable: true }] : [],
  session_id: session,
  session_type: 'normal',
  resume_gateway_url: world.gatewayUrl,
  shard: [0, 1],
  application: { id: world.bot.id, flags: applicationFlags(world) },
  private_channels: [],
  presences: [],
  relationships: [],
  user_settings: {},
})

/** Undefined where the bot is in no guild. */
export function welcome(world: World): object | undefined {
  const { guild, bot } = world
  const own = guild.members.get(bot.id)
  if (!own) return undefined
  const threads = guild.activeThreads.filter((thread) => sees(thread, bot.id))
  return {
    ...guild.wire,
    joined_at: own.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [own.wire()],
    channels: seenChannels(world),
    threads: threads.map((thread) => {
      const member = thread.threadMember(bot.id)
      return { ...thread.wire, ...(member ? { member } : {}) }
    }),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}
