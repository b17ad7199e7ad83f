// Events of Discord as events of the desk: who, where, what. Pure: foreign words leave here as Raw and nothing is decided.
import { type APIMessage, type GatewayMessageReactionAddDispatchData, MessageReferenceType } from 'discord.js'
import { commands } from '../../core/conversation/vocabulary.ts'
import type { GroupIncoming } from '../../core/desk/chat/group.ts'
import type { Incoming } from '../../core/desk/chat/incoming.ts'
import type { StaffIncoming } from '../../core/desk/staff/incoming.ts'
import { Raw } from '../../core/redaction/raw.ts'
import type { Around } from './around.ts'
import { type Content, contentOf, isWithheld, wasSaid } from './content.ts'
import { DISCORD, homeName, messageName } from './name.ts'
import type { Packet, Told } from './packet.ts'
import { staffDeletion, staffMessage, staffReaction } from './staff-inbound.ts'

export type Heard =
  | { readonly kind: 'user'; readonly incoming: Incoming }
  | { readonly kind: 'staff'; readonly incoming: StaffIncoming }
  | { readonly kind: 'group'; readonly incoming: GroupIncoming }
  /** They wrote in their thread, and we may not read what. */
  | { readonly kind: 'withheld'; readonly user: string; readonly channel: string; readonly eventId: string }

export const eventOf = {
  message: (id: string, part = 0): string => (part === 0 ? `m:${id}` : `m:${id}:${part}`),
  edit: (id: string, at: string): string => `e:${id}:${at}`,
  deletion: (id: string): string => `d:${id}`,
} as const

/** The number of a message that another one answers; forwarding is no answering. */
export const answeredBy = ({ message_reference: reference }: APIMessage): string | undefined =>
  reference?.type === MessageReferenceType.Forward ? undefined : reference?.message_id

/** How a message of a user's own place is called. */
const ownName = (guild: string | undefined, message: string): string =>
  homeName(guild === undefined ? 'direct' : 'thread', message)

/** The bot is named to be heard, and that is none of the words. */
export const withoutName = (around: Around, text: string): string =>
  text.replace(new RegExp(`^\\s*<@!?${around.botId()}>\\s*`), '')

type Who = Pick<Incoming, 'platform' | 'user' | 'address' | 'hint'>

/** Everybody is answered under one address: where that leads is known when the answer leaves. */
export function who(around: Around, user: string): Who {
  const hint = around.langOf(user)
  return { platform: DISCORD, user, address: user, ...(hint === undefined ? {} : { hint }) }
}

function saidAs(around: Around, content: Content, album: string | null): Incoming['message'] {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', raw: new Raw(withoutName(around, content.text)) }
    case 'picture':
      return { kind: 'media', file: content.file, caption: new Raw(withoutName(around, content.caption)), album }
    case 'copy':
    case 'unreadable':
      return { kind: 'unreadable', what: content.what, caption: new Raw(withoutName(around, content.caption)) }
    default:
      return content satisfies never
  }
}

function ownMessage(around: Around, message: Told, user: string): readonly Heard[] {
  const { id, channel_id: channel, author } = message
  // Colleagues may look into a private thread; what they say there is not the user's.
  if (author.id !== user || !wasSaid(message)) return []
  const isGuild = message.guild_id !== undefined
  if (isGuild && isWithheld(message)) return [{ kind: 'withheld', user, channel, eventId: eventOf.message(id) }]
  const parts = contentOf(message)
  const answers = answeredBy(message)
  const pictures = parts.filter(({ kind }) => kind === 'picture').length
  const shown: readonly Content[] =
    parts.length > 0 ? parts : [{ kind: 'unreadable', what: 'other', caption: '' } as const]
  return shown.map((content, part) => ({
    kind: 'user',
    incoming: {
      ...who(around, user),
      eventId: eventOf.message(id, part),
      ...(part === 0 ? { messageId: ownName(message.guild_id, id) } : {}),
      ...(answers === undefined ? {} : { answers: ownName(message.guild_id, answers) }),
      message: saidAs(around, content, pictures > 1 ? id : null),
    },
  }))
}

const COMMAND = /^\/([a-z]+)(?=\s|$)/i

function addressed(around: Around, message: Told, words: string): boolean {
  if (message.mentions.some(({ id }) => id === around.botId())) return true
  if (message.referenced_message?.author.id === around.botId()) return true
  const command = COMMAND.exec(words)?.[1]?.toLowerCase()
  return (commands as readonly string[]).includes(command ?? '')
}

/** A channel that others read too. */
function groupMessage(around: Around, message: Told): readonly Heard[] {
  if (message.author.id === around.botId() || !wasSaid(message)) return []
  const parts = contentOf(message)
  const words = parts.map((part) => (part.kind === 'text' ? part.text : part.caption)).join('\n')
  const isAddressed = addressed(around, message, words)
  const pictures = parts.flatMap((part) => (part.kind === 'picture' ? [part.file] : []))
  if (words === '' && pictures.length === 0 && !isAddressed) return []
  const files = pictures.length > 0 ? pictures : [null]
  return files.map((picture, part) => ({
    kind: 'group',
    incoming: {
      platform: DISCORD,
      eventId: eventOf.message(message.id, part),
      chat: message.channel_id,
      user: message.author.id,
      messageId: message.id,
      lang: around.langOf(message.author.id) ?? 'zh',
      addressed: isAddressed && part === 0,
      words: new Raw(part === 0 ? words : ''),
      picture,
    },
  }))
}

function onMessage(around: Around, message: Told): readonly Heard[] {
  const { channel_id: channel, author } = message
  if (author.bot || author.id === around.botId() || message.webhook_id !== undefined) return []
  if (around.isPost(channel)) return staffMessage(around, message)
  const user = around.userOf(channel) ?? (message.guild_id === undefined ? author.id : undefined)
  return user === undefined ? groupMessage(around, message) : ownMessage(around, message, user)
}

function onEdit(around: Around, message: Told): readonly Heard[] {
  const { id, channel_id: channel, author, edited_timestamp: at, content } = message
  // Discord tells a message anew when it has looked at a link in it: nobody edited it.
  if (!author || author.bot || at == null || !wasSaid(message)) return []
  const eventId = eventOf.edit(id, at)
  if (around.isPost(channel)) return staffMessage(around, message, { eventId, of: messageName(channel, id) })
  const of = ownName(message.guild_id, id)
  const user = around.userOf(channel) ?? (message.guild_id === undefined ? author.id : undefined)
  if (user === undefined) return groupMessage(around, message).map((heard) => renamed(heard, eventId))
  if (author.id !== user || (message.guild_id !== undefined && isWithheld(message))) return []
  const edit = { kind: 'edit', of, raw: new Raw(withoutName(around, content)) } as const
  return [{ kind: 'user', incoming: { ...who(around, user), eventId, messageId: of, message: edit } }]
}

/** A secret that was put into an old message stands there like in a new one. */
const renamed = (heard: Heard, eventId: string): Heard =>
  heard.kind === 'group' ? { kind: 'group', incoming: { ...heard.incoming, eventId, addressed: false } } : heard

function onDeletion(around: Around, channel: string, id: string, guild: string | undefined): readonly Heard[] {
  const eventId = eventOf.deletion(id)
  if (around.isPost(channel)) return staffDeletion(around, eventId, channel, messageName(channel, id))
  const user = around.userOf(channel)
  if (user === undefined) return []
  const of = ownName(guild, id)
  return [{ kind: 'user', incoming: { ...who(around, user), eventId, message: { kind: 'deleted', of } } }]
}

type Reaction = Pick<
  GatewayMessageReactionAddDispatchData,
  'channel_id' | 'message_id' | 'user_id' | 'emoji' | 'guild_id'
> & {
  readonly member?: { readonly roles: readonly string[] } | undefined
}

/** `mark` null: it was taken back. An emoji of a guild's own cannot be repeated elsewhere. */
function onReaction(around: Around, reaction: Reaction, eventId: string, isAdded: boolean): readonly Heard[] {
  const { channel_id: channel, message_id: message, user_id: user, emoji } = reaction
  if (user === around.botId() || (emoji.id !== null && emoji.id !== undefined) || emoji.name === null) return []
  const mark = isAdded ? emoji.name : null
  if (around.isPost(channel)) {
    const reacted = { channel, user, of: messageName(channel, message), mark }
    return staffReaction(around, eventId, reacted, reaction.member?.roles)
  }
  if (around.userOf(channel) !== user) return []
  const of = ownName(reaction.guild_id, message)
  return [{ kind: 'user', incoming: { ...who(around, user), eventId, message: { kind: 'reaction', of, mark } } }]
}

/** `eventId`: for what Discord itself gives no number. */
export function hear(around: Around, packet: Packet, eventId: string): readonly Heard[] {
  switch (packet.t) {
    case 'MESSAGE_CREATE':
      return onMessage(around, packet.d)
    case 'MESSAGE_UPDATE':
      return onEdit(around, packet.d)
    case 'MESSAGE_DELETE':
      return onDeletion(around, packet.d.channel_id, packet.d.id, packet.d.guild_id)
    case 'MESSAGE_DELETE_BULK':
      return packet.d.ids.flatMap((id) => onDeletion(around, packet.d.channel_id, id, packet.d.guild_id))
    case 'MESSAGE_REACTION_ADD':
      return onReaction(around, packet.d, eventId, true)
    case 'MESSAGE_REACTION_REMOVE':
      return onReaction(around, packet.d, eventId, false)
    default:
      return []
  }
}
