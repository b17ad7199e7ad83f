// The guild as a test sets it up: its channels and roles, what the bot may do where, and what is taken away.
import { CATEGORY, Channel, FORUM, TEXT } from './channel.ts'
import { roleWire } from './guild.ts'
import { BOT_USUAL, bits, EVERYTHING, type Permission, USUAL } from './permissions.ts'
import { deleteChannel } from './thread.ts'
import { INTENT, type World } from './world.ts'

export type Rule = { readonly allow?: readonly Permission[]; readonly deny?: readonly Permission[] }
/** By the id of a role or a person. */
export type Rules = { readonly [id: string]: Rule }

export type GuildOptions = { readonly name?: string; readonly botMay?: readonly Permission[] }

export class Place {
  readonly #world: World
  readonly everyone: string
  readonly botRole: string
  readonly staffRole: string

  constructor(world: World, { botMay = BOT_USUAL }: GuildOptions) {
    this.#world = world
    this.everyone = world.guild.id
    this.#addRole(this.everyone, '@everyone', bits(USUAL))
    this.botRole = this.role('Support', botMay)
    this.staffRole = this.role('Staff', ['ManageThreads', 'ManageMessages', 'PinMessages'])
    world.guild.members.get(world.bot.id)?.roles.add(this.botRole)
    const category = this.#make(CATEGORY, 'desk', {})
    this.text('general')
    this.text('support')
    const forStaff = {
      [this.everyone]: { deny: ['ViewChannel'] },
      [this.staffRole]: { allow: ['ViewChannel'] },
      [this.botRole]: { allow: ['ViewChannel'] },
    } as const
    this.forum('tickets', { tags: ['queue', 'human', 'waiting', 'closed'], overwrites: forStaff, under: category })
  }

  get id(): string {
    return this.#world.guild.id
  }

  get activeThreadCap(): number {
    return this.#world.guild.activeThreadCap
  }

  set activeThreadCap(cap: number) {
    this.#world.guild.activeThreadCap = cap
  }

  #addRole(id: string, name: string, permissions: bigint): void {
    const { guild } = this.#world
    guild.roles.set(id, { id, name, permissions, position: guild.roles.size })
  }

  /** Gives its id. */
  role(name: string, permissions: readonly Permission[]): string {
    const id = this.#world.nextId()
    this.#addRole(id, name, bits(permissions))
    const role = this.#world.guild.roles.get(id)
    this.#world.tell('GUILD_ROLE_CREATE', INTENT.guilds, { guild_id: this.id, role: role && roleWire(role) })
    return id
  }

  /** What the bot's role grants; `Administrator` is everything. */
  botMay(permissions: readonly Permission[]): void {
    this.roleMay(this.botRole, permissions)
  }

  roleMay(id: string, permissions: readonly Permission[]): void {
    const role = this.#world.guild.roles.get(id)
    if (!role) throw new Error(`no role ${id}`)
    role.permissions = permissions.includes('Administrator') ? EVERYTHING : bits(permissions)
    this.#world.tell('GUILD_ROLE_UPDATE', INTENT.guilds, { guild_id: this.id, role: roleWire(role) })
  }

  #make(type: number, name: string, overwrites: Rules, parent?: Channel): Channel {
    const { guild, bot } = this.#world
    const given = { id: this.#world.nextId(), type, name, guild, botId: bot.id }
    const channel = new Channel(parent ? { ...given, parent } : given)
    for (const [id, rule] of Object.entries(overwrites)) this.#rule(channel, id, rule)
    channel.position = guild.channels.size
    return this.#world.add(channel)
  }

  #rule(channel: Channel, id: string, { allow = [], deny = [] }: Rule): void {
    const type = this.#world.guild.roles.has(id) ? 0 : 1
    channel.overwrites.set(id, { id, type, allow: bits(allow), deny: bits(deny) })
  }

  text(name: string, { overwrites = {} }: { overwrites?: Rules } = {}): Channel {
    const channel = this.#make(TEXT, name, overwrites)
    this.#world.tellIn(channel, 'CHANNEL_CREATE', INTENT.guilds, channel.wire)
    return channel
  }

  forum(
    name: string,
    {
      tags = [],
      requiresTag = false,
      overwrites = {},
      under,
    }: { tags?: readonly string[]; requiresTag?: boolean; overwrites?: Rules; under?: Channel } = {},
  ): Channel {
    if (tags.length > 20) throw new Error('a forum has at most 20 tags')
    const channel = this.#make(FORUM, name, overwrites, under)
    channel.tags = tags.map((tag) => ({ id: this.#world.nextId(), name: tag, moderated: false }))
    channel.requiresTag = requiresTag
    this.#world.tellIn(channel, 'CHANNEL_CREATE', INTENT.guilds, channel.wire)
    return channel
  }

  /** Replaces the rule of that role or person in the channel. */
  overwrite(channel: Channel, id: string, rule: Rule): void {
    this.#rule(channel, id, rule)
    this.#world.tellIn(channel, 'CHANNEL_UPDATE', INTENT.guilds, channel.wire)
  }

  /** By name or id. */
  channel(named: string): Channel {
    const channels = [...this.#world.guild.channels.values()]
    const found = channels.find(({ id, name }) => id === named || name === named)
    if (!found) throw new Error(`no channel "${named}"`)
    return found
  }

  get threads(): readonly Channel[] {
    return this.#world.guild.threads
  }

  deletesChannel(channel: Channel): void {
    deleteChannel(this.#world, channel)
  }

  removesBot(): void {
    this.#world.guild.members.delete(this.#world.bot.id)
    this.#world.tell('GUILD_DELETE', INTENT.guilds, { id: this.id })
  }
}
