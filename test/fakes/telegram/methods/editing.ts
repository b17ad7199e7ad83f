// Methods that change a message of the bot: text, caption, media, buttons.
import { z } from 'zod'
import { writableChat } from '../access.ts'
import { inlineKeyboard, keyboardOf } from '../buttons.ts'
import { aboveMedia, captioned, edited, entities, preview } from '../fields.ts'
import { type Methods, method } from '../method.ts'
import type { Post } from '../post.ts'
import { bad } from '../refusal.ts'
import { captionOf, weigh } from '../send.ts'
import { MESSAGE, styled } from '../text.ts'
import type { Content } from '../wire.ts'
import type { World } from '../world.ts'
import { inputMedia, mediaPart } from './sending.ts'

type Given = {
  readonly chat_id: number | string
  readonly message_id: number
  readonly reply_markup?: z.output<typeof inlineKeyboard> | undefined
}

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

const markup = { reply_markup: inlineKeyboard.optional() }

function own(world: World, { chat_id, message_id }: Given): Post {
  const post = world.standing(writableChat(world, chat_id), message_id, 'message to edit')
  if (!post.byBot || post.service !== undefined) throw bad(`message can't be edited`)
  return post
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Buttons that are not named are taken away, as Telegram does. */
function change(world: World, given: Given, post: Post, content: Content): object {
  const keyboard = keyboardOf(given.reply_markup)
  if (same(content, post.content) && same(keyboard, post.wire.reply_markup)) throw bad(NOT_MODIFIED)
  weigh(world, post.chat, 'edit')
  const cleared = Object.fromEntries(Object.keys(post.content).map((name) => [name, undefined]))
  post.wire = { ...post.wire, ...cleared, ...content, reply_markup: keyboard, edit_date: world.nowS }
  return post.wire
}

export const editingMethods: Methods = {
  editMessageText: method(
    {
      ...edited,
      ...markup,
      text: z.string(),
      parse_mode: z.string().optional(),
      entities,
      link_preview_options: preview,
    },
    (given, { world }) => {
      const kept = styled({ text: given.text, mode: given.parse_mode, entities: given.entities }, MESSAGE)
      const post = own(world, given)
      if (post.wire.text === undefined) throw bad('there is no text in the message to edit')
      const content = { text: kept.text, ...(kept.entities.length > 0 ? { entities: kept.entities } : {}) }
      return change(world, given, post, content)
    },
  ),
  editMessageCaption: method({ ...edited, ...markup, ...captioned, ...aboveMedia }, (given, { world }) => {
    const caption = captionOf(given)
    const post = own(world, given)
    if (post.files.length === 0) throw bad('there is no caption in the message to edit')
    const { caption: _, caption_entities: __, ...bare } = post.content
    return change(world, given, post, { ...caption, ...bare })
  }),
  editMessageMedia: method({ ...edited, ...markup, media: inputMedia }, (given, around) => {
    const post = own(around.world, given)
    const { content, files } = mediaPart(given.media, around)
    const wire = change(around.world, given, post, content)
    post.files = files ?? []
    return wire
  }),
  editMessageReplyMarkup: method({ ...edited, ...markup }, (given, { world }) => {
    const post = own(world, given)
    return change(world, given, post, post.content)
  }),
}
