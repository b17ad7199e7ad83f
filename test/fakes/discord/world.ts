// The world behind the API: the bot, people, the guild, channels, and how an event comes to be told to the gateway.
import { Cdn } from './cdn.ts'
import { Channel, DM } from './channel.ts'
import type { Command } from './command.ts'
import { Guild, Member, User } from './guild.ts'
import type { Interaction } from './interaction.ts'
import type { Message } from './message.ts'
import { messageWire } from './message-wire.ts'
import { Nonces } from './nonces.ts'
import { may, sees } from './permissions.ts'
import { refuse } from './refusal.ts'
import { Snowflakes } from './snowflake.ts'

/** Something that happened; `d` is asked for every session, null where it does not get it. */
export type Happening = { readonly t: string; readonly intent: number; readonly d: (intents: number) => object | null }

export type Grants = { readonly messageContent: boolean; readonly members: boolean; readonly presences: boolean }

export type Quirks = {
  /** How a reply to a message that is gone is refused; Discord itself blames the form. */
  goneReference: '50035' | '10008'
  /** It is refused even where the bot says that it does not mind. */
  alwaysMindsGone: boolean
  /** Discord's own words in a thread: renamed, somebody was added. */
  notices: boolean
}

export const INTENT = {
  guilds: 1,
  members: 1 << 1,
  presences: 1 << 8,
  messages: 1 << 9,
  reactions: 1 << 10,
  typing: 1 << 11,
  dms: 1 << 12,
  dmReactions: 1 << 13,
  dmTyping: 1 << 14,
  content: 1 << 15,
} as const

type Given = { now: () => number; botId: string; grants: Grants; guildName: string; patienceMs: number }

export class World {
  readonly now: () => number
  /** For the first answer to an interaction. */
  readonly patienceMs: number
  readonly grants: Grants
  readonly users = new Map<string, User>()
  readonly channels = new Map<string, Channel>()
  readonly bot: User
  /** Owns the guild and the application. */
  readonly owner: User
  readonly guild: Guild
  readonly cdn: Cdn
  /** As registered: under `''` everywhere, under the id of a guild there. */
  readonly commands = new Map<string, readonly Command[]>()
  readonly interactions = new Map<string, Interaction>()
  readonly tokens = new Map<string, Interaction>()
  readonly quirks: Quirks = { goneReference: '50035', alwaysMindsGone: false, notices: true }
  readonly snowflakes = new Snowflakes()
  /** Who closed or opened which thread, newest first. */
  readonly audit: {
    readonly id: string
    readonly user_id: string
    readonly target_id: string
    readonly action_type: number
  }[] = []
  readonly nonces: Nonces
  gatewayUrl = ''
  /** How many sessions may still be begun today. */
  identifyLeft: () => object = () => ({ total: 1000, remaining: 1000, reset_after: 0 })
  readonly #dms = new Map<User, Channel>()
  #tell: (happening: Happening) => void = () => undefined

  constructor({ now, botId, grants, guildName, patienceMs }: Given) {
    this.now = now
    this.patienceMs = patienceMs
    this.grants = grants
    this.cdn = new Cdn(now)
    this.nonces = new Nonces(now)
    this.bot = new User(botId, 'Support', { bot: true })
    this.users.set(botId, this.bot)
    this.owner = new User(this.nextId(), 'Owner')
    this.users.set(this.owner.id, this.owner)
    this.guild = new Guild(this.nextId(), guildName, this.owner.id)
    for (const user of [this.owner, this.bot]) this.seat(user)
  }

  nextId(): string {
    return this.snowflakes.next(this.now())
  }

  get iso(): string {
    return new Date(this.now()).toISOString()
  }

  onHappening(tell: (happening: Happening) => void): void {
    this.#tell = tell
  }

  /** Makes them a member of the guild. */
  seat(user: User, nick: string | null = null): Member {
    const member = new Member(user, this.iso, nick)
    this.guild.members.set(user.id, member)
    return member
  }

  add(channel: Channel): Channel {
    this.channels.set(channel.id, channel)
    if (channel.guild) channel.guild.channels.set(channel.id, channel)
    return channel
  }

  /** The direct messages between the bot and a person; made when first asked for. */
  dmWith(user: User): Channel {
    const known = this.#dms.get(user)
    if (known) return known
    const id = this.nextId()
    const dm = this.add(new Channel({ id, type: DM, name: user.name, recipient: user, botId: this.bot.id }))
    this.#dms.set(user, dm)
    return dm
  }

  /** A channel that the bot asks for: unknown, or out of its sight. */
  channel(id: string): Channel {
    const channel = this.channels.get(id)
    if (!channel) throw refuse(10003)
    if (!sees(channel, this.bot.id)) throw refuse(50001)
    return channel
  }

  message(channel: Channel, id: string): Message {
    const message = channel.messages.get(id)
    if (!message || message.onlyFor) throw refuse(10008)
    return message
  }

  /** A guild that the bot is in. */
  guildOf(id: string): Guild {
    if (id !== this.guild.id || !this.guild.members.has(this.bot.id)) throw refuse(10004)
    return this.guild
  }

  user(id: string): User {
    const user = this.users.get(id)
    if (!user) throw refuse(10013)
    return user
  }

  botMay(channel: Channel, ...names: Parameters<typeof may> extends [Channel, string, ...infer P] ? P : never): void {
    if (!may(channel, this.bot.id, ...names)) throw refuse(50013)
  }

  tell(t: string, intent: number, d: object | ((intents: number) => object | null)): void {
    this.#tell({ t, intent, d: typeof d === 'function' ? (d as Happening['d']) : () => d })
  }

  /** Told only where the bot sees the channel. */
  tellIn(channel: Channel, t: string, intent: number, d: object | ((intents: number) => object | null)): void {
    if (sees(channel, this.bot.id)) this.tell(t, intent, d)
  }

  tellMessage(t: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: Message): void {
    const { channel } = message
    const guild = channel.guild
    if (message.onlyFor) return
    this.tellIn(channel, t, guild ? INTENT.messages : INTENT.dms, (intents: number) => ({
      ...messageWire(this, message, (intents & INTENT.content) !== 0),
      channel_type: channel.type,
      ...(guild ? { guild_id: guild.id, member: guild.members.get(message.author.id)?.wire({ user: false }) } : {}),
    }))
  }
}
