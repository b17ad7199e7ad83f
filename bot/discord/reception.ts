// What somebody called or pressed: kept, then acknowledged, and answered where only they can read it.
import { type FlowBook, interfaceText } from '../../core/conversation/book.ts'
import type { Context } from '../../core/desk/context.ts'
import { SECOND, sleep } from '../../core/kit/clock.ts'
import type { Log } from '../../core/redaction/log.ts'
import { say } from '../../core/redaction/redacted.ts'
import type { Acknowledging } from './acknowledging.ts'
import type { Client } from './api.ts'
import type { Homes, Way } from './homes.ts'
import type { Committed, Intake } from './intake.ts'
import type { Asked } from './interaction.ts'
import { DISCORD } from './name.ts'
import { type Parent, placePanel } from './panel.ts'
import type { Home, Places } from './places.ts'
import type { Live, Whispers } from './whisper.ts'

export type ReceptionOptions = {
  readonly context: Context
  readonly book: FlowBook
  readonly client: Client
  readonly intake: Intake
  readonly places: Places
  readonly homes: Homes
  readonly whispers: Whispers
  readonly parent: Parent
  readonly acknowledging: Acknowledging
  readonly log: Log
}

/** How long the first words may take before "thinking" becomes "received". */
const WORDLESS_MS = 4 * SECOND
const LOOK_MS = SECOND / 10
const PLACE_TRIES = 4
/** A disk that takes longer keeps nobody waiting: the first answer is to come within a second. */
const KEEP_MS = SECOND / 2

export type Reception = { receive(asked: Asked): Promise<void> }

export function makeReception(options: ReceptionOptions): Reception {
  const { context, book, client, intake, places, homes, whispers, parent, acknowledging, log } = options

  const failed = (error: unknown): void =>
    log.error('an interaction failed', { error: error instanceof Error ? error : null })

  const isWhispered = ({ place, heard, wants }: Asked): boolean =>
    place === 'open' && heard.length > 0 && wants !== 'private-place'

  /** Where they will look for the answer. */
  function lastOf({ place, heard, wants }: Asked): Home['last'] {
    if (!heard.some(({ kind }) => kind === 'user')) return undefined
    if (wants === 'private-place' || place === 'home') return 'thread'
    return place === 'open' ? 'whisper' : place === 'direct' ? 'direct' : undefined
  }

  /** Kept in memory at once; that the disk has it too is nobody's condition. */
  function settle(asked: Asked): void {
    const { user, lang, place, channel } = asked
    const last = lastOf(asked)
    if (last !== undefined) whispers.drop(user)
    places.settle(user, { lang, ...(last && last !== 'whisper' ? { last } : {}) }).catch(failed)
    if (last === 'whisper') places.called(user).catch(failed)
    if (channel !== undefined && place === 'open' && parent.channel === undefined) parent.is(channel).catch(failed)
  }

  /** They are being greeted in it already; here they are told where it is. */
  async function openPlace(asked: Asked, followed: Promise<void>): Promise<void> {
    const { user, lang } = asked
    const way = await reachable(user)
    if (typeof way === 'string') {
      await acknowledging.finish(asked, interfaceText(book, lang, way === 'none' ? 'place_none' : 'place_received'))
      return
    }
    await places.settle(user, { last: way.way })
    if (way.way === 'thread') {
      const place = say`<#${BigInt(way.channel)}>`
      await acknowledging.point(asked, interfaceText(book, lang, 'place_here', { place }))
      return
    }
    await followed
    const isHeard = await heardDirectly(user)
    await acknowledging.finish(asked, interfaceText(book, lang, isHeard ? 'place_direct' : 'place_none'))
  }

  /** The outbox makes their place too, as long as it takes; here somebody looks at "thinking". */
  async function reachable(user: string): Promise<{ way: Way; channel: string } | 'none' | 'unclear'> {
    for (let tries = 1; tries <= PLACE_TRIES; tries++) {
      try {
        for (const way of ['thread', 'direct'] as const) {
          const channel = await homes.reach(user, way, AbortSignal.any([]))
          if (channel !== undefined) return { way, channel }
        }
        return 'none'
      } catch (error) {
        log.warn('a private place could not be made yet', { error: error instanceof Error ? error : null })
        await sleep(SECOND / 2)
      }
    }
    return 'unclear'
  }

  /** Direct messages can be closed, and only a message finds out. */
  async function heardDirectly(user: string): Promise<boolean> {
    const userHash = context.keyring.hash('chat-user', `${DISCORD}:${user}`)
    for (let waitedMs = 0; waitedMs < WORDLESS_MS; waitedMs += LOOK_MS) {
      const [conversation, waiting] = await context.store.read(async (r) => {
        const known = await r.conversations.ofUser(DISCORD, userHash)
        return [known, known ? await r.outbox.lane(DISCORD, `user:${known.id}`, 1) : []] as const
      })
      if (conversation?.blocked) return false
      if (waiting.length === 0) return true
      await sleep(LOOK_MS)
    }
    return true
  }

  async function makePanel(asked: Asked): Promise<void> {
    const { channel, lang, mayManage } = asked
    const told = async (key: 'panel_done' | 'panel_not_allowed') => {
      await acknowledging.finish(asked, interfaceText(book, lang, key))
    }
    if (channel === undefined || !mayManage) return told('panel_not_allowed')
    try {
      await placePanel(client, book, channel)
    } catch (error) {
      failed(error)
      return told('panel_not_allowed')
    }
    await parent.is(channel)
    return told('panel_done')
  }

  /** "Thinking" must not stand there for ever where the answer is that a person will come. */
  async function endWaiting(asked: Asked, live: Live | undefined, followed: Promise<void>): Promise<void> {
    if (!live) return void (await acknowledging.clear(asked))
    await followed
    for (let waitedMs = 0; waitedMs < WORDLESS_MS; waitedMs += LOOK_MS) {
      if (live.hasSpoken) return
      // They called again meanwhile, and are answered there.
      const now = whispers.of(asked.user)
      if (now && now !== live) return void (await acknowledging.clear(asked))
      await sleep(LOOK_MS)
    }
    await acknowledging.finish(asked, interfaceText(book, asked.lang, 'place_received'))
  }

  /** What is to be seen behind the first answer. */
  async function answer(asked: Asked, live: Live | undefined, committed: readonly Committed[]): Promise<void> {
    const followed = Promise.all(committed.map((one) => one.followed)).then(() => undefined)
    if (asked.wants === 'private-place') return openPlace(asked, followed)
    if (asked.wants === 'panel') return makePanel(asked)
    const toast = committed.find((one) => one.toast !== null)?.toast ?? null
    if (toast !== null) await acknowledging.whisper(asked, toast)
    if (asked.ack.kind === 'wait') await endWaiting(asked, live, followed)
  }

  /** Whoever is told "received" has been heard: only then is it said. A form asks nothing of the disk. */
  async function acknowledge(asked: Asked, kept: Promise<unknown>): Promise<boolean> {
    const over = new AbortController()
    await Promise.race([kept, sleep(KEEP_MS, over.signal)]).finally(() => over.abort())
    return acknowledging.acknowledge(asked)
  }

  return {
    /** Resolves when all is done; never throws. */
    receive: async (asked) => {
      settle(asked)
      const kept = Promise.all(asked.heard.map((heard) => intake.take(heard)))
      const acked = acknowledge(asked, kept).catch(() => false)
      const live = isWhispered(asked) ? whispers.give(asked.user, asked, acked) : undefined
      try {
        const committed = await kept
        if (await acked) await answer(asked, live, committed)
        else whispers.drop(asked.user)
      } catch (error) {
        failed(error)
      }
    },
  }
}
