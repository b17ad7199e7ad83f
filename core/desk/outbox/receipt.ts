// What follows when a row is out: the staff's message gets its tick.
import type { OutboxRow } from '../../domain/desk.ts'
import type { Writers } from '../../store/nouns.ts'
import { tellThread } from './enqueue.ts'
import { readJob } from './job.ts'
import type { Post } from './step.ts'

export const DELIVERED = '👌'

/** In the transaction that marks the row sent. */
export async function delivered(w: Writers, post: Post, row: OutboxRow): Promise<void> {
  if (row.conversationId === null || row.ticketId === null || row.lineId === null) return
  const { kind } = readJob(row.body)
  if (kind !== 'say' && kind !== 'copy') return
  const job = { kind: 'react', side: 'staff', mark: DELIVERED } as const
  await tellThread(w, post.context.clock.now(), row.ticketId, job, row.lineId)
}
