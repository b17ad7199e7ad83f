// One message on its way: the limits, the place, what it answers, its buttons; then it stands in the chat.
import type { z } from 'zod'
import { writableChat, writableTopic } from './access.ts'
import { keyboardOf, type replyMarkup } from './buttons.ts'
import type { Chat } from './chat.ts'
import type { replyParameters } from './fields.ts'
import type { StoredFile } from './files.ts'
import type { Post } from './post.ts'
import type { Weight } from './rates.ts'
import { bad, tooMany } from './refusal.ts'
import { CAPTION, styled } from './text.ts'
import type { Content, Entity } from './wire.ts'
import type { World } from './world.ts'

export type Sending = {
  readonly chat_id: number | string
  readonly message_thread_id?: number | undefined
  readonly reply_parameters?: z.output<typeof replyParameters>
  readonly reply_markup?: z.output<typeof replyMarkup> | undefined
  readonly protect_content?: boolean | undefined
}

export type Part = {
  readonly content: Content
  readonly files?: readonly StoredFile[]
  readonly more?: object
}

/** Counts against the limits of the chat, or refuses with 429. */
export function weigh(world: World, chat: Chat, weight: Weight, count = 1): void {
  const seconds = world.rates.take(chat, weight, count, world.now())
  if (seconds !== undefined) throw tooMany(seconds)
}

function answered(world: World, chat: Chat, given: Sending['reply_parameters']): Post | undefined {
  if (!given) return undefined
  const from = given.chat_id === undefined ? chat : writableChat(world, given.chat_id)
  const post = from.posts.get(given.message_id)
  if (!post && !given.allow_sending_without_reply) throw bad('message to be replied not found')
  if (post && given.quote !== undefined && !(post.wire.text ?? post.wire.caption ?? '').includes(given.quote))
    throw bad('QUOTE_TEXT_INVALID')
  return post
}

/** Several parts are one album. */
export function send(world: World, given: Sending, parts: readonly Part[]): readonly Post[] {
  const chat = writableChat(world, given.chat_id)
  const topic = writableTopic(world, chat, given.message_thread_id)
  const replyTo = answered(world, chat, given.reply_parameters)
  const keyboard = keyboardOf(given.reply_markup)
  weigh(world, chat, 'message', parts.length)
  const album = parts.length > 1 ? world.nextAlbum() : undefined
  return parts.map(({ content, files, more }) =>
    world.write(chat, {
      content,
      files,
      // An answer to a message of a topic goes into that topic, also where none is named.
      topic: topic ?? (given.message_thread_id === undefined && replyTo?.chat === chat ? replyTo.topic : undefined),
      from: world.bot,
      replyTo,
      keyboard,
      album,
      more: { ...more, has_protected_content: given.protect_content ? true : undefined },
    }),
  )
}

export const sendOne = (world: World, given: Sending, part: Part): object => {
  const [post] = send(world, given, [part])
  return post?.wire ?? {}
}

export type Captioned = {
  readonly caption?: string | undefined
  readonly parse_mode?: string | undefined
  readonly caption_entities?: readonly Entity[] | undefined
}

export function captionOf({ caption, parse_mode, caption_entities }: Captioned): Content {
  if (!caption) return {}
  const { text, entities } = styled({ text: caption, mode: parse_mode, entities: caption_entities }, CAPTION)
  return text === '' ? {} : { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) }
}
