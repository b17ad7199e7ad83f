// How a message comes to stand in a channel, is changed and goes, whoever did it; and what the gateway is told of it.
import type { Channel } from './channel.ts'
import type { User } from './guild.ts'
import {
  type AllowedMentions,
  type Attachment,
  type Component,
  type InteractionMark,
  Message,
  type Sticker,
} from './message.ts'
import { refuse } from './refusal.ts'
import { reachThread } from './thread.ts'
import { INTENT, type World } from './world.ts'

export type Draft = {
  readonly content?: string | undefined
  readonly embeds?: readonly object[] | undefined
  readonly components?: readonly Component[] | undefined
  readonly files?: readonly Attachment[] | undefined
  readonly flags?: number | undefined
  readonly nonce?: string | number | undefined
  readonly mentions?: AllowedMentions | undefined
  readonly answers?: Message['reference']
  readonly forwarded?: Message | undefined
  readonly stickers?: readonly Sticker[] | undefined
  readonly onlyFor?: User | undefined
  readonly interaction?: InteractionMark | undefined
  readonly type?: number | undefined
  /** The first message of a post has its id. */
  readonly id?: string | undefined
}

export function post(world: World, channel: Channel, author: User, draft: Draft): Message {
  const message = new Message(draft.id ?? world.nextId(), channel, author, world.iso)
  message.content = draft.content ?? ''
  message.embeds = draft.embeds ?? []
  message.components = draft.components ?? []
  message.attachments = draft.files ?? []
  message.flags = draft.flags ?? 0
  message.nonce = draft.nonce
  message.mentions = draft.mentions
  message.reference = draft.answers
  message.forwarded = draft.forwarded
  message.stickers = draft.stickers ?? []
  message.onlyFor = draft.onlyFor
  message.interaction = draft.interaction
  message.type = draft.type ?? (draft.answers ? 19 : 0)
  // First, for it may be refused: too many threads are awake.
  if (channel.thread && !message.onlyFor) reachThread(world, channel, author, message)
  for (const file of message.attachments) world.cdn.keep(channel.id, file)
  channel.messages.set(message.id, message)
  if (message.onlyFor) return message
  channel.lastMessageId = message.id
  world.tellMessage('MESSAGE_CREATE', message)
  return message
}

export type Change = {
  readonly content?: string | null | undefined
  readonly embeds?: readonly object[] | null | undefined
  readonly components?: readonly Component[] | null | undefined
  readonly files?: readonly Attachment[] | undefined
  readonly flags?: number | null | undefined
  readonly mentions?: AllowedMentions | null | undefined
}

export function change(world: World, message: Message, given: Change, { edited = true } = {}): Message {
  if (given.content !== undefined) message.content = given.content ?? ''
  if (given.embeds !== undefined) message.embeds = given.embeds ?? []
  if (given.components !== undefined) message.components = given.components ?? []
  if (given.flags !== undefined) message.flags = given.flags ?? 0
  if (given.mentions) message.mentions = given.mentions
  if (given.files) {
    message.attachments = given.files
    for (const file of given.files) world.cdn.keep(message.channel.id, file)
  }
  if (edited) message.editedAt = world.iso
  world.tellMessage('MESSAGE_UPDATE', message)
  return message
}

const whereOf = (channel: Channel): object => ({
  channel_id: channel.id,
  ...(channel.guild ? { guild_id: channel.guild.id } : {}),
})

const intentOf = (channel: Channel): number => (channel.guild ? INTENT.messages : INTENT.dms)

export function remove(world: World, message: Message): void {
  const { channel } = message
  message.deleted = true
  channel.messages.delete(message.id)
  if (message.onlyFor) return
  world.tellIn(channel, 'MESSAGE_DELETE', intentOf(channel), { id: message.id, ...whereOf(channel) })
}

export function removeMany(world: World, channel: Channel, messages: readonly Message[]): void {
  for (const message of messages) {
    message.deleted = true
    channel.messages.delete(message.id)
  }
  const ids = messages.map(({ id }) => id)
  world.tellIn(channel, 'MESSAGE_DELETE_BULK', intentOf(channel), { ids, ...whereOf(channel) })
}

const KINDS_OF_EMOJI = 20

/** True where it changed something. */
export function react(world: World, message: Message, by: User, emoji: string, on: boolean): boolean {
  const { channel, reactions } = message
  if (on && !reactions.has(emoji) && reactions.size >= KINDS_OF_EMOJI) throw refuse(30010)
  const people = reactions.get(emoji) ?? new Set<string>()
  if (people.has(by.id) === on) return false
  if (on) reactions.set(emoji, people.add(by.id))
  else people.delete(by.id)
  if (people.size === 0) reactions.delete(emoji)
  const member = channel.guild?.members.get(by.id)
  world.tellIn(
    channel,
    on ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE',
    channel.guild ? INTENT.reactions : INTENT.dmReactions,
    {
      user_id: by.id,
      message_id: message.id,
      ...whereOf(channel),
      emoji: { id: null, name: emoji },
      burst: false,
      type: 0,
      ...(on ? { message_author_id: message.author.id, ...(member ? { member: member.wire() } : {}) } : {}),
    },
  )
  return true
}
