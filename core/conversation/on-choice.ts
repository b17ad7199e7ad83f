// A button was pressed, now or long ago.
import type { Instant } from '../kit/clock.ts'
import { never } from '../kit/invariant.ts'
import { merged } from './answer.ts'
import { type FlowBook, flowOf } from './book.ts'
import type { Turn } from './effect.ts'
import type { ChoiceEvent } from './event.ts'
import { back, cancel, leaving, toHuman, toMenu } from './move.ts'
import { optionsOf } from './option.ts'
import { again, asked } from './show.ts'
import type { State } from './state.ts'
import { restart, walk } from './walk.ts'

/** Does what the option at `index` of the open question says; one that isn't there shows the question again. */
export function press(book: FlowBook, state: State, index: number, at: Instant): Turn {
  const option = optionsOf(book, state)[index]
  if (option === undefined) return again(book, state, state.waiting === null ? 'moved_on' : 'still_looking')
  switch (option.role) {
    case 'menu':
      return toMenu(book, state, at)
    case 'back':
      return back(book, state, at)
    case 'human':
      return toHuman(book, state, at)
    case 'cancel':
      return cancel(book, state)
    case 'pick': {
      if (option.to === undefined) return restart(book, state, at)
      const left = leaving(book, { ...state, misses: 0 })
      const scene = { ...left.scene, answers: merged(left.scene.answers, option.set ?? {}) }
      return walk(book, { ...left, scene }, option.to, at)
    }
    default:
      return never(option.role)
  }
}

export function onChoice(book: FlowBook, state: State, event: ChoiceEvent): Turn {
  const { place, version } = state.scene
  if (event.step !== state.step) return again(book, state, state.waiting === null ? 'moved_on' : 'still_looking')
  // The flow was edited since: the same number may now be another button, so the question is shown anew.
  if (place !== null && state.waiting === null && flowOf(book, place.flow)?.version !== version) {
    return asked(book, state, place, [])
  }
  return press(book, state, event.index, event.at)
}
