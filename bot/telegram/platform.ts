// Telegram behind the port: each request of the outbox as one call of the Bot API, each refusal as a value.
import { type Api, InputFile } from 'grammy'
import type { InlineKeyboardMarkup, Message, ReplyParameters } from 'grammy/types'
import { err, ok, type Result } from '../../core/kit/result.ts'
import type { Button, ChatPlatform, Done, Request, SendError, Spot } from '../../core/ports/chat-platform.ts'
import { type Client, fetchFile, type Signal, signalOf } from './api.ts'
import { failureOf } from './failure.ts'
import { emojiOf, PLAIN } from './reaction.ts'
import { closeTopic, openTopic, type TopicIcons } from './topic.ts'

export const TELEGRAM = 'telegram'

export type TelegramPlatform = ChatPlatform & {
  /** The staff's group has another id from now on. */
  move(to: string): void
}

type Outcome = Result<Done, SendError>

const keyboard = (buttons: readonly (readonly Button[])[]): InlineKeyboardMarkup | undefined =>
  buttons.length === 0
    ? undefined
    : {
        inline_keyboard: buttons.map((row) =>
          row.map((button) =>
            'data' in button
              ? { text: button.label, callback_data: button.data }
              : { text: button.label, url: button.link },
          ),
        ),
      }

const answering = (message: string | undefined): { reply_parameters?: ReplyParameters } =>
  message === undefined ? {} : { reply_parameters: { message_id: Number(message), allow_sending_without_reply: true } }

const NO_PREVIEW = { link_preview_options: { is_disabled: true } } as const

/** `icons`: what topics show of their state, where the server knows such. */
export function makePlatform(client: Client, staffChatAtStart: string, icons: TopicIcons = {}): TelegramPlatform {
  const { api } = client
  let staffChat = staffChatAtStart

  const chatOf = (spot: Spot): number => Number(spot.room === 'staff' ? staffChat : spot.address)
  const place = (spot: Spot) => {
    const thread = spot.room === 'staff' ? spot.thread : null
    return { chat_id: chatOf(spot), ...(thread === null ? {} : { message_thread_id: Number(thread) }) }
  }

  /** A topic that was deleted can be answered with a message in General and no error: that is taken back. */
  async function landed(to: Spot, messages: readonly Message[], signal: Signal): Promise<Outcome> {
    const asked = to.room === 'staff' ? to.thread : null
    const stray = asked !== null && messages.some((message) => String(message.message_thread_id ?? '') !== asked)
    if (!stray) return ok({ messages: messages.map(({ message_id }) => String(message_id)) })
    const message_ids = messages.map(({ message_id }) => message_id)
    await api.raw.deleteMessages({ chat_id: chatOf(to), message_ids }, signal).catch(() => undefined)
    return err({ kind: 'no-thread' })
  }

  async function text(request: Extract<Request, { kind: 'text' }>, signal: Signal): Promise<Outcome> {
    const inline = keyboard(request.buttons)
    const markup = request.prompt ? { force_reply: true as const, selective: true } : inline
    const sent = await api.raw.sendMessage(
      {
        ...place(request.to),
        text: request.text,
        ...NO_PREVIEW,
        ...answering(request.answers),
        ...(markup === undefined ? {} : { reply_markup: markup }),
      },
      signal,
    )
    return landed(request.to, [sent], signal)
  }

  async function pictures(request: Extract<Request, { kind: 'pictures' }>, signal: Signal): Promise<Outcome> {
    const caption = request.caption === '' ? {} : { caption: request.caption }
    // Named by us: a file's own name is words of somebody.
    const files = request.pictures.map((bytes, index) => new InputFile(bytes, `picture-${index + 1}.jpg`))
    const [only, ...others] = files
    if (!only) return err({ kind: 'refused', code: 'empty' })
    const common = { ...place(request.to), ...answering(request.answers) }
    if (others.length === 0) {
      const inline = keyboard(request.buttons ?? [])
      const markup = inline === undefined ? {} : { reply_markup: inline }
      const sent = await api.raw.sendPhoto({ ...common, photo: only, ...caption, ...markup }, signal)
      return landed(request.to, [sent], signal)
    }
    const media = files.map((file, index) => ({
      type: 'photo' as const,
      media: file,
      ...(index === 0 ? caption : {}),
    }))
    return landed(request.to, await api.raw.sendMediaGroup({ ...common, media }, signal), signal)
  }

  async function copy({ to, file, answers }: Extract<Request, { kind: 'copy' }>, signal: Signal): Promise<Outcome> {
    const common = { ...place(to), ...answering(answers) }
    const sent =
      file.what === 'sticker'
        ? await api.raw.sendSticker({ ...common, sticker: file.file }, signal)
        : await api.raw.sendVoice({ ...common, voice: file.file }, signal)
    return landed(to, [sent], signal)
  }

  /** Words of a message, or the words under a picture: a line does not tell which it has become, a bill does. */
  async function edit(request: Extract<Request, { kind: 'edit' }>, signal: Signal): Promise<Outcome> {
    const inline = keyboard(request.buttons)
    const at = {
      chat_id: chatOf(request.at),
      message_id: Number(request.message),
      ...(inline === undefined ? {} : { reply_markup: inline }),
    }
    const caption = { ...at, caption: request.text.slice(0, CAPTION) }
    if (request.picture) {
      await api.raw.editMessageCaption(caption, signal)
      return ok({ messages: [] })
    }
    try {
      await api.raw.editMessageText({ ...at, text: request.text, ...NO_PREVIEW }, signal)
    } catch (error) {
      if (!isCaption(error)) throw error
      await api.raw.editMessageCaption(caption, signal)
    }
    return ok({ messages: [] })
  }

  async function react(request: Extract<Request, { kind: 'react' }>, signal: Signal): Promise<Outcome> {
    const at = { chat_id: chatOf(request.at), message_id: Number(request.message) }
    const set = (emoji: string | null) =>
      api.raw.setMessageReaction({ ...at, reaction: emoji === null ? [] : [reaction(emoji)] }, signal)
    const emoji = request.mark === null ? null : emojiOf(request.mark)
    try {
      await set(emoji)
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind !== 'refused' || failure.code !== 'reaction' || emoji === PLAIN) throw error
      await set(PLAIN)
    }
    return ok({ messages: [] })
  }

  function call(request: Request, signal: Signal): Promise<Outcome> {
    const done = (work: Promise<unknown>): Promise<Outcome> => work.then(() => ok({ messages: [] }))
    switch (request.kind) {
      case 'text':
        return text(request, signal)
      case 'pictures':
        return pictures(request, signal)
      case 'copy':
        return copy(request, signal)
      case 'edit':
        return edit(request, signal)
      case 'react':
        return react(request, signal)
      case 'remove':
        return done(api.raw.deleteMessage({ chat_id: chatOf(request.at), message_id: Number(request.message) }, signal))
      case 'pin':
        return done(
          api.raw.pinChatMessage(
            { chat_id: chatOf(request.at), message_id: Number(request.message), disable_notification: true },
            signal,
          ),
        )
      case 'open-thread':
        return openTopic(api, Number(staffChat), request, icons, signal).then((thread) => ok({ messages: [], thread }))
      case 'set-thread':
        return done(closeTopic(api, Number(staffChat), request, icons, signal))
      default:
        return request satisfies never
    }
  }

  return {
    name: TELEGRAM,
    limits: { text: 4_096, caption: CAPTION, album: 10 },
    // Telegram counts 20 messages a minute in a group.
    pace: { perUserMs: 1_000, staffPerMinute: 20, staffEditsPerMinute: 20, perSecond: 28 },
    dropsRepeats: () => false,
    staffChat: () => staffChat,
    move: (to) => {
      staffChat = to
    },
    perform: async (request, signal) => {
      try {
        return await call(request, signalOf(signal))
      } catch (error) {
        const failure = failureOf(error)
        if (failure.kind === 'moved') staffChat = failure.to
        return err(fitting(request, failure))
      }
    },
    fetchFile: (file, maxBytes, signal) => fetchFile(client, file, maxBytes, signal),
  }
}

const CAPTION = 1_024

const reaction = (emoji: string) =>
  ({ type: 'emoji', emoji }) as Parameters<Api['raw']['setMessageReaction']>[0]['reaction'] extends
    | (infer R)[]
    | undefined
    ? R
    : never

const isCaption = (error: unknown): boolean =>
  error instanceof Error &&
  /there is no text in the message/i.test((error as { description?: string }).description ?? '')

const spotOf = (request: Request): Spot['room'] =>
  'to' in request ? request.to.room : 'at' in request ? request.at.room : 'staff'

/** What a failure means where it happened. */
function fitting(request: Request, failure: SendError): SendError {
  const room = spotOf(request)
  // A group of users may have thrown the bot out or keep it from deleting: then nothing is left to be done there.
  if (room === 'group' && (failure.kind === 'refused' || failure.kind === 'moved')) return { kind: 'no-message' }
  // Who may be told later must not lose a word because the group's settings are wrong today.
  const mendable = ['no-chat', 'telegram-403']
  if (room === 'staff' && failure.kind === 'refused' && mendable.includes(failure.code))
    return { kind: 'later', afterMs: 60_000 }
  if (request.kind === 'react' && failure.kind === 'refused') return { kind: 'unchanged' }
  return failure
}
