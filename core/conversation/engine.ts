// turn(): one event, one step on. Pure and total: no clock, no chance, no event or state that makes it throw.
import { never } from '../kit/invariant.ts'
import { type FlowBook, interfaceText, openingOf, stepAt, targetOf } from './book.ts'
import type { SayEffect, Turn } from './effect.ts'
import type { CommandEvent, Event, OpeningEvent, TimeoutEvent } from './event.ts'
import { cancel, isIdle, leaving, open, toHuman, toMenu } from './move.ts'
import { onChoice } from './on-choice.ts'
import { giveUp, onResult } from './on-result.ts'
import { onText } from './on-text.ts'
import { again, rest, shown } from './show.ts'
import { emptyScene, type State } from './state.ts'
import { restart } from './walk.ts'

export type { Turn } from './effect.ts'
export { asksForHuman, expects } from './on-text.ts'
export { outstanding } from './walk.ts'

function onCommand(book: FlowBook, state: State, event: CommandEvent): Turn {
  if (event.command === 'cancel') return cancel(book, state)
  if (event.command === 'human') return toHuman(book, state, event.at)
  // Telegram's deep link ?start=CODE arrives as /start with a link code.
  const linking = event.command === 'start' && event.references.link_code !== undefined
  const place = openingOf(book, linking ? '/link' : `/${event.command}`)
  if (place === undefined) return toMenu(book, state, event.at)
  return open(book, { ...state, misses: 0 }, place, event.references, event.at)
}

function onOpening(book: FlowBook, state: State, { go, references, at }: OpeningEvent): Turn {
  const place = targetOf(book, go)
  // An upgrade took it away.
  if (place === undefined || stepAt(book, place) === undefined) return restart(book, state, at)
  return open(book, { ...state, misses: 0 }, place, references, at)
}

/** One nudge after 24 idle hours; after 24 more the question is parked, and Back resumes it. */
function onTimeout(book: FlowBook, state: State, event: TimeoutEvent): Turn {
  if (isIdle(state)) return { state, effects: [] }
  if (state.waiting !== null) return giveUp(book, state, event.at)
  if (!state.nudged) return again(book, { ...state, nudged: true }, 'nudge')
  return rest(book, leaving(book, state), [interfaceText(book, state.lang, 'parked')])
}

/**
 * One event, one step on. `state` is the old one or `newState()`; the effects are in the order in which they are
 * to happen. The same book, state and event always give the same turn.
 */
export function turn(book: FlowBook, before: State, event: Event): Turn {
  const gone = before.waiting === null && before.scene.place !== null && stepAt(book, before.scene.place) === undefined
  if (gone && event.kind === 'choice') return restart(book, before, event.at)
  const known = gone ? { ...before, scene: emptyScene } : before
  const state = event.kind === 'timeout' || event.kind === 'result' ? known : { ...known, nudged: false }
  switch (event.kind) {
    case 'text':
      return onText(book, state, event)
    case 'choice':
      return onChoice(book, state, event)
    case 'command':
      return onCommand(book, state, event)
    case 'opening':
      return onOpening(book, state, event)
    case 'result':
      return onResult(book, state, event)
    case 'timeout':
      return onTimeout(book, state, event)
    default:
      event satisfies never
      return never(event)
  }
}

/** The open question as it stands, for a shell that has to show it once more. */
export const current = (book: FlowBook, state: State): SayEffect => shown(book, state)
