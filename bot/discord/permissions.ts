// What the bot may do in a channel: computed from roles and overwrites as Discord computes it, and what each right is for. Pure.
import { type APIGuildMember, type APIOverwrite, type APIRole, OverwriteType, PermissionFlagsBits } from 'discord.js'

type Flag = keyof typeof PermissionFlagsBits
export type Right = { readonly flag: Flag; readonly for: string; readonly needed: boolean }

const right = (flag: Flag, what: string, needed = true): Right => ({ flag, for: what, needed })

/** In the staff's forum. */
export const FORUM_RIGHTS: readonly Right[] = [
  right('ViewChannel', 'seeing the tickets'),
  right('SendMessages', 'a post a ticket'),
  right('SendMessagesInThreads', 'what is said in a ticket'),
  right('ReadMessageHistory', 'what staff wrote while the bot was away'),
  right('ManageThreads', 'closing, locking and tagging posts'),
  right('EmbedLinks', 'long texts full of signs'),
  right('AttachFiles', 'redacted pictures'),
  right('AddReactions', 'the tick under a reply that arrived'),
  right('ManageChannels', 'making the tags of the forum', false),
]

/** Of the guild as a whole. */
export const GUILD_RIGHTS: readonly Right[] = [
  right('ManageMessages', 'taking pasted secrets down in public channels', false),
  right('ViewAuditLog', 'knowing who closed a post by hand', false),
]

const ALL = (1n << 64n) - 1n

/** Bits that somebody has in the guild. */
export function guildBits(roles: readonly APIRole[], member: Pick<APIGuildMember, 'roles'>, guildId: string): bigint {
  const own = roles.filter(({ id }) => id === guildId || member.roles.includes(id))
  const bits = own.reduce((sum, { permissions }) => sum | BigInt(permissions), 0n)
  return (bits & PermissionFlagsBits.Administrator) === 0n ? bits : ALL
}

/** Everybody's overwrite first, then those of roles together, then one's own. */
export function channelBits(
  guild: bigint,
  overwrites: readonly APIOverwrite[],
  who: { readonly user: string; readonly roles: readonly string[]; readonly guildId: string },
): bigint {
  if (guild === ALL) return ALL
  const apply = (bits: bigint, found: readonly APIOverwrite[]): bigint => {
    const deny = found.reduce((sum, one) => sum | BigInt(one.deny), 0n)
    const allow = found.reduce((sum, one) => sum | BigInt(one.allow), 0n)
    return (bits & ~deny) | allow
  }
  const ofRoles = overwrites.filter(({ type, id }) => type === OverwriteType.Role && who.roles.includes(id))
  const steps = [
    overwrites.filter(({ id }) => id === who.guildId),
    ofRoles,
    overwrites.filter(({ type, id }) => type === OverwriteType.Member && id === who.user),
  ]
  return steps.reduce(apply, guild)
}

export const missingOf = (bits: bigint, rights: readonly Right[]): readonly Right[] =>
  rights.filter(({ flag }) => (bits & PermissionFlagsBits[flag]) === 0n)
