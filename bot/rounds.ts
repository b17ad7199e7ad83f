// What comes back again and again beside the platforms: the reconciler, the pictures that wait, the desk's clock.
import type { ChatOptions } from '../core/desk/chat/chat.ts'
import type { Group } from '../core/desk/chat/group.ts'
import { type MediaOptions, makeMediaWorker } from '../core/desk/chat/media.ts'
import { makeReconciler } from '../core/desk/payment/reconciler.ts'
import type { Pulse } from '../core/desk/readiness.ts'
import { makeErrands } from '../core/desk/staff/errand.ts'
import { sweep } from '../core/desk/sweep/sweep.ts'
import type { InboxRow } from '../core/domain/desk.ts'
import { every, MINUTE, SECOND, sleep } from '../core/kit/clock.ts'
import type { Log } from '../core/redaction/log.ts'

const RECONCILE_MS = SECOND
const PICTURES_MS = SECOND / 4

export type RoundsOptions = {
  readonly chat: ChatOptions
  readonly pictures: Pick<MediaOptions, 'platform' | 'redactor'>
  /** Whose pictures in groups of users are looked at. */
  readonly groups: readonly Group[]
  readonly log: Log
  readonly reconciler: Pulse
  /** Something may be in the outbox now. */
  readonly poke: () => void
}

/** Runs until `signal` fires; resolves when the last round is over. One that fails is told of and comes again. */
export async function runRounds(options: RoundsOptions, signal: AbortSignal): Promise<void> {
  const { chat, pictures, groups, log, reconciler, poke } = options
  const { context } = chat
  const errands = makeErrands(chat, pictures)
  const forStaff = async (row: InboxRow): Promise<void> => {
    for (const group of groups) if (await group.judge(row, pictures)) return
    await errands(row)
  }
  const worker = makeMediaWorker({ ...pictures, chat, forStaff })
  const told = (error: unknown): void => {
    log.error('a round failed', { error: error instanceof Error ? error : null })
    for (const part of error instanceof AggregateError ? error.errors.slice(0, 5) : [])
      log.error('a part of it', { error: part instanceof Error ? part : null })
  }

  const money = makeReconciler({ ...chat, log })
  const asking = every(RECONCILE_MS, signal, async () => {
    try {
      const { did } = await money.round()
      reconciler.beat()
      if (did > 0) poke()
    } catch (error) {
      told(error)
    }
    // Another process may go on at once.
  }).finally(() => money.end().catch(told))

  const reading = every(PICTURES_MS, signal, async () => {
    const looked = await worker.work().catch((error: unknown) => void told(error))
    if (looked !== 0) poke()
  })

  const sweeping = async (): Promise<void> => {
    while (!signal.aborted) {
      const swept = await sweep({ ...chat, log }).catch((error) => void told(error))
      if (swept && swept.did > 0) poke()
      const waitMs = swept?.nextAt === undefined ? MINUTE : swept.nextAt - context.clock.now()
      await sleep(Math.min(Math.max(waitMs, SECOND), MINUTE), signal)
    }
  }

  await Promise.all([asking, reading, sweeping()])
}
