// What can happen to a conversation.
import type { Instant } from '../kit/clock.ts'
import type { Redacted } from '../redaction/redacted.ts'
import type { Answers, Item } from './state.ts'
import type { Vars } from './template.ts'
import type { Command, Intent } from './vocabulary.ts'

/**
 * Somebody wrote. `references` is what the door found in the raw text: ids of rows, keyed hashes, fen.
 * At a step that `expects` a code, link code, tax id or title, the door makes a reference of the whole message.
 */
export type TextEvent = {
  readonly kind: 'text'
  readonly at: Instant
  readonly text: Redacted
  readonly references: Answers
  /** From the matcher; null or 'unknown' where it is not sure enough to leave an open question for it. */
  readonly intent: Intent | null
}

/** A button: `step` and `index` are those of the Say effect that showed it. */
export type ChoiceEvent = {
  readonly kind: 'choice'
  readonly at: Instant
  readonly step: number
  readonly index: number
}

/** A slash command; `references` is its argument as the door read it (a code, a link code, a language, an amount). */
export type CommandEvent = {
  readonly kind: 'command'
  readonly at: Instant
  readonly command: Command
  readonly references: Answers
}

/** A button that stands outside of any step: `go` is a flow or flow/step, `references` what it brings along. */
export type OpeningEvent = {
  readonly kind: 'opening'
  readonly at: Instant
  readonly go: string
  readonly references: Answers
}

/** What a Lookup or Act effect came to; `step` is the effect's. */
export type ResultEvent = {
  readonly kind: 'result'
  readonly at: Instant
  readonly step: number
  /** A finding, an outcome of the vocabulary, `not-linked`, or `failed` (nothing was changed, may be tried again). */
  readonly outcome: string
  /** The records ask for a person (case-rules 7). */
  readonly handoff?: boolean
  readonly vars?: Vars
  readonly items?: readonly Item[]
  /** What the records add, such as the order that the verdict is about. */
  readonly answers?: Answers
}

/** Nothing came for 24 hours. */
export type TimeoutEvent = { readonly kind: 'timeout'; readonly at: Instant }

export type Event = TextEvent | ChoiceEvent | CommandEvent | OpeningEvent | ResultEvent | TimeoutEvent
