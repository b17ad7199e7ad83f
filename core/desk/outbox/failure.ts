// What becomes of a row whose call failed: it waits, is repeated with a mark, makes way for what it needs, or is dead and told.
import { interfaceText } from '../../conversation/book.ts'
import type { OutboxRow } from '../../domain/desk.ts'
import { DAY, type Instant, instantOf, MINUTE, plus, SECOND } from '../../kit/clock.ts'
import { jittered } from '../../kit/ids.ts'
import type { SendError } from '../../ports/chat-platform.ts'
import { mint, say } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import { turnedAnew } from './bill.ts'
import { sayInThread, tellRoom } from './enqueue.ts'
import type { Post, Step } from './step.ts'

/** What could not be sent for so long is dead, and staff are told. */
const GIVE_UP_MS = 3 * DAY
/** Held until the user lets us write again. */
export const HELD = instantOf(8_640_000_000_000_000)

const backOffMs = (tries: number): number => jittered(Math.min(10 * MINUTE, SECOND * 2 ** Math.min(tries, 10)))

/** In the transaction that follows the call. `more`: try the row again at once. */
export async function failed(
  w: Writers,
  post: Post,
  row: OutboxRow,
  step: Step,
  error: SendError,
): Promise<'more' | 'done'> {
  const now = post.context.clock.now()
  const tries = row.tries + 1
  const again = { ...row, tries, error: error.kind } as const
  const ambiguous = step.marked && !post.platform.dropsRepeats(step.request)
  // It was on its way before and no answer came: what this call met does not make that undone.
  const mayBeOut = row.error === 'unclear'
  const waiting = {
    ...again,
    state: mayBeOut && ambiguous ? 'ambiguous' : 'queued',
    error: mayBeOut ? 'unclear' : error.kind,
  } as const
  const thread = row.ticketId === null ? undefined : await w.threads.ofTicket(row.ticketId)
  if ((error.kind === 'later' || error.kind === 'unclear') && now - row.at > GIVE_UP_MS)
    return bury(w, post, row, error.kind)
  switch (error.kind) {
    case 'later':
      // Nothing was tried: a limit must not lengthen the pause behind the next unclear answer.
      await w.outbox.save({ ...waiting, tries: row.tries, dueAt: plus(now, Math.max(error.afterMs, 50)) })
      return 'done'
    case 'unclear':
      await w.outbox.save({
        ...again,
        state: ambiguous ? 'ambiguous' : 'queued',
        dueAt: plus(now, backOffMs(tries)),
      })
      return 'done'
    case 'blocked':
      return held(w, post, row)
    case 'no-thread':
      if (!thread || tries > 5) return bury(w, post, row, error.kind)
      // Somebody deleted it: it is made again, with its card and the last lines, and then this goes into it.
      await w.threads.save({ ...thread, state: 'wanted', threadId: null, cardMessageId: null, cardHash: null })
      await w.outbox.save({ ...again, state: 'queued', dueAt: now })
      return 'more'
    case 'thread-closed':
      if (!thread || tries > 5) return bury(w, post, row, error.kind)
      await w.threads.save({ ...thread, state: 'closed' })
      await w.outbox.save({ ...waiting, dueAt: now })
      return 'more'
    case 'no-message':
      // A card that somebody deleted is shown anew; an edit of what is gone has nothing left to do.
      if (thread && step.request.kind === 'edit' && step.request.message === thread.cardMessageId) {
        await w.threads.save({ ...thread, cardMessageId: null, cardHash: null })
        await w.outbox.save({ ...again, state: 'queued', dueAt: now })
        return 'more'
      }
      // "Credited" must arrive also where the code's message was deleted.
      if (await turnedAnew(w, row, step)) return repeatedly(w, again, now)
      await w.outbox.save({ ...again, state: 'sent', sentAt: now })
      return 'done'
    case 'unchanged':
      await step.kept(w, { messages: [] })
      await w.outbox.save({ ...again, state: 'sent', sentAt: now })
      return 'done'
    case 'moved':
      await w.threads.putFact(`${post.platform.name}.staff-chat`, error.to)
      await w.outbox.save({ ...waiting, dueAt: now })
      return 'more'
    case 'refused':
      if (await turnedAnew(w, row, step)) return repeatedly(w, again, now)
      return bury(w, post, row, error.code)
    default:
      return error satisfies never
  }
}

async function repeatedly(w: Writers, row: OutboxRow, now: Instant): Promise<'more'> {
  await w.outbox.save({ ...row, state: 'queued', dueAt: now })
  return 'more'
}

async function held(w: Writers, post: Post, row: OutboxRow): Promise<'done'> {
  const now = post.context.clock.now()
  const conversation = row.conversationId === null ? undefined : await w.conversations.byId(row.conversationId)
  if (!conversation) return bury(w, post, row, 'blocked')
  await w.outbox.save({ ...row, state: 'queued', error: 'blocked', dueAt: HELD })
  if (conversation.blocked) return 'done'
  await w.conversations.save({ ...conversation, blocked: true })
  // A ticket that was just closed is no longer the conversation's: whoever closed it must know all the same.
  const ticketId = row.ticketId ?? conversation.ticketId
  if (ticketId !== null) {
    await sayInThread(w, now, ticketId, interfaceText(post.book, conversation.lang ?? 'zh', 'staff_user_blocked'))
  }
  return 'done'
}

async function bury(w: Writers, post: Post, row: OutboxRow, code: string): Promise<'done'> {
  const now = post.context.clock.now()
  await w.outbox.save({ ...row, state: 'dead', error: code })
  if (row.lane.startsWith('room:')) return 'done'
  const words = say`⚠️ ${mint(`outbox:${row.id}`)} · ${mint(code)}`
  if (row.ticketId !== null && row.conversationId !== null) await sayInThread(w, now, row.ticketId, words)
  else await tellRoom(w, now, post.platform.name, words)
  return 'done'
}
