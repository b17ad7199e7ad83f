// The scanner: lays a text out once, walks its candidates, and asks the rules that want each.
import { SignSet } from './glyphs.ts'
import type { Label } from './labels.ts'
import { makeNumberScan } from './number-scan.ts'
import { Page } from './page.ts'
import type { Claim, Found, Rule } from './rule.ts'
import { topicNames } from './topics.ts'
import { unitTable } from './units.ts'
import type { Word } from './words.ts'

/** Parts longer than this are asked about as if they had this size. */
const LONGEST_PART = 40
/** A word without digits is nobody's secret unless it is long, or goes on behind a line end. */
const LONG_WORD = 12
const NEWLINE = 10
const SPACE = 32
const DASH = 45
const DELETE = 127
/** Behind a word: it is a piece of base64. */
const DENSE = new SignSet('+/=')

export type Scan = { readonly page: Page; readonly claims: Claim[] }
export type Scanner = (source: string) => Scan

const NOBODY: readonly never[] = []

/** `opens`: a bit for each letter a part may begin with (digits share the bits of letters: the rule looks again). */
type AskPart = { readonly opens: number; readonly ask: (index: number, page: Page) => Found }
type AskWord = { readonly shortest: number; readonly ask: (word: Word, page: Page) => Found }
type AskLabel = { readonly wide: boolean; readonly ask: (label: Label, page: Page) => Found }
type AskSign = (at: number, page: Page) => Found

/** For each size of a part, what is asked. */
function bySize(rules: readonly Rule[]): readonly (readonly AskPart[])[] {
  const table: AskPart[][] = Array.from({ length: LONGEST_PART + 1 }, () => [])
  for (const { part, opens, sizes: [least, most] = [1, LONGEST_PART] } of rules) {
    if (!part) continue
    let bits = opens === undefined ? ~0 : 0
    for (const letter of opens ?? '') bits |= 1 << (letter.charCodeAt(0) & 31)
    for (let size = least; size <= Math.min(most, LONGEST_PART); size++) table[size]?.push({ opens: bits, ask: part })
  }
  return table
}

const askWords = (rules: readonly Rule[]): readonly AskWord[] =>
  rules.flatMap((rule) => (rule.word ? [{ shortest: rule.shortest ?? 1, ask: rule.word }] : []))

/** For each topic, in the order of `topicNames`, what is asked. */
const askLabels = (rules: readonly Rule[]): readonly (readonly AskLabel[])[] =>
  topicNames.map((topic) =>
    rules.flatMap(({ label, topics, wide = false }) =>
      label && topics?.includes(topic) ? [{ wide, ask: label }] : [],
    ),
  )

/** What is asked at each sign: its place in `asks` by its unit; the first place is empty. */
function askSigns(rules: readonly Rule[]): { readonly places: Uint8Array; readonly asks: readonly AskSign[][] } {
  const places = new Uint8Array(0x10000)
  const asks: AskSign[][] = [[]]
  for (const { sign, signs = '' } of rules) {
    if (!sign) continue
    for (const character of signs) {
      const unit = character.charCodeAt(0)
      if (!places[unit]) places[unit] = asks.push([]) - 1
      asks[places[unit] ?? 0]?.push(sign)
    }
  }
  return { places, asks }
}

/** Builds the tables of candidates once; the scanner then runs in time linear in the text. */
export function makeScanner(rules: readonly Rule[]): Scanner {
  // Plain functions in tables: rules are objects of many shapes, and looking their fields up for each candidate is slow.
  const scanNumbers = makeNumberScan(rules)
  const parts = bySize(rules)
  const words = askWords(rules.filter((rule) => !rule.vague))
  const leftWords = askWords(rules.filter((rule) => rule.vague))
  const labels = askLabels(rules)
  const { places, asks } = askSigns(rules)
  const page = new Page(unitTable(rules.map((rule) => rule.signs ?? '').join('')))

  return (source) => {
    const claims: Claim[] = []
    page.layOut(source)
    if (page.parts.length > 0) {
      scanWords(page, words, claims)
      scanParts(page, parts, claims)
    }
    if (page.labels.length > 0) scanLabels(page, labels, claims)
    for (let i = 0; i < page.signCount; i++) {
      const at = page.signAt(i)
      for (const ask of asks[places[page.unit(at)] ?? 0] ?? NOBODY) add(claims, ask(at, page))
    }
    if (page.groups.length > 0) scanNumbers(page, claims)
    if (page.parts.length > 0) scanLeftWords(page, leftWords, claims)
    return { page, claims }
  }
}

function add(claims: Claim[], found: Found): void {
  if (found !== undefined && found.end > found.start) claims.push(found)
}

function scanLabels(page: Page, labels: readonly (readonly AskLabel[])[], claims: Claim[]): void {
  for (let i = 0; i < page.labels.length; i++) {
    const label = page.labels.at(i)
    if (!label) break
    const unit = page.unit(label.valueAt)
    const visible = unit > SPACE && unit < DELETE
    for (const { wide, ask } of labels[label.number] ?? NOBODY) if (visible || wide) add(claims, ask(label, page))
  }
}

/** A line end or a dash follows, perhaps with a space: what follows may belong to the word. */
function goesOn(page: Page, end: number): boolean {
  const next = page.unit(end)
  return next === NEWLINE || next === DASH || (next === SPACE && page.unit(end + 1) === DASH)
}

function scanWords(page: Page, words: readonly AskWord[], claims: Claim[]): void {
  for (let i = 0; i < page.words.length; i++) {
    const word = page.words.at(i)
    if (!word) break
    const length = word.end - word.start
    if (word.digits === 0 && length < LONG_WORD && !goesOn(page, word.end)) continue
    for (const { shortest, ask } of words) if (length >= shortest) add(claims, ask(word, page))
  }
}

/** So many claims are looked through for each word; with more of them every word is asked about. */
const MOST_COMPARED = 64

function scanLeftWords(page: Page, words: readonly AskWord[], claims: Claim[]): void {
  const known = claims.length
  for (let i = 0; i < page.words.length; i++) {
    const word = page.words.at(i)
    if (!word) break
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
    const part = page.parts.at(i)
    if (!part) break
    const size = part.end - part.start
    const opens = 1 << (page.unit(part.start) & 31)
    for (const asked of parts[size < LONGEST_PART ? size : LONGEST_PART] ?? NOBODY)
      if (asked.opens & opens) add(claims, asked.ask(i, page))
  }
}
