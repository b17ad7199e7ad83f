// Permissions bit by bit: their numbers, and what somebody may do in a channel by roles and overwrites.
import type { Channel } from './channel.ts'
import type { Guild, Member } from './guild.ts'

/** The names of the client's flags and their bits. */
const BIT = {
  KickMembers: 1,
  BanMembers: 2,
  Administrator: 3,
  ManageChannels: 4,
  ManageGuild: 5,
  AddReactions: 6,
  ViewAuditLog: 7,
  ViewChannel: 10,
  SendMessages: 11,
  SendTTSMessages: 12,
  ManageMessages: 13,
  EmbedLinks: 14,
  AttachFiles: 15,
  ReadMessageHistory: 16,
  MentionEveryone: 17,
  UseExternalEmojis: 18,
  ManageNicknames: 27,
  ManageRoles: 28,
  ManageWebhooks: 29,
  UseApplicationCommands: 31,
  ManageThreads: 34,
  CreatePublicThreads: 35,
  CreatePrivateThreads: 36,
  UseExternalStickers: 37,
  SendMessagesInThreads: 38,
  ModerateMembers: 40,
  SendVoiceMessages: 46,
  PinMessages: 51,
  BypassSlowmode: 52,
} as const

export type Permission = keyof typeof BIT
export const PERMISSIONS = Object.keys(BIT) as readonly Permission[]

export const bits = (names: readonly Permission[]): bigint =>
  names.reduce((sum, name) => sum | (1n << BigInt(BIT[name])), 0n)

export const EVERYTHING = bits(PERMISSIONS)

/** What @everyone may do in a new guild, as far as it matters here. */
export const USUAL: readonly Permission[] = [
  'AddReactions',
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'MentionEveryone',
  'UseApplicationCommands',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'SendMessagesInThreads',
]

/** What a support bot asks for; no more. */
export const BOT_USUAL: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'ManageThreads',
  'ManageMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'AddReactions',
  'PinMessages',
]

export type Overwrite = { readonly id: string; readonly type: 0 | 1; allow: bigint; deny: bigint }

const DM_RIGHTS = bits([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'AddReactions',
  'PinMessages',
])

export function guildRights(guild: Guild, member: Member): bigint {
  if (guild.ownerId === member.user.id) return EVERYTHING
  const roles = [guild.id, ...member.roles].flatMap((id) => guild.roles.get(id) ?? [])
  const sum = roles.reduce((all, { permissions }) => all | permissions, 0n)
  return sum & bits(['Administrator']) ? EVERYTHING : sum
}

const applied = (rights: bigint, overwrites: readonly Overwrite[]): bigint => {
  const deny = overwrites.reduce((all, each) => all | each.deny, 0n)
  const allow = overwrites.reduce((all, each) => all | each.allow, 0n)
  return (rights & ~deny) | allow
}

/** A thread has the overwrites of its parent. Who may not see a channel may nothing there. */
export function rightsIn(channel: Channel, userId: string): bigint {
  const { guild } = channel
  if (!guild) return channel.recipient?.id === userId || channel.botId === userId ? DM_RIGHTS : 0n
  const member = guild.members.get(userId)
  if (!member) return 0n
  const base = guildRights(guild, member)
  if (base === EVERYTHING) return base
  const overwrites = [...(channel.parent ?? channel).overwrites.values()]
  const everyone = applied(
    base,
    overwrites.filter(({ id }) => id === guild.id),
  )
  const byRoles = applied(
    everyone,
    overwrites.filter(({ id, type }) => type === 0 && id !== guild.id && member.roles.has(id)),
  )
  const own = applied(
    byRoles,
    overwrites.filter(({ id, type }) => type === 1 && id === userId),
  )
  return own & bits(['ViewChannel']) ? own : 0n
}

export const may = (channel: Channel, userId: string, ...names: readonly Permission[]): boolean => {
  const wanted = bits(names)
  return (rightsIn(channel, userId) & wanted) === wanted
}

/** Whether the channel is there at all for them: a private thread is for its people and for those who manage threads. */
export const sees = (channel: Channel, userId: string): boolean =>
  may(channel, userId, 'ViewChannel') &&
  (channel.type !== 12 || channel.thread?.members.has(userId) === true || may(channel, userId, 'ManageThreads'))
