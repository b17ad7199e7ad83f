// Somebody wrote: an answer, a button's name, a new matter, or something nobody understood.
import type { Redacted } from '../redaction/redacted.ts'
import { answerTo, merged } from './answer.ts'
import { amountFits, type FlowBook, interfaceText, stepAt } from './book.ts'
import type { Turn } from './effect.ts'
import type { TextEvent } from './event.ts'
import type { StepOf } from './flow.ts'
import type { InterfaceKey } from './interface-text.ts'
import { languageOf } from './language.ts'
import { isIdle, leaving, open, toHuman, toMenu } from './move.ts'
import { press } from './on-choice.ts'
import { openingFor } from './opening.ts'
import { optionNamed } from './option.ts'
import { again } from './show.ts'
import { BOUNDS, type State } from './state.ts'
import type { Ask } from './vocabulary.ts'
import { walk } from './walk.ts'

/** The whole message, trimmed, case ignored (contract). */
const HUMAN: readonly string[] = ['人工', 'human']
export const asksForHuman = (text: Redacted): boolean => HUMAN.includes(text.normalize('NFKC').trim().toLowerCase())

/** The door takes the whole message for these, so a sentence about something else looks like an answer too. */
const WHOLE: readonly Ask[] = ['code', 'link_code', 'tax_id']

/** Misses in a row after which the words offer a person. */
const PATIENCE = 2

const noted = (state: State, event: TextEvent): State => ({
  ...state,
  notes: [...state.notes, { text: event.text, at: event.at }].slice(-BOUNDS.notes),
})

function askAt(book: FlowBook, state: State): StepOf<'ask'> | undefined {
  const step = state.scene.place === null ? undefined : stepAt(book, state.scene.place)
  return step?.kind === 'ask' ? step : undefined
}

/** What the open question wants typed, so that the door can read the message for it; null: nothing special. */
export const expects = (book: FlowBook, state: State): Ask | null =>
  state.waiting === null ? (askAt(book, state)?.ask ?? null) : null

function missed(book: FlowBook, state: State, event: TextEvent): Turn {
  const misses = state.misses + 1
  const next = { ...noted(state, event), misses }
  const ask = askAt(book, state)?.ask
  const first: InterfaceKey = ask === undefined ? 'not_understood' : `miss_${ask}`
  const key = misses >= PATIENCE ? 'offer_human' : first
  if (!isIdle(state)) return again(book, next, key)
  const { state: menu, effects } = toMenu(book, next, event.at, [interfaceText(book, state.lang, key)])
  // Opening the menu began a new story: what was said and not understood belongs to it.
  return { state: { ...menu, notes: next.notes }, effects }
}

function whileWaiting(book: FlowBook, state: State, event: TextEvent): Turn {
  const place = openingFor(book, state, event)
  const about = Object.keys(event.references).length > 0
  if (place !== undefined && (about || place.flow !== state.scene.place?.flow)) {
    return open(book, { ...state, misses: 0 }, place, event.references, event.at)
  }
  return again(book, noted(state, event), 'still_looking')
}

export function onText(book: FlowBook, before: State, event: TextEvent): Turn {
  // "Please connect me to someone" is no answer to any ask either.
  if (asksForHuman(event.text) || event.intent === 'human') return toHuman(book, before, event.at)
  const lang = isIdle(before) && !before.langChosen ? (languageOf(event.text) ?? before.lang) : before.lang
  const state = { ...before, lang }
  if (state.waiting !== null) return whileWaiting(book, state, event)

  const ask = askAt(book, state)
  const answer = ask === undefined ? undefined : answerTo(ask.ask, event)
  const index = optionNamed(book, state, event.text)
  // The words and numbers of buttons come before any answer, but for "50" where an amount is asked.
  if (index !== undefined && (answer === undefined || ask?.ask !== 'amount')) return press(book, state, index, event.at)
  // Told at once, not after the next question.
  if (typeof answer?.amount === 'number' && !amountFits(book, answer.amount)) return again(book, state, 'amount_limits')
  const place = openingFor(book, state, event)
  const elsewhere = place !== undefined && place.flow !== state.scene.place?.flow && event.intent !== null
  if (
    ask !== undefined &&
    answer !== undefined &&
    state.scene.place !== null &&
    !(elsewhere && WHOLE.includes(ask.ask))
  ) {
    const left = leaving(book, { ...state, misses: 0 })
    const scene = { ...left.scene, answers: merged(left.scene.answers, answer) }
    return walk(book, { ...left, scene }, { flow: state.scene.place.flow, step: ask.to }, event.at)
  }

  if (place === undefined) return missed(book, state, event)
  if (event.intent === 'greeting' && !isIdle(state)) return again(book, state, 'still_here')
  return open(book, { ...state, misses: 0 }, place, event.references, event.at)
}
