// A message on the wire: whole, or bare where the bot may not read what others write.
import { attachmentWire } from './cdn.ts'
import type { InteractionMark, Message } from './message.ts'
import type { World } from './world.ts'

/** Without the privileged intent the bot reads its own words, direct messages, and what names it. */
const readable = ({ bot }: World, message: Message, granted: boolean): boolean =>
  granted || message.author === bot || message.channel.recipient !== undefined || message.pinged.includes(bot.id)

const emojiWire = (emoji: string): object => ({ id: null, name: emoji })

export const reactionsWire = (world: World, message: Message): readonly object[] =>
  [...message.reactions]
    .filter(([, people]) => people.size > 0)
    .map(([emoji, people]) => ({
      emoji: emojiWire(emoji),
      count: people.size,
      count_details: { burst: 0, normal: people.size },
      burst_colors: [],
      me: people.has(world.bot.id),
      me_burst: false,
    }))

/** What was passed on: its words and files as they were, without its author. */
const snapshot = (world: World, message: Message): object => ({
  type: message.type,
  content: message.content,
  embeds: message.embeds,
  components: message.components,
  attachments: message.attachments.map((file) => attachmentWire(world.cdn, file, false)),
  timestamp: message.createdAt,
  edited_timestamp: message.editedAt,
  flags: message.flags,
  mentions: [],
  mention_roles: [],
  ...stickersWire(message),
})

const stickersWire = ({ stickers }: Message): object =>
  stickers.length > 0 ? { sticker_items: stickers.map((one) => ({ ...one, format_type: 1 })) } : {}

function references(world: World, message: Message, granted: boolean): object {
  const { reference, forwarded } = message
  if (forwarded)
    return {
      message_reference: { type: 1, channel_id: forwarded.channel.id, message_id: forwarded.id },
      message_snapshots: readable(world, message, granted) ? [{ message: snapshot(world, forwarded) }] : [],
    }
  if (!reference) return {}
  const gone = !reference.message || reference.message.deleted
  return {
    message_reference: {
      type: 0,
      channel_id: reference.channelId,
      message_id: reference.messageId,
      ...(message.channel.guild ? { guild_id: message.channel.guild.id } : {}),
    },
    referenced_message: gone || !reference.message ? null : messageWire(world, reference.message, granted, false),
  }
}

const metadata = ({ id, type, by, name, messageId, opener }: InteractionMark): object => ({
  id,
  type,
  user: by.wire,
  authorizing_integration_owners: {},
  ...(name === undefined ? {} : { name }),
  ...(messageId === undefined ? {} : { interacted_message_id: messageId }),
  ...(opener === undefined ? {} : { triggering_interaction_metadata: metadata(opener) }),
})

const marks = ({ interaction }: Message, botId: string): object =>
  interaction
    ? {
        application_id: botId,
        webhook_id: botId,
        interaction_metadata: metadata(interaction),
      }
    : {}

export function messageWire(world: World, message: Message, granted: boolean, deep = true): object {
  const open = readable(world, message, granted)
  const people = message.pinged.flatMap((id) => world.users.get(id) ?? [])
  const thread = world.channels.get(message.id)
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channel.id,
    author: message.author.wire,
    content: open ? message.content : '',
    embeds: open ? message.embeds : [],
    components: open ? message.components : [],
    attachments: open
      ? message.attachments.map((file) => attachmentWire(world.cdn, file, message.onlyFor !== undefined))
      : [],
    timestamp: message.createdAt,
    edited_timestamp: message.editedAt,
    tts: false,
    mention_everyone: message.pingsEveryone,
    mentions: people.map((user) => {
      const member = message.channel.guild?.members.get(user.id)
      return member ? { ...user.wire, member: member.wire({ user: false }) } : user.wire
    }),
    mention_roles: message.pingedRoles,
    pinned: message.pinned,
    flags: message.flags,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.reactions.size > 0 ? { reactions: reactionsWire(world, message) } : {}),
    ...(open ? stickersWire(message) : {}),
    ...(deep ? references(world, message, granted) : {}),
    ...(thread?.thread ? { thread: thread.wire } : {}),
    ...marks(message, world.bot.id),
  }
}
