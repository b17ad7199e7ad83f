// An update's way into the desk: committed first, answered after; what throws is kept, told, and holds nobody else up.
import type { Update } from 'grammy/types'
import { type FlowBook, interfaceText } from '../../core/conversation/book.ts'
import type { Chat } from '../../core/desk/chat.ts'
import type { Context } from '../../core/desk/context.ts'
import { conversationOf } from '../../core/desk/conversations.ts'
import type { Group } from '../../core/desk/group.ts'
import type { Kept } from '../../core/desk/incoming.ts'
import { tellRoom, tellUser } from '../../core/desk/outbox/enqueue.ts'
import type { StaffAnswer, StaffIncoming } from '../../core/desk/staff-incoming.ts'
import { sleep, turnEnd } from '../../core/kit/clock.ts'
import type { Log } from '../../core/redaction/log.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import type { Redacted } from '../../core/redaction/redacted.ts'
import { Followers } from '../followers.ts'
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

const RESUME_MS = 2_000

export function makeIntake(options: IntakeOptions): Intake {
  const { context, book, client, platform, around, chat, staffRoom, group, poke, log } = options
  const { store, clock, ids } = context
  const followers = new Followers()

  /** Answered so that the button stops turning; an old press cannot be answered any more, and nobody minds. */
  const answer = (query: Update['callback_query'], text: Redacted | null): void => {
    if (!query) return
    const words = text === null ? {} : { text: text.slice(0, TOAST) }
    client.api.raw.answerCallbackQuery({ callback_query_id: query.id, ...words }).catch(() => undefined)
  }

  const failed = (error: unknown): void =>
    log.error('what an update asked for failed', { error: error instanceof Error ? error : null })

  /** A lookup that failed is handed out once more; what fails then waits for the next start. */
  async function follow(work: () => Promise<void>, user: string): Promise<void> {
    try {
      await work()
    } catch (error) {
      failed(error)
      await sleep(RESUME_MS)
      await chat.resume(TELEGRAM, user).catch(failed)
    }
    poke()
  }

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

  /**
   * Kept as something that nobody can read: the user hears that it came and went wrong, staff hear where to look.
   * Nothing of the update itself is stored.
   */
  const bury = (update: Update): Promise<void> =>
    store.write(async (w) => {
      const eventId = eventIdOf(around, update)
      if (await w.inbox.byEvent(TELEGRAM, eventId)) return
      const at = clock.now()
      const message = update.message ?? update.edited_message ?? update.callback_query?.message
      const from = update.message?.from ?? update.edited_message?.from ?? update.callback_query?.from
      const own = message?.chat.type === 'private' && from !== undefined
      const conversation = own
        ? await conversationOf(w, context, {
            platform: TELEGRAM,
            user: String(from.id),
            address: String(message.chat.id),
          })
        : undefined
      const nothing = redact(new Raw('')).text
      const body: Kept | { kind: 'poison' } = conversation
        ? { kind: 'unreadable', what: 'other', caption: nothing }
        : { kind: 'poison' }
      await w.inbox.receive({
        id: ids.row('in', at),
        platform: TELEGRAM,
        eventId,
        conversationId: conversation?.id ?? null,
        body: JSON.stringify(body),
        state: 'done',
        dueAt: at,
        tries: 0,
        at,
      })
      const event = redact(new Raw(`update ${update.update_id}`)).text
      if (conversation) {
        const text = interfaceText(book, conversation.lang ?? 'zh', 'went_wrong')
        await tellUser(w, at, conversation, { kind: 'say', text, step: 0, choices: [] })
      }
      await tellRoom(w, at, TELEGRAM, interfaceText(book, 'zh', 'staff_poison', { event }))
    })

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
