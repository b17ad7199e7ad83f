// When more tickets come in than a staff group can be shown: one message in the common room names all that still wait for a thread.

import { interfaceText } from '../../conversation/book.ts'
import type { TicketRow } from '../../domain/desk.ts'
import { type Instant, SECOND } from '../../kit/clock.ts'
import { join, mint, type Redacted, say } from '../../redaction/redacted.ts'
import { readCard } from '../card/card.ts'
import { tellRoom } from './enqueue.ts'
import type { Pace } from './pace.ts'
import type { Post } from './step.ts'

const LISTED = 40
const BETWEEN_MS = 15 * SECOND
const EXCERPT = 60

const last = new WeakMap<Pace, Instant>()

function entry(ticket: TicketRow): Redacted {
  const card = readCard(ticket.card)
  const words = card.symptom.at(-1)?.text ?? mint('')
  return say`#${ticket.id} · ${card.capability} · ${mint(ticket.lang)} · ${mint(words.slice(0, EXCERPT))}`
}

/** A crowd comes over half a minute: its later lists must not wait until the next one. */
const LISTS_KEPT = 2
/** A thread and its card. */
const CALLS_A_TICKET = 2

/** Lists what waits, if the group has no room to show it all in threads now. */
export async function intake(post: Post, pace: Pace): Promise<void> {
  const { context, platform, book } = post
  const now = context.clock.now()
  const before = last.get(pace)
  if (before !== undefined && before + BETWEEN_MS > now) return
  const waiting = await context.store.read((r) => r.threads.unlisted(platform.name, LISTED))
  const fits = waiting.length * CALLS_A_TICKET <= pace.staffLeft()
  pace.keepForRoom(fits ? 0 : LISTS_KEPT)
  if (fits) return
  last.set(pace, now)
  await context.store.write(async (w) => {
    const lines: Redacted[] = []
    for (const thread of waiting) {
      const ticket = await w.tickets.byId(thread.ticketId)
      if (ticket) lines.push(entry(ticket))
      await w.threads.save({ ...thread, listedAt: now })
    }
    const head = interfaceText(book, 'zh', 'staff_intake', { count: say`${lines.length}` })
    await tellRoom(w, now, platform.name, join([head, ...lines], '\n'))
  })
}
