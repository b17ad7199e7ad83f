// The bot as an application: its flags, its commands, and where its gateway is.
import { z } from 'zod'
import { type Command, type CommandBody, checkCommands, commandShape, commandWire } from '../command.ts'
import { refuse } from '../refusal.ts'
import { route } from '../route.ts'
import type { World } from '../world.ts'

/** The limited kind: a bot in few guilds, granted in the settings of the application. */
export const applicationFlags = ({ grants }: World): number =>
  (grants.presences ? 1 << 13 : 0) | (grants.members ? 1 << 15 : 0) | (grants.messageContent ? 1 << 19 : 0)

const applicationWire = (world: World): object => ({
  id: world.bot.id,
  name: world.bot.name,
  description: '',
  icon: null,
  summary: '',
  bot: world.bot.wire,
  bot_public: false,
  bot_require_code_grant: false,
  type: null,
  flags: applicationFlags(world),
  flags_new: String(applicationFlags(world)),
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  explicit_content_filter: 0,
  eligible_oauth2_scopes: [],
  verify_key: '00'.repeat(32),
  integration_types_config: {},
  approximate_guild_count: 1,
  owner: world.owner.wire,
  team: null,
})

/** A command of the same name keeps its id. */
function register(world: World, place: string, given: readonly CommandBody[]): readonly object[] {
  checkCommands(given)
  const known = world.commands.get(place) ?? []
  const commands = given.map((one): Command => {
    const before = known.find(({ name, type }) => name === one.name && type === one.type)
    return { ...one, id: before?.id ?? world.nextId(), version: world.nextId() }
  })
  world.commands.set(place, commands)
  return commands.map((one) => commandWire(one, world.bot.id, place))
}

const mine = (world: World, application: string): void => {
  if (application !== world.bot.id) throw refuse(50001)
}

const listed = (world: World, place: string): readonly object[] =>
  (world.commands.get(place) ?? []).map((one) => commandWire(one, world.bot.id, place))

function added(world: World, place: string, one: CommandBody): object {
  const others = (world.commands.get(place) ?? []).filter(({ name, type }) => name !== one.name || type !== one.type)
  register(world, place, [...others, one])
  return listed(world, place).at(-1) ?? {}
}

function dropped(world: World, place: string, id: string): undefined {
  const known = world.commands.get(place) ?? []
  if (!known.some((one) => one.id === id)) throw refuse(10063)
  world.commands.set(
    place,
    known.filter((one) => one.id !== id),
  )
}

const languages = { with_localizations: z.string().optional() }

export const applicationRoutes = [
  route('GET /applications/@me', { run: ({ world }) => applicationWire(world) }),
  route('GET /oauth2/applications/@me', { run: ({ world }) => applicationWire(world) }),
  route('GET /applications/:application/commands', {
    query: languages,
    run: ({ world, params }) => {
      mine(world, params.application)
      return listed(world, '')
    },
  }),
  route('PUT /applications/:application/commands', {
    body: z.array(commandShape).max(110),
    run: ({ world, params, body }) => {
      mine(world, params.application)
      return register(world, '', body)
    },
  }),
  route('POST /applications/:application/commands', {
    body: commandShape,
    status: 201,
    run: ({ world, params, body }) => {
      mine(world, params.application)
      return added(world, '', body)
    },
  }),
  route('DELETE /applications/:application/commands/:command', {
    run: ({ world, params }) => {
      mine(world, params.application)
      return dropped(world, '', params.command)
    },
  }),
  route('GET /applications/:application/guilds/:guild/commands', {
    query: languages,
    run: ({ world, params }) => {
      mine(world, params.application)
      return listed(world, world.guildOf(params.guild).id)
    },
  }),
  route('PUT /applications/:application/guilds/:guild/commands', {
    body: z.array(commandShape).max(110),
    run: ({ world, params, body }) => {
      mine(world, params.application)
      return register(world, world.guildOf(params.guild).id, body)
    },
  }),
  route('POST /applications/:application/guilds/:guild/commands', {
    body: commandShape,
    status: 201,
    run: ({ world, params, body }) => {
      mine(world, params.application)
      return added(world, world.guildOf(params.guild).id, body)
    },
  }),
  route('DELETE /applications/:application/guilds/:guild/commands/:command', {
    run: ({ world, params }) => {
      mine(world, params.application)
      return dropped(world, world.guildOf(params.guild).id, params.command)
    },
  }),
  route('GET /gateway', { run: ({ world }) => ({ url: world.gatewayUrl }) }),
  route('GET /gateway/bot', {
    run: ({ world }) => ({
      url: world.gatewayUrl,
      shards: 1,
      session_start_limit: { ...world.identifyLeft(), max_concurrency: 1 },
    }),
  }),
]
