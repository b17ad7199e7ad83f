// How the open question looks, and how a conversation comes to rest.
import { join, type Redacted } from '../redaction/redacted.ts'
import { type FlowBook, flowOf, interfaceText, stepAt, write } from './book.ts'
import type { SayEffect, Turn } from './effect.ts'
import type { InterfaceKey } from './interface-text.ts'
import { choicesOf } from './option.ts'
import { emptyScene, type Place, type State } from './state.ts'

/** Words of the open question; undefined between flows and where an upgrade took the step away. */
function question(book: FlowBook, state: State): Redacted | undefined {
  if (state.waiting !== null) return interfaceText(book, state.lang, 'still_looking')
  const { place, vars } = state.scene
  const step = place === null ? undefined : stepAt(book, place)
  if (step?.kind === 'say' || step?.kind === 'ask') return write(book, state.lang, step.say, vars)
  if (step?.kind === 'lookup' || step?.kind === 'act') return interfaceText(book, state.lang, 'failed')
  return undefined
}

/** The open question once more, or the resting row, with `before` above it; nothing changes. */
export function shown(book: FlowBook, state: State, before: readonly Redacted[] = []): SayEffect {
  const words = question(book, state)
  const texts = [...before, ...(words === undefined ? [] : [words])].filter((text) => text !== '')
  const text = texts.length === 0 ? interfaceText(book, state.lang, 'ended') : join(texts, '\n\n')
  return { kind: 'say', text, step: state.step, choices: choicesOf(book, state) }
}

/** The same question with one of the product's own sentences above it. */
export const again = (book: FlowBook, state: State, key: InterfaceKey): Turn => ({
  state,
  effects: [shown(book, state, [interfaceText(book, state.lang, key)])],
})

const samePlace = (a: Place | null, b: Place | null): boolean => a?.flow === b?.flow && a?.step === b?.step

/** Opens the question at `place`: new buttons, and the way back is to another question than this one. */
export function asked(book: FlowBook, state: State, place: Place, before: readonly Redacted[]): Turn {
  const last = state.history.findLastIndex((scene) => !samePlace(scene.place, place))
  const next: State = {
    ...state,
    step: state.step + 1,
    waiting: null,
    history: state.history.slice(0, last + 1),
    scene: { ...state.scene, place, version: flowOf(book, place.flow)?.version ?? '' },
  }
  return { state: next, effects: [shown(book, next, before)] }
}

/** Between flows: the answers stay for whoever reads the conversation next, the question is closed. */
export const resting = (state: State): State => ({
  ...state,
  step: state.step + 1,
  waiting: null,
  misses: 0,
  scene: { ...emptyScene, answers: state.scene.answers },
})

/** Comes to rest with `said` as the last words. */
export function rest(book: FlowBook, state: State, said: readonly Redacted[]): Turn {
  const next = resting(state)
  return { state: next, effects: [shown(book, next, said)] }
}
