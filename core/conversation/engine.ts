// turn(): one event, one step on. Pure and total: no clock, no chance, no event or state that makes it throw.
import type { FlowBook } from './book.ts'
import type { Effect } from './effect.ts'
import type { Event } from './event.ts'
import type { State } from './state.ts'

export type Turn = { readonly state: State; readonly effects: readonly Effect[] }

export function turn(_flows: FlowBook, state: State, _event: Event): Turn {
  return { state, effects: [] }
}
