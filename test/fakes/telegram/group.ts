// A group that the bot may be in: its people, the bot's place in it, its topics, and what stands in it.
import { Chat, RIGHTS, type Right } from './chat.ts'
import { type Seen, screen } from './screen.ts'
import type { Somebody } from './somebody.ts'
import type { Topic } from './topic.ts'
import type { World } from './world.ts'

/** The bot's place: a member, an admin with these rights, or out. */
export type BotPlace = 'member' | 'left' | 'kicked' | readonly Right[]

export class Group {
  readonly #world: World
  readonly chat: Chat

  constructor(world: World, chat: Chat) {
    this.#world = world
    this.chat = chat
  }

  get id(): number {
    return this.chat.id
  }

  add(somebody: Somebody, as: 'creator' | 'administrator' | 'member' = 'member'): void {
    this.#world.seat(this.chat, somebody.user, as)
  }

  /** Puts the bot into its place and tells it so. */
  bot(place: BotPlace, by?: Somebody): void {
    const standing = typeof place === 'string' ? place : 'administrator'
    const rights = typeof place === 'string' ? [] : ['can_manage_chat' as const, ...place]
    this.#world.seat(this.chat, this.#world.bot, standing, { rights, ...(by ? { by: by.user } : {}) })
  }

  /** Those that stand; a deleted topic is gone. */
  get topics(): readonly Topic[] {
    return [...this.chat.topics.values()].filter(({ deleted }) => !deleted)
  }

  topic(named: number | string): Topic {
    const topic = this.topics.find(({ id, name }) => id === named || name === named)
    if (!topic) throw new Error(`no topic ${named}`)
    return topic
  }

  /** Messages of a topic, of `General`, or all. */
  messages(topic?: Topic | number | 'General'): readonly Seen[] {
    return screen(this.chat, topic)
  }

  /** Topics are switched on, or an owner made it public: the id changes, the old one answers with the new. */
  becomesSupergroup({ forum = false }: { forum?: boolean } = {}): Group {
    const old = this.chat
    const next = new Chat(-1_001_000_000_000 + old.id, 'supergroup', { title: old.title, forum })
    this.#world.chats.set(next.id, next)
    for (const [id, member] of old.members) next.members.set(id, member)
    const owner = [...old.members.values()].find(({ standing }) => standing === 'creator')?.user ?? this.#world.bot
    this.#world.note(old, 'migrate_to_chat_id', next.id, owner)
    old.movedTo = next.id
    this.#world.note(next, 'migrate_from_chat_id', old.id, owner)
    return new Group(this.#world, next)
  }
}

export const ALL_RIGHTS: readonly Right[] = RIGHTS
