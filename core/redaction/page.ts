// One text laid out for the rules: its view, labels, digit groups, words and known regions, each found once.
import type { Clues } from './clues.ts'
import type { Group } from './digits.ts'
import { isAlnum, SignSet } from './glyphs.ts'
import type { Label } from './labels.ts'
import type { Parts } from './parts.ts'
import type { Indexes, Pool } from './pool.ts'
import { Reading } from './reading.ts'
import { type Region, type RegionKind, regionsOf } from './regions.ts'
import type { Topic } from './topics.ts'
import { type View, viewOf } from './view.ts'
import type { Word } from './words.ts'

type Span = { readonly start: number; readonly end: number }

/** How far before and behind a value a word still speaks about it. */
const BEFORE = 36
const BEHIND = 14

// After these a number is wanted in the open; after the second only behind a colon or the like (充值138… is a phone's).
const OPEN: ReadonlySet<Topic> = new Set(['ticket', 'time', 'hash', 'request'])
const OPEN_BEHIND_SIGN: ReadonlySet<Topic> = new Set(['amount', 'model', 'user', 'site'])

/** A pool, or an array. */
type Starting = { readonly length: number; at(index: number): { readonly start: number } | undefined }

/** Index of the last item that begins at or before `at`, or -1. */
function lastBefore(items: Starting, at: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items.at(middle)?.start ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

const DENSE = new SignSet('+/=.~%_-')
const LOOSE_END = new SignSet('+/.~%')
const dense = (unit: number): boolean => isAlnum(unit) || DENSE.has(unit)

const NO_REGIONS: readonly Region[] = []

/** One page serves one text after the other. */
export class Page {
  view: View
  codes: Uint16Array
  /** Units of the view. */
  length = 0
  readonly parts: Parts
  readonly words: Pool<Word>
  readonly groups: Pool<Group>
  readonly labels: Pool<Label>
  /** Where signs stand that a rule wants to be asked at. */
  readonly signs: Indexes
  /** Parts that begin as a rule wants them to. */
  readonly opened: Indexes
  readonly clues: Clues
  regions: readonly Region[] = NO_REGIONS
  /** Where the last address found so far ends: no other begins within it. */
  addressEnd = 0
  // One run is asked about again and again: it is walked once.
  #denseFrom = 0
  #denseTo = 0
  readonly #reading: Reading

  /** An empty page; the tables are those of the reading. */
  constructor(units: Uint8Array, openings: Uint8Array) {
    this.view = viewOf('')
    this.codes = this.view.codes
    this.#reading = new Reading(units, openings)
    this.parts = this.#reading.parts
    this.words = this.#reading.words
    this.groups = this.#reading.groups
    this.labels = this.#reading.labels
    this.signs = this.#reading.signs
    this.opened = this.#reading.opened
    this.clues = this.#reading.clues
  }

  /** Lays out `source` in place of what the page held before. */
  layOut(source: string): void {
    const reading = this.#reading
    const view = viewOf(source)
    this.view = view
    this.codes = view.codes
    this.length = view.length
    this.addressEnd = 0
    this.#denseFrom = 0
    this.#denseTo = 0
    reading.read(view.codes, view.length)
    const { openers, longWords } = reading
    this.regions =
      openers.length > 0 || longWords ? regionsOf(view, reading.parts, reading.words, openers, longWords) : NO_REGIONS
    // "[password]" is a mask of ours, not a label of what follows it.
    if (this.regions.some(({ kind }) => kind === 'mask'))
      reading.labels.keep((label) => this.regionAt(label.start) !== 'mask')
  }

  get text(): string {
    return this.view.text
  }

  /** A stretch of the text; cheaper than the text itself where it is long. `from` is not below zero. */
  slice(from: number, to: number): string {
    return this.view.slice(from, to)
  }

  /** The unit at `at`, 0 outside the text. */
  unit(at: number): number {
    return at >= 0 && at < this.length ? (this.codes[at] ?? 0) : 0
  }

  /** Index of the part that begins at or reaches over `at`; -1 if none does. */
  partAt(at: number): number {
    return this.parts.over(at)
  }

  /** The word that begins at or reaches over `at`. */
  wordAt(at: number): Span | undefined {
    const word = this.words.at(lastBefore(this.words, at))
    if (word && at < word.end) return word
    // Words of one part are not all kept.
    return this.parts.at(this.partAt(at))
  }

  /** The label whose value begins at `start`; of several the nearest. */
  labelAt(start: number): Label | undefined {
    return this.labels.length === 0 ? undefined : this.labelAmong(lastBefore(this.labels, start), start)
  }

  /** The same, where `last` is known: the index of the last label that begins at or before `start`. */
  labelAmong(last: number, start: number): Label | undefined {
    for (let i = last, seen = 0; i >= 0 && seen < 4; i--, seen++) {
      const label = this.labels.at(i)
      if (label?.valueAt === start) return label
    }
    return undefined
  }

  /** A label says that the value at `start` is of one of these topics. */
  announced(start: number, ...topics: readonly Topic[]): boolean {
    const label = this.labelAt(start)
    return label !== undefined && topics.includes(label.topic)
  }

  /** A label says that what begins at `start` may be seen: an amount, a time, a ticket. */
  open(start: number): boolean {
    const label = this.labelAt(start)
    if (label === undefined || label.joint === 'comma' || label.below) return false
    return OPEN.has(label.topic) || (label.joint === 'sign' && OPEN_BEHIND_SIGN.has(label.topic))
  }

  /** A word of the topic stands a little before or right behind, no more than a line away. */
  near(start: number, end: number, topic: Topic): boolean {
    for (let i = lastBefore(this.labels, end + BEHIND); i >= 0; i--) {
      const label = this.labels.at(i)
      if (!label || label.end < start - BEFORE) return false
      if (label.topic !== topic) continue
      const between = label.end <= start ? this.slice(label.end, start) : this.slice(end, label.start)
      if (between.split('\n').length <= 2) return true
    }
    return false
  }

  /** What known thing the place belongs to. */
  regionAt(at: number): RegionKind | undefined {
    if (this.regions.length === 0) return undefined
    const index = lastBefore(this.regions, at)
    const region = index < 0 ? undefined : this.regions[index]
    return region && at < region.end ? region.kind : undefined
  }

  /** The place lies in a link, a mention or a UUID: digits there are no numbers of people. */
  known(at: number): boolean {
    const kind = this.regionAt(at)
    return kind === 'link' || kind === 'mention' || kind === 'uuid'
  }

  /** The stretch lies wholly in a mask: it was hidden before. */
  masked(start: number, end: number): boolean {
    const index = lastBefore(this.regions, start)
    const region = index < 0 ? undefined : this.regions[index]
    return region?.kind === 'mask' && end <= region.end
  }

  /** End of the run of base64, JWT or URL-encoded characters that `at` lies in; one at the very end must be a letter or a digit, "=", "-" or "_". */
  denseEnd(at: number): number {
    if (at < this.#denseFrom || at >= this.#denseTo) {
      let to = at
      while (dense(this.unit(to))) to++
      this.#denseFrom = at
      this.#denseTo = to
    }
    let end = this.#denseTo
    while (end > at && LOOSE_END.has(this.unit(end - 1))) end--
    return end
  }

  /** The first label that begins behind `at`, of those topics that `wanted` accepts, within `most` labels. */
  labelBehind(at: number, wanted: (label: Label) => boolean, most = 8): Label | undefined {
    const from = lastBefore(this.labels, at) + 1
    for (let i = from; i < Math.min(this.labels.length, from + most); i++) {
      const label = this.labels.at(i)
      if (label && wanted(label)) return label
    }
    return undefined
  }
}
