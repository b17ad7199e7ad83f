// Where the bot may write: the refusals for a chat that is unknown, blocked, left, moved, and for a topic that is gone.
import type { Chat, Right } from './chat.ts'
import { bad, forbidden, movedTo } from './refusal.ts'
import { GENERAL, type Topic } from './topic.ts'
import type { World } from './world.ts'

/** The chat that a parameter names; `@name` is known for no chat here. */
export function chatNamed(world: World, named: number | string): Chat {
  const chat = world.chats.get(Number(named))
  if (!chat) throw bad(named === '' ? 'chat_id is empty' : 'chat not found')
  return chat
}

export function writableChat(world: World, named: number | string): Chat {
  const chat = chatNamed(world, named)
  if (chat.movedTo !== undefined) throw movedTo(chat.movedTo)
  if (chat.type !== 'private') {
    const standing = chat.member(world.bot.id)?.standing ?? 'left'
    const name = `${chat.type} chat`
    if (standing === 'kicked') throw forbidden(`bot was kicked from the ${name}`)
    if (standing === 'left') throw forbidden(`bot is not a member of the ${name}`)
    return chat
  }
  const person = world.person(chat.id)
  if (person.deactivated) throw forbidden('user is deactivated')
  if (person.blocked) throw forbidden('bot was blocked by the user')
  if (!person.started) throw forbidden(`bot can't initiate conversation with a user`)
  return chat
}

/** The topic to write into; undefined: none, or General. */
export function writableTopic(world: World, chat: Chat, thread: number | undefined): number | undefined {
  if (thread === undefined || thread === 0) return undefined
  // General is reached by naming no thread at all; its id is refused.
  const topic = chat.forum && thread !== GENERAL ? chat.topics.get(thread) : undefined
  if (!topic) throw bad('message thread not found')
  if (topic.deleted) {
    if (world.quirks.deletedTopic === 'lands in General') return undefined
    throw bad(world.quirks.deletedTopic)
  }
  const mayAnyway = world.quirks.closedTopic === 'open to admins' && chat.may(world.bot.id, 'can_manage_topics')
  if (topic.closed && !mayAnyway) throw bad('TOPIC_CLOSED')
  return topic.id
}

/** A topic that the bot wants to change: it may where it has the right, or made the topic itself. */
export function ownTopic(world: World, chat: Chat, thread: number, right: Right, refusal: string): Topic {
  if (!chat.forum) throw bad('the chat is not a forum')
  const topic = chat.topics.get(thread)
  if (!topic || topic.deleted) throw bad('TOPIC_ID_INVALID')
  if (!chat.may(world.bot.id, right) && (right !== 'can_manage_topics' || topic.createdBy !== world.bot.id))
    throw bad(refusal)
  return topic
}
