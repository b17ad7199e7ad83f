// Somebody who writes: in channels they may write in, in threads, and in their direct messages with the bot.
import type { Upload } from './body.ts'
import type { Channel } from './channel.ts'
import type { User } from './guild.ts'
import { type Message, type Sticker, VOICE_MESSAGE } from './message.ts'
import { attach } from './message-body.ts'
import { may, sees } from './permissions.ts'
import { change, post, react, remove } from './posting.ts'
import { type Seen, screen } from './screen.ts'
import { mayWrite } from './thread.ts'
import { INTENT, type World } from './world.ts'

/** A channel, its id or name, or `dm`. */
export type Where = Channel | string
export type Which = Message | Seen
export type Sending = {
  readonly files?: readonly (Upload & { readonly type?: string })[]
  readonly replyTo?: Which
  readonly forwards?: Which
  readonly sticker?: Sticker
  /** The file is one that was spoken just now. */
  readonly voice?: true
}

export const messageOf = (which: Which): Message => ('message' in which ? which.message : which)

export class Writer {
  protected readonly world: World
  readonly user: User

  constructor(world: World, user: User) {
    this.world = world
    this.user = user
  }

  get id(): string {
    return this.user.id
  }

  get name(): string {
    return this.user.name
  }

  /** Their direct messages with the bot. */
  get dm(): Channel {
    return this.world.dmWith(this.user)
  }

  protected place(where: Where): Channel {
    const channel = typeof where === 'string' ? this.#named(where) : this.world.channels.get(where.id)
    if (!channel) throw new Error(`there is no place "${typeof where === 'string' ? where : where.name}"`)
    if (!sees(channel, this.id)) throw new Error(`${this.name} does not see "${channel.name}"`)
    return channel
  }

  #named(where: string): Channel | undefined {
    if (where === 'dm') return this.dm
    return this.world.channels.get(where) ?? [...this.world.guild.channels.values()].find(({ name }) => name === where)
  }

  sends(where: Where, text: string, sending: Sending = {}): Message {
    const { files = [], replyTo, forwards, sticker, voice } = sending
    const channel = this.place(where)
    if (channel.guild && !may(channel, this.id, channel.thread ? 'SendMessagesInThreads' : 'SendMessages'))
      throw new Error(`${this.name} may not write in "${channel.name}"`)
    mayWrite(channel, this.id)
    const answered = replyTo && messageOf(replyTo)
    return post(this.world, channel, this.user, {
      content: text,
      files: files.map((file) => ({ ...attach(this.world, file), ...(voice ? { seconds: 3 } : {}) })),
      ...(voice ? { flags: VOICE_MESSAGE } : {}),
      ...(forwards ? { forwarded: messageOf(forwards) } : {}),
      ...(sticker ? { stickers: [sticker] } : {}),
      answers: answered && { channelId: channel.id, messageId: answered.id, message: answered },
    })
  }

  edits(which: Which, text: string): Message {
    const message = this.#own(which)
    return change(this.world, message, { content: text })
  }

  /** Their own, and of others where they manage messages. */
  deletes(which: Which): void {
    const message = messageOf(which)
    if (message.author !== this.user && !may(message.channel, this.id, 'ManageMessages'))
      throw new Error(`${this.name} may not delete this`)
    remove(this.world, message)
  }

  #own(which: Which): Message {
    const message = messageOf(which)
    if (message.author !== this.user) throw new Error('that is the message of somebody else')
    if (message.deleted) throw new Error('that message is gone')
    return message
  }

  reacts(which: Which, emoji: string): void {
    react(this.world, messageOf(which), this.user, emoji, true)
  }

  unreacts(which: Which, emoji: string): void {
    react(this.world, messageOf(which), this.user, emoji, false)
  }

  types(where: Where): void {
    const channel = this.place(where)
    const member = channel.guild?.members.get(this.id)
    this.world.tellIn(channel, 'TYPING_START', channel.guild ? INTENT.typing : INTENT.dmTyping, {
      channel_id: channel.id,
      user_id: this.id,
      timestamp: Math.floor(this.world.now() / 1000),
      ...(channel.guild ? { guild_id: channel.guild.id, member: member?.wire() } : {}),
    })
  }

  /** All they can see, or one place of it, oldest first, with what is for their eyes only. */
  sees(where?: Where): readonly Seen[] {
    if (where === undefined) return screen(this.world, this.id)
    const channel = typeof where === 'string' ? this.#named(where) : where
    return channel ? screen(this.world, this.id, channel) : []
  }

  /** Puts away what is for their eyes only. */
  dismisses(which: Which): void {
    messageOf(which).dismissed = true
  }
}
