// data/texts/triage.yaml, read once and compiled: cues become bits, rules become masks of bits.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Intent } from '../vocabulary.ts'
import { type Category, categories } from './category.ts'

/** How far apart the cues of a rule may stand: in the title, one sentence, two neighbours, anywhere. */
export const reaches = ['title', 'sentence', 'pair', 'text'] as const
export type Reach = (typeof reaches)[number]

/** The file as written: blocks of lines. vocabulary.test.ts checks its words; it ships with the code. */
export type TriageFile = {
  readonly typos: string
  readonly folds: string
  readonly cues: Readonly<Record<string, string>>
  readonly rules: string
  readonly intents: readonly {
    readonly intent: Intent
    readonly short?: number
    readonly over?: readonly Category[]
    readonly say: string
  }[]
}

export type Rule = {
  readonly for: Category
  readonly all: bigint
  readonly none: bigint
  readonly within: Reach
  readonly worth: number
}
export type IntentRule = {
  readonly intent: Intent
  readonly short: number
  readonly over: readonly Category[]
  readonly says: RegExp
}

const GAP = '[^\\n]{0,14}?'
const SHORT_GAP = '[^\\n]{0,6}?'

const lines = (block: string): readonly string[] => block.split('\n').filter((line) => line.trim() !== '')

/** One regular expression of patterns; `…` is a gap, and a Latin pattern begins where a word begins. */
function oneOf(patterns: readonly string[]): RegExp {
  const written = patterns.map((pattern) => {
    const gapped = pattern.replaceAll(/\s?…\{0,1\}/g, SHORT_GAP).replaceAll(/\s?…\s?/g, GAP)
    return /^\(?[a-z]/.test(pattern) ? `(?<![a-z])(?:${gapped})` : gapped
  })
  return new RegExp(written.join('|'), 'u')
}

const LETTER = /[a-z]/

/** Whether a text has a cue. Patterns with no Chinese in them are not tried on a sentence without a Latin letter. */
function finder(block: string): (text: string, letters: boolean) => boolean {
  const patterns = lines(block)
  const latin = patterns.filter((pattern) => !/\p{Script=Han}/u.test(pattern) && LETTER.test(pattern))
  const rest = patterns.filter((pattern) => !latin.includes(pattern))
  const [inLatin, inRest] = [latin, rest].map((some) => (some.length > 0 ? oneOf(some) : undefined))
  return (text, letters) => inRest?.test(text) === true || (letters && inLatin?.test(text) === true)
}

const swap = (line: string): readonly [RegExp, string] => {
  const [from = '', to = ''] = line.split(' => ')
  return [new RegExp(/^\(?[a-z]/.test(from) ? `\\b(?:${from})` : from, 'gu'), to]
}

/** Compiles a vocabulary; a broken pattern, an unknown category, reach or cue throws and says which line. */
export function vocabulary({ typos, folds, cues, rules, intents }: TriageFile) {
  const names = Object.keys(cues)
  const tests = Object.values(cues).map(finder)
  const swaps = [...lines(typos), ...lines(folds)].map(swap)
  const bit = (cue: string): bigint => {
    const at = names.indexOf(cue)
    if (at < 0) throw new Error(`triage.yaml: the cue ${cue} is not there`)
    return 1n << BigInt(at)
  }
  const mask = (all: readonly string[]): bigint => all.reduce((bits, cue) => bits | bit(cue), 0n)
  const rule = (line: string): Rule => {
    const [name, worth, reach, ...asked] = line.trim().split(/\s+/)
    const category = categories.find((one) => one === name)
    const within = reaches.find((one) => one === reach)
    if (!category || !within || !(Number(worth) <= 1)) throw new Error(`triage.yaml: this is no rule: ${line}`)
    const none = asked.filter((cue) => cue.startsWith('-')).map((cue) => cue.slice(1))
    const all = asked.filter((cue) => !cue.startsWith('-'))
    return { for: category, worth: Number(worth), within, all: mask(all), none: mask(none) }
  }
  return {
    /** Mends typos and folds words that only look like cues; for text that went through `plain`. */
    mend: (text: string): string => swaps.reduce((mended, [from, to]) => mended.replace(from, to), text),
    /** The cues found in a mended text, one bit each; only those of `among` are looked for. */
    cuesOf: (text: string, among = -1n): bigint => {
      const letters = LETTER.test(text)
      return tests.reduce((bits, has, at) => {
        const own = 1n << BigInt(at)
        return (among & own) !== 0n && has(text, letters) ? bits | own : bits
      }, 0n)
    },
    bit,
    rules: lines(rules).map(rule),
    intents: intents.map(
      ({ intent, short = Number.POSITIVE_INFINITY, over = ['other'], say }): IntentRule => ({
        ...{ intent, short, over },
        says: oneOf(lines(say)),
      }),
    ),
  }
}

export const triageFile = (): TriageFile =>
  parse(readFileSync(new URL('../../../data/texts/triage.yaml', import.meta.url), 'utf8'))

export const triage = vocabulary(triageFile())
