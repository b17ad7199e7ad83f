// What somebody called or pressed: acknowledged first, committed beside that, and answered where only they can read it.
import { type FlowBook, interfaceText } from '../../core/conversation/book.ts'
import type { Context } from '../../core/desk/context.ts'
import { SECOND, sleep } from '../../core/kit/clock.ts'
import type { Log } from '../../core/redaction/log.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { say } from '../../core/redaction/redacted.ts'
import type { Acknowledging } from './acknowledging.ts'
import type { Client } from './api.ts'
import type { Homes } from './homes.ts'
import type { Heard } from './inbound.ts'
import type { Intake } from './intake.ts'
import { type Asked, eventOf } from './interaction.ts'
import { DISCORD } from './name.ts'
import { type Parent, placePanel } from './panel.ts'
import type { Places } from './places.ts'
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

export type Reception = { receive(asked: Asked): Promise<void> }

export function makeReception(options: ReceptionOptions): Reception {
  const { context, book, client, intake, places, homes, whispers, parent, acknowledging, log } = options

  const failed = (error: unknown): void =>
    log.error('an interaction failed', { error: error instanceof Error ? error : null })

  /** Kept in memory at once; that the disk has it too is nobody's condition. */
  function settle({ user, lang, place, channel, heard }: Asked): void {
    const last = place === 'open' ? 'whisper' : place === 'home' ? 'thread' : place === 'direct' ? 'direct' : undefined
    const speaks = heard.some(({ kind }) => kind === 'user')
    places.settle(user, { lang, ...(last && speaks ? { last } : {}) }).catch(failed)
    if (channel !== undefined && place === 'open' && parent.channel === undefined) parent.is(channel).catch(failed)
  }

  async function openPlace(asked: Asked): Promise<void> {
    const { user, lang, id } = asked
    whispers.drop(user)
    const signal = AbortSignal.any([])
    const way = await reachable(user, signal)
    if (way === undefined) {
      await acknowledging.finish(asked, interfaceText(book, lang, 'place_none'))
      return
    }
    await places.settle(user, { last: way.way })
    const heard: Heard = {
      kind: 'user',
      incoming: {
        platform: DISCORD,
        user,
        address: user,
        hint: lang,
        eventId: eventOf(id),
        message: { kind: 'text', raw: new Raw('/start') },
      },
    }
    const { followed } = await intake.take(heard)
    if (way.way === 'thread') {
      const place = say`<#${BigInt(way.channel)}>`
      await acknowledging.point(asked, interfaceText(book, lang, 'place_here', { place }))
      return
    }
    await followed
    const isHeard = await heardDirectly(user)
    await acknowledging.finish(asked, interfaceText(book, lang, isHeard ? 'place_direct' : 'place_none'))
  }

  async function reachable(user: string, signal: AbortSignal) {
    for (const way of ['thread', 'direct'] as const) {
      const channel = await homes.reach(user, way, signal)
      if (channel !== undefined) return { way, channel }
    }
    return undefined
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

  async function takeAll(asked: Asked, live: Live | undefined, acked: Promise<boolean>): Promise<void> {
    const committed = await Promise.all(asked.heard.map((heard) => intake.take(heard)))
    if (!(await acked)) return
    const toast = committed.find((one) => one.toast !== null)?.toast ?? null
    if (toast !== null) await acknowledging.whisper(asked, toast)
    if (asked.ack.kind === 'wait')
      await endWaiting(asked, live, Promise.all(committed.map((one) => one.followed)).then())
  }

  return {
    /** The first answer is on its way before anything else is begun. Resolves when all is done; never throws. */
    receive: async (asked) => {
      const acked = acknowledging.acknowledge(asked)
      try {
        const isOpen = asked.place === 'open' && asked.heard.length > 0
        const live = isOpen ? whispers.give(asked.user, asked, acked) : undefined
        settle(asked)
        const dead = acked.then((isHeard) => {
          if (!isHeard) whispers.drop(asked.user)
        })
        if (asked.wants === 'private-place') await acked.then(() => openPlace(asked))
        else if (asked.wants === 'panel') await acked.then(() => makePanel(asked))
        else await takeAll(asked, live, acked)
        await dead
      } catch (error) {
        failed(error)
      }
    },
  }
}
