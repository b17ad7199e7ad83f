// A ticket's forum topic: opened with its name and a colour, its icon showing the state, closed and opened again.
import type { Api } from 'grammy'
import type { Request, ThreadState } from '../../core/ports/chat-platform.ts'
import type { Client, Signal } from './api.ts'
import { failureOf } from './failure.ts'

/** Ids of custom emoji that may stand on a topic, by the ticket's state. */
export type TopicIcons = { readonly [S in ThreadState['state']]?: string }

/** First that the server has. */
const wanted: { readonly [S in ThreadState['state']]: readonly string[] } = {
  queue: ['❗️', '❗', '🔥'],
  human: ['💬'],
  'waiting-user': ['❓', '⏳'],
  closed: ['✅'],
}

const NAME_CHARACTERS = 128

/** What topics can show here; nothing where that cannot be told now. */
export async function readIcons({ api }: Client): Promise<TopicIcons> {
  const stickers = await api.raw.getForumTopicIconStickers().catch(() => [])
  const idOf = (emoji: readonly string[]): string | undefined =>
    stickers.find((sticker) => sticker.emoji !== undefined && emoji.includes(sticker.emoji))?.custom_emoji_id
  const found = Object.entries(wanted).map(([state, emoji]) => [state, idOf(emoji)] as const)
  return Object.fromEntries(found.filter(([, id]) => id !== undefined))
}

/** Gives the topic's id. */
export async function openTopic(
  api: Api,
  chatId: number,
  { name, state }: Extract<Request, { kind: 'open-thread' }>,
  icons: TopicIcons,
  signal: Signal,
): Promise<string> {
  const icon = icons[state.state]
  const topic = await api.raw.createForumTopic(
    {
      chat_id: chatId,
      name: [...name].slice(0, NAME_CHARACTERS).join(''),
      ...(icon === undefined ? {} : { icon_custom_emoji_id: icon }),
    },
    signal,
  )
  return String(topic.message_thread_id)
}

/** Opens or closes it and shows the state; a name that somebody changed by hand stays. */
export async function closeTopic(
  api: Api,
  chatId: number,
  { thread, open, state }: Extract<Request, { kind: 'set-thread' }>,
  icons: TopicIcons,
  signal: Signal,
): Promise<void> {
  const at = { chat_id: chatId, message_thread_id: Number(thread) }
  const icon = icons[state.state]
  if (icon !== undefined) await unlessSo(api.raw.editForumTopic({ ...at, icon_custom_emoji_id: icon }, signal))
  await unlessSo(open ? api.raw.reopenForumTopic(at, signal) : api.raw.closeForumTopic(at, signal))
}

/** It stands so already: that is what was wanted. */
const unlessSo = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => {
    if (failureOf(error).kind !== 'unchanged') throw error
  })
