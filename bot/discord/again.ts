// A repeat that comes when Discord has forgotten its nonce: whether the message is there is read from the channel itself.
import { type APIMessage, Routes } from 'discord.js'
import { withoutDelay } from '../../core/desk/staff/line.ts'
import { type Clock, MINUTE, SECOND } from '../../core/kit/clock.ts'
import type { Client } from './api.ts'
import { EPOCH_MS } from './name.ts'
import type { Message } from './sending.ts'

/** Discord speaks of "a few minutes"; until then the nonce alone is enough. */
const NONCE_MS = MINUTE
/** Half a minute of clocks that disagree. */
const SKEW_MS = 30 * SECOND
const PAGE = 100

/** The smallest id that something made at that time can have. */
const idAt = (ms: number): string => String(BigInt(Math.max(0, Math.trunc(ms) - EPOCH_MS)) << 22n)

/** The same words come again and again in a talk, under another step each time: the buttons name it. */
const buttonsOf = (rows: readonly object[]): string =>
  (JSON.stringify(rows).match(/"(?:custom_id|value|url)":"[^"]*"/g) ?? []).join()

/**
 * Looks for a message that the nonce no longer guards; `any-age` also for a younger one, in another channel than before.
 * `marks`: what says of a repeat that it may be one. Who once called where all can read is told so; the first time it
 * stands without.
 */
export const makeSentBefore =
  ({ rest }: Client, botId: () => string, clock: Clock, marks: readonly string[]) =>
  async (channel: string, { words, files, rows }: Message, since: number, signal: AbortSignal, which?: 'any-age') => {
    if (which === undefined && clock.now() - since < NONCE_MS) return undefined
    const query = new URLSearchParams({ after: idAt(since - SKEW_MS), limit: String(PAGE) })
    const later = (await rest.get(Routes.channelMessages(channel), { query, signal })) as readonly APIMessage[]
    const said = (message: APIMessage): string => message.embeds[0]?.description ?? message.content
    const bare = (text: string): string => {
      const mark = marks.find((one) => text.startsWith(one)) ?? ''
      return withoutDelay(text.slice(mark.length)).trim()
    }
    const wanted = bare(words.embeds[0]?.description ?? words.content)
    return later.findLast(
      (message) =>
        message.author.id === botId() &&
        buttonsOf(message.components ?? []) === buttonsOf(rows) &&
        bare(said(message)) === wanted &&
        message.attachments.length === (files?.length ?? 0),
    )?.id
  }
