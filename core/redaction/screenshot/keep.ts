// The narrow grammars of what staff must still read on a screen: amounts, times, statuses, methods; and what is harmless.
import { amounts } from './kept-amounts.ts'
import { maskedValues, namesOfThings } from './kept-harmless.ts'
import { methods } from './kept-methods.ts'
import { states } from './kept-states.ts'
import { times } from './kept-times.ts'

export type KeptKind = 'amount' | 'time' | 'status' | 'method' | 'masked' | 'name'
export type KeptSpan = { readonly start: number; readonly end: number; readonly kind: KeptKind }
/** What it claims, and if it has it from these words only. */
export type Pattern = readonly [RegExp, ((found: string) => boolean)?]

/** First what is only harmless: what the later ones claim is theirs. */
const rules: readonly (readonly [KeptKind, readonly Pattern[]])[] = [
  ['masked', maskedValues],
  ['name', namesOfThings],
  ['time', times],
  ['amount', amounts],
  ['method', methods],
  ['status', states],
]

/** What the grammars claim in a plain line, in any order. */
export function keptIn(text: string): KeptSpan[] {
  return rules.flatMap(([kind, patterns]) =>
    patterns.flatMap(([pattern, fits]) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        if (fits && !fits(match[0])) return []
        const start = match.index + (match[0].length - match[0].trimStart().length)
        const end = match.index + match[0].trimEnd().length
        return end > start ? [{ kind, start, end }] : []
      }),
    ),
  )
}

/** A value behind a label that wants one of these: here the label vouches for what looks like little alone. */
const announced: { readonly [Kind in 'amount' | 'time' | 'method']: RegExp } = {
  amount: /^[-+¥￥$€£₹YVfF羊 ]{0,3}\d{1,3}(?:[,，. ]?\d{3}){0,3}(?:[.,。]\s?\d{1,6})?\s?\D{0,8}$/,
  time: /^(?:20\d{2}\D{0,3}\d{1,2}\D{0,3}\d{1,2}\D{0,4}(?:\d{1,2}\D{0,3}\d{2}(?:\D{0,3}\d{2})?)?\D{0,6}|\D{0,12}\d{1,2}\D{1,3}\d{2}(?:\D{1,3}\d{2})?\D{0,6})$/,
  method: /^\D{0,24}(?:\d{4})?\D{0,3}$/,
}

/** Part of a sentence is no value. */
const SENTENCE = /\p{L}{2}[，,。!！?？;；]|[，。!！?？;；]\p{L}{2}/u

export const fitsLabel = (kind: 'amount' | 'time' | 'method' | 'status', value: string): boolean =>
  (kind === 'method' || kind === 'status') && SENTENCE.test(value)
    ? false
    : kind === 'status'
      ? value.replace(/\D/g, '').length < 4 && !/[A-Za-z0-9]{14}/.test(value)
      : announced[kind].test(value.trim()) && !(kind === 'amount' && /^\D{0,3}\d{9,}\D*$/.test(value.trim()))
