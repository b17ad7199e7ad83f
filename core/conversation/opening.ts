// Where a message leads that answers no open question: by what it means, else by what it holds.
import { type FlowBook, flowOf, openingOf } from './book.ts'
import type { TextEvent } from './event.ts'
import type { Answers, Place, State } from './state.ts'
import type { finds, Intent } from './vocabulary.ts'
import { lookups } from './vocabulary.ts'

/** These say nothing about the matter: what the message holds is a better sign. */
const VAGUE: readonly (Intent | null)[] = [null, 'unknown', 'other', 'greeting', 'thanks']

const holds: readonly { readonly names: readonly (keyof Answers)[]; readonly find: (typeof finds)[number] }[] = [
  { names: ['link_code'], find: 'has-link-code' },
  { names: ['code'], find: 'has-code' },
  { names: ['order', 'txn'], find: 'has-order' },
]

/** The flow in hand begins with a lookup that takes an order: another number means the same question again. */
function sameMatter(book: FlowBook, state: State): Place | undefined {
  const flow = state.scene.place === null ? undefined : flowOf(book, state.scene.place.flow)
  const first = flow?.steps[flow.start]
  if (flow === undefined || first?.kind !== 'lookup' || !Object.hasOwn(lookups, first.lookup)) return undefined
  return first.with.includes('order') ? { flow: flow.name, step: flow.start } : undefined
}

/** The place that `event` opens, or undefined where nothing in it tells. */
export function openingFor(book: FlowBook, state: State, event: TextEvent): Place | undefined {
  const { intent, references } = event
  if (intent !== null && !VAGUE.includes(intent)) return openingOf(book, intent)
  const held = holds.find(({ names }) => names.some((name) => references[name] !== undefined))
  if (held !== undefined) {
    return (held.find === 'has-order' ? sameMatter(book, state) : undefined) ?? openingOf(book, held.find)
  }
  return intent === null || intent === 'unknown' ? undefined : openingOf(book, intent)
}
