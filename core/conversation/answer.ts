// How a message answers an ask, and how answers are kept.
import type { TextEvent } from './event.ts'
import type { Answers } from './state.ts'
import { type AnswerName, type Ask, asks } from './vocabulary.ts'

/** Two ways of naming one order: the newer one counts, or a call would be told of two orders. */
const rivals: Partial<Record<AnswerName, AnswerName>> = { order: 'txn', txn: 'order' }

/** `answers` with those of `added` laid over them. */
export function merged(answers: Answers, added: Answers): Answers {
  const next: Record<string, string | number> = { ...answers }
  for (const name of Object.keys(added) as AnswerName[]) {
    const rival = rivals[name]
    if (rival !== undefined && !Object.hasOwn(added, rival)) delete next[rival]
  }
  return Object.assign(next, added)
}

/** What the message says to `ask`, or undefined where it doesn't answer it. */
export function answerTo(ask: Ask, event: TextEvent): Answers | undefined {
  for (const source of asks[ask]) {
    if (source === 'text') return event.text.trim() === '' ? undefined : { [ask]: event.text }
    const value = event.references[source]
    if (value !== undefined) return { [source]: value }
  }
  return undefined
}

/** Those of `names` that are known. */
export function chosen(answers: Answers, names: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)))
}
