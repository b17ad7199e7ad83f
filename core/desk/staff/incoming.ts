// What a platform hands over from the staff's place: who wrote, in which thread, and what they did.
import type { Raw } from '../../redaction/raw.ts'
import type { Redacted } from '../../redaction/redacted.ts'
import type { Unreadable } from '../chat/incoming.ts'
import type { Member } from './work.ts'

export type StaffIncoming = {
  readonly platform: string
  /** The platform's own id of the event: the same id is taken once. */
  readonly eventId: string
  /** The staff's place as the platform numbers it: messages count within it, and begin anew when the place moves. */
  readonly chat: string
  /**
   * Null: somebody in the staff's place who is not in the settings; they may read, and are told so. What the bot itself
   * did (a thread that it closed) may come with null too: it never moves a ticket.
   */
  readonly member: Member | null
  /** The ticket's thread; null: the room that all share. */
  readonly thread: string | null
  /** The message as the platform numbers it in the staff's place. */
  readonly messageId?: string | undefined
  /** Written in a form: it stands in the thread only if the desk shows it there. */
  readonly unseen?: boolean
  /** The message that it answers. */
  readonly answers?: string | undefined
  readonly message: /** A note, a reply or a command (`/r`, `/claim` …): the desk tells them apart. */
    | { readonly kind: 'text'; readonly raw: Raw }
    | { readonly kind: 'button'; readonly ticketId: number; readonly verb: string; readonly argument: string }
    /** A picture for the user: it is redacted like the user's own. */
    | { readonly kind: 'media'; readonly file: string; readonly caption: Raw; readonly album: string | null }
    /** No words in it: may be sent on as it is. */
    | { readonly kind: 'copy'; readonly what: 'sticker' | 'voice'; readonly file: string }
    | { readonly kind: 'unreadable'; readonly what: Unreadable }
    | { readonly kind: 'edit'; readonly of: string; readonly raw: Raw }
    /** A message of staff was deleted. */
    | { readonly kind: 'deleted'; readonly of: string }
    | { readonly kind: 'reaction'; readonly of: string; readonly mark: string | null }
    | { readonly kind: 'thread-closed' }
    | { readonly kind: 'thread-reopened' }
    /** The staff's place has another id from now on. */
    | { readonly kind: 'moved'; readonly to: string }
}

/** What the presser of a button is told at once, and nobody else; everything else goes through the outbox. */
export type StaffAnswer = { readonly toast: Redacted | null }
