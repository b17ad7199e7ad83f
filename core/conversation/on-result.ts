// A lookup or an act came back: now, twice, late, or not at all.
import type { Instant } from '../kit/clock.ts'
import { merged } from './answer.ts'
import { type FlowBook, interfaceText, stepAt } from './book.ts'
import type { Turn } from './effect.ts'
import type { ResultEvent } from './event.ts'
import { language } from './language.ts'
import { asked, rest, shown } from './show.ts'
import { BOUNDS, type Place, type State } from './state.ts'
import { isSlot } from './template.ts'
import { FAILED, lookups, NEEDS_HUMAN, NOT_LINKED } from './vocabulary.ts'
import { branchOf, handOff, restart, walk } from './walk.ts'

function logged(state: State, event: ResultEvent): State {
  const lines = state.lookups.map((line) => (line.step === event.step ? { ...line, outcome: event.outcome } : line))
  return { ...state, lookups: lines }
}

function brought(state: State, event: ResultEvent): State {
  const { scene, waiting } = state
  const items = (event.items ?? []).slice(0, BOUNDS.items)
  const yields =
    waiting?.kind === 'lookup' && Object.hasOwn(lookups, waiting.name) ? itemsOf(waiting.name, event) : null
  return {
    ...state,
    waiting: null,
    scene: {
      ...scene,
      // What is no slot's name could not be read back either.
      vars: Object.fromEntries(Object.entries(event.vars ?? {}).filter(([name]) => isSlot(name))),
      items,
      itemsFor: yields,
      outcome: event.outcome,
      answers: merged(scene.answers, event.answers ?? {}),
    },
  }
}

function itemsOf(name: string, event: ResultEvent): State['scene']['itemsFor'] {
  const outcomes = lookups[name as keyof typeof lookups].outcomes as Record<
    string,
    { items?: State['scene']['itemsFor'] }
  >
  return (Object.hasOwn(outcomes, event.outcome) ? outcomes[event.outcome]?.items : undefined) ?? null
}

/** The user chose a language: from here on it is kept, whatever language the messages are in. */
function spoken(state: State, event: ResultEvent): State {
  const wanted = language.safeParse(state.waiting?.args.language)
  const set = state.waiting?.name === 'set-language' && event.outcome === 'done' && wanted.success
  return set ? { ...state, lang: wanted.data, langChosen: true } : state
}

/** The user went elsewhere meanwhile: what was found is told all the same, once, and the talk stays where it is. */
function late(book: FlowBook, state: State, event: ResultEvent): Turn {
  const line = state.lookups.find(({ step }) => step === event.step)
  if (line === undefined || line.outcome !== null) return { state, effects: [] }
  const next = logged(state, event)
  const said = event.vars?.say === undefined ? [] : [interfaceText(book, state.lang, 'late_result', event.vars)]
  if (event.handoff === true) return handOff(book, next, 'finding', said)
  return { state: next, effects: said.length === 0 ? [] : [shown(book, next, said)] }
}

const failed = (book: FlowBook, state: State, place: Place): Turn => asked(book, { ...state, waiting: null }, place, [])

export function onResult(book: FlowBook, before: State, event: ResultEvent): Turn {
  const { waiting, scene } = before
  if (waiting === null || waiting.step !== event.step) return late(book, before, event)
  const place = scene.place
  const step = place === null ? undefined : stepAt(book, place)
  const state = brought(spoken(logged(before, event), event), event)
  if (place === null || step === undefined) return restart(book, state, event.at)
  const on = step.kind === 'lookup' || step.kind === 'act' ? step.on : {}

  const own = Object.hasOwn(on, event.outcome) ? on[event.outcome] : undefined
  // These two say that nothing is known, so `else`, which tells a verdict, is not for them.
  if (event.outcome === FAILED && own === undefined) return failed(book, state, place)
  if (event.outcome === NOT_LINKED && own === undefined) {
    return rest(book, state, [interfaceText(book, state.lang, 'not_linked')])
  }
  const next =
    event.handoff === true && Object.hasOwn(on, NEEDS_HUMAN) ? on[NEEDS_HUMAN] : branchOf(step, event.outcome)
  if (next === undefined) return failed(book, state, place)
  return walk(book, state, { flow: place.flow, step: next }, event.at)
}

/** A call that did not come back for a whole day is given up: its step offers another try. */
export function giveUp(book: FlowBook, state: State, at: Instant): Turn {
  const step = state.waiting?.step ?? 0
  return onResult(book, state, { kind: 'result', at, step, outcome: FAILED })
}
