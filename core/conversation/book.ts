// All that the engine may say: the flows, the product's own sentences, and the policy's facts as ready variables.
import type { Redacted } from '../redaction/redacted.ts'
import type { Flow, Step } from './flow.ts'
import type { InterfaceKey, InterfaceTexts } from './interface-text.ts'
import type { Language } from './language.ts'
import type { Item, Place } from './state.ts'
import { fill, type Template, type Vars } from './template.ts'
import type { Pick } from './vocabulary.ts'

export type FlowBook = {
  readonly flows: Readonly<Record<string, Flow>>
  /** A trigger (an intent, /command, has-code …) → the step it opens. */
  readonly opens: Readonly<Record<string, Place>>
  readonly texts: InterfaceTexts
  /** {service}, {min} … in each language. */
  readonly facts: Readonly<Record<Language, Vars>>
  /** Buttons that the policy decides: amounts and payment methods. */
  readonly offers: Readonly<Record<Language, Readonly<Partial<Record<Pick, readonly Item[]>>>>>
  /** What an order may cost, in fen: whole yuan between these, both included. */
  readonly amounts: { readonly least: number; readonly most: number }
}

export const flowOf = (book: FlowBook, name: string): Flow | undefined =>
  Object.hasOwn(book.flows, name) ? book.flows[name] : undefined

/** The step at `place`, or undefined where an upgrade took it away. */
export function stepAt(book: FlowBook, place: Place): Step | undefined {
  const steps = flowOf(book, place.flow)?.steps
  return steps !== undefined && Object.hasOwn(steps, place.step) ? steps[place.step] : undefined
}

/** Where a trigger leads, or undefined where no flow opens on it. */
export const openingOf = (book: FlowBook, trigger: string): Place | undefined =>
  Object.hasOwn(book.opens, trigger) ? book.opens[trigger] : undefined

/** "step" of the same flow, "flow" (its start) or "flow/step" as a place. */
export function targetOf(book: FlowBook, go: string): Place | undefined {
  const [flow = '', step] = go.split('/')
  const start = flowOf(book, flow)?.start
  if (start === undefined) return undefined
  return { flow, step: step ?? start }
}

/** Whether an order of this amount, in fen, can be made at all. */
export const amountFits = ({ amounts }: FlowBook, fen: number): boolean =>
  fen % 100 === 0 && fen >= amounts.least && fen <= amounts.most

/** A text with the policy's facts and `vars` in its slots; `vars` win. */
export const write = (book: FlowBook, lang: Language, template: Template, vars: Vars = {}): Redacted =>
  fill(template, lang, { ...book.facts[lang], ...vars })

/** One of the product's own sentences, for the engine and for the desk. */
export const interfaceText = (book: FlowBook, lang: Language, key: InterfaceKey, vars: Vars = {}): Redacted =>
  write(book, lang, book.texts[key], vars)
