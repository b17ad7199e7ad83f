// After a gap (the process was dead, the gateway down): every known channel is read from what was seen last until nothing comes, and what was edited before that.
import { type APIMessage, type APIThreadChannel, type RESTGetAPIGuildThreadsResult, Routes } from 'discord.js'
import { type Clock, DAY, MINUTE, SECOND, sleep } from '../../core/kit/clock.ts'
import type { Log } from '../../core/redaction/log.ts'
import type { Client } from './api.ts'
import { codeOf, failureOf } from './failure.ts'
import type { Gaps } from './gap.ts'
import { madeAt } from './name.ts'
import type { Told } from './packet.ts'
import { isNewer, type Places } from './places.ts'

export type BackfillOptions = {
  readonly client: Client
  readonly guildId: string
  readonly places: Places
  readonly gaps: Gaps
  /** Posts of the staff's forum that are open. */
  readonly posts: () => readonly string[]
  readonly isDirect: (channel: string) => boolean
  /** Takes one message as if it had just come; resolves when it is committed. */
  readonly take: (message: Told) => Promise<void>
  /** True for one that was committed and not yet noted as read. */
  readonly isTaken: (message: Told) => Promise<boolean>
  /** The same as `take` for one that was taken before and was edited. */
  readonly takeEdit: (message: Told) => Promise<void>
  readonly clock: Clock
  readonly log: Log
}

const PAGE = 100
const AT_ONCE = 4
const TRIES = 6
/** Of one channel, with growing pauses: most of half an hour. Then it is given up, and told of. */
const MOST_FAILURES = 30
/** No access, no rights: there is nothing to wait for here. */
const HIDDEN = [50_001, 50_013]
/** A channel of everybody can have said much: secrets older than so many pages were seen by all already. */
const MOST_PAGES_OF_OTHERS = 10

/** An edit of what was said longer ago is not looked for. */
const EDITS_MS = 2 * DAY
/** Clocks that disagree, and the moment until something read is noted. */
const SKEW_MS = 30 * SECOND

/** In milliseconds; 0 for what nobody edited. What the bot changes about its own words is no news. */
const editedAt = ({ author, edited_timestamp: at }: APIMessage): number =>
  at === null || author.bot === true ? 0 : Date.parse(at)

const byAge = (a: APIMessage, b: APIMessage): number => (isNewer(a.id, b.id) ? 1 : -1)

export function makeBackfill(options: BackfillOptions) {
  const { client, guildId, places, gaps, posts, isDirect, clock, log } = options
  const { rest } = client

  /** Limits and broken lines are waited out; undefined where the channel is gone or hidden. */
  async function page(
    channel: string,
    from: { readonly after: string } | { readonly before: string },
    signal: AbortSignal,
  ): Promise<readonly APIMessage[] | undefined> {
    const query = new URLSearchParams({ ...from, limit: String(PAGE) })
    for (let tries = 0; !signal.aborted; tries++) {
      try {
        return (await rest.get(Routes.channelMessages(channel), { query, signal })) as readonly APIMessage[]
      } catch (error) {
        const failure = failureOf(error)
        if (failure.kind === 'no-thread') await places.forget(channel)
        const passes = failure.kind === 'later' || failure.kind === 'unclear'
        if (!passes || HIDDEN.includes(codeOf(error) ?? 0)) return undefined
        if (tries >= TRIES) throw error
        await sleep(failure.kind === 'later' ? failure.afterMs : SECOND * 2 ** tries, signal)
      }
    }
    return undefined
  }

  const toldIn = (channel: string, message: APIMessage): Told =>
    isDirect(channel) ? message : { ...message, guild_id: guildId }

  /** Discord tells of an edit once: what was edited while nobody listened still stands there edited. */
  async function edits(channel: string, signal: AbortSignal): Promise<void> {
    const last = places.readUpTo(channel)
    const recent = clock.now() - EDITS_MS
    if (last === undefined || madeAt(last) < recent) return
    const since = Math.max(recent, (places.notedAt(channel) ?? 0) - SKEW_MS)
    const found = await page(channel, { before: String(BigInt(last) + 1n) }, signal)
    for (const message of (found ?? []).toSorted(byAge)) {
      if (editedAt(message) > since) await options.takeEdit(toldIn(channel, message))
    }
  }

  /** Gives how many messages were missed. */
  async function fill(channel: string, signal: AbortSignal): Promise<number> {
    const isOwn = places.userOf(channel) !== undefined || posts().includes(channel)
    // What was never read is read from its beginning: a thread's first message is not older than the thread.
    let after = places.readUpTo(channel) ?? channel
    let count = 0
    for (let pages = 0; isOwn || pages < MOST_PAGES_OF_OTHERS; pages++) {
      const found = await page(channel, { after }, signal)
      if (!found || found.length === 0) break
      for (const message of found.toSorted(byAge)) {
        const told = toldIn(channel, message)
        const edited = editedAt(message) > 0 && (await options.isTaken(told))
        await options.take(told)
        if (edited) await options.takeEdit(told)
        after = message.id
        count += 1
      }
      if (found.length < PAGE) break
    }
    return count
  }

  /** Threads tell in one call whether anything came; others have to be asked one by one. */
  async function silent(signal: AbortSignal): Promise<ReadonlySet<string>> {
    try {
      const { threads } = (await rest.get(Routes.guildActiveThreads(guildId), {
        signal,
      })) as RESTGetAPIGuildThreadsResult
      const quiet = (threads as readonly APIThreadChannel[]).filter(({ id, last_message_id: last }) => {
        const read = places.readUpTo(id)
        return last == null || (read !== undefined && !isNewer(last, read))
      })
      return new Set(quiet.map(({ id }) => id))
    } catch {
      return new Set()
    }
  }

  return {
    /** Before anything of a new session is taken: everything waits until it is known which channels there are. */
    begin: (): void => gaps.openEverywhere(),

    /** Every channel that is known, or in which something came since the session began. */
    channels(): readonly string[] {
      const known = [...new Set([...places.homes(), ...posts(), ...places.known(), ...gaps.nowKnown()])]
      for (const channel of known) {
        gaps.forget(channel)
        gaps.open(channel)
      }
      return known
    },

    /** People first. Resolves when everything missed is committed. */
    async run(channels: readonly string[], signal: AbortSignal): Promise<number> {
      const quiet = await silent(signal)
      const waiting = [...channels]
      let count = 0
      const failures = new Map<string, number>()
      const work = async (): Promise<void> => {
        for (let channel = waiting.shift(); channel !== undefined; channel = waiting.shift()) {
          if (signal.aborted) return
          try {
            await edits(channel, signal)
            if (!quiet.has(channel)) count += await fill(channel, signal)
          } catch (error) {
            const failed = (failures.get(channel) ?? 0) + 1
            failures.set(channel, failed)
            const why = { error: error instanceof Error ? error : null }
            if (failed < MOST_FAILURES) {
              // What is new waits behind what was missed: else the mark of what was read would pass over it.
              if (failed === 1) log.warn('a channel could not be read yet; it is tried again', why)
              waiting.push(channel)
              await sleep(Math.min(MINUTE, (SECOND / 4) * 2 ** Math.min(failed, 10)), signal)
              continue
            }
            log.error('a channel could not be read again', why)
          }
          gaps.close(channel)
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, work))
      if (count > 0) log.info('what came meanwhile was read', { messages: count, channels: channels.length })
      return count
    },
  }
}
