import { changeFace, deleteTopic, openTopic, setClosed } from './forum.ts'
import type { Group } from './group.ts'
import type { Toast } from './person.ts'
import type { Post } from './post.ts'
import { type Seen, screen } from './screen.ts'
import { CAPTION, MESSAGE, styled } from './text.ts'
import type { Topic } from './topic.ts'
import type { Reaction } from './wire.ts'
import { postOf, type Which, Writer } from './writer.ts'

export class Somebody extends Writer {
  /** The same person as an anonymous admin: in groups the group itself speaks. */
  get anonymously(): Somebody {
    return new Somebody(this.world, this.person, true)
  }

  /** Their private chat with the bot, as it looks now. */
  sees(): readonly Seen[] {
    return screen(this.own)
  }

  /** The small answers to buttons they pressed. */
  get toasts(): readonly Toast[] {
    return this.person.toasts
  }

  edits(which: Which, text: string): void {
    const post = postOf(which)
    const media = post.files.length > 0
    const kept = styled({ text }, media ? CAPTION : MESSAGE)
    const said = media
      ? { caption: kept.text, caption_entities: kept.entities }
      : { text: kept.text, entities: kept.entities }
    post.wire = { ...post.wire, ...said, edit_date: this.world.nowS }
    this.world.hear('edited_message', post)
  }

  /** Deletes for both sides; the bot is never told. */
  deletes(which: Which): void {
    const post = postOf(which)
    post.chat.posts.delete(post.id)
  }

  /** Presses the button with this label, on the newest message that has it unless one is named. */
  presses(label: string, which?: Which): string {
    const has = (post: Post): boolean => this.#button(post, label) !== undefined
    const post = which ? postOf(which) : [...this.own.posts.values()].findLast(has)
    const button = post && this.#button(post, label)
    if (!post || !button) throw new Error(`no button "${label}" to press`)
    if (button.callback_data === undefined)
      throw new Error(`"${label}" opens ${button.url ?? 'something'}, it tells the bot nothing`)
    return this.pressesData(button.callback_data, post)
  }

  /** Sends this callback data from a message, also where the button is gone by now: their screen is old. */
  pressesData(data: string, which: Which): string {
    const post = postOf(which)
    const id = `q${this.world.queries.size + 1}`
    this.world.queries.set(id, { id, by: this.person, atMs: this.world.now(), answered: false })
    const stands = post.chat.posts.has(post.id)
    const message = stands ? post.wire : { chat: post.chat.wire, message_id: post.id, date: 0 }
    const query = { id, from: this.user, message, chat_instance: String(post.chat.id), data }
    this.world.updates.push('callback_query', query)
    return id
  }

  #button(post: Post, label: string) {
    return post.wire.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label)
  }

  /** No emoji takes the reaction away. */
  reacts(which: Which, ...emoji: readonly string[]): void {
    const post = postOf(which)
    const old_reaction = post.reactions.get(this.id) ?? []
    const new_reaction: readonly Reaction[] = emoji.map((each) => ({ type: 'emoji', emoji: each }))
    post.reactions.set(this.id, new_reaction)
    const { chat } = post
    if (chat.type !== 'private' && !chat.isAdmin(this.world.bot.id)) return
    const by = this.anonymous ? { actor_chat: chat.wire } : { user: this.user }
    const about = { chat: chat.wire, message_id: post.id, date: this.world.nowS }
    this.world.updates.push('message_reaction', { ...about, ...by, old_reaction, new_reaction })
  }

  pins(which: Which): void {
    const post = postOf(which)
    post.pinned = true
    this.world.note(post.chat, 'pinned_message', post.quoted, this.doer(post.chat).user, { topic: post.topic })
  }

  blocks(): void {
    this.person.blocked = true
    this.#standing('member', 'kicked')
  }

  unblocks(): void {
    this.person.blocked = false
    this.#standing('kicked', 'member')
  }

  /** The account is gone. */
  vanishes(): void {
    this.person.deactivated = true
  }

  #standing(before: string, after: string): void {
    const bot = this.world.bot
    this.world.updates.push('my_chat_member', {
      chat: this.own.wire,
      from: this.user,
      date: this.world.nowS,
      old_chat_member: { status: before, user: bot },
      new_chat_member: { status: after, user: bot, ...(after === 'kicked' ? { until_date: 0 } : {}) },
    })
  }

  opensTopic(group: Group, name: string): Topic {
    return openTopic(this.world, group.chat, { name }, this.doer(group.chat))
  }

  closes(topic: Topic): void {
    setClosed(this.world, topic, true, this.doer(topic.chat))
  }

  reopens(topic: Topic): void {
    setClosed(this.world, topic, false, this.doer(topic.chat))
  }

  renames(topic: Topic, name: string): void {
    changeFace(this.world, topic, name, topic.iconEmoji, this.doer(topic.chat))
  }

  /** With all its messages; the bot gets no update of it. */
  deletesTopic(topic: Topic): void {
    deleteTopic(topic)
  }
}
