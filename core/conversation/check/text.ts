// Is every text there in both languages, short enough to show, and are its slots filled?
import type { Fault, Path } from '../../domain/data-file.ts'
import { billButtons } from '../bill-text.ts'
import { factNames } from '../fact.ts'
import { interfaceKeys, interfaceSlots } from '../interface-text.ts'
import { languages } from '../language.ts'
import { slotsOf, type Template } from '../template.ts'
import { atStep, type FlowFault, inFlow } from './fault.ts'
import type { Known } from './graph.ts'
import type { Spot, Survey } from './survey.ts'

/** What Telegram and Discord show of a button on a phone. */
export const MOST_LABEL = 40
/** Discord takes 2,000 characters a message; the slots need room too. */
export const MOST_TEXT = 1_200
/** With Back, Human and Cancel and ten rows this stays under Discord's 25 buttons. */
export const MOST_CHOICES = 12

type Told = { readonly path: Path; readonly fault: FlowFault; readonly message: string }

/** The faults of one text. `known`: the slots that are filled where it stands; undefined where nobody gets. */
export function* templateFaults(template: Template, path: Path, most: number, known?: Known): Generator<Told> {
  const slots = languages.map((lang) => new Set(slotsOf(template[lang])))
  for (const lang of languages) {
    const at = [...path, lang]
    const text = template[lang].trim()
    const length = [...text].length
    if (text === '') yield { path: at, fault: 'missing-text', message: `the ${lang} text is missing` }
    const fault = most === MOST_LABEL ? 'label-too-long' : 'text-too-long'
    if (length > most) yield { path: at, fault, message: `${length} characters, at most ${most}` }
    for (const slot of new Set(slotsOf(text))) {
      const filled = (factNames as readonly string[]).includes(slot) || known === undefined || known.has(`{${slot}}`)
      if (!filled) yield { path: at, fault: 'unknown-variable', message: `{${slot}} is not known here on every way` }
    }
  }
  const [zh = new Set<string>(), en = new Set<string>()] = slots
  const apart = [...[...zh].filter((slot) => !en.has(slot)), ...[...en].filter((slot) => !zh.has(slot))]
  if (apart.length > 0 && languages.every((lang) => template[lang].trim() !== '')) {
    yield { path, fault: 'unlike-texts', message: `only one language has {${apart.join('}, {')}}` }
  }
}

function* ofSpot(spot: Spot): Generator<Fault> {
  const { step, known } = spot
  const told: Told[] = []
  if ('say' in step && step.say !== undefined) told.push(...templateFaults(step.say, ['say'], MOST_TEXT, known))
  if (step.kind === 'say' || step.kind === 'ask') {
    for (const [index, { label }] of step.choices.entries()) {
      told.push(...templateFaults(label, ['choices', index, 'label'], MOST_LABEL, known))
    }
    if (step.choices.length > MOST_CHOICES) {
      const message = `${step.choices.length} choices, at most ${MOST_CHOICES}`
      told.push({ path: ['choices'], fault: 'too-many-choices', message })
    }
  }
  for (const { path, fault, message } of told) yield atStep(spot, path, fault, message)
}

export function* textFaults(all: Survey): Generator<Fault> {
  for (const source of all.sources) {
    for (const part of ['title', 'applies', 'limits'] as const) {
      const most = part === 'title' ? MOST_LABEL : MOST_TEXT
      for (const { path, fault, message } of templateFaults(source.flow[part], [part], most, new Set())) {
        yield inFlow(source, path, fault, message)
      }
    }
  }
  for (const spot of all.spots.values()) yield* ofSpot(spot)
}

/** The faults of the product's own sentences; buttons are the five that stand in the row, and those of a bill. */
export function* interfaceFaults(texts: Readonly<Partial<Record<string, Template>>>): Generator<Told> {
  const buttons: readonly string[] = ['menu', 'back', 'human', 'cancel', 'again', ...billButtons]
  for (const key of interfaceKeys) {
    const template = texts[key] ?? { zh: '', en: '' }
    const known = new Set((interfaceSlots[key] ?? []).map((slot) => `{${slot}}`))
    yield* templateFaults(template, ['texts', key], buttons.includes(key) ? MOST_LABEL : MOST_TEXT, known)
  }
}
