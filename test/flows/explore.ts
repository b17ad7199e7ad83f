// Walks every way through the flows: each question, each call with each outcome, each button.
import type { FlowBook } from '../../core/conversation/book.ts'
import type { Turn } from '../../core/conversation/effect.ts'
import { turn } from '../../core/conversation/engine.ts'
import type { Event } from '../../core/conversation/event.ts'
import { newState, type State } from '../../core/conversation/state.ts'
import {
  type Action,
  actions,
  asks,
  type Call,
  commands,
  intents,
  type Lookup,
  lookups,
  type Yield,
} from '../../core/conversation/vocabulary.ts'
import { instantOf } from '../../core/kit/clock.ts'
import { mint } from '../../core/redaction/redacted.ts'

export const AT = instantOf(Date.parse('2026-11-21T09:00:00+08:00'))

export const text = (words: string, more: Partial<Extract<Event, { kind: 'text' }>> = {}): Event => ({
  kind: 'text',
  at: AT,
  text: mint(words),
  references: {},
  intent: null,
  ...more,
})
export const command = (name: (typeof commands)[number]): Event => ({
  kind: 'command',
  at: AT,
  command: name,
  references: {},
})
export const choice = (state: State, index: number): Event => ({ kind: 'choice', at: AT, step: state.step, index })

const callNamed = (kind: 'lookup' | 'act', name: string): Call =>
  kind === 'lookup' ? lookups[name as Lookup] : actions[name as Action]

/** A result as the shell would bring it: every slot filled, two rows to pick from. */
export function result(state: State, outcome: string, handoff = false): Event {
  const { kind = 'lookup', name = 'payment', step = 0 } = state.waiting ?? {}
  const given: Yield = callNamed(kind, name).outcomes[outcome] ?? {}
  const slots = handoff ? ['say', 'next'] : (given.vars ?? [])
  return {
    kind: 'result',
    at: AT,
    step,
    outcome,
    handoff,
    vars: Object.fromEntries(slots.map((slot) => [slot, mint(`<${slot}>`)])),
    items: given.items === undefined ? [] : [1, 2].map((n) => ({ label: mint(`row ${n}`), value: `id${n}` })),
    answers: Object.fromEntries((given.answers ?? []).map((answer) => [answer, `${answer}1`])),
  }
}

/** Everything that can happen next at `state`, one of each kind. */
export function nextEvents(book: FlowBook, { state, effects }: Turn): readonly Event[] {
  if (state.waiting !== null) {
    const { kind, name } = state.waiting
    const call = callNamed(kind, name)
    const outcomes = [...Object.keys(call.outcomes), 'failed', ...(call.account ? ['not-linked'] : [])]
    const all = outcomes.map((outcome) => result(state, outcome))
    return call.person ? [...all, result(state, Object.keys(call.outcomes)[0] ?? '', true)] : all
  }
  const shown = effects.findLast((effect) => effect.kind === 'say')
  const presses = (shown?.choices ?? []).map((_, index) => choice(state, index))
  const { place } = state.scene
  const step = place === null ? undefined : book.flows[place.flow]?.steps[place.step]
  if (step?.kind !== 'ask') return presses
  const references = Object.fromEntries(asks[step.ask].filter((name) => name !== 'text').map((name) => [name, 'ref1']))
  return [...presses, text('something typed', { references })]
}

/** One turn for each question or call that can be reached, with the events that led there. */
export function explore(book: FlowBook): readonly { readonly turn: Turn; readonly events: readonly Event[] }[] {
  const seen = new Map<string, { turn: Turn; events: readonly Event[] }>()
  const openings = [
    ...intents.map((intent) => text('一句话', { intent })),
    ...commands.map(command),
    ...['order', 'code', 'link_code'].map((name) => text('x', { references: { [name]: 'ref1' } })),
  ]
  let open = openings.map((event) => ({ before: newState(), event, events: [] as readonly Event[] }))
  while (open.length > 0) {
    open = open.flatMap(({ before, event, events }) => {
      const next = turn(book, before, event)
      const { place, outcome } = next.state.scene
      const key = JSON.stringify([place, next.state.waiting?.name, next.state.waiting === null ? outcome : null])
      if (seen.has(key)) return []
      const path = [...events, event]
      seen.set(key, { turn: next, events: path })
      return nextEvents(book, next).map((following) => ({ before: next.state, event: following, events: path }))
    })
  }
  return [...seen.values()]
}
