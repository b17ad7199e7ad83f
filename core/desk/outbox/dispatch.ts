// Sends what the outbox holds: in order within a lane, at the platform's pace, each call committed before and after.
import type { OutboxRow } from '../../domain/desk.ts'
import { type Instant, plus, SECOND, sleep, turnEnd } from '../../kit/clock.ts'
import { within } from '../../kit/deadline.ts'
import { err, type Result } from '../../kit/result.ts'
import type { Done, SendError } from '../../ports/chat-platform.ts'
import type { Log } from '../../redaction/log.ts'
import type { Writers } from '../../store/nouns.ts'
import type { LaneHead } from '../../store/outbox.ts'
import { failed } from './failure.ts'
import { intake } from './intake.ts'
import { Pace } from './pace.ts'
import { delivered } from './receipt.ts'
import { type Post, type Step, stepOf } from './step.ts'

/** Calls that may be under way at a time, each in a lane of its own. */
const AT_ONCE = 32
const CALL_DEADLINE_MS = 30_000
/** How often an idle dispatcher looks when nobody pokes it. */
const IDLE_MS = 250
/** A reason of ours: without one each call of `poke` would make an error with a stack. */
const WOKEN = 'woken'

type Ready = { readonly row: LaneHead; readonly turn: string }

/** Looked at in one round; the others have their turn in the next. */
const A_ROUND = 200

/** Rows of one ticket take turns over both of their lanes, so that its thread is made once. */
const turnOf = ({ conversationId, ticketId, lane }: LaneHead): string =>
  conversationId === null && ticketId !== null ? `t${ticketId}` : lane

export type Dispatcher = {
  /** Sends until `signal` fires; what is under way then is finished. */
  run(signal: AbortSignal): Promise<void>
  /** Something was queued just now. */
  poke(): void
  /** Sends what is due and resolves when nothing more can go out now: for tests and a graceful end. */
  flush(): Promise<void>
}

export function makeDispatcher(post: Post, log?: Log): Dispatcher {
  const { context, platform } = post
  const { store, clock } = context
  const pace = new Pace(platform.pace, clock)
  const busy = new Map<string, Promise<void>>()
  const waiting = new Map<string, Instant>()
  let wake: () => void = () => undefined
  let called = false
  const orphaned = new Set<number>()
  let recovered = false
  /** Of the last look: not begun yet. Whether it can still be sent is asked again when it is. */
  let found: Ready[] = []
  /** Since then something was queued. */
  let queued = false

  /** What was on its way when we died, or when its result could not be written down, may have arrived. */
  async function recover(): Promise<void> {
    if (recovered && orphaned.size === 0) return
    const lost = new Set(orphaned)
    await store.write(async (w) => {
      for (const row of await w.outbox.sending(platform.name)) {
        if (!recovered || lost.has(row.id)) await w.outbox.save({ ...row, state: 'ambiguous' })
      }
    })
    recovered = true
    for (const id of lost) orphaned.delete(id)
  }

  /** A crowd at the door must not race for the one call that a minute has left: talks under way come first. */
  const crowdedOut = ({ threadless }: LaneHead): boolean => threadless === 1 && pace.staffWaitMs() > 0

  async function ready(): Promise<Ready[]> {
    const now = clock.now()
    return store.read(async (r) => {
      const found: (Ready & { readonly rank: number })[] = []
      const heads = (await r.outbox.due(platform.name, now)).toSorted((a, b) => a.id - b.id)
      for (const row of heads) {
        const notBefore = waiting.get(row.lane)
        if ((notBefore !== undefined && notBefore > now) || busy.has(turnOf(row)) || crowdedOut(row)) continue
        waiting.delete(row.lane)
        // The common room first, then talks under way, then threads that are still to be made.
        const rank = row.lane.startsWith('room:') ? 0 : row.threadless ? 2 : 1
        found.push({ row, turn: turnOf(row), rank })
        if (found.length >= A_ROUND) break
      }
      return found.toSorted((a, b) => a.rank - b.rank || a.row.id - b.row.id)
    })
  }

  /** Answers come in many at a time: what they change is committed at once. */
  async function together<T>(work: (w: Writers) => Promise<T>): Promise<T> {
    await turnEnd()
    return store.write(work)
  }

  /** The next call of a row, marked as on its way; a number: not before that many milliseconds. */
  const begin = (id: number): Promise<Step | number | undefined> =>
    together(async (w) => {
      const row = await w.outbox.byId(id)
      if (!row || (row.state !== 'queued' && row.state !== 'ambiguous')) return undefined
      // What the platform itself would drop as a repeat needs no mark that says it may be one.
      const plain = await stepOf(w, post, row.state === 'ambiguous' ? { ...row, state: 'queued' } : row)
      const marked = row.state === 'ambiguous' && plain !== undefined && !platform.dropsRepeats(plain.request)
      const next = marked ? await stepOf(w, post, row) : plain
      const step = next && withAge(next, row)
      if (!step) {
        await w.outbox.save({ ...row, state: 'sent', sentAt: clock.now() })
        return undefined
      }
      const waitMs = pace.take(step.request)
      if (waitMs > 0) return waitMs
      // That it may be out already outlives whatever this call meets.
      await w.outbox.save({ ...row, state: 'sending', error: row.state === 'ambiguous' ? 'unclear' : row.error })
      if (step.request.kind === 'open-thread' && row.ticketId !== null) {
        const thread = await w.threads.ofTicket(row.ticketId)
        if (thread) await w.threads.save({ ...thread, state: 'making' })
      }
      return step
    })

  async function finish(id: number, step: Step): Promise<'more' | 'done'> {
    const done = await within<Result<Done, SendError>>(CALL_DEADLINE_MS, err({ kind: 'unclear' }), (signal) =>
      platform.perform(step.request, signal),
    )
    return together(async (w) => {
      const row = await w.outbox.byId(id)
      if (!row) return 'done'
      if (!done.ok) {
        if (done.error.kind === 'later') pace.hold(step.request, done.error.afterMs)
        return failed(w, post, row, step, done.error)
      }
      await step.kept(w, done.value)
      const parts = step.last || !partOfRow(step) ? row.parts : row.parts + 1
      if (!step.last) {
        await w.outbox.save({ ...row, state: 'queued', parts, tries: 0, error: null })
        return 'more'
      }
      await w.outbox.save({ ...row, state: 'sent', tries: 0, error: null, sentAt: clock.now() })
      await delivered(w, post, row)
      return 'done'
    })
  }

  /** One row, call by call, until it is out or has to wait. */
  async function carry({ row }: Ready): Promise<void> {
    for (;;) {
      const step = await begin(row.id)
      if (step === undefined) return
      if (typeof step === 'number') {
        waiting.set(row.lane, plus(clock.now(), step))
        return
      }
      if ((await finish(row.id, step)) === 'done') return
    }
  }

  /** Begins what was found, as far as calls are free; how many. */
  function begun(): number {
    let started = 0
    while (busy.size < AT_ONCE) {
      const one = found.shift()
      if (!one) break
      if (busy.has(one.turn) || crowdedOut(one.row)) continue
      started++
      const work = carry(one)
        .catch((error: unknown) => {
          log?.error('sending failed', { error: error instanceof Error ? error : null })
          waiting.set(one.row.lane, plus(clock.now(), SECOND))
          orphaned.add(one.row.id)
        })
        .finally(() => {
          busy.delete(one.turn)
          call()
        })
      busy.set(one.turn, work)
    }
    return started
  }

  async function start(): Promise<number> {
    await recover()
    if (busy.size >= AT_ONCE) return 0
    const started = queued ? 0 : begun()
    if (started > 0) return started
    queued = false
    await intake(post, pace)
    found = await ready()
    return begun()
  }

  /** Over as soon as something called since the last look began. */
  const idle = (): Promise<void> => {
    const ended = new AbortController()
    wake = () => ended.abort(WOKEN)
    if (called) wake()
    return sleep(IDLE_MS, ended.signal)
  }
  const call = (): void => {
    called = true
    wake()
  }

  return {
    run: async (signal) => {
      while (!signal.aborted) {
        called = false
        const started = await start().catch((error: unknown) => {
          log?.error('the outbox could not be read', { error: error instanceof Error ? error : null })
          return 0
        })
        // Lanes are looked at again as soon as one is free, a call ended, or somebody queued something.
        if (started === 0 || busy.size > 0) await idle()
        // Many are free at a time: one look finds work for all of them.
        await turnEnd()
      }
      await Promise.all(busy.values())
    },
    poke: () => {
      queued = true
      call()
    },
    flush: async () => {
      for (;;) {
        const started = await start()
        if (started === 0 && busy.size === 0) return
        await Promise.all(busy.values())
      }
    },
  }
}

/** What was asked for before may be there since then. */
const withAge = (step: Step, { state, error, at }: OutboxRow): Step =>
  'to' in step.request && (state === 'ambiguous' || error === 'unclear')
    ? { ...step, request: { ...step.request, againSince: at } }
    : step

/** Making a thread and its card come before a row's own parts and don't count as one. */
const partOfRow = ({ request }: Step): boolean =>
  request.kind !== 'open-thread' && request.kind !== 'set-thread' && !('key' in request && /^[tk]/.test(request.key))
