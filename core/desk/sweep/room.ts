// The staff's common room hears of many tickets in one message: what still waits to be sent takes one more line.
import { type Instant, plus, SECOND } from '../../kit/clock.ts'
import { invariant } from '../../kit/invariant.ts'
import { join, type Redacted } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import { roomLane, tellRoom } from '../outbox/enqueue.ts'
import { readJob } from '../outbox/job.ts'

/** So long a message waits for more lines. */
const GATHER_MS = 2 * SECOND
/** UTF-16 units; every platform takes so much in one or two parts. */
const LONGEST = 1_800
const WAITING = 50

/** In the caller's transaction: a line that is committed is in a message that is committed. */
export async function gatherInRoom(
  w: Writers,
  at: Instant,
  platform: string,
  heading: Redacted,
  line: Redacted,
): Promise<void> {
  for (const row of await w.outbox.lane(platform, roomLane(platform), WAITING)) {
    if (row.state !== 'queued' || row.parts > 0 || row.tries > 0) continue
    const job = readJob(row.body)
    if (job.kind !== 'room' || !job.text.startsWith(heading) || job.text.length + line.length > LONGEST) continue
    await w.outbox.save({ ...row, body: JSON.stringify({ ...job, text: join([job.text, line], '\n') }) })
    return
  }
  const row = await w.outbox.byId(await tellRoom(w, at, platform, join([heading, line], '\n')))
  invariant(row, 'a row that was just queued is gone')
  await w.outbox.save({ ...row, dueAt: plus(at, GATHER_MS) })
}
