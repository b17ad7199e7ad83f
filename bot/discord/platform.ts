// Discord behind the port: each request of the outbox as one deed at Discord, each refusal as a value.
import { type APIMessage, type RawFile, Routes } from 'discord.js'
import { err, ok, type Result } from '../../core/kit/result.ts'
import type { Button, ChatPlatform, Done, Request, SendError, Spot, StaffFile } from '../../core/ports/chat-platform.ts'
import type { Redacted } from '../../core/redaction/redacted.ts'
import type { Client } from './api.ts'
import { blamesAnswer, codeOf, failureOf, sendErrorOf } from './failure.ts'
import { fetchFile } from './file.ts'
import type { Forum } from './forum.ts'
import type { Homes } from './homes.ts'
import { layOut, OPEN } from './layout.ts'
import type { Marks } from './mark.ts'
import { DISCORD, messageName, type Named, readName } from './name.ts'
import type { Places } from './places.ts'
import { bodyOf, editOf, type Message, picturesOf, TEXT, wordsOf } from './sending.ts'
import { makeToUser, NOT_ALLOWED, type Outcome } from './to-user.ts'
import type { Whispers } from './whisper.ts'

export type PlatformOptions = {
  readonly client: Client
  readonly staffChannelId: string
  readonly places: Places
  readonly homes: Homes
  readonly forum: Forum
  readonly marks: Marks
  readonly whispers: Whispers
  readonly botId: () => string
  /** Words of users in threads can be read: else a form stands under every message there. */
  readonly readsThreads: () => boolean
  readonly formButton: (user: string) => Redacted
  /** Finds a message of ours again where a repeat may come too late to be dropped. */
  readonly sentBefore: (
    channel: string,
    message: Message,
    since: number,
    signal: AbortSignal,
    which?: 'any-age',
  ) => Promise<string | undefined>
}

type At = Extract<Request, { at: Spot; message: string }>

/** What `link` is to a group of users elsewhere is a button here: it opens a private place. */
export const OPEN_LINK = 'https://discord.com/channels/@me'

const CAPTION = TEXT

export function makePlatform(options: PlatformOptions): ChatPlatform {
  const { client, staffChannelId, places, forum, marks } = options
  const { rest } = client

  async function toChannel(
    channel: string,
    message: Message,
    request: { readonly key: string; readonly againSince?: number },
    signal: AbortSignal,
    name = (id: string): string => messageName(channel, id),
  ): Promise<Done> {
    const { key, againSince } = request
    const before = againSince === undefined ? undefined : await options.sentBefore(channel, message, againSince, signal)
    if (before !== undefined) return { messages: [name(before)] }
    const files = message.files ? { files: [...message.files] } : {}
    const post = (what: Message) =>
      rest.post(Routes.channelMessages(channel), { body: bodyOf(what, channel, key), ...files, signal })
    // What is said in a thread that sleeps wakes it, and the guild may have as many awake as it may.
    const sent = forum
      .withRoom(() => post(message), signal)
      .catch((error: unknown) => {
        if (message.answers === undefined || !blamesAnswer(error)) throw error
        return post({ ...message, answers: undefined })
      })
    const { id } = (await sent) as APIMessage
    return { messages: [name(id)] }
  }

  const toUser = makeToUser(options, toChannel)

  async function deliver(
    request: Extract<Request, { kind: 'text' | 'pictures' | 'copy' }>,
    message: Message,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { to } = request
    if (to.room === 'user') return toUser(to.address, message, request, signal)
    if (to.room !== 'staff') return ok(await toChannel(to.address, message, request, signal))
    const thread = to.thread ?? (await forum.room(signal))
    return ok(await toChannel(thread, message, request, signal))
  }

  /** Where a message stands that is named in this place; undefined where nobody can reach it any more. */
  function find(spot: Spot, name: string): Named | undefined {
    const named = readName(name, spot.room === 'group' ? spot.address : undefined)
    if (!named || spot.room !== 'user') return named
    const { thread, direct } = places.home(spot.address)
    const channel = named.channel === 'thread' ? thread : direct
    return channel === undefined ? undefined : { channel, message: named.message }
  }

  const answered = (to: Spot, answers: string | undefined): Named | undefined =>
    answers === undefined ? undefined : find(to, answers)

  async function text(request: Extract<Request, { kind: 'text' }>, signal: AbortSignal): Promise<Outcome> {
    const { to, buttons, answers, opens } = request
    const words = wordsOf(request.text)
    if (words.content.trim() === '' && words.embeds.length === 0) return err({ kind: 'refused', code: 'empty' })
    const rows = layOut(to.room === 'group' ? buttons.map((row) => row.map(opening)) : buttons)
    if (opens === true && to.room === 'staff' && to.thread !== null) {
      const first = Routes.channelMessage(to.thread, to.thread)
      await rest.patch(first, { body: editOf({ words, rows }), signal })
      return ok({ messages: [messageName(to.thread, to.thread)] })
    }
    return deliver(request, { words, rows, answers: answered(to, answers) }, signal)
  }

  function pictures(request: Extract<Request, { kind: 'pictures' }>, signal: AbortSignal): Promise<Outcome> {
    const { to, caption, answers, buttons = [] } = request
    const files = picturesOf(request.pictures)
    return deliver(
      request,
      { words: wordsOf(caption), rows: layOut(buttons), files, answers: answered(to, answers) },
      signal,
    )
  }

  async function copy(request: Extract<Request, { kind: 'copy' }>, signal: AbortSignal): Promise<Outcome> {
    const { to, file, answers } = request
    const common = { words: NOTHING, rows: [], answers: answered(to, answers) }
    if (file.what === 'sticker') return deliver(request, { ...common, stickers: [file.file] }, signal)
    const voice = await voiceOf(file, signal)
    return voice.ok ? deliver(request, { ...common, files: [voice.value] }, signal) : voice
  }

  async function voiceOf(file: StaffFile, signal: AbortSignal): Promise<Result<RawFile, SendError>> {
    const bytes = await fetchFile(client, file.file, MOST_VOICE_BYTES, signal)
    if (bytes.ok) return ok({ name: 'voice.ogg', data: Buffer.from(bytes.value), contentType: 'audio/ogg' })
    return err(bytes.error === 'later' ? { kind: 'later', afterMs: 5_000 } : { kind: 'refused', code: 'file' })
  }

  async function edit(request: Extract<Request, { kind: 'edit' }>, named: Named, signal: AbortSignal): Promise<void> {
    if (request.state && request.at.room === 'staff') await forum.show(named.channel, request.state, signal)
    const body = editOf({ words: wordsOf(request.text), rows: layOut(request.buttons) })
    await rest.patch(Routes.channelMessage(named.channel, named.message), { body, signal })
  }

  /** Something is done to a message that is there; where its thread sleeps, it is woken for it. */
  async function touch(request: At, signal: AbortSignal): Promise<Outcome> {
    const named = find(request.at, request.message)
    if (!named) return err({ kind: 'no-message' })
    const act = async (): Promise<void> => {
      const { channel, message } = named
      if (request.kind === 'edit') return edit(request, named, signal)
      if (request.kind === 'react') return marks.react(named, request.mark, signal)
      const route = Routes.channelMessage(channel, message)
      if (request.kind === 'remove') await rest.delete(route, { signal })
      else await rest.put(Routes.channelMessagesPin(channel, message), { signal })
    }
    try {
      await act()
    } catch (error) {
      if (failureOf(error).kind !== 'thread-closed') throw error
      await forum.awake(named.channel, act, signal)
    }
    return ok({ messages: [] })
  }

  async function call(request: Request, signal: AbortSignal): Promise<Outcome> {
    switch (request.kind) {
      case 'text':
        return text(request, signal)
      case 'pictures':
        return pictures(request, signal)
      case 'copy':
        return copy(request, signal)
      case 'edit':
      case 'react':
      case 'remove':
      case 'pin':
        return touch(request, signal)
      case 'open-thread':
        return ok({ messages: [], thread: await forum.open(request, signal) })
      case 'set-thread':
        await forum.set(request, signal)
        return ok({ messages: [] })
      default:
        return request satisfies never
    }
  }

  /** What a failure means where it happened. */
  function fitting(request: Request, error: unknown): SendError {
    const failure = sendErrorOf(failureOf(error))
    const spot = 'to' in request ? request.to : 'at' in request ? request.at : undefined
    const notAllowed = NOT_ALLOWED.includes(codeOf(error) ?? 0)
    // In a channel of others we may have no rights, or no place: then nothing is left to be done there.
    if (spot?.room === 'group' && (notAllowed || failure.kind === 'refused' || failure.kind === 'no-thread'))
      return { kind: 'no-message' }
    if (request.kind === 'react' && failure.kind === 'refused') return { kind: 'unchanged' }
    if (failure.kind !== 'no-thread') return failure
    if (spot?.room === 'user') return { kind: 'no-message' }
    if (spot?.room === 'staff' && 'to' in request && spot.thread === null) {
      forum.roomIsGone()
      return { kind: 'later', afterMs: 1_000 }
    }
    // The forum itself is gone: somebody has to mend that first.
    return request.kind === 'open-thread' ? { kind: 'later', afterMs: 60_000 } : failure
  }

  return {
    name: DISCORD,
    limits: { text: TEXT, caption: CAPTION, album: 10 },
    // Discord counts five messages in five seconds a channel, and fifty calls a second; what it says itself is honoured.
    pace: { perUserMs: 1_000, staffPerMinute: 240, staffEditsPerMinute: 240, perSecond: 40 },
    dropsRepeats: (request) =>
      'to' in request && !(request.to.room === 'user' && places.mayHaveBeenWhispered(request.to.address)),
    staffChat: () => staffChannelId,
    perform: async (request, signal) => {
      try {
        return await call(request, signal)
      } catch (error) {
        return err(fitting(request, error))
      }
    },
    fetchFile: (file, maxBytes, signal) => fetchFile(client, file, maxBytes, signal),
  }
}

const NOTHING = { content: '', embeds: [] }
const MOST_VOICE_BYTES = 10 * 1024 * 1024

const opening = (button: Button): Button =>
  'link' in button && button.link === OPEN_LINK ? { label: button.label, data: OPEN } : button
