// Somebody on Discord: writes, presses, chooses, fills in, runs commands; as staff they look after threads too.
import { type Filled, interact, slash, submit, type Value } from './acting.ts'
import { type Channel, PUBLIC_THREAD } from './channel.ts'
import { type Interaction, KIND } from './interaction.ts'
import type { Message } from './message.ts'
import { fieldsOf, type Modal } from './modal.ts'
import { may } from './permissions.ts'
import { post, removeMany } from './posting.ts'
import type { Seen, SeenButton, SeenSelect } from './screen.ts'
import { seen } from './screen.ts'
import { changeThread, deleteChannel, leave, openThread } from './thread.ts'
import { INTENT } from './world.ts'
import { messageOf, type Sending, type Where, type Which, Writer } from './writer.ts'

type Pressed = { readonly locale?: string }

export class Somebody extends Writer {
  slash(
    line: string,
    options: { readonly [name: string]: Value } = {},
    { in: where, locale }: { in?: Where; locale?: string } = {},
  ): Interaction {
    const inGuild = this.world.guild.members.has(this.id)
    const channel = this.place(where ?? (inGuild ? 'support' : 'dm'))
    return slash(this.world, this.user, channel, line, options, locale ?? this.user.locale)
  }

  /** Presses the button with this label or custom id, on the newest message that has it unless one is named. */
  presses(label: string, which?: Which, how: Pressed = {}): Interaction {
    const fits = (button: SeenButton): boolean => button.label === label || button.customId === label
    const found = this.#newest(which, ({ buttons }) => buttons.flat().some(fits))
    const button = found?.buttons.flat().find(fits)
    if (!found || !button) throw new Error(`no button "${label}" to press`)
    if (button.disabled) throw new Error(`"${label}" is greyed out`)
    if (button.customId === undefined) throw new Error(`"${label}" opens ${button.url}, it tells the bot nothing`)
    return this.#touches(found.message, { custom_id: button.customId, component_type: 2 }, how)
  }

  /** Presses a button that is gone by now: their screen is old. */
  pressesRaw(which: Which, customId: string, how: Pressed = {}): Interaction {
    return this.#touches(messageOf(which), { custom_id: customId, component_type: 2 }, how)
  }

  selects(customId: string, values: readonly string[], which?: Which, how: Pressed = {}): Interaction {
    const fits = (select: SeenSelect): boolean => select.customId === customId
    const found = this.#newest(which, ({ selects }) => selects.some(fits))
    const select = found?.selects.find(fits)
    if (!found || !select) throw new Error(`no select "${customId}"`)
    if (select.disabled) throw new Error(`"${customId}" is greyed out`)
    const odd = values.find((value) => select.type === 3 && !select.options.some((option) => option.value === value))
    if (odd !== undefined) throw new Error(`"${odd}" is no choice of "${customId}"`)
    if (values.length < select.least || values.length > select.most)
      throw new Error(`"${customId}" takes ${select.least} to ${select.most}, not ${values.length}`)
    return this.#touches(found.message, { custom_id: customId, component_type: select.type, values }, how)
  }

  #newest(which: Which | undefined, has: (one: Seen) => boolean): Seen | undefined {
    if (!which) return this.sees().findLast(has)
    const one = seen(this.world, messageOf(which))
    return has(one) ? one : undefined
  }

  #touches(message: Message, data: object, { locale = this.user.locale }: Pressed): Interaction {
    const { channel } = message
    if (message.deleted || message.dismissed) throw new Error('that message is gone')
    if (message.onlyFor && message.onlyFor !== this.user) throw new Error(`${this.name} does not see that message`)
    // A known trouble of Discord: parts of a message are dead in a closed thread.
    if (channel.archived && !may(channel, this.id, 'ManageThreads'))
      throw new Error('buttons are dead in a closed thread')
    this.place(channel)
    return interact(this.world, { by: this.user, channel, type: KIND.component, data, locale, message })
  }

  #modalOf(): (Interaction & { modal: Modal }) | undefined {
    const open = [...this.world.interactions.values()].findLast(({ by, modal }) => by === this.user && modal)
    return open as (Interaction & { modal: Modal }) | undefined
  }

  /** The modal that is open on their screen. */
  get modal(): (Modal & { readonly fields: readonly string[] }) | undefined {
    const open = this.#modalOf()?.modal
    return open && { ...open, fields: fieldsOf(open).map(({ field }) => field.custom_id) }
  }

  /** By custom id: words, choices or files. */
  submits(filled: Filled, { locale = this.user.locale }: Pressed = {}): Interaction {
    const open = this.#modalOf()
    if (!open) throw new Error(`${this.name} has no modal open`)
    return submit(this.world, this.user, open, filled, locale)
  }

  closesDms(): void {
    this.user.dmsClosed = true
  }

  opensDms(): void {
    this.user.dmsClosed = false
  }

  leaves(): void {
    const { guild } = this.world
    guild.members.delete(this.id)
    for (const thread of guild.threads) leave(this.world, thread, this.user)
    this.world.tell('GUILD_MEMBER_REMOVE', INTENT.members, { guild_id: guild.id, user: this.user.wire })
  }

  joins(): void {
    const { guild } = this.world
    if (guild.members.has(this.id)) return
    const member = this.world.seat(this.user)
    this.world.tell('GUILD_MEMBER_ADD', INTENT.members, { guild_id: guild.id, ...member.wire() })
  }

  /** A role is given or taken away. */
  gains(role: string): void {
    this.#roles((roles) => roles.add(role))
  }

  loses(role: string): void {
    this.#roles((roles) => roles.delete(role))
  }

  #roles(change: (roles: Set<string>) => void): void {
    const { guild } = this.world
    const member = guild.members.get(this.id)
    if (!member) throw new Error(`${this.name} is not in the guild`)
    change(member.roles)
    this.world.tell('GUILD_MEMBER_UPDATE', INTENT.members, { guild_id: guild.id, ...member.wire() })
  }

  // What staff do in their forum; the same as anybody may do whose roles let them.

  writes(where: Where, text: string, sending: Sending = {}): Message {
    return this.sends(where, text, sending)
  }

  archives(thread: Channel): void {
    changeThread(this.world, this.#managed(thread), this.user, { archived: true })
  }

  unarchives(thread: Channel): void {
    changeThread(this.world, this.#managed(thread), this.user, { archived: false })
  }

  locks(thread: Channel): void {
    changeThread(this.world, this.#managed(thread), this.user, { locked: true })
  }

  unlocks(thread: Channel): void {
    changeThread(this.world, this.#managed(thread), this.user, { locked: false })
  }

  renames(thread: Channel, name: string): void {
    changeThread(this.world, this.#managed(thread), this.user, { name })
  }

  /** By their names; none takes all away. */
  tags(thread: Channel, ...names: readonly string[]): void {
    const tags = names.map((name) => {
      const tag = thread.parent?.tags.find((one) => one.name === name)
      if (!tag) throw new Error(`no tag "${name}"`)
      return tag.id
    })
    changeThread(this.world, this.#managed(thread), this.user, { tags })
  }

  /** With all that stands in it. */
  deletesPost(thread: Channel): void {
    deleteChannel(this.world, this.#managed(thread))
  }

  opensPost(forum: Where, name: string, text: string): Channel {
    const parent = this.place(forum)
    const thread = openThread(this.world, parent, { name, type: PUBLIC_THREAD, by: this.user })
    post(this.world, thread, this.user, { content: text, id: thread.id })
    return thread
  }

  leavesThread(thread: Channel): void {
    leave(this.world, thread, this.user)
  }

  /** Many at once. */
  purges(which: readonly Which[]): void {
    const messages = which.map(messageOf)
    const [first] = messages
    if (!first) return
    if (!may(first.channel, this.id, 'ManageMessages')) throw new Error(`${this.name} may not delete these`)
    removeMany(this.world, first.channel, messages)
  }

  #managed(thread: Channel): Channel {
    if (!may(thread, this.id, 'ManageThreads') && thread.thread?.ownerId !== this.id)
      throw new Error(`${this.name} does not manage "${thread.name}"`)
    return thread
  }
}
