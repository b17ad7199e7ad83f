// The moves that are open at every step: begin, go back, ask for a person, stop.
import type { Instant } from '../kit/clock.ts'
import type { Redacted } from '../redaction/redacted.ts'
import { type FlowBook, interfaceText, openingOf, stepAt } from './book.ts'
import type { Turn } from './effect.ts'
import { asked, rest } from './show.ts'
import { type Answers, BOUNDS, emptyScene, type Place, type State } from './state.ts'
import { type AnswerName, answerNames } from './vocabulary.ts'
import { handOff, restart, walk } from './walk.ts'

export const isIdle = (state: State): boolean => state.scene.place === null && state.waiting === null

/** Remembers the open question, so that Back can bring it back whole. A call is no question. */
export function leaving(book: FlowBook, state: State): State {
  const { place } = state.scene
  const kind = place === null ? undefined : stepAt(book, place)?.kind
  if (kind !== 'say' && kind !== 'ask') return state
  return { ...state, history: [...state.history, state.scene].slice(-BOUNDS.history) }
}

/** Begins a flow with nothing but what the message brought. Between flows this begins a new story for the card. */
export function open(
  book: FlowBook,
  state: State,
  place: Place,
  references: Answers,
  at: Instant,
  before: readonly Redacted[] = [],
): Turn {
  const story: State = isIdle(state)
    ? // A call that was abandoned may still come back: its line is how we know it.
      { ...state, path: [], notes: [], history: [], lookups: state.lookups.filter(({ outcome }) => outcome === null) }
    : leaving(book, state)
  const given = answerNames.filter((name: AnswerName) => references[name] !== undefined)
  return walk(book, { ...story, scene: { ...emptyScene, answers: references, given } }, place, at, before)
}

/** The menu, or rest where no flow opens on /start. */
export function toMenu(book: FlowBook, state: State, at: Instant, before: readonly Redacted[] = []): Turn {
  const menu = openingOf(book, '/start')
  return menu === undefined ? rest(book, state, before) : open(book, state, menu, {}, at, before)
}

export function toHuman(book: FlowBook, state: State, at: Instant): Turn {
  const human = openingOf(book, '/human')
  return human === undefined ? handOff(book, state, 'asked', []) : walk(book, state, human, at)
}

export function cancel(book: FlowBook, state: State): Turn {
  const said = [interfaceText(book, state.lang, 'cancelled')]
  return rest(book, { ...state, history: [], scene: emptyScene }, said)
}

/** The question before, with all it rested on; from the first question, the menu. */
export function back(book: FlowBook, state: State, at: Instant): Turn {
  const scene = state.history.at(-1)
  if (scene === undefined) return toMenu(book, state, at, [interfaceText(book, state.lang, 'first_step')])
  const earlier: State = { ...state, history: state.history.slice(0, -1), scene, misses: 0 }
  if (scene.place === null || stepAt(book, scene.place) === undefined) return restart(book, earlier, at)
  return asked(book, earlier, scene.place, [])
}
