// Methods that bring a message from one chat to another: as a copy of the bot, or as a forward that names its author.
import { z } from 'zod'
import { chatNamed } from '../access.ts'
import { aboveMedia, captioned, chatId, place, quiet, sending } from '../fields.ts'
import { type Methods, method } from '../method.ts'
import type { Post } from '../post.ts'
import { bad, breach } from '../refusal.ts'
import { captionOf, type Part, type Sending, send, sendOne } from '../send.ts'
import type { World } from '../world.ts'

const from = { from_chat_id: chatId, message_id: z.int() }
const many = {
  ...place,
  from_chat_id: chatId,
  message_ids: z.array(z.int()).min(1).max(100),
  disable_notification: z.boolean().optional(),
  protect_content: z.boolean().optional(),
}
const silent = { disable_notification: quiet.disable_notification, protect_content: quiet.protect_content }

function source(world: World, chat: number | string, id: number, wantedAs: string): Post {
  const post = world.standing(chatNamed(world, chat), id, `message to ${wantedAs}`)
  if (post.service !== undefined || post.wire.has_protected_content)
    throw bad(`message can't be ${wantedAs === 'copy' ? 'copied' : 'forwarded'}`)
  return post
}

const copyOf = (post: Post): Part => ({ content: post.content, files: post.files })

const forwardOf = (world: World, post: Post): Part => ({
  ...copyOf(post),
  more: {
    forward_origin: post.wire.forward_origin ?? {
      type: 'user',
      date: post.wire.date,
      sender_user: post.wire.from ?? world.bot,
    },
  },
})

/** Ids must rise; those that are not there are left out. */
function several(world: World, chat: number | string, ids: readonly number[]): readonly Post[] {
  if (ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? 0)))
    throw breach('message identifiers must be in a strictly increasing order')
  const { posts } = chatNamed(world, chat)
  const found = ids.map((id) => posts.get(id)).filter((post) => post !== undefined && post.service === undefined)
  if (found.length === 0) throw bad('there are no messages to forward')
  return found as Post[]
}

/** One by one, so that they become no album. */
const bring = (world: World, given: Sending, parts: readonly Part[]): readonly object[] =>
  parts.flatMap((part) => send(world, given, [part])).map(({ id }) => ({ message_id: id }))

const { business_connection_id: _business, ...copying } = sending

export const copyingMethods: Methods = {
  copyMessage: method({ ...copying, ...from, ...captioned, ...aboveMedia }, (given, { world }) => {
    const { content, files = [] } = copyOf(source(world, given.from_chat_id, given.message_id, 'copy'))
    const { caption: _, caption_entities: __, ...bare } = content
    const kept = given.caption === undefined || files.length === 0 ? content : { ...bare, ...captionOf(given) }
    const copy = sendOne(world, given, { content: kept, files }) as { message_id: number }
    return { message_id: copy.message_id }
  }),
  copyMessages: method({ ...many, remove_caption: z.boolean().optional() }, (given, { world }) =>
    bring(world, given, several(world, given.from_chat_id, given.message_ids).map(copyOf)),
  ),
  forwardMessage: method(
    { ...place, ...silent, message_effect_id: quiet.message_effect_id, ...from },
    (given, { world }) =>
      sendOne(world, given, forwardOf(world, source(world, given.from_chat_id, given.message_id, 'forward'))),
  ),
  forwardMessages: method(many, (given, { world }) => {
    const posts = several(world, given.from_chat_id, given.message_ids)
    return bring(
      world,
      given,
      posts.map((post) => forwardOf(world, post)),
    )
  }),
}
