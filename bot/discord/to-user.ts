// One message on its way to a user: for their eyes only where they called, or in their thread or direct messages; and a repeat of it.
import type { APIMessage } from 'discord.js'
import { err, ok, type Result } from '../../core/kit/result.ts'
import type { Done, SendError } from '../../core/ports/chat-platform.ts'
import { codeOf, failureOf } from './failure.ts'
import type { Way } from './homes.ts'
import { layOut, WRITE } from './layout.ts'
import { homeName, unseenName } from './name.ts'
import type { PlatformOptions } from './platform.ts'
import { type Message, whisperOf } from './sending.ts'
import { followUps } from './whisper.ts'

export type Outcome = Result<Done, SendError>
/** `againSince`: it may be out already, since then at the earliest. */
export type Sending = { readonly key: string; readonly againSince?: number }
export type ToChannel = (
  channel: string,
  message: Message,
  request: Sending,
  signal: AbortSignal,
  name?: (id: string) => string,
) => Promise<Done>

/** Missing rights, or the channel is hidden from us. */
export const NOT_ALLOWED = [50_001, 50_013]

export function makeToUser(options: PlatformOptions, toChannel: ToChannel) {
  const { places, homes, whispers } = options
  const { rest } = options.client

  /** For their eyes only, while what they pressed can still be answered; undefined where it can't. */
  async function whispered(user: string, message: Message, signal: AbortSignal): Promise<Outcome | undefined> {
    const token = whispers.of(user)
    // No sticker can be whispered.
    if (!token || message.stickers !== undefined || !(await token.acked)) return undefined
    const body = whisperOf({ ...message, rows: withForm(user, message.rows) })
    const files = message.files ? { files: [...message.files] } : {}
    try {
      const sent = (await rest.post(followUps(token), { body, ...files, auth: false, signal })) as APIMessage
      token.hasSpoken = true
      return ok({ messages: [unseenName(sent.id)] })
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'later') return err(failure)
      whispers.drop(user)
      return failure.kind === 'unclear' ? err(failure) : undefined
    }
  }

  function withForm(user: string, rows: Message['rows']): Message['rows'] {
    const [form] = layOut([[{ label: options.formButton(user), data: WRITE }]])
    return form && rows.length < 5 ? [...rows, form] : rows
  }

  /** Where we can't read what they write, each message offers a form. */
  const fitFor = (user: string, way: Way, message: Message): Message =>
    way === 'thread' && !options.readsThreads() ? { ...message, rows: withForm(user, message.rows) } : message

  /** They may have moved since: a nonce is known in one channel alone, so a repeat is looked for in each of theirs. */
  async function saidBefore(
    user: string,
    message: Message,
    since: number | undefined,
    signal: AbortSignal,
  ): Promise<Outcome | undefined> {
    if (since === undefined) return undefined
    for (const way of homes.ways(user)) {
      const channel = places.home(user)[way]
      if (channel === undefined) continue
      try {
        const id = await options.sentBefore(channel, fitFor(user, way, message), since, signal, 'any-age')
        if (id !== undefined) return ok({ messages: [homeName(way, id)] })
      } catch (error) {
        // A channel that is gone or closed to us says so, and holds no answer for anybody.
        if (codeOf(error) === undefined) throw error
      }
    }
    return undefined
  }

  return async function toUser(
    user: string,
    message: Message,
    request: Sending,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const before = await saidBefore(user, message, request.againSince, signal)
    if (before) return before
    const whisper = await whispered(user, message, signal)
    if (whisper) return whisper
    for (const way of homes.ways(user)) {
      const channel = await homes.reach(user, way, signal)
      if (channel === undefined) continue
      const own = fitFor(user, way, message)
      // Looked for above in each of theirs; a channel made just now holds nothing.
      const once = { key: request.key }
      const send = (): Promise<Done> => toChannel(channel, own, once, signal, (id) => homeName(way, id))
      try {
        return ok(await send())
      } catch (error) {
        const { kind } = failureOf(error)
        if (kind === 'thread-closed' && (await homes.wake(channel, signal))) return ok(await send())
        const gone = kind === 'no-thread' || NOT_ALLOWED.includes(codeOf(error) ?? 0)
        if (gone) await homes.leave(user, way)
        else if (kind !== 'blocked' && kind !== 'thread-closed') throw error
      }
    }
    return err({ kind: 'blocked' })
  }
}
