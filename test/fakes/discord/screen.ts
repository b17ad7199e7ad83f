// What a person sees now: texts after edits, without what was deleted, with buttons, files and reactions.

import type { Channel } from './channel.ts'
import { parts } from './components.ts'
import { type Component, LOADING, type Message } from './message.ts'
import { may, sees } from './permissions.ts'
import { byAge } from './snowflake.ts'
import type { World } from './world.ts'

export type SeenButton = {
  readonly label: string
  readonly customId: string | undefined
  readonly url: string | undefined
  readonly disabled: boolean
}
export type SeenSelect = {
  readonly customId: string
  readonly placeholder: string
  readonly type: number
  readonly options: readonly { readonly label: string; readonly value: string }[]
  readonly least: number
  readonly most: number
  readonly disabled: boolean
}
export type SeenFile = { readonly name: string; readonly url: string; readonly bytes: Uint8Array }

export type Seen = {
  readonly id: string
  readonly channel: Channel
  /** `bot`, or the name of a person. */
  readonly by: string
  /** The words, those of text displays too. */
  readonly text: string
  readonly embeds: readonly object[]
  readonly buttons: readonly (readonly SeenButton[])[]
  readonly selects: readonly SeenSelect[]
  readonly files: readonly SeenFile[]
  /** Their ids. */
  readonly stickers: readonly string[]
  readonly ephemeral: boolean
  readonly edited: boolean
  readonly pinned: boolean
  /** The bot is thinking. */
  readonly loading: boolean
  readonly replyTo: string | undefined
  readonly reactions: { readonly [emoji: string]: readonly string[] }
  /** The names of those who are pinged by it, `@everyone`, and roles. */
  readonly pings: readonly string[]
  /** 0 for what somebody wrote, 20 for the answer to a command, others for notices of Discord. */
  readonly type: number
  readonly message: Message
}

const buttonOf = ({ label, custom_id, url, disabled }: Component): SeenButton => ({
  label: String(label ?? ''),
  customId: custom_id as string | undefined,
  url: url as string | undefined,
  disabled: disabled === true,
})

const selectOf = ({
  type,
  custom_id,
  placeholder,
  options,
  disabled,
  min_values,
  max_values,
}: Component): SeenSelect => ({
  customId: String(custom_id),
  placeholder: String(placeholder ?? ''),
  type,
  options: (options ?? []) as SeenSelect['options'],
  least: Number(min_values),
  most: Number(max_values),
  disabled: disabled === true,
})

const SELECTS = [3, 5, 6, 7, 8]

export function seen(world: World, message: Message): Seen {
  const all = parts(message.components).map(({ part }) => part)
  const words = all.flatMap((part) => (part.type === 10 ? String(part.content) : []))
  const rows = all.filter(({ type }) => type === 1).map(({ components }) => components as Component[])
  const accessories = all.flatMap(({ accessory }) => (accessory ? [[accessory as Component]] : []))
  const nameOf = (id: string): string => world.users.get(id)?.name ?? id
  return {
    id: message.id,
    channel: message.channel,
    by: message.author === world.bot ? 'bot' : message.author.name,
    text: [message.content, ...words].filter((each) => each !== '').join('\n'),
    embeds: message.embeds,
    buttons: [...rows, ...accessories]
      .map((row) => row.filter(({ type }) => type === 2).map(buttonOf))
      .filter((row) => row.length > 0),
    selects: all.filter(({ type }) => SELECTS.includes(type)).map(selectOf),
    files: message.attachments.map(({ id, name, bytes }) => ({ name, url: world.cdn.link(id), bytes })),
    stickers: message.stickers.map(({ id }) => id),
    ephemeral: message.onlyFor !== undefined,
    edited: message.editedAt !== null,
    pinned: message.pinned,
    loading: (message.flags & LOADING) !== 0,
    replyTo: message.reference?.messageId,
    reactions: Object.fromEntries([...message.reactions].map(([emoji, people]) => [emoji, [...people].map(nameOf)])),
    pings: [
      ...message.pinged.map(nameOf),
      ...message.pingedRoles.map((id) => `@${world.guild.roles.get(id)?.name ?? id}`),
      ...(message.pingsEveryone ? ['@everyone'] : []),
    ],
    type: message.type,
    message,
  }
}

/** What stands in a channel for everybody who may read it. */
export const history = (world: World, channel: Channel): readonly Seen[] =>
  channel.history.map((message) => seen(world, message))

/** All that one person can see, in one channel or in all, oldest first. */
export function screen(world: World, userId: string, only?: Channel): readonly Seen[] {
  const open = [...world.channels.values()].filter(
    (channel) => (only ? channel === only : true) && sees(channel, userId),
  )
  return open
    .flatMap((channel) => {
      const reads = may(channel, userId, 'ReadMessageHistory')
      return [...channel.messages.values()].filter(({ onlyFor, dismissed }) =>
        onlyFor ? onlyFor.id === userId && !dismissed : reads,
      )
    })
    .sort((a, b) => byAge(a.id, b.id))
    .map((message) => seen(world, message))
}
