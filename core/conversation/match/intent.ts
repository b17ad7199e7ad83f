// What a message in the chat wants: one of the categories, or a plain question that needs no case.
import type { Intent } from '../vocabulary.ts'
import { matchOpening } from './opening.ts'
import { plain } from './plain.ts'
import { triage } from './vocabulary.ts'

/** A rule's own words are nearly always meant; the rest is told by the flow's first question. */
const SAID = 0.85
/** A question in a chat is asked in its first characters; what is longer is a report. */
const ASKED_BY = 400
/** Nothing recognised: the chat offers its menu. */
const UNKNOWN = 0.2

/** The intent of a message, `unknown` where no words of ours are in it; `confidence` is 0 to 1. Pure. */
export function matchIntent(text: string): { readonly intent: Intent; readonly confidence: number } {
  const opening = matchOpening(text)
  const said = triage.mend(plain(text.slice(0, ASKED_BY))).trim()
  const rule = triage.intents.find(
    ({ short, over, says }) => said.length <= short && over.includes(opening.category) && says.test(said),
  )
  if (rule) return { intent: rule.intent, confidence: SAID }
  if (opening.category === 'other') return { intent: 'unknown', confidence: UNKNOWN }
  return { intent: opening.category, confidence: opening.confidence }
}
