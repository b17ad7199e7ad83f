// Methods about forum topics: open one, rename it, close and reopen it, delete it.
import { z } from 'zod'
import { ownTopic, writableChat } from '../access.ts'
import { chatId } from '../fields.ts'
import { changeFace, deleteTopic, openTopic, setClosed } from '../forum.ts'
import { type Methods, method } from '../method.ts'
import { bad, breach } from '../refusal.ts'
import { weigh } from '../send.ts'
import { ICON_COLORS } from '../topic.ts'
import type { World } from '../world.ts'

const NAME_CHARACTERS = 128
const ICON_STICKERS = ['✅', '❓', '❗', '💰', '💬', '🔥', '⚡', '📣']

const one = { chat_id: chatId, message_thread_id: z.int() }

function checkName(name: string): string {
  const kept = name.trim()
  if (kept === '') throw breach('name must be non-empty')
  if ([...kept].length > NAME_CHARACTERS) throw breach('TOPIC_TITLE_TOO_LONG')
  return kept
}

function close(world: World, chatNamed: number | string, thread: number, closed: boolean): true {
  const chat = writableChat(world, chatNamed)
  const topic = ownTopic(world, chat, thread, 'can_manage_topics', 'not enough rights to close or open the topic')
  if (!setClosed(world, topic, closed, { user: world.bot })) throw bad('TOPIC_NOT_MODIFIED')
  return true
}

export const topicMethods: Methods = {
  createForumTopic: method(
    {
      chat_id: chatId,
      name: z.string(),
      icon_color: z.int().optional(),
      icon_custom_emoji_id: z.string().optional(),
    },
    (given, { world }) => {
      const chat = writableChat(world, given.chat_id)
      if (!chat.forum) throw bad('the chat is not a forum')
      if (!chat.may(world.bot.id, 'can_manage_topics')) throw bad('not enough rights to create a topic')
      const name = checkName(given.name)
      const icon_color = given.icon_color ?? (ICON_COLORS[0] as number)
      if (!ICON_COLORS.includes(icon_color)) throw breach('TOPIC_ICON_COLOR_INVALID')
      weigh(world, chat, 'message')
      const face = { name, icon_color, icon_custom_emoji_id: given.icon_custom_emoji_id }
      const { id } = openTopic(world, chat, face, { user: world.bot })
      return { message_thread_id: id, ...face }
    },
  ),
  editForumTopic: method(
    { ...one, name: z.string().optional(), icon_custom_emoji_id: z.string().optional() },
    (given, { world }) => {
      const chat = writableChat(world, given.chat_id)
      const topic = ownTopic(
        world,
        chat,
        given.message_thread_id,
        'can_manage_topics',
        'not enough rights to edit the topic',
      )
      // Empty or absent: the name stays.
      const name = given.name ? checkName(given.name) : topic.name
      const icon = given.icon_custom_emoji_id ?? topic.iconEmoji
      if (!changeFace(world, topic, name, icon, { user: world.bot })) throw bad('TOPIC_NOT_MODIFIED')
      return true
    },
  ),
  closeForumTopic: method(one, (given, { world }) => close(world, given.chat_id, given.message_thread_id, true)),
  reopenForumTopic: method(one, (given, { world }) => close(world, given.chat_id, given.message_thread_id, false)),
  deleteForumTopic: method(one, (given, { world }) => {
    const chat = writableChat(world, given.chat_id)
    const topic = ownTopic(
      world,
      chat,
      given.message_thread_id,
      'can_delete_messages',
      'not enough rights to delete the topic',
    )
    deleteTopic(topic)
    return true
  }),
  unpinAllForumTopicMessages: method(one, (given, { world }) => {
    const chat = writableChat(world, given.chat_id)
    const topic = ownTopic(
      world,
      chat,
      given.message_thread_id,
      'can_pin_messages',
      'not enough rights to manage pinned messages in the chat',
    )
    for (const post of chat.posts.values()) if (post.topic === topic.id) post.pinned = false
    return true
  }),
  editGeneralForumTopic: method({ chat_id: chatId, name: z.string() }, (given, { world }) => {
    const chat = writableChat(world, given.chat_id)
    if (!chat.forum) throw bad('the chat is not a forum')
    if (!chat.may(world.bot.id, 'can_manage_topics')) throw bad('not enough rights to edit the topic')
    checkName(given.name)
    return true
  }),
  getForumTopicIconStickers: method({}, () =>
    ICON_STICKERS.map((emoji, index) => ({
      file_id: `icon-${index}`,
      file_unique_id: `u-icon-${index}`,
      type: 'custom_emoji',
      width: 100,
      height: 100,
      is_animated: false,
      is_video: false,
      emoji,
      custom_emoji_id: String(5_000 + index),
    })),
  ),
}
