// The scanner: lays a text out once, walks its candidates, and asks the rules that want each.

import { type Group, LETTER_AFTER } from './digits.ts'
import { SignSet } from './glyphs.ts'
import type { Label } from './labels.ts'
import { type Gap, gapBetween, MOST_DIGITS, NumberRun } from './number-run.ts'
import { Page } from './page.ts'
import type { Claim, Found, Rule } from './rule.ts'
import type { Topic } from './topics.ts'
import { unitTable } from './units.ts'
import type { Word } from './words.ts'

/** No number has more groups, unless each is a single digit. */
const MOST_GROUPS = 16
const MOST_LONE_STARTS = 3
/** Parts longer than this are asked about as if they had this size. */
const LONGEST_PART = 40
/** A word without digits is nobody's secret unless it is long, or goes on behind a line end. */
const LONG_WORD = 12
const NEWLINE = 10
const SPACE = 32
const DASH = 45
/** Behind a word: it is a piece of base64. */
const DENSE = new SignSet('+/=')

export type Scan = { readonly page: Page; readonly claims: Claim[] }
export type Scanner = (source: string) => Scan

const NOBODY: readonly never[] = []

type AskNumber = (run: NumberRun, page: Page) => Found
type AskPart = (index: number, page: Page) => Found
type AskWord = { readonly shortest: number; readonly ask: (word: Word, page: Page) => Found }
type AskLabel = (label: Label, page: Page) => Found
type AskSign = (at: number, page: Page) => Found

/** For each size up to `most`, what is asked about candidates of that size. */
function bySize<Ask>(
  rules: readonly Rule[],
  most: number,
  of: (rule: Rule) => readonly [range: readonly [number, number], ask: Ask] | undefined,
): readonly (readonly Ask[])[] {
  const table: Ask[][] = Array.from({ length: most + 1 }, () => [])
  for (const rule of rules) {
    const [range, ask] = of(rule) ?? []
    if (!range || !ask) continue
    for (let size = range[0]; size <= Math.min(range[1], most); size++) table[size]?.push(ask)
  }
  return table
}

/** What is asked at each key. */
function byKey<Key, Ask>(
  rules: readonly Rule[],
  of: (rule: Rule) => readonly [keys: readonly Key[], ask: Ask] | undefined,
): Map<Key, Ask[]> {
  const table = new Map<Key, Ask[]>()
  for (const rule of rules) {
    const [keys, ask] = of(rule) ?? []
    for (const key of keys ?? []) if (ask) table.set(key, [...(table.get(key) ?? []), ask])
  }
  return table
}

const askWords = (rules: readonly Rule[]): readonly AskWord[] =>
  rules.flatMap((rule) => (rule.word ? [{ shortest: rule.shortest ?? 1, ask: rule.word }] : []))

/** Builds the tables of candidates once; the scanner then runs in time linear in the text. */
export function makeScanner(rules: readonly Rule[]): Scanner {
  // Plain functions in tables: rules are objects of many shapes, and looking their fields up for each candidate is slow.
  const numbers = bySize<AskNumber>(
    rules,
    MOST_DIGITS + 1,
    (rule) => rule.digits && rule.number && [rule.digits, rule.number],
  )
  const parts = bySize<AskPart>(
    rules,
    LONGEST_PART,
    (rule) => rule.part && [rule.sizes ?? [1, LONGEST_PART], rule.part],
  )
  const words = askWords(rules.filter((rule) => !rule.vague))
  const leftWords = askWords(rules.filter((rule) => rule.vague))
  const labels = byKey<Topic, AskLabel>(rules, (rule) => rule.label && [rule.topics ?? [], rule.label])
  const signs = byKey<number, AskSign>(
    rules,
    (rule) => rule.sign && [[...(rule.signs ?? '')].map((sign) => sign.charCodeAt(0)), rule.sign],
  )
  const units = unitTable(rules.map((rule) => rule.signs ?? '').join(''))

  return (source) => {
    const page = new Page(source, units)
    const claims: Claim[] = []
    scanWords(page, words, claims)
    scanParts(page, parts, claims)
    for (const label of page.labels) for (const ask of labels.get(label.topic) ?? NOBODY) add(claims, ask(label, page))
    for (const at of page.signs) for (const ask of signs.get(page.unit(at)) ?? NOBODY) add(claims, ask(at, page))
    scanNumbers(page, numbers, claims)
    scanLeftWords(page, leftWords, claims)
    return { page, claims }
  }
}

function add(claims: Claim[], found: Found): void {
  if (found !== undefined && found.end > found.start) claims.push(found)
}

/** A line end or a dash follows, perhaps with a space: what follows may belong to the word. */
function goesOn(page: Page, end: number): boolean {
  const next = page.unit(end)
  return next === NEWLINE || next === DASH || (next === SPACE && page.unit(end + 1) === DASH)
}

function scanWords(page: Page, words: readonly AskWord[], claims: Claim[]): void {
  if (words.length === 0) return
  for (const word of page.words) {
    const length = word.end - word.start
    if (word.digits === 0 && length < LONG_WORD && !goesOn(page, word.end)) continue
    for (const { shortest, ask } of words) if (length >= shortest) add(claims, ask(word, page))
  }
}

/** So many claims are looked through for each word; with more of them every word is asked about. */
const MOST_COMPARED = 64

function scanLeftWords(page: Page, words: readonly AskWord[], claims: Claim[]): void {
  const known = claims.length
  for (const word of page.words) {
    const length = word.end - word.start
    if (length < LONG_WORD && !DENSE.has(page.unit(word.end))) continue
    if (known > 0 && known <= MOST_COMPARED && isClaimed(word, claims, known)) continue
    for (const { shortest, ask } of words) if (length >= shortest) add(claims, ask(word, page))
  }
}

function isClaimed({ start, end }: Word, claims: readonly Claim[], known: number): boolean {
  for (let i = 0; i < known; i++) {
    const claim = claims[i]
    if (claim && claim.start <= start && claim.end >= end) return true
  }
  return false
}

function scanParts(page: Page, parts: readonly (readonly AskPart[])[], claims: Claim[]): void {
  for (let i = 0; i < page.parts.length; i++) {
    const part = page.parts[i]
    if (!part) break
    const size = part.end - part.start
    for (const ask of parts[size < LONGEST_PART ? size : LONGEST_PART] ?? []) add(claims, ask(i, page))
  }
}

// Pages are read one after the other: one object serves them all.
const runOfAll = new NumberRun(new Uint16Array(0))

function scanNumbers(page: Page, numbers: readonly (readonly AskNumber[])[], claims: Claim[]): void {
  const { groups, codes } = page
  if (groups.length === 0) return
  const run = runOfAll
  run.read(codes)
  let lone = 0
  for (let from = 0; from < groups.length; from++) {
    const first = groups[from]
    if (!first) break
    // Digits set apart one by one: a number begins with one of the first, not with each.
    lone = first.end - first.start === 1 && from > 0 && isLone(codes, groups[from - 1], first) ? lone + 1 : 0
    if (lone > MOST_LONE_STARTS || page.known(first.start)) continue
    run.begin(first, page.labelAt(first.start))
    for (let to = from, last = first; ; ) {
      for (const ask of numbers[run.length] ?? []) add(claims, ask(run, page))
      if (last.flags & LETTER_AFTER || run.length > MOST_DIGITS) break
      const group = groups[++to]
      if (!group) break
      if (run.groups >= MOST_GROUPS && first.end - first.start > 1) break
      const gap: Gap | undefined = gapBetween(codes, last.end, group.start)
      if (!gap || run.length + group.end - group.start > MOST_DIGITS) break
      run.extend(group, gap)
      last = group
    }
  }
}

/** A single digit stands a separator before `group`. */
const isLone = (codes: Uint16Array, before: Group | undefined, group: Group): boolean =>
  before !== undefined && before.end - before.start === 1 && gapBetween(codes, before.end, group.start) !== undefined
