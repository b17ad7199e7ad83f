// The shape of a rule: which candidates it is asked about, what it claims, and the cases that prove it.
import type { Clue } from './clues.ts'
import type { Kind } from './kinds.ts'
import type { Label } from './labels.ts'
import type { NumberRun } from './number-run.ts'
import type { Page } from './page.ts'
import type { Topic } from './topics.ts'
import type { Word } from './words.ts'

/** A stretch of the view that a rule wants hidden, and what is shown instead. */
export type Claim = {
  readonly kind: Kind
  /** View indexes, end exclusive. */
  readonly start: number
  readonly end: number
  /** What is shown instead. Without it: four stars and the last four characters. */
  readonly shown?: string
}

/** `[[…]]` marks what must be hidden; the rest, and every text of `leaves`, must stay to the letter. */
export type Cases = { readonly hides: readonly string[]; readonly leaves: readonly string[] }

export type Found = Claim | undefined

export type Rule = {
  readonly name: string
  readonly kind: Kind
  readonly cases: Cases
  /** Asked for every run of digit groups whose number of digits lies within `digits`. */
  readonly digits?: readonly [number, number]
  /** Asked about runs of one group only. */
  readonly solid?: boolean
  /** One of these stands right behind its runs, or behind the letter that touches them: others may be passed. */
  readonly follows?: string
  /** Lengths a run may also have right behind a label of this topic. */
  readonly told?: readonly [topic: Topic, least: number, most: number]
  /** Lengths a run may also have right behind a plus sign. */
  readonly plus?: readonly [number, number]
  readonly number?: (run: NumberRun, page: Page) => Found
  /** Asked for every word (letters and digits joined by "-" and "_") of at least `shortest` characters that has a digit or is long. */
  readonly shortest?: number
  /** Asked last, and only about words that no other rule claimed. */
  readonly vague?: boolean
  readonly word?: (word: Word, page: Page) => Found
  /** The first two characters of its words in lower case, set apart by spaces; one letter: anything may follow. Without it: all. */
  readonly wordsBegin?: string
  /** Two small letters with which the first part of a word may end as well, if another part follows. */
  readonly glued?: string
  /** Asked for every part of a word, with its index, that begins so or that may be what the clue says. */
  readonly partsBegin?: string
  readonly clue?: Clue
  readonly part?: (index: number, page: Page) => Found
  /** Asked for every label of these topics. */
  readonly topics?: readonly Topic[]
  /** Its values may begin with something else than a visible ASCII sign. */
  readonly wide?: boolean
  readonly label?: (label: Label, page: Page) => Found
  /** Asked at every place where one of these characters stands. */
  readonly signs?: string
  /** Asked where a row of at least three of one of these begins. */
  readonly rows?: string
  readonly sign?: (at: number, page: Page) => Found
}
