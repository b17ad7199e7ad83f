// Talks with the bot that were left half-way: one nudge, and a day later the question is put aside with a way back.
import { turn } from '../../conversation/engine.ts'
import { isIdle } from '../../conversation/move.ts'
import { DAY, HOUR, type Instant, instantOf, plus } from '../../kit/clock.ts'
import type { ChatOptions } from '../chat/chat.ts'
import { stateOf } from '../chat/conversations.ts'
import { follow, type Taken } from '../chat/follow.ts'
import { settle } from '../chat/handle.ts'
import { markOf, pageBehind, setMark } from './mark.ts'

const AT_ONCE = 200
/** After an outage nobody is reminded of what they asked before that. */
const TOO_LATE_MS = 3 * DAY

export type TalksSwept = { readonly did: number; readonly more: boolean; readonly faults: readonly unknown[] }

const silentMs = ({ context }: ChatOptions): number => context.policy.desk.nudgeHours * HOUR

/** One talk, in a transaction of its own; undefined where there is nothing to remind of. */
const nudge = (options: ChatOptions, id: string): Promise<Taken | undefined> =>
  options.context.store.write(async (w) => {
    const at = options.context.clock.now()
    const talk = await w.conversations.byId(id)
    // Somebody wrote meanwhile, or a person has the talk: nothing that is queued now would fit.
    if (!talk || talk.updatedAt > plus(at, -silentMs(options)) || talk.ticketId !== null || talk.blocked)
      return undefined
    const before = stateOf(talk)
    if (isIdle(before)) return undefined
    const { state, effects } = turn(options.book, before, { kind: 'timeout', at })
    return settle(w, options, talk, state, effects)
  })

/** One page of the talks that have been silent for long enough. */
export async function sweepTalks(options: ChatOptions): Promise<TalksSwept> {
  const { store, clock } = options.context
  const until = plus(clock.now(), -silentMs(options))
  const page = await store.read(async (r) => {
    const after = instantOf(Math.max(await markOf(r, 'sweep.talks'), until - TOO_LATE_MS))
    return pageBehind(
      after,
      AT_ONCE,
      (limit) => r.conversations.idle(after, until, limit),
      ({ updatedAt }) => updatedAt,
    )
  })
  let did = 0
  const faults: unknown[] = []
  for (const { id } of page.rows) {
    try {
      const taken = await nudge(options, id)
      if (!taken) continue
      did += 1
      await follow(options, taken)
    } catch (fault) {
      faults.push(fault)
    }
  }
  // Only now: a kill before this line looks again, and finds that those who were nudged have been silent for no time.
  await store.write((w) => setMark(w, 'sweep.talks', page.more ? page.mark : until))
  return { did, more: page.more, faults }
}

/** When the next talk will have been silent for long enough. */
export async function nextNudgeAt(options: ChatOptions): Promise<Instant | undefined> {
  const since = await options.context.store.read(async (r) => r.statistics.silentSince(await markOf(r, 'sweep.talks')))
  return since === undefined ? undefined : plus(since, silentMs(options))
}
