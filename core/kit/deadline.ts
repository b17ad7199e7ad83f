// A deadline for foreign services: whoever has not answered in time is answered for, and told to stop.
import { sleep } from './clock.ts'

const DONE = 'done'

/**
 * Gives what `work` gives; `late` if that takes longer than `ms` or fails. Never throws. The signal fires when the
 * time is over; `work` that does not listen to it is left behind, not waited for.
 */
export async function within<T>(ms: number, late: T, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const over = new AbortController()
  const asked = (async () => work(over.signal))().catch(() => late)
  const deadline = sleep(ms, over.signal).then(() => late)
  try {
    return await Promise.race([asked, deadline])
  } finally {
    // With a reason of ours: the platform would make an error with a stack for each call that went well.
    over.abort(DONE)
  }
}
