// An event's way into the desk: committed at once, what follows after; what throws is kept, told, and holds nobody else up.
import { type FlowBook, interfaceText } from '../../core/conversation/book.ts'
import type { Chat } from '../../core/desk/chat.ts'
import type { Context } from '../../core/desk/context.ts'
import { conversationOf } from '../../core/desk/conversations.ts'
import type { Group } from '../../core/desk/group.ts'
import type { Kept } from '../../core/desk/incoming.ts'
import { tellRoom, tellUser } from '../../core/desk/outbox/enqueue.ts'
import type { StaffAnswer, StaffIncoming } from '../../core/desk/staff-incoming.ts'
import { sleep } from '../../core/kit/clock.ts'
import type { Log } from '../../core/redaction/log.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import type { Redacted } from '../../core/redaction/redacted.ts'
import { Followers } from '../followers.ts'
import type { Heard } from './inbound.ts'
import { DISCORD } from './name.ts'

export type StaffRoom = { take(incoming: StaffIncoming): Promise<StaffAnswer> }

export type IntakeOptions = {
  readonly context: Context
  readonly book: FlowBook
  readonly chat: Chat
  readonly staffRoom: StaffRoom
  readonly group: Group
  /** Something may be in the outbox now. */
  readonly poke: () => void
  readonly log: Log
}

export type Committed = {
  /** What the presser of a staff's button is told. */
  readonly toast: Redacted | null
  /** Resolves when what the event asked for is in the outbox. */
  readonly followed: Promise<void>
}

export type Intake = {
  /** Resolves when the event is committed, however it went; throws only where nothing can be committed now. */
  take(heard: Heard): Promise<Committed>
  room(): Promise<void>
  /** Resolves when nothing is left to be done. */
  idle(): Promise<void>
}

const RESUME_MS = 2_000
const NOTHING: Committed = { toast: null, followed: Promise.resolve() }

export function makeIntake({ context, book, chat, staffRoom, group, poke, log }: IntakeOptions): Intake {
  const { store, clock, ids } = context
  const followers = new Followers()

  const failed = (error: unknown): void =>
    log.error('what an event asked for failed', { error: error instanceof Error ? error : null })

  /** A lookup that failed is handed out once more; what fails then waits for the next start. */
  async function follow(work: () => Promise<void>, user: string): Promise<void> {
    try {
      await work()
    } catch (error) {
      failed(error)
      await sleep(RESUME_MS)
      await chat.resume(DISCORD, user).catch(failed)
    }
    poke()
  }

  async function commit(heard: Heard): Promise<Committed> {
    switch (heard.kind) {
      case 'user': {
        const { incoming } = heard
        const work = await chat.accept(incoming)
        const followed = Promise.withResolvers<void>()
        followers.add(incoming.user, () => follow(work, incoming.user).finally(followed.resolve))
        return { toast: null, followed: followed.promise }
      }
      case 'staff':
        return { ...NOTHING, ...(await staffRoom.take(heard.incoming)) }
      case 'group':
        await group.take(heard.incoming)
        return NOTHING
      case 'withheld':
        await keepUnread(heard.eventId, heard.user, 'place_unreadable')
        return NOTHING
      default:
        return heard satisfies never
    }
  }

  const nothing = redact(new Raw('')).text
  const unread: Kept = { kind: 'unreadable', what: 'other', caption: nothing }

  /** Kept as something that nobody can read, and its author told so. */
  const keepUnread = (eventId: string, user: string | undefined, key: 'place_unreadable' | 'went_wrong') =>
    store.write(async (w) => {
      if (await w.inbox.byEvent(DISCORD, eventId)) return
      const at = clock.now()
      const conversation =
        user === undefined ? undefined : await conversationOf(w, context, { platform: DISCORD, user, address: user })
      await w.inbox.receive({
        id: ids.row('in', at),
        platform: DISCORD,
        eventId,
        conversationId: conversation?.id ?? null,
        body: JSON.stringify(conversation ? unread : { kind: 'poison' }),
        state: 'done',
        dueAt: at,
        tries: 0,
        at,
      })
      if (conversation) {
        const text = interfaceText(book, conversation.lang ?? 'zh', key)
        await tellUser(w, at, conversation, { kind: 'say', text, step: 0, choices: [] })
      }
      if (key === 'went_wrong') {
        const event = redact(new Raw(eventId)).text
        await tellRoom(w, at, DISCORD, interfaceText(book, 'zh', 'staff_poison', { event }))
      }
    })

  /** The user hears that it came and went wrong, staff where to look. Nothing of the event itself is stored. */
  const bury = (heard: Heard): Promise<void> => {
    const eventId = heard.kind === 'withheld' ? heard.eventId : heard.incoming.eventId
    const user = heard.kind === 'user' ? heard.incoming.user : undefined
    return keepUnread(eventId, user, 'went_wrong')
  }

  return {
    take: async (heard) => {
      try {
        return await commit(heard)
      } catch (first) {
        failed(first)
        // What failed for a moment (a locked file, a full disk) goes well the second time, or throws again below.
        try {
          return await commit(heard)
        } catch (second) {
          failed(second)
          await bury(heard)
          return NOTHING
        }
      } finally {
        poke()
      }
    },
    room: () => followers.room(),
    idle: () => followers.idle(),
  }
}
