// What can happen to a ticket, what it is judged by, and why it may be refused: types only.
import type { Instant } from '../kit/clock.ts'
import type { Redacted } from '../redaction/redacted.ts'
import type { Priority, TicketRow } from './desk.ts'
import type { Policy } from './policy.ts'

export type TicketRules = {
  readonly now: Instant
  readonly hours: Policy['hours']
  readonly desk: Policy['desk']
}

/** A colleague: the key that the audit knows, such as `telegram:42`, and the name that users know. */
type Colleague = { readonly staff: string; readonly persona: Redacted }
/** As the records show it now, not as the ticket remembers it: nothing closes while money is unresolved. */
type Money = { readonly moneyOpen: boolean }

/** The ticket that another one goes on in. */
export type MergeTarget = Pick<TicketRow, 'id' | 'state' | 'accountId' | 'moneyOpen'>

type Details = {
  /** Takes it, or has it already. */
  readonly claim: Colleague
  /** Gives it to that colleague, whoever has it now: the owner hands it on, or a second person takes over on purpose. */
  readonly transfer: Colleague
  /** Goes to the user. `anyway`: the writer was told that somebody else has the ticket, and sends it all the same. */
  readonly reply: Colleague & { readonly anyway?: boolean }
  readonly 'user-wrote': unknown
  /** Staff among themselves: moves no clock. */
  readonly note: unknown
  readonly priority: { readonly priority: Priority }
  /** On: never closes by itself. */
  readonly hold: { readonly on: boolean }
  /** Money of it became unresolved, or was resolved. */
  readonly money: { readonly open: boolean }
  readonly close: Money & { readonly by: NonNullable<TicketRow['closedBy']> }
  /** The owner gives it back to the bot; the conversation begins a clean flow. */
  readonly 'to-bot': Money & { readonly staff: string }
  readonly reopen: unknown
  /** Money that is unresolved may go on in the other ticket only where that one waits for the same account's money. */
  readonly merge: Money & { readonly into: MergeTarget }
  readonly rated: { readonly stars: 1 | 2 | 3 | 4 | 5 }
  /** The sweep has told everybody what is due now; closing is its own event. */
  readonly woken: unknown
  /** Somebody looked at it; `at` is when to look again. */
  readonly reviewed: { readonly at: Instant }
}

export type TicketEventKind = keyof Details
export type TicketEvent<K extends TicketEventKind = TicketEventKind> = {
  [P in K]: { readonly kind: P } & Details[P]
}[K]

export type TicketRefusal =
  /** Somebody else has it: under this name, and this key for the audit. */
  | { readonly kind: 'taken'; readonly owner: string; readonly persona: Redacted | null }
  /** Also: the ticket that this one should be merged into is closed. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'money-open' }
  | { readonly kind: 'not-owner' }
  /** Closed for too long to open again: the caller opens a new one that follows it. */
  | { readonly kind: 'too-old' }
  | { readonly kind: 'not-closed' }
  | { readonly kind: 'already-rated' }
  /** No person answered and resolved it, so there is nothing to rate. */
  | { readonly kind: 'not-resolved' }
  | { readonly kind: 'same-ticket' }
  /** It does not close by itself, or not yet: the user wrote, or it is on hold. */
  | { readonly kind: 'not-due' }
