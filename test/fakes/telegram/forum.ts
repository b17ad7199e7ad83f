// What may happen to a topic, whoever does it: opened, renamed, closed, reopened, deleted; all but the last leave a word.
import type { Chat } from './chat.ts'
import { GENERAL, ICON_COLORS, Topic } from './topic.ts'
import type { WireChat, WireUser } from './wire.ts'
import type { World } from './world.ts'

export type TopicFace = {
  readonly name: string
  readonly icon_color?: number | undefined
  readonly icon_custom_emoji_id?: string | undefined
}

export type Doer = { readonly user: WireUser; readonly as?: WireChat | undefined }

/** The topic bears the id of the service message that opened it. */
export function openTopic(world: World, chat: Chat, face: TopicFace, by: Doer): Topic {
  // Id 1 is General's.
  if (chat.posts.size === 0) chat.skipMessageIds(GENERAL)
  const icon_color = face.icon_color ?? (ICON_COLORS[0] as number)
  const created = world.write(chat, {
    content: { forum_topic_created: { ...face, icon_color } },
    service: 'forum_topic_created',
    from: by.user,
    as: by.as,
    opensTopic: true,
  })
  const topic = new Topic(chat, created.id, face.name, icon_color, face.icon_custom_emoji_id, by.user.id)
  chat.topics.set(topic.id, topic)
  world.hear('message', created)
  return topic
}

const note = (world: World, { chat, id }: Topic, service: string, value: object, by: Doer): unknown =>
  world.note(chat, service, value, by.user, { topic: id, as: by.as })

/** False where it stands so already. */
export function setClosed(world: World, topic: Topic, closed: boolean, by: Doer): boolean {
  if (topic.closed === closed) return false
  topic.closed = closed
  note(world, topic, closed ? 'forum_topic_closed' : 'forum_topic_reopened', {}, by)
  return true
}

/** False where nothing changes. */
export function changeFace(world: World, topic: Topic, name: string, icon: string | undefined, by: Doer): boolean {
  const changed = {
    ...(name === topic.name ? {} : { name }),
    ...(icon === topic.iconEmoji ? {} : { icon_custom_emoji_id: icon }),
  }
  if (Object.keys(changed).length === 0) return false
  topic.name = name
  topic.iconEmoji = icon
  note(world, topic, 'forum_topic_edited', changed, by)
  return true
}

/** Its messages go with it, and nobody is told. */
export function deleteTopic({ chat, id }: Topic): void {
  const topic = chat.topics.get(id)
  if (topic) topic.deleted = true
  for (const post of [...chat.posts.values()]) if (post.topic === id) chat.posts.delete(post.id)
}
