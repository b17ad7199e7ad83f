// The guild, its roles, channels and members; people, and the direct messages with them.
import { z } from 'zod'
import { roleWire } from '../guild.ts'
import { bits, guildRights, sees } from '../permissions.ts'
import { refuse } from '../refusal.ts'
import { route } from '../route.ts'
import { snowflake } from '../shape.ts'
import type { World } from '../world.ts'

const memberWire = (world: World, guildId: string, userId: string): object => {
  const member = world.guildOf(guildId).members.get(userId)
  if (member) return member.wire()
  throw refuse(world.users.has(userId) ? 10007 : 10013)
}

export const guildRoutes = [
  route('GET /guilds/:guild', {
    query: { with_counts: z.string().optional() },
    run: ({ world, params }) => world.guildOf(params.guild).wire,
  }),
  route('GET /guilds/:guild/roles', {
    run: ({ world, params }) => [...world.guildOf(params.guild).roles.values()].map(roleWire),
  }),
  route('GET /guilds/:guild/channels', {
    run: ({ world, params }) =>
      [...world.guildOf(params.guild).channels.values()].filter(({ thread }) => !thread).map(({ wire }) => wire),
  }),
  route('GET /guilds/:guild/members', {
    query: { limit: z.coerce.number().int().min(1).max(1000).optional(), after: snowflake.optional() },
    run: ({ world, params, query }) => {
      const guild = world.guildOf(params.guild)
      if (!world.grants.members) throw refuse(50001)
      return [...guild.members.values()].slice(0, query.limit ?? 1).map((member) => member.wire())
    },
  }),
  route('GET /guilds/:guild/audit-logs', {
    query: { action_type: z.coerce.number().optional(), limit: z.coerce.number().int().min(1).max(100).optional() },
    run: ({ world, params, query }) => {
      const guild = world.guildOf(params.guild)
      const own = guild.members.get(world.bot.id)
      if (!own || (guildRights(guild, own) & bits(['ViewAuditLog'])) === 0n) throw refuse(50013)
      const fits = world.audit.filter(({ action_type: type }) => (query.action_type ?? type) === type)
      return { audit_log_entries: fits.slice(0, query.limit ?? 50), users: [] }
    },
  }),
  route('GET /guilds/:guild/members/@me', {
    run: ({ world, params }) => memberWire(world, params.guild, world.bot.id),
  }),
  route('GET /guilds/:guild/members/:user', {
    run: ({ world, params }) => memberWire(world, params.guild, params.user),
  }),
  route('GET /users/@me', {
    run: ({ world }) => ({ ...world.bot.wire, locale: 'en-US', verified: true, mfa_enabled: false, email: null }),
  }),
  route('GET /users/@me/guilds', {
    query: { limit: z.coerce.number().optional(), with_counts: z.string().optional() },
    run: ({ world }) =>
      world.guild.members.has(world.bot.id)
        ? [{ id: world.guild.id, name: world.guild.name, owner: false, permissions: '0', icon: null, features: [] }]
        : [],
  }),
  route('GET /users/:user', { run: ({ world, params }) => world.user(params.user).wire }),
  route('POST /users/@me/channels', {
    body: z.strictObject({ recipient_id: snowflake }),
    run: ({ world, body }) => {
      const user = world.user(body.recipient_id)
      if (user.bot) throw refuse(50007)
      return world.dmWith(user).wire
    },
  }),
  route('POST /attachments/refresh-urls', {
    body: z.strictObject({ attachment_urls: z.array(z.string()).min(1).max(50) }),
    run: ({ world, body }) => ({
      refreshed_urls: body.attachment_urls.map((original) => ({
        original,
        refreshed: world.cdn.refreshed(original) ?? original,
      })),
    }),
  }),
]

export const seenChannels = (world: World): readonly object[] =>
  [...world.guild.channels.values()]
    .filter((channel) => !channel.thread && sees(channel, world.bot.id))
    .map(({ wire }) => wire)
