// What a support desk keeps: linked identities, conversations, what came in and what goes out, tickets, the audit trail.
import type { Instant } from '../kit/clock.ts'
import type { Redacted } from '../redaction/redacted.ts'
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
  readonly lang: Language | null
  /** The engine's state as JSON. */
  readonly state: string
  /** The open ticket; while a human owns it, the bot is silent. */
  readonly ticketId: number | null
  readonly version: number
  readonly updatedAt: Instant
}

/** What came in, redacted, with the references that were found at the door; unique by the platform's own event id. */
export type InboxRow = {
  readonly id: string
  readonly platform: string
  readonly eventId: string
  readonly conversationId: string
  readonly body: string
  readonly state: 'received' | 'done'
  readonly at: Instant
}

export type OutboxRow = {
  readonly id: number
  readonly conversationId: string
  readonly body: string
  readonly state: 'queued' | 'sent'
  readonly at: Instant
  readonly sentAt: Instant | null
}

export type TicketState = 'queue' | 'human' | 'waiting-user' | 'closed'

export type TicketRow = {
  readonly id: number
  readonly conversationId: string
  readonly accountId: string | null
  readonly lang: Language
  readonly topic: string
  readonly state: TicketState
  readonly owner: string | null
  /** The hand-off card as JSON of redacted texts. */
  readonly card: string
  /** Money of this ticket is unresolved: it cannot be closed. */
  readonly moneyOpen: boolean
  readonly openedAt: Instant
  readonly nextReviewAt: Instant
  readonly claimedAt: Instant | null
  readonly firstReplyAt: Instant | null
  readonly closedAt: Instant | null
  readonly version: number
}

export type TicketLineRow = {
  readonly id: number
  readonly ticketId: number
  /** The message that this line shows. */
  readonly inboxId: string | null
  readonly author: 'user' | 'bot' | 'staff' | 'note'
  readonly persona: string | null
  readonly text: Redacted
  readonly at: Instant
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
