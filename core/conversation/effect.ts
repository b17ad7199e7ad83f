// What a conversation asks of the shell. Texts are complete: in the user's language, every slot filled.
import type { Redacted } from '../redaction/redacted.ts'
import type { Answers, State } from './state.ts'
import type { Action, HandoffReason, Lookup } from './vocabulary.ts'

/** `pick` is the flow's own; the others are the row that every question ends with. */
export type Choice = { readonly label: Redacted; readonly role: 'pick' | 'menu' | 'back' | 'human' | 'cancel' }

export type SayEffect = {
  readonly kind: 'say'
  readonly text: Redacted
  /** Goes back in a choice event, with the choice's index. */
  readonly step: number
  readonly choices: readonly Choice[]
}
/** Look something up and return a result event with this `step`. Safe to repeat. */
export type LookupEffect = {
  readonly kind: 'lookup'
  readonly step: number
  readonly about: Lookup
  readonly args: Answers
}
/** Do something and return a result event with this `step`. Conversation id + `step` is its idempotency key. */
export type ActEffect = {
  readonly kind: 'act'
  readonly step: number
  readonly action: Action
  readonly args: Answers
}
/** Give the conversation to a person. The path, answers, notes and lookups for the card stand in the state. */
export type HandoffEffect = {
  readonly kind: 'handoff'
  readonly reason: HandoffReason
  /** The flow that the user was in, or null. */
  readonly topic: string | null
}

export type Effect = SayEffect | LookupEffect | ActEffect | HandoffEffect

/** What one event comes to. */
export type Turn = { readonly state: State; readonly effects: readonly Effect[] }
