// An event's way into the desk: committed at once, what follows after; what throws is kept, told, and holds nobody else up.
import type { FlowBook } from '../../core/conversation/book.ts'
import type { Chat } from '../../core/desk/chat/chat.ts'
import type { Group } from '../../core/desk/chat/group.ts'
import { keepUnread } from '../../core/desk/chat/unread.ts'
import type { Context } from '../../core/desk/context.ts'
import type { StaffAnswer, StaffIncoming } from '../../core/desk/staff/incoming.ts'
import type { Log } from '../../core/redaction/log.ts'
import { Raw } from '../../core/redaction/raw.ts'
import type { Redacted } from '../../core/redaction/redacted.ts'
import { Followers, followUp } from '../followers.ts'
import type { Heard } from './inbound.ts'
import { DISCORD } from './name.ts'
import type { Typing } from './typing.ts'

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
  /** Shows the person that something is being done for them. */
  readonly typing: Typing
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

const NOTHING: Committed = { toast: null, followed: Promise.resolve() }

export function makeIntake({ context, book, chat, staffRoom, group, poke, log, typing }: IntakeOptions): Intake {
  const followers = new Followers()

  const failed = (error: unknown): void =>
    log.error('what an event asked for failed', { error: error instanceof Error ? error : null })

  function follow(work: () => Promise<void>, user: string): Promise<void> {
    const done = followUp(chat, DISCORD, user, work, failed).finally(poke)
    typing(user, done)
    return done
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
        await keepUnread(context, book, {
          platform: DISCORD,
          eventId: heard.eventId,
          author: author(heard.user),
          say: 'place_unreadable',
          event: undefined,
        })
        return NOTHING
      default:
        return heard satisfies never
    }
  }

  const author = (user: string | undefined) => (user === undefined ? undefined : { user, address: user })

  /** The user hears that it came and went wrong, staff where to look. */
  const bury = (heard: Heard): Promise<void> => {
    const eventId = heard.kind === 'withheld' ? heard.eventId : heard.incoming.eventId
    const user = heard.kind === 'user' ? heard.incoming.user : undefined
    const event = new Raw(eventId)
    return keepUnread(context, book, { platform: DISCORD, eventId, author: author(user), say: 'went_wrong', event })
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
