// Long polling whose only job is the inbox: what it fetched is committed, and only then the next question confirms it.
import { GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { MINUTE, SECOND, sleep } from '../../core/kit/clock.ts'
import type { Log } from '../../core/redaction/log.ts'
import { type Client, signalOf } from './api.ts'
import { isRefusedToken } from './failure.ts'
import { UPDATES } from './inbound.ts'
import type { Intake } from './intake.ts'

export type PollEnd = 'stopped' | 'token-refused'

const LIMIT = 100
const WAIT_S = 30
const TWO_POLLERS_MS = 5 * SECOND

const backOffMs = (failures: number): number => Math.min(MINUTE / 2, SECOND * 2 ** Math.min(failures, 5))

export async function poll(client: Client, intake: Intake, log: Log, signal: AbortSignal): Promise<PollEnd> {
  let offset = 0
  let failures = 0

  async function fetchUpdates(): Promise<readonly Update[] | PollEnd> {
    try {
      const updates = await client.api.raw.getUpdates(
        { offset, limit: LIMIT, timeout: WAIT_S, allowed_updates: UPDATES },
        signalOf(signal),
      )
      failures = 0
      return updates
    } catch (error) {
      if (signal.aborted) return 'stopped'
      if (isRefusedToken(error)) return 'token-refused'
      failures += 1
      if (error instanceof GrammyError && error.error_code === 409) {
        log.warn('another process polls with the same token, or a webhook is set: only one may; trying again', {
          waitMs: TWO_POLLERS_MS,
        })
        await sleep(TWO_POLLERS_MS, signal)
        return []
      }
      if (failures === 1) log.warn('Telegram cannot be reached; trying again', { error: error as Error })
      const retryAfterS = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) : 0
      await sleep(Math.max(backOffMs(failures), retryAfterS * SECOND), signal)
      return []
    }
  }

  while (!signal.aborted) {
    await intake.room()
    const updates = await fetchUpdates()
    if (typeof updates === 'string') return updates
    const last = updates.at(-1)
    if (!last) continue
    // Started in their order, so that one commit holds them all.
    const kept = await Promise.allSettled(updates.map((update) => intake.take(update)))
    const lost = kept.some(({ status }) => status === 'rejected')
    if (lost) {
      failures += 1
      log.error('what came in cannot be committed; it is not confirmed and comes again', { failures })
      await sleep(backOffMs(failures), signal)
      continue
    }
    // The largest, wherever it stands: an update may come in the wrong order.
    offset = updates.reduce((most, { update_id: id }) => Math.max(most, id), last.update_id) + 1
  }
  return 'stopped'
}
