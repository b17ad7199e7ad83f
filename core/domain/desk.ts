// What a support desk keeps: linked identities, conversations, what came in and what goes out, tickets, the audit trail.
import type { Instant } from '../kit/clock.ts'
import type { Redacted } from '../redaction/redacted.ts'
import type { Sealed } from '../redaction/sealed.ts'
import type { About, Finding } from './finding.ts'

export type Language = 'zh' | 'en'

/** A chat identity that may see an account. The platform's own user id is kept as a keyed hash only. */
export type Identity = {
  readonly id: string
  readonly platform: string
  readonly userHash: string
  readonly accountId: string
  readonly linkedAt: Instant
}

/** A one-time code by which an account is linked; 10 minutes, single use. */
export type LinkCode = {
  readonly hash: string
  readonly accountId: string
  readonly expiresAt: Instant
  readonly usedAt: Instant | null
}

export type ConversationRow = {
  readonly id: string
  readonly platform: string
  readonly userHash: string
  /** Where the platform is told to send, sealed: without it nothing could be said after a restart. Null: a terminal. */
  readonly address: Sealed | null
  readonly lang: Language | null
  /** The engine's state as JSON. */
  readonly state: string
  /** The open ticket; while a human owns it, the bot is silent. */
  readonly ticketId: number | null
  /** The user blocked the bot or closed their direct messages: what is queued waits until that ends. */
  readonly blocked: boolean
  readonly version: number
  readonly updatedAt: Instant
}

/** What came in, redacted, with the references that were found at the door; unique by the platform's own event id. */
export type InboxRow = {
  readonly id: string
  readonly platform: string
  readonly eventId: string
  /** Null: it came from staff. */
  readonly conversationId: string | null
  readonly body: string
  /** `received`: something outside must answer first (a picture is fetched and read), or an earlier one waits for that. */
  readonly state: 'received' | 'done'
  /** Not to be worked on before: an album is complete a moment after its last part. */
  readonly dueAt: Instant
  readonly tries: number
  readonly at: Instant
}

/**
 * `ambiguous`: the platform may have it (we died, or the line broke, after the request left); it is repeated with a
 * visible mark. `dead`: the platform refuses it for good; staff are told.
 */
export type OutboxState = 'queued' | 'sending' | 'sent' | 'ambiguous' | 'dead'

/** One thing to be said or done on a platform, committed with the change that caused it. */
export type OutboxRow = {
  readonly id: number
  readonly platform: string
  /** Order is kept within a lane: one person, one ticket's thread, the staff's common room. */
  readonly lane: string
  readonly conversationId: string | null
  readonly ticketId: number | null
  /** The ticket's line that this shows. */
  readonly lineId: number | null
  /** A job of core/desk/outbox/job.ts as JSON; texts in it are redacted. */
  readonly body: string
  readonly state: OutboxState
  /** Parts of a long text that are out. */
  readonly parts: number
  readonly tries: number
  readonly dueAt: Instant
  /** The platform's own short code of the last failure, never its text. */
  readonly error: string | null
  readonly at: Instant
  readonly sentAt: Instant | null
}

/** A message on a platform and what it shows. Its key is platform, chat and message: ids repeat between chats. */
export type MessageLink = {
  readonly platform: string
  /** Keyed hash of the platform's chat id. */
  readonly chatHash: string
  readonly messageId: string
  readonly outboxId: number | null
  readonly inboxId: string | null
  readonly lineId: number | null
  readonly ticketId: number | null
  readonly at: Instant
}

export type TicketState = 'queue' | 'human' | 'waiting-user' | 'closed'
export const priorities = ['normal', 'high', 'urgent'] as const
export type Priority = (typeof priorities)[number]

export type TicketRow = {
  readonly id: number
  readonly conversationId: string
  readonly accountId: string | null
  readonly lang: Language
  readonly topic: string
  readonly state: TicketState
  /** The key of the person who has it, such as `telegram:42`; never shown to users. */
  readonly owner: string | null
  /** The name under which users know that person. */
  readonly persona: Redacted | null
  readonly priority: Priority
  /** The hand-off card as JSON of redacted texts. */
  readonly card: string
  /** Why the bot gave it away, and from which step of which flow: what editors look at. */
  readonly reason: string
  readonly origin: string
  /** Money of this ticket is unresolved: it cannot be closed. */
  readonly moneyOpen: boolean
  readonly openedAt: Instant
  readonly nextReviewAt: Instant
  readonly claimedAt: Instant | null
  readonly firstReplyAt: Instant | null
  readonly closedAt: Instant | null
  readonly closedBy: 'staff' | 'user' | 'auto' | 'bot' | null
  /** The clocks of the desk, in business time; null: not running. */
  readonly firstDueAt: Instant | null
  readonly nextDueAt: Instant | null
  readonly resolveDueAt: Instant | null
  /** Since when the resolution clock stands still: the user's answer is awaited. */
  readonly pausedAt: Instant | null
  /** Reminders already given for what is overdue now. */
  readonly reminders: number
  /** While the user's answer is awaited: when they are warned, and when the ticket closes by itself. */
  readonly warnAt: Instant | null
  readonly closeAt: Instant | null
  /** Never closes by itself. */
  readonly hold: boolean
  /** When the sweep has to look at it next; null: never by itself. */
  readonly wakeAt: Instant | null
  readonly reopened: number
  /** An earlier ticket of the same conversation that this one goes on from. */
  readonly follows: number | null
  /** The ticket of the same incident that this one was merged into. */
  readonly mergedInto: number | null
  /** 1–5, by the user. */
  readonly rating: number | null
  readonly ratingAskedAt: Instant | null
  readonly version: number
}

export type LineAuthor = 'user' | 'bot' | 'staff' | 'note' | 'system'

export type TicketLineRow = {
  readonly id: number
  readonly ticketId: number
  /** The message that this line shows. */
  readonly inboxId: string | null
  readonly author: LineAuthor
  /** The key of the person who wrote it, for the audit; null for the user and the bot. */
  readonly staff: string | null
  readonly persona: string | null
  readonly text: Redacted
  /** The line that it answers. */
  readonly answers: number | null
  /** Written by staff and not sent: somebody else has the ticket, and the writer must confirm. */
  readonly held: boolean
  /** Taken back by its author. */
  readonly removed: boolean
  readonly at: Instant
}

/** How a line read before its author edited it. */
export type LineVersion = {
  readonly id: number
  readonly lineId: number
  readonly text: Redacted
  readonly at: Instant
}

/** A redacted picture that belongs to a line; purged when its time is over. */
export type AttachmentRow = {
  readonly id: string
  readonly lineId: number | null
  readonly inboxId: string
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  readonly covered: number
  readonly at: Instant
  readonly expiresAt: Instant
}

/** A message as it was written, where the policy says that originals are kept: sealed, for a while, opened by name only. */
export type OriginalRow = {
  readonly inboxId: string
  readonly text: Sealed
  readonly expiresAt: Instant
}

/** Where staff see a ticket: a forum topic or post. */
export type ThreadRow = {
  readonly ticketId: number
  readonly platform: string
  /** `making`: the request to make it may have arrived although we never heard the answer. */
  readonly state: 'wanted' | 'making' | 'open' | 'closed'
  readonly threadId: string | null
  readonly name: Redacted
  readonly cardMessageId: string | null
  /** Hash of the card as it was last shown, so that nothing is edited into itself. */
  readonly cardHash: string | null
  /** How often it had to be made: a thread can be deleted by hand. */
  readonly made: number
  /** When it was first named in the staff's common room, before it had a thread of its own. */
  readonly listedAt: Instant | null
}

export type VerdictRow = {
  readonly id: string
  readonly accountId: string
  readonly conversationId: string | null
  readonly about: About
  readonly finding: Finding
  readonly handoff: boolean
  /** A JSON array of `table:id`. */
  readonly evidence: string
  readonly at: Instant
}

export type AuditRow = {
  readonly id: number
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly detail: string
  readonly previousHash: string
  readonly hash: string
}
