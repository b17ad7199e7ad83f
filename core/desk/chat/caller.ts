// What a conversation's calls are made with: who speaks, in which language, for which account.
import type { FlowBook } from '../../conversation/book.ts'
import type { ResultEvent } from '../../conversation/event.ts'
import type { Language } from '../../domain/desk.ts'
import type { NewBill } from '../bill/show.ts'
import type { Context } from '../context.ts'
import type { Verdict } from '../lookups/diagnose.ts'
import type { ChatUser } from './link.ts'

export type Caller = {
  readonly context: Context
  readonly book: FlowBook
  readonly user: ChatUser
  readonly conversationId: string
  readonly lang: Language
  /** Null until the chat is linked. */
  readonly accountId: string | null
  readonly demo: DemoWords | undefined
}

/** What a demo adds to /orders: the finding that each order shows, and lines about tasks and codes. */
export type DemoWords = {
  readonly note: (orderId: string) => string | undefined
  readonly beside: readonly string[]
}

export type Result = Omit<ResultEvent, 'kind' | 'at' | 'step'> & {
  /** Kept with the conversation, for the card and the audit. */
  readonly verdict?: Verdict
  /** An order's code, to be shown now. */
  readonly bill?: NewBill
}

/** A verdict as a flow takes it: the words in the user's language, and the order that it is about. */
export const verdictResult = (verdict: Verdict, lang: Language): Result => ({
  outcome: verdict.finding,
  handoff: verdict.handoff,
  vars: { say: verdict.say[lang], next: verdict.next[lang] },
  ...(verdict.orderId === null ? {} : { answers: { order: verdict.orderId } }),
  verdict,
})
