// Where a colleague's deed happens: the transaction, the ticket, who did it, and how the desk answers them.
import { interfaceText } from '../../conversation/book.ts'
import type { InterfaceKey } from '../../conversation/interface-text.ts'
import type { Vars } from '../../conversation/template.ts'
import type { Language, TicketRow } from '../../domain/desk.ts'
import { mint, type Redacted, say } from '../../redaction/redacted.ts'
import type { AuditDetail } from '../../store/audit.ts'
import type { Writers } from '../../store/nouns.ts'
import type { ChatOptions } from '../chat/chat.ts'
import type { JobButton } from '../outbox/job.ts'
import type { Member, staffIn } from './work.ts'

export type At = {
  readonly w: Writers
  readonly options: ChatOptions
  readonly inside: ReturnType<typeof staffIn>
  readonly ticket: TicketRow
  readonly member: Member
  /** Who agreed to what the member proposed; undefined where nobody was asked. */
  readonly second?: Member
  /** The inbox row of what they did: unique, so that money moves once for it. */
  readonly inboxId: string
  /** The line that the message answers, if it answers one of this ticket. */
  readonly answered: { readonly lineId: number; readonly author: string; readonly staff: string | null } | null
}

/** What a member is told: a word in the thread for a command, a toast for a button. */
export type Answer = {
  readonly text: Redacted | null
  readonly buttons?: JobButton[][]
  /** The word asks for an answer to itself. */
  readonly prompt?: boolean
  /** Said in the thread also where a button was pressed: the colleagues need to know. */
  readonly loud?: boolean
  /** For the presser's eyes only: never said in the thread, however long it is. */
  readonly whisper?: boolean
}

/** What was typed behind a verb: redacted, as everything that is kept or shown. */
export type Verb = {
  /** `name`: only for a proven member; a right that is not in the table of verbs does not exist. */
  readonly needs: 'name' | 'nobody'
  /** Kept with the inbox row, so that a second person can agree to it. */
  readonly keeps?: true
  readonly run: (at: At, argument: Redacted) => Promise<Answer>
}

export const silent: Answer = { text: null }
export const answer = (text: Redacted, more: Omit<Answer, 'text'> = {}): Answer => ({ text, ...more })

type Speaking = { readonly options: Pick<ChatOptions, 'book'>; readonly ticket: { readonly lang: Language } }
export const word = ({ options, ticket }: Speaking, key: InterfaceKey, vars: Vars = {}): Redacted =>
  interfaceText(options.book, ticket.lang, key, vars)

export const told = (at: At, key: InterfaceKey, vars: Vars = {}, more: Omit<Answer, 'text'> = {}): Answer =>
  answer(word(at, key, vars), more)

export const ticketMark = (id: number): Redacted => say`#${id}`

/** Stands in the same transaction as the deed: neither is kept without the other. */
export const audit = (at: At, action: string, subject: string, detail: AuditDetail): Promise<void> =>
  at.w.audit.append({
    at: at.options.context.clock.now(),
    actor: mint(at.member.key),
    action,
    subject,
    detail: { ticket: at.ticket.id, second: at.second ? mint(at.second.key) : null, ...detail },
  })

/**
 * The one that was named, by its end; the only one where nobody named any. Undefined where a number was named that is
 * none of these: nothing is done to another one instead.
 */
export function chosenOf<T>(
  all: readonly T[],
  typed: Redacted,
  isNamed: (one: T) => boolean,
): { one: T; named: boolean } | undefined {
  const named = all.find(isNamed)
  if (named !== undefined) return { one: named, named: true }
  const looksNamed = /^(?:fp)?[*·:]*(?=[A-Z]*\d)[0-9A-Z]{3,32}$/i.test(typed)
  const [only] = all
  return all.length === 1 && only !== undefined && !looksNamed ? { one: only, named: false } : undefined
}

/** The first word and the rest, both trimmed. */
export function firstWord(argument: Redacted): readonly [Redacted, Redacted] {
  const match = /^\s*(\S*)\s*([\s\S]*?)\s*$/.exec(argument)
  return [mint(match?.[1] ?? ''), mint(match?.[2] ?? '')]
}
