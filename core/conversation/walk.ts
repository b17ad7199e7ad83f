// Walks from step to step until a question is open, a call is out, a person takes over, or the flow ends.
import type { Instant } from '../kit/clock.ts'
import { never } from '../kit/invariant.ts'
import { join, type Redacted } from '../redaction/redacted.ts'
import { chosen, merged } from './answer.ts'
import { amountFits, type FlowBook, interfaceText, openingOf, stepAt, targetOf, write } from './book.ts'
import type { Effect, Turn } from './effect.ts'
import type { Step, StepOf } from './flow.ts'
import { asked, rest, resting } from './show.ts'
import { type Answers, BOUNDS, type Place, type State } from './state.ts'
import { type Action, type AnswerName, actions, asks, type HandoffReason, type Lookup, lookups } from './vocabulary.ts'

/** No shipped flow comes near; a loop without a question, which the static check refuses, ends here. */
const MOST_STEPS = 30

const visited = (state: State, place: Place, at: Instant): State => ({
  ...state,
  path: [...state.path, { ...place, at }].slice(-BOUNDS.path),
})

/** A message without buttons: something follows it in the same turn. */
const remark = (state: State, said: readonly Redacted[]): readonly Effect[] =>
  said.length === 0 ? [] : [{ kind: 'say', text: join(said, '\n\n'), step: state.step, choices: [] }]

/** The flow that the talk is about: not the menu and not the way to a person. */
function topicOf(book: FlowBook, state: State): string | null {
  const around = [openingOf(book, '/start')?.flow, openingOf(book, '/human')?.flow]
  return state.path.findLast(({ flow }) => !around.includes(flow))?.flow ?? null
}

/** Gives the conversation to a person: the bot's question is closed, what is known stays in the state. */
export function handOff(book: FlowBook, state: State, reason: HandoffReason, said: readonly Redacted[]): Turn {
  const next: State = { ...resting(state), history: [] }
  return {
    state: next,
    effects: [...remark(next, said), { kind: 'handoff', reason, topic: topicOf(book, state) }],
  }
}

/** Begins at the menu with an apology, where an upgrade took a step away. */
export function restart(book: FlowBook, state: State, at: Instant): Turn {
  const said = [interfaceText(book, state.lang, 'restarted')]
  const clean: State = { ...state, waiting: null, history: [] }
  const menu = openingOf(book, '/start')
  const step = menu === undefined ? undefined : stepAt(book, menu)
  if (menu === undefined || step?.kind !== 'say') return rest(book, clean, said)
  return asked(book, visited(clean, menu, at), menu, said)
}

function call(state: State, step: StepOf<'lookup'> | StepOf<'act'>, place: Place, at: Instant): Turn {
  const args = chosen(state.scene.answers, step.with)
  const number = state.step + 1
  const name = step.kind === 'lookup' ? step.lookup : step.act
  const next: State = {
    ...state,
    step: number,
    waiting: { kind: step.kind, name, step: number, args },
    scene: { ...state.scene, place, given: state.scene.given.filter((given) => !step.with.includes(given)) },
    lookups: [...state.lookups, { name, step: number, at, outcome: null }].slice(-BOUNDS.lookups),
  }
  return { state: next, effects: outstanding(next) }
}

/** The call that the conversation waits for, to be handed out again after a kill. */
export function outstanding(state: State): readonly Effect[] {
  if (state.waiting === null) return []
  const { kind, name, step, args } = state.waiting
  if (kind === 'lookup' && Object.hasOwn(lookups, name)) return [{ kind, step, about: name as Lookup, args }]
  if (kind === 'act' && Object.hasOwn(actions, name)) return [{ kind, step, action: name as Action, args }]
  return []
}

/** The branch for `outcome`; `undefined` where neither `on` nor `else` names one. */
export function branchOf(step: Step, outcome: string): string | undefined {
  if (step.kind !== 'lookup' && step.kind !== 'act' && step.kind !== 'route') return undefined
  return Object.hasOwn(step.on, outcome) ? step.on[outcome] : step.else
}

/** An ask that the opening message has already answered is passed over, once. */
function passed(book: FlowBook, state: State, step: StepOf<'ask'>): State | undefined {
  const names: readonly string[] = asks[step.ask]
  const used = state.scene.given.find((name: AnswerName) => names.includes(name))
  if (used === undefined) return undefined
  const { amount } = state.scene.answers
  if (used === 'amount' && typeof amount === 'number' && !amountFits(book, amount)) return undefined
  return { ...state, scene: { ...state.scene, given: state.scene.given.filter((name) => name !== used) } }
}

/** Where the policy offers one method there is nothing to choose: it is taken. */
function onlyOffer(book: FlowBook, state: State, step: StepOf<'say'>): Answers | undefined {
  if (step.pick !== 'channel' || step.choices.length > 0) return undefined
  const [only, ...others] = book.offers[state.lang].channel ?? []
  return only && others.length === 0 ? { channel: only.value } : undefined
}

/** Enters `start` and walks on. `before` is said above what the walk shows. */
export function walk(book: FlowBook, from: State, start: Place, at: Instant, before: readonly Redacted[] = []): Turn {
  const said = [...before]
  let state: State = { ...from, waiting: null }
  let place = start
  for (let round = 0; round < MOST_STEPS; round += 1) {
    const step = stepAt(book, place)
    if (step === undefined) break
    state = visited(state, place, at)
    const inFlow = (name: string | undefined): Place => ({ flow: place.flow, step: name ?? '' })
    switch (step.kind) {
      case 'say': {
        const only = onlyOffer(book, state, step)
        if (only !== undefined && step.to !== undefined) {
          state = { ...state, scene: { ...state.scene, answers: merged(state.scene.answers, only) } }
          place = inFlow(step.to)
          break
        }
        if (step.pick !== undefined || step.choices.length > 0) return asked(book, state, place, said)
        said.push(write(book, state.lang, step.say, state.scene.vars))
        if (step.to === undefined) return rest(book, state, said)
        place = inFlow(step.to)
        break
      }
      case 'ask': {
        const on = passed(book, state, step)
        if (on === undefined) return asked(book, state, place, said)
        state = on
        place = inFlow(step.to)
        break
      }
      case 'lookup':
      case 'act': {
        const { state: next, effects } = call(state, step, place, at)
        return { state: next, effects: [...remark(next, said), ...effects] }
      }
      case 'route':
        place = inFlow(branchOf(step, state.scene.outcome ?? ''))
        break
      case 'go':
        place = targetOf(book, step.go) ?? inFlow(undefined)
        break
      case 'handoff':
        if (step.say !== undefined) said.push(write(book, state.lang, step.say, state.scene.vars))
        return handOff(book, state, step.handoff, said)
      case 'end':
        if (step.say !== undefined) said.push(write(book, state.lang, step.say, state.scene.vars))
        return rest(book, state, said)
      default:
        step satisfies never
        never(step)
    }
  }
  return restart(book, state, at)
}
