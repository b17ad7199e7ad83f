// A place for messages: a text channel, a forum, a thread of either, or the direct messages with one person.
import type { Guild, User } from './guild.ts'
import type { Message } from './message.ts'
import type { Overwrite } from './permissions.ts'
import { byAge } from './snowflake.ts'

export const TEXT = 0
export const DM = 1
export const CATEGORY = 4
export const PUBLIC_THREAD = 11
export const PRIVATE_THREAD = 12
export const FORUM = 15

export type Tag = { readonly id: string; readonly name: string; readonly moderated: boolean }

export type ThreadState = {
  readonly ownerId: string
  readonly createdAt: string
  archived: boolean
  locked: boolean
  invitable: boolean
  autoArchiveMinutes: number
  archivedAt: string
  tags: readonly string[]
  pinned: boolean
  readonly members: Map<string, string>
  /** How many were ever sent, the first of a post not counted. */
  sent: number
}

type Given = {
  readonly id: string
  readonly type: number
  readonly name: string
  readonly guild?: Guild
  readonly parent?: Channel
  readonly recipient?: User
  readonly botId: string
  readonly thread?: ThreadState
}

export class Channel {
  readonly id: string
  readonly type: number
  name: string
  topic: string | null = null
  readonly guild: Guild | undefined
  readonly parent: Channel | undefined
  readonly recipient: User | undefined
  readonly botId: string
  readonly thread: ThreadState | undefined
  readonly overwrites = new Map<string, Overwrite>()
  readonly messages = new Map<string, Message>()
  tags: readonly Tag[] = []
  requiresTag = false
  position = 0
  lastMessageId: string | null = null

  constructor({ id, type, name, guild, parent, recipient, botId, thread }: Given) {
    this.id = id
    this.type = type
    this.name = name
    this.guild = guild
    this.parent = parent
    this.recipient = recipient
    this.botId = botId
    this.thread = thread
  }

  get archived(): boolean {
    return this.thread?.archived ?? false
  }

  get locked(): boolean {
    return this.thread?.locked ?? false
  }

  /** The names of the tags on a post. */
  get tagNames(): readonly string[] {
    return (this.thread?.tags ?? []).flatMap((id) => this.parent?.tags.find((tag) => tag.id === id)?.name ?? [])
  }

  /** What stands in its history, oldest first: no ephemeral messages. */
  get history(): readonly Message[] {
    return [...this.messages.values()].filter(({ onlyFor }) => !onlyFor).sort((a, b) => byAge(a.id, b.id))
  }

  get threads(): readonly Channel[] {
    return (this.guild?.threads ?? []).filter(({ parent }) => parent === this)
  }

  get wire(): object {
    if (this.recipient) return this.#dm(this.recipient)
    const common = {
      id: this.id,
      type: this.type,
      name: this.name,
      guild_id: this.guild?.id,
      parent_id: this.parent?.id ?? null,
      last_message_id: this.lastMessageId,
      rate_limit_per_user: 0,
    }
    return this.thread ? { ...common, ...this.#thread(this.thread) } : { ...common, ...this.#place() }
  }

  #dm(recipient: User): object {
    return { id: this.id, type: DM, flags: 0, last_message_id: this.lastMessageId, recipients: [recipient.wire] }
  }

  #place(): object {
    const overwrites = [...this.overwrites.values()]
    return {
      position: this.position,
      nsfw: false,
      flags: this.requiresTag ? 16 : 0,
      topic: this.topic,
      permission_overwrites: overwrites.map(({ id, type, allow, deny }) => ({
        id,
        type,
        allow: String(allow),
        deny: String(deny),
      })),
      ...(this.type === FORUM
        ? {
            available_tags: this.tags.map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
            default_reaction_emoji: null,
            default_sort_order: null,
            default_forum_layout: 0,
          }
        : {}),
    }
  }

  #thread(thread: ThreadState): object {
    return {
      owner_id: thread.ownerId,
      message_count: thread.sent,
      total_message_sent: thread.sent,
      member_count: Math.min(50, thread.members.size),
      flags: thread.pinned ? 2 : 0,
      ...(this.parent?.type === FORUM ? { applied_tags: thread.tags } : {}),
      thread_metadata: {
        archived: thread.archived,
        locked: thread.locked,
        auto_archive_duration: thread.autoArchiveMinutes,
        archive_timestamp: thread.archivedAt,
        create_timestamp: thread.createdAt,
        ...(this.type === PRIVATE_THREAD ? { invitable: thread.invitable } : {}),
      },
    }
  }

  /** The thread as one of its people gets it. */
  threadMember(userId: string): object | undefined {
    const joined = this.thread?.members.get(userId)
    return joined === undefined ? undefined : { id: this.id, user_id: userId, join_timestamp: joined, flags: 0 }
  }
}
