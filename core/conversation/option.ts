// What can be pressed at the open question, and where each button leads.
import type { Redacted } from '../redaction/redacted.ts'
import { type FlowBook, interfaceText, stepAt, targetOf, write } from './book.ts'
import type { Choice } from './effect.ts'
import type { FlowChoice } from './flow.ts'
import type { InterfaceKey } from './interface-text.ts'
import { type Answers, answers as answersShape, type Item, type Place, type State } from './state.ts'
import type { Pick } from './vocabulary.ts'

export type Option = Choice & {
  /** Where a `pick` leads; undefined: to a step that an upgrade took away. */
  readonly to?: Place | undefined
  readonly set?: Answers
}

type Role = Choice['role']
const roleTexts = { menu: 'menu', back: 'back', human: 'human', cancel: 'cancel' } as const satisfies Partial<
  Record<Role, InterfaceKey>
>

const row = (book: FlowBook, state: State, roles: readonly (keyof typeof roleTexts)[]): Option[] =>
  roles.map((role) => ({ role, label: interfaceText(book, state.lang, roleTexts[role]) }))

/** Rows of the last call, or what the policy offers. */
function itemsFor(book: FlowBook, state: State, pick: Pick): readonly Item[] {
  return book.offers[state.lang][pick] ?? (state.scene.itemsFor === pick ? state.scene.items : [])
}

function readSet(set: Readonly<Record<string, string | number>>): Answers {
  const read = answersShape.safeParse(set)
  return read.success ? read.data : {}
}

function written(book: FlowBook, state: State, flow: string, choice: FlowChoice): Option {
  const label = write(book, state.lang, choice.label, state.scene.vars)
  const to = choice.go === undefined ? { flow, step: choice.to ?? '' } : targetOf(book, choice.go)
  return { role: 'pick', label, to, set: readSet(choice.set ?? {}) }
}

function own(book: FlowBook, state: State, place: Place): Option[] {
  const step = stepAt(book, place)
  if (step === undefined) return []
  // A call that nobody waits for has failed: all that its step offers is another try.
  if (step.kind === 'lookup' || step.kind === 'act') {
    return [{ role: 'pick', label: interfaceText(book, state.lang, 'again'), to: place }]
  }
  if (step.kind !== 'say' && step.kind !== 'ask') return []
  const { pick, to } = step
  const picked = pick === undefined || to === undefined ? [] : itemsFor(book, state, pick)
  return [
    ...picked.map(({ label, value }): Option => {
      const set = readSet(pick === undefined ? {} : { [pick]: pick === 'amount' ? Number(value) : value })
      return { role: 'pick', label, to: { flow: place.flow, step: to ?? '' }, set }
    }),
    ...step.choices.map((choice) => written(book, state, place.flow, choice)),
  ]
}

/** All buttons in the order shown: the step's own, then the row that no author can forget. */
export function optionsOf(book: FlowBook, state: State): readonly Option[] {
  if (state.waiting !== null) return row(book, state, ['human', 'cancel'])
  if (state.scene.place === null) {
    return row(book, state, state.history.length > 0 ? ['menu', 'back', 'human'] : ['menu', 'human'])
  }
  return [...own(book, state, state.scene.place), ...row(book, state, ['back', 'human', 'cancel'])]
}

export const choicesOf = (book: FlowBook, state: State): readonly Choice[] =>
  optionsOf(book, state).map(({ label, role }) => ({ label, role }))

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** The option that a typed message names by its number, counted from 1, or by its label. */
export function optionNamed(book: FlowBook, state: State, text: Redacted): number | undefined {
  const options = optionsOf(book, state)
  const typed = plain(text)
  if (/^\d{1,2}$/.test(typed))
    return Number(typed) >= 1 && Number(typed) <= options.length ? Number(typed) - 1 : undefined
  const index = options.findIndex((option) => plain(option.label) === typed)
  return index === -1 ? undefined : index
}
