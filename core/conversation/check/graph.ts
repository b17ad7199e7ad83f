// The flows as a graph: every way from a step to the next, what the user must do for it, and what is known after it.
import type { Path } from '../../domain/data-file.ts'
import type { Step } from '../flow.ts'
import type { Source } from '../flow-file.ts'
import type { Place } from '../state.ts'
import { actions, type Call, lookups, NEEDS_HUMAN, NOT_LINKED, type Yield } from '../vocabulary.ts'

/** What holds at a step whichever way led there: `{name}` a slot, `=name` an answer, `pick:name` rows, `call:name`. */
export type Known = ReadonlySet<string>

export type Edge = {
  /** undefined: the flow that is named does not exist. */
  readonly to: Place | undefined
  /** As it is written in the file. */
  readonly written: string
  /** Where it is written, within the file of the step. */
  readonly path: Path
  /** The user does something before this way is taken. */
  readonly waits: boolean
  readonly learn: (known: Known) => Known
}

export const keyOf = (place: Place): string => `${place.flow}/${place.step}`

export type Sources = ReadonlyMap<string, Source>

/** The call that a step makes, if the vocabulary has it. */
export function callOf(step: Step): { name: string; call: Call | undefined } | undefined {
  const table: Readonly<Record<string, Call>> = step.kind === 'act' ? actions : lookups
  if (step.kind === 'act') return { name: step.act, call: Object.hasOwn(table, step.act) ? table[step.act] : undefined }
  const name = step.kind === 'lookup' ? step.lookup : step.kind === 'route' ? step.route : undefined
  return name === undefined ? undefined : { name, call: Object.hasOwn(table, name) ? table[name] : undefined }
}

/** Outcomes that a step's `on` may name; `else` takes those of the call itself, never the two special ones. */
export function outcomesOf(
  step: Step,
  call: Call,
): { readonly own: readonly string[]; readonly special: readonly string[] } {
  const special = [...(call.account ? [NOT_LINKED] : []), ...(call.person ? [NEEDS_HUMAN] : [])]
  return { own: Object.keys(call.outcomes), special: step.kind === 'route' ? [] : special }
}

const same = (known: Known): Known => known
const plus =
  (...names: readonly string[]) =>
  (known: Known): Known =>
    new Set([...known, ...names])

const brought = ({ vars = [], answers = [], items }: Yield): readonly string[] => [
  ...vars.map((slot) => `{${slot}}`),
  ...answers.map((answer) => `=${answer}`),
  ...(items === undefined ? [] : [`pick:${items}`]),
]

/** Slots and rows are those of the last call only; answers stay. */
const yielded =
  (name: string, given: Yield) =>
  (known: Known): Known =>
    new Set([...[...known].filter((fact) => fact.startsWith('=')), ...brought(given), `call:${name}`])

/** A person is needed with any of the findings, so only what all of them bring is known. */
const needsHuman = (call: Call): Yield => ({
  vars: Object.values(call.outcomes).some(({ vars }) => vars?.includes('say')) ? ['say', 'next'] : [],
})

function branches(step: Step, inFlow: (name: string) => Place): Edge[] {
  const found = callOf(step)
  if (found?.call === undefined || (step.kind !== 'lookup' && step.kind !== 'act' && step.kind !== 'route')) return []
  const { name, call } = found
  const { own } = outcomesOf(step, call)
  const edge = (outcome: string, written: string, path: Path): Edge => {
    const given = outcome === NEEDS_HUMAN ? needsHuman(call) : (call.outcomes[outcome] ?? {})
    // A route looks nothing up, but whoever takes its branch knows which outcome there was.
    const learn = step.kind === 'route' ? plus(...brought(given)) : yielded(name, given)
    return { to: inFlow(written), written, path, waits: false, learn }
  }
  const named = Object.entries(step.on).map(([outcome, written]) => edge(outcome, written, ['on', outcome]))
  const rest = own.filter((outcome) => !Object.hasOwn(step.on, outcome))
  const { else: other } = step
  return [...named, ...(other === undefined ? [] : rest.map((outcome) => edge(outcome, other, ['else'])))]
}

/** Every way on from `step`; `targetOf` knows the starts of other flows. */
export function edgesOf(step: Step, flow: string, targetOf: (go: string) => Place | undefined): readonly Edge[] {
  const inFlow = (name: string): Place => ({ flow, step: name })
  switch (step.kind) {
    case 'lookup':
    case 'act':
    case 'route':
      return branches(step, inFlow)
    case 'go':
      return [{ to: targetOf(step.go), written: step.go, path: ['go'], waits: false, learn: same }]
    case 'handoff':
    case 'end':
      return []
    default: {
      const waits = step.kind === 'ask' || step.pick !== undefined
      // An order may also be named by the provider's number: whoever needs an order takes either.
      const learnt = step.kind === 'ask' ? step.ask : step.pick
      const learn = learnt === undefined ? same : plus(`=${learnt}`)
      const on: Edge[] =
        step.to === undefined ? [] : [{ to: inFlow(step.to), written: step.to, path: ['to'], waits, learn }]
      const chosen = step.choices.map(({ to, go, set }, index): Edge => {
        const learn = plus(...Object.keys(set).map((name) => `=${name}`))
        const key = to === undefined ? 'go' : 'to'
        const target = to === undefined ? targetOf(go ?? '') : inFlow(to)
        return { to: target, written: to ?? go ?? '', path: ['choices', index, key], waits: true, learn }
      })
      return [...on, ...chosen]
    }
  }
}
