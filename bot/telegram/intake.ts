// An update's way into the desk: committed first, answered after; what throws is kept, told, and holds nobody else up.
import type { Update } from 'grammy/types'
import type { FlowBook } from '../../core/conversation/book.ts'
import type { Chat } from '../../core/desk/chat/chat.ts'
import type { Group } from '../../core/desk/chat/group.ts'
import { keepUnread } from '../../core/desk/chat/unread.ts'
import type { Context } from '../../core/desk/context.ts'
import type { StaffAnswer, StaffIncoming } from '../../core/desk/staff/incoming.ts'
import { turnEnd } from '../../core/kit/clock.ts'
import type { Log } from '../../core/redaction/log.ts'
import { Raw } from '../../core/redaction/raw.ts'
import type { Redacted } from '../../core/redaction/redacted.ts'
import { Followers, followUp } from '../followers.ts'
import type { Client } from './api.ts'
import type { Around } from './around.ts'
import { eventIdOf, type Heard, hear } from './inbound.ts'
import { TELEGRAM, type TelegramPlatform } from './platform.ts'

export type StaffRoom = { take(incoming: StaffIncoming): Promise<StaffAnswer> }

export type IntakeOptions = {
  readonly context: Context
  readonly book: FlowBook
  readonly client: Client
  readonly platform: TelegramPlatform
  readonly around: Around
  readonly chat: Chat
  readonly staffRoom: StaffRoom
  readonly group: Group
  /** Something may be in the outbox now. */
  readonly poke: () => void
  readonly log: Log
}

export type Intake = {
  /** Resolves when the update is committed, however it went; throws only where nothing can be committed now. */
  take(update: Update): Promise<void>
  /** Resolves when there is room for what the next updates leave to be done. */
  room(): Promise<void>
  /** Resolves when nothing is left to be done. */
  idle(): Promise<void>
}

export function makeIntake(options: IntakeOptions): Intake {
  const { context, book, client, platform, around, chat, staffRoom, group, poke, log } = options
  const followers = new Followers()

  /** Answered so that the button stops turning; an old press cannot be answered any more, and nobody minds. */
  const answer = (query: Update['callback_query'], text: Redacted | null): void => {
    if (!query) return
    const words = text === null ? {} : { text: text.slice(0, TOAST) }
    client.api.raw.answerCallbackQuery({ callback_query_id: query.id, ...words }).catch(() => undefined)
  }

  const failed = (error: unknown): void =>
    log.error('what an update asked for failed', { error: error instanceof Error ? error : null })

  const follow = (work: () => Promise<void>, user: string): Promise<void> =>
    followUp(chat, TELEGRAM, user, work, failed).finally(poke)

  async function commit(heard: Heard, update: Update): Promise<void> {
    const query = update.callback_query
    switch (heard.kind) {
      case 'user': {
        answer(query, null)
        const work = await chat.accept(heard.incoming)
        followers.add(heard.incoming.user, () => follow(work, heard.incoming.user))
        return
      }
      case 'staff': {
        const { toast } = await staffRoom.take(heard.incoming)
        if (heard.incoming.message.kind === 'moved') platform.move(heard.incoming.message.to)
        answer(query, toast)
        return
      }
      case 'group':
        return group.take(heard.incoming)
      case 'nothing':
        return answer(query, null)
      default:
        return heard satisfies never
    }
  }

  /** The user hears that it came and went wrong, staff where to look. */
  const bury = (update: Update): Promise<void> => {
    const message = update.message ?? update.edited_message ?? update.callback_query?.message
    const from = update.message?.from ?? update.edited_message?.from ?? update.callback_query?.from
    const own = message?.chat.type === 'private' && from !== undefined
    return keepUnread(context, book, {
      platform: TELEGRAM,
      eventId: eventIdOf(around, update),
      author: own ? { user: String(from.id), address: String(message.chat.id) } : undefined,
      say: 'went_wrong',
      event: new Raw(`update ${update.update_id}`),
    })
  }

  /** All of a batch in one turn and in its order, so that one commit holds it. */
  async function take(update: Update): Promise<void> {
    // Answers of Telegram that came before it are written down before it: it may reply to what they tell of.
    await turnEnd()
    try {
      await commit(hear(around, update), update)
    } catch (first) {
      failed(first)
      // What failed for a moment (a locked file, a full disk) goes well the second time, or throws again below.
      await once(
        () => commit(hear(around, update), update),
        () => bury(update),
      )
    }
    poke()
  }

  async function once(work: () => Promise<void>, otherwise: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (second) {
      failed(second)
      await otherwise()
    }
  }

  return { take, room: () => followers.room(), idle: () => followers.idle() }
}

/** Characters of the small answer to a button. */
const TOAST = 190
