// The world behind the API: the bot, people, chats, files, and how a message comes to stand in a chat and to the bot.
import { Chat, type Member, RIGHTS, type Right, type Standing, wireMember } from './chat.ts'
import { Files, type StoredFile } from './files.ts'
import { Person } from './person.ts'
import { Post } from './post.ts'
import { Rates } from './rates.ts'
import { bad } from './refusal.ts'
import { Updates } from './updates.ts'
import { Webhook } from './webhook.ts'
import type { Content, InlineKeyboard, WireChat, WireMessage, WireUser } from './wire.ts'

export type Quirks = {
  /** What a message to a deleted topic meets; the last was seen in the wild: no error, and it lands in General. */
  deletedTopic: 'message thread not found' | 'TOPIC_DELETED' | 'lands in General'
  /** An admin with the right may write into a closed topic; some servers refused even that. */
  closedTopic: 'open to admins' | 'closed to all'
}

export type Draft = {
  readonly content: Content
  readonly files?: readonly StoredFile[] | undefined
  readonly topic?: number | undefined
  readonly from?: WireUser | undefined
  readonly as?: WireChat | undefined
  readonly replyTo?: Post | undefined
  readonly keyboard?: InlineKeyboard | undefined
  readonly album?: string | undefined
  readonly service?: string | undefined
  readonly more?: object | undefined
  /** The message stands in the topic that it opens. */
  readonly opensTopic?: true
}

export type CallbackQuery = { readonly id: string; readonly by: Person; readonly atMs: number; answered: boolean }

export class World {
  readonly now: () => number
  readonly bot: WireUser & { readonly can_read_all_group_messages: boolean }
  readonly people = new Map<number, Person>()
  readonly chats = new Map<number, Chat>()
  readonly files = new Files()
  readonly updates = new Updates()
  readonly rates = new Rates()
  readonly webhook = new Webhook(this.updates, () => this.nowS)
  /** Bot commands by scope and language. */
  readonly commands = new Map<string, readonly object[]>()
  /** The bot's name and descriptions by language. */
  readonly face = new Map<string, string>()
  readonly queries = new Map<string, CallbackQuery>()
  readonly quirks: Quirks = { deletedTopic: 'message thread not found', closedTopic: 'open to admins' }
  #albums = 0

  constructor(given: { now: () => number; botId: number; readsAll: boolean }) {
    this.now = given.now
    this.bot = {
      id: given.botId,
      is_bot: true,
      first_name: 'Support',
      username: 'daozhang_bot',
      can_read_all_group_messages: given.readsAll,
    }
  }

  get nowS(): number {
    return Math.floor(this.now() / 1000)
  }

  nextAlbum(): string {
    this.#albums += 1
    return `album-${this.#albums}`
  }

  person(id: number): Person {
    const person = this.people.get(id)
    if (!person) throw new Error(`nobody has the id ${id} in this test`)
    return person
  }

  /** The private chat of somebody with the bot. */
  privateChat(person: Person): Chat {
    const { id } = person.user
    const chat = this.chats.get(id) ?? new Chat(id, 'private', { user: person.user })
    this.chats.set(id, chat)
    return chat
  }

  addPerson(user: WireUser): Person {
    const person = new Person(user)
    this.people.set(user.id, person)
    this.privateChat(person)
    return person
  }

  /** The message stands in the chat from now on. */
  write(chat: Chat, draft: Draft): Post {
    const { content, from, as, replyTo, keyboard, album, service } = draft
    const id = chat.nextMessageId()
    const topic = draft.opensTopic ? id : draft.topic
    const root = topic === undefined ? undefined : chat.posts.get(topic)
    // A message in a topic that answers nothing answers, on the wire, the message that opened the topic.
    const answered = replyTo ?? root
    const wire: WireMessage = {
      message_id: id,
      from,
      sender_chat: as,
      chat: chat.wire,
      date: this.nowS,
      message_thread_id: topic,
      is_topic_message: topic === undefined ? undefined : true,
      reply_to_message: answered?.quoted,
      media_group_id: album,
      ...draft.more,
      ...content,
      reply_markup: keyboard,
    }
    const post = new Post({
      chat,
      topic,
      atMs: this.now(),
      byBot: from?.id === this.bot.id,
      service,
      wire,
      files: draft.files ?? [],
    })
    chat.posts.set(post.id, post)
    return post
  }

  /** A service message: something happened in the chat. The bot hears of it even where it did it itself. */
  note(
    chat: Chat,
    service: string,
    value: unknown,
    by: WireUser,
    more: { topic?: number | undefined; as?: WireChat | undefined } = {},
  ): Post {
    const post = this.write(chat, { content: { [service]: value }, service, from: by, topic: more.topic, as: more.as })
    this.hear('message', post)
    return post
  }

  /** The bot hears of a message where it may: in private, as an admin, where it is spoken to. */
  hear(kind: 'message' | 'edited_message', post: Post): void {
    if (this.#hears(post)) this.updates.push(kind, post.wire)
  }

  #hears({ chat, service, wire }: Post): boolean {
    if (chat.type === 'private') return !this.people.get(chat.id)?.blocked
    if (!chat.has(this.bot.id)) return service === 'left_chat_member'
    const text = wire.text ?? wire.caption ?? ''
    return (
      service !== undefined ||
      chat.isAdmin(this.bot.id) ||
      this.bot.can_read_all_group_messages ||
      text.startsWith('/') ||
      text.includes(`@${this.bot.username}`) ||
      wire.reply_to_message?.from?.id === this.bot.id
    )
  }

  /** Somebody's place in a chat changes; the bot is told of its own, and of others where it asked for it. */
  seat(
    chat: Chat,
    user: WireUser,
    standing: Standing,
    given: { rights?: readonly Right[]; anonymous?: boolean; by?: WireUser } = {},
  ): void {
    const before: Member = chat.members.get(user.id) ?? { user, standing: 'left', rights: [], anonymous: false }
    const after: Member = { user, standing, rights: given.rights ?? RIGHTS, anonymous: given.anonymous ?? false }
    chat.members.set(user.id, after)
    const own = user.id === this.bot.id
    if (!own && !chat.isAdmin(this.bot.id)) return
    this.updates.push(own ? 'my_chat_member' : 'chat_member', {
      chat: chat.wire,
      from: given.by ?? user,
      date: this.nowS,
      old_chat_member: wireMember(before),
      new_chat_member: wireMember(after),
    })
  }

  /** A message that still stands, or the refusal that names what it was wanted for. */
  standing(chat: Chat, id: number, wantedAs: string): Post {
    const post = chat.posts.get(id)
    if (!post) throw bad(`${wantedAs} not found`)
    return post
  }
}
