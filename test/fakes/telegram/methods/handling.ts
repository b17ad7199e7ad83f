// Methods around a message that stands: delete, pin, react, answer a pressed button, show that one is typing.
import { z } from 'zod'
import { writableChat } from '../access.ts'
import { chatId } from '../fields.ts'
import { type Methods, method } from '../method.ts'
import type { Post } from '../post.ts'
import { EMOJI } from '../reaction.ts'
import { bad, breach } from '../refusal.ts'
import type { World } from '../world.ts'

const DELETE_WITHIN_MS = 48 * 3_600_000
const ANSWER_WITHIN_MS = 60_000

const one = { chat_id: chatId, message_id: z.int() }

function remove(world: World, { chat, atMs, byBot, id }: Post): void {
  const old = world.now() - atMs > DELETE_WITHIN_MS
  const mayAll = chat.type !== 'private' && chat.may(world.bot.id, 'can_delete_messages')
  if (chat.topics.has(id) && chat.topics.get(id)?.deleted === false) throw bad(`message can't be deleted`)
  if (chat.type !== 'private' && !byBot && !mayAll) throw bad(`message can't be deleted`)
  if (old && !(chat.type === 'supergroup' && mayAll)) throw bad(`message can't be deleted for everyone`)
  chat.posts.delete(id)
}

function pinnable(world: World, chat: number | string, id: number): Post {
  const where = writableChat(world, chat)
  if (where.type !== 'private' && !where.may(world.bot.id, 'can_pin_messages'))
    throw bad('not enough rights to manage pinned messages in the chat')
  return world.standing(where, id, 'message to pin')
}

const ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]

export const handlingMethods: Methods = {
  deleteMessage: method(one, (given, { world }) => {
    remove(world, world.standing(writableChat(world, given.chat_id), given.message_id, 'message to delete'))
    return true
  }),
  deleteMessages: method({ chat_id: chatId, message_ids: z.array(z.int()).min(1).max(100) }, (given, { world }) => {
    const { posts } = writableChat(world, given.chat_id)
    // Those that are gone already are skipped without a word.
    for (const post of given.message_ids.map((id) => posts.get(id))) if (post) remove(world, post)
    return true
  }),
  pinChatMessage: method(
    { business_connection_id: z.string().optional(), ...one, disable_notification: z.boolean().optional() },
    (given, { world }) => {
      const post = pinnable(world, given.chat_id, given.message_id)
      if (post.pinned) return true
      post.pinned = true
      world.note(post.chat, 'pinned_message', post.quoted, world.bot, { topic: post.topic })
      return true
    },
  ),
  unpinChatMessage: method(
    { business_connection_id: z.string().optional(), chat_id: chatId, message_id: z.int().optional() },
    (given, { world }) => {
      const pinned = [...writableChat(world, given.chat_id).posts.values()].filter((post) => post.pinned)
      const id = given.message_id ?? pinned.at(-1)?.id
      if (id === undefined) throw bad('message to unpin not found')
      pinnable(world, given.chat_id, id).pinned = false
      return true
    },
  ),
  unpinAllChatMessages: method({ chat_id: chatId }, (given, { world }) => {
    for (const post of writableChat(world, given.chat_id).posts.values()) post.pinned = false
    return true
  }),
  setMessageReaction: method(
    {
      ...one,
      reaction: z
        .array(
          z.union([
            z.strictObject({ type: z.literal('emoji'), emoji: z.string() }),
            z.strictObject({ type: z.literal('custom_emoji'), custom_emoji_id: z.string() }),
          ]),
        )
        .optional(),
      is_big: z.boolean().optional(),
    },
    (given, { world }) => {
      const chat = writableChat(world, given.chat_id)
      const post = world.standing(chat, given.message_id, 'message to react')
      const reaction = given.reaction ?? []
      if (reaction.length > 1) throw breach('REACTIONS_TOO_MANY')
      if (reaction.some((each) => each.type !== 'emoji' || !EMOJI.has(each.emoji))) throw breach('REACTION_INVALID')
      if (reaction.length === 0) post.reactions.delete(world.bot.id)
      else post.reactions.set(world.bot.id, reaction)
      return true
    },
  ),
  sendChatAction: method(
    {
      business_connection_id: z.string().optional(),
      chat_id: chatId,
      message_thread_id: z.int().optional(),
      action: z.string(),
    },
    (given, { world }) => {
      if (!ACTIONS.includes(given.action)) throw breach('wrong parameter action in request')
      writableChat(world, given.chat_id)
      return true
    },
  ),
  answerCallbackQuery: method(
    {
      callback_query_id: z.string(),
      text: z.string().optional(),
      show_alert: z.boolean().optional(),
      url: z.string().optional(),
      cache_time: z.int().optional(),
    },
    (given, { world }) => {
      const query = world.queries.get(given.callback_query_id)
      if ([...(given.text ?? '')].length > 200) throw breach('MESSAGE_TOO_LONG')
      if (!query || query.answered || world.now() - query.atMs > ANSWER_WITHIN_MS)
        throw bad('query is too old and response timeout expired or query ID is invalid')
      query.answered = true
      const { text = '', show_alert: alert = false, url } = given
      query.by.toasts.push({ query: query.id, text, alert, url })
      return true
    },
  ),
}
